import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCaller } from '../../src/disclosure/decide/callerValues.ts'
import { fold } from '../../src/disclosure/decide/fold.ts'
import { checkCondition } from '../../src/disclosure/language/checkCondition.ts'
import type { Condition, Range, Single } from '../../src/disclosure/language/condition.ts'
import type { Scope } from '../../src/disclosure/language/scope.ts'
import { conditionText } from '../../src/disclosure/study/conditionText.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import { callerOf, catalogue, purposes, roles } from './support/caseCatalogue.ts'
import { condition, textOf } from './support/policyCases.ts'

const scope: Scope = {
  part: 'when',
  record: catalogue.types.get('Dossier') as RecordType,
  sets: new Map([['NEIGHBOURS', ['XB', 'XC']]]),
  enums: new Map<string, readonly string[]>([...catalogue.enums, ['Role', roles], ['Purpose', purposes]]),
  agreements: null,
}

function checked(text: string): Condition {
  const { condition: found, problems } = checkCondition(text, scope)
  expect(problems).toEqual([])
  return found as Condition
}

const words = (text: string) => conditionText(checked(text))
const folded = (text: string) => conditionText(fold(checked(text), readCaller(callerOf({ country: 'XC', date: '2026-11-24' }))))

describe('a condition in words', () => {
  it.each([
    ['record.colour == "RED"', "the record's colour is RED"],
    ['record.colour != "RED"', "the record's colour is not RED"],
    ['record.colour in ["RED", "BLUE", "GREEN"]', "the record's colour is RED, BLUE or GREEN"],
    ['!(record.colour in ["RED", "BLUE"])', "the record's colour is none of RED or BLUE"],
    ['record.colour in ["RED"]', "the record's colour is RED"],
    ['caller.country in NEIGHBOURS', "the caller's country is XB or XC"],
    ['caller.country in record.excluded', "the caller's country is listed in the record's excluded"],
    ['!(caller.country in record.excluded)', "the caller's country is not listed in the record's excluded"],
    ['"INVESTIGATOR" in caller.roles', "the caller's roles include INVESTIGATOR"],
    ['!("INVESTIGATOR" in caller.roles)', "the caller's roles do not include INVESTIGATOR"],
    ['caller.country in record.homes.country', "the caller's country is the country of one of the record's homes"],
    ['!(caller.country in record.homes.country)', "the caller's country is the country of none of the record's homes"],
    ['record.homes.country.intersects(["XB", "XC"])', "the country of one of the record's homes is XB or XC"],
    ['!record.homes.country.intersects(["XB"])', "the country of none of the record's homes is XB"],
    ['record.tags.intersects(["MINOR", "WITNESS"])', "the record's tags include one of MINOR or WITNESS"],
    ['!record.tags.intersects(["MINOR", "WITNESS"])', "the record's tags include none of MINOR or WITNESS"],
    ['caller.country == record.home.country', "the caller's country is the country of the record's home"],
    ['record.open', 'the record\'s open is "yes"'],
    ['!record.open', 'the record\'s open is "no"'],
    ['has(record.tags)', "the record's tags are known"],
    ['record.colour == null', "the record's colour is not known"],
    ['has(request.case)', 'the declared case is known'],
    ['record.label.startsWith("Al 1")', 'the record\'s label begins with "Al 1"'],
    ['!record.label.startsWith("Al")', 'the record\'s label does not begin with "Al"'],
    ['record.label == "Al Be"', 'the record\'s label is "Al Be"'],
    ['record.size > 3', "the record's size is more than 3"],
    ['!(record.size > 3)', "the record's size is at most 3"],
    ['record.size <= 3', "the record's size is at most 3"],
    ['3 <= record.size', "the record's size is at least 3"],
    ['record.size != 3', "the record's size is not 3"],
    ['record.born < "1980-02-09"', "the record's born lies before 1980-02-09"],
    ['record.born >= "1980-02-09"', "the record's born lies on or after 1980-02-09"],
    ['record.opened == request.date', "the record's opened is the day of the request"],
    ['record.opened < addDays(request.date, -30)', "the record's opened lies before the day 30 days before the day of the request"],
    ['record.opened > addDays(record.born, 1)', "the record's opened lies after the day 1 day after the record's born"],
    ['yearsBetween(record.born, request.date) < 18', "fewer than 18 whole years lie between the record's born and the day of the request"],
    ['18 <= yearsBetween(record.born, request.date)', "at least 18 whole years lie between the record's born and the day of the request"],
    ['caller.clearance >= 2', "the caller's clearance is at least 2"],
    ['request.purpose == "AUDIT"', 'the declared purpose is AUDIT'],
    ['record.open && record.size > 3', 'the record\'s open is "yes" and the record\'s size is more than 3'],
    [
      'record.open && (record.size > 3 || record.size < 1)',
      'the record\'s open is "yes" and (the record\'s size is more than 3 or is less than 1)',
    ],
    ['!(record.open && has(record.tags))', 'the record\'s open is "no" or the record\'s tags are not known'],
    [
      '!(record.open || record.size > 3) || has(record.tags)',
      "(the record's open is \"no\" and the record's size is at most 3) or the record's tags are known",
    ],
  ])('says of %s: %s', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  it.each([
    ['caller.country in record.excluded', "XC is listed in the record's excluded"],
    ['!(caller.country in record.homes.country)', "XC is the country of none of the record's homes"],
    ['caller.country == record.home.country', "the country of the record's home is XC"],
    ['yearsBetween(record.born, request.date) < 18', "fewer than 18 whole years lie between the record's born and 2026-11-24"],
    ['record.opened >= addDays(request.date, -24)', "the record's opened lies on or after 2026-10-31"],
    ['caller.unit == "K1" && record.open', 'the record\'s open is "yes" and something holds that is not known of the caller'],
  ])('fills the caller in: %s is %s', (text, expected) => {
    expect(folded(text)).toBe(expected)
  })

  it('has words for every operator, and denies each in other words', () => {
    const label: Single = { is: 'ref', ref: { root: 'record', field: 'label', sub: null, through: false, enum: null } }
    const size: Range = { is: 'number', ref: { root: 'record', field: 'size', sub: null, through: false, enum: null } }
    const limit: Range = { is: 'constant', low: 1, high: 1 }
    const yes: Condition = { op: 'yes', of: { root: 'record', field: 'open', sub: null, through: false, enum: null } }
    // A new operator is an error of types here, until it has a sample.
    const samples: Readonly<Record<Condition['op'], Condition>> = {
      known: { op: 'known', value: true },
      and: { op: 'and', terms: [yes, { op: 'startsWith', of: label, prefix: 'A' }] },
      or: { op: 'or', terms: [yes, { op: 'startsWith', of: label, prefix: 'A' }] },
      not: { op: 'not', term: yes },
      yes,
      has: { op: 'has', of: { root: 'record', field: 'tags', sub: null, through: false, enum: null } },
      same: { op: 'same', a: label, b: { is: 'constant', value: 'A' } },
      less: { op: 'less', a: size, b: limit },
      atMost: { op: 'atMost', a: size, b: limit },
      equal: { op: 'equal', a: size, b: limit },
      in: { op: 'in', item: label, list: { is: 'constant', values: ['A', 'B'] } },
      intersects: {
        op: 'intersects',
        a: { is: 'ref', ref: { root: 'record', field: 'tags', sub: null, through: false, enum: null } },
        b: { is: 'constant', values: ['A'] },
      },
      startsWith: { op: 'startsWith', of: label, prefix: 'A' },
    }
    const texts = Object.values(samples).map(conditionText)
    const denials = Object.values(samples).map((term) => conditionText({ op: 'not', term }))
    for (const [i, text] of texts.entries()) {
      expect(text).not.toMatch(/undefined|NaN|\[object/)
      expect(denials[i]).not.toBe(text)
    }
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('finds words for whatever the language can say', () => {
    fc.assert(
      fc.property(condition, (one) => {
        const text = words(textOf(one))
        expect(text).not.toMatch(/undefined|NaN|\[object|null/)
        expect(conditionText({ op: 'not', term: { op: 'not', term: checked(textOf(one)) } })).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })
})
