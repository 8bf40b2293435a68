import type { OperationAct, OperationSide, OperationState, PartyRole } from '../model/jointOperation.ts'
import type { RecordRef } from '../model/record.ts'

/** What the parties agree on. */
export interface OperationTerms {
  /** A value of `OperationKind`. */
  readonly kind: string
  readonly purpose: string
  readonly legalBasis: string | null
  /** First and last day, `YYYY-MM-DD`; members are let in on these and the days between. */
  readonly startsOn: string
  readonly endsOn: string
  readonly offenceFamilies: readonly string[]
  /** How evidence that is found together may be used. */
  readonly evidenceRule: string | null
}

/** A bureau that was invited, with how it stands. All instants are epoch milliseconds. */
export interface Party {
  readonly bureau: string
  readonly role: PartyRole
  readonly invited: number
  /** When it said that it would take part; from then on it and the others who did know of each other. Null: it has not answered. */
  readonly accepted: number | null
  /** Since when the signed terms count for it; null: they do not yet. */
  readonly joined: number | null
  /** The edition of the terms that it signed last; null: none. */
  readonly signed: number | null
  /** What came of it for this bureau, in its own words; null: it has not said. */
  readonly results: string | null
}

/** An officer whom a party has named. Theirs to know. */
export interface Member {
  readonly bureau: string
  /** Reference of the person, as in tokens. */
  readonly person: string
  readonly role: string
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
}

/** Somebody whom a party is after. */
export interface Target {
  /** Unguessable. */
  readonly key: string
  /** The party that nominated it. */
  readonly bureau: string
  /** A person of its own. */
  readonly person: RecordRef
  readonly at: number
  /** Keyed digests of what identifies the person exactly: two targets that share one meet. */
  readonly marks: readonly string[]
  /** Whether the parties know whose target it is, and which record. */
  readonly revealed: boolean
}

/** A record that is hidden from the end users of some bureaus for a time (as in Regulation (EU) 2018/1862, Art. 26(4)). */
export interface Embargo {
  readonly key: string
  /** The party whose record it is. */
  readonly bureau: string
  readonly record: RecordRef
  /** Codes of the bureaus whose end users do not see it. */
  readonly from: readonly string[]
  /** Epoch milliseconds: the first instant at which it counts no more. */
  readonly until: number
}

/** Where an operation stands, open beside its sealed content. Instants are epoch milliseconds. */
export interface OperationStanding {
  readonly key: string
  /** The leading bureau. */
  readonly owner: string
  readonly state: OperationState
  readonly version: number
  /** When it was agreed on. */
  readonly sent: number | null
  /** The end of its last day. */
  readonly due: number | null
  /** When what its record shows last changed. */
  readonly updated: number
  readonly clock: number | null
}

/** What an operation holds besides where it stands. Sealed where it is kept. */
export interface OperationContent {
  readonly codename: string
  readonly recorded: number
  /** Agreed on, or proposed while nothing is. */
  readonly terms: OperationTerms
  /** Proposed in place of agreed ones; null: nothing is. */
  readonly pending: OperationTerms | null
  /** Of the terms and of who the parties are: another one with every change of either, and what was signed before counts no more. */
  readonly edition: number
  /** Those who were invited and have neither declined nor gone; the leading bureau first. */
  readonly parties: readonly Party[]
  readonly members: readonly Member[]
  readonly targets: readonly Target[]
  readonly embargoes: readonly Embargo[]
  /** In SUSPENDED: where it goes on. */
  readonly resumes: OperationState | null
}

/** A joint operation as the hub keeps it. */
export interface HeldOperation {
  readonly standing: OperationStanding
  readonly content: OperationContent
}

/** One step in the life of an operation. Never changed, never removed. */
export interface OperationStep {
  readonly number: number
  readonly at: number
  readonly act: OperationAct
  readonly side: OperationSide
  /** Null for the hub's own. */
  readonly bureau: string | null
  /** Reference of the person; their own bureau's to know. */
  readonly person: string | null
  readonly state: OperationState
  readonly message: string | null
  /** The bureau that it was about. */
  readonly about: string | null
  /** Codes of the bureaus that know of it. */
  readonly known: readonly string[]
}
