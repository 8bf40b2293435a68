import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Guarded, NativePredicate, NativeRow } from '../../src/connectors/connector.ts'
import { readCaller } from '../../src/disclosure/decide/callerValues.ts'
import { compileCondition, k3Of } from '../../src/disclosure/decide/compileCondition.ts'
import { fold } from '../../src/disclosure/decide/fold.ts'
import { recordsWhere } from '../../src/disclosure/decide/recordPredicate.ts'
import { checkCondition } from '../../src/disclosure/language/checkCondition.ts'
import { always, type Condition } from '../../src/disclosure/language/condition.ts'
import type { Scope } from '../../src/disclosure/language/scope.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { fieldsOf } from '../../src/plan/weaken.ts'
import { callerOf, catalogue, purposes, roles } from '../disclosure/support/caseCatalogue.ts'
import { caller, condition, textOf } from '../disclosure/support/policyCases.ts'
import { callWithin } from '../support/connectors/contractFixture.ts'
import { type DossierSystem, dossierMapping, labels, mariadbDossiers, postgresDossiers, sqliteDossiers } from './dossierTables.ts'

const type = catalogue.types.get('Dossier') as RecordType
const enums = new Map<string, readonly string[]>([...catalogue.enums, ['Role', roles], ['Purpose', purposes]])
const scope: Scope = { part: 'when', record: type, sets: new Map(), enums, agreements: null }
const mapping = dossierMapping()
const everyRow: NativePredicate = { kind: 'and', terms: [] }

/** Conditions of rules, and comparisons of texts, which are where databases differ most. */
const label = fc.constantFrom(...labels).map((value) => `record.label == "${value}"`)
const text = fc.oneof(
  { weight: 3, arbitrary: condition.map(textOf) },
  { weight: 1, arbitrary: label },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...labels), { minLength: 1, maxLength: 3 })
      .map((values) => `record.label in ${JSON.stringify(values)}`),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(label, fc.constantFrom('&&', '||'), condition).map(([one, op, other]) => `${one} ${op} (${textOf(other)})`),
  },
)

const makers = { PostgreSQL: postgresDossiers, MariaDB: mariadbDossiers, SQLite: sqliteDossiers }
const systems = new Map<string, DossierSystem>()
beforeAll(async () => {
  for (const [name, made] of await Promise.all(Object.entries(makers).map(async ([name, make]) => [name, await make()] as const)))
    systems.set(name, made)
}, 60_000)
afterAll(() => Promise.all([...systems.values()].map((system) => system.stop())))

async function rowsOf(
  { connector }: DossierSystem,
  where: NativePredicate | null,
  guarded: readonly Guarded[],
  fields: ReadonlySet<string>,
): Promise<readonly NativeRow[]> {
  const { source, key, keyOrder } = mapping
  const read = { source, key, keyOrder, ...mapping.reads(fields) }
  const page = await connector.find({ ...read, where, guarded, orderBy: null, after: null, limit: 500, page: null }, callWithin(20_000))
  return page.rows
}

/** Every record of a system that maps, by key. */
async function recordsOf(system: DossierSystem): Promise<ReadonlyMap<string, Readonly<Record<string, CanonicalValue>>>> {
  const rows = await rowsOf(system, null, [], mapping.mapped)
  return new Map(
    rows.map((row) => mapping.toCanonical(row).record).flatMap((record) => (record === null ? [] : [[record.ref.key, record.values]])),
  )
}

function leavesOf(one: Condition): readonly string[] {
  if (one.op === 'not') return leavesOf(one.term)
  return one.op === 'and' || one.op === 'or' ? one.terms.flatMap(leavesOf) : [one.op]
}

describe('a condition that is told to a database', () => {
  it('leaves out no record of which it holds, in PostgreSQL, MariaDB and SQLite, and finds the very same where it is exact', async () => {
    const records = new Map<string, ReadonlyMap<string, Readonly<Record<string, CanonicalValue>>>>()
    for (const [name, system] of systems) records.set(name, await recordsOf(system))
    const [first] = records.values()
    for (const others of records.values()) expect(others).toEqual(first)

    let compared = 0
    let narrowed = 0
    const seen = new Map<string, number>()
    const count = (what: string, by = 1) => seen.set(what, (seen.get(what) ?? 0) + by)
    await fc.assert(
      fc.asyncProperty(text, caller, fc.boolean(), async (written, who, wanted) => {
        const checked = checkCondition(written, scope)
        expect(checked.problems).toEqual([])
        const folded = fold(checked.condition ?? always, readCaller(callerOf(who)))
        const { predicate, exact } = recordsWhere(folded, wanted, { type, enums, mapped: mapping.mapped })
        count('conditions')
        const test = compileCondition(folded, enums)
        const truths = new Map([...(first ?? [])].map(([key, values]) => [key, k3Of(test(values))]))
        for (const leaf of leavesOf(folded)) for (const truth of truths.values()) count(`${leaf} ${truth}`)
        if (typeof predicate === 'boolean') return
        const holds = [...truths].filter(([, truth]) => truth === wanted).map(([key]) => key)
        const fields = fieldsOf(predicate)
        const pushed = mapping.toNative(predicate, () => true)
        const exactly = exact ? mapping.toNativeExactly(predicate) : null
        if (pushed !== null) count('pushed')
        if (exactly !== null) count('exact')
        const answers = [...systems].map(async ([name, system]) => {
          const found = new Set((await rowsOf(system, pushed, [], fields)).map((row) => String(row['id'])))
          expect([written, wanted, name, holds.filter((key) => !found.has(key))]).toEqual([written, wanted, name, []])
          compared += truths.size
          if (found.size < truths.size) narrowed++
          if (exactly === null) return
          const same = await rowsOf(system, null, [{ guard: exactly, where: everyRow }], fields)
          const keys = same.map((row) => String(row['id'])).filter((key) => truths.has(key))
          expect([written, wanted, name, keys.sort()]).toEqual([written, wanted, name, holds.sort()])
          compared += truths.size
        })
        await Promise.all(answers)
      }),
      { numRuns: 900 },
    )
    expect(compared).toBeGreaterThan(100_000)
    // Databases that are told nothing, or whose every answer is all rows, would agree with anything.
    const share = (what: string) => (seen.get(what) ?? 0) / (seen.get('conditions') ?? 1)
    expect(share('pushed')).toBeGreaterThan(0.3)
    expect(share('exact')).toBeGreaterThan(0.1)
    expect(narrowed).toBeGreaterThan(700)
    for (const leaf of ['yes', 'has', 'same', 'less', 'atMost', 'equal', 'in', 'intersects', 'startsWith'])
      for (const truth of leaf === 'has' ? ['true', 'false'] : ['true', 'false', 'null'])
        expect([leaf, truth, seen.get(`${leaf} ${truth}`) ?? 0]).not.toEqual([leaf, truth, 0])
  }, 90_000)
})
