import { describe, expect, it } from 'vitest'
import { compileRules } from '../../src/disclosure/compilePolicy.ts'
import { policyCoverage } from '../../src/disclosure/study/policyCoverage.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { catalogue, file, options } from './support/caseCatalogue.ts'

const rules = `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any }
  - id: A
    title: t
    on: Dossier
    fields: [label]
    level: full
    to: caller.clearance >= 2
    for: [INVESTIGATION]
    when: has(record.colour) && record.colour != "RED"
  - { id: M, title: t, on: Dossier, fields: [label], level: masked, to: any, for: any }
  - { id: C, title: t, on: Dossier, record: true, cap: none, when: record.open }`
const cleared = '{ country: XB, clearance: 2, purpose: INVESTIGATION }'
const other = '{ country: XB, clearance: 0, purpose: INVESTIGATION }'

/** What the tests do not show, by rule. */
function missing(...tests: readonly string[]) {
  const compiled = compileRules(`${file(rules)}tests: [${tests.join(', ')}]\n`, 'd.yaml', catalogue, options)
  if (compiled.rules === null) throw new Error(compiled.problems.map(formatProblem).join('\n'))
  const { obligations, met, percent } = policyCoverage(compiled)
  return {
    texts: obligations.filter((one) => !one.met).map(({ rule, line, text }) => `${line} ${rule} ${text}`),
    met,
    total: obligations.length,
    percent,
  }
}

const test = (caller: string, record: string, expected: string) =>
  `{ on: Dossier, caller: ${caller}, record: ${record}, expect: ${expected} }`
const permit = 'no test would notice if this permit were taken away'
const cap = 'no test would notice if this cap were taken away'
const all = [
  test(cleared, '{ colour: BLUE, open: false }', '{ record: listed, label: full }'),
  test(cleared, '{ colour: RED, open: false }', '{ label: masked }'),
  test(cleared, '{ open: false }', '{ label: masked }'),
  test(other, '{ open: true }', '{ record: none }'),
  test(other, '{ }', '{ record: none }'),
]

describe('coverage', () => {
  it('of a file without tests is nothing, each obligation with the line of its rule', () => {
    expect(missing()).toMatchObject({ met: 0, percent: 0 })
    expect(missing().texts).toEqual([
      `5 L ${permit}`,
      `6 A ${permit}`,
      '6 A "the record\'s colour is known" is never true',
      '6 A "the record\'s colour is known" is never false',
      '6 A "the record\'s colour is known" never decides by itself',
      '6 A "the record\'s colour is RED" is never true',
      '6 A "the record\'s colour is RED" is never false',
      '6 A "the record\'s colour is RED" is never unknown',
      '6 A "the record\'s colour is RED" never decides by itself',
      `14 M ${permit}`,
      `15 C ${cap}`,
      '15 C "the record\'s open is "yes"" is never true',
      '15 C "the record\'s open is "yes"" is never false',
      '15 C "the record\'s open is "yes"" is never unknown',
    ])
  })

  it('is whole when tests show all of it', () => {
    expect(missing(...all)).toEqual({ texts: [], met: 14, total: 14, percent: 100 })
  })

  it.each([
    [
      0,
      [
        '6 A no test would notice if this permit were taken away',
        '6 A "the record\'s colour is known" never decides by itself',
        '6 A "the record\'s colour is RED" is never false',
      ],
    ],
    [1, ['6 A "the record\'s colour is RED" is never true']],
    [2, ['6 A "the record\'s colour is known" is never false', '6 A "the record\'s colour is RED" is never unknown']],
    [3, ['15 C "the record\'s open is "yes"" is never true']],
    [4, ['15 C "the record\'s open is "yes"" is never unknown']],
  ])('misses what test %s alone shows', (left, texts) => {
    expect(missing(...all.filter((_, i) => i !== left)).texts).toEqual(texts)
  })

  it('does not count a test in which the rule is not for the caller or the purpose', () => {
    const unreached = [
      test(other, '{ colour: BLUE }', '{ label: none }'),
      test(other.replace('INVESTIGATION', 'AUDIT'), '{ colour: RED }', '{ label: none }'),
    ]
    expect(missing(...unreached).texts.filter((text) => text.startsWith('6 A'))).toHaveLength(8)
  })

  it('does not count a permit as decisive when another gives the same', () => {
    const expected = test(cleared, '{ colour: BLUE, open: false }', '{ record: listed }')
    expect(missing(expected).texts).toContain(`6 A ${permit}`)
    expect(missing(expected).texts).not.toContain(`5 L ${permit}`)
  })
})
