import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connector, NativeQuery, NativeRow } from '../../src/connectors/connector.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import { seal } from '../../src/disclosure/seal.ts'
import { Link } from '../../src/links/link.ts'
import { compileMapping } from '../../src/mapping/compileMapping.ts'
import type { FieldFile } from '../../src/mapping/language.ts'
import type { TypeMapping } from '../../src/mapping/typeMapping.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import type { Order, Predicate, RecordQuery } from '../../src/model/predicate.ts'
import type { CanonicalRecord, ViewRecord } from '../../src/model/record.ts'
import { Cursors } from '../../src/plan/cursor.ts'
import { outcomesOf } from '../../src/plan/evaluate.ts'
import { accessFor } from '../../src/plan/nativeQuery.ts'
import { isFound } from '../../src/plan/outcomes.ts'
import { readPage } from '../../src/plan/page.ts'
import { Ordering } from '../../src/plan/position.ts'
import { fieldsOf } from '../../src/plan/weaken.ts'
import type { BureauSource } from '../../src/records/bureauSource.ts'
import { RowProblems } from '../../src/records/rowProblems.ts'
import { callerOf, catalogue, colours, file, policyOf } from '../disclosure/support/caseCatalogue.ts'
import { bureauProfile } from '../support/bureauProfile.ts'
import { type ContractFixture, callWithin, type MakeFixture } from '../support/connectors/contractFixture.ts'
import { fixtureKinds } from '../support/connectors/fixtureKinds.ts'
import { patientLimits } from '../support/limits.ts'

const type = catalogue.types.get('Dossier') as RecordType
const shownFields = ['label', 'born', 'size', 'colour', 'aliases']

/** The common rows as dossiers; their number stands for a colour too. */
function mappingOf({ sources, children }: ContractFixture): TypeMapping {
  const numbers = [-7, 100, ...Array.from({ length: 22 }, (_, i) => i), ...Array.from({ length: 17 }, (_, i) => 984 + i)]
  const colour = Object.fromEntries(numbers.map((n) => [String(n), colours[Math.abs(n) % 3] ?? 'RED']))
  const text: FieldFile = { object: { text: { column: 'label' } } }
  const child = children === 'table' ? { children: { aliases: { from: sources.aliases ?? '', on: 'thing_id' } } } : {}
  const fields: Readonly<Record<string, FieldFile>> = {
    label: { column: 'name' },
    born: { column: 'born' },
    size: { column: 'n' },
    colour: { column: 'n', codes: 'colour' },
    aliases: { each: 'aliases', item: text },
  }
  const { mappings, problems } = compileMapping(
    { codes: { colour }, types: { Dossier: { from: sources.things, key: 'id', ...child, fields } } },
    'XA',
    catalogue,
    new Set(['XA', 'XB']),
  )
  const mapping = mappings.get('Dossier')
  if (mapping === undefined) throw new Error(problems.map(({ message }) => message).join('\n'))
  return mapping
}

interface System {
  readonly fixture: ContractFixture
  readonly mapping: TypeMapping
  readonly records: readonly CanonicalRecord[]
  /** Every query that reached the system since it was last emptied. */
  readonly queries: NativeQuery[]
  readonly link: Link
}

const limits = { ...patientLimits, deadlineMs: 20_000, concurrency: 8, queue: 100, pageRows: 50, scanRows: 10_000 }

async function open(name: string): Promise<System> {
  const fixture = await (fixtureKinds[name] as MakeFixture)()
  const mapping = mappingOf(fixture)
  const queries: NativeQuery[] = []
  const connector: Connector = {
    capabilities: (source) => fixture.connector.capabilities(source),
    find: (query, call) => {
      queries.push(query)
      return fixture.connector.find(query, call)
    },
    get: (query, call) => fixture.connector.get(query, call),
    describe: (source, call) => fixture.connector.describe(source, call),
    health: (call) => fixture.connector.health(call),
    close: () => fixture.connector.close(),
  }
  const rows: NativeRow[] = []
  const { source, key, keyOrder } = mapping
  let page: string | null = null
  do {
    const read = { source, key, keyOrder, ...mapping.reads(), where: null, orderBy: null, after: null, limit: 100, page }
    const found = await fixture.connector.find(read, callWithin(20_000))
    rows.push(...found.rows)
    page = found.next
  } while (page !== null)
  const records = rows.map((row) => mapping.toCanonical(row).record).filter((record) => record !== null)
  return { fixture, mapping, records, queries, link: new Link('XA', connector, limits) }
}

const systems = new Map<string, System>()
beforeAll(async () => {
  for (const [name, system] of await Promise.all(Object.keys(fixtureKinds).map(async (name) => [name, await open(name)] as const)))
    systems.set(name, system)
}, 60_000)
afterAll(() => Promise.all([...systems.values()].map(({ fixture }) => fixture.stop())))

/** The definition: every record's view, filtered, then ordered, in memory. */
function slowAnswer({ records }: System, policy: Policy, query: RecordQuery): readonly ViewRecord[] {
  const plan = policy.planFor('Dossier', callerOf())
  const ordering = new Ordering(query.orderBy, type)
  return records
    .map((record) => plan.project(seal(record)))
    .filter((view) => view !== null)
    .filter(
      (view) =>
        query.where === null ||
        isFound(
          outcomesOf(query.where, view, catalogue.types, () => null),
          query.match,
        ),
    )
    .sort((a, b) => ordering.compare(ordering.positionOf(a), ordering.positionOf(b), 'text'))
}

function sourceOf({ mapping, link }: System, policy: Policy): BureauSource {
  return { profile: bureauProfile('XA'), limits, link, mappings: new Map([['Dossier', mapping]]), policy, problems: new RowProblems() }
}

/** The hub's answer, all pages of it. */
async function hubAnswer(system: System, policy: Policy, query: RecordQuery): Promise<readonly ViewRecord[]> {
  const { mapping } = system
  const source = sourceOf(system, policy)
  const caller = callerOf()
  const plan = policy.planFor('Dossier', caller)
  const views: ViewRecord[] = []
  let after: string | null = null
  for (let pages = 0; pages < 60; pages++) {
    const page = await readPage(
      { ...query, page: { ...query.page, cursor: after } },
      {
        catalogue,
        sources: [source],
        caller,
        call: callWithin(20_000),
        cursors,
        readerFor: (_bureau, _type, fields) => ({ source, mapping, plan, fields: fields.union(plan.inputs) }),
        selected: new Set(shownFields),
        onStatus: () => {},
      },
    )
    expect(page.sources.map(({ state }) => state)).toEqual(['OK'])
    const found = page.records.map(({ view }) => view)
    const isForwards = query.page.from === 'START'
    views.splice(isForwards ? views.length : 0, 0, ...found)
    if (!(isForwards ? page.hasNextPage : page.hasPreviousPage)) return views
    after = isForwards ? page.endCursor() : page.startCursor()
  }
  throw new Error('the pages do not end')
}
const cursors = new Cursors(new Uint8Array(32).fill(1))

const equalities = [
  'record.colour in ["RED", "BLUE"]',
  'record.colour == "RED"',
  'record.colour != "GREEN"',
  'record.label in ["abel", "Abel", "100_x", "Name 1", "Name 2"]',
]
const others = [
  'record.size >= 10',
  'record.size != 3',
  'yearsBetween(record.born, request.date) >= 46',
  'record.born < "1980-01-02"',
  'record.label.startsWith("100_")',
  'record.label != "Abel"',
  '"A" in record.aliases.text',
]
const lowering = [
  { record: true, cap: 'none' },
  { fields: ['label', 'size'], cap: 'none' },
  { fields: ['born'], cap: 'generalised' },
]

/** Files whose conditions are among these. */
function rulesWith(conditions: readonly string[]) {
  const when = fc.constantFrom(...conditions)
  const withWhen = fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: when.map((one) => ({ when: one })) })
  const listing = withWhen.map((more) => ({ record: 'listed', to: 'any', for: 'any', ...more }))
  const showing = fc
    .tuple(fc.subarray([...shownFields], { minLength: 1 }), fc.constantFrom('full', 'full', 'full', 'generalised', 'masked'), withWhen)
    .map(([fields, level, more]) => ({ fields, level, to: 'any', for: 'any', ...more }))
  const cap = fc.tuple(when, fc.constantFrom(...lowering)).map(([one, more]) => ({ ...more, when: one }))
  const many = { minLength: 1, maxLength: 3 }
  return fc
    .tuple(fc.array(listing, { minLength: 1, maxLength: 2 }), fc.array(showing, many), fc.array(cap, { maxLength: 2 }))
    .map((parts) => parts.flat().map((rule, i) => ({ id: `R${i}`, title: 'generated', on: 'Dossier', ...rule })))
}
const rules = fc.oneof(rulesWith(equalities), rulesWith([...equalities, ...others]))

const compare = (field: string, ops: readonly string[], values: readonly (string | number)[]): fc.Arbitrary<Predicate> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...ops), fc.constantFrom(...values))
      .map(([op, value]): Predicate => ({ kind: 'compare', field, op: op as 'eq', value })),
    fc.subarray([...values], { minLength: 1, maxLength: 3 }).map((value): Predicate => ({ kind: 'compare', field, op: 'in', value })),
  )
const leaf = fc.oneof(
  compare('label', ['eq', 'startsWith'], ['Abel', 'abel', '\u00c1bel', 'A\u0301bel', '100_x', '100', 'Name 1', 'Name', '😀', 'null']),
  compare('born', ['eq', 'gte', 'lte'], ['1980-01-01', '1980', '1966-01-01', '1999-09', '1970-01-01']),
  compare('size', ['eq', 'gte', 'lte'], [3, 0, 16, 990, -7]),
  compare('colour', ['eq'], colours),
  compare('text', ['eq', 'startsWith'], ['A', 'Ω', 'other 1', '100_x']).map(
    (term): Predicate => ({ kind: 'some', field: 'aliases', term }),
  ),
)
const predicate: fc.Arbitrary<Predicate> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(leaf, { minLength: 2, maxLength: 3 }))
      .map(([kind, terms]): Predicate => ({ kind, terms })),
  },
  { weight: 1, arbitrary: leaf.map((term): Predicate => ({ kind: 'not', term })) },
)
const order: fc.Arbitrary<Order> = fc.record({
  field: fc.constantFrom('label', 'born', 'size', 'colour'),
  direction: fc.constantFrom('ASC', 'DESC'),
})
const question = fc.record({
  type: fc.constant('Dossier'),
  where: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: predicate }),
  orderBy: fc.array(order, { minLength: 1, maxLength: 2 }),
  page: fc.record({ size: fc.constantFrom(5, 17, 100), from: fc.constantFrom('START', 'END'), cursor: fc.constant(null) }),
  match: fc.constantFrom('CERTAIN', 'POSSIBLE'),
})

describe('the same records in systems of every kind', () => {
  it('give the same answers, which are those of the definition', async () => {
    // Lists come in the order of their system, which is not the same in all of them.
    const sorted = ({ ref, values }: CanonicalRecord) => ({
      key: ref.key,
      ...values,
      aliases: [values['aliases']]
        .flat()
        .map((one) => JSON.stringify(one))
        .sort(),
    })
    const inOrder = ({ records }: System) => records.map(sorted).sort((a, b) => (a.key < b.key ? -1 : 1))
    const [first] = systems.values()
    for (const [name, system] of systems) expect([name, inOrder(system)]).toEqual([name, inOrder(first as System)])

    const seen = new Map<string, number>()
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    await fc.assert(
      fc.asyncProperty(rules, question, async (written, query) => {
        const policy = policyOf(file(`  ${JSON.stringify(written)}`))
        await Promise.all(
          [...systems].map(async ([name, system]) => {
            system.queries.length = 0
            const expected = slowAnswer(system, policy, query)
            expect([name, await hubAnswer(system, policy, query)]).toEqual([name, expected])
            count('answers')
            if (expected.length > 0 && expected.length < system.records.length) count('between none and all')
            if (system.queries.some(({ where }) => where !== null)) count(`${name} narrows`)
            if (system.queries.some(({ guarded }) => guarded !== undefined)) count(`${name} guards`)
          }),
        )
      }),
      { numRuns: 80 },
    )
    const share = (what: string) => (seen.get(what) ?? 0) / ((seen.get('answers') ?? 1) / systems.size)
    expect(share('between none and all') / systems.size).toBeGreaterThan(0.15)
    // Systems that take few filters are told little.
    const least = (name: string) => (name === 'rest' || name === 'graphql' ? 0.02 : 0.4)
    for (const name of systems.keys()) expect([name, share(`${name} narrows`) > least(name)]).toEqual([name, true])
    for (const name of ['postgres, a server', 'mysql, a MariaDB server', 'sqlite'])
      expect([name, share(`${name} guards`) > 0.01]).toEqual([name, true])
    for (const name of ['rest', 'graphql', 'file, csv']) expect(seen.get(`${name} guards`)).toBeUndefined()
  }, 90_000)

  it('are asked in the same words whatever the question says of fields that not all of them show, but for what stands behind a guard', () => {
    let closed = 0
    let guards = 0
    const ordering = new Ordering([{ field: 'born', direction: 'ASC' }], type)
    fc.assert(
      fc.property(rules, predicate, (written, where) => {
        const policy = policyOf(file(`  ${JSON.stringify(written)}`))
        const plan = policy.planFor('Dossier', callerOf())
        if ([...fieldsOf(where)].some((field) => plan.fixedLevel(field) === 'full')) return
        closed++
        for (const system of systems.values()) {
          const reader = { source: sourceOf(system, policy), mapping: system.mapping, plan, fields: new Set(shownFields) }
          const { guarded = [], ...asked } = accessFor(reader, where, ordering, { start: null, reach: null }).query
          expect(asked).toEqual(accessFor(reader, null, ordering, { start: null, reach: null }).query)
          const exact = shownFields.map((field) => plan.fullWhere(field, system.mapping.mapped)).filter((full) => full !== null)
          for (const { guard } of guarded) {
            guards++
            expect(exact.map((full) => system.mapping.toNativeExactly(full))).toContainEqual(guard)
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(closed).toBeGreaterThan(60)
    expect(guards).toBeGreaterThan(5)
  })
})
