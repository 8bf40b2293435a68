import { within } from '../budget.ts'
import {
  type Call,
  type Capabilities,
  type Connector,
  ConnectorError,
  type NativeField,
  type NativeGet,
  type NativePage,
  type NativeQuery,
  type NativeRow,
} from '../connector.ts'
import type { ConnectorEnvironment } from '../environment.ts'
import type { ChangesQuery, NativeChanges } from '../nativeChange.ts'
import { suggestion } from '../nearest.ts'
import { comparePlaces, type Place } from '../position.ts'
import { ChildTables } from './childTables.ts'
import { satisfies } from './evaluate.ts'
import { FileChanges } from './fileChanges.ts'
import { FileIndex, type Snapshot } from './fileIndex.ts'
import type { FileOptions } from './fileOptions.ts'
import { pause } from './inTurns.ts'
import { listFiles } from './listFiles.ts'
import { SortedRows } from './sortedRows.ts'

const capabilities: Capabilities = {
  filters: () => true,
  orders: () => true,
  reverses: true,
  captures: ['files'],
  pageRows: null,
  resultRows: null,
}

/** A folder in which files are dropped, its rows kept in memory. */
export class FileConnector implements Connector {
  readonly #options: FileOptions
  readonly #indexes: ReadonlyMap<string, FileIndex>
  readonly #sorted = new SortedRows()
  readonly #children = new ChildTables()
  readonly #changes = new FileChanges()
  readonly #closing = new AbortController()

  /** `options.folder` is absolute. */
  constructor(options: FileOptions, log: NonNullable<ConnectorEnvironment['log']>) {
    this.#options = options
    const { folder, maxRows, refreshMs } = options
    const signal = this.#closing.signal
    this.#indexes = new Map(
      Object.entries(options.sources).map(([name, source]) => [
        name,
        new FileIndex({ name, folder, source, maxRows, refreshMs, signal, log: (words) => log('warn', words) }),
      ]),
    )
  }

  capabilities(source: string): Capabilities {
    this.#index(source)
    return capabilities
  }

  find(query: NativeQuery, call: Call): Promise<NativePage> {
    return this.#work(call, async (signal) => {
      const snapshot = await this.#index(query.source).snapshot(query.key)
      const tables = await this.#children.tablesFor(query.children, (source) => this.#index(source).snapshot(null))
      const { places, rows } = await this.#sorted.of(snapshot, query)
      const found: NativeRow[] = []
      let last: Place | null = null
      for (let i = firstAfter(places, startOf(query), query); i < rows.length; i++) {
        await pause(i, signal)
        const row = rows[i] as NativeRow
        if (query.where !== null && !satisfies(row, query.where, tables.childrenOf)) continue
        if (found.length >= query.limit && last !== null) return { rows: found, next: writePlace(last), capped: false }
        found.push(tables.withChildren(row))
        last = places[i] ?? null
      }
      return { rows: found, next: null, capped: false }
    })
  }

  get(query: NativeGet, call: Call): Promise<ReadonlyMap<string, NativeRow>> {
    return this.#work(call, async () => {
      const { byKey } = await this.#index(query.source).snapshot(query.key)
      const tables = await this.#children.tablesFor(query.children, (source) => this.#index(source).snapshot(null))
      const rows = query.keys.flatMap((key): [string, NativeRow][] => {
        const row = byKey.get(key)
        return row === undefined ? [] : [[key, tables.withChildren(row)]]
      })
      return new Map(rows)
    })
  }

  changes(query: ChangesQuery, call: Call): Promise<NativeChanges> {
    if (query.how.mode !== 'files') throw new ConnectorError('REFUSED', `files have no capture by ${query.how.mode}`)
    return this.#work(call, async (signal) => {
      const { source, key, children } = query.read
      const now = await this.#index(source).snapshot(key)
      const below = await Promise.all(children.map((child) => this.#index(child.source).snapshot(null)))
      return this.#changes.since(query, now, below, signal)
    })
  }

  describe(source: string, call: Call): Promise<readonly NativeField[]> {
    return this.#work(call, async () => fieldsOf(await this.#index(source).snapshot(null)))
  }

  async health(call: Call): Promise<void> {
    await this.#work(call, () => listFiles(this.#options.folder, '*'))
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#sorted.clear()
  }

  #work<T>(call: Call, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) return Promise.reject(new ConnectorError('UNREACHABLE', 'the connector is closed'))
    return within(call, work)
  }

  #index(source: string): FileIndex {
    const index = this.#indexes.get(source)
    if (index !== undefined) return index
    throw new ConnectorError('NO_SOURCE', `there is no source '${source}'${suggestion(source, this.#indexes.keys())}`)
  }
}

function startOf({ page, after, orderBy }: NativeQuery): Place | null {
  if (page !== null) return readPlace(page)
  if (after === null || orderBy === null) return null
  return { value: after.value === '' ? null : after.value, key: after.key }
}

/** Where the first row strictly after a place stands. */
function firstAfter(places: readonly Place[], start: Place | null, query: NativeQuery): number {
  if (start === null) return 0
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (comparePlaces(places[middle] as Place, start, query) > 0) high = middle
    else low = middle + 1
  }
  return low
}

function writePlace(place: Place): string {
  return Buffer.from(JSON.stringify([place.value, place.key])).toString('base64url')
}

function readPlace(token: string): Place {
  try {
    const [value, key] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[]
    if (typeof key === 'string' && (value === null || ['string', 'number', 'boolean'].includes(typeof value)))
      return { value: value as Place['value'], key }
  } catch {}
  throw new ConnectorError('REFUSED', 'this is no page of this source')
}

/** What the first rows show. */
function fieldsOf({ rows }: Snapshot): readonly NativeField[] {
  const shown = rows.slice(0, 1000)
  const types = new Map<string, Set<string>>()
  for (const row of shown)
    for (const [path, value] of Object.entries(row)) types.set(path, (types.get(path) ?? new Set()).add(typeOf(value)))
  return [...types].map(([path, seen]) => {
    const known = [...seen].filter((type) => type !== 'null')
    const isEverywhere = shown.every((row) => Object.hasOwn(row, path))
    return { path, type: known.sort().join(' or ') || 'null', nullable: seen.has('null') || !isEverywhere }
  })
}

function typeOf(value: unknown): string {
  return value === null || value === undefined ? 'null' : Array.isArray(value) ? 'list' : typeof value === 'string' ? 'text' : typeof value
}
