import { buildSchema, graphql } from 'graphql'
import { openConnector } from '../../../src/connectors/open.ts'
import type { ContractFixture } from './contractFixture.ts'
import { counters, type Thing, things } from './contractRows.ts'
import { eventually } from './eventually.ts'
import { sendJson, startHttpServer } from './httpServer.ts'
import { byCodePoint, byValue } from './referenceOrder.ts'

const schema = buildSchema(`
  type Query {
    things(first: Int, after: String, where: ThingWhere, sort: ThingSort): ThingConnection!
    thing(id: ID!): Node
    counters(skip: Int, take: Int): [Counter!]!
    countersByNo(nos: [Int!]!): [Counter]!
    slow: [Counter!]!
  }
  input ThingWhere { ids: [ID!], name: TextWhere, born: DateWhere, n: Int }
  input TextWhere { startsWith: String }
  input DateWhere { from: String, to: String }
  enum ThingSort { ID BORN BORN_DESC }
  interface Node { id: ID! }
  type Thing implements Node { id: ID!, name: String, born: String, n: Int, aliases(first: Int): [Alias!]! }
  type Alias { label: String, pos: Int }
  type Counter { no: Int!, word: String }
  type ThingConnection { edges: [ThingEdge!]!, pageInfo: PageInfo! }
  type ThingEdge { node: Thing!, cursor: String! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
`)

interface ThingsArguments {
  readonly first: number
  readonly after?: string
  readonly where?: {
    readonly ids?: readonly string[]
    readonly name?: { readonly startsWith?: string }
    readonly born?: { readonly from?: string; readonly to?: string }
    readonly n?: number
  }
  readonly sort?: 'ID' | 'BORN' | 'BORN_DESC'
}

function findThings({ first, after, where = {}, sort }: ThingsArguments): unknown {
  const { ids, name, born, n } = where
  const found = things.filter((thing) => {
    if (ids !== undefined && !ids.includes(thing.id)) return false
    if (name?.startsWith !== undefined && !thing.name?.startsWith(name.startsWith)) return false
    if (n !== undefined && thing.n !== n) return false
    // Rows without a date come with every lower bound.
    if (born?.from !== undefined && thing.born !== null && thing.born < born.from) return false
    return born?.to === undefined || thing.born === null || thing.born <= born.to
  })
  const key = (thing: Thing) => thing.id
  const ordered = found.sort(
    sort === 'BORN' || sort === 'BORN_DESC'
      ? byValue((thing) => thing.born, sort === 'BORN' ? 'ASC' : 'DESC', key)
      : (a, b) => byCodePoint(a.id, b.id),
  )
  const start = after === undefined ? 0 : ordered.findIndex((thing) => cursorOf(thing) === after) + 1
  const edges = ordered
    .slice(start, start + Math.min(first, 25))
    .map((node) => ({ node: { ...node, __typename: 'Thing' }, cursor: cursorOf(node) }))
  return { edges, pageInfo: { hasNextPage: start + edges.length < ordered.length, endCursor: edges.at(-1)?.cursor ?? null } }
}

function cursorOf(thing: Thing): string {
  return Buffer.from(`cursor:${thing.id}`).toString('base64')
}

/** A GraphQL endpoint, with lists inside its rows. */
export async function graphqlFixture(): Promise<ContractFixture> {
  const hanging = new Set<unknown>()
  const rootValue = {
    things: findThings,
    thing: ({ id }: { readonly id: string }) => {
      const found = things.find((thing) => thing.id === id)
      return found === undefined ? null : { ...found, __typename: 'Thing' }
    },
    counters: ({ skip, take }: { readonly skip: number; readonly take: number }) => counters.slice(skip, skip + take),
    countersByNo: ({ nos }: { readonly nos: readonly number[] }) => nos.map((no) => counters.find((counter) => counter.no === no) ?? null),
    slow: () => new Promise(() => {}),
  }
  const server = await startHttpServer(async (_request, response, body) => {
    hanging.add(response)
    response.on('close', () => hanging.delete(response))
    const { query, variables } = JSON.parse(body) as { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }
    sendJson(response, await graphql({ schema, source: query, rootValue, variableValues: variables }))
  })
  const connector = await openConnector(graphqlOptions(server.url), { folder: '/' })
  return {
    connector,
    sources: { things: 'things', counters: 'counters', aliases: null },
    children: 'row',
    typed: true,
    tellsNull: true,
    filters: [
      ['id', 'in'],
      ['name', 'startsWith'],
      ['born', 'gte'],
      ['n', 'eq'],
    ],
    orders: [
      ['born', 'ASC'],
      ['born', 'DESC'],
    ],
    slow: { source: 'slow', key: 'no', stopped: () => eventually(() => hanging.size === 0) },
    described: null,
    absent: () => openConnector(graphqlOptions('http://127.0.0.1:9'), { folder: '/' }),
    stop: async () => {
      await connector.close()
      await server.stop()
    },
  }
}

function graphqlOptions(url: string): { readonly kind: 'graphql'; readonly [option: string]: unknown } {
  const orders = [
    { path: 'id', arguments: { sort: 'ID' } },
    { path: 'born', arguments: { sort: 'BORN' }, bound: 'where.born.from' },
    { path: 'born', direction: 'DESC', arguments: { sort: 'BORN_DESC' } },
  ]
  const filters = {
    id: { in: 'where.ids' },
    name: { startsWith: 'where.name.startsWith' },
    born: { gte: 'where.born.from', lte: 'where.born.to' },
    n: { eq: { at: 'where.n', as: 'Int' } },
  }
  const things = {
    list: { field: 'things', arguments: { where: 'ThingWhere', sort: 'ThingSort' }, max: 25, filters, orders },
    get: { field: 'thing', key: 'id', on: 'Thing', batch: 7 },
    expand: { aliases: ['label', 'pos'] },
    nested: { aliases: { first: { type: 'Int', value: 100 } } },
  }
  const plain = { shape: 'list', arguments: { skip: 'Int', take: 'Int' }, first: 'take', after: 'skip', max: 4 }
  return {
    kind: 'graphql',
    url,
    sources: {
      things,
      counters: { list: { field: 'counters', ...plain }, get: { field: 'countersByNo', keys: 'nos', type: '[Int!]!' } },
      slow: { list: { field: 'slow', shape: 'list' }, get: { field: 'countersByNo', keys: 'nos', type: '[Int!]!' } },
    },
  }
}
