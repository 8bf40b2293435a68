/**
 * 196 uneven bureaus, of which some hang and some are slow: `node bench/fleet/uneven.ts`. Three processes: the bureaus' systems, the hub, and the callers. First nothing
 * is wrong with anybody, then the same bureaus with the same times, but for those that are ill. Options: `--bureaus`, `--pages`, `--callers`, `--deadline`.
 */
import { type Bar, machine, number, option, printBars, quantile } from './bars.ts'
import { type FleetBureau, type FleetShape, fleetOf, unevenShape } from './fleetPlan.ts'
import { type PageSeen, Reader } from './pages.ts'
import { type RunningFleet, usualLimits, withFleet } from './withFleet.ts'

const pages = option('pages', 60)
const callers = option('callers', 2)
const deadlineMs = option('deadline', usualLimits.deadlineMs)
const shape: FleetShape = { ...unevenShape, bureaus: option('bureaus', unevenShape.bureaus), seed: option('seed', 1) }
const note = (line: string) => process.stderr.write(`${line}\n`)

/** What a run with some illness or none came to. */
interface Run {
  readonly bureaus: readonly FleetBureau[]
  readonly seen: readonly PageSeen[]
  readonly loop: { readonly loopP99: number; readonly loopMax: number; readonly busy: number; readonly cpuMs: number; readonly rss: number }
  readonly systems: { readonly requests: number; readonly rows: number; readonly sockets: number }
}

async function run(fleet: RunningFleet, bureaus: readonly FleetBureau[]): Promise<Run> {
  await fleet.play(bureaus)
  const reader = new Reader(fleet, callers)
  await Promise.all([fleet.hub(), fleet.systems()])
  const seen = await reader.pages(pages, callers, 50)
  const [loop, systems] = await Promise.all([fleet.hub(), fleet.systems()])
  await reader.close()
  return { bureaus, seen, loop, systems }
}

/** Asks until nobody is left alone any more: what one run did to a breaker must not count in the next. */
async function recovered(fleet: RunningFleet): Promise<void> {
  const reader = new Reader(fleet, 1)
  const giveUp = Date.now() + 150_000
  for (let left = true; left && Date.now() < giveUp; ) left = (await reader.page(50)).sources.some(({ state }) => state === 'BREAKER_OPEN')
  await reader.close()
}

/** Milliseconds that a bureau's answers took, of those bureaus that nothing is wrong with in either run. */
function latencies({ seen }: Run, among: ReadonlySet<string>): readonly number[] {
  return seen.flatMap(({ sources }) =>
    sources.flatMap(({ bureau, state, latencyMs }) => (among.has(bureau) && state === 'OK' && latencyMs !== null ? [latencyMs] : [])),
  )
}

/** Share of the bureaus that are not down whose records could be in the pages. */
function completeness({ bureaus, seen }: Run): number {
  const live = new Set(bureaus.filter(({ fault }) => fault !== 'hung').map(({ code }) => code))
  const states = seen.flatMap(({ sources }) => sources.filter(({ bureau }) => live.has(bureau)))
  return states.filter(({ state }) => state === 'OK' || state === 'PARTIAL').length / states.length
}

/** Share of the pages that name every bureau, tell of each that is down that it did not answer, and count right. */
function named({ bureaus, seen }: Run): number {
  const isTold = ({ sources, completeness }: PageSeen) => {
    const states = new Map(sources.map(({ bureau, state }) => [bureau, state]))
    const answered = sources.filter(({ state }) => state === 'OK' || state === 'PARTIAL').length
    return (
      states.size === bureaus.length &&
      bureaus.every(({ code, fault }) => states.has(code) && (fault !== 'hung' || states.get(code) !== 'OK')) &&
      completeness.answered === answered &&
      completeness.asked === bureaus.length
    )
  }
  return seen.filter(isTold).length / seen.length
}

function barsOf(ill: Run, well: Run): readonly Bar[] {
  const healthy = new Set(ill.bureaus.filter(({ fault, kind }) => fault === 'none' && kind !== 'file').map(({ code }) => code))
  const ratio = (share: number) => quantile(latencies(ill, healthy), share) / quantile(latencies(well, healthy), share)
  return [
    { name: 'page of 50, p99', measured: quantile(tookOf(ill), 0.99), unit: ' ms', bound: { most: deadlineMs + 100 } },
    { name: 'completeness of live bureaus', measured: completeness(ill), unit: '', bound: { least: 0.99 } },
    { name: 'pages that name every bureau that is missing', measured: named(ill), unit: '', bound: { least: 1 } },
    { name: "delay of the hub's event loop, p99", measured: ill.loop.loopP99, unit: ' ms', bound: { most: 25 } },
    { name: "other bureaus' latency, median, against a fleet without faults", measured: ratio(0.5), unit: ' times', bound: { most: 1.1 } },
    { name: "other bureaus' latency, p95, against a fleet without faults", measured: ratio(0.95), unit: ' times', bound: { most: 1.1 } },
  ]
}

const tookOf = ({ seen }: Run) => seen.map(({ tookMs }) => tookMs)

function print(name: string, one: Run): void {
  const { seen, loop, systems } = one
  const per = (value: number) => number(value / seen.length)
  const cells = [
    name,
    number(quantile(tookOf(one), 0.5)),
    number(quantile(tookOf(one), 0.99)),
    number(completeness(one)),
    per(loop.cpuMs),
    `${number(loop.loopP99)} / ${number(loop.loopMax)}`,
    per(systems.requests),
    per(systems.rows),
    String(systems.sockets),
    `${number(seen.reduce((sum, { bytes }) => sum + bytes, 0) / seen.length / 1024)} KiB`,
    `${Math.round(loop.rss / 1024 / 1024)} MiB`,
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

const ill: readonly (readonly [string, Partial<FleetShape>])[] = [
  ['3 % of the bureaus hang, 10 % are slow', { hungBureaus: 0.03, slowBureaus: 0.1 }],
  ['3 % of all calls hang, 10 % of the bureaus are slow', { hungCalls: 0.03, slowBureaus: 0.1 }],
]
const bureaus = fleetOf(shape)
note(`${bureaus.length} bureaus: making their systems`)
const runs = await withFleet(bureaus, { ...usualLimits, deadlineMs }, async (fleet) => {
  note('warming up')
  await run(fleet, bureaus)
  note('nothing is wrong')
  const well = await run(fleet, bureaus)
  const others: Run[] = []
  for (const [name, change] of ill) {
    note(name)
    others.push(await run(fleet, fleetOf({ ...shape, ...change })))
    await fleet.play(bureaus)
    note('waiting for the breakers')
    await recovered(fleet)
  }
  note('nothing is wrong, again')
  const again = await run(fleet, bureaus)
  // Before and after: a machine that does other things as well is not the same for minutes.
  return { well: { ...well, seen: [...well.seen, ...again.seen] }, again, others }
})

const rows = bureaus.reduce((sum, one) => sum + one.rows, 0)
console.log(
  `\n${bureaus.length} bureaus, ${rows} notices, ${pages} pages of 50, ${callers} at a time, deadline ${deadlineMs} ms; ${machine()}\n`,
)
console.log(
  '| | p50 ms | p99 ms | of live bureaus | CPU ms/page | event loop p99 / max ms | calls/page | rows/page | sockets | answer | RSS |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|---|')
print('nothing is wrong', { ...runs.well, seen: runs.well.seen.slice(0, pages) })
print('nothing is wrong, at the end', runs.again)
for (const [i, [name]] of ill.entries()) print(name, runs.others[i] ?? runs.well)
for (const [i, [name]] of ill.entries()) printBars(name, barsOf(runs.others[i] ?? runs.well, runs.well))
