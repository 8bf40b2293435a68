import type { NativeRow } from '../connectors/connector.ts'
import type { MappingFile } from '../mapping/language.ts'
import type { HeldNotice } from './heldNotice.ts'

/** The record type that notices are. */
export const noticeType = 'Notice'

/** How kept notices become records: lines of a mapping like any bureau's. */
export const noticeMapping: MappingFile['types'] = {
  [noticeType]: {
    from: noticeType,
    key: 'key',
    fields: {
      handling: { object: { confidentiality: { column: 'confidentiality' }, conditionsOfUse: { column: 'conditionsOfUse' } } },
      kind: { column: 'kind' },
      number: { column: 'number' },
      state: { column: 'state' },
      form: { column: 'form' },
      recipients: { column: 'recipients' },
      actionRequested: { column: 'actionRequested' },
      subject: { column: 'subject.key', link: { to: 'Person', bureau: { column: 'subject.bureau' } } },
      requestingAuthority: { column: 'requestingAuthority' },
      warrants: {
        each: 'warrants',
        item: {
          object: {
            kind: { column: 'kind' },
            issuingAuthority: { column: 'issuingAuthority' },
            country: { column: 'country' },
            reference: { column: 'reference' },
            issuedOn: { column: 'issuedOn' },
            judicial: { column: 'judicial' },
            charge: { column: 'charge' },
            maxPenaltyMonths: { column: 'maxPenaltyMonths' },
            sentenceMonths: { column: 'sentenceMonths' },
          },
        },
      },
      offences: {
        each: 'offences',
        item: {
          object: { family: { column: 'family' }, charge: { column: 'charge' }, law: { column: 'law' }, facts: { column: 'facts' } },
        },
      },
      summary: { column: 'summary' },
      eventDate: { column: 'eventDate' },
      review: { column: 'review' },
      issuedOn: { column: 'sent', epoch: 'ms' },
      expiresOn: { column: 'due', epoch: 'ms' },
      recordedAt: { column: 'recorded', epoch: 'ms' },
      updatedAt: { column: 'updated', epoch: 'ms' },
    },
  },
}

/** A notice as a native row. */
export function noticeRow({ standing, content: { words, number, recorded, review } }: HeldNotice): NativeRow {
  const { key, reviewer, state, sent, due, updated } = standing
  const { assurances: _assurances, ...shown } = words
  return { ...shown, key, party: reviewer, state, sent, due, updated, number, recorded, review }
}
