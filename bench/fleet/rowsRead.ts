/**
 * How many rows the bureaus give for one row of the answer: `node bench/fleet/rowsRead.ts`. Counted where they leave, at the simulated systems, over a first page of 50 and over
 * a reader who goes on for twenty pages. Options: `--bureaus`, `--pages`, `--page`, `--rows`, `--median` (latency, ms).
 */
import { machine, number, option, printBars, quantile } from './bars.ts'
import { type FleetShape, fleetOf, unevenShape } from './fleetPlan.ts'
import { Reader } from './pages.ts'
import { usualLimits, withFleet } from './withFleet.ts'

const pages = option('pages', 20)
const first = option('page', 50)
const shape: FleetShape = {
  ...unevenShape,
  bureaus: option('bureaus', unevenShape.bureaus),
  rows: option('rows', unevenShape.rows),
  medianMs: option('median', 20),
  sigma: 0.4,
  // All of them play in the simulator: elsewhere nobody counts.
  kinds: { graphql: 70 },
}
const bureaus = fleetOf(shape)

/** What one page cost. */
interface Cost {
  readonly rows: number
  readonly fetched: number
  readonly calls: number
  readonly tookMs: number
  readonly cpuMs: number
  readonly cursorBytes: number
}

const costs = await withFleet(bureaus, { ...usualLimits, hedgePercent: 0 }, async (fleet) => {
  const reader = new Reader(fleet, 1)
  await fleet.play(bureaus)
  for (let i = 0; i < 5; i++) await reader.page(first)
  await Promise.all([fleet.systems(), fleet.hub()])
  const seen: Cost[] = []
  let after: string | null = null
  for (let i = 0; i < pages; i++) {
    const page = await reader.page(first, after)
    const [{ rows: fetched, requests: calls }, { cpuMs }] = await Promise.all([fleet.systems(), fleet.hub()])
    if (!page.completeness.complete) throw new Error('a bureau did not answer: the count is of no use')
    seen.push({ rows: page.rows, fetched, calls, tookMs: page.tookMs, cpuMs, cursorBytes: page.endCursor?.length ?? 0 })
    after = page.endCursor
  }
  await reader.close()
  return seen
})

const sum = (pick: (cost: Cost) => number, of: readonly Cost[] = costs) => of.reduce((total, cost) => total + pick(cost), 0)
const ratio = (of: readonly Cost[]) => sum((cost) => cost.fetched, of) / sum((cost) => cost.rows, of)
const line = (name: string, of: readonly Cost[]) => {
  const cells = [
    ratio(of),
    sum((cost) => cost.calls, of) / of.length,
    quantile(
      of.map(({ tookMs }) => tookMs),
      0.5,
    ),
    sum((cost) => cost.cpuMs, of) / of.length,
    sum((cost) => cost.cursorBytes, of) / of.length,
  ]
  console.log(`| ${name} | ${cells.map(number).join(' | ')} |`)
}
console.log(
  `\n${bureaus.length} bureaus, ${bureaus.reduce((total, one) => total + one.rows, 0)} notices, pages of ${first}; ${machine()}\n`,
)
console.log('| | rows read per row shown | calls/page | p50 ms | CPU ms/page | cursor bytes |\n|---|---|---|---|---|---|')
line('first page', costs.slice(0, 1))
line(`${pages} pages`, costs)
printBars('Rows read', [
  { name: `rows read per row shown, ${pages} pages of ${first}`, measured: ratio(costs), unit: '', bound: { most: 2.5 } },
])
