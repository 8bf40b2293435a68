import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { memoryServer } from '../../support/memoryServer.ts'
import { goodParams, openSocket, signedIn } from '../../support/openSocket.ts'
import { tickSchema } from '../../support/tickSchema.ts'

const { schema, seen } = tickSchema()
let server: Awaited<ReturnType<typeof memoryServer>>
beforeAll(async () => {
  server = await memoryServer([], { schema, socketPace: { initMs: 200 } })
})
afterAll(() => server[Symbol.asyncDispose]())

const hello = { type: 'next', payload: { data: { hello: 'hello' } } }

/** Opens a socket, says one thing, and reads how it is closed. */
async function closedAfter(frame: string | Buffer, { first = true }: { readonly first?: boolean } = {}) {
  await using opened = first ? await openSocket(server.url) : await signedIn(server)
  opened.socket.send(frame)
  return await opened.closed
}
const init = (payload?: unknown) => JSON.stringify({ type: 'connection_init', payload })

describe('a socket', () => {
  it('carries queries, mutations and subscriptions of a client of graphql-ws', async () => {
    const url = `${server.url.replace('http', 'ws')}/graphql`
    const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: goodParams(server) })
    const results = async (query: string) => {
      const found: unknown[] = []
      for await (const { data } of client.iterate({ query })) found.push(data)
      return found
    }
    expect(await results('{ hello }')).toEqual([{ hello: 'hello' }])
    expect(await results('mutation { change }')).toEqual([{ change: 'changed' }])
    expect(await results('subscription { ticks(count: 3) }')).toEqual([{ ticks: '1 ' }, { ticks: '2 ' }, { ticks: '3 ' }])
    await client.dispose()
  })

  it('answers a ping of the protocol, and takes names of headers in any case', async () => {
    await using opened = await openSocket(server.url)
    const { authorization: Authorization, 'comity-purpose': purpose } = goodParams(server)
    opened.send({ type: 'connection_init', payload: { Authorization, 'Comity-Purpose': purpose, other: 1 } })
    expect(await opened.take()).toEqual({ type: 'connection_ack' })
    opened.send({ type: 'ping', payload: { a: 1 } })
    expect(await opened.take()).toEqual({ type: 'pong', payload: { a: 1 } })
    opened.ask('1', '{ hello }')
    expect([await opened.take(), await opened.take()]).toEqual([
      { id: '1', ...hello },
      { id: '1', type: 'complete' },
    ])
  })

  it('takes the purpose with each operation too, as HTTP does', async () => {
    await using opened = await signedIn(server, { 'comity-purpose': undefined })
    opened.ask('1', '{ hello }', { extensions: { purpose: 'BORDER_CHECK; case=XA-1' } })
    expect(await opened.take()).toEqual({ id: '1', ...hello })
    expect(await opened.take()).toMatchObject({ type: 'complete' })
    opened.ask('2', '{ hello }')
    expect(await opened.take()).toMatchObject({ id: '2', type: 'error', payload: [{ extensions: { code: 'PURPOSE_REQUIRED' } }] })
    opened.ask('3', '{ hello }', { extensions: { purpose: 'AUDIT' } })
    expect(await opened.take()).toMatchObject({ id: '3', type: 'error', payload: [{ extensions: { code: 'PURPOSE_NOT_ALLOWED' } }] })
  })

  it('ends a subscription when its client has had enough', async () => {
    await using opened = await signedIn(server)
    opened.ask('1', 'subscription { waits }')
    await expect.poll(() => seen.open).toBe(1)
    opened.send({ id: '1', type: 'complete' })
    await expect.poll(() => seen.open).toBe(0)
    opened.ask('1', '{ hello }')
    expect(await opened.take()).toEqual({ id: '1', ...hello })
  })

  it('ends what goes on when its client goes away', async () => {
    const opened = await signedIn(server)
    for (const id of ['1', '2', '3']) opened.ask(id, 'subscription { waits }')
    await expect.poll(() => seen.open).toBe(3)
    await opened[Symbol.asyncDispose]()
    await expect.poll(() => seen.open).toBe(0)
  })
})

describe('a socket is closed', () => {
  it('with 4401 when nobody, or nobody good, says who it is', async () => {
    const unauthorized = { code: 4401, reason: 'Unauthorized' }
    expect(await closedAfter(init())).toEqual(unauthorized)
    expect(await closedAfter(init({ authorization: 'Bearer a.b.c' }))).toEqual(unauthorized)
    expect(await closedAfter(init({ authorization: `${server.headers.authorization}x` }))).toEqual(unauthorized)
    const expired = await server.issuer.token({ expiresIn: -60 })
    expect(await closedAfter(init({ authorization: `Bearer ${expired}` }))).toEqual(unauthorized)
    expect(await closedAfter(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ hello }' } }))).toEqual(unauthorized)
  })

  it('with 4403 when the token does not allow the purpose of the socket', async () => {
    const { authorization } = goodParams(server)
    expect(await closedAfter(init({ authorization, 'comity-purpose': 'AUDIT' }))).toEqual({
      code: 4403,
      reason: 'Forbidden: PURPOSE_NOT_ALLOWED',
    })
  })

  it('with 4408 when nothing is said in time', async () => {
    await using opened = await openSocket(server.url)
    expect((await opened.closed).code).toBe(4408)
  })

  const garbage: readonly (readonly [string, string | Buffer, number, string?])[] = [
    ['no JSON', '{', 4400],
    ['no message', '[]', 4400],
    ['a message of no type', '{"type":"hack"}', 4400],
    ['a message of an old protocol', '{"type":"start","id":"1","payload":{}}', 4400],
    ['a subscription without a document', '{"type":"subscribe","id":"1","payload":{}}', 4400],
    ['a subscription without an id', '{"type":"subscribe","payload":{"query":"{ hello }"}}', 4400],
    ['bytes instead of text', Buffer.from(init()), 4400],
    ['a purpose that is none', init({ 'comity-purpose': 'CURIOSITY' }), 4400, 'good'],
    ['a purpose that is no text', init({ 'comity-purpose': { kind: 'INVESTIGATION' } }), 4400, 'good'],
    ['a header twice', init({ Authorization: 'x' }), 4400, 'good'],
    ['a message that is too long', `"${'x'.repeat(256 * 1024)}"`, 1009],
  ]
  it.each(garbage.map(([what, frame, code, withToken]) => ({ what, frame, code, withToken })))(
    'with the code that fits, for $what',
    async ({ frame, code, withToken }) => {
      const text =
        withToken === undefined
          ? frame
          : JSON.stringify({
              type: 'connection_init',
              payload: { authorization: server.headers.authorization, ...(JSON.parse(String(frame)) as { payload: object }).payload },
            })
      expect((await closedAfter(text)).code).toBe(code)
    },
  )

  it('with 1007 for what is not UTF-8, and 1002 for a frame against the rules', async () => {
    await using one = await openSocket(server.url)
    one.socket.send(Buffer.from([0xc3, 0x28]), { binary: false })
    expect((await one.closed).code).toBe(1007)
    await using two = await openSocket(server.url)
    // Reserved bits are for extensions that were agreed on; none were.
    Reflect.get(two.socket, '_socket').write(Buffer.from([0xf1, 0x80, 0, 0, 0, 0]))
    expect((await two.closed).code).toBe(1002)
  })

  it('with 4406 when its client names no protocol, or another', async () => {
    // This client would not even hear why: it finds no protocol agreed on.
    await expect(openSocket(server.url, { protocols: ['graphql-ws'] })).rejects.toThrow(/no subprotocol/)
    await using none = await openSocket(server.url, { protocols: [] })
    expect((await none.closed).code).toBe(4406)
  })

  it('with 4429 for a second init, and 4409 for an id that is taken', async () => {
    expect((await closedAfter(init(goodParams(server)), { first: false })).code).toBe(4429)
    await using opened = await signedIn(server)
    opened.ask('1', 'subscription { waits }')
    opened.ask('1', '{ hello }')
    expect((await opened.closed).code).toBe(4409)
  })

  it('alone: others go on as if nothing had been', async () => {
    await using other = await signedIn(server)
    other.ask('1', 'subscription { waits }')
    await expect.poll(() => seen.open).toBe(1)
    await Promise.all(garbage.map(([, frame]) => closedAfter(frame)))
    other.ask('2', '{ hello }')
    expect(await other.take()).toEqual({ id: '2', ...hello })
    expect(seen.open).toBe(1)
  })
})
