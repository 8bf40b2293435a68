/**
 * The systems of a fleet's bureaus that speak HTTP, all in this one process: started by `withFleet.ts`, steered over the channel to it. It counts what it
 * gives, so that nobody has to believe the hub's own counts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { seededRandom } from '../../test/support/links/random.ts'
import { type FleetBureau, normal } from './fleetPlan.ts'
import { placeOf, rowAt } from './fleetRows.ts'

/** What the systems are told. */
export type SystemsOrder = { readonly kind: 'play'; readonly bureaus: readonly FleetBureau[] } | { readonly kind: 'count' }

/** What was asked of the systems since the last count. */
export interface SystemsCount {
  readonly requests: number
  readonly rows: number
  readonly bytes: number
  /** Connections open now. */
  readonly sockets: number
  /** Requests that nobody will answer and nobody has given up. */
  readonly hanging: number
}

const states = new Map<string, { readonly bureau: FleetBureau; readonly random: () => number }>()
let count = { requests: 0, rows: 0, bytes: 0 }
const hanging = new Set<ServerResponse>()

/** Every bureau has a sequence of its own: the same calls meet the same times, whatever other bureaus do. */
function play(bureaus: readonly FleetBureau[]): void {
  states.clear()
  for (const [i, bureau] of bureaus.entries()) states.set(bureau.code, { bureau, random: seededRandom(1000 + i) })
  for (const response of hanging) response.destroy()
  count = { requests: 0, rows: 0, bytes: 0 }
}

function answer(request: IncomingMessage, response: ServerResponse, text: string): void {
  const url = new URL(request.url ?? '/', 'http://systems')
  const [, code = '', what = ''] = url.pathname.split('/')
  const state = states.get(code)
  if (state === undefined) return void response.writeHead(404).end()
  count.requests++
  const { bureau, random } = state
  const { medianMs, sigma, hungCalls, failedCalls } = bureau.pace
  const [hangs, fails, ms] = [random() < hungCalls, random() < failedCalls, medianMs * Math.exp(sigma * normal(random))]
  if (hangs) {
    hanging.add(response)
    return void response.once('close', () => hanging.delete(response))
  }
  const timer = setTimeout(() => {
    if (fails) send(response, { error: 'out of order' }, 500)
    else if (what === 'health') send(response, {})
    else if (what === 'graphql') send(response, graphqlAnswer(bureau, text))
    else send(response, restAnswer(bureau, url.searchParams))
  }, ms)
  response.once('close', () => clearTimeout(timer))
}

function send(response: ServerResponse, body: unknown, status = 200): void {
  const text = JSON.stringify(body)
  count.bytes += text.length
  response.writeHead(status, { 'content-type': 'application/json' }).end(text)
}

function restAnswer({ code, rows }: FleetBureau, asked: URLSearchParams): unknown {
  const ids = asked.get('ids')
  if (ids !== null) return { items: counted(ids.split(',').map((id) => rowAt(code, rows, Number(id.slice(1))))), next: null }
  const [cursor, afterId, until] = ['cursor', 'afterId', 'until'].map((name) => asked.get(name))
  const start = cursor ? Number(cursor) : placeOf(rows, afterId ? { key: afterId } : until ? { day: until } : null)
  const last = endOf(rows, asked.get('since'))
  const end = Math.min(last, start + Number(asked.get('size')))
  return { items: slice(code, rows, start, end), next: end < last ? String(end) : null }
}

/** Knows the documents that our connector writes, and no others: arguments are variables, whatever else is selected comes back too. */
function graphqlAnswer({ code, rows }: FleetBureau, text: string): unknown {
  const { query, variables } = JSON.parse(text) as { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }
  if (query.includes('__typename')) return { data: { __typename: 'Query' } }
  const asked = Object.fromEntries([...query.matchAll(/(\w+): \$(v\d+)/g)].map(([, name, variable]) => [name, variables[variable ?? '']]))
  if (Array.isArray(asked['ids']))
    return { data: { rows: counted(asked['ids'].map((id) => rowAt(code, rows, Number(String(id).slice(1))))) } }
  const until = asked['until']
  const start =
    typeof asked['after'] === 'string' ? Number(asked['after']) : placeOf(rows, typeof until === 'string' ? { day: until } : null)
  const last = endOf(rows, asked['since'])
  const end = Math.min(last, start + Number(asked['first']))
  return { data: { page: { nodes: slice(code, rows, start, end), pageInfo: { hasNextPage: end < last, endCursor: String(end) } } } }
}

/** How many rows are no older than a day; all of them where none is given. */
function endOf(rows: number, since: unknown): number {
  if (typeof since !== 'string') return rows
  const before = new Date(Date.parse(since) - 86_400_000).toISOString().slice(0, 10)
  return placeOf(rows, { day: before })
}

function slice(code: string, rows: number, start: number, end: number): readonly unknown[] {
  return counted(Array.from({ length: Math.max(0, end - start) }, (_, i) => rowAt(code, rows, start + i)))
}

function counted(rows: readonly unknown[]): readonly unknown[] {
  count.rows += rows.length
  return rows
}

const server = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  request.on('end', () => answer(request, response, text))
})
server.keepAliveTimeout = 60_000
server.listen({ port: 0, host: '127.0.0.1', backlog: 2000 }, () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
)
process.on('message', (order: SystemsOrder) => {
  if (order.kind === 'play') {
    play(order.bureaus)
    process.send?.({})
  } else {
    server.getConnections((_error, sockets) => {
      process.send?.({ ...count, sockets, hanging: hanging.size } satisfies SystemsCount)
      count = { requests: 0, rows: 0, bytes: 0 }
    })
  }
})
process.on('disconnect', () => process.exit(0))
