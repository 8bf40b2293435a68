import { describe, expect, it } from 'vitest'
import type { AlertTransport } from '../../client/alerts/transport.ts'
import { AlertsRefused, type WatchOptions, watchAlerts } from '../../client/alerts/watchAlerts.ts'
import { WatchAlertsDocument, type WatchAlertsSubscription } from '../../client/generated/graphql.ts'

type Item = WatchAlertsSubscription['alerts']
/** What a stream does: gives items, breaks off with a failure, or, at its end, nothing. */
type Step = Item | { readonly fails: unknown } | { readonly errors: readonly unknown[] } | 'waits'

const alert = (n: number, cursor = `c${n}`): Item => ({
  __typename: 'Alert',
  cursor,
  id: `a${n}`,
  kind: 'NEW',
  publishedAt: '2026-06-15T12:00:00Z',
  late: false,
  owner: { code: 'XB', name: 'XB' },
  recordType: 'NOTICE',
  recordId: `r${n}`,
  changedFields: [],
})
const heartbeat = (cursor: string): Item => ({ __typename: 'Heartbeat', cursor, at: '2026-06-15T12:00:00Z', lagMs: 0 })
const notice = (
  code: Extract<Item, { __typename: 'StreamNotice' }>['code'],
  resumeAfter: string | null = null,
  retryAfterMs: number | null = null,
): Item => ({
  __typename: 'StreamNotice',
  cursor: `at ${code}`,
  code,
  resumeAfter,
  retryAfterMs,
})
const coded = (code: string) => ({ errors: [{ message: code, extensions: { code } }] })
const closed = (code: number, reason = '') => ({ fails: { code, reason } })

/** Watches streams that do as they are told, one after the other; after the last of them the watching is stopped. */
async function watched(streams: readonly (readonly Step[])[], over: Partial<WatchOptions<Item>> = {}) {
  const log: unknown[] = []
  const asked: (string | null | undefined)[] = []
  const stop = new AbortController()
  const client: AlertTransport = {
    async *subscribe(_document, variables) {
      const steps = streams[asked.length]
      asked.push(variables['after'] as string | null)
      if (steps === undefined) return stop.abort()
      try {
        for (const step of steps) {
          if (step === 'waits') await new Promise(() => {})
          else if (typeof step === 'object' && 'fails' in step) throw step.fails
          else if (typeof step === 'object' && 'errors' in step) yield step as never
          else yield { data: { alerts: step } } as never
        }
      } finally {
        log.push('ended')
      }
    },
  }
  const outcome = await watchAlerts<Item>({
    client,
    document: WatchAlertsDocument,
    signal: stop.signal,
    onAlert: ({ id }) => void log.push(id),
    onNotice: ({ code }) => void log.push(code),
    onLost: ({ codes, close }, ms) => void log.push(`lost ${close?.code ?? codes[0] ?? 'without a word'} ${ms}`),
    backoff: { firstMs: 100, mostMs: 1000, random: () => 1, wait: async (ms) => void log.push(`waits ${ms}`) },
    ...over,
  }).catch((error: unknown) => error)
  return { log: log.filter((one) => one !== 'ended'), asked, outcome, ended: log.filter((one) => one === 'ended').length }
}

describe('watching alerts', () => {
  it('comes back after a loss, goes on after the last cursor, and leaves out what it had', async () => {
    const { log, asked, outcome } = await watched([
      [heartbeat('c0'), alert(1), alert(2), closed(1006)],
      // The same alert comes with another cursor.
      [alert(2, 'again'), alert(3), heartbeat('c9'), closed(1001)],
      [alert(4)],
    ])
    expect(asked).toEqual([null, 'c2', 'c9', 'c4'])
    expect(log.filter((one) => !String(one).startsWith('waits'))).toEqual([
      'a1',
      'a2',
      'lost 1006 100',
      'a3',
      'lost 1001 100',
      'a4',
      'lost without a word 100',
    ])
    expect(outcome).toBe(undefined)
  })

  it('begins where the store says, or else where it is told to, and keeps each cursor once its alert was taken', async () => {
    const kept: string[] = []
    const order: string[] = []
    const cursors = { load: async () => 'kept', save: (cursor: string) => void order.push(`saved ${kept.push(cursor) && cursor}`) }
    const onAlert = async ({ id }: { readonly id: string }) => {
      await new Promise(setImmediate)
      order.push(`took ${id}`)
    }
    expect((await watched([[alert(1), alert(2)]], { cursors, after: 'told', onAlert })).asked).toEqual(['kept', 'c2'])
    expect(order).toEqual(['took a1', 'saved c1', 'took a2', 'saved c2'])
    expect((await watched([[alert(1)]], { cursors: { load: () => null, save: () => {} }, after: 'told' })).asked[0]).toBe('told')
  })

  it('goes on by itself after a notice without an end, and where a notice with one points, when it says', async () => {
    const { log, asked } = await watched([
      [alert(1), notice('LAGGING'), notice('POLICY_CHANGED'), alert(2), notice('NODE_DRAINING', 'c2', 40), alert(3)],
      [alert(3), notice('RETENTION_EXCEEDED', 'far')],
      [notice('EPOCH_CHANGED', 'new')],
    ])
    // What came after an end is not taken; it comes again.
    expect(log).toEqual([
      'a1',
      'LAGGING',
      'POLICY_CHANGED',
      'a2',
      'NODE_DRAINING',
      'waits 40',
      'a3',
      'RETENTION_EXCEEDED',
      'waits 100',
      'EPOCH_CHANGED',
      'waits 100',
    ])
    expect(asked).toEqual([null, 'c2', 'far', 'new'])
  })

  it('waits longer each time, up to a bound, and not so long any more once something came', async () => {
    const { log } = await watched([...Array.from({ length: 6 }, () => [closed(1006)]), [heartbeat('c'), closed(1006)]])
    expect(log.filter((one) => String(one).startsWith('waits'))).toEqual([100, 200, 400, 800, 1000, 1000, 100].map((ms) => `waits ${ms}`))
  })

  it('spreads the time at which clients come back', async () => {
    const { log } = await watched([[closed(1006)], [closed(1006)]], {
      backoff: { firstMs: 100, mostMs: 1000, random: () => 0.25, wait: async () => {} },
    })
    expect(log).toEqual(['lost 1006 25', 'lost 1006 50'])
  })

  it.each([
    ['a socket closed with 4401', closed(4401, 'Unauthorized')],
    ['a socket closed with 4403', closed(4403, 'Forbidden')],
    ['UNAUTHENTICATED', coded('UNAUTHENTICATED')],
    ['urql’s UNAUTHENTICATED', { fails: { graphQLErrors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } }],
    ['urql’s 4403', { fails: { networkError: { code: 4403, reason: 'Forbidden' } } }],
    ['Apollo Client’s 4403', { fails: new Error('Socket closed with event 4403 Forbidden') }],
    ['an answer of 401', { fails: Object.assign(new Error('refused'), { response: { status: 401 } }) }],
  ] as const)('asks for another token and comes back at once after %s', async (_what, step) => {
    let tokens = 0
    const { log, asked } = await watched([[alert(1), step as Step], [alert(2), step as Step], [alert(3)]], {
      refreshToken: async () => void tokens++,
      onLost: (_failure, ms) => void expect(ms).toBe(tokens === 3 ? 100 : ms),
    })
    expect(asked).toEqual([null, 'c1', 'c2', 'c3'])
    expect(tokens).toBe(2)
    expect(log.filter((one) => String(one).startsWith('waits'))).toEqual(['waits 100'])
  })

  it('gives up when tokens are refused one after the other, or when there is none to be had', async () => {
    let tokens = 0
    const refused = Array.from({ length: 9 }, () => [closed(4401)])
    const { outcome, asked } = await watched(refused, { refreshToken: async () => void tokens++ })
    expect(outcome).toBeInstanceOf(AlertsRefused)
    expect([tokens, asked.length]).toEqual([3, 4])
    expect((await watched([[closed(4403)]])).outcome).toBeInstanceOf(AlertsRefused)
  })

  it('comes back later when whoever gives out tokens is away', async () => {
    let tries = 0
    const { log, outcome } = await watched([[closed(4403)], [closed(4403)], [alert(1)]], {
      refreshToken: async () => {
        if (++tries === 1) throw new Error('away')
      },
    })
    expect(outcome).toBe(undefined)
    expect(log).toEqual(['lost 4403 100', 'waits 100', 'lost 4403 0', 'a1', 'lost without a word 100', 'waits 100'])
  })

  it.each([
    ['CURSOR_MISMATCH', coded('CURSOR_MISMATCH')],
    ['GRAPHQL_VALIDATION_FAILED', coded('GRAPHQL_VALIDATION_FAILED')],
    ['PURPOSE_REQUIRED', coded('PURPOSE_REQUIRED')],
    ['4403 Forbidden: PURPOSE_NOT_ALLOWED', closed(4403, 'Forbidden: PURPOSE_NOT_ALLOWED')],
    ['4400', closed(4400, 'Invalid message received')],
    ['status 403', { fails: { response: { status: 403 } } }],
  ] as const)('gives up when it would be refused again: %s', async (why, step) => {
    const { outcome, asked } = await watched([[step as Step]], { refreshToken: async () => {} })
    expect(outcome).toBeInstanceOf(AlertsRefused)
    expect((outcome as Error).message).toContain(why)
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['NODE_DRAINING', coded('NODE_DRAINING')],
    ['AUDIT_UNAVAILABLE', coded('AUDIT_UNAVAILABLE')],
    ['TOO_MANY_STREAMS', coded('TOO_MANY_STREAMS')],
    ['1013', closed(1013)],
    ['4500', closed(4500)],
    ['status 503', { fails: { response: { status: 503 } } }],
    ['status 429', { fails: { response: { status: 429 } } }],
    ['no connection', { fails: new TypeError('fetch failed') }],
  ] as const)('comes back after what passes: %s', async (_what, step) => {
    const { outcome, log } = await watched([[step as Step], [alert(1)]])
    expect(outcome).toBe(undefined)
    expect(log).toContain('a1')
  })

  it('ends with what its owner’s own functions throw, and does not take that for a loss', async () => {
    const own = new Error('the screen is gone')
    const saved: string[] = []
    const failing = { onAlert: () => Promise.reject(own), cursors: { load: () => null, save: (cursor: string) => void saved.push(cursor) } }
    const { outcome, asked, ended } = await watched([[alert(1)]], failing)
    expect([outcome, asked.length, saved, ended]).toEqual([own, 1, [], 1])
  })

  it('says what a document must select', async () => {
    const { outcome } = await watched([[{ __typename: 'Heartbeat' } as unknown as Item]])
    expect(outcome).toEqual(new TypeError('the document must select cursor of every item'))
  })

  it('ends when it is told to, while it waits for an alert or for its time to come back', async () => {
    const stop = new AbortController()
    let returned = 0
    const never: AlertTransport = {
      subscribe: () => ({
        [Symbol.asyncIterator]: () => {
          const over = Promise.withResolvers<IteratorResult<never>>()
          return {
            next: () => over.promise,
            return: async () => {
              returned++
              over.resolve({ done: true, value: undefined })
              return { done: true, value: undefined }
            },
          }
        },
      }),
    }
    const one = watchAlerts<Item>({ client: never, document: WatchAlertsDocument, onAlert: () => {}, signal: stop.signal })
    const gone: AlertTransport = {
      // biome-ignore lint/correctness/useYield: it is never there
      async *subscribe() {
        throw new TypeError('fetch failed')
      },
    }
    const lost = Promise.withResolvers<void>()
    const two = watchAlerts<Item>({
      client: gone,
      document: WatchAlertsDocument,
      onAlert: () => {},
      onLost: () => lost.resolve(),
      signal: stop.signal,
      backoff: { firstMs: 3_600_000, mostMs: 3_600_000, random: () => 1 },
    })
    await lost.promise
    stop.abort()
    await Promise.all([one, two])
    expect(returned).toBeGreaterThan(0)
  })
})
