import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../support/connectors/eventually.ts'
import { FaultProxy } from '../support/faultProxy.ts'
import { openSocketsTo } from '../support/openSockets.ts'

/** What a client has seen of its connection. */
interface Client {
  readonly socket: Socket
  received: Buffer
  /** `end`: closed in good order. */
  over: 'open' | 'end' | 'reset'
}

describe('the fault proxy', () => {
  let echo: Server
  let proxy: FaultProxy
  const clients: Client[] = []
  beforeEach(async () => {
    echo = createServer((socket) => socket.on('error', () => {}).pipe(socket))
    echo.listen(0, '127.0.0.1')
    await once(echo, 'listening')
    proxy = await FaultProxy.start((echo.address() as { port: number }).port)
  })
  afterEach(async () => {
    for (const { socket } of clients.splice(0)) socket.destroy()
    await proxy.stop()
    echo.close()
  })

  async function client(): Promise<Client> {
    const socket = connect(proxy.port, '127.0.0.1')
    const seen: Client = { socket, received: Buffer.alloc(0), over: 'open' }
    clients.push(seen)
    socket.on('data', (chunk: Buffer) => {
      seen.received = Buffer.concat([seen.received, chunk])
    })
    socket.on('end', () => (seen.over = 'end'))
    socket.on('error', () => (seen.over = 'reset'))
    await once(socket, 'connect')
    return seen
  }
  const text = (seen: Client) => seen.received.toString()
  const says = (seen: Client, expected: string) => eventually(() => text(seen) === expected)

  it('passes everything on, both ways, and closes when either side does', async () => {
    const one = await client()
    const long = 'abc'.repeat(500_000)
    one.socket.write(long)
    await says(one, long)
    one.socket.end()
    await eventually(() => one.over === 'end' && proxy.open === 0)
    expect(openSocketsTo(proxy.port)).toBe(0)
  })

  it('delays every piece of an answer', async () => {
    proxy.inject({ kind: 'latency', ms: 60 })
    const one = await client()
    const started = performance.now()
    one.socket.write('hello')
    await says(one, 'hello')
    expect(performance.now() - started).toBeGreaterThanOrEqual(59)
  })

  it('throttles', async () => {
    proxy.inject({ kind: 'throttle', bytesPerSecond: 10_000 })
    const one = await client()
    const started = performance.now()
    one.socket.write('x'.repeat(1000))
    await says(one, 'x'.repeat(1000))
    expect(performance.now() - started).toBeGreaterThanOrEqual(99)
  })

  it('drips, and stops dripping at once when the fault is lifted', async () => {
    proxy.inject({ kind: 'drip', everyMs: 10, after: 3 })
    const one = await client()
    one.socket.write('abcdefgh')
    await eventually(() => one.received.length > 4)
    proxy.inject({ kind: 'drip', everyMs: 600_000 })
    const held = text(one)
    expect('abcdefgh').toContain(held)
    proxy.inject(null)
    await says(one, 'abcdefgh')
  })

  it('goes dead without closing, and stays dead when the fault is lifted', async () => {
    const one = await client()
    one.socket.write('before')
    await says(one, 'before')
    proxy.inject({ kind: 'halfOpen', after: 2 })
    one.socket.write('lost?')
    await says(one, 'beforelo')
    proxy.inject(null)
    one.socket.write('more')
    one.socket.end()
    const other = await client()
    other.socket.write('alive')
    await says(other, 'alive')
    expect(text(one)).toBe('beforelo')
    expect(one.over).toBe('open')
    expect(openSocketsTo(proxy.port)).toBe(2)
  })

  it('accepts and never answers', async () => {
    proxy.inject((connection) => (connection === 0 ? { kind: 'halfOpen' } : null))
    const [dead, alive] = [await client(), await client()]
    dead.socket.write('anybody?')
    alive.socket.write('yes')
    await says(alive, 'yes')
    expect(dead).toMatchObject({ received: Buffer.alloc(0), over: 'open' })
  })

  it('resets at connect, and in the middle', async () => {
    proxy.inject({ kind: 'reset', after: 4 })
    const one = await client()
    one.socket.write('0123456789')
    await eventually(() => one.over === 'reset')
    expect(text(one)).toBe('0123')
    proxy.inject({ kind: 'reset' })
    const other = connect(proxy.port, '127.0.0.1')
    const [error] = (await once(other, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNRESET')
  })

  it('resets connections that are idle', async () => {
    const one = await client()
    await eventually(() => proxy.open === 1)
    proxy.inject({ kind: 'reset' })
    await eventually(() => one.over === 'reset' && proxy.open === 0)
  })

  it('truncates in good order', async () => {
    proxy.inject({ kind: 'truncate', after: 4 })
    const one = await client()
    one.socket.write('0123456789')
    await eventually(() => one.over === 'end')
    expect(text(one)).toBe('0123')
  })

  it('sends garbage of the same length, the same for a seed', async () => {
    const heard: string[] = []
    for (const seed of [7, 7, 8]) {
      proxy.inject({ kind: 'garbage', seed, after: 2 })
      const one = await client()
      one.socket.write('0123456789')
      await eventually(() => one.received.length === 10)
      expect(one.received.subarray(0, 2).toString()).toBe('01')
      heard.push(one.received.toString('hex'))
    }
    expect(heard[0]).toBe(heard[1])
    expect(new Set(heard).size).toBe(2)
  })

  it('stops with connections in every state and leaves none behind', async () => {
    const faults = [null, { kind: 'halfOpen' }, { kind: 'drip', everyMs: 600_000 }, { kind: 'latency', ms: 600_000 }] as const
    proxy.inject((connection) => faults[connection] ?? null)
    for (const _ of faults) (await client()).socket.write('some')
    await says(clients[0] as Client, 'some')
    const { port } = proxy
    await proxy.stop()
    expect(proxy.open).toBe(0)
    await eventually(() => openSocketsTo(port) === 0)
    await eventually(() => new Promise<boolean>((resolve) => echo.getConnections((_error, count) => resolve(count === 0))))
    proxy = await FaultProxy.start(1)
  })
})
