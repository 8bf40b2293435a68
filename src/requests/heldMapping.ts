import type { NativeRow } from '../connectors/connector.ts'
import type { MappingFile } from '../mapping/language.ts'
import type { HeldRequest } from './heldRequest.ts'

/** The record type that requests are. */
export const requestType = 'AssistanceRequest'

const recordLink = (to: string) => ({ to, bureau: { column: 'bureau' } })

/** How kept requests become records: lines of a mapping like any bureau's. */
export const requestMapping: MappingFile['types'] = {
  [requestType]: {
    from: requestType,
    key: 'key',
    fields: {
      handling: { object: { confidentiality: { column: 'confidentiality' }, conditionsOfUse: { column: 'conditionsOfUse' } } },
      reference: { column: 'reference' },
      kind: { column: 'kind' },
      state: { column: 'state' },
      urgency: { column: 'urgency' },
      purpose: { column: 'purpose' },
      requestedBureaus: { list: [{ column: 'party' }] },
      requestingAuthority: { column: 'requestingAuthority' },
      question: { column: 'question' },
      facts: { column: 'facts' },
      justification: { column: 'justification' },
      legalBasis: { column: 'legalBasis' },
      subjects: { each: 'subjects', item: { column: 'key', link: recordLink('Person') } },
      notice: { column: 'notice.key', link: { to: 'Notice', bureau: { column: 'notice.bureau' } } },
      operation: { column: 'operation.key', link: { to: 'Operation', bureau: { column: 'operation.bureau' } } },
      responses: {
        each: 'replies',
        item: {
          object: {
            bureau: { column: '^party' },
            kind: { column: 'kind' },
            text: { column: 'text' },
            answeredAt: { column: 'at', epoch: 'ms' },
          },
        },
      },
      sentAt: { column: 'sent', epoch: 'ms' },
      dueAt: { column: 'due', epoch: 'ms' },
      recordedAt: { column: 'recorded', epoch: 'ms' },
      updatedAt: { column: 'updated', epoch: 'ms' },
    },
  },
}

/** A request as a native row. */
export function rowOf({ standing, content: { asked, recorded, replies } }: HeldRequest): NativeRow {
  const { key, requested, state, sent, due, updated } = standing
  const { case: _case, parent: _parent, attachments: _attachments, wantedBy: _wantedBy, ...shown } = asked
  return { ...shown, key, party: requested, state, sent, due, updated, recorded, replies }
}
