import { settled } from '../../support/links/virtualClock.ts'
import type { MemoryBureau } from '../../support/memoryBureau.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import { promptClock } from '../../support/promptClock.ts'
import type { PairedCase } from '../cases.ts'
import { assertSame, type Comparison } from '../difference.ts'
import { recordsFound } from '../reference/answer.ts'
import type { CallerCase } from '../reference/decide.ts'
import type { View } from '../reference/view.ts'
import { idOf } from '../world/ids.ts'
import type { Question } from '../world/questions.ts'
import { withoutChance } from './checkHub.ts'
import { pageDocument, progressDocument } from './documents.ts'
import { bureausOf, callerOf, policiesOf } from './hubWorld.ts'
import { bodyOf } from './observe.ts'
import { beStill } from './stillness.ts'

/** As many turns of the event loop as anything takes that happens in memory. */
const turns = 12

/**
 * Follows questions in both worlds, while the bureaus answer one after the other. Every item must be the same to the byte; it must show, of the bureaus that have
 * answered, what the definition gives over the view; and the last must be what the query answers.
 */
export async function checkProgress(
  { setting, caller, records, secret, view, questions }: PairedCase,
  compare: ReadonlySet<Comparison>,
): Promise<void> {
  const still = beStill()
  try {
    const policies = policiesOf(setting)
    const worlds = [records, secret].map((held) => bureausOf(setting, held, policies))
    for (const [at, question] of questions.entries()) {
      const seen: (readonly string[])[] = []
      for (const bureaus of worlds) {
        still.restart()
        seen.push(await followed(bureaus, question, caller, at))
      }
      const [first = [], second] = seen
      if (compare.has('answers')) assertSame('answers', first, second)
      if (!compare.has('definition')) continue
      for (const item of first) assertDefined(item, question, view)
      const memory = memoryHub(worlds[0] ?? [])
      const { query, variables } = pageDocument(question, null)
      const { operation: _, ...answer } = await memory.ask(query, variables, callerOf(caller))
      assertSame('definition', withoutPlace(first.at(-1) ?? ''), withoutPlace(bodyOf(answer)))
    }
  } finally {
    still.end()
  }
}

/** The items, as they would be sent, while the bureaus are let go in turn, another one first each time. */
async function followed(
  bureaus: readonly MemoryBureau[],
  question: Question,
  caller: CallerCase,
  first: number,
): Promise<readonly string[]> {
  const memory = memoryHub(bureaus, { tempo: { clock: promptClock(), firstMs: 50, betweenMs: 200 } })
  const held = new Map(bureaus.map((bureau) => [bureau, Promise.withResolvers<void>()]))
  for (const [bureau, { promise }] of held) bureau.holdBack = (call) => (call === `find ${question.type}` ? promise : undefined)
  const { query, variables } = progressDocument(question)
  const items: string[] = []
  const following = (async () => {
    for await (const item of memory.follow(query, variables, callerOf(caller))) items.push(bodyOf(item))
  })()
  for (const [i] of bureaus.entries()) {
    for (let turn = 0; turn < turns; turn++) await settled()
    held.get(bureaus[(i + first) % bureaus.length] as MemoryBureau)?.resolve()
  }
  await following
  for (const bureau of bureaus) bureau.holdBack = null
  return items
}

interface Item {
  readonly data?: {
    readonly page: {
      readonly nodes: readonly { readonly id: string }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean }
      readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string }[]
    }
  } | null
}

/** An item's records are the first, or the last, of those that the definition finds with the bureaus that have answered. */
function assertDefined(item: string, question: Question, view: View): void {
  const { data } = JSON.parse(item) as Item
  if (!data) return
  const { nodes, pageInfo, sources } = data.page
  const pending = new Set(sources.filter(({ state }) => state === 'PENDING').map(({ bureau }) => bureau.code))
  const known = recordsFound(question, view).filter(({ ref }) => !pending.has(ref.bureau))
  const shown = question.from === 'START' ? known.slice(0, question.first) : known.slice(-question.first)
  assertSame(
    'definition',
    { ids: nodes.map(({ id }) => id), more: question.from === 'START' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage },
    { ids: shown.map(({ ref }) => idOf(ref)), more: known.length > question.first || pending.size > 0 },
  )
}

/** Without what is drawn by chance, and without where in the document an error is. */
function withoutPlace(body: string): string {
  const { errors, ...rest } = JSON.parse(withoutChance(body)) as { errors?: readonly { code?: string; name?: string }[]; data?: unknown }
  return JSON.stringify(errors === undefined ? rest : { errors: errors.map(({ code, name }) => [code, name]) })
}
