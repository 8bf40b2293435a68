import type { FieldLevel, RecordRef } from '../../model/record.ts'
import type { AccessFilter, ActFilter, LedgerIndexTables, Place } from '../../store/ledgerIndexTables.ts'
import type { LedgerTables } from '../../store/ledgerTables.ts'
import type { RecordedPolicy } from '../entry.ts'
import { officer, type Subjects } from '../subjects/subjects.ts'
import type { LedgerIndex } from './ledgerIndex.ts'
import { type Access, type AccessKind, type Named, type ReadEntry, readEntry } from './readEntry.ts'

/** One field at the level at which it was given. */
export interface GivenField {
  readonly field: string
  readonly level: FieldLevel
}

/** Records, as far as they are not forgotten. */
export interface NamedRecords {
  readonly records: readonly RecordRef[]
  /** How many more there were, of whom nobody can tell any more. */
  readonly forgotten: number
}

/** One access to records of an owner, as the owner may know it: whose officer it was, in what role and why, and not which officer. */
export interface OwnerAccess extends NamedRecords {
  /** Its place among all, the later the larger. */
  readonly number: number
  /** Of the entry in the ledger, from 1. */
  readonly entry: number
  /** RFC 3339. */
  readonly at: string
  readonly kind: AccessKind
  readonly owner: string
  readonly reader: string
  readonly roles: readonly string[]
  readonly purpose: string
  readonly cases: readonly string[]
  readonly emergency: string | null
  readonly type: string | null
  /** Every field that was asked for; of an entry of old those below full alone. */
  readonly fields: readonly GivenField[]
  readonly rules: readonly string[]
  readonly policy: RecordedPolicy | null
}

/** What was given to a reader: nothing that was withheld from them. */
export interface Gift extends NamedRecords {
  readonly owner: string
  readonly type: string
  readonly fields: readonly GivenField[]
}

/** One act of an officer, as the officer and who watches over them may know it. */
export interface ReaderAct {
  readonly number: number
  readonly entry: number
  readonly at: string
  readonly kind: ReadEntry['kind']
  readonly bureau: string
  /** Null for an officer who was forgotten. */
  readonly personRef: string | null
  readonly roles: readonly string[]
  readonly purpose: string | null
  readonly case: string | null
  readonly emergency: string | null
  readonly operation: ReadEntry['operation']
  readonly refused: string | null
  readonly given: readonly Gift[]
  readonly hitChecks: readonly { readonly bureau: string; readonly outcome: 'HIT' | 'NO_HIT' | 'NOT_ANSWERED' }[]
}

/** An owner's filter: the record as a place. */
export type OwnerFilter = Omit<AccessFilter, 'record'> & { readonly record?: RecordRef }
/** A reader's filter: the officer as a reference. */
export type ReaderFilter = Omit<ActFilter, 'person'> & { readonly personRef?: string }

/** More accesses than any one entry has. */
const partsInEntry = 2 ** 20

/** Reads the ledger for whom it may concern. Who that is is decided elsewhere. Nothing that was on record when it was asked is missing. */
export class LedgerReader {
  readonly #entries: Pick<LedgerTables, 'entries'>
  readonly #tables: LedgerIndexTables
  readonly #subjects: Subjects
  readonly #index: LedgerIndex

  constructor(
    entries: Pick<LedgerTables, 'entries'>,
    { tables, index, subjects }: { readonly tables: LedgerIndexTables; readonly index: LedgerIndex; readonly subjects: Subjects },
  ) {
    this.#entries = entries
    this.#tables = tables
    this.#index = index
    this.#subjects = subjects
  }

  /** Resolves when everything of this moment can be read. Rejects when it cannot be. */
  upToDate(): Promise<void> {
    return this.#index.upToDate()
  }

  /** Accesses to an owner's records, the latest first: those before number `before` (null: all), at most `limit`. */
  accesses(owner: string, filter: OwnerFilter, before: number | null, limit: number): readonly OwnerAccess[] {
    const among = this.#amongRecords(filter)
    if (among === null) return []
    return this.#tables.accesses(owner, among, placeOf(before), limit).flatMap((place) => this.#accessAt(place) ?? [])
  }

  /** How many there are, in all or by what they have in common. */
  total(owner: string, filter: OwnerFilter) {
    const among = this.#amongRecords(filter)
    return among === null ? { accesses: 0, records: 0 } : this.#tables.total(owner, among)
  }

  counts(owner: string, filter: OwnerFilter, by: Parameters<LedgerIndexTables['counts']>[2]) {
    const among = this.#amongRecords(filter)
    return among === null ? [] : this.#tables.counts(owner, among, by)
  }

  /** Acts of a bureau's officers, the latest first: those before number `before` (null: all), at most `limit`. */
  acts(bureau: string, { personRef, ...rest }: ReaderFilter, before: number | null, limit: number): readonly ReaderAct[] {
    const person = personRef === undefined ? undefined : this.#subjects.handleOf({ bureau, type: officer, key: personRef })
    if (person === null) return []
    const filter = person === undefined ? rest : { ...rest, person }
    return this.#tables.acts(bureau, filter, placeOf(before), limit).flatMap((place) => this.#actAt(place) ?? [])
  }

  /** Every access to a record, the earliest first. */
  accessesTo(record: RecordRef): readonly OwnerAccess[] {
    const handle = this.#subjects.handleOf(record)
    if (handle === null) return []
    return this.#tables.accessesTo(handle).flatMap((place) => this.#accessAt(place) ?? [])
  }

  /** Null for a record that no entry is about. */
  #amongRecords({ record, ...rest }: OwnerFilter): AccessFilter | null {
    if (record === undefined) return rest
    const handle = this.#subjects.handleOf(record)
    return handle === null ? null : { ...rest, record: handle }
  }

  #entryAt(seq: number): { readonly at: string; readonly entry: ReadEntry } | null {
    const [row] = this.#entries.entries(seq - 1, 1)
    const entry = row?.seq === seq ? readEntry(row.entry) : null
    return row === undefined || entry === null ? null : { at: row.at, entry }
  }

  #accessAt(place: Place): OwnerAccess | null {
    const found = this.#entryAt(place.seq)
    const access = found?.entry.accesses[place.part]
    if (found === null || access === undefined) return null
    const { bureau: reader, roles, purpose, readers, emergency } = found.entry
    const { kind, owner, type, rules, policy } = access
    return {
      ...numbered(place),
      at: found.at,
      kind,
      owner,
      reader,
      roles,
      purpose: purpose ?? '',
      cases: [...new Set(readers.flatMap((one) => one.case ?? []))],
      emergency,
      type,
      ...this.#recordsOf(access),
      fields: fieldsOf(access),
      rules,
      policy,
    }
  }

  #actAt(place: Place): ReaderAct | null {
    const found = this.#entryAt(place.seq)
    const reader = found?.entry.readers[place.part]
    if (found === null || reader === undefined) return null
    const { kind, bureau, roles, purpose, emergency, operation, refused, accesses, hitChecks } = found.entry
    return {
      ...numbered(place),
      at: found.at,
      kind,
      bureau,
      personRef: this.#follow(reader.person, { bureau, type: officer })?.key ?? null,
      roles,
      purpose,
      case: reader.case,
      emergency,
      operation,
      refused,
      given: accesses.flatMap((access) => this.#giftOf(access)),
      hitChecks: hitChecks.flatMap(({ outcomes }) => Object.entries(outcomes).map(([at, outcome]) => ({ bureau: at, outcome }))),
    }
  }

  /** What the owner alone is to know, a blind hit among it, is no gift. */
  #giftOf(access: Access): readonly Gift[] {
    if (access.type === null || (access.kind !== 'READ' && access.kind !== 'ALERT')) return []
    const fields = fieldsOf(access).filter(({ level }) => level !== 'none')
    return [{ owner: access.owner, type: access.type, ...this.#recordsOf(access), fields }]
  }

  #recordsOf({ owner, type, records }: Access): NamedRecords {
    const found = records.flatMap((one) => this.#follow(one, { bureau: owner, type: type ?? '' }) ?? [])
    return { records: found, forgotten: records.length - found.length }
  }

  #follow(one: Named, of: { readonly bureau: string; readonly type: string }): RecordRef | null {
    return 'handle' in one ? this.#subjects.open(one.handle) : { ...of, key: one.key }
  }
}

function fieldsOf({ fields, below }: Access): readonly GivenField[] {
  return [...(fields ?? Object.entries(below))].map(([field, level]) => ({ field, level }))
}

function numbered({ seq, part }: Place) {
  return { number: seq * partsInEntry + part, entry: seq }
}

function placeOf(number: number | null): Place | null {
  return number === null ? null : { seq: Math.floor(number / partsInEntry), part: number % partsInEntry }
}
