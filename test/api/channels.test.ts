import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryServer, twoBureaus } from '../support/memoryServer.ts'

let server: Awaited<ReturnType<typeof memoryServer>>
const bureaus = twoBureaus()
beforeAll(async () => {
  server = await memoryServer(bureaus)
})
afterAll(() => server[Symbol.asyncDispose]())

const counted =
  '{ notices(first: 1) { totalCount facets(by: [OWNER, KIND]) { field buckets { value count } withheld unknown } nodes { kind } } }'

describe('over HTTP', () => {
  it('counts and facets stand beside the page, and the summary in the extensions', async () => {
    const { status, body } = await server.ask(counted)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      data: {
        notices: {
          totalCount: 6,
          facets: [
            {
              field: 'owner',
              buckets: [
                { value: 'XA', count: 3 },
                { value: 'XB', count: 3 },
              ],
              withheld: 0,
              unknown: 0,
            },
            { field: 'kind', buckets: [{ value: 'RED', count: 6 }], withheld: 0, unknown: 0 },
          ],
          nodes: [{ kind: 'RED' }],
        },
      },
      extensions: { disclosure: [{ owner: 'XA', type: 'Notice', records: 1, below: [] }] },
    })
  })

  it('a silent bureau makes them null and is no error', async () => {
    bureaus[1].down = true
    const { status, body } = await server.ask(counted)
    bureaus[1].down = false
    expect(status).toBe(200)
    expect(body).toMatchObject({ data: { notices: { totalCount: null, facets: null, nodes: [{ kind: 'RED' }] } } })
    expect(body.errors).toBeUndefined()
  })

  it('too many of them are refused before any bureau is asked', async () => {
    const before = bureaus[0].calls.length
    const many = `{ ${Array.from({ length: 11 }, (_, n) => `a${n}: notices { totalCount }`).join(' ')} }`
    expect((await server.ask(many)).body.errors?.[0]?.extensions.code).toBe('QUERY_TOO_COSTLY')
    expect(bureaus[0].calls.length).toBe(before)
  })

  it.each([
    ['{ notices(match: null) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ notices(match: MAYBE) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ notices { facets(by: [SUMMARY]) { field } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ notices { facets(by: null) { field } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ notices(after: "AAAA") { totalCount } }', 'CURSOR_INVALID'],
  ])('%s is refused with %s and nothing else', async (query, code) => {
    const { body } = await server.ask(query)
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([{ code }])
    expect(JSON.stringify(body.errors)).not.toMatch(/did you mean|MAYBE|SUMMARY/i)
  })

  it('a facet of no field is an empty list', async () => {
    expect((await server.ask('{ notices { facets(by: []) { field } } }')).body).toMatchObject({ data: { notices: { facets: [] } } })
  })
})
