import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Member, type Standing, standingOf } from '../hub/member.ts'
import type { OperationOutcome } from '../hub/runningOperation.ts'
import type { CallOutcome } from '../links/link.ts'
import type { FeedStatus } from '../model/capture.ts'
import { type MetricRow, metricTable } from './metricTable.ts'

/** What is read of the hub when metrics are. */
export interface MeasuredHub {
  /** The members of this moment. */
  readonly members: readonly Member[]
  /** How a member's files stand; null when it has no policy. */
  policyStatus(bureau: string): { readonly problems: readonly unknown[] } | null
  /** How feeds stand now. */
  feeds(): readonly FeedStatus[]
}

/** Upper bounds in seconds: from a warm index to the longest deadline. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
const outcomes: readonly CallOutcome[] = ['ok', 'timeout', 'unavailable', 'busy', 'breaker_open', 'gone']
const standings: readonly Standing[] = ['READY', 'DRAINED', 'BROKEN']

/** What the hub counts of itself, for Prometheus. Everybody who tells it something is handed it by `main.ts` and does not know what it is. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #calls = this.#counter(metricTable.calls)
  readonly #callSeconds = this.#histogram(metricTable.callSeconds)
  readonly #extras = this.#counter(metricTable.extras)
  readonly #operations = this.#counter(metricTable.operations)
  readonly #operationSeconds = this.#histogram(metricTable.operationSeconds)
  readonly #fallbacks = this.#counter(metricTable.fallbacks)
  readonly #tokensRefused = this.#counter(metricTable.tokensRefused)
  readonly #messages = this.#counter(metricTable.messages)
  readonly #messageOutcomes = new Set<string>()
  readonly #changes = this.#counter(metricTable.changes)
  readonly #reloadFailures = this.#counter(metricTable.reloadFailures)

  constructor() {
    collectDefaultMetrics({ register: this.#registry })
  }

  /** Reads members, breakers and loads of this hub whenever metrics are read. */
  watch(hub: MeasuredHub): void {
    const ready = () =>
      hub.members.flatMap(({ profile, source, ...rest }) => {
        return source !== null && standingOf({ profile, source, ...rest }) === 'READY' ? [{ bureau: profile.code, link: source.link }] : []
      })
    const perLink = (row: MetricRow, read: (link: ReturnType<typeof ready>[number]['link']) => number | null) =>
      this.#gauge(row, (gauge) => {
        for (const { bureau, link } of ready()) {
          const value = read(link)
          if (value !== null) gauge.set({ bureau }, value)
        }
      })
    perLink(metricTable.inFlight, (link) => link.load().inFlight)
    perLink(metricTable.waiting, (link) => link.load().waiting)
    perLink(metricTable.places, (link) => link.health().concurrency)
    perLink(metricTable.answered, (link) => {
      const { lastAnsweredAt } = link.health()
      return lastAnsweredAt === null ? null : Date.parse(lastAnsweredAt) / 1000
    })
    this.#gauge(metricTable.breaker, (gauge) => {
      for (const { bureau, link } of ready()) {
        const { breaker } = link.health()
        for (const state of ['CLOSED', 'OPEN', 'HALF_OPEN']) gauge.set({ bureau, state: state.toLowerCase() }, state === breaker ? 1 : 0)
      }
    })
    this.#gauge(metricTable.pending, (gauge) => {
      for (const { profile } of hub.members) gauge.set({ bureau: profile.code }, hub.policyStatus(profile.code)?.problems.length ?? 0)
    })
    const perFeed = (row: MetricRow, read: (feed: FeedStatus) => number | null) =>
      this.#gauge(row, (gauge) => {
        for (const feed of hub.feeds()) {
          const value = read(feed)
          if (value !== null) gauge.set({ bureau: feed.bureau, type: feed.type }, value)
        }
      })
    perFeed(metricTable.feedLag, ({ lagMs }) => (lagMs === null ? null : lagMs / 1000))
    perFeed(metricTable.feedGap, ({ gap }) => (gap ? 1 : 0))
    perFeed(metricTable.feedMissed, ({ missed }) => missed)
    perFeed(metricTable.feedFailing, ({ lastError }) => (lastError === null ? 0 : 1))
    this.#gauge(metricTable.members, (gauge) => {
      const all = hub.members.map(standingOf)
      for (const status of standings) gauge.set({ status: status.toLowerCase() }, all.filter((one) => one === status).length)
    })
  }

  /** A call has ended. */
  called(bureau: string, outcome: CallOutcome, ms: number): void {
    this.#calls.inc({ bureau, outcome })
    this.#callSeconds.observe({ bureau }, ms / 1000)
  }

  /** An attempt came on top of a call's first. */
  extra(bureau: string, kind: 'hedge' | 'retry'): void {
    this.#extras.inc({ bureau, kind })
  }

  /** An operation has ended. */
  operated(type: string, outcome: OperationOutcome, ms: number): void {
    this.#operations.inc({ type, outcome })
    this.#operationSeconds.observe({ type }, ms / 1000)
  }

  /** A query was executed by graphql-js since no plan covers it. */
  fellBack(reason: 'introspection' | 'size' | 'condition'): void {
    this.#fallbacks.inc({ reason })
  }

  /** A message that records changed has come; `bureau` is null for one that takes none. */
  messageEnded(bureau: string | null, outcome: string): void {
    this.#messageOutcomes.add(outcome)
    this.#messages.inc({ bureau: bureau ?? 'none', outcome: outcome.toLowerCase() })
  }

  /** A changed file was taken or not. */
  changed(what: 'policy' | 'bureau' | 'shared', outcome: 'taken' | 'refused'): void {
    this.#changes.inc({ what, outcome })
  }

  /** A bureau has left: nothing more is told of it. */
  left(bureau: string): void {
    for (const outcome of outcomes) this.#calls.remove({ bureau, outcome })
    for (const kind of ['hedge', 'retry']) this.#extras.remove({ bureau, kind })
    for (const outcome of this.#messageOutcomes) this.#messages.remove({ bureau, outcome: outcome.toLowerCase() })
    this.#callSeconds.remove({ bureau })
  }

  /** A reload could not be noted durably. */
  reloadFailed(): void {
    this.#reloadFailures.inc()
  }

  /** A token was not taken. */
  tokenRefused(): void {
    this.#tokensRefused.inc()
  }

  /** All of it in the text format of Prometheus. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() }
  }

  #counter({ name, labels, help }: MetricRow): Counter {
    return new Counter({ name, help, labelNames: [...labels], registers: [this.#registry] })
  }

  #histogram({ name, labels, help }: MetricRow): Histogram {
    return new Histogram({ name, help, labelNames: [...labels], buckets, registers: [this.#registry] })
  }

  /** A gauge that is read anew each time: a bureau that has left is not in it any more. */
  #gauge({ name, labels, help }: MetricRow, read: (gauge: Gauge) => void): void {
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [this.#registry],
      collect() {
        this.reset()
        read(this)
      },
    })
  }
}
