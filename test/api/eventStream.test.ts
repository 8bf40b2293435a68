import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, type SentEvent } from '../support/eventStream.ts'
import { memoryServer, twoBureaus } from '../support/memoryServer.ts'
import { mistakes } from '../support/mistakes.ts'

let server: Awaited<ReturnType<typeof memoryServer>>
const bureaus = twoBureaus()
beforeAll(async () => {
  server = await memoryServer(bureaus)
})
afterAll(() => server[Symbol.asyncDispose]())

type Sent = { readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[] }

function post(document: string, variables?: unknown, extra: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { ...server.headers, accept: 'text/event-stream', ...extra },
    body: JSON.stringify({ query: document, variables }),
  })
}

const errorsOf = (event: SentEvent | undefined) => (event?.data as Sent | undefined)?.errors
const all = (response: Response): Promise<readonly SentEvent[]> => Array.fromAsync(eventsOf(response))
/** Without what is the moment's or drawn by chance. */
const still = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one) => (['asOf', 'latencyMs', 'endCursor', 'cursor'].includes(key) ? null : one)))

const question = '{ notices(first: 2) { nodes { id number } pageInfo { hasNextPage } sources { bureau { code } state } } }'
const progress = `subscription { noticesProgress(first: 2) { nodes { id number } pageInfo { hasNextPage } sources { bureau { code } state } } }`

describe('an event stream', () => {
  it('gives a query’s one answer, then ends', async () => {
    const response = await post(question)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, no-store, no-transform')
    const events = await all(response)
    expect(events.map(({ event }) => event)).toEqual(['next', 'complete'])
    expect(still(events[0]?.data)).toEqual(still((await server.ask(question)).body))
  })

  it('is for whoever asks for it, at whatever quality is highest', async () => {
    const type = async (accept: string) => (await post(question, undefined, { accept })).headers.get('content-type')?.split(';')[0]
    expect(await type('text/event-stream; charset=utf-8')).toBe('text/event-stream')
    expect(await type('application/json;q=0.5, text/event-stream')).toBe('text/event-stream')
    expect(await type('application/json, text/event-stream;q=0.5')).toBe('application/json')
    expect(await type('*/*')).toBe('application/json')
  })

  it('carries a mutation too, by POST only', async () => {
    const mutation = 'mutation { closeEmergency(id: "x") { id } }'
    expect(await all(await post(mutation))).toMatchObject([
      { data: { errors: [{ extensions: { code: 'EMERGENCY_NOT_OPEN' } }] } },
      { event: 'complete' },
    ])
    const url = `${server.url}/graphql?query=${encodeURIComponent(mutation)}`
    expect((await fetch(url, { headers: { ...server.headers, accept: 'text/event-stream' } })).status).toBe(400)
  })

  it('is not for a subscription’s answer in one piece: it is refused in words', async () => {
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      const { status, body } = await server.ask(progress, undefined, { accept })
      expect([status, body.errors]).toEqual([
        406,
        [
          {
            message: 'A subscription is answered as an event stream: send "Accept: text/event-stream".',
            extensions: { code: 'EVENT_STREAM_REQUIRED' },
          },
        ],
      ])
    }
  })
})

describe('whatever is wrong', () => {
  it.each(mistakes.map(([what, text, variables, headers]) => ({ what, text, variables, headers })))(
    'gets the same verdict as a query, as a query by events, and as a subscription: $what',
    async ({ text, variables, headers }) => {
      const read = async (document: string): Promise<readonly [number | null, unknown]> => {
        const response = await post(document, variables, headers)
        if (response.status !== 200) return [response.status, ((await response.json()) as Sent).errors]
        const [next, complete] = await all(response)
        expect(complete).toEqual({ event: 'complete', data: null })
        return [null, errorsOf(next)]
      }
      const asked = await server.ask(`query Q${text.replace('@', 'notices')}`, variables, { accept: 'application/json', ...headers })
      const byEvents = await read(`query Q${text.replace('@', 'notices')}`)
      const subscribed = await read(`subscription Q${text.replace('@', 'noticesProgress')}`)
      const words = (errors: unknown) =>
        JSON.stringify(errors)
          .replaceAll('noticesProgress', 'notices')
          .replace(/"locations":\[.*?\],?/g, '')
      expect(asked.body.errors?.length).toBeGreaterThan(0)
      expect(words(byEvents[1])).toBe(words(asked.body.errors))
      expect(words(subscribed[1])).toBe(words(asked.body.errors))
      // What the door refuses has its status everywhere; what GraphQL finds is 200 in JSON, and comes in the stream.
      expect([byEvents[0], subscribed[0]]).toEqual(Array(2).fill(asked.status === 200 ? null : asked.status))
    },
  )

  it('of a subscription alone is said like any other: one question at a time', async () => {
    const two = 'subscription { noticesProgress { nodes { id } } personsProgress { nodes { id } } }'
    const [next] = await all(await post(two))
    expect(errorsOf(next)?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  })

  it('is recorded as a query’s mistake is', async () => {
    const wrong = ['{ @ { nodes { nonsense } } }', '{ @(after: "bm90IGEgY3Vyc29y") { nodes { id } } }']
    const recorded = async (ask: () => Promise<unknown>) => {
      const before = server.entries.length
      await ask()
      return server.entries.slice(before)
    }
    for (const text of wrong) {
      const [asked] = await recorded(() => server.ask(`query Q${text.replace('@', 'notices')}`))
      const [followed, ...more] = await recorded(async () => all(await post(`subscription Q${text.replace('@', 'noticesProgress')}`)))
      expect(more).toEqual([])
      const { operation, trace: _, ...rest } = followed ?? {}
      expect(rest).toEqual({ ...asked, operation: undefined, trace: undefined })
      expect([operation?.type, operation?.errors]).toEqual(['subscription', asked?.operation.errors])
    }
  })
})
