import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/eventStream.ts'
import { memoryServer, twoBureaus } from '../../support/memoryServer.ts'
import { mistakes } from '../../support/mistakes.ts'
import { type Frame, goodParams, openSocket, signedIn } from '../../support/openSocket.ts'

let server: Awaited<ReturnType<typeof memoryServer>>
beforeAll(async () => {
  server = await memoryServer(twoBureaus())
})
afterAll(() => server[Symbol.asyncDispose]())

/** Without what is the moment's or drawn by chance. */
const passing = new Set(['asOf', 'latencyMs', 'endCursor', 'startCursor', 'cursor', 'trace', 'nodeId'])
const still = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, one) => (passing.has(key) ? null : one)))

type Posted = Readonly<Record<string, unknown>> & { readonly query: string }

/** The frames with which one operation is answered on a socket, and those alone. */
async function answerOf(opened: Awaited<ReturnType<typeof openSocket>>, posted: Posted): Promise<readonly Frame[]> {
  opened.send({ id: 'one', type: 'subscribe', payload: posted })
  const found: Frame[] = []
  do found.push(await opened.take())
  while (found.at(-1)?.type === 'next')
  return found
}

async function bySocket(posted: Posted): Promise<readonly Frame[]> {
  await using opened = await signedIn(server)
  return await answerOf(opened, posted)
}

function post(posted: Posted, accept: string): Promise<Response> {
  return fetch(`${server.url}/graphql`, { method: 'POST', headers: { ...server.headers, accept }, body: JSON.stringify(posted) })
}

/** What was recorded meanwhile. */
async function recorded<T>(ask: () => Promise<T>): Promise<readonly [T, unknown]> {
  const before = server.entries.length
  const answer = await ask()
  return [answer, still(server.entries.slice(before))]
}

const selection =
  '(first: 2) { nodes { id number owner { code } _disclosure { field level } } totalCount sources { bureau { code } state } }'
const operations: readonly (readonly [string, Posted])[] = [
  ['a query', { query: `{ notices${selection} }` }],
  [
    'a named query with variables',
    {
      query: `query A($n: Int) { notices(first: $n) { nodes { id } } } query B { bureaus { code } }`,
      operationName: 'A',
      variables: { n: 1 },
    },
  ],
  ['a mutation that is refused', { query: 'mutation { closeEmergency(id: "x") { id } }' }],
  ['a subscription', { query: `subscription { noticesProgress${selection} }` }],
  ['a document of several operations, none of them named', { query: 'query A { bureaus { code } } query B { bureaus { code } }' }],
]

describe('an operation', () => {
  it.each(operations)('has one answer and one entry, whatever carries it: %s', async (_what, posted) => {
    const [events, followed] = await recorded(async () => Array.fromAsync(eventsOf(await post(posted, 'text/event-stream'))))
    const [frames, onSocket] = await recorded(() => bySocket(posted))
    const results = events.flatMap(({ event, data }) =>
      event === 'next' ? [data as { readonly data?: unknown; readonly errors?: unknown }] : [],
    )
    // Errors alone end an operation of this protocol: they are no result.
    const expected = results.map((result) =>
      result.data === undefined ? { type: 'error', payload: result.errors } : { type: 'next', payload: result },
    )
    const ending = expected.at(-1)?.type === 'error' ? [] : [{ type: 'complete' }]
    expect(still(frames)).toEqual(still([...expected, ...ending].map((frame) => ({ id: 'one', ...frame }))))
    expect(onSocket).toEqual(followed)
    expect(onSocket).toHaveLength(results.length)
    if (posted.query.startsWith('subscription')) return
    const [answer, asked] = await recorded(async () => (await post(posted, 'application/json')).json())
    expect(still(results)).toEqual(still([answer]))
    expect(onSocket).toEqual(asked)
  })

  it('is recorded with the words of a socket’s purpose, and by whom', async () => {
    const [, entries] = await recorded(() => bySocket({ query: '{ bureaus { code } }' }))
    expect(entries).toMatchObject([
      { personRef: 'XA-0001', bureau: 'XA', purpose: 'INVESTIGATION', case: 'XA-2026-0017', operation: { type: 'query' } },
    ])
  })
})

/** What a socket is closed for before an operation can be wrong. */
const ofTheSocket = new Set(['no token', 'another purpose'])

describe('whatever is wrong', () => {
  it.each(
    mistakes.filter(([what]) => !ofTheSocket.has(what)).map(([what, text, variables, headers]) => ({ what, text, variables, headers })),
  )('gets the verdict that it gets over HTTP, and nobody else’s: $what', async ({ text, variables, headers = {} }) => {
    const query = `query Q${text.replace('@', 'notices')}`
    const asked = await server.ask(query, variables, { accept: 'application/json', ...headers })
    const { 'comity-purpose': purpose, 'comity-emergency': emergency } = headers
    const params = {
      ...(purpose === '' ? { 'comity-purpose': null } : {}),
      ...(emergency === undefined ? {} : { 'comity-emergency': emergency }),
    }
    await using opened = await signedIn(server, params)
    const [frame, ...more] = await answerOf(opened, { query, ...(variables === undefined ? {} : { variables }) })
    const errors = frame?.type === 'error' ? frame.payload : (frame?.payload as { readonly errors?: unknown } | undefined)?.errors
    expect(asked.body.errors?.length).toBeGreaterThan(0)
    expect(errors).toEqual(asked.body.errors)
    // The socket is none the worse for it.
    expect(more.every(({ type }) => type === 'complete')).toBe(true)
    opened.send({ type: 'ping' })
    expect(await opened.take()).toEqual({ type: 'pong' })
  })

  it('of the token or the purpose of the socket closes it', async () => {
    for (const [params, code] of [
      [{ ...goodParams(server), authorization: 'Bearer a.b.c' }, 4401],
      [{ ...goodParams(server), 'comity-purpose': 'AUDIT' }, 4403],
    ] as const) {
      await using opened = await openSocket(server.url)
      opened.send({ type: 'connection_init', payload: params })
      expect((await opened.closed).code).toBe(code)
    }
  })
})
