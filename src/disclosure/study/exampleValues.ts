import type { FieldType } from '../../model/catalogue.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { addDays } from '../days.ts'
import type { Enums } from '../decide/readRecord.ts'
import { type Range, refsOf } from '../language/condition.ts'
import { constantsOf, type Leaf } from './leaves.ts'

/** Values of one field that bring about every way in which conditions on it may come out. */
export interface Examples {
  /** The plainest first, unknown last. */
  readonly values: readonly CanonicalValue[]
  /** Whether they bring about every combination that a record can; otherwise they are a choice among too many. */
  readonly exact: boolean
}

/** A text and a country that no rule mentions. */
const otherText = 'Ωther'
const otherCountries = ['ZZ', 'ZY', 'ZX', 'ZW', 'ZV']
/** Members of a list whose every combination is tried. */
const mostMembers = 6
const mostDays = 160
const mostObjects = 2000

/** Examples for a field that these leaves read, alone or beside other fields. */
export function exampleValues(field: FieldType, leaves: readonly Leaf[], enums: Enums): Examples {
  const about = leaves.filter((leaf) => refsOf(leaf).some((ref) => ref.root === 'record' && ref.field === field.name))
  const subs = new Set(
    about.flatMap((leaf) => refsOf(leaf).flatMap((ref) => (ref.field === field.name && ref.sub !== null ? [ref.sub] : []))),
  )
  if (field.kind === 'object') return objectExamples(field, [...subs], leaves, enums)
  const single = scalarExamples(field, leaves, enums)
  return field.list ? listExamples(single, mentionedIn(single, about)) : { values: [...single.values, null], exact: single.exact }
}

/** A country code that is none of these. */
export function otherCountry(mentioned: ReadonlySet<unknown>): string {
  return otherCountries.find((code) => !mentioned.has(code)) ?? 'ZU'
}

function objectExamples(field: FieldType, subs: readonly string[], leaves: readonly Leaf[], enums: Enums): Examples {
  const parts = subs.flatMap((sub): readonly (readonly [string, Examples])[] => {
    const part = field.fields?.get(sub)
    return part === undefined ? [] : [[sub, partExamples(part, leaves, enums)]]
  })
  let objects: readonly Readonly<Record<string, CanonicalValue>>[] = [{}]
  for (const [sub, { values }] of parts)
    objects = objects.flatMap((one) => values.map((value) => ({ ...one, [sub]: value }))).slice(0, mostObjects)
  const exact = parts.every(([, one]) => one.exact) && parts.reduce((product, [, one]) => product * one.values.length, 1) <= mostObjects
  if (!field.list) return { values: [...objects, null], exact }
  const list = listExamples({ values: objects.filter((one) => parts.every(([sub]) => one[sub] !== null)), exact }, objects)
  // Members with several parts that rules read would have to be combined with one another.
  return { values: list.values, exact: list.exact && subs.length <= 1 }
}

function partExamples(part: FieldType, leaves: readonly Leaf[], enums: Enums): Examples {
  const single = part.kind === 'object' || part.kind === 'link' ? { values: [{}], exact: true } : scalarExamples(part, leaves, enums)
  return part.list ? listExamples(single, single.values) : { values: [...single.values, null], exact: single.exact }
}

/** Members that rules tell apart; of all others one stands for the rest. */
function mentionedIn({ values }: Examples, leaves: readonly Leaf[]): readonly CanonicalValue[] {
  const constants = new Set<unknown>(leaves.flatMap(constantsOf))
  const mentioned = values.filter((value) => constants.has(value))
  const other = values.find((value) => !constants.has(value))
  return other === undefined ? mentioned : [...mentioned, other]
}

/** Lists of every combination of members, each also with a member that is not known. */
function listExamples({ exact }: Examples, members: readonly CanonicalValue[]): Examples {
  const few = members.length <= mostMembers
  const sets = few ? subsetsOf(members) : [...members.map((one) => [one]), [], [...members], ...pairsOf(members)]
  return { values: [...sets, ...sets.map((set) => [...set, null]), null], exact: exact && few }
}

/** All subsets, the smaller ones first but the empty one after the singles. */
function subsetsOf<T>(members: readonly T[]): readonly (readonly T[])[] {
  const all = Array.from({ length: 2 ** members.length }, (_, bits) => members.filter((_one, i) => (bits >> i) & 1))
  return all.sort((a, b) => (a.length || 1.5) - (b.length || 1.5))
}

function pairsOf<T>(members: readonly T[]): readonly (readonly T[])[] {
  return members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b]))
}

function scalarExamples(field: FieldType, leaves: readonly Leaf[], enums: Enums): Examples {
  const constants = [...new Set(leaves.flatMap(constantsOf))]
  const texts = constants.filter((one) => typeof one === 'string')
  switch (field.kind) {
    case 'boolean':
      return { values: [true, false], exact: true }
    case 'enum':
      return { values: [...(enums.get(field.enum ?? '') ?? [])], exact: true }
    case 'country':
    case 'language':
      return { values: [...texts, otherCountry(new Set(texts))], exact: true }
    case 'string':
      return { values: [...new Set(texts.flatMap((text) => [text, `${text}~`])), otherText], exact: true }
    case 'int':
    case 'float': {
      const numbers = constants.filter((one) => typeof one === 'number')
      const step = field.kind === 'int' ? 1 : 0.5
      return { values: [...new Set([...numbers.flatMap((one) => [one, one - step, one + step]), 0])], exact: true }
    }
    case 'link':
      return { values: [{ bureau: 'XX', type: field.to ?? '', key: 'example' }], exact: true }
    case 'object':
      return { values: [{}], exact: true }
    default:
      return dateExamples(field.kind, leaves)
  }
}

/** Days at which comparisons turn, with the days beside them; for dates known in part also years, months and decades around them. */
function dateExamples(kind: 'date' | 'dateTime' | 'partialDate', leaves: readonly Leaf[]): Examples {
  const days = leaves.flatMap(constantsOf).filter((one): one is number => typeof one === 'number' && one >= 1_01_01)
  const { years, shifts } = spansOf(leaves)
  const pivots = new Set(days.length === 0 ? [2020_01_01] : days)
  for (const pivot of [...pivots]) {
    // Whole years turn at the anniversary of the number itself or of the one beside it; either date may be the earlier one.
    for (const span of years) for (const one of [span - 1, span, span + 1]) pivots.add(pivot - one * 10000).add(pivot + one * 10000)
    for (const span of shifts) pivots.add(addDays(pivot, span)).add(addDays(pivot, -span))
  }
  const around = [...pivots].flatMap((day) => [day, addDays(day, -1), addDays(day, 1)]).filter((day) => day >= 1_01_01 && day <= 9999_12_31)
  const texts = [...new Set(around.filter((day) => !Number.isNaN(day)).map(dayText))].sort()
  const exact = texts.length <= mostDays
  const chosen = texts.slice(0, mostDays)
  if (kind === 'dateTime') return { values: chosen.map((day) => `${day}T12:00:00Z`), exact }
  if (kind === 'date') return { values: chosen, exact }
  const whole = [...new Set(chosen.map((day) => day.slice(0, 4)))]
  const ranges = whole.flatMap((first, at) => whole.slice(at + 1).map((last) => `${first}/${last}`))
  const parts = chosen.flatMap((day) => [day.slice(0, 4), day.slice(0, 7), `${day.slice(0, 3)}X`])
  return { values: [...chosen, ...new Set(parts), ...ranges.slice(0, mostDays)], exact }
}

/** Numbers of years and of days that leaves count with. */
function spansOf(leaves: readonly Leaf[]): { readonly years: readonly number[]; readonly shifts: readonly number[] } {
  const sides = leaves.flatMap((leaf) =>
    leaf.op === 'less' || leaf.op === 'atMost' || leaf.op === 'equal'
      ? [
          [leaf.a, leaf.b],
          [leaf.b, leaf.a],
        ]
      : [],
  )
  const years = sides.flatMap(([one, other]) => (one?.is === 'years' && other?.is === 'constant' ? [other.low] : []))
  const shifts = sides.flatMap(([one]) => (one === undefined ? [] : shiftsIn(one)))
  return { years: [...new Set(years)], shifts: [...new Set(shifts)] }
}

function shiftsIn(range: Range): readonly number[] {
  if (range.is === 'years') return [...shiftsIn(range.from), ...shiftsIn(range.to)]
  if (range.is !== 'shifted') return []
  return [...shiftsIn(range.day), ...(range.by.is === 'constant' ? [range.by.low] : [])]
}

function dayText(day: number): string {
  const digits = String(day).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}
