import { withServer } from '../contestant.ts'
import { askOnce, type Measured, measure, type Question } from '../load.ts'
import type { Racer } from './contestants.ts'
import {
  comparable,
  gatewayPage,
  gatewayRecord,
  hubPage,
  hubRecord,
  type Node,
  newestOf,
  pageSize,
  recordOf,
  recordsOf,
} from './questions.ts'

/** A contestant that runs, with the questions it is asked. */
export interface Entrant {
  readonly name: string
  /** The newest records of all sources, by whoever can be sure of them: a client of a gateway asks each source for as many as it wants in all. */
  readonly newest: Question
  /** The same where somebody has told that client how many each source has among them. */
  readonly page: Question
  readonly record: Question
}

/** Medians of one contestant over all rounds. */
export interface Result {
  readonly name: string
  readonly question: AskedFor
  readonly median: Measured
  /** What each round gave. */
  readonly rounds: readonly Measured[]
}

/** How long a contestant is measured each time, in seconds, and how often. */
export interface RaceOptions {
  readonly rounds: number
  readonly seconds: number
  readonly note: (line: string) => void
}

/** What is measured; see `Entrant`. */
export type AskedFor = 'newest' | 'page' | 'record'

const connectionCounts = [8, 64]
/** Answers to warm up with. */
const warmUp: Readonly<Record<AskedFor, number>> = { newest: 100, page: 150, record: 1500 }

/** Starts all, hands them to `work` and stops them. */
export async function withEntrants<T>(
  racers: readonly Racer[],
  codes: readonly string[],
  work: (entrants: readonly Entrant[]) => Promise<T>,
): Promise<T> {
  const [racer, ...rest] = racers
  if (racer === undefined) return work([])
  return withServer(racer, async (url, pid) => {
    const newest = await racer.ask(url, pid, { query: racer.hub ? hubPage : gatewayPage(codes) })
    const page = await racer.ask(url, pid, { query: racer.hub ? hubPage : gatewayPage(codes, pageSize / codes.length) })
    const first = recordsOf(await askOnce(page)).find((node) => node.number.startsWith(codes[0] ?? ''))
    const query = racer.hub ? hubRecord : gatewayRecord(codes[0] ?? '')
    const record = await racer.ask(url, pid, { query, variables: { id: first?.id } })
    return withEntrants(rest, codes, (others) => work([{ name: racer.name, newest, page, record }, ...others]))
  })
}

/** Throws unless all give the same records, field by field, and a whole page of them. */
export async function assertSameAnswers(entrants: readonly Entrant[]): Promise<void> {
  const answers = await Promise.all(
    entrants.map(async ({ name, newest, page, record }) => {
      const one: Node | null = recordOf(await askOnce(record))
      const all = newestOf(recordsOf(await askOnce(newest)))
      return { name, records: recordsOf(await askOnce(page)), all, one: comparable(one === null ? [] : [one]) }
    }),
  )
  const [model] = answers
  for (const { name, records, all, one } of answers) {
    if (comparable(all) !== comparable(records)) throw new Error(`${name} gave other records when it was asked for more`)
    if (records.length !== pageSize) throw new Error(`${name} gave ${records.length} records of ${pageSize}`)
    if (model === undefined || comparable(records) !== comparable(model.records))
      throw new Error(`${name} gave other records: ${firstDifference(comparable(records), comparable(model?.records ?? []))}`)
    if (one === '[]' || one !== model.one) throw new Error(`${name} gave another record`)
  }
}

function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `${a.slice(Math.max(0, at - 40), at + 60)} | ${b.slice(Math.max(0, at - 40), at + 60)}`
}

/** Measures all in turn, round after round; the one that begins is another each round. */
export async function race(entrants: readonly Entrant[], { rounds, seconds, note }: RaceOptions): Promise<readonly Result[]> {
  const questions: readonly AskedFor[] = ['newest', 'page', 'record']
  const lanes = entrants.flatMap((entrant) =>
    questions.flatMap((question) =>
      connectionCounts.map((connections) => ({ name: entrant.name, question, asked: entrant[question], connections })),
    ),
  )
  const speeds = new Map<string, number>()
  for (const { name, question, asked } of lanes) {
    if (speeds.has(name + question)) continue
    note(`${name}: warming up with ${question}`)
    speeds.set(name + question, (await measure(asked, 8, warmUp[question], { tolerant: true })).perSecond)
  }
  const measured = new Map<(typeof lanes)[number], Measured[]>(lanes.map((lane) => [lane, []]))
  for (let round = 0; round < rounds; round++) {
    const start = (round * 2 * questions.length) % lanes.length
    for (const lane of [...lanes.slice(start), ...lanes.slice(0, start)]) {
      const speed = speeds.get(lane.name + lane.question) ?? 50
      const requests = Math.max(2 * lane.connections, Math.round(speed * seconds))
      note(`round ${round + 1}: ${lane.name}, ${lane.question}, ${lane.connections} connections, ${requests} requests`)
      measured.get(lane)?.push(await measure(lane.asked, lane.connections, requests, { tolerant: true }))
    }
  }
  return lanes.map((lane) => {
    const all = measured.get(lane) ?? []
    return { name: lane.name, question: lane.question, rounds: all, median: medianOf(all) }
  })
}

function medianOf(all: readonly Measured[]): Measured {
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  const of = (key: 'p50' | 'p99' | 'perSecond') => median(all.map((one) => one[key]))
  const cpu = all.map((one) => one.cpuMs).filter((one) => one !== null)
  const { connections = 0, requests = 0 } = all[0] ?? {}
  return {
    connections,
    requests,
    p50: of('p50'),
    p99: of('p99'),
    perSecond: of('perSecond'),
    cpuMs: cpu.length === 0 ? null : median(cpu),
    failed: median(all.map((one) => one.failed)),
  }
}
