import type { RequestAct, RequestState } from '../model/assistance.ts'
import type { OperationAct, OperationState } from '../model/jointOperation.ts'
import type { NoticeAct, NoticeState } from '../model/noticeLife.ts'
import type { Principal } from '../model/principal.ts'
import type { FieldLevel } from '../model/record.ts'

/** Whatever is put on record. Names, levels and keys; never values. */
export type LedgerEntry = AuditEntry | DeliveryEntry | DisclosureEntry | RefusalEntry | ActEntry

/** A policy: the version that its bureau gave it, and the digest that tells it from every other text. */
export interface RecordedPolicy {
  readonly version: string
  readonly digest: string
}

/** What was asked of whom, by which rules, and what was given. */
export interface Disclosures {
  /** Digest of all policies in force: an entry POLICIES before this one names them. */
  readonly bundle: string
  /** Policies of the bureaus whose records were given. */
  readonly policies: Readonly<Record<string, RecordedPolicy>>
  /** Bureaus that were asked, by how they did. */
  readonly sources: Readonly<Record<string, readonly string[]>>
  /** By record type, the fields that were asked for. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Per owner, type and pattern of levels. */
  readonly disclosed: readonly GivenRecords[]
}

/** Records of one owner that were given alike. */
export interface GivenRecords {
  readonly owner: string
  /** They are kept by the hub for the owner, and have keys of the hub's. */
  readonly held?: true
  readonly type: string
  /** Fields that were asked for, where they are not those of `fields`. */
  readonly fields?: readonly string[]
  /** Those of the fields that were below full. Every other was given in full. */
  readonly below: Readonly<Record<string, FieldLevel>>
  /** Ids of the owner's rules on which the levels rest. */
  readonly rules: readonly string[]
  /** Keys in the owner's own system. */
  readonly keys: readonly string[]
}

/** What is recorded of one operation: who, why, what was asked, what was given at which level. */
export interface AuditEntry extends Disclosures {
  readonly personRef: string
  readonly bureau: string
  readonly roles: readonly string[]
  readonly purpose: string
  readonly case: string | null
  /** W3C trace id. */
  readonly trace: string
  /** The emergency access under which it was asked, or null. */
  readonly emergency: string | null
  readonly operation: RecordedOperation
  /** Which item of an answer that came in parts, and whether it was the last; then `disclosed` is what no item before it gave out. Absent for an answer in one piece. */
  readonly part?: AnswerPart
  /** Hit checks, in their order; absent when there were none. */
  readonly hitChecks?: readonly HitCheckRecord[]
  /** Searches for people, in their order; absent when there were none. */
  readonly searches?: readonly SearchRecord[]
  /** What was said of pairs of records, in its order; absent when nothing was. */
  readonly verdicts?: readonly VerdictRecord[]
  /** Published counts that were read, in their order; absent when none were. */
  readonly cubes?: readonly CubeRecord[]
  /** What was done about emergency accesses, in its order; absent when nothing was. */
  readonly emergencies?: readonly EmergencyAct[]
  /** What was done about requests for assistance, in its order; absent when nothing was. */
  readonly requests?: readonly RequestActRecord[]
  /** What was done about notices, likewise. */
  readonly notices?: readonly NoticeActRecord[]
  /** What was done about joint operations, likewise. */
  readonly jointOperations?: readonly OperationActRecord[]
  /** Whose access was ended; absent when nobody's was. */
  readonly revocations?: readonly RevocationAct[]
  /** What was read of the ledger itself, in its order; absent when nothing was. */
  readonly ledger?: readonly LedgerRead[]
  /** What was done about watches, in its order; absent when nothing was. */
  readonly watches?: readonly WatchAct[]
}

/** What was executed. */
export interface RecordedOperation {
  readonly name: string | null
  readonly type: string
  /** SHA-256 of the document, in hex. */
  readonly hash: string
  /** Keyed digest of the variables, base64url: equal for equal variables under one hub's key. Null: there were none. */
  readonly variables: string | null
  readonly errors: number
  /** Distinct codes of the errors; absent when there were none. */
  readonly codes?: readonly string[]
}

/** What is recorded of one alert that was delivered: to whom, of which change, and what was given at which level. */
export interface DeliveryEntry extends Disclosures {
  readonly delivery: {
    /** The alert's id, and what it said. */
    readonly alert: string
    readonly kind: string
    /** SHA-256 of the subscription's document, in hex. */
    readonly hash: string
    readonly errors: number
  }
  /** Code of the recipients' bureau. */
  readonly bureau: string
  readonly roles: readonly string[]
  readonly purpose: string
  /** Officers or systems, each with the trace of the subscription's own entry. */
  readonly recipients: readonly { readonly personRef: string; readonly case: string | null; readonly trace: string }[]
}

/** What is recorded of records that were given out, and not as the answer to an operation: as a file that belongs to them, or as an export of them. */
export interface DisclosureEntry
  extends Disclosures,
    Pick<AuditEntry, 'personRef' | 'bureau' | 'roles' | 'purpose' | 'case' | 'trace' | 'emergency'> {
  readonly given: GivenOutside
}

/** What left, and how. */
export interface GivenOutside {
  readonly by: 'ATTACHMENT' | 'EXPORT'
  /** SHA-256 of what left, in hex; of all of it, also where a part was asked for. Null where that is not known before it has left. */
  readonly digest: string | null
  /** How much of it left at most, in bytes; null where that is not known. */
  readonly bytes: number | null
}

/** What is recorded of a request that was not let in, once it is known whose it is. */
export interface RefusalEntry extends Pick<AuditEntry, 'personRef' | 'bureau' | 'roles' | 'case' | 'trace'> {
  /** Code of the error. */
  readonly refused: string
  /** The declared purpose; null when there was none that the caller may declare. */
  readonly purpose: string | null
}

/** What is recorded of something that the hub or its operator did, or that happened to it. */
export type ActEntry =
  | HubStarted
  | { readonly act: 'HUB_STOPPED' }
  | PolicyActivated
  | MemberAct
  | RefusalsCounted
  | { readonly act: 'POLICIES'; readonly bundle: string; readonly policies: Readonly<Record<string, RecordedPolicy>> }
  | { readonly act: 'SUBJECTS_FORGOTTEN'; readonly count: number; readonly by: string }
  | { readonly act: 'ENTRIES_PRUNED'; readonly through: number; readonly by: string }

/** A hub began over this ledger: with which keys and for whom. A key that was exchanged is another fingerprint than in the entry of the start before. */
export interface HubStarted {
  readonly act: 'HUB_STARTED'
  /** Of Comity. */
  readonly version: string
  /** Codes of the members. */
  readonly members: readonly string[]
  /** Fingerprints, base64url: of the hub's own secret, and of the key that signs checkpoints (null: there is none that can be read). */
  readonly keys: { readonly hub: string; readonly ledger: string | null }
  /** Issuers of tokens that are trusted, each with the digest of all that the hub was told of it. */
  readonly issuers: Readonly<Record<string, string>>
}

/** A policy came into force. One that could not be put on record at once is, before anything is disclosed by it or at the next start; `since` says since when it is. */
export interface PolicyActivated {
  readonly act: 'POLICY_ACTIVATED'
  /** Which of all activations of this hub, from 1. An entry that may have been lost is written again, under the same number. */
  readonly number: number
  /** ISO 8601. */
  readonly since: string
  readonly bureau: string
  readonly version: string
  readonly digest: string
  /** SHA-256 of the file alone, in hex. */
  readonly file: string
  /** Thumbprint of the key that signed the file, or null. */
  readonly signedBy: string | null
}

/** What became of a member, or of what all members share, in a running hub. */
export type MemberAct =
  | { readonly act: 'BUREAU_JOINED' | 'BUREAU_CHANGED' | 'BUREAU_DRAINED' | 'BUREAU_LEFT'; readonly bureau: string }
  | { readonly act: 'SHARED_FILE_CHANGED'; readonly file: string }

/** How many were not let in who did not say who they are, or could not show it. */
export interface RefusalsCounted {
  readonly act: 'REFUSALS_COUNTED'
  readonly code: 'UNAUTHENTICATED'
  /** The first and the last of them, ISO 8601. */
  readonly from: string
  readonly until: string
  readonly count: number
}

/** One item of an answer that came in parts. */
export interface AnswerPart {
  /** From 1. */
  readonly number: number
  readonly last: boolean
}

/** One hit check: what sort of key, and what came of it at each bureau. Never the key's values. */
export interface HitCheckRecord {
  readonly key: 'DOCUMENT' | 'PERSON'
  /** What the reader was told, by bureau. */
  readonly outcomes: Readonly<Record<string, 'HIT' | 'NO_HIT' | 'NOT_ANSWERED'>>
  /** Bureaus whose desks were alarmed by a blind hit: theirs to know, and never the reader's. */
  readonly alarmed: readonly string[]
}

/** One search for somebody: what was said of them, in names of fields. Never the values. */
export interface SearchRecord {
  readonly fields: readonly string[]
}

/** An officer's word on whether two records are of one person. The reason stays with the word itself. */
export interface VerdictRecord {
  readonly verdict: 'CONFIRMED' | 'REJECTED' | 'WITHDRAWN'
  readonly records: readonly { readonly owner: string; readonly type: string; readonly key: string }[]
}

/** Published counts that were read. */
export interface CubeRecord {
  readonly owner: string
  readonly cube: string
}

/** Something done about an emergency access. */
export interface EmergencyAct {
  readonly act: 'INVOKED' | 'CLOSED' | 'JUSTIFIED' | 'NOT_JUSTIFIED'
  readonly id: string
  readonly owner: string
  readonly block: string
}

/** Something done about a watch of one's own. What it looks for is nowhere in it. */
export interface WatchAct {
  readonly act: 'CREATED' | 'RENEWED' | 'DELETED'
  readonly id: string
  /** Record type. */
  readonly type: string
}

/** Somebody's access to the hub was ended by their own bureau. */
export interface RevocationAct {
  readonly id: string
  /** The stable reference of the officer or system of the caller's bureau. */
  readonly person: string
}

/** Something done about a request for assistance. An act that is sent again is noted again, as what it came to. */
export interface RequestActRecord {
  readonly act: RequestAct | 'REDELIVER'
  /** The request's key at the hub. */
  readonly key: string
  readonly owner: string
  readonly requested: string
  /** State and version after it. */
  readonly state: RequestState
  readonly version: number
}

/** Something done about a notice, noted as for requests. */
export interface NoticeActRecord {
  readonly act: NoticeAct
  /** The notice's key at the hub. */
  readonly key: string
  readonly owner: string
  /** State and version after it. */
  readonly state: NoticeState
  readonly version: number
}

/** Something done about a joint operation, noted as for requests. */
export interface OperationActRecord {
  readonly act: OperationAct
  /** The operation's key at the hub. */
  readonly key: string
  readonly owner: string
  /** The bureau that was invited or sent away; absent for other acts. */
  readonly about?: string
  /** State after it, and version, as the acting bureau knows them. */
  readonly state: OperationState
  readonly version: number
}

/** Something that was read of the ledger. */
export interface LedgerRead {
  readonly read: 'DISCLOSURES' | 'OWN_ACTS' | 'BUREAU_ACTS' | 'PROOF' | 'SUBJECT_REPORT' | 'SUBJECT_REQUESTS'
  /** How many entries, or parts of them, were shown. */
  readonly shown: number
}

/** Who asks, as entries name them. */
export function recordedReader({ personRef, bureau, roles }: Pick<Principal, 'personRef' | 'bureau' | 'roles'>) {
  return { personRef, bureau, roles }
}

/** The part of an entry that tells what was given, each thing said once. `policies`: all that decide; `given`: as the plan lists it. */
export function disclosuresOf({
  bundle,
  policies,
  sources,
  given,
}: {
  readonly bundle: string
  readonly policies: Readonly<Record<string, RecordedPolicy>>
  readonly sources: readonly { readonly bureau: string; readonly state: string }[]
  readonly given: readonly (Omit<GivenRecords, 'fields'> & { readonly selected: readonly string[] })[]
}): Disclosures {
  const fields: Record<string, readonly string[]> = {}
  for (const { type, selected } of given) if ((fields[type]?.length ?? -1) < selected.length) fields[type] = selected
  const isUsual = (type: string, selected: readonly string[]) => fields[type]?.join() === selected.join()
  const owners = new Set(given.map(({ owner }) => owner))
  const byState = Map.groupBy(sources, ({ state }) => state)
  return {
    bundle,
    policies: Object.fromEntries(Object.entries(policies).filter(([code]) => owners.has(code))),
    sources: Object.fromEntries([...byState].map(([state, among]) => [state, among.map(({ bureau }) => bureau)])),
    fields,
    disclosed: given.map(({ selected, ...rest }) => (isUsual(rest.type, selected) ? rest : { ...rest, fields: selected })),
  }
}
