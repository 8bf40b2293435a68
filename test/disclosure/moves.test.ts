import { describe, expect, it } from 'vitest'
import { sharesNothing } from '../../src/disclosure/compilePolicy.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import { seal } from '../../src/disclosure/seal.ts'
import type { RecordSketch } from '../../src/model/change.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { catalogue as realCatalogue } from '../support/catalogue.ts'
import { callerOf, catalogue, dossier, file, policyOf, type Who } from './support/caseCatalogue.ts'
import { filePolicy, openRules } from './support/limitedCatalogue.ts'
import { digest, sketchOf, type Values } from './support/moveCases.ts'

const listed = '  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, mayInclude: any }'
const shows = (fields: string, level: string, more = '') =>
  `\n  - { id: ${level}${fields.length}${more.length}, title: t, on: Dossier, fields: [${fields}], level: ${level}, to: any, for: any${more} }`
const forms = (label: string) => `forms: { Dossier: { label: { masked: ${label} } } }\n`

/** What moved for a caller between two states, each sketched under a policy of its own unless said otherwise. */
function moved(policy: Policy, before: Values | null, after: Values | null, { was = policy, is = policy, who = {} as Who } = {}) {
  const sketch = (under: Policy, values: Values | null) => (values === null ? null : sketchOf(under, dossier(values)))
  return policy.planFor('Dossier', callerOf(who)).moves(sketch(was, before), sketch(is, after))
}

const changed = (...fields: readonly string[]) => ({ kind: 'CHANGED', fields, links: [] })
const appeared = { kind: 'APPEARED', fields: [], links: [] }
const disappeared = { kind: 'DISAPPEARED', fields: [], links: [] }

describe('a move in a view', () => {
  const policy = policyOf(
    file(
      `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, when: record.colour != "GREEN", mayInclude: any }${shows('label', 'masked')}${shows('born', 'generalised')}${shows('size, parent', 'full')}${shows('seen', 'full', ', when: record.colour == "RED", declassifies: [record.colour]')}`,
    ),
  )

  it('is of the fields that the view shows otherwise, in schema order', () => {
    expect(moved(policy, { size: 1, born: '1980' }, { size: 2, born: '1981', colour: null })).toBe(null)
    const [before, after] = [
      { colour: 'RED', size: 1, born: '1980' },
      { colour: 'RED', size: 2, born: '1981' },
    ]
    expect(moved(policy, before, after)).toEqual(changed('born', 'size'))
  })

  it('is none where a coarser form stays what it was', () => {
    const red = { colour: 'RED' }
    expect(moved(policy, { ...red, born: '1980-01-01', label: 'Anna Roth' }, { ...red, born: '1980-12-31', label: 'Aino Ross' })).toBe(null)
    expect(moved(policy, { ...red, born: '1980-01-01', label: 'Anna Roth' }, { ...red, born: '1981-01-01', label: 'Bea Roth' })).toEqual(
      changed('label', 'born'),
    )
  })

  it('is none of what is withheld', () => {
    expect(moved(policy, { colour: 'RED', opened: '2020-01-01', tags: ['MINOR'] }, { colour: 'RED', opened: '2021-01-01', tags: [] })).toBe(
      null,
    )
  })

  it('is one of a level, whatever the value and even without one', () => {
    expect(moved(policy, { colour: 'RED' }, { colour: 'BLUE' })).toEqual(changed('seen'))
    const seen = '2026-01-01T00:00:00Z'
    expect(moved(policy, { colour: 'BLUE', seen }, { colour: 'RED', seen })).toEqual(changed('seen'))
  })

  it('is none of the order of a list, and one of its members', () => {
    const tags = policyOf(file(`${listed}${shows('tags', 'full')}`))
    expect(moved(tags, { tags: ['MINOR', 'ARMED'] }, { tags: ['ARMED', 'MINOR'] })).toBe(null)
    expect(moved(tags, { tags: ['MINOR', 'ARMED'] }, { tags: ['ARMED'] })).toEqual(changed('tags'))
    expect(moved(tags, { tags: null }, { tags: [] })).toEqual(changed('tags'))
  })

  it('is an appearance or a disappearance at the edges of the view, without a word of what else moved', () => {
    expect(moved(policy, { colour: 'GREEN', size: 1 }, { colour: 'RED', size: 2 })).toEqual(appeared)
    expect(moved(policy, { colour: 'RED', size: 1 }, { colour: 'GREEN', size: 2 })).toEqual(disappeared)
    expect(moved(policy, null, { colour: 'RED' })).toEqual(appeared)
    expect(moved(policy, { colour: 'RED' }, null)).toEqual(disappeared)
    expect(moved(policy, { colour: 'GREEN', size: 1 }, { colour: 'GREEN', size: 2 })).toBe(null)
    expect(moved(policy, null, { colour: 'GREEN' })).toBe(null)
    expect(moved(policy, { colour: 'GREEN' }, null)).toBe(null)
    expect(moved(policy, null, null)).toBe(null)
  })

  it('names the ends of links that came or went, and those that a level brought', () => {
    const to = (bureau: string, key: string, type = 'Dossier') => ({ bureau, type, key })
    const before = { colour: 'RED', parent: to('XA', '2') }
    expect(moved(policy, before, { ...before, parent: to('XB', '2') })).toEqual({
      kind: 'CHANGED',
      fields: [],
      links: [{ field: 'parent', ends: [to('XA', '2'), to('XB', '2')] }],
    })
    expect(moved(policy, before, { ...before, parent: to('XA', '2', 'Note') })?.links[0]?.ends).toEqual([
      to('XA', '2'),
      to('XA', '2', 'Note'),
    ])
    expect(moved(policy, before, { ...before, parent: null })?.links).toEqual([{ field: 'parent', ends: [to('XA', '2')] }])
    const some = policyOf(
      file(`${listed}${shows('parent, children', 'full', ', when: record.colour == "RED", declassifies: [record.colour]')}`),
    )
    expect(moved(some, before, { ...before, colour: 'BLUE' })).toEqual({
      kind: 'CHANGED',
      fields: ['parent', 'children'],
      links: [{ field: 'parent', ends: [to('XA', '2')] }],
    })
    expect(moved(some, { ...before, colour: 'BLUE' }, { colour: 'BLUE', parent: null })).toBe(null)
  })

  it('is none of links that cannot be read', () => {
    const values = { colour: 'RED', parent: { bureau: 'XA', type: 'Dossier', key: '2' } }
    const plan = policy.planFor('Dossier', callerOf())
    const sketch = sketchOf(policy, dossier(values))
    for (const parent of [5, [5], [['2', 5]], [[]], { 0: '2' }])
      expect(plan.moves(sketch, { ...sketch, l: { parent } as unknown as CanonicalValue })).toBe(null)
  })

  it('is decided by the rules and the day of now, for both states', () => {
    const adults = policyOf(
      file(
        `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, when: 'yearsBetween(record.born, request.date) >= 18', mayInclude: any }${shows('size', 'full')}`,
      ),
    )
    const [before, after] = [
      { born: '2008-06-15', size: 1 },
      { born: '2008-06-15', size: 2 },
    ]
    expect(moved(adults, before, after, { who: { date: '2026-06-14' } })).toBe(null)
    expect(moved(adults, before, after, { who: { date: '2026-06-15' } })).toEqual(changed('size'))
  })

  it('is of everything for the bureau’s own officers, and of nothing for a type that is not known or a caller who is shut out', () => {
    const own = { country: 'XA' }
    const [before, after] = [
      { colour: 'GREEN', opened: '2020-01-01' },
      { colour: 'GREEN', opened: '2021-01-01' },
    ]
    expect(moved(policy, before, after, { who: own })).toEqual(changed('opened'))
    expect(policy.planFor('Nothing', callerOf()).moves(null, sketchOf(policy, dossier(after)))).toBe(null)
    const shutOut = filePolicy(openRules, {
      surroundings: { bureaus: ['XA'], policyOf: () => null, isSuspended: (bureau) => bureau === 'XB' },
    })
    const sketch = sketchOf(shutOut, seal({ ref: { bureau: 'XA', type: 'File', key: '1' }, values: { name: 'Ann' } }))
    expect(shutOut.planFor('File', callerOf()).moves(null, sketch)).toBe(null)
    expect(shutOut.planFor('File', callerOf({ country: 'XC' })).moves(null, sketch)).toEqual(appeared)
  })
})

describe('a state that was sketched under other rules', () => {
  const byColour = policyOf(
    file(
      `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, when: record.colour == "RED", mayInclude: any }${shows('size', 'full')}`,
    ),
  )
  const bySize = policyOf(
    file(
      `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, when: record.size >= 3, mayInclude: any }${shows('size', 'full')}`,
    ),
  )
  const ofSize = (size: number): Values => ({ colour: 'RED', size })
  const [large, larger, small, smaller] = [ofSize(4), ofSize(5), ofSize(2), ofSize(1)]

  it('is taken to be decided as the other one: a visible change is told, a hidden one is not', () => {
    expect(moved(bySize, large, larger, { was: byColour })).toEqual(changed('size'))
    expect(moved(bySize, large, larger, { is: byColour })).toEqual(changed('size'))
    expect(moved(bySize, small, smaller, { was: byColour })).toBe(null)
    expect(moved(bySize, small, smaller, { is: byColour })).toBe(null)
  })

  it('may be told as another kind of move, and is none where there is no other state', () => {
    expect(moved(bySize, small, large, { was: byColour })).toEqual(changed('size'))
    expect(moved(bySize, null, large, { is: byColour })).toBe(null)
    expect(moved(bySize, large, null, { was: byColour })).toBe(null)
  })

  it('tells nothing when both were: nobody can say whether the caller saw either', () => {
    expect(moved(bySize, large, larger, { was: byColour, is: byColour })).toBe(null)
  })

  it('tells of the record where the sketch decides it, though it does not decide the fields', () => {
    const fieldBySize = policyOf(
      file(
        `${listed.replace('mayInclude', 'when: record.colour == "RED", mayInclude')}${shows('label', 'full', ', when: record.size >= 3, declassifies: [record.size]')}`,
      ),
    )
    const hidden = { colour: 'BLUE', size: 4, label: 'a' }
    expect(moved(fieldBySize, hidden, { ...large, label: 'b' }, { was: byColour })).toEqual(appeared)
    expect(moved(fieldBySize, { ...large, label: 'b' }, hidden, { is: byColour })).toEqual(disappeared)
    expect(moved(fieldBySize, { ...large, label: 'a' }, { ...large, label: 'b' }, { was: byColour })).toEqual(changed('label'))
    expect(moved(fieldBySize, { ...small, label: 'a' }, { ...small, label: 'b' }, { was: byColour })).toBe(null)
    expect(moved(fieldBySize, { ...large, label: 'a' }, { ...large, label: 'b' }, { was: byColour, is: byColour })).toBe(null)
  })

  it('does not decide by what it keeps of a value that was there', () => {
    const byPresence = policyOf(
      file(
        `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, when: has(record.size), mayInclude: any }${shows('size', 'full')}`,
      ),
    )
    expect(sketchOf(byPresence, dossier(large))).toMatchObject({ i: { size: true }, p: ['size'] })
    expect(moved(bySize, large, larger, { was: byPresence })).toEqual(changed('size'))
    expect(moved(bySize, small, smaller, { is: byPresence })).toBe(null)
    // That there is none is all there is to know.
    expect(moved(bySize, { colour: 'RED', size: null }, large, { was: byPresence })).toEqual(appeared)
  })

  it('does not decide by other parts of an object than it keeps', () => {
    const by = (when: string) =>
      policyOf(
        file(
          `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, when: '${when}', mayInclude: any }${shows('size', 'full')}`,
        ),
      )
    const [country, countries] = [by('record.home.country == "XB"'), by('"XB" in record.homes.country')]
    const place = { name: 'Old Town', region: 'South', country: 'XB' }
    const [one, two] = [1, 2].map((size): Values => ({ size, home: place, homes: [place, { ...place, country: 'XC' }] }))
    for (const [policy, older] of [
      [country, by('has(record.home)')],
      [country, by('record.home.name == "Old Town"')],
      [country, by('has(record.home.country)')],
      [countries, by('has(record.homes)')],
      [countries, by('"Old Town" in record.homes.name')],
    ] as const) {
      expect(moved(policy, one as Values, two as Values, { was: older })).toEqual(changed('size'))
      expect(moved(policy, one as Values, two as Values, { is: older })).toEqual(changed('size'))
    }
    expect(sketchOf(by('has(record.home.name)'), dossier(one as Values))['i']).toEqual({ home: { name: true } })
  })

  it('does not count as moved in a form that was chosen otherwise, then or now', () => {
    const masked = (form: string) => policyOf(file(`${listed}${shows('label', 'masked')}`, forms(form)))
    const [initials, last4] = [masked('initials'), masked('last4')]
    const [one, two] = [{ label: 'AB1234567' }, { label: 'CD9876543' }]
    expect(moved(last4, one, two)).toEqual(changed('label'))
    expect(moved(last4, one, two, { was: initials })).toBe(null)
    expect(moved(last4, one, two, { is: initials })).toBe(null)
    expect(moved(last4, one, two, { was: initials, is: initials })).toBe(null)
    expect(moved(initials, one, two, { was: last4, is: last4 })).toBe(null)
    // Of another field, and at another level, it says nothing.
    const full = policyOf(file(`${listed}${shows('label', 'full')}`, forms('last4')))
    expect(moved(full, one, two, { was: initials })).toEqual(changed('label'))
  })

  it('of a schema with other fields tells of levels alone', () => {
    const policy = policyOf(
      file(`${listed}${shows('size', 'full')}${shows('seen', 'full', ', when: record.colour == "RED", declassifies: [record.colour]')}`),
    )
    const plan = policy.planFor('Dossier', callerOf())
    const [before, after] = [sketchOf(policy, dossier(small)), sketchOf(policy, dossier({ ...large, colour: 'BLUE' }))]
    expect(plan.moves(before, after)).toEqual(changed('seen', 'size'))
    expect(plan.moves({ ...before, s: 'other' }, after)).toEqual(changed('seen'))
    expect(plan.moves({ ...before, s: 'other' }, { ...after, s: 'other' })).toEqual(changed('seen'))
  })
})

describe('a record held for another bureau', () => {
  const policies = new Map<string, Policy>()
  const surroundings = { bureaus: ['XA', 'XC'], policyOf: (bureau: string) => policies.get(bureau) ?? null, isSuspended: () => false }
  const holder = filePolicy(openRules, { surroundings })
  policies.set(
    'XC',
    filePolicy(
      `  - { id: L, title: t, on: File, record: listed, to: any, for: any, when: record.risk == "RED", mayInclude: any }
  - { id: F, title: t, on: File, fields: [name], level: masked, to: any, for: any }`,
      { bureau: 'XC', surroundings },
    ),
  )
  const sketch = (values: Values) => sketchOf(holder, seal({ ref: { bureau: 'XA', type: 'File', key: '1' }, values }))
  const heldMove = (before: Values, after: Values, country = 'XB') =>
    holder.planFor('File', callerOf({ country })).moves(sketch(before), sketch(after))
  const held = (from: string | null, more: Values = {}): Values => ({ risk: 'RED', name: 'Ann Roth', marking: { from }, ...more })

  it('moves in what the originator shows too, and in nothing else', () => {
    expect(heldMove(held('XC'), held('XC', { name: 'Aino Ross' }))).toBe(null)
    expect(heldMove(held('XC'), held('XC', { name: 'Bea Ross' }))).toEqual(changed('name'))
    expect(heldMove(held(null), held(null, { name: 'Aino Ross' }))).toEqual(changed('name'))
    expect(heldMove(held('XC'), held('XC', { risk: 'BLUE' }))).toEqual(disappeared)
    expect(heldMove(held('XC'), held('XC', { name: 'Aino Ross' }), 'XA')).toEqual(changed('name'))
  })

  it('does not move while the hub does not have the originator’s rules, and disappears when it is held for such a bureau', () => {
    expect(heldMove(held('XD'), held('XD', { name: 'Bea Ross' }))).toBe(null)
    expect(heldMove(held(null), held('XD'))).toEqual(disappeared)
    expect(heldMove(held('XC'), held(null))).toMatchObject({ kind: 'CHANGED' })
  })

  it('keeps what the originator’s rules read, and only then', () => {
    expect(sketch(held('XC'))['i']).toMatchObject({ risk: 'RED', marking: { from: 'XC' } })
    expect(sketch(held(null))['i']).not.toHaveProperty('risk')
  })

  it('tells nothing of a state that does not say for whom it is held, beyond what the other one shows', () => {
    const plan = holder.planFor('File', callerOf())
    for (const missing of ['marking', 'risk']) {
      const whole = sketch(held('XC', { name: 'Aino Ross' }))
      const without = { ...whole, i: { ...(whole['i'] as Values), [missing]: undefined } }
      const stored = JSON.parse(JSON.stringify(without)) as RecordSketch
      expect(plan.moves(stored, sketch(held('XC')))).toBe(null)
      expect(plan.moves(sketch(held('XC')), stored)).toBe(null)
      expect(plan.moves(stored, null)).toBe(null)
      expect(plan.moves(stored, stored)).toBe(null)
    }
  })
})

describe('what a sketch keeps', () => {
  const secret = (i: number) => `Canary-${i}`
  const values: Values = {
    colour: 'RED',
    tags: ['MINOR', 'ARMED'],
    label: secret(1),
    born: '1983-07-19',
    opened: '2019-03-11',
    seen: '2018-02-07T10:20:30Z',
    size: 90817263,
    open: true,
    home: { name: secret(2), region: secret(3), country: 'XB' },
    homes: [
      { name: secret(4), region: secret(5), country: 'XC' },
      { name: secret(6), region: secret(7), country: 'XD' },
      { name: secret(8), region: secret(9), country: 'XC' },
    ],
    aliases: [{ kind: 'RED', text: secret(10), since: '2017-01-02' }],
    parent: { bureau: 'XA', type: 'Dossier', key: '2' },
  }
  const rules = `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, when: caller.country in record.homes.country && has(record.label), mayInclude: any }`
  const policy = policyOf(
    file(
      `${rules}${shows('label, homes', 'masked')}${shows('size', 'full', ', when: has(record.home) && record.colour == "RED", declassifies: [record.colour, record.home]')}`,
    ),
  )
  const sketch = JSON.stringify(policy.sketch(dossier(values), digest))

  it('is of values only what rules read: parts of objects, members of lists once, and of presence no more than that', () => {
    expect(JSON.parse(sketch).i).toEqual({ colour: 'RED', homes: [{ country: 'XC' }, { country: 'XD' }], label: true, home: true })
    expect(JSON.parse(sketch).p).toEqual(['label', 'home'])
  })

  it('holds no value of another field, in any form', () => {
    for (const leaf of leavesOf({ ...values, colour: null, parent: null, homes: null }).filter((value) => value !== 'RED'))
      expect([leaf, sketch.includes(String(leaf)) && leaf !== true]).toEqual([leaf, false])
    for (const part of ['Canary', 'C.', 'North', '1983', '198', '9081']) expect([part, sketch.includes(part)]).toEqual([part, false])
  })

  it('reads no rule that bears on hit checks alone', () => {
    const hits = policyOf(file(`  - { id: H, title: t, on: Dossier, record: hit, to: any, for: any, when: record.size > 3, blind: true }`))
    expect(sketchOf(hits, dossier(values))['i']).toEqual({})
  })

  it('is digests of which no two are alike for equal values in two fields, forms, records, types or bureaus', () => {
    const seen: string[] = []
    const spy = (text: string) => {
      seen.push(text)
      return digest(text)
    }
    const same: Values = { label: '1980', born: '1980' }
    for (const key of ['1', '2']) policy.sketch(seal({ ref: { bureau: 'XA', type: 'Dossier', key }, values: same }), spy)
    policy.sketch(seal({ ref: { bureau: 'XA', type: 'Note', key: '1' }, values: same }), spy)
    sharesNothing('XB', catalogue).sketch(seal({ ref: { bureau: 'XB', type: 'Dossier', key: '1' }, values: same }), spy)
    // Of a dossier two forms each, of a note without a birth date those of the label.
    expect(seen.length).toBe(14)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('is the same whatever the order of lists and of parts, and another for another key of digests', () => {
    const turned = Object.fromEntries(
      Object.entries(values).map(([field, value]): [string, CanonicalValue] => [field, Array.isArray(value) ? value.toReversed() : value]),
    )
    expect(JSON.stringify(policy.sketch(dossier(turned), digest))).toBe(sketch)
    expect(JSON.stringify(policy.sketch(dossier(values), (text) => digest(`x${text}`)))).not.toBe(sketch)
  })

  it('is the same whatever the order of links, and in whatever order they stood they have not moved', () => {
    const policy = sharesNothing('XA', realCatalogue)
    const ends = ['p1', 'p2'].flatMap((key) => ['XA', 'XB'].map((bureau) => ({ bureau, type: 'Person', key })))
    const of = (subjects: CanonicalValue) => seal({ ref: { bureau: 'XA', type: 'AssistanceRequest', key: '1' }, values: { subjects } })
    const [sketch, turned] = [policy.sketch(of(ends), digest), policy.sketch(of(ends.toReversed()), digest)]
    expect(turned).toEqual(sketch)
    expect(sketch['l']).toEqual({ subjects: ['p1', 'p2', ['p1', 'Person', 'XB'], ['p2', 'Person', 'XB']] })
    const plan = policy.planFor('AssistanceRequest', callerOf({ country: 'XA' }))
    expect(plan.moves(sketch, { ...sketch, l: { subjects: (sketch['l'] as { subjects: CanonicalValue[] }).subjects.toReversed() } })).toBe(
      null,
    )
    expect(plan.moves(sketch, policy.sketch(of(ends.slice(1)), digest))?.links).toEqual([{ field: 'subjects', ends: ends.slice(0, 1) }])
  })

  it('is nothing of a record of another bureau or of a type that is not known', () => {
    expect(policy.sketch(dossier(values, 'XB'), digest)).toEqual({})
    expect(policy.sketch(dossier(values, 'XA', 'Nothing'), digest)).toEqual({})
    expect(policy.planFor('Dossier', callerOf()).moves(null, {})).toBe(null)
  })
})

function leavesOf(value: CanonicalValue): readonly CanonicalValue[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : value === null ? [] : [value]
}
