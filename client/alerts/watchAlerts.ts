import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { AlertFilter, StreamCode } from '../generated/graphql.ts'
import { type Backoff, delayAfter, usualBackoff } from './backoff.ts'
import { type Failure, readFailure, remedyFor } from './failure.ts'
import { RecentIds } from './recentIds.ts'
import type { AlertTransport } from './transport.ts'

/** What a document must select of each item at least; what else it selects is handed on. */
export type WatchedItem =
  | { readonly __typename: 'Alert'; readonly cursor: string; readonly id: string }
  | { readonly __typename: 'Heartbeat'; readonly cursor: string }
  | {
      readonly __typename: 'StreamNotice'
      readonly cursor: string
      readonly code: StreamCode
      readonly resumeAfter: string | null
      readonly retryAfterMs: number | null
    }

type Of<Item, Name extends string> = Extract<Item, { readonly __typename: Name }>

/** Where the last cursor is kept, so that a program that starts again goes on where it was. */
export interface CursorStore {
  /** Null: there is none yet. */
  load(): string | null | Promise<string | null>
  save(cursor: string): void | Promise<void>
}

/** How alerts are watched. */
export interface WatchOptions<Item extends WatchedItem> {
  /** What carries the subscription; `transports/` makes one of a client. */
  readonly client: AlertTransport
  /** For instance `WatchAlertsDocument`. Its field `alerts` must select what `WatchedItem` says. */
  readonly document: TypedDocumentNode<{ readonly alerts: Item }, { readonly after?: string | null; readonly filter?: AlertFilter | null }>
  /** Which alerts. A cursor goes with one filter. Default: all. */
  readonly filter?: AlertFilter | null
  /** Where to begin when the store has no cursor. Default: with what happens from now on. */
  readonly after?: string | null
  /** Default: in memory, for as long as this is watched. */
  readonly cursors?: CursorStore
  /**
   * Takes an alert: each once. The next comes when this has resolved, and the cursor is saved then: who starts again after a crash in between gets that alert again, and none is lost. What it
   * throws ends the watching.
   */
  readonly onAlert: (alert: Of<Item, 'Alert'>) => void | Promise<void>
  /**
   * Hears what the stream says of itself. After RETENTION_EXCEEDED, EPOCH_CHANGED and POLICY_CHANGED load anew what you show, before this resolves: the stream goes on by itself, from there.
   */
  readonly onNotice?: (notice: Of<Item, 'StreamNotice'>) => void | Promise<void>
  /** Hears how near the end the stream is. */
  readonly onHeartbeat?: (heartbeat: Of<Item, 'Heartbeat'>) => void
  /** Hears of each loss and how long it waits before coming back, in milliseconds. */
  readonly onLost?: (failure: Failure, retryInMs: number) => void
  /**
   * Sees to it that the client sends another token from now on. Called when the hub does not take the one it has, or takes it no longer (4401, 4403, UNAUTHENTICATED). Without it that ends the
   * watching. What it throws counts as a loss: it is asked again later.
   */
  readonly refreshToken?: () => Promise<void>
  /** Ends the watching. */
  readonly signal?: AbortSignal
  readonly backoff?: Partial<Backoff>
}

/** The hub refuses the subscription, and would again. */
export class AlertsRefused extends Error {
  readonly failure: Failure

  constructor(failure: Failure, cause: unknown) {
    const { codes, close, status } = failure
    const why = codes.length > 0 ? codes.join(', ') : close !== null ? `closed with ${close.code} ${close.reason}` : `status ${status}`
    super(`The hub refuses the subscription: ${why.trim()}.`, { cause })
    this.name = 'AlertsRefused'
    this.failure = failure
  }
}

/** Tokens that are refused one after the other before that is taken for an answer. */
const mostTokens = 3

/**
 * Watches alerts until `signal` aborts: comes back after every loss, goes on after the last cursor, leaves out what was delivered twice, and follows where notices point. Resolves when
 * the signal has aborted. Rejects with `AlertsRefused` when coming back would not help, and with what `onAlert` or `onNotice` throws.
 */
export async function watchAlerts<Item extends WatchedItem>(options: WatchOptions<Item>): Promise<void> {
  await new Watching(options).run()
}

/** Thrown by the caller's own functions: not a failure of the stream. */
class OwnError extends Error {}

class Watching<Item extends WatchedItem> {
  readonly #options: WatchOptions<Item>
  readonly #backoff: Backoff
  readonly #signal: AbortSignal
  readonly #seen = new RecentIds()
  #cursor: string | null = null
  /** Failures since the stream last gave something. */
  #failures = 0
  #refusedTokens = 0

  constructor(options: WatchOptions<Item>) {
    this.#options = options
    this.#backoff = { ...usualBackoff, ...options.backoff }
    this.#signal = options.signal ?? new AbortController().signal
  }

  async run(): Promise<void> {
    this.#cursor = (await this.#options.cursors?.load()) ?? this.#options.after ?? null
    while (!this.#signal.aborted) {
      try {
        const comeBackInMs = await this.#follow()
        if (this.#signal.aborted) return
        if (comeBackInMs === null) await this.#lost(null)
        else if (comeBackInMs > 0) await this.#backoff.wait(comeBackInMs, this.#signal)
      } catch (error) {
        if (this.#signal.aborted) return
        if (error instanceof OwnError) throw error.cause
        await this.#lost(error)
      }
    }
  }

  /** Follows one stream to its end. Gives when to come back, in milliseconds, as a notice said; null when it ended without a word. */
  async #follow(): Promise<number | null> {
    const { client, document, filter = null } = this.#options
    const results = client.subscribe(document, { after: this.#cursor, filter })[Symbol.asyncIterator]()
    const stop = () => void Promise.resolve(results.return?.()).catch(() => {})
    this.#signal.addEventListener('abort', stop)
    try {
      for (;;) {
        const { done, value } = await results.next()
        if (done === true || this.#signal.aborted) return null
        if (value.errors !== undefined && value.errors.length > 0) throw value.errors
        const item = value.data?.alerts
        if (item === undefined || item === null) continue
        this.#failures = 0
        this.#refusedTokens = 0
        const comeBackInMs = await this.#take(item)
        if (comeBackInMs !== null) return comeBackInMs
      }
    } finally {
      this.#signal.removeEventListener('abort', stop)
      stop()
    }
  }

  /** Hands an item on, and then keeps its cursor. When the stream is over with it: in how many milliseconds to come back. */
  async #take(item: Item): Promise<number | null> {
    const { onAlert, onNotice, onHeartbeat, cursors } = this.#options
    const one: WatchedItem = item
    let comeBackInMs: number | null = null
    let { cursor } = one
    if (typeof cursor !== 'string') throw new OwnError('', { cause: new TypeError('the document must select cursor of every item') })
    await own(async () => {
      if (one.__typename === 'Alert') {
        if (this.#seen.has(one.id)) return
        await onAlert(item as Of<Item, 'Alert'>)
        this.#seen.add(one.id)
      } else if (one.__typename === 'Heartbeat') onHeartbeat?.(item as Of<Item, 'Heartbeat'>)
      else if (one.__typename === 'StreamNotice') {
        await onNotice?.(item as Of<Item, 'StreamNotice'>)
        if (one.resumeAfter === null) return
        cursor = one.resumeAfter
        // Not all at the same moment: everybody else on that node was told the same.
        comeBackInMs = one.retryAfterMs ?? delayAfter(1, this.#backoff)
      }
    })
    this.#cursor = cursor
    await own(async () => await cursors?.save(cursor))
    return comeBackInMs
  }

  /** Waits before it comes back; throws when that would not help. */
  async #lost(cause: unknown): Promise<void> {
    const failure = readFailure(cause)
    const remedy = remedyFor(failure)
    if (remedy === 'none') throw new AlertsRefused(failure, cause)
    this.#failures++
    if (remedy === 'token' && (await this.#refreshed(failure, cause))) return
    const delay = delayAfter(this.#failures, this.#backoff)
    this.#options.onLost?.(failure, delay)
    await this.#backoff.wait(delay, this.#signal)
  }

  /** Whether there is another token to come back with at once. */
  async #refreshed(failure: Failure, cause: unknown): Promise<boolean> {
    const { refreshToken, onLost } = this.#options
    if (refreshToken === undefined || this.#refusedTokens >= mostTokens) throw new AlertsRefused(failure, cause)
    try {
      await refreshToken()
    } catch {
      // Whoever gives tokens out is away.
      return false
    }
    this.#refusedTokens++
    // The first is what everybody's token comes to in time; a new one that is refused too is something else.
    if (this.#refusedTokens > 1) return false
    onLost?.(failure, 0)
    return true
  }
}

/** Runs what the caller handed over, whose errors are the caller's. */
async function own(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new OwnError('', { cause: error })
  }
}
