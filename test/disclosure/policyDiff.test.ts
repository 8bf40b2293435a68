import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompiledRules, compileRules } from '../../src/disclosure/compilePolicy.ts'
import { levelOf, type Policy } from '../../src/disclosure/policy.ts'
import { groupText } from '../../src/disclosure/study/classGroups.ts'
import { type PolicyDiff, policyDiff } from '../../src/disclosure/study/policyDiff.ts'
import type { Caller } from '../../src/model/principal.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { callerOf, catalogue, dossier, file, options, purposes } from './support/caseCatalogue.ts'
import {
  caller as callers,
  cap,
  fields,
  fileOf,
  type PolicyCase,
  permit,
  policyCase,
  type RuleCase,
  record,
} from './support/policyCases.ts'

const now = Date.parse('2026-06-15T12:00:00Z')
const world = { bureau: 'XA', purposes, now }

function compiled(text: string): CompiledRules {
  const found = compileRules(text, 'd.yaml', catalogue, options)
  if (found.rules === null) throw new Error(found.problems.map(formatProblem).join('\n'))
  return found
}

const diffOf = (older: string, newer: string): PolicyDiff => policyDiff(compiled(older), compiled(newer), world)
const changesOf = (older: string, newer: string) =>
  diffOf(file(older), file(newer)).changes.map(({ fields: about, direction, from, to, callers: groups }) => [
    about,
    direction,
    from,
    to,
    groups,
  ])

const listed = '  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any }'

describe('a comparison of two files', () => {
  it('finds nothing between a file and itself, whatever the words and the order', () => {
    const rules = `${listed}\n  - { id: A, title: t, on: Dossier, fields: [label], level: full, to: caller.clearance >= 2, for: any }`
    const turned = `  - { id: Z, title: other, why: w, on: Dossier, fields: [label], level: full, to: caller.clearance >= 2, for: any }\n${listed}`
    expect(diffOf(file(rules), file(turned))).toMatchObject({ changes: [], loosens: false, tightens: false, exhaustive: true })
  })

  it('tells who gains which field, from which level to which', () => {
    const rule = (to: string) =>
      `${listed}\n  - { id: A, title: t, on: Dossier, fields: [label, size], level: full, to: '${to}', for: [AUDIT, INVESTIGATION] }`
    const older = rule('"ANALYST" in caller.roles && caller.clearance >= 3')
    const newer = rule('"ANALYST" in caller.roles && caller.clearance >= 2')
    const gain = 'callers with the role ANALYST, with clearance 2, for INVESTIGATION or AUDIT'
    expect(changesOf(older, newer)).toEqual([[['label', 'size'], 'loosens', 'none', 'full', [gain]]])
    expect(changesOf(newer, older)).toEqual([[['label', 'size'], 'tightens', 'full', 'none', [gain]]])
  })

  it('tells of the record by itself, and not of every field that comes with it', () => {
    const rules = (when: string) => `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any, when: '${when}' }
  - { id: A, title: t, on: Dossier, fields: [label], level: full, to: any, for: any }`
    const diff = diffOf(file(rules('record.colour == "RED"')), file(rules('record.colour in ["RED", "BLUE"]')))
    expect(diff.changes).toMatchObject([
      { fields: null, direction: 'loosens', from: 'none', to: 'listed', callers: ['every caller'], example: { colour: 'BLUE' } },
    ])
  })

  it('knows what cannot be at once', () => {
    // Red and blue at the same time would be full in the new file only.
    const rules = (when: string) =>
      `${listed}\n  - { id: A, title: t, on: Dossier, fields: [label], level: full, to: any, for: any, when: '${when}' }`
    expect(changesOf(rules('record.colour == "RED" && record.colour == "BLUE"'), rules('false'))).toEqual([])
    expect(
      changesOf(rules('record.size > 3 && record.size < 2'), rules('record.born < "1990-01-01" && record.born > "1991-01-01"')),
    ).toEqual([])
    expect(changesOf(rules('record.size > 3'), rules('record.size >= 4'))).toEqual([])
    expect(changesOf(rules('yearsBetween(record.born, request.date) >= 18'), rules('record.born <= "2008-06-15"'))).toEqual([])
    expect(changesOf(rules('yearsBetween(record.born, request.date) >= 18'), rules('record.born < "2008-06-15"'))).toHaveLength(1)
  })

  it('tries what is not known, and callers with several roles', () => {
    const rules = (to: string, when: string) =>
      `${listed}\n  - { id: A, title: t, on: Dossier, fields: [label], level: full, to: '${to}', for: any, when: '${when}' }`
    const diff = diffOf(file(rules('any', 'record.colour == "RED" || record.colour != "RED"')), file(rules('any', 'true')))
    expect(diff.changes).toMatchObject([{ fields: ['label'], from: 'none', to: 'full', example: {} }])
    expect(changesOf(rules('any', 'yearsBetween(record.born, request.date) > 17'), rules('any', 'false'))).toHaveLength(1)
    const both = '"ANALYST" in caller.roles && "LIAISON" in caller.roles'
    expect(changesOf(rules(both, 'false'), rules(both, 'true'))).toEqual([
      [['label'], 'loosens', 'none', 'full', ['callers with the role ANALYST and LIAISON']],
    ])
    expect(changesOf(rules('!("ANALYST" in caller.roles)', 'false'), rules('!("ANALYST" in caller.roles)', 'true'))).toMatchObject([
      [['label'], 'loosens', 'none', 'full', ['callers without the role ANALYST']],
    ])
  })

  it('sees a cap that becomes uncertain, and one that stops to apply to what is not known', () => {
    const rules = (when: string) => `${listed}\n  - { id: A, title: t, on: Dossier, fields: [label], level: full, to: any, for: any }
  - { id: C, title: t, on: Dossier, record: true, cap: none, when: '${when}' }`
    const diff = diffOf(
      file(rules('caller.country in record.excluded')),
      file(rules('has(record.excluded) && caller.country in record.excluded')),
    )
    expect(diff.changes).toMatchObject([{ fields: null, direction: 'loosens', from: 'none', to: 'listed', example: {} }])
  })

  it('sees agreements, grants to come, emergencies and their terms, and other forms', () => {
    const emergency = (ttl: string, more = '') =>
      `emergency:\n  - { id: E, title: t, on: Dossier, fields: [label], level: full, to: caller.clearance >= 1, ttl: ${ttl}${more} }\n`
    expect(diffOf(file(listed, emergency('1h')), file(listed, emergency('2h', ', justificationMin: 50')))).toMatchObject({
      changes: [],
      terms: [
        { block: 'E', term: 'ttlMs', direction: 'loosens' },
        { block: 'E', term: 'justificationMin', direction: 'tightens' },
      ],
      loosens: true,
      tightens: true,
    })
    expect(diffOf(file(listed), file(listed, emergency('1h'))).changes).toMatchObject([
      { fields: ['label'], direction: 'loosens', callers: ['callers with clearance 1, 2 or 3, with the emergency access E'] },
    ])
    const grant =
      'grants:\n  - { id: G, title: t, on: Dossier, fields: [label], level: full, to: any, for: any, basis: b, from: 2026-07-01T00:00Z, until: 2026-08-01T00:00Z }\n'
    expect(diffOf(file(listed), file(listed, grant)).changes).toMatchObject([
      { fields: ['label'], callers: ['callers from 2026-07-01T00:00:00Z on'] },
    ])
    const under = (name: string) =>
      `${listed}\n  - { id: A, title: t, on: Dossier, fields: [label], level: full, to: any, for: any, under: ${name} }`
    expect(changesOf(under('CONV-12'), under('BILAT-1'))).toEqual([
      [['label'], 'tightens', 'full', 'none', ['callers under CONV-12 alone']],
      [['label'], 'loosens', 'none', 'full', ['callers under BILAT-1 alone']],
    ])
    expect(diffOf(file(listed), file(listed, 'forms: { Dossier: { born: { generalised: decade } } }\n'))).toMatchObject({
      forms: [{ type: 'Dossier', field: 'born', level: 'generalised', from: 'year', to: 'decade' }],
      loosens: true,
    })
  })

  it('says so when there is too much to try', () => {
    const many = (names: readonly string[]) =>
      `${listed}\n  - { id: A, title: t, on: Dossier, fields: [label], level: full, to: any, for: any, when: 'record.excluded.intersects([${names.map((name) => `"${name}"`).join()}])' }`
    const codes = Array.from({ length: 9 }, (_, i) => `X${i}`)
    const diff = diffOf(file(many(codes)), file(many(codes.slice(1))))
    expect(diff.exhaustive).toBe(false)
    expect(diff.changes).toMatchObject([{ direction: 'tightens', from: 'full', to: 'none' }])
  })
})

/** What a caller learns, by the decision itself. */
function levelsOf(policy: Policy | null, who: Caller, values: Parameters<typeof dossier>[0]): Readonly<Record<string, string>> {
  const view = policy?.planFor('Dossier', who).project(dossier(values)) ?? null
  return {
    record: view === null ? 'unlisted' : 'listed',
    ...(view === null ? {} : Object.fromEntries(fields.map((field) => [field, levelOf(view, field)]))),
  }
}

const change: fc.Arbitrary<(rules: readonly RuleCase[]) => readonly RuleCase[]> = fc.oneof(
  fc.oneof(permit, cap).map((rule) => (rules: readonly RuleCase[]) => [...rules, rule]),
  fc.nat(8).map((at) => (rules: readonly RuleCase[]) => rules.filter((_, i) => i !== at % Math.max(1, rules.length))),
)
const smallCase: fc.Arbitrary<PolicyCase> = policyCase.map((one) => ({ ...one, rules: one.rules.slice(-5) }))

describe('whatever two files', () => {
  it('tells of every difference that some caller and record show, with a caller and a record that show it', () => {
    let differing = 0
    let exhaustive = 0
    let told = 0
    fc.assert(
      fc.property(smallCase, change, fc.array(fc.tuple(callers, record), { minLength: 30, maxLength: 30 }), (one, edit, samples) => {
        const [older, newer] = [one.rules, edit(one.rules)].map((rules) => compiled(fileOf({ ...one, rules })))
        if (older === undefined || newer === undefined) return
        const { changes, exhaustive: whole } = policyDiff(older, newer, world)
        if (whole) exhaustive++
        for (const { fields: about, from, to, caller, example } of changes) {
          told++
          const [before, after] = [older, newer].map(({ rules }) => levelsOf(rules, caller, example))
          for (const name of about ?? ['record']) {
            const named = (level: string) => (about !== null ? level : level === 'listed' ? 'listed' : 'unlisted')
            expect([name, before?.[name], after?.[name]]).toEqual([name, named(from), named(to)])
          }
        }
        for (const [who, values] of samples) {
          if (who.country === 'XA') continue
          const asking = callerOf({ ...who, date: '2026-06-15' })
          const [before, after] = [older, newer].map(({ rules }) => levelsOf(rules, asking, values))
          for (const name of Object.keys(before ?? {})) {
            const [from, to] = [before?.[name], after?.[name]]
            if (from === to || to === undefined) continue
            differing++
            const such = changes.some((found) =>
              name === 'record'
                ? found.fields === null && (found.to === 'listed') === (to === 'listed')
                : found.fields?.includes(name) && found.from === from && found.to === to,
            )
            expect([name, from, to, such || !whole]).toEqual([name, from, to, true])
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(differing).toBeGreaterThan(200)
    expect(told).toBeGreaterThan(50)
    expect(exhaustive).toBeGreaterThan(100)
  }, 60_000)
})

describe('a group of callers in words', () => {
  it('tells those without any role from those with one alone', () => {
    const choice = (...names: string[]) => ({ names, alike: [names], other: false, apply: (caller: Caller) => caller })
    const choices = [choice(), choice('ANALYST'), choice('LIAISON'), choice('ANALYST', 'LIAISON')]
    expect(groupText([new Set([0, 1, 3])], [{ name: 'roles', choices }])).toBe(
      'callers with none of the roles that rules name, with the role ANALYST alone or with the role ANALYST and LIAISON alone',
    )
  })
})
