import type { ReplyKind, RequestAct, RequestSide, RequestStanding, RequestState } from '../model/assistance.ts'
import type { RecordRef } from '../model/record.ts'
import type { Term } from './clocks.ts'

/** A document that goes with a step: where it is held, and what tells that it is the one that was meant. The document itself stays with the bureau that holds it. */
export interface AttachmentRef {
  /** A file name without a path. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  /** In hex. */
  readonly sha256: string
  /** The holder's reference. */
  readonly reference: string
}

/** What the requested bureau answered, as the requester learns it. */
export interface Reply {
  readonly kind: ReplyKind
  readonly text: string | null
  /** Epoch milliseconds. */
  readonly at: number
}

/** What was asked: it stays as it was written. */
export interface Question {
  /** The requesting bureau's own. */
  readonly reference: string
  /** Values of `RequestKind`, `Urgency` and `Purpose`. */
  readonly kind: string
  readonly urgency: string
  readonly purpose: string
  /** The requester's case: requests of one case reach a bureau in the order in which they were sent. */
  readonly case: string
  readonly requestingAuthority: string | null
  readonly question: string
  readonly facts: string | null
  readonly justification: string | null
  /** An agreement's name, or `RECIPROCITY`. */
  readonly legalBasis: string
  readonly confidentiality: string | null
  readonly conditionsOfUse: readonly string[]
  readonly subjects: readonly RecordRef[]
  readonly notice: RecordRef | null
  readonly operation: RecordRef | null
  /** The request that this one follows up. */
  readonly parent: RecordRef | null
  readonly attachments: readonly AttachmentRef[]
  /** The instant by which an answer is wanted, for urgency CUSTOM; epoch milliseconds. */
  readonly wantedBy: number | null
}

/** What a request holds besides where it stands. Sealed where it is kept. */
export interface RequestContent {
  readonly asked: Question
  /** Epoch milliseconds. */
  readonly recorded: number
  /** Null before it is sent. */
  readonly term: Term | null
  /** The part of the term, in percent, that the desks were last told of. */
  readonly told: number
  /** In MORE_INFO: where it goes on, and since when its clock stands still. */
  readonly pause: { readonly resumes: RequestState; readonly since: number } | null
  /** Who did the last step, as `bureau person`. */
  readonly lastBy: string
  readonly replies: readonly Reply[]
}

/** A request as the hub keeps it. */
export interface HeldRequest {
  readonly standing: RequestStanding
  readonly content: RequestContent
}

/** One step in the life of a request. Never changed, never removed. */
export interface RequestStep {
  /** From 1; the version that the request had after it. */
  readonly number: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly act: RequestAct
  readonly side: RequestSide
  /** Null for the hub's own. */
  readonly bureau: string | null
  /** Reference of the person; theirs and their bureau's to know. */
  readonly person: string | null
  /** The state that it led to. */
  readonly state: RequestState
  readonly message: string | null
  /** Values of `RefusalGround`. */
  readonly grounds: readonly string[]
  /** Values of `ConditionOfUse`, on what was given with this step. */
  readonly conditionsOfUse: readonly string[]
  /** Until when it is postponed, in epoch milliseconds. */
  readonly reviewAt: number | null
  /** Reference of the authority's consent. */
  readonly authorisation: string | null
  readonly reply: Reply | null
  /** What the answering bureau really found, where it gave a neutral reply: its own to know. */
  readonly found: ReplyKind | null
  readonly attachments: readonly AttachmentRef[]
}
