import fc from 'fast-check'
import { type Condition, callerCondition, recordCondition, textOf } from './conditions.ts'
import { fieldOf, recordTypes, type TypeName, typeNames } from './recordTypes.ts'

/** A generated rule. */
export interface RuleCase {
  readonly kind: 'permit' | 'cap'
  readonly on: TypeName
  /** Null: it is about the record. */
  readonly fields: readonly string[] | null
  readonly level: string
  readonly purposes: readonly string[] | null
  readonly under: boolean
  /** For permits: `past` and `open` make it a grant that is over or in force. */
  readonly grant: 'past' | 'open' | null
  readonly to: Condition | null
  readonly when: Condition | null
}

/** The agreement that permits may stand under; the callers of some bureaus hold it. */
export const agreement = 'CONV-12'
export const purposes = ['INVESTIGATION', 'BORDER_CHECK'] as const

const maybe = <T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight }, { arbitrary, weight: 1 })
const forPurposes = maybe(4, fc.subarray([...purposes], { minLength: 1 }))

/** Governed fields that rules are written about, links and inverse links included. */
export function ruledFields(type: TypeName): readonly string[] {
  return [...Object.keys(recordTypes[type].fields), ...Object.keys(recordTypes[type].inverses)]
}

/** Whether a level can stand in a rule about this field without falling. */
function levelsFor(type: TypeName, field: string): readonly string[] {
  const coarser = field in recordTypes[type].inverses ? null : fieldOf(type, field).coarser
  return coarser === null ? ['full'] : [coarser, 'full']
}

function leads(type: TypeName, field: string): boolean {
  return field in recordTypes[type].inverses || fieldOf(type, field).to !== undefined
}

function fieldPermit(type: TypeName): fc.Arbitrary<RuleCase> {
  return fc
    .record({
      fields: fc.subarray([...ruledFields(type)], { minLength: 1 }),
      coarse: fc.boolean(),
      purposes: forPurposes,
      under: maybe(6, fc.constant(true)),
      grant: maybe(6, fc.constantFrom('past' as const, 'open' as const)),
      to: maybe(3, callerCondition),
      when: maybe(2, recordCondition[type]),
    })
    .map(({ fields, coarse, under, ...rest }) => {
      const coarser = fields.filter((field) => levelsFor(type, field).length > 1)
      const level = coarse && coarser[0] !== undefined ? (levelsFor(type, coarser[0])[0] ?? 'full') : 'full'
      return { kind: 'permit', on: type, fields: level === 'full' ? fields : coarser, level, under: under ?? false, ...rest }
    })
}

function fieldCap(type: TypeName): fc.Arbitrary<RuleCase> {
  return fc
    .record({
      fields: fc.subarray([...ruledFields(type)], { minLength: 1, maxLength: 4 }),
      level: fc.constantFrom('none', 'masked', 'generalised'),
      purposes: forPurposes,
      to: maybe(3, callerCondition),
      when: maybe(1, recordCondition[type]),
    })
    .map((rule) => ({ kind: 'cap', on: type, under: false, grant: null, ...rule }))
}

function recordPermit(type: TypeName): fc.Arbitrary<RuleCase> {
  return fc
    .record({
      level: fc.constantFrom('listed', 'listed', 'listed', 'hit'),
      purposes: forPurposes,
      to: maybe(3, callerCondition),
      when: maybe(1, recordCondition[type]),
    })
    .map((rule) => ({ kind: 'permit', on: type, fields: null, under: false, grant: null, ...rule }))
}

function recordCap(type: TypeName): fc.Arbitrary<RuleCase> {
  return fc
    .record({
      level: fc.constantFrom('none', 'hit'),
      purposes: forPurposes,
      to: maybe(3, callerCondition),
      when: recordCondition[type],
    })
    .map((rule) => ({ kind: 'cap', on: type, fields: null, under: false, grant: null, ...rule }))
}

/**
 * The rules of one bureau. Nearly every type has a permit that lists, and each of its fields a lot: withheld, shown coarser or shown in full whatever
 * else is said, or left to the other rules. Otherwise little would ever be seen, and less at a level between none and full.
 */
export const rules: fc.Arbitrary<readonly RuleCase[]> = fc
  .tuple(
    ...typeNames.map((type) =>
      fc.tuple(
        fc.array(recordPermit(type), { minLength: 1, maxLength: 2 }),
        fc.array(fieldPermit(type), { maxLength: 2 }),
        fc.array(fc.oneof(recordCap(type), fieldCap(type)), { maxLength: 2 }),
        fc.nat(5).map((lot): RuleCase[] => (lot === 0 ? [] : [open(type, null, 'listed')])),
        fc.tuple(...ruledFields(type).map(() => fc.nat(9))).map((lots) => openPermits(type, lots)),
      ),
    ),
  )
  .map((types) => types.flat(2))

/** One permit for each level, of the fields whose lot it is. */
function openPermits(type: TypeName, lots: readonly number[]): readonly RuleCase[] {
  const levels = ruledFields(type).map((field, i) => {
    const lot = lots[i] ?? 0
    // Much can only go wrong where links are followed.
    if (lot > 1 && leads(type, field)) return [field, 'full'] as const
    return [field, lot < 3 ? 'none' : lot < 6 ? (levelsFor(type, field)[0] ?? 'full') : 'full'] as const
  })
  return ['masked', 'generalised', 'full'].flatMap((level) => {
    const fields = levels.filter(([, one]) => one === level).map(([field]) => field)
    return fields.length === 0 ? [] : [open(type, fields, level)]
  })
}

function open(on: TypeName, fields: readonly string[] | null, level: string): RuleCase {
  return { kind: 'permit', on, fields, level, purposes: null, under: false, grant: null, to: null, when: null }
}

/** A bureau's disclosure file as YAML, of which JSON is a part. */
export function fileOf(bureau: string, cases: readonly RuleCase[]): string {
  const written = cases.map((rule, index) => ({ grant: rule.grant, text: ruleOf(rule, index) }))
  const grants = written.filter(({ grant }) => grant !== null)
  return JSON.stringify({
    comity: 'disclosure/v1',
    bureau,
    version: 1,
    rules: written.filter(({ grant }) => grant === null).map(({ text }) => text),
    ...(grants.length > 0 ? { grants: grants.map(({ text }) => text) } : {}),
  })
}

function ruleOf(rule: RuleCase, index: number): object {
  const { kind, on, fields, level, purposes: these, under, grant, to, when } = rule
  return {
    id: `R${index}`,
    title: 'generated',
    on,
    ...(fields === null ? { record: kind === 'cap' ? true : level } : { fields }),
    ...(kind === 'cap' ? { cap: level } : fields === null ? {} : { level }),
    ...(kind === 'permit' || to !== null ? { to: to === null ? 'any' : textOf(to) } : {}),
    ...(kind === 'permit' || these !== null ? { for: these ?? 'any' } : {}),
    ...(under ? { under: agreement } : {}),
    ...(when === null ? {} : { when: textOf(when) }),
    ...(grant === null ? {} : { basis: 'a letter', from: '2026-06-01T00:00:00Z', until: untilOf(grant) }),
  }
}

/** The clock of these tests stands at noon of 15 June 2026. */
function untilOf(grant: 'past' | 'open'): string {
  return grant === 'past' ? '2026-06-15T12:00:00Z' : '2026-06-15T12:00:01Z'
}
