import {
  OpenNoticeDocument,
  type OpenNoticeQuery,
  OpenOperationDocument,
  type OpenOperationQuery,
  OpenPersonDocument,
  type OpenPersonQuery,
  OpenRequestDocument,
  type OpenRequestQuery,
} from '../generated/graphql.ts'
import type { Hub, HubAnswer } from '../hub/hub.ts'
import type { RecordRef } from './recordRef.ts'

type NodeOf<Query extends { readonly node: unknown }> = Exclude<NonNullable<Query['node']>, Record<string, never>>

/** A record with everything that the caller may see of it. */
export type OpenedRecord = NodeOf<OpenPersonQuery> | NodeOf<OpenNoticeQuery> | NodeOf<OpenRequestQuery> | NodeOf<OpenOperationQuery>

/** Reads a record; null when it does not exist or is not disclosed, which look alike. */
export async function openRecord(hub: Hub, { type, id }: RecordRef, signal: AbortSignal): Promise<OpenedRecord | null> {
  const answers: { readonly [Type in RecordRef['type']]: () => Promise<HubAnswer<{ readonly node: unknown }>> } = {
    Person: async () => await hub.ask(OpenPersonDocument, { id }, signal),
    Notice: async () => await hub.ask(OpenNoticeDocument, { id }, signal),
    AssistanceRequest: async () => await hub.ask(OpenRequestDocument, { id }, signal),
    Operation: async () => await hub.ask(OpenOperationDocument, { id }, signal),
  }
  const { node } = (await answers[type]()).data
  // A record of another type than was asked for has none of the fields.
  return node !== null && typeof node === 'object' && 'owner' in node ? (node as OpenedRecord) : null
}
