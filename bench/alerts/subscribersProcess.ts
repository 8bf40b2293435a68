/** Many subscribers in a process of their own, told what to do over the channel: see `Subscribers`. */
import { writeFileSync } from 'node:fs'
import { Subscriber, type SubscriberPlan } from './subscriber.ts'
import { quantile, type Truth, type Verdict, verdictOf } from './verdict.ts'

/** What the process is asked. */
export type SubscribersQuestion =
  /** Has subscribers begin; answered when each has had its first item. The first `paused` of them then leave everything lying, and are not judged. */
  | { readonly ask: 'begin'; readonly plans: readonly SubscriberPlan[]; readonly paused: number }
  | { readonly ask: 'count' }
  /** Holds what arrived against what was committed, once all has arrived or nothing has for so long. */
  | ({ readonly ask: 'judge'; readonly truth: readonly Truth[] } & Judging)

/** How it is judged. */
export interface Judging {
  readonly patienceMs: number
  /** Where all is written down when anything was lost, doubled or out of order. */
  readonly lostFile?: string
  /** Latencies are of what was committed from then on; epoch milliseconds. Default: of all. */
  readonly measuredFrom?: number
}

/** What came of it. Milliseconds. */
export interface SubscribersReport extends Omit<Verdict, 'latencies'> {
  readonly subscribers: number
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly max: number | null
  /** Connections that ended and were resumed elsewhere. */
  readonly resumes: number
  readonly resumeP50: number | null
  readonly resumeP99: number | null
  readonly resumeMax: number | null
  /** Alerts that clients had already and dropped; and of those, such as came twice on one connection. */
  readonly repeats: number
  readonly doubled: number
  readonly notices: Readonly<Record<string, number>>
  readonly errors: Readonly<Record<string, number>>
}

const atOnce = 100
const all: Subscriber[] = []
let judged: readonly Subscriber[] = []

async function begin(plans: readonly SubscriberPlan[], paused: number): Promise<void> {
  for (let from = 0; from < plans.length; from += atOnce) {
    await Promise.all(
      plans.slice(from, from + atOnce).map((plan) => new Promise<void>((resolve) => all.push(new Subscriber(plan, resolve)))),
    )
  }
  for (const one of all.slice(0, paused)) one.pause()
  judged = all.slice(paused)
}

function deliveries(): number {
  return judged.reduce((sum, { arrivals }) => sum + arrivals.length, 0)
}

async function judge(truth: readonly Truth[], { patienceMs, lostFile, measuredFrom }: Judging): Promise<SubscribersReport> {
  const wanted = judged.reduce((sum, { plan }) => sum + truth.filter(({ kinds }) => kinds[plan.clearance] !== undefined).length, 0)
  for (let [count, since] = [deliveries(), performance.now()]; count < wanted && performance.now() - since < patienceMs; ) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (deliveries() !== count) [count, since] = [deliveries(), performance.now()]
  }
  for (const one of all) one.stop()
  const { latencies, ...verdict } = verdictOf(
    truth,
    judged.map(({ plan, arrivals }) => ({ clearance: plan.clearance, arrivals })),
    measuredFrom,
  )
  if (lostFile !== undefined && verdict.lost + verdict.duplicated + verdict.reordered + verdict.wrong > 0)
    writeFileSync(lostFile, evidence(truth))
  const resumes = judged.flatMap((one) => one.resumes).sort((a, b) => a - b)
  const sum = (pick: (one: Subscriber) => number) => judged.reduce((total, one) => total + pick(one), 0)
  return {
    ...verdict,
    subscribers: judged.length,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    max: latencies.at(-1) ?? null,
    resumes: resumes.length,
    resumeP50: quantile(resumes, 0.5),
    resumeP99: quantile(resumes, 0.99),
    resumeMax: resumes.at(-1) ?? null,
    repeats: sum(({ repeats }) => repeats),
    doubled: sum(({ doubled }) => doubled),
    notices: added(judged.map(({ notices }) => notices)),
    errors: added(judged.map(({ errors }) => errors)),
  }
}

/** What was committed, and what each subscriber has of it: to find out what went wrong. */
function evidence(truth: readonly Truth[]): string {
  const histories = judged.map(({ plan: { clearance, first }, arrivals, resumes }, subscriber) => ({
    subscriber,
    clearance,
    first,
    resumes,
    arrivals,
  }))
  return JSON.stringify({ truth, histories })
}

function added(counts: readonly ReadonlyMap<string, number>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const [name, count] of counts.flatMap((one) => [...one])) sums[name] = (sums[name] ?? 0) + count
  return sums
}

async function answer(question: SubscribersQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'begin':
      return begin(question.plans, question.paused)
    case 'count':
      return deliveries()
    case 'judge':
      return judge(question.truth, question)
  }
}

process.on('message', (question: SubscribersQuestion) => {
  answer(question).then(
    (value) => process.send?.({ value: value ?? null }),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ value: 'ready' })
