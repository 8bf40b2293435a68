import type { Capabilities, Connector, NativeGet, NativePage, NativeQuery, NativeRead, NativeRow } from '../connectors/connector.ts'
import { type Call, ConnectorError } from '../connectors/connector.ts'
import type { ChangesQuery, NativeChanges } from '../connectors/nativeChange.ts'
import type { OutboundMessage, Receipt } from '../connectors/outbound.ts'
import type { Limits } from '../model/bureau.ts'
import type { SourceState } from '../model/sourceStatus.ts'
import type { BreakerState } from './breaker.ts'
import { type Clock, systemClock } from './clock.ts'
import { seeToCodeLists } from './codeLists.ts'
import { Guard, type GuardOptions } from './guard.ts'
import type { GuardFailure } from './guardedCall.ts'
import { Latencies } from './latencies.ts'

/** How a bureau's system has been doing since the hub started, or since its connection or limits last changed. */
export interface LinkHealth {
  /** State of the last call; NOT_ASKED before the first. */
  readonly state: SourceState
  /** RFC 3339, or null. */
  readonly lastAnsweredAt: string | null
  /** Median of the last 64 answered calls, in milliseconds, or null. */
  readonly latencyMs: number | null
  /** Whether calls go through; null for a bureau that is not asked at all. */
  readonly breaker: BreakerState | null
  /** Calls that may be in flight at once now; null for a bureau that is not asked at all. */
  readonly concurrency: number | null
}

/** A bureau did not answer. Caught in `records/` and `plan/`, where it becomes a status; never reaches a caller. */
export class LinkFailure extends Error {
  readonly state: 'TIMEOUT' | 'UNAVAILABLE' | 'BUSY' | 'BREAKER_OPEN'
  /** Milliseconds from now, when known. */
  readonly retryAfterMs: number | null

  constructor(state: LinkFailure['state'], retryAfterMs: number | null, cause?: unknown) {
    super(`bureau ${state.toLowerCase()}`, { cause })
    this.name = 'LinkFailure'
    this.state = state
    this.retryAfterMs = retryAfterMs
  }

  /** Whether the system was there and would not answer: nothing that it gave before may stand in for that. */
  get refused(): boolean {
    const { cause } = this
    return cause instanceof ConnectorError && (cause.reason === 'REFUSED' || cause.reason === 'NO_SOURCE')
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

/** How a call ended, as it is counted: `gone` when its caller went away. Says nothing of what was asked or read. */
export type CallOutcome = 'ok' | 'timeout' | 'unavailable' | 'busy' | 'breaker_open' | 'gone'

/** Attempts to a bureau's system now. */
export interface LinkLoad {
  readonly inFlight: number
  /** Calls that wait for a place. */
  readonly waiting: number
}

/** What a link can be given besides. */
export interface LinkOptions extends Pick<GuardOptions, 'clock' | 'random'> {
  readonly onFailure?: FailureListener
  /** Hears of the breaker's changes. */
  readonly onBreaker?: (bureau: string, state: BreakerState) => void
  /** Hears of the end of every call, and how long it took in milliseconds, the wait for a place included. */
  readonly onCall?: (bureau: string, outcome: CallOutcome, ms: number) => void
  /** Hears of every attempt that comes on top of a call's first. */
  readonly onExtra?: (bureau: string, kind: 'hedge' | 'retry') => void
}

/** A bureau's connector, guarded, with a memory of how it has been doing. */
export class Link {
  readonly bureau: string
  readonly #connector: Connector
  readonly #guard: Guard
  readonly #clock: Clock
  readonly #onFailure: FailureListener
  readonly #onCall: NonNullable<LinkOptions['onCall']>
  readonly #latencies = new Latencies(64)
  #state: SourceState = 'NOT_ASKED'
  #lastAnswered: number | null = null

  constructor(bureau: string, connector: Connector, limits: Limits, options: LinkOptions = {}) {
    const { onFailure = () => {}, onBreaker = () => {}, onCall = () => {}, onExtra = () => {} } = options
    const { clock = systemClock, random = Math.random } = options
    this.bureau = bureau
    this.#connector = connector
    this.#guard = new Guard(limits, {
      clock,
      random,
      onBreaker: (state) => onBreaker(bureau, state),
      onExtra: (kind) => onExtra(bureau, kind),
    })
    this.#clock = clock
    this.#onFailure = onFailure
    this.#onCall = onCall
  }

  /** What the system can do with a source. */
  capabilities(source: string): Capabilities {
    return this.#connector.capabilities(source)
  }

  /** As `Connector.find`; every failure is a `LinkFailure`. */
  find(query: NativeQuery, call: LinkCall): Promise<NativePage> {
    return this.#run(call, true, async (inner) => {
      await this.#seeToCodeLists(query, inner)
      return this.#connector.find(query, inner)
    })
  }

  /** As `Connector.get`; every failure is a `LinkFailure`. */
  get(query: NativeGet, call: LinkCall): Promise<ReadonlyMap<string, NativeRow>> {
    return this.#run(call, true, async (inner) => {
      await this.#seeToCodeLists(query, inner)
      return this.#connector.get(query, inner)
    })
  }

  /** As `Connector.changes`; every failure is a `LinkFailure`. Never asked twice at once: a slot has one reader. */
  changes(query: ChangesQuery, call: LinkCall): Promise<NativeChanges> {
    return this.#run(call, false, (inner) => this.#connector.changes?.(query, inner) ?? Promise.reject(noChanges()))
  }

  /** Whether the system takes messages. */
  get submits(): boolean {
    return this.#connector.submit !== undefined
  }

  /** As `Connector.submit`; every failure is a `LinkFailure`. Handed over once: whether it is again, and when, is for whoever keeps the message. */
  submit(message: OutboundMessage, call: LinkCall): Promise<Receipt> {
    return this.#run(call, false, (inner) => this.#connector.submit?.(message, inner) ?? Promise.reject(noMessages()))
  }

  /** Asks the system whether it is there at all. As for `find`, a failure is a `LinkFailure`, and `health()` tells of it afterwards. */
  probe(call: LinkCall): Promise<void> {
    return this.#run(call, true, (inner) => this.#connector.health(inner))
  }

  /** How it has been doing. Nothing here depends on what was read. */
  health(): LinkHealth {
    const median = this.#latencies.quantile(0.5)
    return {
      state: this.#state,
      lastAnsweredAt: this.#lastAnswered === null ? null : new Date(this.#lastAnswered).toISOString(),
      latencyMs: median === null ? null : Math.round(median),
      breaker: this.#guard.breaker,
      concurrency: this.#guard.places,
    }
  }

  /** What it is busy with. Not for callers: it tells of others' questions. */
  load(): LinkLoad {
    return { inFlight: this.#guard.running, waiting: this.#guard.waiting }
  }

  /** Closes the connector. */
  close(): Promise<void> {
    return this.#connector.close()
  }

  #seeToCodeLists({ codeLists = [] }: NativeRead, call: Call): Promise<void> | null {
    return codeLists.length === 0 ? null : seeToCodeLists(codeLists, this.#connector, call, this.#clock)
  }

  #run<T>(call: LinkCall, idempotent: boolean, work: (call: Call) => Promise<T>): Promise<T> {
    const { signal, deadline, traceId } = call
    const started = this.#clock.elapsed()
    return new Promise((resolve, reject) => {
      this.#guard.call(
        { signal, deadline, idempotent, attempt: (terms) => work({ ...terms, traceId }) },
        {
          answered: (value) => {
            this.#state = 'OK'
            this.#lastAnswered = this.#clock.epoch()
            const tookMs = this.#clock.elapsed() - started
            this.#latencies.add(tookMs)
            this.#onCall(this.bureau, 'ok', tookMs)
            resolve(value)
          },
          failed: (why) => {
            const failure = this.#failure(why)
            this.#onCall(this.bureau, why.kind === 'gone' ? 'gone' : outcomes[failure.state], this.#clock.elapsed() - started)
            reject(failure)
          },
        },
      )
    })
  }

  #failure(why: GuardFailure): LinkFailure {
    const cause = why.kind === 'error' ? why.error : why.kind === 'late' ? new ConnectorError('TIMEOUT', 'no answer in time') : undefined
    const failure = failureOf(why, cause)
    if (cause !== undefined) this.#onFailure(this.bureau, cause)
    // That a caller went away says nothing of the system.
    if (why.kind !== 'gone') this.#state = failure.state
    return failure
  }
}

const outcomes = { TIMEOUT: 'timeout', UNAVAILABLE: 'unavailable', BUSY: 'busy', BREAKER_OPEN: 'breaker_open' } as const

function noChanges(): ConnectorError {
  return new ConnectorError('REFUSED', 'this system tells of no changes')
}

function noMessages(): ConnectorError {
  return new ConnectorError('REFUSED', 'this system takes no messages')
}

function failureOf(why: GuardFailure, cause: unknown): LinkFailure {
  if (why.kind === 'open') return new LinkFailure('BREAKER_OPEN', why.retryAfterMs)
  if (why.kind === 'full') return new LinkFailure('BUSY', null)
  if (why.kind !== 'error') return new LinkFailure('TIMEOUT', null, cause)
  if (!(cause instanceof ConnectorError)) return new LinkFailure('UNAVAILABLE', null, cause)
  const state = cause.reason === 'TIMEOUT' || cause.reason === 'BUSY' ? cause.reason : 'UNAVAILABLE'
  return new LinkFailure(state, cause.retryAfterMs, cause)
}
