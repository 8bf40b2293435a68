import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryServer } from '../../support/memoryServer.ts'
import { goodParams, openSocket, signedIn } from '../../support/openSocket.ts'
import { tickSchema } from '../../support/tickSchema.ts'

const { schema, seen } = tickSchema()
let server: Awaited<ReturnType<typeof memoryServer>>
beforeAll(async () => {
  server = await memoryServer([], {
    schema,
    socketBounds: { socketsPerPerson: 2, sockets: 4, subscriptionsPerPerson: 70, subscriptions: 71 },
  })
})
afterAll(() => server[Symbol.asyncDispose]())

const waits = 'subscription { waits }'
const tooMany = (reason: string) => [
  { message: `Too many streams are open: ${reason}. Let one end first.`, extensions: { code: 'TOO_MANY_STREAMS' } },
]

/** The headers of another person's requests. */
async function another(n: number) {
  const token = await server.issuer.token({ claims: { sub: `XA-100${n}` } })
  return { url: server.url, headers: { ...server.headers, authorization: `Bearer ${token}` } }
}

/** Asks to speak the protocol, and gives the status of who is refused. */
function refusedWith(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}${path}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': 'graphql-transport-ws',
        ...headers,
      },
    })
    asked.once('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.once('upgrade', (_response, socket) => {
      socket.destroy()
      resolve(101)
    })
    asked.once('error', reject)
    asked.end()
  })
}

describe('what may be open', () => {
  it('is 64 operations on a socket; one more is refused, and the others go on', async () => {
    await using opened = await signedIn(server)
    for (let n = 0; n < 64; n++) opened.ask(`${n}`, waits)
    await expect.poll(() => seen.open).toBe(64)
    opened.ask('more', '{ hello }')
    expect(await opened.take()).toEqual({ id: 'more', type: 'error', payload: tooMany('64 on this socket') })
    opened.send({ id: '0', type: 'complete' })
    await expect.poll(() => seen.open).toBe(63)
    opened.ask('more', '{ hello }')
    expect(await opened.take()).toMatchObject({ id: 'more', type: 'next' })
  })

  it('is so many subscriptions of a person on all sockets, and so many at a node', async () => {
    await using one = await signedIn(server)
    await using two = await signedIn(server)
    for (let n = 0; n < 60; n++) one.ask(`${n}`, waits)
    for (let n = 0; n < 10; n++) two.ask(`${n}`, waits)
    await expect.poll(() => seen.open).toBe(70)
    two.ask('more', waits)
    expect(await two.take()).toEqual({ id: 'more', type: 'error', payload: tooMany('70 of yours') })
    await using other = await signedIn(await another(1))
    other.ask('1', waits)
    await expect.poll(() => seen.open).toBe(71)
    other.ask('2', waits)
    expect(await other.take()).toEqual({ id: '2', type: 'error', payload: tooMany('as many as this node takes') })
    one.send({ id: '0', type: 'complete' })
    await expect.poll(() => seen.open).toBe(70)
    other.ask('3', waits)
    await expect.poll(() => seen.open).toBe(71)
  })

  it('is so many sockets of a person: one more is closed with 1013, and may come when one has gone', async () => {
    await using one = await signedIn(server)
    await using _two = await signedIn(server)
    await using three = await openSocket(server.url)
    three.send({ type: 'connection_init', payload: goodParams(server) })
    expect(await three.closed).toEqual({ code: 1013, reason: 'TOO_MANY_STREAMS' })
    await using _other = await signedIn(await another(1))
    await one[Symbol.asyncDispose]()
    await expect
      .poll(async () => {
        await using four = await openSocket(server.url)
        four.send({ type: 'connection_init', payload: goodParams(server) })
        return await Promise.race([four.take().then(({ type }) => type), four.closed.then(({ code }) => code)])
      })
      .toBe('connection_ack')
  })

  it('is so many sockets at a node, signed in or not: one more is refused before it is opened', async () => {
    const opened = await Promise.all(Array.from({ length: 4 }, () => openSocket(server.url)))
    expect(await refusedWith('/graphql')).toBe(503)
    await Promise.all(opened.map((one) => one[Symbol.asyncDispose]()))
    await expect.poll(() => refusedWith('/graphql')).toBe(101)
  })
})

describe('who may open a socket', () => {
  it('is no page of another site, as over HTTP', async () => {
    const { host } = new URL(server.url)
    const of = (origin: string) => refusedWith('/graphql', { origin })
    expect(await of(`http://${host}`)).toBe(101)
    expect(await of(`https://${host}`)).toBe(101)
    expect(await of('https://evil.example')).toBe(403)
    expect(await of(`http://${host}.evil.example`)).toBe(403)
    expect(await of('http://127.0.0.1:1')).toBe(403)
    expect(await of('null')).toBe(403)
    expect(await of(`ftp://${host}`)).toBe(403)
    expect(await of('')).toBe(403)
  })

  it('is nobody at another path', async () => {
    expect(await refusedWith('/')).toBe(404)
    expect(await refusedWith('/graphql/more')).toBe(404)
    expect(await refusedWith('/graphql?token=x')).toBe(101)
  })

  it('is who speaks the protocol of sockets: others are refused in HTTP', async () => {
    expect(await refusedWith('/graphql', { upgrade: 'h2c' })).toBe(400)
    expect(await refusedWith('/graphql', { 'sec-websocket-version': '7' })).toBe(400)
  })
})
