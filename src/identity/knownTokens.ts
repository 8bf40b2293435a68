import { createHash } from 'node:crypto'
import type { Principal } from '../model/principal.ts'

/** What a token says of its bearer. Agreements are not the token's to give. */
export type Identity = Omit<Principal, 'agreements'> & {
  /** Unix seconds at which the token was issued. */
  readonly issuedAt: number
}

const remembered = 10_000

/**
 * Tokens that were found good, by their hash: a signature costs a quarter of a millisecond, and no token is kept. The one that was not
 * used for longest goes first.
 */
export class KnownTokens {
  readonly #known = new Map<string, { readonly identity: Identity; readonly until: number }>()

  /** The identity of a token that was found good and still is at `now`, in epoch milliseconds; or null. */
  get(bearer: string, now: number): Identity | null {
    const hash = hashOf(bearer)
    const known = this.#known.get(hash)
    if (known === undefined) return null
    this.#known.delete(hash)
    if (known.until <= now) return null
    this.#known.set(hash, known)
    return known.identity
  }

  /** Remembers a token until `until`, in epoch milliseconds. */
  set(bearer: string, identity: Identity, until: number): void {
    if (this.#known.size >= remembered) this.#known.delete(this.#known.keys().next().value ?? '')
    this.#known.set(hashOf(bearer), { identity, until })
  }
}

function hashOf(bearer: string): string {
  return createHash('sha256').update(bearer).digest('base64')
}
