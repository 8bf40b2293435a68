import type { NoticeAct, NoticeSide, NoticeState, ReviewOutcome } from '../model/noticeLife.ts'
import type { RecordRef } from '../model/record.ts'

/** A warrant or judgment that a notice rests on. */
export interface WarrantWords {
  readonly kind: string
  readonly issuingAuthority: string
  readonly country: string
  readonly reference: string
  /** EDTF. */
  readonly issuedOn: string
  readonly judicial: boolean
  readonly charge: string | null
  readonly maxPenaltyMonths: number | null
  readonly sentenceMonths: number | null
}

/** An offence that a notice concerns. */
export interface OffenceWords {
  readonly family: string
  readonly charge: string | null
  readonly law: string | null
  readonly facts: string | null
}

/** What a notice says. */
export interface NoticeWords {
  /** A value of `NoticeKind`. */
  readonly kind: string
  /** To all by way of a review, or from its owner to chosen bureaus. Never changes. */
  readonly form: 'NOTICE' | 'DIFFUSION'
  /** Codes of the bureaus that a diffusion is sent to; null of a notice. */
  readonly recipients: readonly string[] | null
  readonly actionRequested: readonly string[]
  /** A person of the owner's own. */
  readonly subject: RecordRef | null
  readonly requestingAuthority: string | null
  readonly warrants: readonly WarrantWords[]
  readonly offences: readonly OffenceWords[]
  readonly summary: string | null
  /** EDTF. */
  readonly eventDate: string | null
  readonly confidentiality: string | null
  readonly conditionsOfUse: readonly string[]
  /** What the owner vouches for: that the authority was competent, and that extradition will be sought. */
  readonly assurances: { readonly competentAuthority: boolean; readonly extraditionSought: boolean }
}

/** Where a notice stands, open beside its sealed content. Instants are epoch milliseconds. */
export interface NoticeStanding {
  readonly key: string
  readonly owner: string
  /** The Secretariat that reviews it. */
  readonly reviewer: string
  readonly state: NoticeState
  readonly version: number
  /** When it was published. */
  readonly sent: number | null
  /** When it expires. */
  readonly due: number | null
  readonly updated: number
  readonly clock: number | null
}

/** That a bureau cannot act on a notice on its own soil. */
export interface NoticeFlag {
  readonly bureau: string
  /** In its own words. */
  readonly ground: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** What a notice holds besides where it stands. Sealed where it is kept. */
export interface NoticeContent {
  readonly words: NoticeWords
  /** `yyyy/nnnnnn`; null before it is submitted. */
  readonly number: string | null
  readonly recorded: number
  readonly review: ReviewOutcome
  readonly doubt: boolean
  readonly approvals: readonly string[]
  /** Who suspended it and when; null while it is not. */
  readonly suspension: { readonly by: NoticeSide; readonly since: number } | null
  /** How long the owner has had it suspended in all, in milliseconds. */
  readonly suspendedMs: number
  /** What its owner wants it to say, once that is reviewed; null: nothing else. */
  readonly pending: NoticeWords | null
  /** Bureaus that cannot act on it, one flag of each. */
  readonly flags: readonly NoticeFlag[]
  /** A case before a court, or the like: what it says is not removed meanwhile. */
  readonly isOnHold: boolean
  /** When it ended; null while it has not. */
  readonly ended: number | null
  /** Under which what is said with its steps is sealed, base64url; once it is gone nobody reads that again. Null: it is gone, or there never was one. */
  readonly wordsKey: string | null
  /** Days before its end of which the desks were told last; null: none. */
  readonly told: number | null
}

/** A notice as the hub keeps it. */
export interface HeldNotice {
  readonly standing: NoticeStanding
  readonly content: NoticeContent
}

/** One step in the life of a notice. Never changed, never removed. */
export interface NoticeStep {
  readonly number: number
  readonly at: number
  readonly act: NoticeAct
  readonly side: NoticeSide
  /** Null for the hub's own. */
  readonly bureau: string | null
  readonly person: string | null
  readonly state: NoticeState
  readonly message: string | null
  /** Of a refusal. */
  readonly outcome: ReviewOutcome | null
}
