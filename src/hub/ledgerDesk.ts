import type { LedgerRead } from '../audit/entry.ts'
import type { CheckpointProof, ConsistencyProof, InclusionProof, LedgerProofs } from '../audit/reading/ledgerProofs.ts'
import type { LedgerReader, OwnerAccess, OwnerFilter, ReaderAct, ReaderFilter } from '../audit/reading/ledgerReader.ts'
import { ComityError } from '../model/errors.ts'
import { actReaders, hasRole, policyReaders } from '../model/principal.ts'
import { ownerOf, type RecordRef } from '../model/record.ts'
import type { AccessCount } from '../store/ledgerIndexTables.ts'
import { type NumberedPage, type NumberedPageArguments, numberedPage } from '../store/numberedPage.ts'
import type { HubOperation } from './hubOperation.ts'

type Asking = Pick<HubOperation, 'caller' | 'plan' | 'acts'>
type Optional<T> = { readonly [K in keyof T]?: T[K] | null | undefined }

/** Which accesses to the records of the asker's bureau. Absent or null: all. */
export type DisclosureFilter = Optional<Omit<OwnerFilter, 'record' | 'reader'>> & {
  readonly readerBureau?: string | null
  /** An id that the hub gave out. */
  readonly record?: string | null
}

/** Which acts. Absent or null: all. */
export type LedgerActFilter = Optional<Omit<ReaderFilter, 'caseRef'>> & { readonly case?: string | null }

/** A page of accesses, and what can be counted over all of them. */
export interface DisclosurePage extends NumberedPage<OwnerAccess> {
  readonly total: Omit<AccessCount, 'value'>
  counts(by: 'DAY' | 'READER' | 'PURPOSE' | 'TYPE'): readonly AccessCount[]
}

/** What the desk works with. */
export interface LedgerReading {
  readonly reader: LedgerReader
  readonly proofs: LedgerProofs
}

/** Where the ledger is read and proved. Whatever is read here is itself put on record, before the answer leaves. */
export class LedgerDesk {
  readonly #reader: LedgerReader
  readonly #proofs: LedgerProofs

  constructor({ reader, proofs }: LedgerReading) {
    this.#reader = reader
    this.#proofs = proofs
  }

  /** Accesses to the records of the asker's bureau; null for who has no business knowing. Throws BAD_USER_INPUT, CURSOR_INVALID, AUDIT_UNAVAILABLE. */
  async disclosures(asking: Asking, filter: DisclosureFilter | null, page: NumberedPageArguments): Promise<DisclosurePage | null> {
    const { principal } = asking.caller
    if (!hasRole(principal, policyReaders)) return null
    await this.#ready()
    const among = ownerFilter(asking, filter ?? {})
    const { bureau } = principal
    // A record of another bureau, and one that there is not, were given to nobody by this one.
    const read = (before: number | null, limit: number) => (among === null ? [] : this.#reader.accesses(bureau, among, before, limit))
    const found = numberedPage(page, read)
    note(asking, 'DISCLOSURES', found.nodes.length)
    return {
      ...found,
      total: among === null ? { accesses: 0, records: 0 } : this.#reader.total(bureau, among),
      counts: (by) => (among === null ? [] : this.#reader.counts(bureau, among, by)),
    }
  }

  /** What the asker did, and what was given to them. Throws as `disclosures`. */
  async ownActs(asking: Asking, page: NumberedPageArguments): Promise<NumberedPage<ReaderAct>> {
    const { personRef, bureau } = asking.caller.principal
    await this.#ready()
    const found = numberedPage(page, (before, limit) => this.#reader.acts(bureau, { personRef }, before, limit))
    note(asking, 'OWN_ACTS', found.nodes.length)
    return found
  }

  /** What the officers of the asker's bureau did; null for who does not watch over them. Throws as `disclosures`. */
  async bureauActs(asking: Asking, filter: LedgerActFilter | null, page: NumberedPageArguments): Promise<NumberedPage<ReaderAct> | null> {
    const { principal } = asking.caller
    if (!hasRole(principal, actReaders)) return null
    await this.#ready()
    const { case: caseRef, ...rest } = filter ?? {}
    const among = inTime(given({ ...rest, caseRef }))
    const found = numberedPage(page, (before, limit) => this.#reader.acts(principal.bureau, among, before, limit))
    note(asking, 'BUREAU_ACTS', found.nodes.length)
    return found
  }

  /** What the hub last signed; anybody may know. Null while nothing was. */
  checkpoint(): CheckpointProof | null {
    return this.#proofs.latest()
  }

  /** Null for who has no business knowing. Throws BAD_USER_INPUT. */
  inclusion(asking: Asking, entry: number): InclusionProof | null {
    if (!hasRole(asking.caller.principal, policyReaders)) return null
    const proof = this.#proofs.inclusion(entry)
    note(asking, 'PROOF', 1)
    return proof
  }

  /** That one state of the ledger goes on from another; anybody may know. Throws BAD_USER_INPUT. */
  consistency(from: number, to: number | null): ConsistencyProof {
    return this.#proofs.consistency(from, to)
  }

  async #ready(): Promise<void> {
    try {
      await this.#reader.upToDate()
    } catch {
      throw new ComityError('AUDIT_UNAVAILABLE')
    }
  }
}

function note(asking: Asking, read: LedgerRead['read'], shown: number): void {
  asking.acts.ledger.push({ read, shown })
}

/** Null where there can be none. */
function ownerFilter({ caller, plan }: Asking, { record, readerBureau, ...rest }: DisclosureFilter): OwnerFilter | null {
  const among = inTime(given({ ...rest, reader: readerBureau }))
  if (record === undefined || record === null) return among
  const ref: RecordRef | null = plan.refOf(record)
  return ref === null || ownerOf(ref.bureau) !== caller.principal.bureau ? null : { ...among, record: ref }
}

/** What is absent or null is not asked for. */
function given<T extends object>(filter: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined)) as never
}

/** Instants as the ledger writes them, so that they compare as text. */
function inTime<T extends { from?: string; until?: string }>(filter: T): T {
  const instant = (text: string) => new Date(text).toISOString()
  return {
    ...filter,
    ...(filter.from === undefined ? {} : { from: instant(filter.from) }),
    ...(filter.until === undefined ? {} : { until: instant(filter.until) }),
  }
}
