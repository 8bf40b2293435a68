import { refKey } from '../../../src/model/record.ts'
import { type MemoryBureau, memoryBureau } from '../../support/memoryBureau.ts'
import type { PairedCase } from '../cases.ts'
import { assertSame, type Comparison, Difference } from '../difference.ts'
import { answerOf, recordsFound } from '../reference/answer.ts'
import type { CallerCase } from '../reference/decide.ts'
import { type View, viewerFor } from '../reference/view.ts'
import { idOf } from '../world/ids.ts'
import { featuresOf, type Question } from '../world/questions.ts'
import { recordTypes } from '../world/recordTypes.ts'
import type { RecordCase, Setting } from '../world/world.ts'
import { givenAnswer, withoutReasons } from './givenAnswer.ts'
import { bureausOf, callerOf, policiesOf } from './hubWorld.ts'
import { type Ask, hubFor, observe } from './observe.ts'
import { beStill } from './stillness.ts'

/** What came of a case, for the count of what was generated. */
export interface KeptCase {
  /** Records that stood in, and of these how many were shown otherwise, or not at all, by the later rules. */
  readonly stood: number
  readonly changed: number
}

/**
 * Asks a hub whose bureaus may stand in, lets all of them fail, and asks again. What stands in must be the same in two worlds that the caller cannot tell apart; must be, after
 * other rules have come into force, what those rules make of the records that the caller was shown before; must be marked wherever it stands, and never be nothing; and must
 * not tell a second person of the same standing what the first has asked.
 */
export async function checkKept(
  one: PairedCase,
  compare: ReadonlySet<Comparison>,
  onKept: (seen: KeptCase) => void = () => {},
): Promise<void> {
  const { setting, caller, records, secret, view, questions } = one
  // A filter that looks along links meets bureaus that are silent with and without kept rows (docs/threats.md, "Reading along links").
  const isAsked = (question: Question) =>
    question.first > 0 && question.mistake === null && !featuresOf(question).includes('filter of a link')
  const asked = questions.filter(isAsked).slice(0, 2)
  const assert: typeof assertSame = (comparison, ...both) => {
    if (compare.has(comparison)) assertSame(comparison, ...both)
  }
  const still = beStill()
  try {
    for (const question of asked) {
      const flat = flatOf(question)
      for (const [form, shown] of [
        [question, dataOf],
        [flat, (body: string) => body],
      ] as const) {
        if (!compare.has('answers') && !compare.has('marking')) break
        const told: (readonly string[])[] = []
        for (const held of [records, secret]) {
          const world = await keeping(setting, held)
          still.restart()
          await observe(world.ask, [], form, caller)
          world.fail()
          told.push((await observe(world.ask, [], form, caller)).bodies)
        }
        assert('answers', told[0]?.map(shown), told[1]?.map(shown))
        if (compare.has('marking')) assertMarked(told[0] ?? [], form.first)
      }

      if (compare.has('definition') || compare.has('marking')) {
        const later = turned(setting)
        const laterView = viewerFor(later, caller)(records)
        const world = await keeping(setting, records)
        await observe(world.ask, [], flat, caller)
        world.rule(later)
        world.fail()
        const stale = (await observe(world.ask, [], flat, caller)).bodies
        if (compare.has('marking')) assertMarked(stale, flat.first)
        const expected = answerOf(flat, shownBefore(flat, view, laterView), idOf)
        assert('definition', withoutReasons(nodesOf(givenAnswer(stale))), withoutReasons(nodesOf(expected)))
        onKept(countsOf(flat, view, laterView))
      }

      if (!compare.has('company')) continue
      const neighbour: Ask[] = []
      for (const before of [caller, null]) {
        const world = await keeping(setting, records)
        if (before !== null) await observe(world.ask, [], question, before)
        world.fail()
        neighbour.push(world.askAsNeighbour)
      }
      const told: (readonly string[])[] = []
      for (const ask of neighbour) {
        still.restart()
        told.push((await observe(ask, [], question, caller)).bodies)
      }
      assert('company', told[0], told[1])
    }
  } finally {
    still.end()
  }
}

/** A hub whose bureaus keep rows for an hour, and can be made to fail and to go by other rules. */
async function keeping(setting: Setting, records: readonly RecordCase[]) {
  let policies = policiesOf(setting)
  const bureaus = bureausOf(setting, records, policies, 3600)
  const governed = bureaus.map((bureau): MemoryBureau => {
    const { code } = bureau.source.profile
    const source = {
      ...bureau.source,
      get policy() {
        return policies.get(code) ?? memoryBureau(code, { rows: {} }).source.policy
      },
    }
    return { ...bureau, source }
  })
  const neighbour = (one: CallerCase) => {
    const who = callerOf(one)
    return { ...who, principal: { ...who.principal, personRef: 'XZ-0002' } }
  }
  const [ask, askAsNeighbour] = await hubFor(governed, [callerOf, neighbour])
  return {
    ask: ask as Ask,
    askAsNeighbour: askAsNeighbour as Ask,
    fail: () => {
      for (const bureau of bureaus) bureau.down = true
    },
    rule: (next: Setting) => {
      policies = policiesOf(next)
    },
  }
}

/** Without the summary and the health of bureaus, which tell of one that is silent at the end of a link (docs/threats.md, "Reading along links"). */
function dataOf(body: string): string {
  const { data } = JSON.parse(body) as { data: Readonly<Record<string, unknown>> | null }
  return JSON.stringify({ ...data, bureaus: null })
}

/** The same bureaus, each with the rules of the next one. */
function turned(setting: Setting): Setting {
  const { bureaus, rules } = setting
  const next = (i: number) => rules[bureaus[(i + 1) % bureaus.length] ?? ''] ?? []
  return { ...setting, rules: Object.fromEntries(bureaus.map((bureau, i) => [bureau, next(i)])) }
}

/** One page without links and counts. */
function flatOf(question: Question): Question {
  const { fields } = recordTypes[question.type]
  const select = question.select.filter((field) => fields[field] !== undefined && fields[field].to === undefined)
  return { ...question, select, pages: 1, count: false, facets: [] }
}

/** Of the later view, what the caller was shown before by this question: of each bureau no more than one page can take. */
function shownBefore(question: Question, before: View, later: View): View {
  const byBureau = Map.groupBy(recordsFound(question, before), ({ ref }) => ref.bureau)
  const onPage = [...byBureau.values()].flatMap((found) => found.slice(0, question.first + 1))
  const kept = new Set([...onPage.map(({ ref }) => refKey(ref)), ...question.nodes.map(refKey).filter((key) => before.has(key))])
  return new Map([...later].filter(([key]) => kept.has(key)))
}

/** Pages and records by id, without what is told of whole pages only. */
function nodesOf(answer: ReturnType<typeof answerOf>) {
  return 'refused' in answer ? answer : { pages: answer.pages.map(({ nodes }) => nodes), nodes: answer.nodes }
}

function countsOf(question: Question, before: View, later: View): KeptCase {
  const shown = recordsFound(question, before).map(({ ref }) => refKey(ref))
  const changed = shown.filter((key) => JSON.stringify(before.get(key)) !== JSON.stringify(later.get(key)))
  return { stood: shown.length, changed: changed.length }
}

interface Marked {
  readonly owner: { readonly code: string }
  readonly _staleAsOf: string | null
}

/** Every record of an answer says that it is stale, its bureau says so, and no bureau says so of which nothing could be shown. All bureaus have failed. */
function assertMarked(bodies: readonly string[], first: number): void {
  for (const body of bodies) {
    const { data, extensions } = JSON.parse(body) as {
      data: {
        page?: { nodes: readonly Marked[]; sources: readonly { bureau: { code: string }; state: string }[]; totalCount?: unknown }
      } | null
      extensions?: { sources?: readonly { bureau: string; state: string }[] }
    }
    const records = recordsIn(data)
    const unmarked = records.filter(({ _staleAsOf }) => _staleAsOf === null)
    if (unmarked.length > 0) throw new Difference('marking', 'records do not say that they are stale', unmarked)
    const stale = new Set((extensions?.sources ?? []).filter(({ state }) => state === 'STALE').map(({ bureau }) => bureau))
    const owners = new Set(records.map(({ owner }) => owner.code))
    if (owners.difference(stale).size > 0) throw new Difference('marking', [...owners], [...stale])
    const states = (data?.page?.sources ?? []).map(({ bureau, state }) => [bureau.code, state])
    const onPage = new Set((data?.page?.nodes ?? []).map(({ owner }) => owner.code))
    // A page that is full may have no room for what stands in.
    const full = (data?.page?.nodes.length ?? 0) >= first
    const wrong = states.filter(([code = '', state]) => (onPage.has(code) ? state !== 'STALE' : state === 'STALE' && !full))
    if (wrong.length > 0) throw new Difference('marking', 'bureaus do not say that they are stale', wrong)
    if ((data?.page?.totalCount ?? null) !== null && states.some(([, state]) => state !== 'NOT_ASKED'))
      throw new Difference('marking', 'what stands in was counted', body)
  }
}

function recordsIn(value: unknown): readonly Marked[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn)
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(recordsIn)
  return '_staleAsOf' in value ? [value as Marked, ...inner] : inner
}
