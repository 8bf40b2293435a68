import fc from 'fast-check'
import type { CanonicalValue, RecordRef } from '../../../src/model/record.ts'
import type { CallerCase, Values } from '../reference/decide.ts'
import { roles } from './conditions.ts'
import { countries, fieldOf, recordKeys, recordTypes, type TypeName, typeNames } from './recordTypes.ts'
import { purposes, type RuleCase, rules } from './rules.ts'

/** One record as its owner holds it. */
export interface RecordCase {
  readonly ref: RecordRef
  readonly values: Values
}

/** Who shares with whom: the bureaus and their rules. */
export interface Setting {
  readonly bureaus: readonly string[]
  readonly rules: Readonly<Record<string, readonly RuleCase[]>>
  /** Types of which the bureaus may hold records for one another; of what may not be held, nothing asks for whom it is. */
  readonly holds: readonly TypeName[]
}

/** A setting with its records. */
export interface World {
  readonly setting: Setting
  readonly records: readonly RecordCase[]
}

/** All places a record can have in a setting. */
export function places({ bureaus }: Setting): readonly RecordRef[] {
  return bureaus.flatMap((bureau) => typeNames.flatMap((type) => recordKeys.map((key) => ({ bureau, type, key }))))
}

/** Any value of a field: unknown now and then. Links lead to any place of the type, whether or not a record is there. */
export function valueOf(type: TypeName, field: string, bureaus: readonly string[]): fc.Arbitrary<CanonicalValue> {
  const { kind, values, to } = fieldOf(type, field)
  const anywhere = fc.record({ bureau: fc.constantFrom(...bureaus), type: fc.constant(to ?? ''), key: fc.constantFrom(...recordKeys) })
  if (kind === 'link') return fc.oneof({ arbitrary: anywhere, weight: 4 }, { arbitrary: fc.constant(null), weight: 1 })
  if (kind === 'links') {
    const several = fc.uniqueArray(anywhere, { maxLength: 3, selector: (ref) => `${ref.bureau} ${ref.key}` })
    return fc.oneof({ arbitrary: several, weight: 5 }, { arbitrary: fc.constant(null), weight: 1 })
  }
  const known = fc.constantFrom(...values)
  // Limits are rare in life too; a world in which most records are past their end shows nothing.
  const unknowns = field === 'expiresOn' || field === 'excludedCountries' || field === 'handling' ? 6 : 1
  return fc.oneof({ arbitrary: known, weight: 4 }, { arbitrary: fc.constant(null), weight: unknowns })
}

/** Any record at a place. */
export function recordAt(ref: RecordRef, bureaus: readonly string[]): fc.Arbitrary<RecordCase> {
  const type = ref.type as TypeName
  const fields = Object.keys(recordTypes[type].fields)
  return fc
    .tuple(...fields.map((field) => valueOf(type, field, bureaus)))
    .map((values) => ({ ref, values: Object.fromEntries(fields.map((field, i) => [field, values[i] ?? null])) }))
}

const setting: fc.Arbitrary<Setting> = fc
  .record({
    count: fc.constantFrom(2, 2, 2, 3, 4),
    rules: fc.tuple(rules, rules, rules, rules),
    holds: fc.subarray([...typeNames], { maxLength: 2 }),
  })
  .map(({ count, rules: all, holds }) => {
    const bureaus = countries.slice(0, count)
    return { bureaus, rules: Object.fromEntries(bureaus.map((bureau, i) => [bureau, all[i] ?? []])), holds }
  })

/** A world, and what may be put in the place of what it holds: a record, or none, for every place. */
export interface WorldAndDonor extends World {
  readonly donor: readonly (RecordCase | null)[]
}

/** Any world. */
export const world: fc.Arbitrary<WorldAndDonor> = setting.chain((one) => {
  const recordsAt = (freq: number) => fc.tuple(...places(one).map((ref) => fc.option(recordAt(ref, one.bureaus), { freq, nil: null })))
  return fc
    .record({ records: recordsAt(2), donor: recordsAt(4) })
    .map(({ records, donor }) => ({ setting: one, records: records.filter((record) => record !== null), donor }))
})

/** Any caller; now and then an officer of one of the bureaus themselves. */
export const caller: fc.Arbitrary<CallerCase> = fc.record({
  country: fc.constantFrom('XE', 'XE', 'XB', 'XC', 'XD'),
  roles: fc.subarray([...roles]),
  clearance: fc.nat(3),
  purpose: fc.constantFrom(...purposes),
  holdsAgreement: fc.boolean(),
})
