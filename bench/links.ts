/**
 * What a link costs: `node bench/links.ts`. Prints the time of a call that is answered at once, without a link and through one that has learned when to
 * hedge. Medians of several rounds, on one core.
 */
import type { Call, Connector, NativePage } from '../src/connectors/connector.ts'
import { Link } from '../src/links/link.ts'
import type { Limits } from '../src/model/bureau.ts'

const calls = 20_000
const rounds = 15
const limits: Limits = {
  deadlineMs: 2500,
  concurrency: 8,
  queue: 32,
  pageRows: 200,
  scanRows: 20_000,
  slowMs: null,
  breakerPercent: 50,
  retryPercent: 10,
  hedgePercent: 8,
}
const page: NativePage = { rows: [], next: null, capped: false }
const query = {
  source: 's',
  key: 'k',
  keyOrder: 'text',
  fields: [],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 1,
  page: null,
} as const
const connector: Connector = {
  capabilities: () => ({ filters: () => true, orders: () => true, pageRows: null, resultRows: null }),
  // One turn of the event loop would be more than all that is measured here.
  find: async () => page,
  get: async () => new Map(),
  describe: async () => null,
  health: async () => {},
  close: async () => {},
}
const caller = new AbortController()
const call: Call = { signal: caller.signal, deadline: Date.now() + 3_600_000, traceId: '0'.repeat(32) }

async function microsecondsPerCall(ask: () => Promise<unknown>, atOnce: number): Promise<number> {
  const started = performance.now()
  for (let i = 0; i < calls; i += atOnce) {
    if (atOnce === 1) await ask()
    else await Promise.all(Array.from({ length: atOnce }, ask))
  }
  return ((performance.now() - started) * 1000) / calls
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const link = new Link('XA', connector, limits)
const variants = [
  { name: 'one after the other', atOnce: 1 },
  { name: '8 at once', atOnce: 8 },
  { name: '40 at once, 32 of them waiting', atOnce: 40 },
]
console.log('| calls | bare connector µs | through a link µs | cost of the link µs |\n|---|---|---|---|')
for (const { name, atOnce } of variants) {
  const bare: number[] = []
  const guarded: number[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push(await microsecondsPerCall(() => connector.find(query, call), atOnce))
    guarded.push(await microsecondsPerCall(() => link.find(query, call), atOnce))
  }
  console.log(`| ${name} | ${median(bare).toFixed(2)} | ${median(guarded).toFixed(2)} | ${(median(guarded) - median(bare)).toFixed(2)} |`)
}
