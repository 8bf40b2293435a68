import { isPartialDate } from '../model/partialDate.ts'
import type { RecordRef } from '../model/record.ts'
import { refused, shortText, written, writtenOrNull } from '../records/held/wording.ts'
import type { NoticeWords, OffenceWords, WarrantWords } from './heldNotice.ts'

/** A text that may be missing, as a caller gives it. */
type Given = string | null | undefined

/** What an officer writes, as it comes through the door. */
export interface NoticeInput {
  readonly kind: string
  readonly form?: 'NOTICE' | 'DIFFUSION' | null
  readonly recipients?: readonly string[] | null
  readonly actionRequested?: readonly string[] | null
  readonly requestingAuthority?: Given
  readonly warrants?:
    | readonly {
        readonly kind: string
        readonly issuingAuthority: string
        readonly country: string
        readonly reference: string
        readonly issuedOn: string
        readonly judicial: boolean
        readonly charge?: Given
        readonly maxPenaltyMonths?: number | null
        readonly sentenceMonths?: number | null
      }[]
    | null
  readonly offences?: readonly { readonly family: string; readonly charge?: Given; readonly law?: Given; readonly facts?: Given }[] | null
  readonly summary?: Given
  readonly eventDate?: Given
  readonly confidentiality?: Given
  readonly conditionsOfUse?: readonly string[] | null
  readonly assurances?: { readonly competentAuthority: boolean; readonly extraditionSought: boolean } | null
}

const most = 50
const mostRecipients = 196
/** Longest penalty that is written in months; life has none and is written as this. */
const longestMonths = 1200

/** What a notice says, in good order. Throws BAD_USER_INPUT with the place of the first mistake. */
export function noticeWords(input: NoticeInput, subject: RecordRef | null): NoticeWords {
  const { warrants = [], offences = [], eventDate = null, assurances } = input
  if ((warrants?.length ?? 0) > most) throw refused('warrants', `at most ${most}`)
  if ((offences?.length ?? 0) > most) throw refused('offences', `at most ${most}`)
  if (eventDate !== null && !isPartialDate(eventDate)) throw refused('eventDate', 'a day known in part')
  const form = input.form ?? 'NOTICE'
  if (form === 'NOTICE' && (input.recipients?.length ?? 0) > 0) throw refused('recipients', 'a notice is for all; a diffusion names them')
  return {
    kind: input.kind,
    form,
    recipients: form === 'NOTICE' ? null : recipientsOf(input.recipients),
    actionRequested: [...new Set(input.actionRequested ?? [])],
    subject,
    requestingAuthority: writtenOrNull(input.requestingAuthority, 'requestingAuthority', shortText),
    warrants: (warrants ?? []).map((one, i) => warrantWords(one, `warrants[${i}]`)),
    offences: (offences ?? []).map((one, i) => offenceWords(one, `offences[${i}]`)),
    summary: writtenOrNull(input.summary, 'summary'),
    eventDate,
    confidentiality: input.confidentiality ?? null,
    conditionsOfUse: [...new Set(input.conditionsOfUse ?? [])],
    assurances: { competentAuthority: assurances?.competentAuthority ?? false, extraditionSought: assurances?.extraditionSought ?? false },
  }
}

/** Whom a diffusion is for. Throws BAD_USER_INPUT for too many. */
export function recipientsOf(given: readonly string[] | null | undefined): readonly string[] {
  const recipients = [...new Set(given ?? [])]
  if (recipients.length > mostRecipients) throw refused('recipients', `at most ${mostRecipients}`)
  return recipients
}

function warrantWords(one: NonNullable<NoticeInput['warrants']>[number], at: string): WarrantWords {
  if (!isPartialDate(one.issuedOn)) throw refused(`${at}.issuedOn`, 'a day known in part')
  return {
    kind: one.kind,
    issuingAuthority: written(one.issuingAuthority, `${at}.issuingAuthority`, shortText),
    country: one.country,
    reference: written(one.reference, `${at}.reference`, shortText),
    issuedOn: one.issuedOn,
    judicial: one.judicial,
    charge: writtenOrNull(one.charge, `${at}.charge`),
    maxPenaltyMonths: months(one.maxPenaltyMonths, `${at}.maxPenaltyMonths`),
    sentenceMonths: months(one.sentenceMonths, `${at}.sentenceMonths`),
  }
}

function offenceWords(one: NonNullable<NoticeInput['offences']>[number], at: string): OffenceWords {
  return {
    family: one.family,
    charge: writtenOrNull(one.charge, `${at}.charge`),
    law: writtenOrNull(one.law, `${at}.law`, shortText),
    facts: writtenOrNull(one.facts, `${at}.facts`),
  }
}

function months(given: number | null | undefined, at: string): number | null {
  if (given === null || given === undefined) return null
  if (!Number.isInteger(given) || given < 0 || given > longestMonths) throw refused(at, `0 to ${longestMonths}`)
  return given
}
