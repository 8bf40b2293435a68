import type { Alert } from '../alerts/delivery/alert.ts'
import type { Caller } from '../model/principal.ts'

/** What all callers of one class are told of one change, and what was made of it. */
export class Delivery {
  readonly alert: Alert
  /** One of the class, as of the moment of the decision: all others would have been decided alike. */
  readonly caller: Caller
  readonly #made = new Map<string, Promise<unknown>>()

  constructor(alert: Alert, caller: Caller) {
    this.alert = alert
    this.caller = caller
  }

  /** What `make` gives, made once for each key, however many ask for it. */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#made.get(key) as Promise<T> | undefined
    if (known !== undefined) return known
    const made = make()
    this.#made.set(key, made)
    return made
  }
}
