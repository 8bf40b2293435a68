import type { NativePage, NativePredicate, NativeQuery } from '../../src/connectors/connector.ts'
import { type Link, LinkFailure } from '../../src/links/link.ts'
import { type MemoryBureau, memoryBureau } from './memoryBureau.ts'

/** One record of a flaky system. */
export interface Row {
  readonly bureau: string
  readonly key: string
  readonly kind: string
  readonly issuedOn: string | null
}

/** The order of the default question: latest first, unknown days last, then bureau and key. */
export function compareRows(a: Row, b: Row): number {
  if (a.issuedOn !== b.issuedOn) return a.issuedOn === null ? 1 : b.issuedOn === null ? -1 : a.issuedOn < b.issuedOn ? 1 : -1
  return a.bureau < b.bureau ? -1 : a.bureau > b.bureau ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** What a flaky system can do. */
export interface Powers {
  readonly orders: boolean
  readonly reverses: boolean
  readonly filters: boolean
  readonly pageRows: number
}

/** A bureau's system that is up or down, by the page; and sometimes goes down in the middle of one. */
export class FlakySystem {
  readonly bureau: MemoryBureau
  readonly rows: readonly Row[]
  down = false
  /** Calls that it answers before it goes down; null: all. */
  patience: number | null = null
  /** Rows that it has given. */
  given = 0
  /** Calls that it has got. */
  calls = 0
  readonly #powers: Powers
  readonly #reversed: readonly Row[]

  constructor(code: string, rows: readonly Row[], powers: Powers) {
    this.rows = rows.toSorted(compareRows)
    this.#reversed = this.rows.toReversed()
    this.#powers = powers
    const made = memoryBureau(code, { rows: { Notice: [] } })
    const { orders, reverses, filters } = powers
    const capabilities = { filters: () => filters, orders: () => orders, reverses, pageRows: null, resultRows: null }
    // The link's own guards have a suite of their own; here only answers and failures matter.
    const link = { capabilities: () => capabilities, find: (query: NativeQuery) => this.#find(query) } as unknown as Link
    this.bureau = { ...made, source: { ...made.source, link } }
  }

  async #find(query: NativeQuery): Promise<NativePage> {
    this.calls++
    if (this.down || this.patience === 0) throw new LinkFailure('UNAVAILABLE', null)
    if (this.patience !== null) this.patience--
    const { orderBy, after, where, limit, page } = query
    let rows: readonly Row[] = orderBy?.reversed === true ? this.#reversed : this.rows
    if (after !== null) {
      const place = { bureau: this.bureau.source.profile.code, kind: '', issuedOn: after.value as string | null, key: after.key }
      rows = rows.filter((row) => (orderBy?.reversed === true ? compareRows(place, row) : compareRows(row, place)) > 0)
    }
    if (where !== null) rows = rows.filter((row) => holds(row, where))
    const from = page === null ? 0 : Number(page)
    const given = rows.slice(from, from + Math.min(limit, this.#powers.pageRows))
    this.given += given.length
    return {
      rows: given.map(({ bureau: _, ...row }) => row),
      next: from + given.length < rows.length ? String(from + given.length) : null,
      capped: false,
    }
  }
}

function holds(row: Row, predicate: NativePredicate): boolean {
  if (predicate.kind === 'and') return predicate.terms.every((term) => holds(row, term))
  if (predicate.kind === 'or') return predicate.terms.some((term) => holds(row, term))
  const value = row.issuedOn
  if (predicate.path !== 'issuedOn') throw new Error('only days are asked about')
  if (predicate.op === 'isNull') return value === null
  if (value === null) return false
  const bound = String(predicate.value)
  return { gt: value > bound, gte: value >= bound, lt: value < bound, lte: value <= bound }[predicate.op as 'gt' | 'gte' | 'lt' | 'lte']
}
