import fc from 'fast-check'
import type { CanonicalValue } from '../../../src/model/record.ts'
import { countries, fieldOf, recordTypes, type TypeName } from './recordTypes.ts'

/** A generated condition. `textOf` writes it in the language of disclosure files; `reference/decide.ts` decides it. */
export type Condition =
  | { readonly is: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly is: 'not'; readonly term: Condition }
  | { readonly is: 'among'; readonly field: string; readonly values: readonly string[] }
  | { readonly is: 'holds'; readonly field: string; readonly value: string }
  | { readonly is: 'has'; readonly field: string }
  | { readonly is: 'before'; readonly field: string; readonly day: string }
  | { readonly is: 'begins'; readonly field: string; readonly prefix: string }
  | { readonly is: 'country'; readonly values: readonly string[] }
  | { readonly is: 'role'; readonly value: string }
  | { readonly is: 'clearance'; readonly least: number }

export const roles = ['INVESTIGATOR', 'ANALYST'] as const

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1 })

const callerLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ is: fc.constant('country' as const), values: some(countries) }),
  fc.record({ is: fc.constant('role' as const), value: fc.constantFrom(...roles) }),
  fc.record({ is: fc.constant('clearance' as const), least: fc.integer({ min: 1, max: 3 }) }),
)

/** Conditions for `to:`. */
export const callerCondition: fc.Arbitrary<Condition> = tree(callerLeaf)

/** Conditions for `when:`, by record type. */
export const recordCondition = Object.fromEntries(
  (Object.keys(recordTypes) as TypeName[]).map((type) => [
    type,
    tree(fc.oneof({ arbitrary: recordLeaf(type), weight: 5 }, { arbitrary: callerLeaf, weight: 1 })),
  ]),
) as unknown as Readonly<Record<TypeName, fc.Arbitrary<Condition>>>

function recordLeaf(type: TypeName): fc.Arbitrary<Condition> {
  return fc.oneof(
    ...Object.keys(recordTypes[type].fields).map((field): fc.Arbitrary<Condition> => {
      const { kind, values } = fieldOf(type, field)
      const has = fc.constant<Condition>({ is: 'has', field })
      const words = [...new Set(values.flatMap((value) => (Array.isArray(value) ? value : [value])))] as string[]
      if (kind === 'enum') return fc.record({ is: fc.constant('among' as const), field: fc.constant(field), values: some(words) })
      if (kind === 'enums' || kind === 'countries')
        return fc.record({ is: fc.constant('holds' as const), field: fc.constant(field), value: fc.constantFrom(...words) })
      if (kind === 'day' || kind === 'partialDate') {
        const day = fc.constantFrom('1980-06-15', '1980-07-15', '2000-01-01', '2026-03-01', '2026-06-15')
        return fc.record({ is: fc.constant('before' as const), field: fc.constant(field), day })
      }
      if (kind === 'text')
        return fc.record({ is: fc.constant('begins' as const), field: fc.constant(field), prefix: fc.constantFrom(...prefixes(values)) })
      return has
    }),
  )
}

function prefixes(values: readonly CanonicalValue[]): readonly string[] {
  return [...new Set(values.map((value) => String(value).slice(0, 4)))]
}

function tree(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.oneof(
    { arbitrary: leaf, weight: 5 },
    {
      arbitrary: fc.record({ is: fc.constantFrom('and' as const, 'or' as const), terms: fc.array(leaf, { minLength: 2, maxLength: 2 }) }),
      weight: 2,
    },
    { arbitrary: fc.record({ is: fc.constant('not' as const), term: leaf }), weight: 1 },
  )
}

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
    case 'among':
      return `record.${condition.field} in ${list(condition.values)}`
    case 'holds':
      return `"${condition.value}" in record.${condition.field}`
    case 'has':
      return `has(record.${condition.field})`
    case 'before':
      return `record.${condition.field} < "${condition.day}"`
    case 'begins':
      return `record.${condition.field}.startsWith("${condition.prefix}")`
    case 'country':
      return `caller.country in ${list(condition.values)}`
    case 'role':
      return `"${condition.value}" in caller.roles`
    case 'clearance':
      return `caller.clearance >= ${condition.least}`
  }
}
