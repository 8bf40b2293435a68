import type { WatchMatch, WatchRecords } from '../store/watches.ts'

/** What watches have found, with what is to be written of it: read from the store once for each record, and written by who asks for it. */
export class MatchMemory {
  readonly #records: Pick<WatchRecords, 'finders'>
  /** By the record's digest, in hex. */
  readonly #finders = new Map<string, Set<string>>()
  readonly #moved = new Map<string, { readonly match: WatchMatch; readonly isFound: boolean }>()

  constructor(records: Pick<WatchRecords, 'finders'>) {
    this.#records = records
  }

  /** The watches that have found a record. */
  finders(record: Buffer): ReadonlySet<string> {
    return this.#of(record)
  }

  /** A watch has found a record. */
  found(watch: string, record: Buffer): void {
    this.#of(record).add(watch)
    this.#note(watch, record, true)
  }

  /** A record satisfies a watch no longer. */
  lost(watch: string, record: Buffer): void {
    this.#of(record).delete(watch)
    this.#note(watch, record, false)
  }

  /** What is different from what the store has. */
  get moved(): { readonly found: readonly WatchMatch[]; readonly lost: readonly WatchMatch[] } {
    const all = [...this.#moved.values()]
    const only = (isFound: boolean) => all.filter((one) => one.isFound === isFound).map(({ match }) => match)
    return { found: only(true), lost: only(false) }
  }

  #of(record: Buffer): Set<string> {
    const key = record.toString('hex')
    const known = this.#finders.get(key)
    if (known !== undefined) return known
    const read = new Set(this.#records.finders(record))
    this.#finders.set(key, read)
    return read
  }

  #note(watch: string, record: Buffer, isFound: boolean): void {
    this.#moved.set(`${watch} ${record.toString('hex')}`, { match: { watch, record }, isFound })
  }
}
