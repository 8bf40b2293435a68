import { ComityError } from '../../model/errors.ts'
import type { NamedMutation } from './mutationName.ts'

/** Where acts are written, as far as this is concerned; see `HeldRows` in the store. */
interface ActRows<Write> {
  commit(writes: readonly Write[], name: NamedMutation | null, at: number): Promise<ActOutcome>
  repeated(name: NamedMutation): Promise<ActOutcome | null>
}

type ActOutcome = { readonly is: 'DONE' | 'REUSED' | 'CONFLICT' } | { readonly is: 'REPEATED'; readonly keys: readonly string[] }

/** Acts on what the hub keeps: each happens once under its name, however often it is sent, and counts only for the record as it was read. */
export class NamedActs<Write> {
  readonly #rows: ActRows<Write>
  readonly #mostAttempts: number

  /** `mostAttempts`: how often at most an act is decided anew because somebody else was in between. */
  constructor(rows: ActRows<Write>, mostAttempts = 5) {
    this.#rows = rows
    this.#mostAttempts = mostAttempts
  }

  /** Keys of what the same act wrote before; null when it is new. Throws IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED. */
  async repeated(name: NamedMutation): Promise<readonly string[] | null> {
    try {
      const before = await this.#rows.repeated(name)
      return before === null ? null : keysOf(before)
    } catch (error) {
      throw error instanceof ComityError ? error : new ComityError('NOT_ACCEPTED')
    }
  }

  /**
   * Writes what `decide` comes to, and decides again when that no longer fits what is there. Null when it is durable; keys of what the same act has written meanwhile. Throws as `decide`,
   * IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED.
   */
  async commit(decide: () => Promise<readonly Write[]>, name: NamedMutation, at: number): Promise<readonly string[] | null> {
    for (let attempt = 1; attempt <= this.#mostAttempts; attempt++) {
      const writes = await decide()
      const committed = await this.#rows.commit(writes, name, at).catch(() => null)
      if (committed === null || committed.is === 'CONFLICT') continue
      return committed.is === 'DONE' ? null : keysOf(committed)
    }
    throw new ComityError('NOT_ACCEPTED')
  }
}

function keysOf(outcome: ActOutcome): readonly string[] {
  if (outcome.is === 'REPEATED') return outcome.keys
  throw new ComityError(outcome.is === 'REUSED' ? 'IDEMPOTENCY_KEY_REUSED' : 'NOT_ACCEPTED')
}
