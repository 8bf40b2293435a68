import type { ExecutionResult, GraphQLError } from 'graphql'
import type { Caller } from '../../../src/model/principal.ts'

import type { MemoryBureau } from '../../support/memoryBureau.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import type { CallerCase } from '../reference/decide.ts'
import { idOf } from '../world/ids.ts'
import type { Question } from '../world/questions.ts'
import { nodesDocument, type Posted, pageDocument } from './documents.ts'
import { callerOf } from './hubWorld.ts'

/** What comes of one question. */
export interface Observation {
  /** The answers, as they would be sent: one for each page, and one for what was read by id. */
  readonly bodies: readonly string[]
  /**
   * The searches that each bureau's system ran, in order, and their predicates. Reading by key is left out: it follows the links of visible records, to withheld
   * ones too (docs/threats.md, "What is left").
   */
  readonly work: readonly string[]
}

/** Posts a document and gives the body back. */
export type Ask = (posted: Posted, caller: CallerCase) => Promise<string>

/** A hub over bureaus, without HTTP. It has asked each of them once before, as a hub does when it starts. */
export async function hubOver(bureaus: readonly MemoryBureau[]): Promise<Ask> {
  const [ask] = await hubFor(bureaus, [callerOf])
  return ask as Ask
}

/** The same hub as several people ask it: one for each way of making a caller. */
export async function hubFor(bureaus: readonly MemoryBureau[], people: readonly ((one: CallerCase) => Caller)[]): Promise<readonly Ask[]> {
  const memory = memoryHub(bureaus)
  await memory.hub.warmUp()
  return people.map(
    (person): Ask =>
      async ({ query, variables }, caller) => {
        const { operation: _, ...answer } = await memory.ask(query, variables, person(caller))
        return bodyOf(answer)
      },
  )
}

/** An answer as it would be sent. */
export function bodyOf(answer: ExecutionResult): string {
  return JSON.stringify({ ...answer, ...(answer.errors === undefined ? {} : { errors: answer.errors.map(shown) }) })
}

function shown(error: GraphQLError) {
  const { originalError } = error
  return { ...error.toJSON(), name: originalError?.name, code: (originalError as { code?: string } | undefined)?.code }
}

interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/** Asks a question, page after page, and reads its nodes. */
export async function observe(ask: Ask, bureaus: readonly MemoryBureau[], question: Question, caller: CallerCase): Promise<Observation> {
  const before = bureaus.map(({ calls, seen }) => ({ calls: calls.length, seen: seen.length }))
  const bodies: string[] = []
  let cursor: string | null = null
  for (let page = 0; page < question.pages; page++) {
    const body: string = await ask(pageDocument(question, cursor), caller)
    bodies.push(body)
    const { data } = JSON.parse(body) as { data?: { page: { pageInfo: PageInfo } } | null }
    const info = data?.page.pageInfo
    if (info === undefined || !(question.from === 'START' ? info.hasNextPage : info.hasPreviousPage)) break
    cursor = question.from === 'START' ? info.endCursor : info.startCursor
  }
  bodies.push(await ask(nodesDocument(question.nodes.map(idOf)), caller))
  const work = bureaus.flatMap(({ source, calls, seen }, i) => [
    ...calls
      .slice(before[i]?.calls)
      .filter((call) => call.startsWith('find '))
      .map((call) => `${source.profile.code} ${call}`),
    ...seen.slice(before[i]?.seen).map((predicate) => `${source.profile.code} ${JSON.stringify(predicate)}`),
  ])
  return { bodies, work }
}
