import { describe, expect, it } from 'vitest'
import { fileProblems } from './support/limitedCatalogue.ts'

const listed = '  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }'

describe('an undeclared implicit flow', () => {
  const flow = (more = '', other = '') =>
    fileProblems(`${listed}
  - { id: F, title: t, on: File, fields: [name], level: full, to: caller.clearance >= 1, for: [AUDIT], when: record.risk == "RED"${more} }
${other}`)
  const warning = 'the level of name tells what "record.risk" holds to readers from whom it may be withheld'

  it('is warned of, with its place', () => {
    expect(flow()).toEqual([
      `d.yaml:6:110 warning rules.F.when: ${warning} (if that is meant, write "declassifies: [record.risk]"; if not, share risk with the same readers)`,
    ])
  })

  it('is warned of in caps, in grants and in emergency blocks alike', () => {
    const other = `  - { id: C, title: t, on: File, fields: [kinds], cap: none, when: record.risk == "RED" }`
    expect(flow('', other).join('\n')).toContain('the level of kinds tells')
  })

  it('is none once the owner says so', () => {
    expect(flow(', declassifies: [record.risk]')).toEqual([])
  })

  it('is none where the same readers see the field anyway', () => {
    const share = (rest: string) => flow('', `  - { id: R, title: t, on: File, fields: [risk], ${rest} }`)
    expect(share('level: full, to: any, for: any')).toEqual([])
    expect(share('level: full, to: caller.clearance >= 1, for: [AUDIT, INVESTIGATION]')).toEqual([])
    for (const less of [
      'level: full, to: caller.clearance >= 2, for: [AUDIT]',
      'level: full, to: any, for: [INVESTIGATION]',
      'level: masked, to: any, for: any',
      'level: full, to: any, for: any, under: CONV-12',
      'level: full, to: any, for: any, when: record.risk == "RED"',
    ])
      expect(share(less).join('\n')).toContain(warning)
  })

  it('is one where a cap may withhold the field', () => {
    const other = `  - { id: R, title: t, on: File, fields: [risk], level: full, to: any, for: any }
  - { id: C, title: t, on: File, fields: [risk], cap: none, to: caller.clearance < 1 }`
    expect(flow('', other).join('\n')).toContain(warning)
  })

  it('is none in rules about records: what is not listed cannot be told from what does not exist', () => {
    expect(
      fileProblems('  - { id: L, title: t, on: File, record: listed, to: any, for: any, when: record.risk == "RED", mayInclude: any }'),
    ).toEqual([])
  })
})

describe('a permit that also covers protected records', () => {
  const permit = (when = '', more = '') =>
    `  - { id: L, title: t, on: File, record: listed, to: any, for: [AUDIT]${when === '' ? '' : `, when: '${when}'`}${more} }`
  const cap = (when: string, more = '') => `\n  - { id: C, title: t, on: File, record: true, cap: none, when: '${when}'${more} }`
  const covered = (rules: string, baseline = '') =>
    fileProblems(rules, { baseline }).flatMap((line) => /whose kinds has ([A-Z, ]+) \(/.exec(line)?.[1] ?? [])

  it('is warned of, by class', () => {
    expect(fileProblems(permit())).toEqual([
      'd.yaml:5:5 warning rules.L: the permit also covers every File whose kinds has MINOR, WITNESS (cap these records, leave them out under "when:", or write "mayInclude: [MINOR, WITNESS]")',
    ])
  })

  it.each([
    ['leaves them out', permit('!("WITNESS" in record.kinds) && !("MINOR" in record.kinds)'), ''],
    ['is meant to', permit('', ', mayInclude: [MINOR, WITNESS]'), ''],
    ['is met by a cap', permit() + cap('"WITNESS" in record.kinds || "MINOR" in record.kinds'), ''],
    [
      'is met by the baseline',
      permit(),
      `  - { id: H, title: t, on: File, record: true, cap: hit, when: 'has(record.kinds) && record.kinds.intersects(["MINOR", "WITNESS"])' }`,
    ],
  ])('is not warned of where it %s', (_, rules, baseline) => {
    expect(covered(rules, baseline)).toEqual([])
  })

  it.each([
    ['a cap for other purposes', permit() + cap('"WITNESS" in record.kinds', ', for: [INVESTIGATION]'), 'MINOR, WITNESS'],
    ['a cap on some of the callers', permit() + cap('"WITNESS" in record.kinds && caller.clearance < 2'), 'MINOR, WITNESS'],
    ['a cap that looks at something else too', permit() + cap('"WITNESS" in record.kinds && record.risk == "RED"'), 'MINOR, WITNESS'],
    ['a cap that waits for another value to be known', permit() + cap('"WITNESS" in record.kinds && has(record.risk)'), 'MINOR, WITNESS'],
    ['a condition on something else', permit('record.risk == "RED"') + cap('"MINOR" in record.kinds'), 'WITNESS'],
    ['a condition that another value is known', permit('has(record.risk)'), 'MINOR, WITNESS'],
  ])('is warned of in spite of %s', (_, rules, classes) => {
    expect(covered(rules)).toEqual([classes])
  })

  it('is refused a class that does not exist', () => {
    expect(fileProblems(permit('', ', mayInclude: [MINORS]')).join('\n')).toContain(
      '"MINORS" is not a protected class (MINOR, WITNESS) (did you mean "MINOR"?)',
    )
  })

  it('counts only absolute caps against an emergency', () => {
    const block = '\nemergency:\n  - { id: E, title: t, on: File, record: listed, to: caller.clearance >= 1, ttl: 1h }'
    const all = cap('record.kinds.intersects(["MINOR", "WITNESS"])')
    expect(covered(`${permit()}${all}${block}`)).toEqual(['MINOR, WITNESS'])
    expect(covered(`${permit()}${cap('record.kinds.intersects(["MINOR", "WITNESS"])', ', absolute: true')}${block}`)).toEqual([])
  })
})
