import type { Principal } from '../model/principal.ts'
import type { Issued } from './revocations.ts'

/** Somebody who was let in: whose access it is, and until when in Unix seconds. */
export type Admittee = Issued & Pick<Principal, 'expiresAt'>

/** What is watched by. */
export interface LiveAccessParts {
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** Whether somebody would still be let in, but for the time that has passed. */
  readonly isStillGood: (who: Issued) => boolean
  /** Milliseconds between two looks. Default 250. */
  readonly everyMs?: number
}

interface Followed {
  readonly who: Admittee
  readonly untilExpiry: boolean
  readonly onEnd: () => void
}

/**
 * Ends what goes on in somebody's name when their access ends: by revocation, by the end of their bureau's membership, and where it is asked for by the end of the token's time.
 * One look at everybody four times a second, and one at each revocation, in place of a timer each: a look at 5,000 takes a millisecond or two, and holds by the wall clock however
 * that is set. It looks only while there is somebody to look at, and keeps no process alive.
 */
export class LiveAccess {
  readonly #parts: Required<LiveAccessParts>
  readonly #followed = new Set<Followed>()
  #timer: NodeJS.Timeout | null = null

  constructor(parts: LiveAccessParts) {
    this.#parts = { everyMs: 250, ...parts }
  }

  /**
   * Follows somebody's access until it ends, which `onEnd` is told once, or until the function that this gives is called. `untilExpiry`: whether it ends with the token too, and not only
   * when it is taken away; an answer that was asked for in time may still be given.
   */
  follow(who: Admittee, onEnd: () => void, { untilExpiry }: { readonly untilExpiry: boolean }): () => void {
    const followed = { who, untilExpiry, onEnd }
    this.#followed.add(followed)
    this.#timer ??= setInterval(() => this.look(), this.#parts.everyMs).unref()
    return () => this.#forget(followed)
  }

  /** Looks at everybody now. To be called when something was revoked; time is looked at by itself. */
  look(): void {
    const now = this.#parts.clock()
    const ended = [...this.#followed].filter(
      ({ who, untilExpiry }) => (untilExpiry && 1000 * who.expiresAt <= now) || !this.#parts.isStillGood(who),
    )
    for (const one of ended) {
      this.#forget(one)
      one.onEnd()
    }
  }

  #forget(followed: Followed): void {
    this.#followed.delete(followed)
    if (this.#followed.size > 0 || this.#timer === null) return
    clearInterval(this.#timer)
    this.#timer = null
  }
}
