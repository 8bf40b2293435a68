import { ComityError } from '../../model/errors.ts'
import type { Principal } from '../../model/principal.ts'

/** How many of something may be open. */
export interface OpenLimits {
  readonly perPerson: number
  /** At this node. */
  readonly all: number
}

/** Counts what is open at this node, event streams for instance, per person and in all: each holds a connection, and perhaps calls to the bureaus. */
export class OpenStreams {
  readonly #limits: OpenLimits
  readonly #byPerson = new Map<string, number>()
  #all = 0

  constructor(limits: OpenLimits) {
    this.#limits = limits
  }

  /** Counts one more; the function it gives counts it out again. Throws TOO_MANY_STREAMS. */
  open({ bureau, personRef }: Pick<Principal, 'bureau' | 'personRef'>): () => void {
    const { perPerson, all } = this.#limits
    const person = `${bureau}\u0000${personRef}`
    const own = this.#byPerson.get(person) ?? 0
    if (own >= perPerson) throw new ComityError('TOO_MANY_STREAMS', { reason: `${perPerson} of yours` })
    if (this.#all >= all) throw new ComityError('TOO_MANY_STREAMS', { reason: 'as many as this node takes' })
    this.#all++
    this.#byPerson.set(person, own + 1)
    let open = true
    return () => {
      if (!open) return
      open = false
      this.#all--
      const left = (this.#byPerson.get(person) ?? 1) - 1
      if (left === 0) this.#byPerson.delete(person)
      else this.#byPerson.set(person, left)
    }
  }
}
