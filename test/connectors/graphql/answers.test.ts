import { parse, print } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connector, NativeQuery } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'
import { type HttpServer, sendJson, startHttpServer } from '../../support/connectors/httpServer.ts'

const query: NativeQuery = {
  source: 's',
  key: 'id',
  keyOrder: 'text',
  fields: ['id', 'name.last', 'aliases', 'papers.kind.code'],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 10,
  page: null,
}
const page = { page: { edges: [{ node: { id: 'a' } }], pageInfo: { hasNextPage: false, endCursor: null } } }

describe('graphql', () => {
  let server: HttpServer
  let answer: unknown
  let asked: { query: string; variables: Record<string, unknown> } = { query: '', variables: {} }
  let connector: Connector
  beforeAll(async () => {
    server = await startHttpServer((_request, response, body) => {
      asked = JSON.parse(body) as typeof asked
      sendJson(response, answer)
    })
    const list = {
      field: 'subjects',
      arguments: { where: '[Where!]!', filter: 'Filter' },
      fixed: { filter: { archived: false } },
      filters: { 'name.last': { startsWith: 'filter.name.begins' }, sex: { eq: { at: 'filter.sex', values: ['M', 'F'] } } },
      orders: [{ path: 'id', bound: 'filter.from' }],
    }
    const get = { field: 'node', key: 'id', on: 'Subject', batch: 2 }
    connector = await openConnector(
      {
        kind: 'graphql',
        url: `${server.url}/graphql`,
        sources: {
          s: { list, get, expand: { aliases: ['full', 'quality.code'] }, nested: { papers: { first: { type: 'Int', value: 3 } } } },
        },
      },
      { folder: '/' },
    )
  })
  afterAll(async () => {
    await connector.close()
    await server.stop()
  })
  const find = (differences: Partial<NativeQuery> = {}) => connector.find({ ...query, ...differences }, callWithin(2000))

  it('sends one document for questions of one shape, with the values of each', async () => {
    answer = { data: page }
    const seen = async (value: string, fields = query.fields) => {
      await find({ fields, where: { kind: 'compare', path: 'name.last', op: 'startsWith', value } })
      return asked
    }
    const [first, second, other] = [await seen('Ve'), await seen('Qu'), await seen('Ve', ['id', 'aliases'])]
    expect(second.query).toBe(first.query)
    expect(other.query).not.toBe(first.query)
    expect(JSON.stringify(first.variables)).toContain('"begins":"Ve"')
    expect(second.variables).toEqual(JSON.parse(JSON.stringify(first.variables).replace('"Ve"', '"Qu"')))
  })

  it('tells how long there is with every call', async () => {
    answer = { data: page }
    await find()
    const told = Number(server.seen.at(-1)?.headers['comity-deadline-ms'])
    expect(told).toBeGreaterThan(1000)
    expect(told).toBeLessThanOrEqual(2000)
  })

  it('asks for the fields of the mapping, with every value in a variable', async () => {
    answer = { data: page }
    await find({
      where: { kind: 'compare', path: 'name.last', op: 'startsWith', value: '") { id } }' },
      orderBy: { path: 'id', direction: 'ASC' },
      after: { value: 'k', key: 'k' },
    })
    const expected = `query ($v0: Int, $v1: Filter, $v2: Int) { page: subjects(filter: $v1, first: $v2) { edges { node { id name { last }
      aliases { full quality { code } } papers(first: $v0) { kind { code } } } } pageInfo { hasNextPage endCursor } } }`
    expect(print(parse(asked.query))).toBe(print(parse(expected)))
    expect(asked.variables).toEqual({ v0: 3, v1: { archived: false, from: 'k', name: { begins: '") { id } }' } }, v2: 10 })
  })

  it('reads rows by key under one alias each', async () => {
    answer = { data: { row0: { id: 'b' }, row1: null } }
    const found = await connector.get({ ...query, fields: ['id'], keys: ['b', 'c'] }, callWithin(2000))
    expect([...found.keys()]).toEqual(['b'])
    expect(asked.query).toContain('row1: node(id: $v1)')
    expect(asked.variables).toEqual({ v0: 'b', v1: 'c' })
  })

  it.each([
    ['errors, even beside data', { data: page, errors: [{ message: 'half of it' }] }, 'BAD_ANSWER'],
    ['errors that say refused', { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }, 'REFUSED'],
    ['no data', {}, 'BAD_ANSWER'],
    ['data that is null', { data: null }, 'BAD_ANSWER'],
    ['another shape', { data: { page: { edges: 7 } } }, 'BAD_ANSWER'],
    ['no page information', { data: { page: { edges: [] } } }, 'BAD_ANSWER'],
    ['a next page without its cursor', { data: { page: { edges: [], pageInfo: { hasNextPage: true, endCursor: null } } } }, 'BAD_ANSWER'],
    ['a list', [], 'BAD_ANSWER'],
  ])('takes %s for a failure', async (_words, body, reason) => {
    answer = body
    const error = (await find().catch((one: unknown) => one)) as Error
    expect(error).toMatchObject({ name: 'ConnectorError', reason })
    expect(error.message).not.toContain('half')
  })

  it('gives up on a page that leads to itself', async () => {
    answer = { data: { page: { edges: [], pageInfo: { hasNextPage: true, endCursor: 'x' } } } }
    const { next } = await find()
    await expect(find({ page: next })).rejects.toMatchObject({ reason: 'BAD_ANSWER' })
  })

  it('leaves out members that the system withholds', async () => {
    answer = { data: { page: { edges: [null, { node: null }, { node: { id: 'a' } }], pageInfo: { hasNextPage: false, endCursor: null } } } }
    expect((await find()).rows).toEqual([{ id: 'a' }])
  })

  it('does not send what an enum cannot be', async () => {
    answer = { data: page }
    await find({ where: { kind: 'compare', path: 'sex', op: 'eq', value: 'X' } })
    expect(asked.variables['v1']).toEqual({ archived: false })
  })

  it('takes no name that is no field', async () => {
    await expect(find({ fields: ['id', 'a) { b'] })).rejects.toMatchObject({ reason: 'NO_SOURCE' })
  })
})
