import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf } from '../support/eventStream.ts'
import { memoryServer } from '../support/memoryServer.ts'
import { signedIn } from '../support/openSocket.ts'
import { costlyOperations } from './corpus/costs.ts'
import { brokenDocuments, operationNames, unfittingDocuments } from './corpus/documents.ts'
import { hostileCursors, hostileIds, hostileTexts, hostileVariables } from './corpus/values.ts'
import type { HostileCase } from './hostileCase.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const families: Readonly<Record<string, readonly HostileCase[]>> = {
  'broken documents': brokenDocuments,
  'documents that do not fit': unfittingDocuments,
  'names of operations': operationNames,
  'operations that cost too much': costlyOperations,
  'hostile texts': hostileTexts,
  'hostile ids': hostileIds,
  'hostile cursors': hostileCursors,
  'hostile variables': hostileVariables,
}
const all = Object.entries(families).flatMap(([family, cases]) => cases.map((one) => ({ family, ...one })))

/** An answer, by whatever it came. */
interface Got {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

/** Bytes that are held, with what nobody needs any more thrown away. */
function held(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

type Server = Awaited<ReturnType<typeof memoryServer>>
let server: Server
beforeAll(async () => {
  server = await memoryServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const bodyOf = ({ query, variables, operationName }: HostileCase) => ({
  query,
  ...(variables === undefined ? {} : { variables }),
  ...(operationName === undefined ? {} : { operationName }),
})
const post = (one: HostileCase, accept: string) =>
  fetch(`${server.url}/graphql`, { method: 'POST', headers: { ...server.headers, accept }, body: JSON.stringify(bodyOf(one)) })

async function overHttp(one: HostileCase): Promise<Got> {
  return (await post(one, 'application/json')).json() as Promise<Got>
}

async function overEvents(one: HostileCase): Promise<Got> {
  const response = await post(one, 'text/event-stream')
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.json() as Promise<Got>
  let last: Got = {}
  for await (const { event, data } of eventsOf(response)) if (event === 'next') last = data as Got
  return last
}

/** The verdict in an answer. Answered means answered with nothing found. */
function verdictOf({ data, errors }: Got): string {
  return errors?.[0]?.extensions.code ?? (data === undefined || data === null ? 'NOTHING' : 'ANSWERED')
}

/** What went otherwise than it must. */
async function wrong(ask: (one: HostileCase) => Promise<Got>): Promise<readonly string[]> {
  const found: string[] = []
  for (const one of all) {
    const got = await ask(one)
    const verdict = verdictOf(got)
    if (verdict !== one.verdict) found.push(`${one.family}: ${one.name}: ${verdict} instead of ${one.verdict}`)
    if ((got.errors ?? []).length > 20) found.push(`${one.family}: ${one.name}: ${got.errors?.length} errors`)
    for (const { message } of got.errors ?? [])
      if (message.length > 500) found.push(`${one.family}: ${one.name}: a message of ${message.length} letters`)
  }
  return found
}

describe('the corpus', () => {
  it('has at least 400 operations, each with a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(400)
    expect(new Set(all.map(({ family, name }) => `${family}: ${name}`)).size).toBe(all.length)
  })

  it('gets the right verdicts over HTTP', async () => {
    expect(await wrong(overHttp)).toEqual([])
  })

  it('gets the same over event streams', async () => {
    expect(await wrong(overEvents)).toEqual([])
  })

  it('gets the same on sockets, and none of it ends the socket', async () => {
    await using socket = await signedIn(server)
    let n = 0
    const ask = async (one: HostileCase): Promise<Got> => {
      const id = String(n++)
      socket.send({ id, type: 'subscribe', payload: bodyOf(one) })
      const frame = await socket.take()
      if (frame.type === 'error') return { errors: frame.payload as NonNullable<Got['errors']> }
      expect(frame.type).toBe('next')
      expect((await socket.take()).type).toBe('complete')
      return frame.payload as Got
    }
    expect(await wrong(ask)).toEqual([])
  })

  it('costs less than 20 ms of the processor an operation, and leaves no memory behind', async () => {
    const slow: string[] = []
    for (let i = 0; i < 2; i++) for (const one of all) await overHttp(one)
    const before = held()
    for (const one of all) {
      // The least of five: what else the process does in between is not the operation's.
      let least = Number.POSITIVE_INFINITY
      for (let i = 0; i < 5; i++) {
        const start = process.cpuUsage()
        await overHttp(one)
        const { user, system } = process.cpuUsage(start)
        least = Math.min(least, (user + system) / 1000)
      }
      if (least >= 20) slow.push(`${one.family}: ${one.name}: ${least.toFixed(1)} ms`)
    }
    expect(slow).toEqual([])
    expect(held() - before).toBeLessThan(50e6)
  }, 120_000)
})
