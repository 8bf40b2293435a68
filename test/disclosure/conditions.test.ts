import { describe, expect, it } from 'vitest'
import { readCaller } from '../../src/disclosure/decide/callerValues.ts'
import { compileCondition, k3Of } from '../../src/disclosure/decide/compileCondition.ts'
import { fold } from '../../src/disclosure/decide/fold.ts'
import { checkCondition } from '../../src/disclosure/language/checkCondition.ts'
import type { K3 } from '../../src/disclosure/language/condition.ts'
import type { Scope } from '../../src/disclosure/language/scope.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import { callerOf, catalogue, purposes, roles } from './support/caseCatalogue.ts'

const scope: Scope = {
  part: 'when',
  record: catalogue.types.get('Dossier') as RecordType,
  sets: new Map([['CORE', ['XB', 'XC']]]),
  enums: new Map<string, readonly string[]>([...catalogue.enums, ['Role', roles], ['Purpose', purposes]]),
  agreements: null,
}

/** What a condition comes to, for an investigator of XB on 15 June 2026. */
function truth(text: string, record: Readonly<Record<string, unknown>> = {}): K3 {
  const { condition, problems } = checkCondition(text, scope)
  if (condition === null) throw new Error(problems.map(({ message }) => message).join('\n'))
  const folded = fold(condition, readCaller(callerOf()))
  return k3Of(compileCondition(folded, scope.enums)(record))
}

describe('three values', () => {
  // open: the first operand; size == 1: the second.
  const values = [true, false, null] as const
  const record = (a: K3, b: K3) => ({ open: a, size: b === null ? null : b ? 1 : 0 })
  const both = values.flatMap((a) => values.map((b) => [a, b] as const))

  it.each(both)('%s && %s', (a, b) => {
    expect(truth('record.open && record.size == 1', record(a, b))).toBe(
      a === false || b === false ? false : a === null || b === null ? null : true,
    )
  })
  it.each(both)('%s || %s', (a, b) => {
    expect(truth('record.open || record.size == 1', record(a, b))).toBe(
      a === true || b === true ? true : a === null || b === null ? null : false,
    )
  })
  it.each(both)('%s == %s', (a, b) => {
    expect(truth('record.open == (record.size == 1)', record(a, b))).toBe(a === null || b === null ? null : a === b)
  })
  it.each(values)('!%s', (a) => {
    expect(truth('!record.open', record(a, null))).toBe(a === null ? null : !a)
  })
  it('folds with unknown facts of the caller as with unknown facts of the record', () => {
    expect(truth('caller.unit == "K1" || record.open', { open: true })).toBe(true)
    expect(truth('caller.unit == "K1" || record.open', { open: false })).toBe(null)
    expect(truth('caller.unit == "K1" && record.open', { open: false })).toBe(false)
    expect(truth('caller.unit == "K1" && record.open', { open: true })).toBe(null)
    expect(truth('!(caller.unit == "K1")')).toBe(null)
  })
  it('binds "!" before "&&" before "||"', () => {
    expect(truth('record.open || record.open && !record.open', { open: true })).toBe(true)
    expect(truth('!record.open && record.open', { open: false })).toBe(false)
  })
})

describe('a value that is not known', () => {
  it.each([
    ['record.colour == "RED"'],
    ['record.colour != "RED"'],
    ['record.colour in ["RED"]'],
    ['!(record.colour in ["RED"])'],
    ['"MINOR" in record.tags'],
    ['record.tags.intersects(["MINOR"])'],
    ['record.size < 3'],
    ['record.born < "2000-01-01"'],
    ['yearsBetween(record.born, request.date) < 18'],
    ['addDays(record.opened, 3) < request.date'],
    ['record.label.startsWith("A")'],
    ['record.home.country == "XB"'],
    ['record.homes.country.intersects(["XB"])'],
    ['record.open'],
  ])('makes %s unknown, absent or null', (text) => {
    expect(truth(text)).toBe(null)
    const nulls = Object.fromEntries([...scope.record.fields.keys()].map((field) => [field, null]))
    expect(truth(text, nulls)).toBe(null)
  })
  it('is a plain no to has() and a plain yes to == null', () => {
    expect(truth('has(record.colour)')).toBe(false)
    expect(truth('record.colour == null')).toBe(true)
    expect(truth('record.colour != null', { colour: 'RED' })).toBe(true)
    expect(truth('has(record.home.country)', { home: { name: 'x' } })).toBe(false)
    expect(truth('has(request.case)')).toBe(false)
  })
  it('in a list leaves the search unknown unless another member is found', () => {
    expect(truth('"MINOR" in record.tags', { tags: ['ARMED', null] })).toBe(null)
    expect(truth('"MINOR" in record.tags', { tags: ['MINOR', null] })).toBe(true)
    expect(truth('"MINOR" in record.tags', { tags: [] })).toBe(false)
    expect(truth('record.tags.intersects(["MINOR"])', { tags: [null] })).toBe(null)
    expect(truth('record.tags.intersects(["MINOR"])', { tags: [] })).toBe(false)
    expect(truth('caller.country in record.homes.country', { homes: [{ country: 'XC' }, {}] })).toBe(null)
    expect(truth('caller.country in record.homes.country', { homes: [{}, { country: 'XB' }] })).toBe(true)
  })
})

describe('a value of the wrong form', () => {
  it.each([
    ['record.colour != "RED"', { colour: 'CRIMSON' }],
    ['!("MINOR" in record.tags)', { tags: ['CHILD'] }],
    ['!("MINOR" in record.tags)', { tags: 'ARMED' }],
    ['record.size > 1', { size: '2' }],
    ['record.size > 1', { size: Number.NaN }],
    ['record.open', { open: 'true' }],
    ['record.born > "1900-01-01"', { born: '1980-13-01' }],
    ['record.opened > "1900-01-01"', { opened: '1980' }],
    ['record.seen > "1900-01-01"', { seen: '2026-01-01T00:00:00+02:00' }],
    ['record.home.country != "XC"', { home: ['XB'] }],
    ['record.label != "x"', { label: { toString: 'x' } }],
  ])('makes %s unknown of %o', (text, record) => {
    expect(truth(text, record)).toBe(null)
  })
})

describe('days', () => {
  it.each([
    ['record.born < "1981-01-01"', '1980', true],
    ['record.born < "1980-06-01"', '1980', null],
    ['record.born < "1980-01-01"', '1980', false],
    ['record.born <= "1980-12-31"', '1980', true],
    ['record.born >= "1980-01-01"', '1980', true],
    ['record.born > "1980-01-01"', '1980', null],
    ['record.born == "1980-06-15"', '1980', null],
    ['record.born == "1981-06-15"', '1980', false],
    ['record.born != "1981-06-15"', '1980-06', true],
    ['record.born == "1980-06-15"', '1980-06-15', true],
    ['record.born < "1990-01-01"', '198X', true],
    ['record.born < "1985-01-01"', '1983/1986', null],
    ['record.born == record.born', '1980', null],
  ])('%s of %s is %s', (text, born, expected) => {
    expect(truth(text, { born })).toBe(expected)
  })
  it.each([
    ['2008-06-15', false],
    ['2008-06-16', true],
    ['2008', null],
    ['2007', false],
    ['2009', true],
  ])('born %s, under 18 on 15 June 2026: %s', (born, expected) => {
    expect(truth('yearsBetween(record.born, request.date) < 18', { born })).toBe(expected)
  })
  it('completes the year of a 29 February on 1 March', () => {
    const years = (to: string): K3 => truth(`yearsBetween(record.opened, "${to}") >= 18`, { opened: '2000-02-29' })
    expect([years('2018-02-28'), years('2018-03-01')]).toEqual([false, true])
  })
  it('adds days across months and years, and gives up beyond the calendar', () => {
    expect(truth('addDays(record.opened, 1) == "2024-02-29"', { opened: '2024-02-28' })).toBe(true)
    expect(truth('addDays(record.opened, -1) == "2025-12-31"', { opened: '2026-01-01' })).toBe(true)
    expect(truth('addDays(record.opened, 999999999999) > "2026-01-01"', { opened: '2026-01-01' })).toBe(null)
    expect(truth('addDays("0099-12-31", 1) < record.opened', { opened: '0100-01-02' })).toBe(true)
  })
  it('takes an instant for its UTC day', () => {
    expect(truth('record.seen == "2026-01-01"', { seen: '2026-01-01T23:59:59.999Z' })).toBe(true)
  })
})
