import type { Clock } from '../links/clock.ts'
import type { BureauStream, Step } from './bureauStream.ts'
import { Front, firstStep, shareOf, type Wanted } from './gather.ts'

/** When items of progress leave. */
export interface Tempo {
  readonly clock: Clock
  /** Milliseconds from the first bureau's answer to the first item: those that are nearly as fast are in it. Default 50. */
  readonly firstMs: number
  /** Milliseconds between two items, at least. Default 200, and a twentieth of the time there is where that is longer. The last item does not wait. */
  readonly betweenMs: number
}

/**
 * Receives the first `need` records of all bureaus, and tells each time that it is due of which bureaus the part is known: all that each of them has among the first `need` of theirs
 * together. The last time it is all of them.
 * INVARIANT: what is told of is a whole page, and a function of the views of those bureaus. A bureau that has answered, but not for all of its part, is not among them: the page would have
 * holes that nobody can tell from what is not there. Once told of, a bureau stays: others only bring the end of the page nearer.
 */
export async function* arrivals(
  streams: readonly BureauStream[],
  wanted: Wanted,
  { clock, firstMs, betweenMs }: Tempo,
): AsyncGenerator<ReadonlySet<BureauStream>, void, undefined> {
  const reading = new Reading(streams, wanted)
  const began = clock.elapsed()
  let firstAt: number | null = null
  let told = -1
  let earliest = began + betweenMs
  for (;;) {
    const now = clock.elapsed()
    if (firstAt === null && reading.heard.length > 0) {
      firstAt = now
      earliest = now + firstMs
    }
    if (now < earliest && reading.heard.length < streams.length) {
      await reading.change(clock, earliest - now)
      continue
    }
    reading.pursue()
    const settled = reading.settled()
    if (settled.size === streams.length) {
      yield settled
      return
    }
    const tells = settled.size > told
    // Those of whom more was asked just now are waited for as long as those who are late for the first item.
    const until = tells && reading.pursuing ? earliest + firstMs : now
    if (tells && until <= now) {
      yield settled
      told = settled.size
      // That nobody has answered yet is told once, and holds up nobody who then does.
      if (told > 0) earliest = clock.elapsed() + betweenMs
    } else await reading.change(clock, until > now ? until - now : null)
  }
}

/** The streams as they are read. */
class Reading {
  readonly #streams: readonly BureauStream[]
  readonly #wanted: Wanted
  readonly #busy = new Set<BureauStream>()
  #changed = Promise.withResolvers<void>()
  /** A fault of ours, and no failure of a bureau's. */
  #fault: { readonly error: unknown } | null = null

  /** Asks all of them for their share. */
  constructor(streams: readonly BureauStream[], wanted: Wanted) {
    this.#streams = streams
    this.#wanted = wanted
    for (const stream of streams) this.#ask(stream, firstStep(shareOf(wanted.need, streams.length), wanted.span.reachOf(stream.bureau)))
  }

  /** Those that have answered or failed. */
  get heard(): readonly BureauStream[] {
    return this.#streams.filter((stream) => stream.heard)
  }

  /** Whether more was asked of somebody who has answered. */
  get pursuing(): boolean {
    return this.heard.some((stream) => this.#busy.has(stream))
  }

  /** Asks those for more that ran dry before the end of the page as far as it is known. */
  pursue(): void {
    const { heard } = this
    const front = this.#frontOf(heard)
    const share = shareOf(this.#wanted.need, heard.length)
    for (;;) {
      for (const stream of heard) {
        const step = this.#busy.has(stream) ? null : front.nextStep(stream, share)
        if (step !== null) this.#ask(stream, step)
      }
      if (this.pursuing || heard.every((stream) => front.settles(stream))) return
      this.#wanted.span.widen()
    }
  }

  /** The bureaus whose part of their common page is known. */
  settled(): ReadonlySet<BureauStream> {
    let set = this.heard.filter((stream) => !this.#busy.has(stream))
    for (;;) {
      const front = this.#frontOf(set)
      const kept = set.filter((stream) => front.settles(stream))
      if (kept.length === set.length) return new Set(set)
      set = kept
    }
  }

  /** Waits until a bureau is heard, and `ms` milliseconds at most; null: however long that is. Throws what is no bureau's failure. */
  async change(clock: Clock, ms: number | null): Promise<void> {
    let cancel = () => {}
    const time = new Promise<void>((resolve) => {
      if (ms !== null) cancel = clock.after(ms, resolve)
    })
    await Promise.race([this.#changed.promise, time])
    cancel()
    this.#changed = Promise.withResolvers()
    if (this.#fault !== null) throw this.#fault.error
  }

  #ask(stream: BureauStream, step: Step): void {
    this.#busy.add(stream)
    stream
      .ask(step)
      .catch((error: unknown) => {
        this.#fault ??= { error }
      })
      .finally(() => {
        this.#busy.delete(stream)
        this.#changed.resolve()
      })
  }

  #frontOf(streams: readonly BureauStream[]): Front {
    const front = new Front(this.#wanted)
    for (const { entries } of streams) for (const { position } of entries) front.add(position)
    return front
  }
}
