import { describe, expect, it } from 'vitest'
import { file, problemsOf } from './support/caseCatalogue.ts'

/** Everything said of a permit on a dossier with this condition. */
function ofCondition(part: 'to' | 'when', text: string): readonly string[] {
  const to = part === 'to' ? `    to: ${JSON.stringify(text)}` : '    to: any'
  const when = part === 'when' ? `\n    when: ${JSON.stringify(text)}` : ''
  const rule = `  - id: X1\n    title: t\n    on: Dossier\n    record: listed\n${to}\n    for: any${when}`
  return problemsOf(file(rule, 'sets: { CORE: [XB, XC], SHADES: [RED, PINK] }\n')).map((line) =>
    line.replace(/^d\.yaml:\d+:\d+ error rules\./, ''),
  )
}

describe('a condition with a mistake is told', () => {
  const cases: readonly (readonly ['to' | 'when', string, string])[] = [
    ['when', 'record.colour == "READ"', 'X1.when: "READ" is not a value of Colour (RED, BLUE, GREEN) (did you mean "RED"?)'],
    ['when', 'record.colour in ["RED", "PURPLE"]', 'X1.when: "PURPLE" is not a value of Colour (RED, BLUE, GREEN)'],
    ['when', 'record.colour in SHADES', 'X1.when: "PINK" in the set SHADES is not a value of Colour (RED, BLUE, GREEN)'],
    [
      'when',
      'record.tags.intersects(["WITNES"])',
      'X1.when: "WITNES" is not a value of Tag (MINOR, WITNESS, ARMED) (did you mean "WITNESS"?)',
    ],
    ['when', 'record.born < 18', 'X1.when: cannot compare date with int (at "record.born < 18")'],
    ['when', '18 > record.born', 'X1.when: cannot compare date with int (at "18 > record.born")'],
    ['when', 'record.size == "2"', 'X1.when: cannot compare int with string (at "record.size == "2"")'],
    ['when', 'record.colour == caller.country', 'X1.when: cannot compare Colour with country code (at "record.colour == caller.country")'],
    ['when', 'record.open == 1', 'X1.when: cannot compare yes/no with int (at "record.open == 1")'],
    [
      'when',
      'record.excluded.intersects(caller.roles)',
      'X1.when: cannot compare list of country code with list of Role (at "record.excluded.intersects(caller.roles)")',
    ],
    ['to', 'record.size > 2', 'X1.to: "record.size" may not be used in "to:" (move the condition to "when:")'],
    ['when', 'record.label < "m"', 'X1.when: order comparison needs number or date, found string (string order is collation-dependent)'],
    [
      'when',
      'caller.country >= "XB"',
      'X1.when: order comparison needs number or date, found country code (string order is collation-dependent)',
    ],
    ['when', 'record.colour > "RED"', 'X1.when: order comparison needs number or date, found Colour'],
    ['to', 'caller.clearence >= 2', 'X1.to: Caller has no field "clearence" (did you mean "clearance"?)'],
    ['to', 'request.purpos == "AUDIT"', 'X1.to: Request has no field "purpos" (did you mean "purpose"?)'],
    [
      'to',
      'request.purpose == "AUDITS"',
      'X1.to: "AUDITS" is not a value of Purpose (INVESTIGATION, BORDER_CHECK, AUDIT) (did you mean "AUDIT"?)',
    ],
    [
      'to',
      '"ANALYSTS" in caller.roles',
      'X1.to: "ANALYSTS" is not a value of Role (INVESTIGATOR, ANALYST, LIAISON) (did you mean "ANALYST"?)',
    ],
    ['to', '"CONV-13" in caller.agreements', 'X1.to: "CONV-13" is not a known agreement (did you mean "CONV-12"?)'],
    ['when', 'record.collour == "RED"', 'X1.when: Dossier has no field "collour" (did you mean "colour"?)'],
    ['when', 'record.home.contry == "XB"', 'X1.when: "record.home" has no field "contry" (did you mean "country"?)'],
    ['when', 'record.label.length == 2', 'X1.when: "record.label" has no fields of its own'],
    ['when', 'record.parent.colour == "RED"', 'X1.when: "record.parent" is a link: a condition cannot read the record at its other end'],
    [
      'when',
      'record.children == null',
      'X1.when: "record.children" is an inverse link: nothing is stored for it, so no condition can read it',
    ],
    ['when', 'record.parent == record.parent', 'X1.when: "record.parent" is a link to Dossier: it can only be tested with has(...)'],
    ['when', 'record.colour', 'X1.when: expected a yes/no condition, found Colour'],
    ['when', '"RED"', 'X1.when: expected a yes/no condition, found string'],
    ['when', 'yearsBetween(record.born, request.date)', 'X1.when: expected a yes/no condition, found int'],
    ['when', 'record.homes.country == "XB"', 'X1.when: "record.homes.country" is a list: use "in" or ".intersects(...)"'],
    ['when', 'caller.country in record.colour', 'X1.when: "in" needs a list on its right, found Colour'],
    ['when', 'caller.country == "xb"', 'X1.when: "xb" is not a country code: two or three capital letters or digits'],
    [
      'to',
      'caller.country in COR',
      'X1.to: "COR" is not known here: write caller., request., record. and a field, or a set of this file (CORE, SHADES); texts stand in quotes (did you mean "CORE"?)',
    ],
    ['when', 'record.opened == "2026"', 'X1.when: "2026" is not a whole day: write it as "2026-01-31"'],
    ['when', 'record.opened == "2026-02-29"', 'X1.when: "2026-02-29" is not a whole day: write it as "2026-01-31"'],
    ['when', '2 == 2', 'X1.when: "2 == 2" compares two constants'],
    ['when', 'record.size = 2', 'X1.when: "=" is not part of the language: write "==" to compare'],
    ['when', 'record.size + 1 > 2', 'X1.when: there is no arithmetic in conditions; for days there is addDays(date, number)'],
    ['when', 'record.label.matches("a")', 'X1.when: there is no ".matches(...)" (.intersects, .startsWith)'],
    ['when', 'hass(record.label)', 'X1.when: there is no function "hass" (has, yearsBetween, addDays) (did you mean "has"?)'],
    ['when', '1 < record.size < 3', 'X1.when: comparisons do not chain: join two of them with "&&"'],
    ['when', '(record.open', 'X1.when: ")" was expected here, not the end'],
    ['when', 'record.label == "a', 'X1.when: the text is not closed: a quote is missing'],
    ['when', `${'('.repeat(40)}record.open${')'.repeat(40)}`, 'X1.when: nested deeper than 32 levels'],
    ['when', ' ', 'X1.when: the condition is empty'],
  ]
  it.each(cases)('%s: %s', (part, text, message) => {
    expect(ofCondition(part, text)).toEqual([message])
  })

  it('all at once, when there are several', () => {
    expect(ofCondition('when', 'record.colour == "PURPLE" && record.born < 18 || record.open')).toHaveLength(2)
  })
})

describe('the place of a mistake', () => {
  const place = (when: string): string | undefined => {
    const rule = '  - id: X1\n    title: t\n    on: Dossier\n    record: listed\n    to: any\n    for: any\n    when: '
    return problemsOf(file(rule + when))[0]?.split(' ')[0]
  }
  it('is exact in a plain text', () => expect(place('record.open && record.colour == "PURPLE"')).toBe('d.yaml:11:43'))
  it('is exact in single quotes', () => expect(place(`'record.label == "it''s" && record.colour == "PURPLE"'`)).toBe('d.yaml:11:56'))
  it('is exact in double quotes', () => expect(place('"record.label == \\"x\\" && record.colour == \\"PURPLE\\""')).toBe('d.yaml:11:54'))
  it('is exact in folded lines', () => expect(place('>-\n      record.open &&\n      record.colour == "PURPLE"')).toBe('d.yaml:13:24'))
})

describe('a rule with a mistake is told', () => {
  const rule = (parts: string): readonly string[] =>
    problemsOf(
      file(`  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any }\n  - { id: X1, title: t, on: Dossier, ${parts} }`),
    ).map((line) => line.replace(/^d\.yaml:\d+:\d+ /, ''))
  const cases: readonly (readonly [string, string])[] = [
    ['record: listed, for: any', 'error rules.X1: a permit must say to whom: "to:" is missing (write "to: any" to mean every caller)'],
    ['record: listed, to: any', 'error rules.X1: a permit must say for which purposes: "for:" is missing (write "for: any" to mean all)'],
    [
      "fields: '*', level: full, to: any, for: any",
      `error rules.X1.fields: '*' is not allowed with "level: full": a field added to the schema later must stay withheld until someone decides`,
    ],
    ['fields: [colur], level: full, to: any, for: any', 'error rules.X1.fields: Dossier has no field "colur" (did you mean "colour"?)'],
    ['fields: [colour], level: ful, to: any, for: any', 'error rules.X1.level: "level" must be none, masked, generalised or full'],
    [
      'fields: [colour], level: none, to: any, for: any',
      'error rules.X1.level: "none" permits nothing: write masked or generalised or full',
    ],
    ['fields: [colour], to: any, for: any', 'error rules.X1: "level:" is missing'],
    [
      'fields: [colour], level: full, to: any, for: [AUDITS]',
      'error rules.X1.for: "AUDITS" is not a value of Purpose (INVESTIGATION, BORDER_CHECK, AUDIT) (did you mean "AUDIT"?)',
    ],
    [
      'fields: [colour], level: full, to: any, for: any, under: CONV-21',
      'error rules.X1.under: "CONV-21" is not a known agreement (CONV-12, BILAT-1) (did you mean "CONV-12"?)',
    ],
    ['record: true, to: any, for: any', 'error rules.X1.record: a permit says "record: listed" or "record: hit"; a cap needs "cap:"'],
    ['record: listed, cap: none', 'error rules.X1.record: in a cap write "record: true"; the level stands under "cap:"'],
    ['record: true, cap: listed', 'error rules.X1.cap: "listed" lowers nothing: write none or hit'],
    ['record: true, cap: masked', 'error rules.X1.cap: "masked" is not a level of a record: write none or hit'],
    ['fields: [colour], cap: none, under: CONV-12', 'error rules.X1.under: "under:" belongs to permits: a cap applies whatever is agreed'],
    ['cap: none', 'error rules.X1: the rule must name "record:" or "fields:"'],
    ['fields: [colour], record: true, cap: none', 'error rules.X1: a rule is about the record or about fields, not both: write two rules'],
    [
      'fields: [colour], level: full, to: any, for: any, wen: record.open',
      'error rules.X1.wen: "wen" is not part of the language here (did you mean "when"?)',
    ],
    [
      'fields: [colour], cap: none, declassifies: [record.siz]',
      'error rules.X1.declassifies: "record.siz" is not a field of Dossier: write record.<field> (did you mean "record.size"?)',
    ],
    [
      'fields: [size], level: generalised, to: any, for: any',
      'warning rules.X1.fields: Dossier.size has no generalised form: it is withheld instead',
    ],
    [
      'fields: [label], level: generalised, to: any, for: any',
      'warning rules.X1.fields: Dossier.label has no generalised form: it is masked instead',
    ],
    [
      'record: true, cap: none, when: caller.country in record.excluded',
      'warning rules.X1.when: the cap applies to every record on which "record.excluded" is not known (if that is not meant, write "has(record.excluded) && ...")',
    ],
  ]
  it.each(cases)('%s', (parts, message) => {
    expect(rule(parts)).toEqual([message])
  })

  it('says nothing of a cap that asks whether the list is known', () => {
    expect(rule('record: true, cap: none, when: has(record.excluded) && caller.country in record.excluded')).toEqual([])
  })

  it('tells a second rule of the same id, an unknown type and a permit that no listing carries', () => {
    const rules = [
      '  - { id: A, title: t, on: Dossier, fields: [colour], level: full, to: any, for: any }',
      '  - { id: A, title: t, on: Dosier, record: listed, to: any, for: any }',
    ].join('\n')
    expect(problemsOf(file(rules))).toEqual([
      'd.yaml:5:5 warning rules.A: no rule lists a Dossier: without "record: listed" this permit shows nothing',
      'd.yaml:6:11 error rules.A.id: another rule already has the id "A"',
      'd.yaml:6:28 error rules.A.on: there is no record type "Dosier" (Dossier, Note) (did you mean "Dossier"?)',
    ])
  })
})

describe('a file with a mistake is told', () => {
  const withRules = (more: string): readonly string[] => problemsOf(`comity: disclosure/v1\nbureau: XA\nversion: 1\n${more}\nrules: []\n`)
  it('when it is for another bureau', () => {
    expect(problemsOf('comity: disclosure/v1\nbureau: XB\nversion: 1\nrules: []\n')).toEqual([
      'd.yaml:2:9 error bureau: this file is for XB, but it stands in the folder of XA',
    ])
  })
  it('when keys are missing', () => {
    expect(problemsOf('comity: disclosure/v1\n')).toEqual(
      ['bureau', 'version', 'rules'].map((key) => `d.yaml:1:1 error ${key}: "${key}" is missing`),
    )
  })
  it('when a set has the name of a purpose', () => {
    expect(withRules('sets: { AUDIT: [XB] }')).toEqual([
      'd.yaml:4:16 error sets.AUDIT: "AUDIT" is the name of a purpose: call the set something else',
    ])
  })
  it('when an agreement ends before it begins', () => {
    expect(withRules('agreements: { BILAT-1: { from: 2026-01-02, until: 2026-01-01 } }')).toEqual([
      'd.yaml:4:24 error agreements.BILAT-1: the agreement ends before it begins',
    ])
  })
  it('when a form is not one of the field', () => {
    expect(withRules('forms: { Dossier: { born: { generalised: decades } } }')).toEqual([
      'd.yaml:4:42 error forms.Dossier.born.generalised: "decades" is not a generalised form of Dossier.born (year, decade, ageBand) (did you mean "decade"?)',
    ])
  })
  it('when it uses YAML aliases', () => {
    expect(withRules('sets: { A: &a [XB], B: *a }')).toEqual([
      'd.yaml:4:24 error yaml: YAML aliases are not part of the language: every rule stands for itself; name a set instead',
    ])
  })
})
