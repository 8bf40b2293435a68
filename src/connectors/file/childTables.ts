import { compareValues } from '../compareValues.ts'
import type { ChildFetch, NativeRow } from '../connector.ts'
import { scalarAt } from '../position.ts'
import type { ChildrenOf } from './evaluate.ts'
import type { Snapshot } from './fileIndex.ts'

/** The child tables of one query. */
export interface Tables {
  readonly childrenOf: ChildrenOf
  /** The row with an array for each child table; the row itself when there is none. */
  readonly withChildren: (row: NativeRow) => NativeRow
}

type ByParent = ReadonlyMap<string, readonly NativeRow[]>

/** Child rows by their parent's value, remembered as long as their files do not change. */
export class ChildTables {
  readonly #known = new WeakMap<Snapshot, Map<string, ByParent>>()

  /** Reads what the children of a query need. */
  async tablesFor(children: readonly ChildFetch[], read: (source: string) => Promise<Snapshot>): Promise<Tables> {
    const tables = new Map<string, { readonly fetch: ChildFetch; readonly byParent: ByParent }>()
    for (const fetch of children) tables.set(fetch.name, { fetch, byParent: this.#byParent(await read(fetch.source), fetch) })
    const rowsOf = (row: NativeRow, fetch: ChildFetch, byParent: ByParent) => {
      const value = scalarAt(row, fetch.parent)
      return value === null ? [] : (byParent.get(String(value)) ?? [])
    }
    return {
      childrenOf: (row, name) => {
        const table = tables.get(name)
        return table === undefined ? null : rowsOf(row, table.fetch, table.byParent)
      },
      withChildren: (row) => {
        if (tables.size === 0) return row
        return { ...row, ...Object.fromEntries([...tables].map(([name, { fetch, byParent }]) => [name, rowsOf(row, fetch, byParent)])) }
      },
    }
  }

  #byParent(snapshot: Snapshot, { on, orderBy }: ChildFetch): ByParent {
    const known = this.#known.get(snapshot) ?? new Map<string, ByParent>()
    this.#known.set(snapshot, known)
    const name = JSON.stringify([on, orderBy])
    const found = known.get(name) ?? group(snapshot.rows, on, orderBy)
    known.set(name, found)
    return found
  }
}

function group(rows: readonly NativeRow[], on: string, orderBy: string | null): ByParent {
  const groups = new Map<string, NativeRow[]>()
  for (const row of rows) {
    const value = scalarAt(row, on)
    if (value === null) continue
    const members = groups.get(String(value))
    if (members === undefined) groups.set(String(value), [row])
    else members.push(row)
  }
  if (orderBy !== null) for (const members of groups.values()) members.sort((a, b) => compareRows(a, b, orderBy))
  return groups
}

function compareRows(a: NativeRow, b: NativeRow, path: string): number {
  const [x, y] = [scalarAt(a, path), scalarAt(b, path)]
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
  return compareValues(x, y)
}
