import { ComityError } from '../../model/errors.ts'
import type { Principal } from '../../model/principal.ts'
import { limits } from './limits.ts'

/** How many event streams may be open. */
export interface StreamLimits {
  readonly streamsPerPerson: number
  readonly streams: number
}

/** Counts the event streams that are open at this node, per person and in all: each holds a connection, and perhaps calls to the bureaus. */
export class OpenStreams {
  readonly #limits: StreamLimits
  readonly #byPerson = new Map<string, number>()
  #all = 0

  constructor(over: StreamLimits = limits) {
    this.#limits = over
  }

  /** Counts one more; the function it gives counts it out again. Throws TOO_MANY_STREAMS. */
  open({ bureau, personRef }: Pick<Principal, 'bureau' | 'personRef'>): () => void {
    const { streamsPerPerson, streams } = this.#limits
    const person = `${bureau}\u0000${personRef}`
    const own = this.#byPerson.get(person) ?? 0
    if (own >= streamsPerPerson) throw new ComityError('TOO_MANY_STREAMS', { reason: `${streamsPerPerson} of yours` })
    if (this.#all >= streams) throw new ComityError('TOO_MANY_STREAMS', { reason: 'as many as this node takes' })
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
