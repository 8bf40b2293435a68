import type { Clock } from '../links/clock.ts'
import type { LoggedChange } from '../model/change.ts'
import type { AlertPlace, BoundAlertCursors } from './alertCursors.ts'
import type { LogEntry, LogPosition } from './changeLog.ts'
import { entryAtSequence, type LogPages } from './logPages.ts'
import type { Delivered, Notice, StreamCode, StreamItem } from './streamItem.ts'
import type { Tail } from './tail.ts'
import type { Turns } from './turns.ts'

/** What is delivered of a change; null: nothing, and nobody learns that there was one. Called for each change, in order, and again where an answer had to be waited for; a rejection ends the stream with it. */
export type Decide<T> = (logged: LoggedChange, signal: AbortSignal) => T | null | Promise<T | null>

/** What the streams of a node share. */
export interface StreamGround {
  readonly tail: Tail
  readonly pages: LogPages
  readonly turns: Turns
  readonly clock: Clock
}

/** What one stream is. */
export interface StreamOptions<T> {
  /** Where to go on; null: from now on. */
  readonly after: AlertPlace | null
  readonly cursors: BoundAlertCursors
  readonly decide: Decide<T>
  /** After so long without an item there is a heartbeat, in milliseconds. */
  readonly heartbeatMs: number
  readonly ended: () => void
}

/** How soon a log that cannot be read is read again, in milliseconds. */
const againMs = 250
/** Changes that one step looks at when nothing of them is delivered. */
const changesAtOnce = 32
/** The log is asked so often anyway; longer without an answer is a lag. */
const usualMs = 1000
const done = { done: true, value: undefined } as const

/**
 * One subscriber: a place in the log and nothing else. It holds no queue: what a slow one has not fetched is in the ring or in the log. `next` is pulled by the
 * transport once the item before has left, which is all the back-pressure there is. The first item is a heartbeat with the cursor to begin from, or the
 * notice that there is nothing to go on from.
 */
export class ChangeStream<T> implements AsyncIterableIterator<StreamItem<T>> {
  readonly #ground: StreamGround
  readonly #options: StreamOptions<T>
  readonly #ending = new AbortController()
  #place: AlertPlace
  #page: readonly LogEntry[] = []
  readonly #notices: Notice[] = []
  #final: Notice | null = null
  #failure: Error | null = null
  #begun = false
  #lastItemAt: number
  /** Whether it has seen all that there was: to be far behind is then worth a notice. */
  #live: boolean
  #toldStale = false
  #wake: (() => void) | null = null
  #pending = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(ground: StreamGround, options: StreamOptions<T>) {
    this.#ground = ground
    this.#options = options
    this.#place = options.after ?? placeOf(ground.tail.epoch, ground.tail.ring.head)
    this.#live = options.after === null
    this.#lastItemAt = ground.clock.elapsed()
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** One after the other, also when asked for several. */
  next(): Promise<IteratorResult<StreamItem<T>>> {
    const again = () => this.#next()
    const item = this.#pending === 0 ? this.#next() : this.#last.then(again, again)
    this.#pending++
    this.#last = item
    return item
  }

  /**
   * Deliveries that follow upon the last item and need no waiting, at most so many: for a transport that sends what is there together. None while `next` is under way, or when there is something else to say
   * first.
   */
  ready(most: number): readonly Delivered<T>[] {
    const items: Delivered<T>[] = []
    for (let looked = 0; items.length < most && looked < changesAtOnce && this.#mayGoOn; looked++) {
      const entry = this.#atHand(this.#place.sequence + 1)
      const value = entry === undefined ? undefined : this.#decidedNow(entry)
      if (entry === undefined || value === undefined) break
      this.#place = placeOf(this.#place.epoch, entry)
      if (value !== null) items.push({ kind: 'delivery', cursor: this.#options.cursors.sealDelivered(this.#place), value })
    }
    return items
  }

  /** Ends at once, whatever is under way. */
  async return(): Promise<IteratorResult<StreamItem<T>>> {
    this.#end()
    return done
  }

  /** Tells the subscriber something before anything else; the same code waits once. */
  notify(code: StreamCode, retryAfterMs: number | null = null): void {
    if (this.#notices.some((one) => one.code === code)) return
    this.#notices.push({ code, retryAfterMs })
    this.poke()
  }

  /** Tells the subscriber something, and ends. */
  finish(code: StreamCode, retryAfterMs: number | null = null): void {
    this.#final ??= { code, retryAfterMs }
    this.poke()
  }

  /** Ends with an error, whatever there is still to say. */
  fail(error: Error): void {
    this.#failure ??= error
    this.poke()
  }

  /** Looks again whether there is something to say. */
  poke(): void {
    this.#wake?.()
  }

  /** Whether there is nothing more to come. */
  get ended(): boolean {
    return this.#isOver
  }

  /** Whether it waits although something is due that no change brings about: a heartbeat, or that this node is cut off from the log. */
  get isDue(): boolean {
    return this.#wake !== null && (this.#isHeartbeatDue() || this.#ground.tail.stale !== this.#toldStale)
  }

  async #next(): Promise<IteratorResult<StreamItem<T>>> {
    try {
      await this.#turn()
      const item = await this.#produce()
      if (item === null) return done
      this.#lastItemAt = this.#ground.clock.elapsed()
      return { done: false, value: item }
    } catch (error) {
      this.#end()
      throw error
    } finally {
      this.#pending--
    }
  }

  /** The next item, or null at the end. */
  async #produce(): Promise<StreamItem<T> | null> {
    const { tail } = this.#ground
    if (!this.#begun) {
      await this.#resume()
      this.#begun = true
      if (!this.#isOver && this.#final === null) return this.#heartbeat()
    }
    for (let looked = 1; !this.#isOver; looked++) {
      const word = this.#word()
      if (word !== null) return word
      const wanted = this.#place.sequence + 1
      if (tail.stale || wanted > tail.ring.head.sequence) {
        await this.#pause()
        continue
      }
      const entry = tail.ring.get(wanted) ?? (await this.#fromLog(wanted))
      if (entry === null) continue
      const value = await this.#decided(entry)
      if (value !== null && !this.#isOver) return { kind: 'delivery', cursor: this.#options.cursors.sealDelivered(this.#place), value }
      if (looked % changesAtOnce === 0) await this.#turn()
    }
    return null
  }

  /** Finds the place to go on from, or why there is none. Another node may have given out a place that this one does not know yet. */
  async #resume(): Promise<void> {
    const { after } = this.#options
    const { tail, pages } = this.#ground
    while (after !== null && !this.#isOver) {
      try {
        if (after.epoch !== tail.epoch || after.sequence > tail.ring.head.sequence) await tail.look()
        const { head } = tail.ring
        if (after.epoch !== tail.epoch || after.sequence > head.sequence) return this.finish('EPOCH_CHANGED')
        if (after.sequence === 0) return
        if (after.sequence < tail.oldest) return this.finish('RETENTION_EXCEEDED')
        const known = after.sequence === head.sequence ? head : (tail.ring.get(after.sequence) ?? (await this.#kept(after.sequence, pages)))
        // Forgotten just now; or, with another mark, what stands there is not what was handed out.
        if (known === undefined) return this.finish('RETENTION_EXCEEDED')
        if (known.mark !== after.mark) this.finish('EPOCH_CHANGED')
        return
      } catch {
        await this.#sleep()
      }
    }
  }

  /** An entry that is further back than the ring; null when there is something to say first. */
  async #fromLog(wanted: number): Promise<LogEntry | null> {
    if (this.#live) {
      this.#live = false
      this.notify('LAGGING')
      return null
    }
    const { tail, pages } = this.#ground
    try {
      const entry = await this.#kept(wanted, pages)
      if (entry !== undefined) return entry
      await tail.look()
      if (wanted < tail.oldest) this.finish('RETENTION_EXCEEDED')
    } catch {
      await this.#sleep()
    }
    return null
  }

  async #kept(sequence: number, pages: LogPages): Promise<LogEntry | undefined> {
    const held = entryAtSequence(this.#page, sequence)
    if (held !== undefined) return held
    this.#page = await pages.holding(sequence)
    return entryAtSequence(this.#page, sequence)
  }

  /** What is delivered of an entry. The place moves on whether anything is or not. */
  async #decided(entry: LogEntry): Promise<T | null> {
    if (entry.logged === null) {
      this.finish('EPOCH_CHANGED')
      return null
    }
    const decided = this.#options.decide(entry.logged, this.#ending.signal)
    const value = decided instanceof Promise ? await decided : decided
    this.#place = placeOf(this.#place.epoch, entry)
    return value
  }

  /** Whether nothing goes before the next change. */
  get #mayGoOn(): boolean {
    const { tail } = this.#ground
    const hasWord = this.#failure !== null || this.#final !== null || this.#notices.length > 0 || tail.epoch !== this.#place.epoch
    return this.#begun && this.#pending === 0 && !this.#isOver && !hasWord && !tail.stale
  }

  #atHand(sequence: number): LogEntry | undefined {
    return this.#ground.tail.ring.get(sequence) ?? entryAtSequence(this.#page, sequence)
  }

  /** What is delivered of an entry where that can be said at once; undefined: `next` is to say it. */
  #decidedNow({ logged }: LogEntry): T | null | undefined {
    if (logged === null) return undefined
    try {
      const decided = this.#options.decide(logged, this.#ending.signal)
      if (!(decided instanceof Promise)) return decided
      decided.catch(() => {})
    } catch {}
    return undefined
  }

  /** What goes before any change: the end, notices, a heartbeat that is due. */
  #word(): StreamItem<T> | null {
    const { tail } = this.#ground
    if (this.#failure !== null) throw this.#failure
    if (tail.epoch !== this.#place.epoch) this.finish('EPOCH_CHANGED')
    if (this.#final !== null) return this.#lastWord(this.#final)
    if (tail.stale && !this.#toldStale) this.notify('LAGGING')
    this.#toldStale = tail.stale
    const notice = this.#notices.shift()
    if (notice !== undefined) return { kind: 'notice', ...notice, cursor: this.#cursor(), resumeAfter: null }
    return this.#isHeartbeatDue() ? this.#heartbeat() : null
  }

  /** Who has missed something loads anew what it watches, and goes on from a cursor that is older than what it loads. */
  #lastWord(final: Notice): StreamItem<T> {
    const { tail } = this.#ground
    const missed = final.code === 'EPOCH_CHANGED' || final.code === 'RETENTION_EXCEEDED'
    const resumeAfter = missed ? this.#options.cursors.seal(placeOf(tail.epoch, tail.ring.head)) : this.#cursor()
    const item = { kind: 'notice', ...final, cursor: this.#cursor(), resumeAfter } as const
    this.#end()
    return item
  }

  #heartbeat(): StreamItem<T> {
    return { kind: 'heartbeat', cursor: this.#cursor(), at: this.#ground.clock.epoch(), lagMs: this.#lagMs() }
  }

  #lagMs(): number {
    const { tail, clock } = this.#ground
    const wanted = this.#place.sequence + 1
    const silent = tail.unconfirmedMs < usualMs ? 0 : tail.unconfirmedMs
    if (wanted > tail.ring.head.sequence) return Math.round(silent)
    const unseen = tail.ring.get(Math.max(wanted, tail.ring.oldest))?.logged?.loggedAt
    return Math.round(Math.max(silent, unseen === undefined ? 0 : clock.epoch() - Date.parse(unseen)))
  }

  #isHeartbeatDue(): boolean {
    return this.#ground.clock.elapsed() - this.#lastItemAt >= this.#options.heartbeatMs
  }

  /** Until the log goes on, or somebody pokes. Without a pause between looking and waiting, so that nothing is missed. */
  #pause(): Promise<void> {
    this.#live ||= !this.#ground.tail.stale
    this.#page = []
    return new Promise((resolve) => {
      const stop = this.#ground.tail.wait(() => this.poke())
      this.#wakeBy(stop, resolve)
    })
  }

  #sleep(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#ground.clock.after(againMs, () => this.poke())
      this.#wakeBy(stop, resolve)
    })
  }

  #wakeBy(stop: () => void, resolve: () => void): void {
    this.#wake = () => {
      this.#wake = null
      stop()
      resolve()
    }
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => this.#ground.turns.take(resolve))
  }

  #cursor(): string {
    return this.#options.cursors.seal(this.#place)
  }

  get #isOver(): boolean {
    return this.#ending.signal.aborted
  }

  #end(): void {
    if (this.#isOver) return
    this.#ending.abort()
    this.#page = []
    this.#options.ended()
    this.poke()
  }
}

function placeOf(epoch: string, { sequence, mark }: LogPosition): AlertPlace {
  return { epoch, sequence, mark }
}
