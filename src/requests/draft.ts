import type { RecordRef } from '../model/record.ts'
import { refused, shortText, written, writtenOrNull } from '../records/held/wording.ts'
import { attachmentsOf } from './attachments.ts'
import type { AttachmentRef, Question } from './heldRequest.ts'

/** What an officer writes. Links are places that were checked to be visible to the officer. */
export interface DraftWords {
  readonly reference: string
  readonly kind: string
  readonly urgency: string
  /** Epoch milliseconds. */
  readonly wantedBy: number | null
  readonly requestingAuthority?: string | null
  readonly question: string
  readonly facts?: string | null
  readonly justification?: string | null
  readonly legalBasis: string
  readonly confidentiality?: string | null
  readonly conditionsOfUse?: readonly string[] | null
  readonly attachments?: readonly AttachmentRef[] | null
}

/** Records that a request names. */
export interface DraftLinks {
  readonly subjects: readonly RecordRef[]
  readonly notice: RecordRef | null
  readonly operation: RecordRef | null
  readonly parent: RecordRef | null
}

/** What the declared purpose adds. */
export interface DraftPurpose {
  readonly kind: string
  readonly case: string
}

/** Legal basis of a request that rests on no agreement. */
export const reciprocity = 'RECIPROCITY'

/** The longest that an answer may be waited for. */
const longestWait = 2 * 366 * 86_400_000

/** A question in good order. Throws BAD_USER_INPUT with the place of the first mistake. */
export function questionOf(words: DraftWords, links: DraftLinks, purpose: DraftPurpose, now: number): Question {
  const { wantedBy } = words
  if ((words.urgency === 'CUSTOM') !== (wantedBy !== null)) throw refused('wantedBy', 'with urgency CUSTOM, and only then')
  if (wantedBy !== null && (wantedBy <= now || wantedBy > now + longestWait))
    throw refused('wantedBy', 'an instant to come, within two years')
  return {
    reference: written(words.reference, 'reference', shortText),
    kind: words.kind,
    urgency: words.urgency,
    purpose: purpose.kind,
    case: purpose.case,
    requestingAuthority: writtenOrNull(words.requestingAuthority, 'requestingAuthority', shortText),
    question: written(words.question, 'question'),
    facts: writtenOrNull(words.facts, 'facts'),
    justification: writtenOrNull(words.justification, 'justification'),
    legalBasis: written(words.legalBasis, 'legalBasis', shortText),
    confidentiality: words.confidentiality ?? null,
    conditionsOfUse: [...new Set(words.conditionsOfUse ?? [])],
    ...links,
    attachments: attachmentsOf(words.attachments),
    wantedBy,
  }
}
