import {
  type DivisionFragment,
  ListNoticesDocument,
  ListNoticesProgressDocument,
  ListOperationsDocument,
  ListOperationsProgressDocument,
  ListPersonsDocument,
  ListPersonsProgressDocument,
  ListRequestsDocument,
  ListRequestsProgressDocument,
  SearchPersonsDocument,
  type SourceTileFragment,
} from '../generated/graphql.ts'
import type { Hub, HubAnswer } from '../hub/hub.ts'
import type { RecordType } from './recordRef.ts'
import { type RecordFields, type RecordRow, rowOf } from './recordRow.ts'

/** What is looked for. */
export interface Sought {
  readonly type: RecordType
  /** Of this bureau alone; empty for all. */
  readonly owner: string
  /** Of persons: a name, the number of a document, a birth date as far as it is known. Each may be empty. */
  readonly name: string
  readonly document: string
  readonly birthDate: string
}

/** A page of what was found. */
export interface FoundPage {
  readonly rows: readonly RecordRow[]
  readonly sources: readonly SourceTileFragment[]
  readonly facets: readonly DivisionFragment[]
  readonly total: number | null
  readonly endCursor: string | null
  readonly hasNextPage: boolean
  /** Codes of what went wrong in parts of it. */
  readonly problems: HubAnswer<unknown>['problems']
}

/** Records of one page; the most that the hub gives at once. */
export const pageSize = 100

interface List {
  readonly nodes: readonly RecordFields[]
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
  readonly totalCount: number | null
  readonly facets: readonly DivisionFragment[] | null
  readonly sources: readonly SourceTileFragment[]
}

/** Whether people are searched for, by likeness, and not listed. */
export function isSearch({ type, name, document }: Sought): boolean {
  return type === 'Person' && (name.trim() !== '' || document.trim() !== '')
}

/** The first page: of a list bureau by bureau, as they answer. */
export async function* firstPage(hub: Hub, sought: Sought, signal: AbortSignal): AsyncGenerator<FoundPage> {
  if (isSearch(sought)) {
    yield await nextPage(hub, sought, null, signal)
    return
  }
  const where = whereOf(sought)
  const variables = { where, first: pageSize }
  const answers: { readonly [Type in RecordType]: () => AsyncIterable<HubAnswer<{ readonly list: List }>> } = {
    Person: () => hub.follow(ListPersonsProgressDocument, variables, signal),
    Notice: () => hub.follow(ListNoticesProgressDocument, variables, signal),
    AssistanceRequest: () => hub.follow(ListRequestsProgressDocument, variables, signal),
    Operation: () => hub.follow(ListOperationsProgressDocument, variables, signal),
  }
  for await (const answer of answers[sought.type]()) yield pageOf(sought.type, answer)
}

/** The page after a cursor. */
export async function nextPage(hub: Hub, sought: Sought, after: string | null, signal: AbortSignal): Promise<FoundPage> {
  if (isSearch(sought)) return await searched(hub, sought, after, signal)
  const variables = { where: whereOf(sought), after, first: pageSize }
  const answers: { readonly [Type in RecordType]: () => Promise<HubAnswer<{ readonly list: List }>> } = {
    Person: async () => await hub.ask(ListPersonsDocument, variables, signal),
    Notice: async () => await hub.ask(ListNoticesDocument, variables, signal),
    AssistanceRequest: async () => await hub.ask(ListRequestsDocument, variables, signal),
    Operation: async () => await hub.ask(ListOperationsDocument, variables, signal),
  }
  return pageOf(sought.type, await answers[sought.type]())
}

function whereOf({ owner }: Sought) {
  return owner === '' ? {} : { owner: { eq: owner } }
}

function pageOf(type: RecordType, { data, problems }: HubAnswer<{ readonly list: List }>): FoundPage {
  const { nodes, pageInfo, totalCount, facets, sources } = data.list
  return { rows: nodes.map((node) => rowOf(type, node)), sources, facets: facets ?? [], total: totalCount, ...pageInfo, problems }
}

async function searched(hub: Hub, sought: Sought, after: string | null, signal: AbortSignal): Promise<FoundPage> {
  const { name, document, birthDate, owner } = sought
  const input = {
    ...(name.trim() === '' ? {} : { names: [name.trim()] }),
    ...(document.trim() === '' ? {} : { documents: [{ number: document.trim() }] }),
    ...(birthDate.trim() === '' ? {} : { birthDate: birthDate.trim() }),
  }
  const { data, problems } = await hub.ask(SearchPersonsDocument, { input, after, first: 50 }, signal)
  const { edges, sources, pageInfo } = data.list
  const rows = edges.map(({ node, score, explanation }) => rowOf('Person', node, score, explanation))
  return { rows: rows.filter((row) => owner === '' || row.owner === owner), sources, facets: [], total: null, ...pageInfo, problems }
}
