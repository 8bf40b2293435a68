import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { Connection } from '../../../src/api/socket/connection.ts'
import { type ProtocolParts, socketProtocol } from '../../../src/api/socket/protocol.ts'
import { memoryServer } from '../../support/memoryServer.ts'
import { signedIn } from '../../support/openSocket.ts'
import { tickSchema } from '../../support/tickSchema.ts'

/** A socket whose network takes what it is told to take. */
function fakeSocket() {
  const taken: (() => void)[] = []
  const fake = Object.assign(new EventEmitter(), {
    protocol: 'graphql-transport-ws',
    readyState: 1,
    OPEN: 1,
    send: vi.fn((_frame: string, done: () => void) => void taken.push(done)),
    ping: vi.fn(),
    close: vi.fn(),
    terminate: vi.fn(),
    isPaused: false,
    pause: () => {
      fake.isPaused = true
    },
    resume: () => {
      fake.isPaused = false
    },
  })
  return { fake, socket: fake as unknown as WebSocket, taken }
}

describe('a connection', () => {
  it('has sent a frame when the network has taken it', async () => {
    const { socket, taken } = fakeSocket()
    const connection = new Connection(socket, () => 0)
    let sent = false
    const sending = connection.send('x').then(() => {
      sent = true
    })
    await new Promise(setImmediate)
    expect(sent).toBe(false)
    taken.shift()?.()
    await sending
    expect(sent).toBe(true)
  })

  it('does not read a client that takes nothing, until it takes something', () => {
    const { fake, socket, taken } = fakeSocket()
    const connection = new Connection(socket, () => 0)
    for (let n = 0; n < 128; n++) void connection.send('x')
    expect(fake.isPaused).toBe(false)
    void connection.send('x')
    expect(fake.isPaused).toBe(true)
    taken.shift()?.()
    expect(fake.isPaused).toBe(false)
  })

  it('does not read a client faster than what it says is dealt with', async () => {
    const { fake, socket } = fakeSocket()
    const connection = new Connection(socket, () => 0)
    const inHand: (() => void)[] = []
    connection.onMessage(() => new Promise((resolve) => void inHand.push(resolve)))
    for (let n = 0; n < 128; n++) fake.emit('message', Buffer.from('x'), false)
    expect(fake.isPaused).toBe(false)
    fake.emit('message', Buffer.from('x'), false)
    expect(fake.isPaused).toBe(true)
    inHand.shift()?.()
    await vi.waitFor(() => expect(fake.isPaused).toBe(false))
  })

  it('asks whether its client is there, and cuts off one that does not answer', () => {
    const { fake, socket } = fakeSocket()
    const connection = new Connection(socket, () => 0)
    connection.pulse(60_000)
    fake.emit('pong')
    connection.pulse(60_000)
    expect(fake.ping).toHaveBeenCalledTimes(2)
    expect(fake.terminate).not.toHaveBeenCalled()
    connection.pulse(60_000)
    expect(fake.terminate).toHaveBeenCalledTimes(1)
  })

  it('gives a client that takes nothing its time, though it answers nothing, and then cuts it off', () => {
    const { fake, socket, taken } = fakeSocket()
    let now = 0
    const connection = new Connection(socket, () => now)
    for (let n = 0; n < 3; n++) void connection.send('x')
    now = 59_999
    for (let n = 0; n < 5; n++) connection.pulse(60_000)
    expect(fake.terminate).not.toHaveBeenCalled()
    // What it takes gives it time for the next.
    taken.shift()?.()
    now = 119_998
    connection.pulse(60_000)
    expect(fake.terminate).not.toHaveBeenCalled()
    now = 119_999
    connection.pulse(60_000)
    expect(fake.terminate).toHaveBeenCalledTimes(1)
  })

  it('does not wait for ever for a client to take its leave', () => {
    const { fake, socket } = fakeSocket()
    const connection = new Connection(socket, () => 0)
    void connection.send('x')
    connection.close(1001, 'Going away')
    connection.pulse(60_000)
    connection.pulse(60_000)
    expect(fake.terminate).toHaveBeenCalledTimes(1)
  })

  it('hears and sends nothing once it is being closed', async () => {
    const { fake, socket } = fakeSocket()
    const connection = new Connection(socket, () => 0)
    const heard = vi.fn(async () => {})
    connection.onMessage(heard)
    fake.emit('message', Buffer.from('before'), false)
    connection.close(4403, 'Forbidden')
    fake.emit('message', Buffer.from('after'), false)
    await connection.send('x')
    expect(heard.mock.calls).toEqual([['before']])
    expect(fake.send).not.toHaveBeenCalled()
  })

  it('is closed with 4500 when something fails inside, without a word of it', async () => {
    const { fake, socket } = fakeSocket()
    const connection = new Connection(socket, () => 0)
    connection.onMessage(() => Promise.reject(new Error('a value of a record')))
    fake.emit('message', Buffer.from('x'), false)
    await vi.waitFor(() => expect(fake.close).toHaveBeenCalledWith(4500, 'Internal server error'))
  })
})

/** The protocol over a connection, with results that are counted as they are made. */
function protocolOver(connection: Connection) {
  let made = 0
  async function* results() {
    for (;;) yield { data: { n: ++made } }
  }
  const who = { bureau: 'XA', personRef: 'XA-1', issuedAt: 0, expiresAt: 0 }
  const streams = { open: () => () => {} }
  const parts = {
    admission: {
      authenticate: async () => who,
      assertDeclared: async () => {},
      admit: () => ({ operationType: 'subscription' }),
      untilEnd: () => () => {},
    },
    executor: { results },
    sockets: streams,
    subscriptions: streams,
    isDraining: () => false,
    initMs: 60_000,
  } as unknown as ProtocolParts
  connection.onClosed = socketProtocol(parts).opened(connection, { connection })
  return { made: () => made }
}

describe('an operation', () => {
  it('is asked for its next result when the network has taken the one before, and not earlier', async () => {
    const { fake, socket, taken } = fakeSocket()
    const connection = new Connection(socket, () => 0)
    const { made } = protocolOver(connection)
    fake.emit('message', Buffer.from('{"type":"connection_init"}'), false)
    await vi.waitFor(() => expect(taken).toHaveLength(1))
    taken.shift()?.()
    fake.emit('message', Buffer.from('{"type":"subscribe","id":"1","payload":{"query":"subscription { n }"}}'), false)
    for (let n = 1; n <= 5; n++) {
      await vi.waitFor(() => expect(taken).toHaveLength(1))
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
      expect([taken.length, made()]).toEqual([1, n])
      taken.shift()?.()
    }
    connection.close(4403, 'Forbidden')
  })
})

describe('a client that stops reading', () => {
  it('holds up nobody else, is not read ahead for, and goes on where it was', async () => {
    const { schema, seen } = tickSchema()
    await using server = await memoryServer([], { schema })
    await using paused = await signedIn(server)
    await using healthy = await signedIn(server)
    paused.socket.pause()
    // Far more than the buffers of the kernel on both sides hold.
    const count = 400
    paused.ask('slow', `subscription { ticks(count: ${count}, size: 200000) }`)
    await expect.poll(() => seen.pulled).toBeGreaterThan(1)
    const pulledWhen = async () => {
      for (let n = 0; n < 50; n++) {
        healthy.ask(`${n}`, '{ hello }')
        expect(await healthy.take()).toMatchObject({ type: 'next' })
        expect(await healthy.take()).toMatchObject({ type: 'complete' })
      }
      return seen.pulled
    }
    let held = await pulledWhen()
    for (let again = await pulledWhen(); again !== held; again = await pulledWhen()) held = again
    expect(held).toBeLessThan(count / 2)
    paused.socket.resume()
    for (let n = 1; n <= count; n++) {
      const { payload } = (await paused.take()) as { readonly payload: { readonly data: { readonly ticks: string } } }
      expect(payload.data.ticks.startsWith(`${n} `)).toBe(true)
    }
    expect(await paused.take()).toMatchObject({ type: 'complete' })
  })

  it('is cut off when it answers no ping', async () => {
    await using server = await memoryServer([], { socketPace: { pingMs: 30 } })
    await using deaf = await signedIn(server, {}, { autoPong: false })
    await using healthy = await signedIn(server)
    expect((await deaf.closed).code).toBe(1006)
    expect(healthy.socket.readyState).toBe(healthy.socket.OPEN)
  })
})
