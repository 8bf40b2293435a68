import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connector, NativeQuery } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'
import { type HttpServer, sendJson, startHttpServer } from '../../support/connectors/httpServer.ts'

const query: NativeQuery = {
  source: 's',
  key: 'id',
  keyOrder: 'text',
  fields: ['id'],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 10,
  page: null,
}
const options = (url: string, differences: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'rest',
  url,
  sources: { s: { path: '/s', paging: { kind: 'none' }, get: { path: '/s/{key}' } } },
  ...differences,
})
const json = { 'content-type': 'application/json' }

describe('a system that answers badly', () => {
  let server: HttpServer
  let answer: Parameters<typeof startHttpServer>[0] = () => {}
  let connector: Connector
  beforeAll(async () => {
    server = await startHttpServer((request, response, body) => answer(request, response, body))
    connector = await openConnector(options(server.url), { folder: '/' })
  })
  afterAll(async () => {
    await connector.close()
    await server.stop()
  })
  const find = (ms = 2000) => connector.find(query, callWithin(ms))
  const status = (code: number, headers: Readonly<Record<string, string>> = {}) => {
    answer = (_request, response) => void response.writeHead(code, { ...json, ...headers }).end('{"secret":"value"}')
  }
  const body = (text: string | Buffer, headers: Readonly<Record<string, string>> = {}) => {
    answer = (_request, response) => void response.writeHead(200, { ...json, ...headers }).end(text)
  }

  it('is busy by 503 and 429, until when it says', async () => {
    status(503, { 'retry-after': '7' })
    await expect(find()).rejects.toMatchObject({ reason: 'BUSY', retryAfterMs: 7000 })
    status(429, { 'retry-after': new Date(Date.now() + 20_000).toUTCString() })
    const error = (await find().catch((one: unknown) => one)) as { reason: string; retryAfterMs: number }
    expect(error.reason).toBe('BUSY')
    expect(error.retryAfterMs).toBeGreaterThan(15_000)
    expect(error.retryAfterMs).toBeLessThanOrEqual(20_000)
    status(503, { 'retry-after': 'soon' })
    await expect(find()).rejects.toMatchObject({ reason: 'BUSY', retryAfterMs: null })
  })

  it.each([
    [401, 'REFUSED'],
    [403, 'REFUSED'],
    [400, 'REFUSED'],
    [404, 'NO_SOURCE'],
    [408, 'TIMEOUT'],
    [500, 'BAD_ANSWER'],
    [502, 'UNREACHABLE'],
    [504, 'TIMEOUT'],
  ])('by %i is %s, without its words', async (code, reason) => {
    status(code)
    const error = (await find().catch((one: unknown) => one)) as Error
    expect(error).toMatchObject({ name: 'ConnectorError', reason })
    expect(error.message).not.toContain('value')
  })

  it('by a redirect is not followed', async () => {
    const before = server.seen.length
    status(302, { location: 'http://127.0.0.1:9/elsewhere' })
    await expect(find()).rejects.toMatchObject({ reason: 'BAD_ANSWER', message: expect.stringContaining('redirects') })
    expect(server.seen.length).toBe(before + 1)
  })

  it.each([
    ['no JSON', '<html>', json],
    ['half of it', '[{"id": "a"', json],
    ['another shape', '{"id":"a"}', json],
    ['rows that are none', '[1, 2]', json],
    ['HTML by its content type', '[]', { 'content-type': 'text/html' }],
    ['compression nobody asked for', '[]', { ...json, 'content-encoding': 'gzip' }],
    ['bytes that are no UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]), json],
    ['nesting without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, json],
    ['nothing', '', json],
  ])('by %s gives a bad answer', async (_words, text, headers) => {
    body(text, headers)
    await expect(find()).rejects.toMatchObject({ reason: 'BAD_ANSWER' })
  })

  it('by 500 MB is cut off', async () => {
    let sent = 0
    answer = (_request, response) => {
      response.writeHead(200, json)
      const chunk = Buffer.alloc(1024 * 1024, 0x20)
      const more = () => {
        while (sent < 500 && !response.destroyed) {
          sent++
          if (!response.write(chunk)) return void response.once('drain', more)
        }
        response.end()
      }
      more()
    }
    const before = process.memoryUsage().rss
    await expect(find(20_000)).rejects.toMatchObject({ reason: 'BAD_ANSWER', message: 'the answer is too large' })
    expect(sent).toBeLessThan(60)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  }, 30_000)

  it('by a byte now and then is given up at the deadline', async () => {
    let drip: NodeJS.Timeout | undefined
    answer = (_request, response) => {
      response.writeHead(200, json)
      drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    }
    const started = Date.now()
    await expect(find(300)).rejects.toMatchObject({ reason: 'TIMEOUT' })
    expect(Date.now() - started).toBeLessThan(700)
  })

  it('by a connection cut in the middle is unreachable', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { ...json, 'content-length': '1000' })
      response.write('[')
      setTimeout(() => response.destroy(), 20)
    }
    await expect(find()).rejects.toMatchObject({ reason: 'UNREACHABLE' })
  })

  it('is told who asks, how long there is, and of which trace', async () => {
    const own = await openConnector(options(server.url, { auth: { basic: { user: 'u', password: 'p' } }, headers: { 'X-Own': 'x' } }), {
      folder: '/',
    })
    answer = (_request, response) => sendJson(response, [])
    await own.find(query, callWithin(2000))
    await own.close()
    const { headers } = server.seen.at(-1) as HttpServer['seen'][number]
    expect(headers).toMatchObject({
      authorization: 'Basic dTpw',
      'x-own': 'x',
      traceparent: expect.stringMatching(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/),
    })
    expect(Number(headers['comity-deadline-ms'])).toBeGreaterThan(1000)
    expect(Number(headers['comity-deadline-ms'])).toBeLessThanOrEqual(2000)
  })

  it('is asked once more when an idle connection was closed', async () => {
    const sockets = new Set<Socket>()
    let asked = 0
    const rude = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('data', () => {
        asked++
        if (asked === 1) socket.destroy()
        else socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n[]')
      })
    })
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const address = rude.address() as { port: number }
    const own = await openConnector(options(`http://127.0.0.1:${address.port}`), { folder: '/' })
    await expect(own.find(query, callWithin(2000))).resolves.toMatchObject({ rows: [] })
    await own.close()
    for (const socket of sockets) socket.destroy()
    rude.close()
  })

  it('by something that is not HTTP gives a bad answer', async () => {
    const rude = createServer((socket) => socket.on('error', () => {}).on('data', () => socket.end('what?\r\n\r\n')))
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const address = rude.address() as { port: number }
    const own = await openConnector(options(`http://127.0.0.1:${address.port}`), { folder: '/' })
    await expect(own.find(query, callWithin(2000))).rejects.toMatchObject({ reason: 'BAD_ANSWER' })
    await own.close()
    rude.close()
  })

  it('holds no more connections than it may', async () => {
    const own = await openConnector(options(server.url, { connections: 2 }), { folder: '/' })
    answer = () => {}
    const before = await server.open()
    const asked = Array.from({ length: 20 }, () => own.find(query, callWithin(300)).catch((error: { reason: string }) => error.reason))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await server.open()) - before).toBeLessThanOrEqual(2)
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['TIMEOUT']))
    await own.close()
  })

  it('keeps integers that a double cannot', async () => {
    body('[{"id":"a","n":12345678901234567890,"m":12,"x":0.1}]')
    expect((await find()).rows).toEqual([{ id: 'a', n: '12345678901234567890', m: 12, x: 0.1 }])
  })
})
