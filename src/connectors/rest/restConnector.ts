import { canFilter, conjuncts } from '../conjuncts.ts'
import {
  type Call,
  type Capabilities,
  type Connector,
  ConnectorError,
  type NativeGet,
  type NativePage,
  type NativeQuery,
  type NativeRow,
} from '../connector.ts'
import { inboxOf } from '../http/inbox.ts'
import type { JsonClient } from '../http/jsonClient.ts'
import { at, isRow, rowsAt } from '../http/parseJson.ts'
import { suggestion } from '../nearest.ts'
import { own } from '../own.ts'
import { keyOf, rowsAfter } from '../position.ts'
import type { RestOptions, RestSource } from './restOptions.ts'
import { outcomeOf, pageAt, readProgress, writeProgress } from './restPaging.ts'
import { orderOf, RestQuery, restQuery } from './restQuery.ts'

const nothing: NativePage = { rows: [], next: null, capped: false }

const boundOperators = new Set(['isNull', 'gte', 'lte'])

/** A system with an HTTP interface that answers JSON, read as its options say. */
export class RestConnector implements Connector {
  readonly #options: RestOptions
  readonly #client: JsonClient
  readonly submit?: NonNullable<Connector['submit']>

  constructor(options: RestOptions, client: JsonClient) {
    this.#options = options
    this.#client = client
    if (options.inbox !== undefined) this.submit = inboxOf(options.inbox, client)
  }

  capabilities(source: string): Capabilities {
    const declared = this.#source(source)
    return {
      // An order that can start at a value can also start at one of another bureau's: the hub asks for that as "from there, or no value".
      filters: (path, op) =>
        canFilter(declared.filters, path, op) ||
        (declared.orders.some((order) => order.path === path && order.bound !== undefined) && boundOperators.has(op)),
      orders: (path, direction) => orderOf(declared, { orderBy: { path, direction } }) !== null,
      pageRows: declared.paging.kind === 'none' ? null : declared.paging.max,
      resultRows: declared.cap ?? null,
    }
  }

  async find(query: NativeQuery, call: Call): Promise<NativePage> {
    const source = this.#source(query.source)
    this.#refuseChildren(query)
    const wanted = conjuncts(query.where)
    if (wanted === 'nothing') return nothing
    const progress = readProgress(query.page)
    const page = pageAt(source, restQuery(source, query, wanted), progress, query.limit, this.#client)
    const answer = await this.#client.send({ method: 'GET', path: page.path }, call)
    if (answer === null) return nothing
    const rows = rowsAt(answer.body, source.rows)
    const { next, capped } = outcomeOf(source, progress, page.size, rows.length, answer)
    return { rows: rowsAfter(rows, query), next: writeProgress(next), capped }
  }

  async get(query: NativeGet, call: Call): Promise<ReadonlyMap<string, NativeRow>> {
    const source = this.#source(query.source)
    this.#refuseChildren(query)
    const keys = [...new Set(query.keys)].filter((key) => key !== '' && key.isWellFormed())
    const found = new Map<string, NativeRow>()
    const keep = (row: NativeRow) => {
      const key = keyOf(row, query.key)
      if (key !== null) found.set(key, row)
    }
    const parts = 'parameter' in source.get ? this.#batches(source, source.get, keys) : keys.map((key) => [key])
    await inTurns(parts, this.#options.connections, async (part) => {
      for (const row of await this.#read(source, part, call)) keep(row)
    })
    const wanted = new Set(keys)
    return new Map([...found].filter(([key]) => wanted.has(key)))
  }

  async describe(source: string): Promise<null> {
    this.#source(source)
    return null
  }

  async health(call: Call): Promise<void> {
    const [first] = Object.values(this.#options.sources)
    const path = this.#options.health
    if (path !== undefined) await this.#client.send({ method: 'GET', path: this.#client.under(path) }, call)
    else if (first !== undefined)
      await this.#client.send({ method: 'GET', path: pageAt(first, new RestQuery(), readProgress(null), 1, this.#client).path }, call)
  }

  close(): Promise<void> {
    return this.#client.close()
  }

  async #read(source: RestSource, keys: readonly string[], call: Call): Promise<readonly NativeRow[]> {
    const parameters = new RestQuery()
    for (const [name, value] of Object.entries(source.query)) parameters.set(name, [String(value)])
    if ('parameter' in source.get) {
      const { parameter, join } = source.get
      parameters.set(parameter, join === 'repeat' ? keys : [keys.join(join)])
      if (source.paging.kind !== 'none' && source.paging.size !== undefined)
        parameters.set(source.paging.size, [String(Math.min(source.paging.max, keys.length))])
      const answer = await this.#client.send({ method: 'GET', path: `${this.#client.under(source.path)}${parameters}` }, call)
      return answer === null ? [] : rowsAt(answer.body, source.rows)
    }
    const path = keyPath(source.get, keys[0] ?? '')
    if (path === null) return []
    const answer = await this.#client.send({ method: 'GET', path: this.#client.under(path), mayBeAbsent: true }, call)
    if (answer === null) return []
    const row = at(answer.body, source.get.row)
    if (row === null || row === undefined) return []
    if (!isRow(row)) throw new ConnectorError('BAD_ANSWER', `there is no row at '${source.get.row}' in the answer`)
    return [row]
  }

  #batches(
    source: RestSource,
    get: Extract<RestSource['get'], { parameter: string }>,
    keys: readonly string[],
  ): readonly (readonly string[])[] {
    const size = Math.min(get.batch, source.paging.kind === 'none' ? get.batch : source.paging.max)
    // A key that contains the separator would read as two: it goes alone only where keys are repeated.
    const safe = keys.filter((key) => get.join === 'repeat' || !key.includes(get.join))
    return Array.from({ length: Math.ceil(safe.length / size) }, (_, i) => safe.slice(i * size, (i + 1) * size))
  }

  #refuseChildren({ children }: { readonly children: readonly unknown[] }): void {
    if (children.length > 0) throw new ConnectorError('NO_SOURCE', 'a rest source has no child tables: lists come inside the row')
  }

  #source(name: string): RestSource {
    const source = own(this.#options.sources, name)
    if (source !== undefined) return source
    throw new ConnectorError('NO_SOURCE', `there is no source '${name}'${suggestion(name, Object.keys(this.#options.sources))}`)
  }
}

function keyPath(get: Extract<RestSource['get'], { path: string }>, key: string): string | null {
  const written = Object.entries(get.replace).reduce((text, [from, to]) => text.replaceAll(from, () => to), key)
  // A path segment of dots would lead to another resource.
  if (/^\.{1,2}$/.test(written)) return null
  return get.path.replaceAll('{key}', () => encodeURIComponent(written))
}

/** Works through parts, a few at a time. The first failure ends it. */
async function inTurns<T>(parts: readonly T[], width: number, work: (part: T) => Promise<void>): Promise<void> {
  const waiting = parts[Symbol.iterator]()
  const worker = async () => {
    for (const part of waiting) await work(part)
  }
  await Promise.all(Array.from({ length: Math.min(width, parts.length) }, worker))
}
