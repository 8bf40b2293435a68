import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { createClient } from 'graphql-sse'
import { describe, expect, it } from 'vitest'
import type { ServerOptions } from '../../src/api/server.ts'
import { AuditLog } from '../../src/audit/auditLog.ts'
import type { HubParts } from '../../src/hub.ts'
import { eventually } from '../support/connectors/eventually.ts'
import { eventsOf } from '../support/eventStream.ts'
import { settled } from '../support/links/virtualClock.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { memoryServer } from '../support/memoryServer.ts'
import { promptClock } from '../support/promptClock.ts'

const question = '{ noticesProgress(first: 2) { nodes { number } sources { bureau { code } state } } }'
const document = `subscription ${question}`
const tempo = { clock: promptClock(), firstMs: 50, betweenMs: 200 }

/** A server over three bureaus of which XA answers at once, and each of the others when it is let go. */
async function slowServer(over: Partial<ServerOptions> = {}, parts: Partial<HubParts> = {}, number = 'n') {
  const held = ['XB', 'XC'].map((code) => ({ code, gate: Promise.withResolvers<void>(), gaveUp: Promise.withResolvers<void>() }))
  const bureaus: readonly MemoryBureau[] = ['XA', 'XB', 'XC'].map((code) =>
    memoryBureau(code, {
      limits: { deadlineMs: 20_000 },
      rows: { Notice: [1, 2, 3].map((n) => ({ key: `n${n}`, issuedOn: `2026-01-0${n}`, number: `${code}-${number}-${n}` })) },
    }),
  )
  for (const { code, gate, gaveUp } of held) {
    const link = bureaus.find(({ source }) => source.profile.code === code)?.source.link
    if (link === undefined) continue
    const find = link.find.bind(link)
    link.find = (query, call) => {
      call.signal.addEventListener('abort', () => gaveUp.resolve())
      return find(query, call)
    }
    const bureau = bureaus.find(({ source }) => source.profile.code === code)
    if (bureau !== undefined) bureau.holdBack = () => gate.promise
  }
  const server = await memoryServer(bureaus, over, { tempo, ...parts })
  return {
    ...server,
    bureaus,
    letGo: (code: string) => held.find((one) => one.code === code)?.gate.resolve(),
    gaveUp: Promise.all(held.map(({ gaveUp }) => gaveUp.promise)),
    follow: (extra: Record<string, string> = {}, signal?: AbortSignal) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { ...server.headers, accept: 'text/event-stream', ...extra },
        body: JSON.stringify({ query: document }),
        ...(signal === undefined ? {} : { signal }),
      }),
  }
}

interface Item {
  readonly data?: {
    readonly noticesProgress: {
      readonly nodes: readonly unknown[]
      readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string }[]
    }
  }
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
}
const states = (item: unknown) => (item as Item).data?.noticesProgress.sources.map(({ bureau, state }) => `${bureau.code} ${state}`)

describe('a stream of progress', () => {
  it('is what the client of graphql-sse reads, item by item', async () => {
    const ended: (readonly [string, string])[] = []
    const { url, headers, letGo, server } = await slowServer({}, { onOperation: (type, outcome) => ended.push([type, outcome]) })
    const client = createClient({ url: `${url}/graphql`, headers, retryAttempts: 0 })
    const seen: unknown[] = []
    for await (const item of client.iterate({ query: document })) {
      seen.push(states(item))
      letGo(seen.length === 1 ? 'XB' : 'XC')
    }
    client.dispose()
    expect(ended).toEqual([['subscription', 'ok']])
    expect(seen).toEqual([
      ['XA OK', 'XB PENDING', 'XC PENDING'],
      ['XA OK', 'XB OK', 'XC PENDING'],
      ['XA OK', 'XB OK', 'XC OK'],
    ])
    await server.drain()
  })

  it('can be asked for by GET, and ends with `complete`', async () => {
    const { url, headers, letGo, server } = await slowServer()
    letGo('XB')
    letGo('XC')
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(document)}`, {
      headers: { ...headers, accept: 'text/event-stream' },
    })
    const events = await Array.fromAsync(eventsOf(response))
    expect(events.map(({ event }) => event)).toEqual(['next', 'complete'])
    await server.drain()
  })

  it('says that it is alive while nothing happens', async () => {
    const { follow, letGo, server } = await slowServer({ streamPace: { quietMs: 5 } })
    const response = await follow()
    const reader = response.body?.getReader()
    let read = ''
    while (read.split(':\n\n').length < 6) read += new TextDecoder().decode((await reader?.read())?.value)
    letGo('XB')
    letGo('XC')
    await reader?.cancel()
    await server.drain()
  })

  it('ends the calls to the bureaus when its client goes away, and records no more', async () => {
    const ended: (readonly [string, string])[] = []
    const { follow, entries, gaveUp, server } = await slowServer({}, { onOperation: (type, outcome) => ended.push([type, outcome]) })
    const leaving = new AbortController()
    const items = eventsOf(await follow({}, leaving.signal))
    expect(states((await items.next()).value?.data)).toEqual(['XA OK', 'XB PENDING', 'XC PENDING'])
    leaving.abort()
    await expect(items.next()).rejects.toThrow()
    await gaveUp
    // As many turns as an item would take.
    for (let turn = 0; turn < 30; turn++) await settled()
    expect(entries).toHaveLength(1)
    expect(ended).toEqual([['subscription', 'incomplete']])
    await server.drain()
  })

  it('leaves no item before its entry is durable: without a record it ends, and says why', async () => {
    // The bundle of policies and the first item.
    let left = 2
    const audit = new AuditLog(
      () => {
        if (left-- <= 0) throw new Error('disk full')
      },
      () => 0,
      () => {},
    )
    const { follow, letGo, gaveUp, server } = await slowServer({}, { audit })
    const events = eventsOf(await follow())
    expect(states((await events.next()).value?.data)).toHaveLength(3)
    letGo('XB')
    const rest = await Array.fromAsync(events)
    expect(rest).toMatchObject([
      { event: 'next', data: { errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] } },
      { event: 'complete' },
    ])
    expect(JSON.stringify(rest)).not.toContain('XB-n')
    await gaveUp
    await server.drain()
  })
})

describe('a fault of the hub’s own', () => {
  it('ends the stream with a reference that the log has too, and no words of its own', async () => {
    const hub = await slowServer()
    const link = hub.bureaus[1]?.source.link
    if (link !== undefined) link.find = () => Promise.reject(new Error('secret-canary'))
    const events = await Array.fromAsync(eventsOf(await hub.follow()))
    expect(events.slice(-2)).toMatchObject([
      { event: 'next', data: { errors: [{ extensions: { code: 'INTERNAL_ERROR' } }] } },
      { event: 'complete', data: null },
    ])
    const reference = /Reference: (\S+)\./.exec(JSON.stringify(events))?.[1]
    expect(hub.lines.some((line) => line.includes(reference ?? '?'))).toBe(true)
    expect(JSON.stringify(events) + hub.lines.join()).not.toContain('secret-canary')
    await hub.server.drain()
  })
})

describe('a client that takes its time', () => {
  /** Asks, and takes nothing. */
  function stubborn({ url, headers }: Awaited<ReturnType<typeof slowServer>>): Socket {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const body = JSON.stringify({ query: document })
    const head = Object.entries({ ...headers, accept: 'text/event-stream', 'content-length': String(body.length) })
    socket.write(`POST /graphql HTTP/1.1\r\nhost: hub\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`)
    socket.pause()
    return socket
  }
  /** More than all buffers on the way hold. */
  const large = 'x'.repeat(8_000_000)

  it('gets the state of things when it is ready for more, not all that was between', async () => {
    const hub = await slowServer({}, {}, large)
    const socket = stubborn(hub)
    await eventually(() => hub.entries.length === 1)
    for (const code of ['XB', 'XC']) hub.letGo(code)
    await eventually(() => hub.bureaus.every(({ calls }) => calls.length > 0))
    expect(hub.entries).toHaveLength(1)
    socket.resume()
    const answer = await text(socket)
    expect(answer.match(/event: next/g)).toHaveLength(2)
    expect(answer).toContain('event: complete')
    expect(hub.entries.map(({ part }) => part)).toEqual([
      { number: 1, last: false },
      { number: 2, last: true },
    ])
    await hub.server.drain()
  })

  it('is cut off in the end, and the calls to the bureaus with it', async () => {
    const hub = await slowServer({ streamPace: { patienceMs: 50 } }, {}, large)
    const socket = stubborn(hub)
    const closed = new Promise((resolve) => socket.on('close', resolve).on('error', () => {}))
    await hub.gaveUp
    socket.resume()
    await closed
    await hub.server.drain()
    expect(hub.entries).toHaveLength(1)
  })
})

describe('open streams', () => {
  it('are counted for each person: the sixth is refused, and there is room again when one has ended', async () => {
    const { follow, issuer, letGo, server, entries } = await slowServer({ drainMs: 500 })
    const leaving = new AbortController()
    const open = [await follow({}, leaving.signal), ...(await Promise.all([1, 2, 3, 4].map(() => follow())))]
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const refused = await follow()
    expect(refused.status).toBe(429)
    expect(await refused.json()).toEqual({
      errors: [{ message: 'Too many streams are open: 5 of yours. Let one end first.', extensions: { code: 'TOO_MANY_STREAMS' } }],
    })
    const another = `Bearer ${await issuer.token({ claims: { sub: 'XA-0002' } })}`
    open.push(await follow({ authorization: another }))
    expect(open[5]?.status).toBe(200)
    await eventually(() => entries.length >= 6)
    leaving.abort()
    await eventually(async () => {
      const again = await follow()
      return again.status === 200 && open.push(again) === 7
    })
    letGo('XB')
    letGo('XC')
    await Promise.all(open.slice(1).map((response) => response.text()))
    await server.drain()
  })

  it('end properly when the node drains: with what is there, and `complete`', async () => {
    const { follow, server } = await slowServer({ drainMs: 500 })
    const events = eventsOf(await follow())
    await events.next()
    const drained = server.drain()
    const [last, complete] = await Array.fromAsync(events)
    expect(states(last?.data)).toEqual(['XA OK', 'XB TIMEOUT', 'XC TIMEOUT'])
    expect(complete?.event).toBe('complete')
    await drained
  })
})
