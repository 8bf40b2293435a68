import type { OperationMembership } from '../model/jointOperation.ts'
import type { Caller } from '../model/principal.ts'
import { ownerOf, type RecordRef, refKey } from '../model/record.ts'
import type { HeldRows } from '../store/held/heldRows.ts'
import type { Embargo, HeldOperation, Target } from './heldOperation.ts'
import { over } from './machine.ts'
import { operationType } from './operationMapping.ts'
import type { SealedOperations } from './sealedOperations.ts'
import { isInForce, joinedIn, nameOf, partyAt } from './standing.ts'

/** What the operations of this moment are known by. */
export interface LiveParts {
  readonly rows: Pick<HeldRows, 'find' | 'owners'>
  readonly sealed: SealedOperations
}

/** Rows that are read at once. */
const atOnce = 500

/**
 * What operations mean for whoever asks: of which an officer is a member, which records are hidden from them for a time, and whose targets meet. Kept in memory, since every question asks for it; until
 * it was read, nobody is a member of anything and nobody sees another bureau's notices and persons.
 */
export class LiveOperations {
  readonly #parts: LiveParts
  readonly #known = new Map<string, HeldOperation>()
  /** By record. */
  readonly #embargoes = new Map<string, readonly Embargo[]>()
  /** By officer. */
  readonly #memberOf = new Map<string, readonly HeldOperation[]>()
  #isRead: boolean
  #version = 0
  #lifted = 0

  constructor(parts: LiveParts) {
    this.#parts = parts
    this.#isRead = parts.rows.owners().size === 0
  }

  /** Another number whenever who is a member of what may be another. */
  get version(): number {
    return this.#version
  }

  /** Another number whenever something that was hidden may be seen again. */
  get lifted(): number {
    return this.#lifted
  }

  /** Reads all operations anew. Rejects when the store cannot be reached; what was known then counts on. */
  async read(): Promise<void> {
    const { rows, sealed } = this.#parts
    const found: HeldOperation[] = []
    for (const owner of rows.owners()) {
      for (let after: { value: string; key: string } | null = null; ; ) {
        const page = await rows.find({ type: operationType, owner, where: null, orderBy: null, after, limit: atOnce })
        found.push(...page.map((row) => sealed.operation(row)))
        const last = page.at(-1)
        if (page.length < atOnce || last === undefined) break
        after = { value: last.standing.key, key: last.standing.key }
      }
    }
    for (const one of found) this.note(one)
    this.#isRead = true
  }

  /** An operation is as it is written down now. An older state than the known one is passed over. */
  note(operation: HeldOperation): void {
    const { key, version } = operation.standing
    const before = this.#known.get(key)
    if (before !== undefined && before.standing.version >= version) return
    this.#known.set(key, operation)
    this.#version++
    if (before !== undefined) this.#forget(before)
    for (const embargo of operation.content.embargoes) addTo(this.#embargoes, refKey(embargo.record), embargo)
    for (const { bureau, person } of operation.content.members) addTo(this.#memberOf, memberKey(bureau, person), operation)
    const left = new Set(operation.content.embargoes.map((one) => one.key))
    if (before?.content.embargoes.some((one) => !left.has(one.key))) this.#lifted++
  }

  #forget(before: HeldOperation): void {
    for (const embargo of before.content.embargoes) removeFrom(this.#embargoes, refKey(embargo.record), embargo)
    for (const { bureau, person } of before.content.members) removeFrom(this.#memberOf, memberKey(bureau, person), before)
  }

  /** The operations that an officer is a member of at an instant, sorted by name. */
  operationsOf({ principal: { bureau, personRef }, date }: Pick<Caller, 'principal' | 'date'>): readonly OperationMembership[] {
    const found: OperationMembership[] = []
    for (const operation of this.#memberOf.get(memberKey(bureau, personRef)) ?? []) {
      if (!isInForce(operation, date)) continue
      const { members } = operation.content
      const named = members.some((one) => one.bureau === bureau && one.person === personRef && one.from <= date && date <= one.to)
      if (named) found.push({ name: nameOf(operation), parties: joinedIn(operation.content).map((party) => party.bureau) })
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /**
   * Whether a record is hidden from a caller for the time of an operation: from end users of the bureaus that its owner has named, not from their central bureaus' officers (NCB_OFFICER).
   */
  hides(record: RecordRef, { principal: { bureau, roles }, instant }: Caller): boolean {
    if (ownerOf(record.bureau) === bureau) return false
    if (!this.#isRead) return record.type === 'Notice' || record.type === 'Person'
    const embargoes = this.#embargoes.get(refKey(record))
    if (embargoes === undefined || roles.includes('NCB_OFFICER')) return false
    return embargoes.some(({ from, until }) => instant < until && from.includes(bureau))
  }

  /** Whether anything is hidden from anybody. */
  get hidesAnything(): boolean {
    return !this.#isRead || this.#embargoes.size > 0
  }

  /** Whether a lead has an operation of this name, be it over. */
  hasName(name: string): boolean {
    return [...this.#known.values()].some((one) => nameOf(one) === name)
  }

  /** The operations that a bureau has business with and that are not over; those first that were written last. */
  of(bureau: string): readonly HeldOperation[] {
    return [...this.#known.values()]
      .filter(({ standing, content }) => !over.has(standing.state) && partyAt(content, bureau) !== null)
      .sort((a, b) => b.standing.updated - a.standing.updated)
  }

  /** Targets of other bureaus, in all operations, that meet one. */
  meeting({ bureau, marks }: Pick<Target, 'bureau' | 'marks'>): readonly Target[] {
    const wanted = new Set(marks)
    return [...this.#known.values()].flatMap(({ content: { targets } }) =>
      targets.filter((one) => one.bureau !== bureau && one.marks.some((mark) => wanted.has(mark))),
    )
  }
}

function memberKey(bureau: string, person: string): string {
  return JSON.stringify([bureau, person])
}

function addTo<T>(map: Map<string, readonly T[]>, key: string, one: T): void {
  map.set(key, [...(map.get(key) ?? []), one])
}

function removeFrom<T>(map: Map<string, readonly T[]>, key: string, one: T): void {
  const rest = (map.get(key) ?? []).filter((other) => other !== one)
  if (rest.length === 0) map.delete(key)
  else map.set(key, rest)
}
