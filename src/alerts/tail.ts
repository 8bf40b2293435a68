import type { Clock } from '../links/clock.ts'
import type { ChangeLog, LogEntry, LogPosition } from './changeLog.ts'
import type { Fanout, Listening } from './fanout.ts'
import type { Relayed } from './mark.ts'
import { Ring } from './ring.ts'
import type { Turns } from './turns.ts'

/** What a node's tail works with. */
export interface TailParts {
  readonly log: ChangeLog
  readonly fanout: Fanout
  readonly clock: Clock
  readonly turns: Turns
  /** Entries that the node keeps. */
  readonly ringSize: number
}

/** How often the log is asked while the fan-out can be relied on, and while it cannot; milliseconds. */
const relaxedMs = 200
const eagerMs = 25
/** For so long after the log had what nobody told of, the fan-out is not relied on. */
const distrustMs = 2000
/** The log has not answered for so long: what this node says may be out of date. */
const staleMs = 5000
const rowsAtOnce = 500

/**
 * The end of the log as one node knows it: read once, into one ring, for all its subscribers. It goes forward by what the fan-out tells as long as that follows without a hole,
 * and asks the log for everything else; each answer of the log is held against what the node has, so that a log which lost something is noticed.
 */
export class Tail {
  readonly #parts: TailParts
  readonly #waiting = new Set<() => void>()
  readonly #listening: Listening
  #epoch: string
  #ring: Ring
  #oldest: number
  #confirmedAt: number
  #distrustUntil = Number.NEGATIVE_INFINITY
  #looking: Promise<void> | null = null
  #again: Promise<void> | null = null
  #stopTimer: () => void = () => {}
  #closed = false
  #restarted: () => void = () => {}

  private constructor(parts: TailParts, epoch: string, head: LogPosition, oldest: number) {
    this.#parts = parts
    this.#epoch = epoch
    this.#ring = new Ring(parts.ringSize, head)
    this.#oldest = oldest
    this.#confirmedAt = parts.clock.elapsed()
    this.#listening = parts.fanout.listen({
      position: () => ({ epoch: this.#epoch, sequence: this.#ring.head.sequence }),
      heard: (some) => this.#heard(some),
    })
    this.#plan()
  }

  /** Begins at the end that the log has now. */
  static async start(parts: TailParts): Promise<Tail> {
    const { epoch, head, oldest } = await parts.log.state()
    return new Tail(parts, epoch, head, oldest)
  }

  get epoch(): string {
    return this.#epoch
  }

  get ring(): Ring {
    return this.#ring
  }

  /** The first sequence that the log held when it was last asked. */
  get oldest(): number {
    return this.#oldest
  }

  /** Milliseconds since the log last answered. */
  get unconfirmedMs(): number {
    return this.#parts.clock.elapsed() - this.#confirmedAt
  }

  /** Whether this node is cut off from the log: it must not go on as if it knew. */
  get stale(): boolean {
    return this.unconfirmedMs > staleMs
  }

  /** Subscribers that wait for something to happen. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Calls once when there is more, or another history. Gives a function that takes it back. */
  wait(wake: () => void): () => void {
    this.#waiting.add(wake)
    return () => this.#waiting.delete(wake)
  }

  /** Calls whenever the log turns out to have another history, before those who wait are woken. */
  onRestart(restarted: () => void): void {
    this.#restarted = restarted
  }

  /** Asks the log; what was committed before the call is there when it resolves. */
  look(): Promise<void> {
    if (this.#looking === null) return this.#begin()
    this.#again ??= this.#looking.catch(() => {}).then(() => this.#begin())
    return this.#again
  }

  close(): void {
    this.#closed = true
    this.#listening.stop()
    this.#stopTimer()
    this.#waiting.clear()
  }

  #begin(): Promise<void> {
    this.#again = null
    this.#looking = this.#ask().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  async #ask(): Promise<void> {
    const { log, clock } = this.#parts
    const asked = clock.elapsed()
    // INVARIANT: what was known before the log is asked, the log must have. What the fan-out tells while it is asked may be newer than the answer.
    const known = this.#ring.head
    const { epoch, head, oldest } = await log.state()
    if (this.#closed) return
    if (epoch !== this.#epoch) return this.#restart(epoch, head, oldest)
    if (await this.#hasLost(head, known)) {
      await log.renewEpoch(this.#epoch)
      const standing = await log.state()
      return this.#restart(standing.epoch, standing.head, standing.oldest)
    }
    const wasStale = this.stale
    this.#oldest = oldest
    this.#confirmedAt = asked
    // Further away than what the ring holds: subscribers read it from the log.
    if (head.sequence - known.sequence > this.#parts.ringSize) this.#ring = new Ring(this.#parts.ringSize, head)
    if (head.sequence > this.#ring.head.sequence) this.#distrustUntil = asked + distrustMs
    while (head.sequence > this.#ring.head.sequence && !this.#closed) {
      const entries = await log.read(this.#ring.head.sequence, rowsAtOnce)
      const [first] = entries
      if (first === undefined) break
      // The log has forgotten what would come next: this node slept for longer than the log remembers.
      if (first.sequence > this.#ring.head.sequence + 1) this.#ring = new Ring(this.#parts.ringSize, head)
      this.#take(entries)
    }
    if (wasStale) this.#wakeAll()
  }

  /** Whether the log no longer has what this node was given as its end. */
  async #hasLost(head: LogPosition, known: LogPosition): Promise<boolean> {
    if (known.sequence === 0) return false
    if (head.sequence < known.sequence) return true
    if (head.sequence === known.sequence) return head.mark !== known.mark
    const [there] = await this.#parts.log.read(known.sequence - 1, 1)
    return there?.sequence === known.sequence && there.mark !== known.mark
  }

  #restart(epoch: string, head: LogPosition, oldest: number): void {
    this.#epoch = epoch
    this.#ring = new Ring(this.#parts.ringSize, head)
    this.#oldest = oldest
    this.#confirmedAt = this.#parts.clock.elapsed()
    this.#restarted()
    this.#wakeAll()
  }

  #heard({ epoch, rows }: Relayed): void {
    if (this.#closed) return
    let last = this.#ring.head
    const next = rows.filter((row) => row.sequence > last.sequence)
    if (epoch === this.#epoch && next.length === 0) return
    const entries: LogEntry[] = []
    for (const row of epoch === this.#epoch ? next : []) {
      const entry = this.#parts.log.open(row)
      // Only what follows upon what this node has, and opens, is taken on the word of others.
      if (row.sequence !== last.sequence + 1 || row.previous !== last.mark || entry.logged === null) break
      entries.push(entry)
      last = entry
    }
    this.#take(entries)
    if (entries.length < next.length || epoch !== this.#epoch) this.look().catch(() => {})
  }

  /** Takes what follows. */
  #take(entries: readonly LogEntry[]): void {
    let taken = 0
    for (const entry of entries) {
      if (entry.sequence <= this.#ring.head.sequence) continue
      if (entry.sequence > this.#ring.head.sequence + 1) break
      this.#ring.push(entry)
      taken++
    }
    if (taken > 0) this.#wakeAll()
  }

  #wakeAll(): void {
    if (this.#waiting.size === 0) return
    const woken = [...this.#waiting]
    this.#waiting.clear()
    for (const wake of woken) this.#parts.turns.take(wake)
  }

  #plan(): void {
    const reliable = this.#listening.healthy && this.#parts.clock.elapsed() >= this.#distrustUntil
    this.#stopTimer = this.#parts.clock.after(reliable ? relaxedMs : eagerMs, () => {
      this.look()
        .catch(() => {})
        .finally(() => {
          if (!this.#closed) this.#plan()
        })
        .catch(() => {})
    })
  }
}
