import { randomUUID } from 'node:crypto'
import type { NumberedRevocation, Revocation } from '../model/revocation.ts'
import { clockToleranceSeconds } from './tokenTimes.ts'

/** Where revocations are kept. `store/revocationRecords.ts` is one. */
export interface RevocationRecords {
  /** Keeps one, durably when it returns; null when it is kept already. */
  add(revocation: Revocation): NumberedRevocation | null
  /** One bureau's, the latest first: those before number `before` (null: all), at most `limit`. */
  page(bureau: string, before: number | null, limit: number): readonly NumberedRevocation[]
  /** When each person's access was last ended. */
  latest(): Iterable<Pick<Revocation, 'bureau' | 'person' | 'revokedAt'>>
  /** All of every bureau since an instant, in epoch milliseconds, the oldest first. */
  since(instant: number): readonly Revocation[]
}

/** What revocations work with. */
export interface RevocationParts {
  readonly records: RevocationRecords
  /** Tells the other nodes of one that was made here; they `take` it. Resolves when they are sure to hear of it. Default: there are no others. */
  readonly announce?: (revocation: Revocation) => Promise<void>
}

/** Whose token it is, and when it was issued. */
export interface Issued {
  readonly bureau: string
  readonly personRef: string
  /** Unix seconds. */
  readonly issuedAt: number
}

/**
 * Whose access has ended. A person's tokens that were issued up to the instant are void for good; those issued later are good, so that a bureau gives access back by
 * issuing a new token. An issuer's clock may be ahead of the hub's: a token of the five seconds after the instant counts as issued before.
 */
export class Revocations {
  readonly #records: RevocationRecords
  readonly #announce: (revocation: Revocation) => Promise<void>
  readonly #latest = new Map<string, number>()
  readonly #listeners = new Set<(revocation: Revocation) => void>()

  constructor({ records, announce = async () => {} }: RevocationParts) {
    this.#records = records
    this.#announce = announce
    for (const one of records.latest()) this.#note(one)
  }

  /**
   * Ends somebody's access from now on, at this node at once. Durable here, and announced to the other nodes, when it resolves. Rejects when it could not be announced: it
   * stands here then, and may be made again. Throws what the records throw; then nothing has changed.
   */
  async revoke(revocation: Omit<Revocation, 'id'>): Promise<NumberedRevocation> {
    const kept = this.#keep({ ...revocation, id: randomUUID() })
    if (kept === null) throw new Error('a revocation with this id is kept already')
    await this.#announce(kept)
    return kept
  }

  /** Takes over one that another node has announced. Taking it again changes nothing. Throws what the records throw. */
  take(revocation: Revocation): void {
    this.#keep(revocation)
  }

  /** Whether a token is void. One that does not say when it was issued is, once its person has ever been revoked. */
  isRevoked({ bureau, personRef, issuedAt }: Omit<Issued, 'issuedAt'> & { readonly issuedAt: number | null }): boolean {
    const revokedAt = this.#latest.get(keyOf(bureau, personRef))
    return revokedAt !== undefined && (issuedAt === null || 1000 * (issuedAt - clockToleranceSeconds) <= revokedAt)
  }

  /** Hears of every revocation, from here and from other nodes, once it holds. Gives what stops it. */
  onRevoked(listener: (revocation: Revocation) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** One bureau's, as `RevocationRecords.page`. */
  page(bureau: string, before: number | null, limit: number): readonly NumberedRevocation[] {
    return this.#records.page(bureau, before, limit)
  }

  /** Those since an instant, in epoch milliseconds: for a node that starts, and cannot know whether it announced its last. */
  since(instant: number): readonly Revocation[] {
    return this.#records.since(instant)
  }

  #keep(revocation: Revocation): NumberedRevocation | null {
    const kept = this.#records.add(revocation)
    if (kept === null) return null
    this.#note(revocation)
    for (const listener of this.#listeners) listener(revocation)
    return kept
  }

  #note({ bureau, person, revokedAt }: Pick<Revocation, 'bureau' | 'person' | 'revokedAt'>): void {
    const key = keyOf(bureau, person)
    this.#latest.set(key, Math.max(revokedAt, this.#latest.get(key) ?? 0))
  }
}

function keyOf(bureau: string, person: string): string {
  return `${bureau}\u0000${person}`
}
