import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TypeMapping } from '../../src/mapping/typeMapping.ts'
import { interval } from '../../src/model/partialDate.ts'
import type { Match, Operator, Predicate } from '../../src/model/predicate.ts'
import type { CanonicalValue, FieldLevel, ViewRecord } from '../../src/model/record.ts'
import { evaluate, outcomesOf } from '../../src/plan/evaluate.ts'
import { allOf, anyOf, type K3, negate } from '../../src/plan/kleene.ts'
import { isFound } from '../../src/plan/outcomes.ts'
import { withoutPartialDates } from '../../src/plan/withoutPartialDates.ts'
import { catalogue } from '../support/catalogue.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const person = (values: Record<string, CanonicalValue>, levels: Record<string, FieldLevel> = {}): ViewRecord => ({
  ref: { bureau: 'XA', type: 'Person', key: '1' },
  values,
  disclosure: Object.entries(levels).map(([field, level]) => ({ field, level, reason: 'NOT_SHARED' })),
})
const finds = (predicate: Predicate, view: ViewRecord, match: Match) =>
  isFound(
    outcomesOf(predicate, view, catalogue.types, () => null),
    match,
  )
const compare = (field: string, op: Operator, value: CanonicalValue): Predicate => ({ kind: 'compare', field, op, value })
const not = (term: Predicate): Predicate => ({ kind: 'not', term })
const and = (...terms: Predicate[]): Predicate => ({ kind: 'and', terms })
const or = (...terms: Predicate[]): Predicate => ({ kind: 'or', terms })

describe('a date known in part', () => {
  it.each([
    // value, condition: certain, possible, and the same under not
    ['1980', 'eq', '1980-06-15', false, true, false, true],
    ['1980-06-15', 'eq', '1980', true, true, false, false],
    ['1981', 'eq', '1980', false, false, true, true],
    ['198X', 'gte', '1985', false, true, false, true],
    ['1980', 'lte', '1980', true, true, false, false],
    ['1980', 'in', ['1979', '1980-06'], false, true, false, true],
    ['1985/1989', 'lte', '1984', false, false, true, true],
    ['nonsense', 'eq', '1980', false, false, false, false],
    [null, 'eq', '1980', false, false, false, false],
  ] as const)('%s %s %s is found certainly %s, possibly %s; under not %s, %s', (have, op, want, ...expected) => {
    const condition = compare('birthDate', op, want)
    const view = person({ birthDate: have })
    expect([
      finds(condition, view, 'CERTAIN'),
      finds(condition, view, 'POSSIBLE'),
      finds(not(condition), view, 'CERTAIN'),
      finds(not(condition), view, 'POSSIBLE'),
    ]).toEqual(expected)
  })

  it('is found alike whether its owner knows no more or shows no more', () => {
    for (const match of ['CERTAIN', 'POSSIBLE'] as const) {
      for (const day of ['1980', '1980-06-15', '1981']) {
        const condition = compare('birthDate', 'eq', day)
        expect(finds(condition, person({ birthDate: '1980' }, { birthDate: 'generalised' }), match)).toBe(
          finds(condition, person({ birthDate: '1980' }), match),
        )
      }
    }
  })
})

describe('a number shown as a band', () => {
  const height = (op: Operator, value: number): Predicate => ({ kind: 'some', field: 'description', term: compare('heightCm', op, value) })
  const banded = person({ description: { heightCm: 180 } }, { description: 'generalised' })
  it.each([
    ['eq', 185, false, true],
    ['eq', 180, false, true],
    ['eq', 190, false, false],
    ['gte', 180, true, true],
    ['gte', 181, false, true],
    ['lte', 189, true, true],
    ['lte', 188, false, true],
    ['lte', 179, false, false],
  ] as const)('of 180 to 189 is %s %s: certainly %s, possibly %s', (op, value, certain, possible) => {
    expect([finds(height(op, value), banded, 'CERTAIN'), finds(height(op, value), banded, 'POSSIBLE')]).toEqual([certain, possible])
  })

  it('shown in full is the number', () => {
    const full = person({ description: { heightCm: 180 } })
    expect(finds(height('eq', 185), full, 'POSSIBLE')).toBe(false)
    expect(finds(height('eq', 180), full, 'CERTAIN')).toBe(true)
  })
})

describe('what is withheld', () => {
  it.each<[string, Predicate, ViewRecord]>([
    ['a withheld field', compare('birthDate', 'gte', '1900'), person({}, { birthDate: 'none' })],
    ['a field without a value', compare('birthDate', 'gte', '1900'), person({ birthDate: null })],
    ['a masked text', compare('occupation', 'startsWith', 'P'), person({ occupation: 'P.' }, { occupation: 'masked' })],
    [
      'a part that the coarser form leaves out',
      { kind: 'some', field: 'birthPlace', term: compare('name', 'eq', 'Ortan') },
      person({ birthPlace: { country: 'XA' } }, { birthPlace: 'generalised' }),
    ],
  ])('satisfies nothing in either mode, and nothing under not: %s', (_what, condition, view) => {
    for (const match of ['CERTAIN', 'POSSIBLE'] as const) {
      for (const asked of [condition, not(condition), not(not(condition)), and(condition, not(condition))])
        expect(finds(asked, view, match)).toBe(false)
    }
  })

  it('does not become possible beside what is', () => {
    const view = person({ birthDate: '1980' }, { status: 'none' })
    const withheld = compare('status', 'eq', 'MISSING')
    const open = compare('birthDate', 'eq', '1980-06-15')
    expect(finds(and(withheld, open), view, 'POSSIBLE')).toBe(false)
    expect(finds(not(or(withheld, open)), view, 'POSSIBLE')).toBe(false)
    // On a day that makes one side of a conjunction false, it is false whatever the other side is.
    expect(finds(not(and(withheld, open)), view, 'POSSIBLE')).toBe(true)
    expect(finds(not(and(withheld, open)), view, 'CERTAIN')).toBe(false)
  })
})

/** The definition: a predicate on a view whose dates are whole days, in Kleene's logic. */
function onDays(predicate: Predicate, days: Readonly<Record<string, string | null>>): K3 {
  switch (predicate.kind) {
    case 'and':
      return allOf(predicate.terms.map((term) => onDays(term, days)))
    case 'or':
      return anyOf(predicate.terms.map((term) => onDays(term, days)))
    case 'not':
      return negate(onDays(predicate.term, days))
    case 'some':
      throw new Error('not generated')
    case 'compare': {
      const day = days[predicate.field] ?? null
      const want = interval(String(predicate.value))
      if (day === null || want === null) return null
      if (predicate.op === 'gte') return day >= want.first
      if (predicate.op === 'lte') return day <= want.last
      return day >= want.first && day <= want.last
    }
  }
}

const dayNames = ['1980-02-27', '1980-02-28', '1980-02-29', '1980-03-01', '1980-03-02']
const spans = dayNames.flatMap((from, i) => dayNames.slice(i).map((to) => ({ value: from === to ? from : `${from}/${to}`, from, to })))
const value = fc.option(fc.constantFrom(...spans), { freq: 4 })
const daysOf = (span: (typeof spans)[number] | null) =>
  span === null ? [null] : dayNames.slice(dayNames.indexOf(span.from), dayNames.indexOf(span.to) + 1)
const leafOn = (field: string) =>
  fc
    .record({ op: fc.constantFrom<Operator>('eq', 'gte', 'lte'), span: fc.constantFrom(...spans) })
    .map(({ op, span }) => compare(field, op, span.value))
const fields = ['birthDate', 'deathDate'] as const
const tree = fc.letrec<{ tree: Predicate }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: fc.constantFrom(...fields).chain(leafOn) },
    { weight: 1, arbitrary: fc.array(tie('tree'), { maxLength: 3 }).map((terms) => and(...terms)) },
    { weight: 1, arbitrary: fc.array(tie('tree'), { maxLength: 3 }).map((terms) => or(...terms)) },
    { weight: 1, arbitrary: tie('tree').map(not) },
  ),
})).tree
const timesNamed = (predicate: Predicate, field: string): number => {
  if (predicate.kind === 'and' || predicate.kind === 'or') return predicate.terms.reduce((sum, term) => sum + timesNamed(term, field), 0)
  if (predicate.kind === 'not' || predicate.kind === 'some') return timesNamed(predicate.term, field)
  return predicate.field === field ? 1 : 0
}

describe('both modes, against their definition', () => {
  it('find what is true on every day and on some day; where no date is asked about twice, exactly that', () => {
    const seen = { certain: 0, onlyPossible: 0, neither: 0, exact: 0 }
    fc.assert(
      fc.property(tree, value, value, (predicate, birth, death) => {
        const view = person({ birthDate: birth?.value ?? null, deathDate: death?.value ?? null })
        const truths = daysOf(birth).flatMap((birthDate) => daysOf(death).map((deathDate) => onDays(predicate, { birthDate, deathDate })))
        const every = truths.every((truth) => truth === true)
        const some = truths.some((truth) => truth === true)
        const [certain, possible] = [finds(predicate, view, 'CERTAIN'), finds(predicate, view, 'POSSIBLE')]
        if (certain) expect(every).toBe(true)
        if (some) expect(possible).toBe(true)
        if (certain) expect(possible).toBe(true)
        expect(certain).toBe(evaluate(predicate, view, catalogue.types, () => null) === true)
        seen[certain ? 'certain' : possible ? 'onlyPossible' : 'neither']++
        if (fields.some((field) => timesNamed(predicate, field) > 1)) return
        expect([certain, possible]).toEqual([every, some])
        seen.exact++
      }),
      { numRuns: 5000 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(300)
  })
})

describe('what a bureau may be told of a possible match', () => {
  const other = fc.constantFrom('MISSING', 'WITNESS').map((status) => compare('status', 'eq', status))
  const nested = fc.record({ op: fc.constantFrom<Operator>('eq', 'gte'), number: fc.constantFrom('A1', 'B2') }).map(
    ({ op, number }): Predicate => ({
      kind: 'some',
      field: 'documents',
      term: and(compare('number', 'eq', number), compare('issuedOn', op, '1980-02-28')),
    }),
  )
  const mixed = fc.letrec<{ tree: Predicate }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leafOn('birthDate'),
      other,
      nested,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((terms) => and(...terms)),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((terms) => or(...terms)),
      tie('tree').map(not),
    ),
  })).tree

  it('is true of everything that is possibly found, and names no date that may be known in part', () => {
    let told = 0
    fc.assert(
      fc.property(mixed, value, value, fc.constantFrom('MISSING', 'WITNESS', null), (predicate, birth, issued, status) => {
        const documents = [{ number: 'A1', issuedOn: issued?.value ?? null }]
        const view = person({ birthDate: birth?.value ?? null, status, documents })
        const weaker = withoutPartialDates(predicate, 'Person', catalogue)
        if (weaker === null) return
        expect(JSON.stringify(weaker)).not.toMatch(/birthDate|issuedOn/)
        if (!finds(predicate, view, 'POSSIBLE')) return
        expect(finds(weaker, view, 'CERTAIN')).toBe(true)
        told++
      }),
      { numRuns: 4000 },
    )
    expect(told).toBeGreaterThan(300)
  })
})

/** A bureau whose system compares stored birth dates as texts when it is asked to. */
function eagerBureau(rows: readonly Record<string, unknown>[]): MemoryBureau {
  const bureau = memoryBureau('XA', { rows: { Person: rows } })
  const eager = (mapping: TypeMapping): TypeMapping => ({
    ...mapping,
    toNative: (predicate, can) =>
      predicate.kind === 'compare' && predicate.field === 'birthDate'
        ? { kind: 'compare', path: 'birthDate', op: predicate.op, value: predicate.value as string }
        : mapping.toNative(predicate, can),
  })
  const mappings = new Map([...bureau.source.mappings].map(([type, mapping]) => [type, eager(mapping)]))
  return { ...bureau, source: { ...bureau.source, mappings } }
}

describe('match: in a question', () => {
  const rows = [
    { key: 'p1', birthDate: '1980', status: 'MISSING' },
    { key: 'p2', birthDate: '1980-06-15', status: 'MISSING' },
    { key: 'p3', birthDate: '1981', status: 'MISSING' },
  ]
  const births = async (match: string) => {
    const { data, errors } = await memoryHub([eagerBureau(rows)]).ask(
      `{ persons(where: { birthDate: { eq: "1980-06-15" } }${match}, orderBy: [{ field: BIRTH_DATE }]) { totalCount nodes { birthDate } } }`,
    )
    expect(errors).toBeUndefined()
    return (data as unknown as { persons: { totalCount: number; nodes: { birthDate: string }[] } }).persons
  }

  it('is certain when nothing is said, and finds what may be when asked, whatever the system would have left out', async () => {
    const certain = { totalCount: 1, nodes: [{ birthDate: '1980-06-15' }] }
    expect(await births('')).toEqual(certain)
    expect(await births(', match: CERTAIN')).toEqual(certain)
    expect(await births(', match: POSSIBLE')).toEqual({ totalCount: 2, nodes: [{ birthDate: '1980' }, { birthDate: '1980-06-15' }] })
  })
})
