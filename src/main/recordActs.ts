import { hash } from 'node:crypto'
import type { AuditLog } from '../audit/auditLog.ts'
import type { ActEntry, HubStarted, MemberAct } from '../audit/entry.ts'
import { canonicalJson } from '../audit/ledger/canonicalJson.ts'
import type { TrustedIssuer } from '../identity/authenticator.ts'
import type { PolicyHistory } from '../store/policyHistory.ts'

/** What acts are put on record with. */
export interface ActsParts {
  readonly audit: Pick<AuditLog, 'append'>
  readonly policies: Pick<PolicyHistory, 'unrecorded' | 'recorded'>
  /** Hears what could not be put on record. The ledger is failing then, and nothing is disclosed until it is written again. */
  readonly onFailure: (error: unknown) => void
}

/** Puts on record what happens to the hub: its start and its end, policies that come into force, members that come, change and go. None of it throws. */
export class ActsOnRecord {
  readonly #parts: ActsParts
  #last: Promise<void> = Promise.resolve()

  constructor(parts: ActsParts) {
    this.#parts = parts
  }

  /** A hub begins. */
  started(about: Omit<HubStarted, 'act'>): Promise<void> {
    return this.#append({ act: 'HUB_STARTED', ...about })
  }

  /** A hub ends as it should: one that was killed leaves no such entry. */
  stopped(): Promise<void> {
    return this.#append({ act: 'HUB_STOPPED' })
  }

  /** Something became of a member. */
  member(act: MemberAct): Promise<void> {
    return this.#append(act)
  }

  /** Policies that came into force and are not on record yet: those of the start, of a reload, and those that could not be written when it was last tried. */
  policies(): Promise<void> {
    return this.#inTurn(async () => {
      const { audit, policies } = this.#parts
      for (const { number, at: since, fileDigest: file, ...of } of policies.unrecorded()) {
        await audit.append({ act: 'POLICY_ACTIVATED', number, since, file, ...of })
        policies.recorded(number)
      }
    })
  }

  /** Resolves when all that was begun is over. */
  rest(): Promise<void> {
    return this.#last
  }

  #append(entry: ActEntry): Promise<void> {
    return this.#inTurn(() => this.#parts.audit.append(entry))
  }

  /** One after the other, so that no activation is written twice. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch((error: unknown) => this.#parts.onFailure(error))
    return this.#last
  }
}

/** What tells one key from another and does not help to guess it: digests of a secret of 32 random bytes, base64url. */
export function fingerprint(secret: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from('comity key fingerprint\n'), secret]), 'buffer').toString('base64url')
}

/** By issuer, the digest of all that the hub was told of it. Keys that it finds by itself are the issuer's to change. */
export function issuersOnRecord(issuers: readonly TrustedIssuer[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    issuers.map(({ issuer, audience, bureaus, keys }) => {
      const told = {
        issuer,
        audience,
        bureaus: bureaus === 'any' ? bureaus : [...bureaus].sort(),
        keys: keys instanceof URL ? keys.href : 'embedded',
      }
      return [issuer, hash('sha256', canonicalJson(told), 'buffer').toString('base64url')]
    }),
  )
}
