import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryServer } from '../support/memoryServer.ts'

let server: Awaited<ReturnType<typeof memoryServer>>
beforeAll(async () => {
  server = await memoryServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const good = JSON.stringify({ query: '{ __typename }' })
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, { method: 'POST', headers: { ...server.headers, ...headers }, body })

describe('a hostile request', () => {
  it('is not unpacked', async () => {
    const response = await post(gzipSync(good), { 'content-encoding': 'gzip' })
    expect(response.status).toBe(415)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  it('must be UTF-8', async () => {
    const response = await post(Buffer.concat([Buffer.from('{"query":"{ __typename } # '), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a text', '"{ __typename }"'],
    ['no query', '{}'],
    ['a query that is a number', '{"query":1}'],
    ['variables as text', '{"query":"{ __typename }","variables":"{}"}'],
    ['variables as a list', '{"query":"{ __typename }","variables":[]}'],
    ['extensions as text', '{"query":"{ __typename }","extensions":"x"}'],
    ['an operation name that is none', '{"query":"{ __typename }","operationName":7}'],
    ['a batch', `[${good},${good}]`],
    ['brackets a hundred thousand deep', '['.repeat(100_000)],
  ])('with %s is refused', async (_name, body) => {
    const response = await post(body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  it('cannot reach prototypes through its keys', async () => {
    const response = await post(
      '{"query":"{ __typename }","__proto__":{"query":"x"},"variables":{"__proto__":{"a":1},"constructor":{"b":1}}}',
    )
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
    expect(Object.prototype).not.toHaveProperty('a')
  })

  it('does not find its own URL repeated', async () => {
    for (const path of ['/%c0secret-canary', '/secret-canary<script>', '/graphql/secret-canary']) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      socket.write(`POST ${path} HTTP/1.1\r\nhost: hub\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
      const answer = await text(socket)
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /)
      expect(answer).not.toContain('canary')
    }
  })

  it('cannot change anything by GET, nor say a parameter twice', async () => {
    const get = (search: string) => fetch(`${server.url}/graphql?${search}`, { headers: server.headers })
    expect((await get(`query=${encodeURIComponent('mutation { __typename }')}`)).status).toBe(400)
    expect((await get('query={__typename}&query={__typename}')).status).toBe(400)
    expect((await get('query={__typename}')).status).toBe(200)
  })

  it('cannot bring its token in the URL', async () => {
    const { 'comity-purpose': purpose } = server.headers
    const response = await fetch(`${server.url}/graphql?query={__typename}&access_token=${server.token}`, {
      headers: { 'comity-purpose': purpose },
    })
    expect(response.status).toBe(401)
  })

  it('is never granted to another site', async () => {
    const preflight = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe(null)
    expect(preflight.status).toBe(405)
  })

  it('costs validation little, even at the limits', async () => {
    const fragments = Array.from({ length: 20 }, (_, n) => `fragment f${n} on Notice { kind number subject { id owner { code } } }`).join(
      ' ',
    )
    const spread = `{ notices { nodes { ${Array.from({ length: 20 }, (_, n) => `...f${n}`).join(' ')} } } } ${fragments}`
    const selections = `{ ${'viewer { purpose case bureau { code name kind } } '.repeat(100)} }`
    await server.ask('{ viewer { purpose } }')
    for (const query of [spread, selections]) {
      // By the thread's own time: what else runs on the machine is none of the query's cost.
      const started = process.threadCpuUsage()
      const { body } = await server.ask(query)
      expect(['ok', 'QUERY_TOO_COSTLY']).toContain(body.errors?.[0]?.extensions.code ?? 'ok')
      const { user, system } = process.threadCpuUsage(started)
      expect((user + system) / 1000).toBeLessThan(250)
    }
  })
})
