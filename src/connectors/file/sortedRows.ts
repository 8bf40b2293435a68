import type { NativeQuery, NativeRow } from '../connector.ts'
import { comparePlaces, keyOf, type Place, scalarAt } from '../position.ts'
import type { Snapshot } from './fileIndex.ts'
import { sortInTurns } from './inTurns.ts'

/** Rows in one order, with their places. */
export interface Sorted {
  readonly rows: readonly NativeRow[]
  readonly places: readonly Place[]
}

/** Orders kept at once. */
const most = 8

/** Rows in the orders that were asked for lately. */
export class SortedRows {
  readonly #known = new Map<string, { readonly snapshot: Snapshot; readonly sorted: Promise<Sorted> }>()

  /** The rows of a snapshot in the order of a query. Rows without a key are left out. */
  of(snapshot: Snapshot, query: NativeQuery): Promise<Sorted> {
    const { source, key, keyOrder, orderBy } = query
    const name = JSON.stringify([source, key, keyOrder, orderBy?.path, orderBy?.direction, orderBy?.reversed])
    const known = this.#known.get(name)
    this.#known.delete(name)
    const entry = known?.snapshot === snapshot ? known : { snapshot, sorted: sort(snapshot, query) }
    this.#known.set(name, entry)
    const [oldest] = this.#known.keys()
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest)
    return entry.sorted
  }

  /** Forgets everything. */
  clear(): void {
    this.#known.clear()
  }
}

async function sort({ rows }: Snapshot, query: NativeQuery): Promise<Sorted> {
  const { key, orderBy } = query
  const placed = rows.flatMap((row) => {
    const text = keyOf(row, key)
    return text === null ? [] : [{ row, place: { value: orderBy === null ? null : scalarAt(row, orderBy.path), key: text } }]
  })
  const sorted = await sortInTurns(placed, (a, b) => comparePlaces(a.place, b.place, query))
  return { rows: sorted.map(({ row }) => row), places: sorted.map(({ place }) => place) }
}
