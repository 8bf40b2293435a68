import { type Clock, systemClock } from '../links/clock.ts'
import { AlertCursors, type CursorBinding } from './alertCursors.ts'
import type { ChangeLog } from './changeLog.ts'
import { ChangeStream, type Decide } from './changeStream.ts'
import type { Fanout } from './fanout.ts'
import { type HistoryPage, placeBefore, readHistory } from './logHistory.ts'
import { LogPages } from './logPages.ts'
import { relayed } from './mark.ts'
import { Tail } from './tail.ts'
import { Turns } from './turns.ts'

/** What a node's broadcast is made of. */
export interface BroadcastParts {
  readonly log: ChangeLog
  readonly fanout: Fanout
  /** At least 32 bytes, the same on all nodes; cursors stay valid for as long as it does. */
  readonly secret: Uint8Array
  /** Default: the machine's clock. */
  readonly clock?: Clock
  /** Changes that the node keeps in memory for all its subscribers. Default 20,000. */
  readonly ringSize?: number
  /** How long the log remembers, in milliseconds. Default 30 days. */
  readonly retentionMs?: number
  /** Default: 64 steps in one turn of the event loop. */
  readonly turns?: Turns
  /** From 0 up to 1; spreads the ends of a drain. Default `Math.random`. */
  readonly random?: () => number
}

/** What one subscriber asks for. */
export interface Subscription<T> extends CursorBinding {
  /** A cursor that this hub gave to the same caller for the same filter; null: from now on. */
  readonly after: string | null
  /** Default 15,000. */
  readonly heartbeatMs?: number
  readonly decide: Decide<T>
}

const day = 86_400_000
const hour = 3_600_000
/** How often subscribers are looked at for heartbeats. */
const beatMs = 500
const usualHeartbeatMs = 15_000

/** The log's changes for everybody who is connected to this node. */
export class Broadcast {
  readonly #parts: BroadcastParts
  readonly #clock: Clock
  readonly #tail: Tail
  readonly #pages: LogPages
  readonly #turns: Turns
  readonly #cursors: AlertCursors
  readonly #streams = new Set<ChangeStream<unknown>>()
  readonly #stopPublishing: () => void
  readonly #stops = new Set<() => void>()
  #closed = false

  private constructor(parts: BroadcastParts, clock: Clock, tail: Tail, turns: Turns) {
    this.#parts = parts
    this.#clock = clock
    this.#tail = tail
    this.#turns = turns
    this.#pages = new LogPages(parts.log)
    this.#cursors = new AlertCursors(parts.secret)
    this.#stopPublishing = parts.log.onPlaced((placed) => parts.fanout.publish(relayed(placed)))
    tail.onRestart(() => this.#pages.forget())
    this.#every(beatMs, () => this.#beat())
    this.#every(hour, () => this.#trim())
  }

  /** Begins to follow the log. Rejects when the log cannot be read. */
  static async open(parts: BroadcastParts): Promise<Broadcast> {
    const { log, fanout, clock = systemClock, ringSize = 20_000, turns = new Turns() } = parts
    return new Broadcast(parts, clock, await Tail.start({ log, fanout, clock, turns, ringSize }), turns)
  }

  /** Begins a stream. Throws CURSOR_INVALID, CURSOR_MISMATCH; all else that a cursor can meet is a notice in the stream. */
  subscribe<T>({ after, caller, filter, decide, heartbeatMs = usualHeartbeatMs }: Subscription<T>): ChangeStream<T> {
    const cursors = this.#cursors.boundTo({ caller, filter })
    const place = after === null ? null : cursors.open(after)
    const ground = { tail: this.#tail, pages: this.#pages, turns: this.#turns, clock: this.#clock }
    const stream: ChangeStream<T> = new ChangeStream(ground, {
      after: place,
      cursors,
      decide,
      heartbeatMs,
      ended: () => this.#streams.delete(stream),
    })
    this.#streams.add(stream)
    if (this.#closed) stream.finish('NODE_DRAINING')
    return stream
  }

  /** A page of the past, with the cursors that a stream of the same caller and filter has. Throws CURSOR_INVALID, also for one that is no longer good; CURSOR_MISMATCH. Rejects when the log cannot be read. */
  async page<T>({
    after,
    caller,
    filter,
    decide,
    first,
  }: Omit<Subscription<T>, 'heartbeatMs'> & { readonly first: number }): Promise<HistoryPage<T>> {
    const cursors = this.#cursors.boundTo({ caller, filter })
    const place = after === null ? null : cursors.open(after)
    await this.#tail.look()
    return readHistory({ tail: this.#tail, pages: this.#pages }, { after: place, cursors, decide, first })
  }

  /** A cursor from which on a stream gives all that the log took at or after an instant (epoch milliseconds) and still holds. Rejects when the log cannot be read. */
  async cursorAt(instant: number, binding: CursorBinding): Promise<string> {
    await this.#tail.look()
    const place = await placeBefore(instant, { tail: this.#tail, pages: this.#pages })
    return this.#cursors.boundTo(binding).seal(place)
  }

  /** Streams that have not ended. */
  get streams(): ReadonlySet<ChangeStream<unknown>> {
    return this.#streams
  }

  /** Milliseconds since the log last answered this node. */
  get unconfirmedMs(): number {
    return this.#tail.unconfirmedMs
  }

  /** Sends everybody to other nodes, spread over `ms` so that they do not all come at once. New streams are sent on at once. */
  async drain(ms: number): Promise<void> {
    this.#closed = true
    const random = this.#parts.random ?? Math.random
    const ends = [...this.#streams].map(
      (stream) => new Promise<void>((resolve) => this.#after(random() * ms, () => resolve(stream.finish('NODE_DRAINING')))),
    )
    await Promise.all(ends)
  }

  /** Stops following the log, and ends the streams that there still are. The log and the fan-out are their owners' to close. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stopPublishing()
    for (const stop of this.#stops) stop()
    this.#tail.close()
    await Promise.all([...this.#streams].map((stream) => stream.return()))
  }

  #beat(): void {
    for (const stream of this.#streams) if (stream.isDue) this.#turns.take(() => stream.poke())
  }

  /** What cannot be forgotten now is forgotten later. */
  #trim(): void {
    this.#parts.log.trim(this.#clock.epoch() - (this.#parts.retentionMs ?? 30 * day)).catch(() => {})
  }

  #every(ms: number, act: () => void): void {
    this.#after(ms, () => {
      act()
      this.#every(ms, act)
    })
  }

  #after(ms: number, act: () => void): void {
    const cancel = this.#clock.after(ms, () => {
      this.#stops.delete(cancel)
      act()
    })
    this.#stops.add(cancel)
  }
}
