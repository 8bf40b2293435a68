import { createClient } from 'graphql-ws'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { ComityError } from '../../../src/model/errors.ts'
import { eventsOf } from '../../support/eventStream.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import { memoryServer, twoBureaus } from '../../support/memoryServer.ts'
import { signedIn } from '../../support/openSocket.ts'
import { tickSchema } from '../../support/tickSchema.ts'

const forbidden = { code: 4403, reason: 'Forbidden' }
const unauthenticated = { message: 'A valid bearer token is required.', extensions: { code: 'UNAUTHENTICATED' } }

/** A server of subscriptions that wait, and its clock, which can be set forward. */
async function waitingServer() {
  const { schema, seen } = tickSchema()
  let ahead = 0
  const server = await memoryServer([], { schema, clock: () => Date.now() + ahead })
  return { server, seen, wait: (ms: number) => (ahead += ms), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
type Waiting = Awaited<ReturnType<typeof waitingServer>>

/** Follows a subscription as an event stream. */
function followed({ server }: Pick<Waiting, 'server'>, authorization = server.headers.authorization) {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { ...server.headers, authorization, accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { waits }' }),
  }).then((response) => Array.fromAsync(eventsOf(response)))
}

/** How long something takes, in milliseconds. */
async function timed<T>(work: Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now()
  return [await work, performance.now() - began]
}

/** Who ends access at XA. */
async function revoker({ server }: Pick<Waiting, 'server'>, person: string) {
  await server.revocations.revoke({ bureau: 'XA', person, revokedAt: Date.now(), by: 'XA-0009', reason: 'left the service' })
}

describe('when the time of a token is over', () => {
  it('its socket is closed with 4403 within a second, and what went on there ends', async () => {
    await using world = await waitingServer()
    await using opened = await signedIn(world.server)
    opened.ask('1', 'subscription { waits }')
    opened.ask('2', 'subscription { waits }')
    await expect.poll(() => world.seen.open).toBe(2)
    world.wait(599_000)
    opened.ask('3', '{ hello }')
    expect(await opened.take()).toMatchObject({ id: '3', type: 'next' })
    expect(await opened.take()).toMatchObject({ type: 'complete' })
    world.wait(2000)
    const [closed, ms] = await timed(opened.closed)
    expect(closed).toEqual(forbidden)
    expect(ms).toBeLessThan(1000)
    await expect.poll(() => world.seen.open).toBe(0)
    // No last item: it would have been for somebody who is nobody any more.
    expect(opened.frames).toEqual([])
  })

  it('its event streams end within a second, with UNAUTHENTICATED', async () => {
    await using world = await waitingServer()
    const events = followed(world)
    await expect.poll(() => world.seen.open).toBe(1)
    world.wait(601_000)
    const [found, ms] = await timed(events)
    expect(found).toEqual([
      { event: 'next', data: { errors: [unauthenticated] } },
      { event: 'complete', data: null },
    ])
    expect(ms).toBeLessThan(1000)
    await expect.poll(() => world.seen.open).toBe(0)
  })

  it('by the machine’s own clock too, and a client of graphql-ws comes back with another token', async () => {
    const { schema, seen } = tickSchema()
    await using server = await memoryServer([], { schema })
    const codes: unknown[] = []
    const tokens = [await server.issuer.token({ expiresIn: 1 }), server.token]
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: () => ({ authorization: `Bearer ${tokens.shift()}`, 'comity-purpose': server.headers['comity-purpose'] }),
      retryWait: async () => {},
      on: { closed: (event) => codes.push((event as { readonly code: number }).code) },
    })
    const following = client.iterate({ query: 'subscription { waits }' })
    const next = following.next()
    await expect.poll(() => seen.opened, { timeout: 5000 }).toBe(2)
    expect(codes).toEqual([4403])
    await expect.poll(() => seen.open).toBe(1)
    await client.dispose()
    await expect(next).resolves.toMatchObject({ done: true })
  })
})

describe('when an operation finds out first', () => {
  it('that the access has ended, the socket is closed with 4403 too, and not the operation alone', async () => {
    const { schema } = tickSchema()
    const { hub } = memoryHub(twoBureaus())
    let refuses = false
    const admit: typeof hub.admit = (caller, emergency) => {
      if (refuses) throw new ComityError('UNAUTHENTICATED')
      return hub.admit(caller, emergency)
    }
    await using server = await memoryServer([], {
      schema,
      hub: {
        begin: (...parts) => hub.begin(...parts),
        admit,
        refuse: async () => {},
        refusals: hub.refusals,
        revocations: hub.revocations,
      },
    })
    await using opened = await signedIn(server)
    refuses = true
    opened.ask('1', '{ hello }')
    expect(await opened.closed).toEqual(forbidden)
    expect(opened.frames).toEqual([])
  })
})

describe('when a bureau ends somebody’s access', () => {
  it('their sockets, event streams and answers end at once, and nobody else’s do', async () => {
    await using world = await waitingServer()
    const other = await world.server.issuer.token({ claims: { sub: 'XA-0002' } })
    // A person of another bureau who happens to have the same reference.
    const namesake = await world.server.issuer.token({ claims: { bureau: 'XB' } })
    await using opened = await signedIn(world.server)
    opened.ask('1', 'subscription { waits }')
    await using others = await signedIn(world.server, { authorization: `Bearer ${other}` })
    others.ask('1', 'subscription { waits }')
    await using namesakes = await signedIn(world.server, { authorization: `Bearer ${namesake}` })
    namesakes.ask('1', 'subscription { waits }')
    const events = followed(world)
    await expect.poll(() => world.seen.open).toBe(4)
    await revoker(world, 'XA-0001')
    const [closed, ms] = await timed(opened.closed)
    expect(closed).toEqual(forbidden)
    expect((await events).map(({ data }) => data)).toEqual([{ errors: [unauthenticated] }, null])
    expect(ms).toBeLessThan(1000)
    await expect.poll(() => world.seen.open).toBe(2)
    for (const one of [others, namesakes]) {
      one.ask('2', '{ hello }')
      expect(await one.take()).toMatchObject({ id: '2', type: 'next' })
    }
  })

  it('their token opens nothing any more, though it was found good before', async () => {
    await using world = await waitingServer()
    expect((await world.server.ask('{ hello }')).status).toBe(200)
    await revoker(world, 'XA-0001')
    expect((await world.server.ask('{ hello }')).status).toBe(401)
    await expect(signedIn(world.server)).rejects.toThrow(/4401/)
  })

  it('an answer that is still being made does not leave', async () => {
    const bureaus = twoBureaus()
    const [asked, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const { link } = bureaus[0].source
    const find = link.find.bind(link)
    link.find = async (query, call) => {
      asked.resolve()
      await release.promise
      return find(query, call)
    }
    await using server = await memoryServer(bureaus)
    const answer = server.ask('{ notices { nodes { number } } }')
    await asked.promise
    await revoker({ server }, 'XA-0001')
    release.resolve()
    const { status, body } = await answer
    expect([status, body]).toEqual([401, { errors: [unauthenticated] }])
  })

  it('which another node was asked to do, it holds here as well', async () => {
    await using world = await waitingServer()
    await using opened = await signedIn(world.server)
    opened.ask('1', 'subscription { waits }')
    await expect.poll(() => world.seen.open).toBe(1)
    world.server.revocations.take({ id: 'r1', bureau: 'XA', person: 'XA-0001', revokedAt: Date.now(), by: 'XA-0009', reason: 'lost phone' })
    expect(await opened.closed).toEqual(forbidden)
    expect((await world.server.ask('{ hello }')).status).toBe(401)
  })
})
