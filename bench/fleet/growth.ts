/**
 * What a page costs as the federation grows: `node bench/fleet/growth.ts`. From 5 to 196 bureaus of 1,000 notices, and from 1,000 to 1,000,000 notices in each of 5 bureaus. CPU time is the
 * hub's process; the servers' own is not in it, the time of a page has it. Writes what it measured to `--out` (default `docs/growth.json`), of which
 * `node bench/fleet/growthPlot.ts` draws the plot. Options: `--pages`, `--most` (rows).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { machine, number, option, printBars, quantile } from './bars.ts'
import { type FleetKind, fleetOf, unevenShape } from './fleetPlan.ts'
import { Reader } from './pages.ts'
import { usualLimits, withFleet } from './withFleet.ts'

/** One point of a series. */
export interface GrowthPoint {
  readonly bureaus: number
  /** Notices of each bureau. */
  readonly rows: number
  /** Milliseconds, median of the pages. */
  readonly tookMs: number
  /** CPU time of the hub per page, in milliseconds. */
  readonly pageCpuMs: number
  /** The same per record of the answer, in microseconds. */
  readonly rowCpuUs: number
  /** CPU time per page and bureau asked, in microseconds. */
  readonly bureauCpuUs: number
}

/** What was measured: by the name of a series, its points. */
export type Growth = Readonly<Record<string, readonly GrowthPoint[]>>

const pages = option('pages', 100)
const mostRows = option('most', 1_000_000)
const mostBureaus = option('bureaus', 196)
const first = 50
/** Every fourth page goes on where the one before ended: a page in the middle must not cost more than the first. */
const depth = 4
const note = (line: string) => process.stderr.write(`${line}\n`)

async function measure(bureaus: number, rows: number, kinds: Partial<Record<FleetKind, number>>): Promise<GrowthPoint> {
  note(`${bureaus} bureaus of ${rows} notices (${Object.keys(kinds).join(', ')})`)
  const fleet = fleetOf({ ...unevenShape, bureaus, kinds, rows, rowsSigma: 0, medianMs: 0 })
  return withFleet(fleet, usualLimits, async (running) => {
    await running.play(fleet)
    const reader = new Reader(running, 1)
    const read = async (count: number) => {
      const took: number[] = []
      let after: string | null = null
      for (let i = 0; i < count; i++) {
        const page = await reader.page(first, i % depth === 0 ? null : after)
        if (page.rows !== first) throw new Error(`a page has ${page.rows} records`)
        took.push(page.tookMs)
        after = page.endCursor
      }
      return took
    }
    await read(pages)
    await running.hub()
    const took = await read(pages)
    const { cpuMs } = await running.hub()
    await reader.close()
    const page = cpuMs / pages
    return {
      bureaus,
      rows,
      tookMs: quantile(took, 0.5),
      pageCpuMs: page,
      rowCpuUs: (1000 * page) / first,
      bureauCpuUs: (1000 * page) / bureaus,
    }
  })
}

async function series(
  points: readonly (readonly [bureaus: number, rows: number])[],
  kinds: (bureaus: number) => Partial<Record<FleetKind, number>>,
) {
  const measured: GrowthPoint[] = []
  for (const [bureaus, rows] of points) measured.push(await measure(bureaus, rows, kinds(bureaus)))
  return measured
}

const bureauSteps = [5, 10, 20, 50, 100, 196].filter((bureaus) => bureaus <= mostBureaus)
const rowSteps = [1000, 10_000, 100_000, 1_000_000].filter((rows) => rows <= mostRows)
const growth: Growth = {
  'REST and GraphQL': await series(
    bureauSteps.map((bureaus) => [bureaus, 1000] as const),
    (bureaus) => ({ rest: Math.ceil(bureaus / 2), graphql: Math.floor(bureaus / 2) }),
  ),
  PostgreSQL: await series(
    rowSteps.map((rows) => [5, rows] as const),
    () => ({ postgres: 5 }),
  ),
  MariaDB: await series(
    rowSteps.map((rows) => [5, rows] as const),
    () => ({ mysql: 5 }),
  ),
}
const at = process.argv.indexOf('--out')
const out = at < 0 ? join(import.meta.dirname, '..', '..', 'docs', 'growth.json') : (process.argv[at + 1] ?? '')
writeFileSync(out, `${JSON.stringify(growth, null, 2)}\n`)

console.log(`\nPages of ${first}, medians; ${machine()}\n`)
console.log(
  '| | bureaus | notices of each | page ms | CPU ms/page | CPU µs/record shown | CPU µs/bureau asked |\n|---|---|---|---|---|---|---|',
)
for (const [name, points] of Object.entries(growth)) {
  for (const { bureaus, rows, tookMs, pageCpuMs, rowCpuUs, bureauCpuUs } of points)
    console.log(`| ${name} | ${[bureaus, rows, tookMs, pageCpuMs, rowCpuUs, bureauCpuUs].map(number).join(' | ')} |`)
}
const growthOf = (name: string, pick: (point: GrowthPoint) => number) => {
  const points = growth[name] ?? []
  const [smallest, largest] = [points[0], points.at(-1)]
  return smallest === undefined || largest === undefined ? Number.NaN : pick(largest) / pick(smallest)
}
const twice = { most: 2 }
const [few, many] = [bureauSteps[0], bureauSteps.at(-1)]
printBars('Growth', [
  {
    name: `cost of a record shown, ${many} bureaus against ${few}`,
    measured: growthOf('REST and GraphQL', (point) => point.rowCpuUs),
    unit: ' times',
    bound: twice,
  },
  {
    name: `cost of a bureau asked, ${many} bureaus against ${few}`,
    measured: growthOf('REST and GraphQL', (point) => point.bureauCpuUs),
    unit: ' times',
    bound: twice,
  },
  ...['PostgreSQL', 'MariaDB'].map((name) => ({
    name: `cost of a record shown, ${name}, ${number(mostRows)} notices against 1000`,
    measured: growthOf(name, (point) => point.rowCpuUs),
    unit: ' times',
    bound: twice,
  })),
  ...['PostgreSQL', 'MariaDB'].map((name) => ({
    name: `time of a page, ${name}, ${number(mostRows)} notices against 1000`,
    measured: growthOf(name, (point) => point.tookMs),
    unit: ' times',
    bound: twice,
  })),
])
