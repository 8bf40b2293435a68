import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import { catalogue, file, options, problemsOf } from './support/caseCatalogue.ts'

const rules = `  - { id: A, title: t, on: Dossier, record: listed, to: any, for: any, when: 'record.colour != "RED"' }
  - { id: B, title: t, on: Dossier, fields: [born], level: generalised, to: any, for: [AUDIT] }`

function withTest(test: string): readonly string[] {
  return problemsOf(`${file(rules)}callers:\n  auditor: { country: XB, purpose: AUDIT }\ntests:\n  - ${test}\n`)
}

describe('the tests in a file', () => {
  it('pass when levels are as expected', () => {
    expect(
      withTest(
        '{ on: Dossier, caller: auditor, record: { colour: BLUE, born: 1980 }, expect: { record: listed, born: generalised, label: none } }',
      ),
    ).toEqual([])
  })
  it('fail with the line and both levels', () => {
    expect(
      withTest('{ title: years, on: Dossier, caller: auditor, record: { colour: BLUE }, expect: { record: listed, born: full } }'),
    ).toEqual(['d.yaml:10:109 error tests.0.expect.born: test "years": born should be full but is generalised'])
  })
  it('leave no policy in force when they fail', () => {
    const test = 'tests: [{ on: Dossier, caller: { country: XB, purpose: AUDIT }, record: { colour: BLUE }, expect: { born: full } }]\n'
    expect(compilePolicy(file(rules), 'd.yaml', catalogue, options).policy).not.toBe(null)
    expect(compilePolicy(file(rules) + test, 'd.yaml', catalogue, options).policy).toBe(null)
  })
  it('say when the record is the reason', () => {
    expect(withTest('{ title: years, on: Dossier, caller: auditor, record: { colour: RED }, expect: { born: generalised } }')).toEqual([
      'd.yaml:10:92 error tests.0.expect.born: test "years": born should be generalised but is none, because the record is none',
    ])
  })
  it('accept a caller written out and a day of their own', () => {
    expect(
      withTest(
        '{ on: Dossier, date: 2026-05-05, caller: { country: XC, purpose: BORDER_CHECK }, record: { colour: BLUE }, expect: { born: none } }',
      ),
    ).toEqual([])
  })
  it('try grants at an instant and emergency blocks as if they were invoked', () => {
    const more = `grants:
  - { id: G, title: t, on: Dossier, fields: [label], level: full, to: any, for: any, basis: b, from: 2026-05-05T10:00Z, until: 2026-05-05T12:00Z }
emergency:
  - { id: E, title: t, on: Dossier, fields: [born], level: full, to: caller.clearance >= 0, ttl: 1h }
tests:
`
    const about = 'on: Dossier, record: { colour: BLUE }'
    const run = (test: string) => problemsOf(`${file(rules)}${more}  - ${test}\n`)
    const plain = 'caller: { country: XB, purpose: AUDIT }'
    expect(run(`{ ${about}, at: 2026-05-05T10:00Z, ${plain}, expect: { label: full, born: generalised } }`)).toEqual([])
    expect(run(`{ ${about}, at: 2026-05-05T12:00Z, ${plain}, expect: { label: none } }`)).toEqual([])
    expect(run(`{ ${about}, caller: { country: XB, purpose: AUDIT, emergency: E }, expect: { born: full, label: none } }`)).toEqual([])
    expect(run(`{ ${about}, at: 2026-02-30T12:00Z, ${plain}, expect: {} }`).join()).toContain('"2026-02-30T12:00Z" is not an instant')
    expect(run(`{ ${about}, caller: { country: XB, purpose: AUDIT, emergency: F }, expect: {} }`).join()).toContain(
      'there is no block "F" under "emergency:"',
    )
  })
  it('are checked like the rest', () => {
    expect(withTest('{ on: Dossier, caller: auditr, record: {}, expect: {} }')).toEqual([
      'd.yaml:10:28 error tests.0.caller: there is no caller "auditr" under "callers:" (did you mean "auditor"?)',
    ])
    expect(withTest('{ on: Dossier, caller: auditor, record: { colour: REDD }, expect: { labl: none } }')).toEqual([
      'd.yaml:10:55 error tests.0.record.colour: "REDD" is not a value of Colour (RED, BLUE, GREEN) (did you mean "RED"?)',
      'd.yaml:10:79 error tests.0.expect.labl: Dossier has no field "labl" (did you mean "label"?)',
    ])
  })
})
