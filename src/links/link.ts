import type { Call, Capabilities, Connector, NativeGet, NativePage, NativeQuery, NativeRow } from '../connectors/connector.ts'
import { ConnectorError } from '../connectors/connector.ts'
import type { Limits } from '../model/bureau.ts'
import type { SourceState } from '../model/sourceStatus.ts'
import { Bulkhead } from './bulkhead.ts'

/** How a bureau's system has been doing since the hub started. */
export interface LinkHealth {
  /** State of the last call; NOT_ASKED before the first. */
  readonly state: SourceState
  /** RFC 3339, or null. */
  readonly lastAnsweredAt: string | null
  /** Median of the last 64 answered calls, in milliseconds, or null. */
  readonly latencyMs: number | null
}

/** A bureau did not answer. Caught in `records/` and `plan/`, where it becomes a status; never reaches a caller. */
export class LinkFailure extends Error {
  readonly state: 'TIMEOUT' | 'UNAVAILABLE' | 'BUSY'
  /** Milliseconds from now, when known. */
  readonly retryAfterMs: number | null

  constructor(state: LinkFailure['state'], retryAfterMs: number | null, cause?: unknown) {
    super(`bureau ${state.toLowerCase()}`, { cause })
    this.name = 'LinkFailure'
    this.state = state
    this.retryAfterMs = retryAfterMs
  }
}

/** What one question allows: its deadline and the caller's own signal. */
export interface LinkCall {
  readonly signal: AbortSignal
  /** Absolute, epoch milliseconds. */
  readonly deadline: number
  readonly traceId: string
}

/** Gets told why a call failed; the words may be the system's own, so they go to the debug log only. */
export type FailureListener = (bureau: string, error: unknown) => void

/** A bureau's connector with a deadline, a bulkhead and a memory of how it has been doing. */
export class Link {
  readonly bureau: string
  readonly #connector: Connector
  readonly #bulkhead: Bulkhead
  readonly #deadlineMs: number
  readonly #now: () => number
  readonly #onFailure: FailureListener
  readonly #latencies: number[] = []
  #state: SourceState = 'NOT_ASKED'
  #lastAnswered: number | null = null

  constructor(bureau: string, connector: Connector, limits: Limits, now: () => number, onFailure: FailureListener = () => {}) {
    this.bureau = bureau
    this.#connector = connector
    this.#bulkhead = new Bulkhead(limits.concurrency, limits.queue)
    this.#deadlineMs = limits.deadlineMs
    this.#now = now
    this.#onFailure = onFailure
  }

  /** What the system can do with a source. */
  capabilities(source: string): Capabilities {
    return this.#connector.capabilities(source)
  }

  /** As `Connector.find`; every failure is a `LinkFailure`. */
  find(query: NativeQuery, call: LinkCall): Promise<NativePage> {
    return this.#run(call, (inner) => this.#connector.find(query, inner))
  }

  /** As `Connector.get`; every failure is a `LinkFailure`. */
  get(query: NativeGet, call: LinkCall): Promise<ReadonlyMap<string, NativeRow>> {
    return this.#run(call, (inner) => this.#connector.get(query, inner))
  }

  /** Asks the system whether it is there at all. As for `find`, a failure is a `LinkFailure`, and `health()` tells of it afterwards. */
  probe(call: LinkCall): Promise<void> {
    return this.#run(call, (inner) => this.#connector.health(inner))
  }

  /** How it has been doing. */
  health(): LinkHealth {
    const sorted = [...this.#latencies].sort((a, b) => a - b)
    return {
      state: this.#state,
      lastAnsweredAt: this.#lastAnswered === null ? null : new Date(this.#lastAnswered).toISOString(),
      latencyMs: sorted[Math.floor(sorted.length / 2)] ?? null,
    }
  }

  /** Closes the connector. */
  close(): Promise<void> {
    return this.#connector.close()
  }

  async #run<T>(call: LinkCall, work: (call: Call) => Promise<T>): Promise<T> {
    const started = this.#now()
    const deadline = Math.min(call.deadline, started + this.#deadlineMs)
    const remaining = deadline - started
    if (remaining <= 0) throw this.#failed('TIMEOUT', null)
    const timer = new AbortController()
    const timeout = setTimeout(() => timer.abort(), remaining)
    const signal = AbortSignal.any([call.signal, timer.signal])
    const leave = () => this.#bulkhead.leave()
    try {
      if (!(await this.#bulkhead.enter(signal))) throw this.#failed(timer.signal.aborted ? 'TIMEOUT' : 'BUSY', null)
      // A connector that ignores its signal must not hold the answer up; it keeps its place until it is done.
      const running = work({ signal, deadline, traceId: call.traceId })
      running.then(leave, leave)
      const result = await Promise.race([running, aborted(signal)])
      this.#answered(started)
      return result
    } catch (error) {
      if (error instanceof LinkFailure) throw error
      this.#onFailure(this.bureau, error)
      throw this.#translate(error, timer.signal.aborted)
    } finally {
      clearTimeout(timeout)
    }
  }

  #translate(error: unknown, late: boolean): LinkFailure {
    if (late) return this.#failed('TIMEOUT', null, error)
    if (!(error instanceof ConnectorError)) return this.#failed('UNAVAILABLE', null, error)
    const state = error.reason === 'TIMEOUT' || error.reason === 'BUSY' ? error.reason : 'UNAVAILABLE'
    return this.#failed(state, error.retryAfterMs, error)
  }

  #failed(state: LinkFailure['state'], retryAfterMs: number | null, cause?: unknown): LinkFailure {
    this.#state = state
    return new LinkFailure(state, retryAfterMs, cause)
  }

  #answered(started: number): void {
    this.#state = 'OK'
    this.#lastAnswered = this.#now()
    this.#latencies.push(this.#lastAnswered - started)
    if (this.#latencies.length > 64) this.#latencies.shift()
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
