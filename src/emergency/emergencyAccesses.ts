import { randomBytes } from 'node:crypto'
import type { EmergencyBlock } from '../disclosure/policy.ts'
import { type DeskEntry, type DeskEntryKind, readerOf } from '../model/deskEntry.ts'
import type { EmergencyAccess } from '../model/emergencyAccess.ts'
import { ComityError } from '../model/errors.ts'
import type { Caller, OpenEmergency } from '../model/principal.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import { durably } from '../store/durably.ts'
import type { Store } from '../store/store.ts'
import { ownWords } from './justification.ts'

/** What emergency access works with. */
export interface EmergencyParts {
  /** The bureaus that have a policy, in the order of codes. Asked anew at each use, and so are their policies. */
  readonly sources: () => readonly Pick<BureauSource, 'profile' | 'policy'>[]
  readonly store: Pick<Store, 'emergencies'>
}

/** A block that a caller may invoke now. */
export interface OfferedBlock {
  /** Whose records it opens. */
  readonly owner: string
  readonly block: EmergencyBlock
  /** How often the caller may invoke it today yet. */
  readonly left: number
}

/** What an officer says when invoking a block. */
export interface Invocation {
  /** Code of the bureau whose records it opens. */
  readonly bureau: string
  /** The id of its block. */
  readonly block: string
  readonly justification: string
}

/** Emergency access, as owners offer it: who may open what, for how long, and that the owner is told. */
export class EmergencyAccesses {
  readonly #sources: EmergencyParts['sources']
  readonly #emergencies: Store['emergencies']

  constructor({ sources, store }: EmergencyParts) {
    this.#sources = sources
    this.#emergencies = store.emergencies
  }

  /** The blocks that the caller may invoke, those included whose quota is used up for today. */
  blocks(caller: Caller): readonly OfferedBlock[] {
    return this.#sources().flatMap((source) => {
      const owner = source.profile.code
      return this.#offered(source, caller).map((block) => ({ owner, block, left: block.perDay - this.#spent(owner, block, caller) }))
    })
  }

  /**
   * Opens an access. It and the entry for the owner's desk are durable when it returns. Throws CASE_REQUIRED; EMERGENCY_UNAVAILABLE, alike for a block that does not exist and
   * one that is not for the caller; BAD_USER_INPUT for a justification that is too short; BUDGET_EXCEEDED; AUDIT_UNAVAILABLE.
   */
  invoke({ bureau: owner, block: id, justification }: Invocation, caller: Caller): EmergencyAccess {
    const { principal, purpose, instant } = caller
    if (purpose.case === null) throw new ComityError('CASE_REQUIRED')
    const block = this.#offer(owner, id, caller)
    if (block === null) throw new ComityError('EMERGENCY_UNAVAILABLE')
    const words = ownWords(justification, 'justification', block.justificationMin)
    const { roles, organisation, unit, bureau, personRef: person } = principal
    const access = {
      id: randomBytes(18).toString('base64url'),
      owner,
      block: id,
      bureau,
      person,
      opened: instant,
      expires: instant + block.ttlMs,
      reviewDue: instant + block.reviewMs,
      grounds: { roles, organisation, unit, purpose: purpose.kind, case: purpose.case, justification: words },
    }
    const entry: DeskEntry = { kind: 'EMERGENCY_INVOKED', ...readerOf(caller), records: [], rules: [id], emergency: access.id }
    const opened = durably(() => this.#emergencies.open(access, { most: block.perDay, dayBegan: dayBegan(caller) }, entry))
    if (!opened) throw new ComityError('BUDGET_EXCEEDED', { reason: 'invocations of this block on this UTC day' })
    return { ...access, number: 0, closed: null, finding: null, review: null }
  }

  /**
   * The access that a request names, for the caller who may use it: the person who invoked it, for the same purpose and case, while it is open and the owner still offers the
   * block to them. Throws EMERGENCY_NOT_OPEN, alike for every cause.
   */
  admit(id: string, caller: Caller): OpenEmergency {
    const access = this.#emergencies.get(id)
    if (access === null || !this.#isUsable(access, caller)) throw new ComityError('EMERGENCY_NOT_OPEN')
    const { grounds } = access
    if (grounds.purpose !== caller.purpose.kind || grounds.case !== caller.purpose.case) throw new ComityError('EMERGENCY_NOT_OPEN')
    return { id, bureau: access.owner, rule: access.block }
  }

  /** The caller's accesses that are open, whatever purpose and case they were opened for. */
  openOf(caller: Caller): readonly EmergencyAccess[] {
    const { bureau, personRef } = caller.principal
    return this.#emergencies.openOf(bureau, personRef, caller.instant).filter((access) => this.#isUsable(access, caller))
  }

  /** Gives an access back before its time, by the person who invoked it. Throws EMERGENCY_NOT_OPEN, AUDIT_UNAVAILABLE. */
  close(id: string, caller: Caller): EmergencyAccess {
    const { bureau, personRef } = caller.principal
    const access = this.#emergencies.get(id)
    const isOpen = access !== null && access.closed === null && caller.instant < access.expires
    if (!isOpen || access.bureau !== bureau || access.person !== personRef) throw new ComityError('EMERGENCY_NOT_OPEN')
    if (!durably(() => this.#emergencies.close(id, caller.instant, entryOf('EMERGENCY_CLOSED', access))))
      throw new ComityError('EMERGENCY_NOT_OPEN')
    return { ...access, closed: caller.instant }
  }

  #isUsable(access: EmergencyAccess, caller: Caller): boolean {
    const { principal, instant } = caller
    if (access.bureau !== principal.bureau || access.person !== principal.personRef || access.closed !== null) return false
    // Held against the purpose it was opened for: whether the request's own is the same is for the request.
    const asOpened = { ...caller, purpose: { kind: access.grounds.purpose, case: access.grounds.case } }
    const block = this.#offer(access.owner, access.block, asOpened)
    // An owner who shortens a block shortens what is open under it.
    return block !== null && instant < Math.min(access.expires, access.opened + block.ttlMs)
  }

  #offer(owner: string, id: string, caller: Caller): EmergencyBlock | null {
    const source = this.#sources().find(({ profile }) => profile.code === owner)
    return source === undefined ? null : (this.#offered(source, caller).find((block) => block.id === id) ?? null)
  }

  /** What a bureau's policy in force offers to the caller. Its own officers need none of it. */
  #offered({ profile, policy }: ReturnType<EmergencyParts['sources']>[number], caller: Caller): readonly EmergencyBlock[] {
    const { bureau, personRef } = caller.principal
    if (bureau === profile.code || this.#emergencies.isSuspended(profile.code, bureau, personRef)) return []
    return policy.emergencies.filter(({ id }) => policy.mayInvoke(id, { ...caller, emergency: null }))
  }

  #spent(owner: string, block: EmergencyBlock, caller: Caller): number {
    const { bureau, personRef: person } = caller.principal
    return this.#emergencies.openedSince({ owner, block: block.id, bureau, person }, dayBegan(caller))
  }
}

function dayBegan({ date }: Caller): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** An entry about an access, with who invoked it as the reader. */
export function entryOf(kind: DeskEntryKind, { id, block, bureau, grounds }: EmergencyAccess): DeskEntry {
  const { roles, organisation, unit, purpose } = grounds
  return { kind, reader: { bureau, roles, organisation, unit }, purpose, case: grounds.case, records: [], rules: [block], emergency: id }
}
