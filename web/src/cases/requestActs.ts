import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import {
  AcceptRequestDocument,
  AcknowledgeRequestDocument,
  AnswerMoreDocument,
  AnswerRequestDocument,
  AskMoreDocument,
  AuthoriseRequestDocument,
  CloseRequestDocument,
  ExamineRequestDocument,
  PostponeRequestDocument,
  RefuseRequestDocument,
  type RequestAct,
  type RequestFileViewFragment,
  SendRequestDocument,
  StartRequestDocument,
  WithdrawRequestDocument,
} from '../generated/graphql.ts'

/** What an act asks of the officer besides pressing a button. */
export type ActField =
  | 'message'
  | 'neededMessage'
  | 'grounds'
  | 'reviewAt'
  | 'authorisation'
  | 'replyKind'
  | 'text'
  | 'conditions'
  | 'recipients'

/** How an act on a request is carried out. */
export interface RequestActForm {
  readonly document: TypedDocumentNode<{ readonly file: RequestFileViewFragment }, { readonly input: never }>
  readonly fields: readonly ActField[]
  /** Values that the act has of itself. */
  readonly fixed?: Readonly<Record<string, string>>
}

const form = (document: unknown, ...fields: readonly ActField[]): RequestActForm => ({
  document: document as RequestActForm['document'],
  fields,
})

/** The acts that officers carry out; what the hub does by itself (RECEIVE, LAPSE) and CREATE have no button. */
export const requestActs: Readonly<Partial<Record<RequestAct, RequestActForm>>> = {
  SEND: form(SendRequestDocument, 'message'),
  AUTHORISE: form(AuthoriseRequestDocument, 'authorisation', 'message'),
  ACKNOWLEDGE: form(AcknowledgeRequestDocument),
  EXAMINE: form(ExamineRequestDocument),
  ASK_MORE: form(AskMoreDocument, 'neededMessage'),
  ANSWER_MORE: form(AnswerMoreDocument, 'neededMessage'),
  ACCEPT: form(AcceptRequestDocument),
  REFUSE: form(RefuseRequestDocument, 'grounds', 'message'),
  POSTPONE: form(PostponeRequestDocument, 'reviewAt', 'message'),
  START: form(StartRequestDocument),
  ANSWER_PART: { ...form(AnswerRequestDocument, 'text', 'conditions', 'message'), fixed: { kind: 'PARTIAL' } },
  ANSWER: form(AnswerRequestDocument, 'replyKind', 'text', 'conditions', 'message'),
  WITHDRAW: form(WithdrawRequestDocument, 'neededMessage'),
  CLOSE: form(CloseRequestDocument),
}
