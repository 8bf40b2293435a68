import type { HeldRequest, Question } from '../../src/requests/heldRequest.ts'

/** The tests' instant, epoch milliseconds. */
export const noon = Date.parse('2026-06-15T12:00:00Z')
export const hours = (count: number): number => count * 3_600_000

/** A draft of XA for XB. */
export function plainRequest(asked: Partial<Question> = {}): HeldRequest {
  return {
    standing: {
      key: 'k1',
      owner: 'XA',
      requested: 'XB',
      state: 'DRAFT',
      version: 1,
      sent: null,
      due: null,
      updated: noon,
      clock: null,
    },
    content: {
      asked: {
        reference: 'XA 1/26',
        kind: 'INFORMATION',
        urgency: 'NORMAL',
        purpose: 'INVESTIGATION',
        case: 'XA-2026-0017',
        requestingAuthority: null,
        question: 'Who rented the garage?',
        facts: null,
        justification: null,
        legalBasis: 'RECIPROCITY',
        confidentiality: null,
        conditionsOfUse: [],
        subjects: [],
        notice: null,
        operation: null,
        parent: null,
        attachments: [],
        wantedBy: null,
        ...asked,
      },
      recorded: noon,
      term: null,
      told: 0,
      pause: null,
      lastBy: 'XA 1',
      replies: [],
    },
  }
}
