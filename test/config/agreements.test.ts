import { describe, expect, it } from 'vitest'
import { readAgreements } from '../../src/config/agreements.ts'
import { formatProblem } from '../../src/model/problem.ts'

const directory = new Set(['XA', 'XB'])
const text = `agreements:
  CONV-1: { title: Convention, parties: [XA, XB], from: 2019-01-01, until: 2030-12-31 }
  MOU-2: { title: Memorandum, parties: [XB], from: 2024-05-01 }
  OLD-3: { title: Old, parties: [XA], from: 2000-01-01, until: 2009-12-31 }
  SUSP-4: { title: Suspended, parties: [XA], from: 2000-01-01, suspended: true }
`

describe('the registry of agreements', () => {
  const { registry, problems } = readAgreements(text, 'agreements.yaml', directory)

  it.each([
    ['XA', '2019-01-01', ['CONV-1']],
    ['XA', '2018-12-31', []],
    ['XA', '2030-12-31', ['CONV-1']],
    ['XA', '2031-01-01', []],
    ['XB', '2024-05-01', ['CONV-1', 'MOU-2']],
    ['XC', '2024-05-01', []],
  ])('%s on %s has %j in force, both days inclusive', (bureau, day, names) => {
    expect(problems).toEqual([])
    expect(registry.inForce(bureau, day)).toEqual(names)
  })

  it.each([
    ['from: 2024-05-01', 'from: 2024-02-30', 'agreements.yaml:3:46 error agreements.MOU-2.from: "from" must be a calendar day, YYYY-MM-DD'],
    ['until: 2009-12-31', 'until: 1999-12-31', 'agreements.yaml:4:57 error agreements.OLD-3.until: the agreement ends before it begins'],
    [
      'suspended: true',
      'suspendd: true',
      'agreements.yaml:5:64 error agreements.SUSP-4.suspendd: "suspendd" is not known here (did you mean "suspended"?)',
    ],
    ['agreements:', 'agreements: [', 'agreements.yaml:3:3 error file: Missing'],
  ])('with a mistake has nothing in force: %s -> %s', (from, to, message) => {
    const broken = readAgreements(text.replace(from, to), 'agreements.yaml', directory)
    expect(broken.problems.map(formatProblem)[0]).toContain(message)
    expect(broken.registry.inForce('XA', '2020-01-01')).toEqual([])
  })

  it('warns of parties that are no bureaus here', () => {
    const { problems: found, registry: usable } = readAgreements(text.replace('[XB]', '[XZB]'), 'agreements.yaml', directory)
    expect(found.map(formatProblem)).toEqual([
      'agreements.yaml:3:41 warning agreements.MOU-2.parties.0: no bureau here has the code "XZB" (did you mean "XB"?)',
    ])
    expect(usable.inForce('XA', '2020-01-01')).toEqual(['CONV-1'])
  })

  it('makes no guess for a code of two letters', () => {
    const { problems: found } = readAgreements(text.replace('[XB]', '[XC]'), 'agreements.yaml', directory)
    expect(found.map(formatProblem)).toEqual(['agreements.yaml:3:41 warning agreements.MOU-2.parties.0: no bureau here has the code "XC"'])
  })
})
