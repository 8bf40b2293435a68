import { levelOf } from '../disclosure/policy.ts'
import { ComityError } from '../model/errors.ts'
import type { Caller, Principal } from '../model/principal.ts'
import { isRecordRef, type RecordRef, type ViewRecord } from '../model/record.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import type { HeldSources } from '../records/held/heldSources.ts'
import { reciprocity } from './draft.ts'
import { requestType, rowOf } from './heldMapping.ts'
import type { HeldRequest, RequestStep } from './heldRequest.ts'
import { requestOfficers } from './machine.ts'
import { refOf } from './requestFile.ts'

/** What decides on whether and in which form a request may leave. */
export interface SendingParts {
  readonly held: HeldSources
  /** Sources of the members of this moment. */
  readonly sources: () => readonly BureauSource[]
  /** Agreements in force for a bureau on a UTC day. */
  readonly agreementsOf: (bureau: string, day: string) => readonly string[]
  /** The opaque id of a record's place. */
  readonly idOf: (ref: RecordRef) => string
}

/** Looks at a request before it goes to another bureau: by law, by supervision, and by the owner's own rules. */
export class Sending {
  readonly #parts: SendingParts

  constructor(parts: SendingParts) {
    this.#parts = parts
  }

  /** Throws NO_LEGAL_BASIS unless the named agreement is in force between both bureaus on the day, or reciprocity is declared. */
  checkLaw(owner: string, requested: string, legalBasis: string, day: string): void {
    if (legalBasis === reciprocity) return
    const { agreementsOf } = this.#parts
    const theirs = new Set(agreementsOf(requested, day))
    const common = agreementsOf(owner, day).filter((name) => theirs.has(name))
    if (common.includes(legalBasis)) return
    const instead = common.length === 0 ? '' : `In force between you and ${requested}: ${common.join(', ')}. `
    throw new ComityError('NO_LEGAL_BASIS', { instead: `${instead}Without an agreement, declare ${reciprocity}.` })
  }

  /** Throws BUREAU_SUSPENDED. */
  checkSupervision(owner: string): void {
    if (this.#source(owner)?.profile.supervision === 'SUSPENDED') throw new ComityError('BUREAU_SUSPENDED')
  }

  /**
   * Sending is a disclosure, and the owner's rules decide on it as on any other. Throws REQUEST_UNDISCLOSED when no officer of the requested bureau could read what is asked: a request that cannot
   * be read would only lapse.
   */
  checkDisclosure(request: HeldRequest, caller: Caller): void {
    const { requested } = request.standing
    const view = this.viewAt(request, this.#desk(request, caller, [...requestOfficers], 3))
    if (view === null || levelOf(view, 'question') !== 'full') throw new ComityError('REQUEST_UNDISCLOSED', { bureau: requested })
  }

  /** What a caller may know of a request by its owner's rules; null when nothing, or the owner is no member any more. */
  viewAt(request: HeldRequest, caller: Caller): ViewRecord | null {
    const { held, sources } = this.#parts
    const own = this.#source(request.standing.owner)
    return own === undefined ? null : held.viewFor(requestType, rowOf(request), caller, own, sources())
  }

  /** What is delivered to the requested bureau's own system: what its central bureau's officers may read, with links as ids, and the step that led to it. */
  messageOf(request: HeldRequest, step: RequestStep, caller: Caller, message: string): Readonly<Record<string, unknown>> {
    const view = this.viewAt(request, this.#desk(request, caller, ['NCB_OFFICER'], 0))
    const { idOf } = this.#parts
    const shown = Object.entries(view?.values ?? {}).map(([field, value]) => [field, linksAsIds(value, idOf)])
    const { owner, requested, version, state } = request.standing
    return {
      message,
      request: idOf(refOf(request)),
      version,
      from: owner,
      to: requested,
      act: step.act,
      state,
      at: new Date(step.at).toISOString(),
      words: step.message,
      attachments:
        step.act === 'SEND' || step.act === 'AUTHORISE' ? [...request.content.asked.attachments, ...step.attachments] : step.attachments,
      record: view === null ? null : Object.fromEntries(shown),
    }
  }

  #source(bureau: string): BureauSource | undefined {
    return this.#parts.sources().find(({ profile }) => profile.code === bureau)
  }

  /** The requested bureau's desk, as the owner's rules meet it. */
  #desk(
    { standing: { requested }, content: { asked } }: HeldRequest,
    { date, instant }: Caller,
    roles: readonly string[],
    clearance: number,
  ): Caller {
    const principal: Principal = {
      personRef: 'desk',
      bureau: requested,
      organisation: null,
      unit: null,
      roles,
      clearance,
      agreements: this.#parts.agreementsOf(requested, date),
      purposes: [asked.purpose],
      expiresAt: Number.MAX_SAFE_INTEGER,
    }
    return { principal, purpose: { kind: asked.purpose, case: asked.case }, date, instant, emergency: null }
  }
}

function linksAsIds(value: unknown, idOf: (ref: RecordRef) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => linksAsIds(one, idOf))
  if (typeof value !== 'object' || value === null) return value
  if (isRecordRef(value as RecordRef)) return idOf(value as RecordRef)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, linksAsIds(one, idOf)]))
}
