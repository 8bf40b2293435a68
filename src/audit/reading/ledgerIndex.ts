import type { DeliveryRow } from '../../store/ledgerDeliveries.ts'
import type { AccessRow, ActRow, LedgerIndexTables } from '../../store/ledgerIndexTables.ts'
import type { LedgerTables } from '../../store/ledgerTables.ts'
import type { SubjectRow } from '../../store/subjectTables.ts'
import { type Naming, officer, type Subjects } from '../subjects/subjects.ts'
import { type Named, type ReadEntry, readEntry } from './readEntry.ts'

/** An entry as it was taken into the index. */
export interface IndexedEntry {
  readonly seq: number
  /** RFC 3339. */
  readonly at: string
  readonly entry: ReadEntry
}

/** What an index is made of. */
export interface LedgerIndexParts {
  readonly entries: Pick<LedgerTables, 'entries' | 'extent'>
  readonly index: LedgerIndexTables
  readonly subjects: Subjects
  /** Told of entries in their order, each once, in the transaction in which they are taken in: what it writes to the store is durable with them. Default: nobody. */
  readonly onTaken?: (entries: readonly IndexedEntry[]) => void
  /** Hears that the index could not be brought up to date; it is tried again. */
  readonly onFault: (error: Error) => void
  /** Runs something later; gives what calls it off. Default: the machine's clock. */
  readonly after?: (ms: number, run: () => void) => () => void
}

/** Entries taken in at once; between two such portions others have their turn. */
const portion = 50
/** Readers whom they name together at most, but for one entry by itself: an alert for a thousand desks names a thousand, and what is told meanwhile waits. */
const readersAtOnce = 2000
/** How long after an entry the index follows, if nobody reads meanwhile. */
const followMs = 250

/** Follows the ledger. Whoever reads waits until it has everything that was on record when they asked, so that what it gives is never behind. */
export class LedgerIndex {
  readonly #parts: LedgerIndexParts
  #running: Promise<void> | null = null
  #callOff: (() => void) | null = null
  #isOver = false

  constructor(parts: LedgerIndexParts) {
    this.#parts = parts
  }

  /** There are new entries. */
  soon(): void {
    const { after = later, onFault } = this.#parts
    this.#callOff ??= after(followMs, () => {
      this.#callOff = null
      this.upToDate().catch((error: unknown) => onFault(error instanceof Error ? error : new Error(String(error))))
    })
  }

  /** Resolves when all entries of this moment are in the index. Rejects when they cannot be brought in. */
  async upToDate(): Promise<void> {
    const { lastEntry } = this.#parts.entries.extent()
    while (this.#parts.index.through() < lastEntry) {
      if (this.#isOver) throw new Error('the ledger is being closed')
      this.#running ??= this.#run(lastEntry).finally(() => {
        this.#running = null
      })
      await this.#running
    }
  }

  /** Forgets the index and makes it anew of the entries. */
  async rebuild(): Promise<void> {
    await this.#running
    this.#parts.index.clear()
    await this.upToDate()
  }

  /** Nothing is followed any more. */
  close(): void {
    this.#isOver = true
    this.#callOff?.()
    this.#callOff = null
  }

  async #run(until: number): Promise<void> {
    while (!this.#isOver && this.#take() < until) await new Promise<void>((resolve) => setImmediate(resolve))
  }

  #take(): number {
    const { entries, index, subjects, onTaken } = this.#parts
    const through = index.through()
    const rows = entries.entries(through, portion)
    if (rows.length === 0) throw new Error(`the entries after ${through} are gone`)
    const naming = subjects.naming()
    const taken: IndexedEntry[] = []
    let [last, readers] = [through, 0]
    for (const { seq, at, entry } of rows) {
      const read = readEntry(entry)
      readers += read?.readers.length ?? 0
      if (readers > readersAtOnce && last > through) break
      if (read !== null) taken.push({ seq, at, entry: read })
      last = seq
    }
    const [told, did] = [taken.filter(isTold), taken.filter((one) => !isTold(one))]
    const found = {
      acts: did.flatMap((one) => actRows(one, naming)),
      deliveries: told.map(deliveryRow),
      accesses: taken.flatMap((one) => accessRows(one, naming)),
    }
    const made: readonly SubjectRow[] = naming.rows()
    index.add(last, { ...found, subjects: made }, () => onTaken?.(taken))
    naming.done()
    return last
  }
}

/** An alert whose recipients have names in the ledger; entries of old have them in clear. */
function isTold({ entry: { kind, readers } }: IndexedEntry): boolean {
  return kind === 'DELIVERY' && readers.every(({ person }) => 'handle' in person)
}

function deliveryRow({ seq, at, entry: { bureau, purpose, readers } }: IndexedEntry): DeliveryRow {
  const persons = readers.flatMap(({ person }) => ('handle' in person ? [person.handle] : []))
  return { seq, at, bureau, purpose, persons, cases: [...new Set(readers.flatMap((one) => one.case ?? []))] }
}

function actRows({ seq, at, entry }: IndexedEntry, naming: Naming): readonly ActRow[] {
  const { bureau, purpose, readers } = entry
  return readers.map(({ person, case: caseRef }, part) => {
    return { seq, part, at, bureau, person: nameIn(person, { bureau, type: officer }, naming), purpose, caseRef }
  })
}

function accessRows({ seq, at, entry }: IndexedEntry, naming: Naming): readonly AccessRow[] {
  const { bureau: reader, purpose } = entry
  return entry.accesses.map(({ kind, owner, type, records, fields, rules }, part) => ({
    seq,
    part,
    at,
    owner,
    reader,
    purpose: purpose ?? '',
    kind,
    type,
    records: records.map((one) => nameIn(one, { bureau: owner, type: type ?? '' }, naming)),
    fields: [...(fields ?? [])].filter(([, level]) => level !== 'none').map(([field]) => field),
    rules,
  }))
}

function nameIn(one: Named, of: { readonly bureau: string; readonly type: string }, naming: Naming): string {
  return 'handle' in one ? one.handle : naming.nameOf({ ...of, key: one.key })
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms).unref()
  return () => clearTimeout(timer)
}
