import { createClient } from 'graphql-ws'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { memoryServer } from '../../support/memoryServer.ts'
import { goodParams, openSocket, signedIn } from '../../support/openSocket.ts'
import { tickSchema } from '../../support/tickSchema.ts'

const goingAway = { code: 1001, reason: 'Going away' }

describe('a node that drains', () => {
  it('closes a socket with 1001: at once where nothing goes on, and after the last item where something does', async () => {
    const { schema, seen } = tickSchema()
    const server = await memoryServer([], { schema, drainMs: 1000 })
    await using idle = await signedIn(server)
    await using silent = await openSocket(server.url)
    await using busy = await signedIn(server)
    busy.ask('1', 'subscription { waits }')
    await expect.poll(() => seen.open).toBe(1)
    const drained = server.server.drain()
    expect([await idle.closed, await silent.closed]).toEqual([goingAway, goingAway])
    busy.ask('2', '{ hello }')
    expect(await busy.take()).toMatchObject({ id: '2', type: 'error', payload: [{ extensions: { code: 'NODE_DRAINING' } }] })
    expect(await busy.take()).toEqual({ id: '1', type: 'next', payload: { data: { waits: 'the last' } } })
    expect(await busy.take()).toEqual({ id: '1', type: 'complete' })
    expect(await busy.closed).toEqual(goingAway)
    await drained
  })

  it('tells what goes on without an end when it begins to', async () => {
    const { schema, seen } = tickSchema()
    const told: number[] = []
    const server = await memoryServer([], { schema, drainMs: 100, onDrain: () => told.push(seen.open) })
    await using opened = await signedIn(server)
    opened.ask('1', 'subscription { waits }')
    await expect.poll(() => seen.open).toBe(1)
    await server.server.drain()
    expect(told).toEqual([1])
  })

  it('closes in the end, whoever does not take what is sent, or does not take their leave', async () => {
    const { schema, seen } = tickSchema()
    const server = await memoryServer([], { schema, drainMs: 300 })
    await using paused = await signedIn(server)
    paused.socket.pause()
    paused.ask('1', 'subscription { ticks(count: 1000, size: 200000) }')
    await using mute = await signedIn(server)
    mute.socket.pause()
    await expect.poll(() => seen.pulled).toBeGreaterThan(1)
    await server.server.drain()
    await expect.poll(() => seen.open).toBe(0)
  })

  it('is left for another by a client of graphql-ws, which goes on there', async () => {
    const [one, two] = [tickSchema(), tickSchema()]
    const first = await memoryServer([], { schema: one.schema, drainMs: 100 })
    await using second = await memoryServer([], { schema: two.schema })
    let at: typeof first = first
    const client = createClient({
      url: () => `${at.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: () => goodParams(at),
      retryWait: async () => {},
      lazy: false,
    })
    await new Promise<void>((resolve) => void client.on('connected', () => resolve()))
    at = second
    const connected = new Promise<void>((resolve) => void client.on('connected', () => resolve()))
    await first.server.drain()
    await connected
    expect((await client.iterate({ query: '{ hello }' }).next()).value).toEqual({ data: { hello: 'hello' } })
    await client.dispose()
  })
})
