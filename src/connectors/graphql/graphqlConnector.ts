import { canFilter, conjuncts } from '../conjuncts.ts'
import {
  type Call,
  type Capabilities,
  type Connector,
  ConnectorError,
  type NativeGet,
  type NativePage,
  type NativeQuery,
  type NativeRead,
  type NativeRow,
} from '../connector.ts'
import type { JsonClient } from '../http/jsonClient.ts'
import { at, isRow } from '../http/parseJson.ts'
import { suggestion } from '../nearest.ts'
import { own } from '../own.ts'
import { keyOf, rowsAfter } from '../position.ts'
import { readProgress, writeProgress } from '../rest/restPaging.ts'
import { listArguments, orderOf } from './arguments.ts'
import { type GraphqlRequest, getDocument, healthDocument, isInt, listDocument } from './document.ts'
import type { GraphqlList, GraphqlOptions, GraphqlSource } from './graphqlOptions.ts'
import { readErrors } from './readErrors.ts'

const boundOperators = new Set(['isNull', 'gte', 'lte'])

/** A GraphQL endpoint, read as its options say. */
export class GraphqlConnector implements Connector {
  readonly #options: GraphqlOptions
  readonly #client: JsonClient

  constructor(options: GraphqlOptions, client: JsonClient) {
    this.#options = options
    this.#client = client
  }

  capabilities(source: string): Capabilities {
    const { list } = this.#source(source)
    return {
      // An order that can start at a value can also start at one of another bureau's: the hub asks for that as "from there, or no value".
      filters: (path, op) =>
        canFilter(list.filters, path, op) ||
        (list.orders.some((order) => order.path === path && order.bound !== undefined) && boundOperators.has(op)),
      orders: (path, direction) => orderOf(list, { orderBy: { path, direction } }) !== null,
      pageRows: list.max,
      resultRows: list.cap ?? null,
    }
  }

  async find(query: NativeQuery, call: Call): Promise<NativePage> {
    const source = this.#source(query.source)
    const { list } = source
    const paths = pathsOf(query)
    const wanted = conjuncts(query.where)
    if (wanted === 'nothing') return { rows: [], next: null, capped: false }
    const progress = readProgress(query.page)
    const size = Math.max(1, Math.min(list.max, query.limit, (list.cap ?? Number.POSITIVE_INFINITY) - progress.read))
    const values = listArguments(list, query, wanted)
    const { first, after } = pagingArguments(list)
    if (first !== null) values[first] = size
    if (after !== null && list.shape === 'list') values[after] = progress.read
    else if (after !== null && progress.mark !== null) values[after] = progress.mark
    const page = at(await this.#ask(listDocument(source, paths, values), call), 'page')
    const { rows, mark } = list.shape === 'relay' ? connectionRows(list, page) : { rows: listRows(page), mark: null }
    const read = progress.read + rows.length
    const isMore = list.shape === 'relay' ? mark !== null : first !== null && after !== null && rows.length >= size
    const capped = isMore && list.cap !== undefined && read >= list.cap
    const isStuck = isMore && mark !== null && mark === progress.mark
    if (isStuck) throw new ConnectorError('BAD_ANSWER', 'the next page is the same page')
    return { rows: rowsAfter(rows, query), next: isMore && !capped ? writeProgress({ read, mark }) : null, capped }
  }

  async get(query: NativeGet, call: Call): Promise<ReadonlyMap<string, NativeRow>> {
    const source = this.#source(query.source)
    const paths = pathsOf(query)
    const wanted = new Set(query.keys.filter((key) => key.isWellFormed() && (!isInt(source) || /^-?\d{1,9}$/.test(key))))
    const keys = [...wanted]
    const found = new Map<string, NativeRow>()
    for (let start = 0; start < keys.length; start += source.get.batch) {
      const part = keys.slice(start, start + source.get.batch)
      const data = await this.#ask(getDocument(source, paths, part), call)
      const rows = 'keys' in source.get ? listRows(at(data, 'rows')) : listRows(part.map((_, i) => at(data, `row${i}`)))
      for (const row of rows) {
        const key = keyOf(row, query.key)
        if (key !== null && wanted.has(key)) found.set(key, row)
      }
    }
    return found
  }

  async describe(source: string): Promise<null> {
    this.#source(source)
    return null
  }

  async health(call: Call): Promise<void> {
    await this.#ask(healthDocument, call)
  }

  close(): Promise<void> {
    return this.#client.close()
  }

  async #ask(body: GraphqlRequest, call: Call): Promise<unknown> {
    const path = this.#client.under('')
    const answer = await this.#client.send({ method: 'POST', path: path === '' ? '/' : path, body }, call)
    readErrors(answer?.body)
    return at(answer?.body, 'data')
  }

  #source(name: string): GraphqlSource {
    const source = own(this.#options.sources, name)
    if (source !== undefined) return source
    throw new ConnectorError('NO_SOURCE', `there is no source '${name}'${suggestion(name, Object.keys(this.#options.sources))}`)
  }
}

function pathsOf(read: NativeRead): readonly string[] {
  if (read.children.length > 0) throw new ConnectorError('NO_SOURCE', 'a graphql source has no child tables: lists come inside the row')
  return [...new Set([read.key, ...read.fields])]
}

function pagingArguments(list: GraphqlList): { readonly first: string | null; readonly after: string | null } {
  const isRelay = list.shape === 'relay'
  return { first: list.first ?? (isRelay ? 'first' : null), after: list.after ?? (isRelay ? 'after' : null) }
}

/** Null members are left out: a system may withhold rows of its own. */
function listRows(value: unknown): readonly NativeRow[] {
  if (!Array.isArray(value)) throw new ConnectorError('BAD_ANSWER', 'there is no list of rows in the answer')
  const present = value.filter((row) => row !== null && row !== undefined)
  if (!present.every(isRow)) throw new ConnectorError('BAD_ANSWER', 'there is no list of rows in the answer')
  return present
}

function connectionRows(list: GraphqlList, page: unknown): { readonly rows: readonly NativeRow[]; readonly mark: string | null } {
  const members = listRows(at(page, list.nodes))
  const rows = list.nodes === 'nodes' ? members : listRows(members.map((edge) => edge['node']))
  const hasNext = at(page, 'pageInfo.hasNextPage')
  const mark = at(page, 'pageInfo.endCursor')
  if (typeof hasNext !== 'boolean' || (hasNext && typeof mark !== 'string'))
    throw new ConnectorError('BAD_ANSWER', 'there is no `pageInfo` in the answer')
  return { rows, mark: hasNext ? (mark as string) : null }
}
