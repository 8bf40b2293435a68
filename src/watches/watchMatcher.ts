import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ChangeLog, LogEntry } from '../alerts/changeLog.ts'
import type { Clock } from '../links/clock.ts'
import type { Change } from '../model/change.ts'
import { refKey } from '../model/record.ts'
import type { WaitingChange, WatchPlace, WatchRecords } from '../store/watches.ts'
import { ChangeLook, type Looked, type LookParts, type LookWork } from './changeLook.ts'
import { MatchMemory } from './matchMemory.ts'
import { isPermitted } from './watch.ts'
import { rereadWatch } from './watchReader.ts'

/** What the matcher works with. */
export interface MatcherParts extends LookParts {
  readonly records: WatchRecords
  readonly log: ChangeLog
  readonly clock: Clock
}

/** Changes that are looked at before the place is written. */
const pageSize = 64
/** Changes of different records that are looked at at once. */
const lanes = 8
/** Changes that wait and are looked at again in one step. */
const againAtOnce = 16
/** Most changes that wait for bureaus; beyond, watches are read anew instead. */
const mostWaiting = 10_000
/** Matches that the log takes at once. */
const appendsAtOnce = 100
/** How often the log is asked when nobody tells of anything. */
const idleMs = 1000
/** When what met a silent bureau is looked at again, doubled from one time to the next, and at most. */
const firstAgainMs = 1000
const lastAgainMs = 300_000

interface ToRead {
  readonly reading: string
  readonly attempts: number
  readonly due: number
}

/**
 * Follows the log of changes from its durable place, and puts into it what watches have found. What was found is in the log before the place moves on, and the same match is taken
 * once only: a crash in between loses and repeats nothing. A change that met a silent bureau waits, durably, and holds up nothing else.
 */
export class WatchMatcher {
  readonly #parts: MatcherParts
  readonly #look: ChangeLook
  readonly #stopHearing: () => void
  readonly #toRead = new Map<string, ToRead>()
  #checkedEpoch: string | null = null
  #reached = 0
  #running: Promise<void> | null = null
  #again = false
  #stopped = false
  #stopTimer: () => void = () => {}

  constructor(parts: MatcherParts) {
    this.#parts = parts
    this.#look = new ChangeLook(parts)
    this.#reached = parts.records.place()?.sequence ?? 0
    this.#readAll()
    this.#stopHearing = parts.log.onPlaced(() => this.wake())
    this.wake()
  }

  /** What looking came to so far. */
  get work(): LookWork {
    return this.#look.work
  }

  /** The last place of the log that it has begun to look at. */
  get reached(): number {
    return this.#reached
  }

  /** Looks whether there is something to do. */
  wake(): void {
    if (this.#stopped) return
    if (this.#running !== null) {
      this.#again = true
      return
    }
    this.#stopTimer()
    this.#running = this.#run().finally(() => {
      this.#running = null
      if (this.#stopped) return
      this.#stopTimer = this.#parts.clock.after(idleMs, () => this.wake())
      if (!this.#again) return
      this.#again = false
      this.wake()
    })
  }

  /** Reads a watch anew as soon as there is time. */
  readAnew(id: string, reading: string): void {
    this.#toRead.set(id, { reading, attempts: 0, due: 0 })
    this.wake()
  }

  /** Ends; resolves when nothing is being written any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopHearing()
    this.#stopTimer()
    await this.#running
  }

  async #run(): Promise<void> {
    try {
      // Everybody else has their turn between two steps.
      do await setImmediate()
      while (!this.#stopped && (await this.#step()))
    } catch (error) {
      if (!this.#stopped) this.#parts.onFailure(error)
    }
  }

  /** One step of each sort; whether there is more to do at once. */
  async #step(): Promise<boolean> {
    const place = await this.#place()
    const hasRead = await this.#readOne()
    const hasAgain = await this.#lookAgain()
    const isOverfull = this.#parts.records.waiting().count > mostWaiting
    if (isOverfull) this.#lose(null)
    return (await this.#readOn(place)) || hasRead || hasAgain || isOverfull
  }

  /** Where to go on. A place that the log does not have any more is given up: what came after it is found by reading every watch anew. */
  async #place(): Promise<WatchPlace> {
    const { records, log } = this.#parts
    const known = records.place()
    const { epoch, oldest, head } = await log.state()
    const now = { epoch, ...head }
    if (known === null) {
      // Whoever sets the first watch says where to begin.
      const begun = records.place()
      if (begun === null) records.write({ place: now })
      return begun ?? now
    }
    const isThere = known.epoch === epoch && known.sequence <= head.sequence && known.sequence >= oldest - 1
    if (isThere && (await this.#isMarked(known, oldest))) return known
    this.#lose(now)
    return now
  }

  /** Whether what stands at the place is what stood there. Looked at once for each history: while this process follows it, nobody takes rows back without renewing it. */
  async #isMarked({ epoch, sequence, mark }: WatchPlace, oldest: number): Promise<boolean> {
    if (this.#checkedEpoch === epoch) return true
    if (sequence >= oldest && sequence > 0) {
      const [entry] = await this.#parts.log.read(sequence - 1, 1)
      if (entry?.sequence !== sequence || entry.mark !== mark) return false
    }
    this.#checkedEpoch = epoch
    return true
  }

  #lose(place: WatchPlace | null): void {
    this.#parts.records.lose(place, randomUUID())
    this.#checkedEpoch = place?.epoch ?? this.#checkedEpoch
    if (place !== null) this.#reached = place.sequence
    this.#readAll()
  }

  #readAll(): void {
    this.#toRead.clear()
    for (const { id, reread } of this.#parts.records.all())
      if (reread !== null) this.#toRead.set(id, { reading: reread, attempts: 0, due: 0 })
  }

  /** Reads the first watch that is due. Whether there was one. */
  async #readOne(): Promise<boolean> {
    const { index, records, clock } = this.#parts
    const now = clock.epoch()
    const [id, next] = firstDue(this.#toRead, now)
    if (id === null) return false
    this.#toRead.delete(id)
    const watch = index.get(id)
    if (watch === null) return true
    if (!isPermitted(watch) || watch.expiresAt <= now) {
      records.write({ reread: { watch: id, reading: next.reading } })
      return true
    }
    try {
      const { matches, silent, moved } = await rereadWatch(watch, next.reading, this.#parts)
      if (this.#stopped) return false
      await this.#append(matches)
      records.write({ ...moved, ...(silent ? {} : { reread: { watch: id, reading: next.reading } }) })
      if (silent) this.#readLater(id, next)
      return true
    } catch (error) {
      this.#readLater(id, next)
      throw error
    }
  }

  #readLater(id: string, { reading, attempts }: ToRead): void {
    if (!this.#toRead.has(id)) this.#toRead.set(id, { reading, attempts: attempts + 1, due: this.#againAt(attempts) })
  }

  /** Looks again at changes that are due. Whether there were any. */
  async #lookAgain(): Promise<boolean> {
    const { records, log, clock } = this.#parts
    const due = records.due(clock.epoch(), againAtOnce)
    for (const waiting of due) {
      const [entry] = await log.read(waiting.sequence - 1, 1)
      if (entry?.sequence !== waiting.sequence || entry.logged === null) {
        this.#lose(null)
        return true
      }
      const memory = new MatchMemory(records)
      const { matches, silent } = await this.#lookAt(entry, memory)
      if (this.#stopped) return false
      await this.#append(matches)
      records.write({ ...memory.moved, ...(silent ? { waiting: [this.#later(waiting)] } : { done: [waiting.sequence] }) })
    }
    return due.length > 0
  }

  /** Looks at what comes next. Whether there was anything. */
  async #readOn({ epoch, sequence }: WatchPlace): Promise<boolean> {
    const { log, records } = this.#parts
    const entries = await log.read(sequence, pageSize)
    const last = entries.at(-1)
    if (last === undefined) return false
    if (entries[0]?.sequence !== sequence + 1 || entries.some(({ logged }) => logged === null)) {
      this.#lose({ epoch, sequence: last.sequence, mark: last.mark })
      return true
    }
    this.#reached = last.sequence
    const memory = new MatchMemory(records)
    const looked = await this.#lookAtAll(entries, memory)
    if (this.#stopped) return false
    await this.#append(looked.flatMap(({ matches }) => matches))
    const waiting = entries
      .filter((_, i) => looked[i]?.silent === true)
      .map((entry) => this.#later({ sequence: entry.sequence, attempts: 0 }))
    records.write({ ...memory.moved, waiting, place: { epoch, sequence: last.sequence, mark: last.mark } })
    return true
  }

  /** Changes of different records side by side, those of one record in their order, and alone those that reach other records. */
  async #lookAtAll(entries: readonly LogEntry[], memory: MatchMemory): Promise<readonly Looked[]> {
    const all: Looked[] = []
    let batch: Promise<Looked>[] = []
    const records = new Set<string>()
    const settle = async () => {
      all.push(...(await Promise.all(batch)))
      batch = []
      records.clear()
    }
    for (const entry of entries) {
      const change = entry.logged?.change
      const record = change === undefined ? '' : refKey(change)
      const alone = change !== undefined && this.#look.reachesOthers(change)
      if (alone || batch.length === lanes || records.has(record)) await settle()
      batch.push(this.#lookAt(entry, memory))
      records.add(record)
      if (alone) await settle()
    }
    await settle()
    return all
  }

  /** A mistake in looking at one change is told, and that change waits like one that met a silent bureau. */
  async #lookAt({ sequence, logged }: LogEntry, memory: MatchMemory): Promise<Looked> {
    if (logged === null) return { matches: [], silent: true }
    try {
      return await this.#look.look(logged.change, JSON.stringify([sequence, logged.loggedAt, logged.change.version]), memory)
    } catch (error) {
      if (!this.#stopped) this.#parts.onFailure(error)
      return { matches: [], silent: true }
    }
  }

  async #append(matches: readonly Change[]): Promise<void> {
    for (let start = 0; start < matches.length; start += appendsAtOnce) {
      if (start > 0) await setImmediate()
      await this.#parts.log.append(matches.slice(start, start + appendsAtOnce))
    }
  }

  #later({ sequence, attempts }: Pick<WaitingChange, 'sequence' | 'attempts'>): WaitingChange {
    return { sequence, attempts: attempts + 1, due: this.#againAt(attempts) }
  }

  #againAt(attempts: number): number {
    return this.#parts.clock.epoch() + Math.min(lastAgainMs, firstAgainMs * 2 ** Math.min(attempts, 20))
  }
}

function firstDue(waiting: ReadonlyMap<string, ToRead>, now: number): readonly [string, ToRead] | readonly [null, null] {
  for (const one of waiting) if (one[1].due <= now) return one
  return [null, null]
}
