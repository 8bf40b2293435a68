import type { NativePredicate } from '../../../src/connectors/connector.ts'
import { refKey } from '../../../src/model/record.ts'
import type { MemoryBureau } from '../../support/memoryBureau.ts'
import type { PairedCase } from '../cases.ts'
import { assertSame, type Comparison, Difference } from '../difference.ts'
import { answerOf } from '../reference/answer.ts'
import { type View, viewerFor } from '../reference/view.ts'
import { idOf } from '../world/ids.ts'
import type { RecordCase, Setting } from '../world/world.ts'
import { givenAnswer, withoutReasons } from './givenAnswer.ts'
import { bureausOf, policiesOf } from './hubWorld.ts'
import { hubOver, type Observation, observe } from './observe.ts'
import { beStill } from './stillness.ts'

/**
 * Asks the hub the same in both worlds. The answers must be the same to the byte, and be those of the definition; the bureaus' systems must have had the
 * same work, and must not have been told a predicate or an order on a field that is withheld on any record; and an answer must be the same
 * whoever else asks at the same time.
 */
export async function checkHub(one: PairedCase, compare: ReadonlySet<Comparison>): Promise<void> {
  const { setting, caller, other, records, secret, view, questions } = one
  const assert: typeof assertSame = (comparison, ...both) => {
    if (compare.has(comparison)) assertSame(comparison, ...both)
  }
  const still = beStill()
  try {
    const policies = policiesOf(setting)
    const viewOf = viewerFor(setting, caller)
    const worlds = await Promise.all(
      [records, secret].map(async (held) => {
        const bureaus = bureausOf(setting, held, policies)
        return { held, bureaus, ask: await hubOver(bureaus) }
      }),
    )
    // Policies of its own, so that the plans that they keep are those of both callers.
    const shared = await hubOver(bureausOf(setting, records))
    for (const [at, question] of questions.entries()) {
      const seen: Observation[] = []
      for (const { bureaus, ask } of worlds) {
        still.restart()
        seen.push(await observe(ask, bureaus, question, caller))
      }
      const [first, second] = seen as [Observation, Observation]
      assert('answers', first.bodies, second.bodies)
      assert('work', first.work, second.work)
      assert('definition', withoutReasons(givenAnswer(first.bodies)), withoutReasons(answerOf(question, view, idOf)))
      if (at > 1 || !compare.has('company')) continue
      const [, inCompany] = await Promise.all([observe(shared, [], question, other), observe(shared, [], question, caller)])
      assert('company', first.bodies.map(withoutChance), inCompany.bodies.map(withoutChance))
    }
    if (compare.has('openness')) {
      for (const { held, bureaus } of worlds) for (const bureau of bureaus) assertAskedOpenly(bureau, held, viewOf(held), setting)
    }
  } finally {
    still.end()
  }
}

/** Without what is drawn by chance, and without what a bureau's health tells of everybody's questions together. */
export function withoutChance(body: string): string {
  return body.replace(/"(cursor|startCursor|endCursor)":"[^"]*"/g, '"$1":""').replace(/"health":\{[^}]*\}/g, '"health":{}')
}

/**
 * What a bureau's system is asked for by name must be open to the caller on every record of it that the caller sees; but for what its own rules about the
 * listing of records look at, which are its own, and the same whatever is asked.
 */
function assertAskedOpenly({ source, queries }: MemoryBureau, records: readonly RecordCase[], view: View, { rules }: Setting): void {
  const { code } = source.profile
  for (const { source: type, where, orderBy } of queries) {
    const mine = records.filter(({ ref }) => ref.bureau === code && ref.type === type)
    const listing = JSON.stringify(rules[code]?.filter((rule) => rule.on === type && rule.fields === null))
    const isClosed = (path: string, { ref }: RecordCase) => path !== 'key' && (view.get(refKey(ref))?.levels[path] ?? 'full') !== 'full'
    const asked = pathsOf(where).filter((path) => !listing.includes(`"${path}"`) && !limits.includes(path))
    for (const path of [...asked, ...(orderBy === null ? [] : [orderBy.path])]) {
      if (mine.some((record) => isClosed(path, record))) throw new Difference('openness', `${code} was asked for ${type} by ${path}`, where)
    }
  }
}

/** Fields that limit the listing of every record. */
const limits = ['expiresOn', 'excludedCountries']

function pathsOf(where: NativePredicate | null): readonly string[] {
  if (where === null) return []
  return where.kind === 'compare' ? [where.path] : where.terms.flatMap(pathsOf)
}
