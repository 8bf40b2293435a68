import fc from 'fast-check'
import type { CanonicalValue } from '../../../src/model/record.ts'
import { colours, purposes, roles, tags } from './caseCatalogue.ts'
import type { AgreementCase, ReferenceCaller } from './reference.ts'

type Op = '<' | '<=' | '>' | '>=' | '==' | '!='

/** A generated condition. `textOf` writes it in the language; `reference.ts` decides it. */
export type Condition =
  | { readonly is: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly is: 'not'; readonly term: Condition }
  | { readonly is: 'colour'; readonly values: readonly string[] }
  | { readonly is: 'tag' | 'label' | 'role' | 'agreement' | 'purpose' | 'unit' | 'case'; readonly value: string }
  | { readonly is: 'tags' | 'country'; readonly values: readonly string[] }
  | { readonly is: 'has'; readonly field: string }
  | { readonly is: 'size' | 'age' | 'clearance' | 'recent'; readonly op: Op; readonly value: number }
  | { readonly is: 'day'; readonly field: string; readonly op: Op; readonly value: string }
  | { readonly is: 'open' | 'excluded' | 'homeHere' | 'homesHere' }

/** A generated rule. */
export interface RuleCase {
  readonly kind: 'permit' | 'cap'
  readonly fields: readonly string[] | null
  readonly level: string
  readonly purposes: readonly string[] | null
  readonly under: string | null
  readonly to: Condition | null
  readonly when: Condition | null
}

/** A generated file, caller and record. */
export interface PolicyCase {
  readonly rules: readonly RuleCase[]
  readonly agreements: Readonly<Record<string, AgreementCase>>
  readonly caller: ReferenceCaller
  readonly record: Readonly<Record<string, CanonicalValue>>
}

export const fields = [
  'colour',
  'tags',
  'label',
  'born',
  'opened',
  'seen',
  'size',
  'open',
  'excluded',
  'home',
  'homes',
  'aliases',
  'parent',
  'children',
]
const countries = ['XA', 'XB', 'XC', 'XD'] as const
const agreementNames = ['CONV-12', 'BILAT-1'] as const
const days = ['2007-06-15', '2008-06-14', '2008-06-15', '2008-06-16', '2026-06-14', '2026-06-15', '2026-06-16', '2004-02-29'] as const

const op = fc.constantFrom<Op>('<', '<=', '>', '>=', '==', '!=')
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1 })

const callerLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ is: fc.constant('country' as const), values: some(countries) }),
  fc.record({ is: fc.constant('role' as const), value: fc.constantFrom(...roles) }),
  fc.record({ is: fc.constant('clearance' as const), op, value: fc.nat(3) }),
  fc.record({ is: fc.constant('agreement' as const), value: fc.constantFrom(...agreementNames) }),
  fc.record({ is: fc.constant('purpose' as const), value: fc.constantFrom(...purposes) }),
  fc.record({ is: fc.constant('unit' as const), value: fc.constantFrom('K1', 'K2') }),
  fc.record({ is: fc.constant('case' as const), value: fc.constantFrom('XB-', 'XC-') }),
)
const recordLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ is: fc.constant('colour' as const), values: some(colours) }),
  fc.record({ is: fc.constant('tag' as const), value: fc.constantFrom(...tags) }),
  fc.record({ is: fc.constant('tags' as const), values: some(tags) }),
  fc.record({ is: fc.constant('has' as const), field: fc.constantFrom('colour', 'tags', 'born', 'excluded', 'home', 'parent') }),
  fc.record({ is: fc.constant('size' as const), op, value: fc.nat(4) }),
  fc.record({ is: fc.constant('day' as const), field: fc.constantFrom('born', 'opened', 'seen'), op, value: fc.constantFrom(...days) }),
  fc.record({ is: fc.constant('age' as const), op, value: fc.constantFrom(17, 18, 19) }),
  fc.record({ is: fc.constant('recent' as const), op, value: fc.constantFrom(-1, 0, 1, -6575) }),
  fc.record({ is: fc.constant('label' as const), value: fc.constantFrom('Al', 'Be') }),
  fc.constantFrom<Condition>({ is: 'open' }, { is: 'excluded' }, { is: 'homeHere' }, { is: 'homesHere' }),
)

function tree(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { arbitrary: leaf, weight: 4 },
      {
        arbitrary: fc.record({
          is: fc.constantFrom('and' as const, 'or' as const),
          terms: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
        }),
        weight: 2,
      },
      { arbitrary: fc.record({ is: fc.constant('not' as const), term: tie('node') }), weight: 1 },
    ),
  })).node
}

/** Any condition of a `when`. */
export const condition: fc.Arbitrary<Condition> = tree(fc.oneof({ arbitrary: recordLeaf, weight: 4 }, { arbitrary: callerLeaf, weight: 1 }))
/** Everything a condition may be made of. */
export const leaves = [
  'colour',
  'tag',
  'tags',
  'has',
  'size',
  'day',
  'age',
  'recent',
  'label',
  'open',
  'excluded',
  'homeHere',
  'homesHere',
  'country',
  'role',
  'clearance',
  'agreement',
  'purpose',
  'unit',
  'case',
] as const

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof(fc.constant(null), arbitrary)
const to = maybe(tree(callerLeaf))
const when = maybe(condition)
const forPurposes = maybe(some(purposes))

/** Any permit. */
export const permit: fc.Arbitrary<RuleCase> = fc
  .record({
    record: fc.boolean(),
    fields: some(fields),
    record_: fc.constantFrom('hit', 'listed', 'listed'),
    level: fc.constantFrom('masked', 'generalised', 'full'),
    purposes: forPurposes,
    under: fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, { arbitrary: fc.constantFrom(...agreementNames), weight: 1 }),
    to,
    when,
  })
  .map(({ record, fields, record_, level, ...rest }) => ({
    kind: 'permit',
    fields: record ? null : fields,
    level: record ? record_ : level,
    ...rest,
  }))

/** Any cap. */
export const cap: fc.Arbitrary<RuleCase> = fc
  .record({
    record: fc.boolean(),
    fields: some(fields),
    record_: fc.constantFrom('none', 'hit'),
    level: fc.constantFrom('none', 'masked', 'generalised'),
    purposes: forPurposes,
    to,
    when,
  })
  .map(({ record, fields, record_, level, ...rest }) => ({
    kind: 'cap',
    fields: record ? null : fields,
    level: record ? record_ : level,
    under: null,
    ...rest,
  }))

const terms: fc.Arbitrary<AgreementCase> = fc.record({
  parties: maybe(some(countries)),
  from: maybe(fc.constantFrom('2026-06-15', '2026-06-16')),
  until: maybe(fc.constantFrom('2026-06-16', '2026-06-17')),
  ceiling: fc.constantFrom('none', 'masked', 'generalised', 'full', 'full'),
})

/** Any caller; one in eight is the owner's own. */
export const caller: fc.Arbitrary<ReferenceCaller> = fc.record({
  country: fc.constantFrom('XA', 'XB', 'XB', 'XB', 'XC', 'XC', 'XC', 'XD'),
  unit: maybe(fc.constantFrom('K1', 'K2')),
  roles: fc.subarray([...roles]),
  clearance: fc.nat(3),
  agreements: fc.subarray([...agreementNames]),
  purpose: fc.constantFrom(...purposes),
  case: maybe(fc.constantFrom('XB-2026-1', 'XC-2026-2')),
  date: fc.constantFrom('2026-06-14', '2026-06-15', '2026-06-16', '2026-06-17'),
})

const unknownOr = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 1 }, { arbitrary, weight: 4 })
const country = unknownOr(fc.constantFrom<string>(...countries))
const home = fc.record({ name: fc.constantFrom('North Quay', 'Old Town'), region: fc.constantFrom('North', 'South'), country })

/** Any record, with unknown values, lists with unknown members, and dates known in part. */
export const record: fc.Arbitrary<Readonly<Record<string, CanonicalValue>>> = fc.record({
  colour: unknownOr(fc.constantFrom(...colours)),
  tags: unknownOr(fc.array(unknownOr(fc.constantFrom(...tags)), { maxLength: 3 })),
  label: unknownOr(fc.constantFrom('Alpha', 'Beta 2', 'Gamma')),
  born: unknownOr(fc.constantFrom('2008', '2007', '2008-06', '2004-02', '2000', ...days)),
  opened: unknownOr(fc.constantFrom(...days)),
  seen: unknownOr(fc.constantFrom(...days).map((day) => `${day}T23:59:59Z`)),
  size: unknownOr(fc.nat(4)),
  open: unknownOr(fc.boolean()),
  excluded: unknownOr(fc.array(country, { maxLength: 3 })),
  home: unknownOr(home),
  homes: unknownOr(fc.array(home, { maxLength: 3 })),
  aliases: fc.constant([{ kind: 'RED', text: 'Alpha One', since: '2020-01-01' }]),
  parent: unknownOr(fc.constant({ bureau: 'XA', type: 'Dossier', key: '2' })),
})

function open(fields: readonly string[] | null, level: string): RuleCase {
  return { kind: 'permit', fields, level, purposes: null, under: null, to: null, when: null }
}

/** Any file with a caller and a record. A permit that lists for most callers is often among the rules, or little would ever be listed. */
export const policyCase: fc.Arbitrary<PolicyCase> = fc.record({
  rules: fc
    .tuple(fc.array(fc.oneof({ arbitrary: permit, weight: 2 }, { arbitrary: cap, weight: 1 }), { maxLength: 9 }), fc.nat(3))
    .map(([rules, lottery]) => [
      ...rules,
      ...(lottery === 0 ? [] : [open(null, 'listed')]),
      ...(lottery === 2 ? [open(['colour', 'born', 'label'], 'full')] : []),
      ...(lottery === 3 ? [open(['born', 'homes', 'label'], 'generalised')] : []),
    ]),
  agreements: fc.record({ 'CONV-12': terms, 'BILAT-1': terms }),
  caller,
  record,
})

/** A condition in the language. */
export function textOf(condition: Condition): string {
  const list = (values: readonly string[]): string => `[${values.map((value) => `"${value}"`).join(', ')}]`
  switch (condition.is) {
    case 'and':
      return `(${condition.terms.map(textOf).join(' && ')})`
    case 'or':
      return `(${condition.terms.map(textOf).join(' || ')})`
    case 'not':
      return `!(${textOf(condition.term)})`
    case 'colour':
      return condition.values.length === 1 ? `record.colour == "${condition.values[0]}"` : `record.colour in ${list(condition.values)}`
    case 'tag':
      return `"${condition.value}" in record.tags`
    case 'tags':
      return `record.tags.intersects(${list(condition.values)})`
    case 'has':
      return condition.field.length % 2 === 0 ? `has(record.${condition.field})` : `record.${condition.field} != null`
    case 'size':
      return `record.size ${condition.op} ${condition.value}`
    case 'day':
      return `record.${condition.field} ${condition.op} "${condition.value}"`
    case 'age':
      return `yearsBetween(record.born, request.date) ${condition.op} ${condition.value}`
    case 'recent':
      return `record.opened ${condition.op} addDays(request.date, ${condition.value})`
    case 'open':
      return 'record.open'
    case 'excluded':
      return 'caller.country in record.excluded'
    case 'homeHere':
      return 'caller.country == record.home.country'
    case 'homesHere':
      return 'caller.country in record.homes.country'
    case 'label':
      return `record.label.startsWith("${condition.value}")`
    case 'country':
      return `caller.country in ${list(condition.values)}`
    case 'role':
      return `"${condition.value}" in caller.roles`
    case 'clearance':
      return `caller.clearance ${condition.op} ${condition.value}`
    case 'agreement':
      return `"${condition.value}" in caller.agreements`
    case 'purpose':
      return `request.purpose == "${condition.value}"`
    case 'unit':
      return `caller.unit == "${condition.value}"`
    case 'case':
      return `request.case.startsWith("${condition.value}")`
  }
}

/** The file as YAML (of which JSON is a part). */
export function fileOf({ rules, agreements }: Pick<PolicyCase, 'rules' | 'agreements'>): string {
  return JSON.stringify({
    comity: 'disclosure/v1',
    bureau: 'XA',
    version: 1,
    agreements: Object.fromEntries(Object.entries(agreements).map(([name, terms]) => [name, withoutNulls(terms)])),
    rules: rules.map((rule, index) => ({
      id: `R${index}`,
      title: 'generated',
      on: 'Dossier',
      ...(rule.fields === null ? { record: rule.kind === 'cap' ? true : rule.level } : { fields: rule.fields }),
      ...(rule.kind === 'cap' ? { cap: rule.level } : rule.fields === null ? {} : { level: rule.level }),
      ...(rule.kind === 'permit' || rule.to !== null ? { to: rule.to === null ? 'any' : textOf(rule.to) } : {}),
      ...(rule.kind === 'permit' || rule.purposes !== null ? { for: rule.purposes ?? 'any' } : {}),
      ...withoutNulls({ under: rule.under, when: rule.when === null ? null : textOf(rule.when) }),
    })),
  })
}

function withoutNulls(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
}
