import { ApolloClient, InMemoryCache } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import { createClient as createSseClient } from 'graphql-sse'
import { createClient as createWsClient } from 'graphql-ws'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { AlertTransport } from '../../client/alerts/transport.ts'
import { overApollo } from '../../client/alerts/transports/apollo.ts'
import { overGraphqlSse } from '../../client/alerts/transports/graphqlSse.ts'
import { overGraphqlWs } from '../../client/alerts/transports/graphqlWs.ts'
import { overUrql } from '../../client/alerts/transports/urql.ts'
import { watchAlerts } from '../../client/alerts/watchAlerts.ts'
import { WatchAlertsDocument } from '../../client/generated/graphql.ts'
import { liveServer } from '../support/alerts/liveServer.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { FaultProxy } from '../support/faultProxy.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

const rules = `
  - { id: N1, title: notices are listed, on: Notice, record: listed, to: any, for: any, mayInclude: any }
  - { id: N2, title: and open, on: Notice, fields: [kind, number, issuedOn], level: full, to: any, for: any }`
const bureau = () =>
  memoryBureau('XB', { rows: { Notice: [] }, policy: compiledPolicy('XB', rules), mapped: ['kind', 'number', 'issuedOn'] })

type Headers = () => Record<string, string>

/** A client of graphql-ws as the transports want it. */
const socketClient = (url: string, headers: Headers) =>
  createWsClient({ url: `${url.replace('http', 'ws')}graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: headers })

const transports: Readonly<Record<string, (url: string, headers: Headers) => AlertTransport>> = {
  'graphql-ws': (url, headers) => overGraphqlWs(socketClient(url, headers)),
  'graphql-sse': (url, headers) => overGraphqlSse(createSseClient({ url: `${url}graphql`, retryAttempts: 0, headers })),
  urql: (url, headers) => {
    const sockets = socketClient(url, headers)
    const forwardSubscription: Parameters<typeof subscriptionExchange>[0]['forwardSubscription'] = ({ query = '', variables }) => ({
      subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query, variables: variables ?? null }, sink as never) }),
    })
    return overUrql(
      new Client({
        url: `${url}graphql`,
        preferGetMethod: false,
        exchanges: [subscriptionExchange({ forwardSubscription }), fetchExchange],
      }),
    )
  },
  'Apollo Client': (url, headers) =>
    overApollo(new ApolloClient({ link: new GraphQLWsLink(socketClient(url, headers)), cache: new InMemoryCache() })),
}

/** The real server with a line to it that can be cut, and a watching client. */
async function watching(name: string, { firstToken }: { readonly firstToken?: { readonly expiresIn: number } } = {}) {
  const live = await liveServer([bureau()])
  const proxy = await FaultProxy.start(Number(new URL(live.url).port))
  const tokens = firstToken === undefined ? [] : [await live.issuer.token(firstToken)]
  let refreshed = 0
  const headers = () => ({
    authorization: `Bearer ${tokens[0] ?? live.token}`,
    'comity-purpose': live.headers['comity-purpose'],
  })
  const got: string[] = []
  const lost: unknown[] = []
  let heartbeats = 0
  const stop = new AbortController()
  const transport = transports[name]?.(proxy.inFrontOf(live.url), headers)
  if (transport === undefined) throw new Error(`no transport ${name}`)
  const over = watchAlerts({
    client: transport,
    document: WatchAlertsDocument,
    signal: stop.signal,
    onAlert: ({ kind, recordType }) => void got.push(`${kind} ${recordType}`),
    onHeartbeat: () => void heartbeats++,
    onLost: (failure) => void lost.push(failure),
    refreshToken: async () => {
      refreshed++
      tokens.shift()
    },
    backoff: { firstMs: 20, mostMs: 50 },
  })
  let number = 0
  return {
    live,
    proxy,
    got,
    lost,
    heartbeats: () => heartbeats,
    refreshed: () => refreshed,
    /** Something happens, which everybody is to be told. */
    happen: (key = `n${++number}`, kind = 'RED') => live.change('XB', 'Notice', key, { kind, number: key, issuedOn: '2026-01-01' }),
    over,
    async [Symbol.asyncDispose]() {
      stop.abort()
      await over.catch(() => {})
      await proxy.stop()
      await live[Symbol.asyncDispose]()
    },
  }
}

describe.each(Object.keys(transports))('watching alerts over %s', (name) => {
  it('gives every alert once and in order, over a line that is cut while things happen', async () => {
    await using world = await watching(name)
    await expect.poll(world.heartbeats).toBe(1)
    await world.happen('a')
    await world.happen('a', 'BLUE')
    await expect.poll(() => world.got).toEqual(['NEW NOTICE', 'CHANGED NOTICE'])
    world.proxy.inject({ kind: 'reset' })
    await expect.poll(() => world.lost.length).toBeGreaterThan(0)
    await world.happen('b')
    await world.happen('a', 'GREEN')
    await world.happen('b', 'BLUE')
    world.proxy.inject(null)
    await expect.poll(() => world.got).toEqual(['NEW NOTICE', 'CHANGED NOTICE', 'NEW NOTICE', 'CHANGED NOTICE', 'CHANGED NOTICE'])
    await world.happen('c')
    await expect.poll(() => world.got.length).toBe(6)
    expect(world.refreshed()).toBe(0)
  })

  it('comes back with another token when the time of the one is over, and misses nothing', async () => {
    await using world = await watching(name, { firstToken: { expiresIn: 2 } })
    await expect.poll(world.heartbeats).toBeGreaterThan(0)
    await world.happen()
    await expect.poll(() => world.got.length).toBe(1)
    await expect.poll(world.refreshed, { timeout: 5000 }).toBe(1)
    await world.happen()
    await expect.poll(() => world.got.length).toBe(2)
    expect(world.lost).toHaveLength(1)
  })

  it('ends when the access of its person is ended and there is no other token', async () => {
    await using world = await watching(name)
    await expect.poll(world.heartbeats).toBeGreaterThan(0)
    const over = expect(world.over).rejects.toThrow(/The hub refuses the subscription: (UNAUTHENTICATED|closed with 44|status 401)/)
    await world.live.revocations.revoke({ bureau: 'XA', person: 'XA-0001', revokedAt: Date.now(), by: 'XA-9', reason: 'left' })
    await over
    expect(world.refreshed()).toBe(3)
  })
})
