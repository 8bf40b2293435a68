import type { FieldType } from '../../model/catalogue.ts'
import type { Operator } from '../../model/predicate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { all, allOf, anyOf, leaf, none } from '../condition.ts'
import { type Interpretation, notScalar, type RawCondition, type RawLeaf, Refusal, textOf } from './interpretation.ts'

const unordered = { ordered: false, orderValue: () => null } as const
const countryCode = /^(?=.*[A-Z])[A-Z0-9]{2,3}$/
const decimal = /^[+-]?(\d{1,15}(\.\d{1,15})?|\.\d{1,15})$/

/** Kind `string`. */
export const stringInterpretation: Interpretation = {
  read: (raw) => textOf(raw) ?? notScalar,
  toRaw: (op, value) => textCondition(op, value, forms),
  ...unordered,
}

/** Kinds `enum`, `country` and `language`: one of a set of words. */
export function wordInterpretation(
  type: FieldType,
  enums: ReadonlyMap<string, readonly string[]>,
  bureaus: ReadonlySet<string>,
): Interpretation {
  const accepts = wordsOf(type, enums, bureaus)
  const refusal = new Refusal(
    `is not ${type.kind === 'enum' ? `a value of ${type.enum}` : type.kind === 'country' ? 'a country code' : 'a language tag'}`,
  )
  return {
    read: (raw) => {
      const text = textOf(raw)
      return text === null ? notScalar : accepts(text) ? text : refusal
    },
    toRaw: (op, value) => textCondition(op, value, (text) => [text]),
    ...unordered,
  }
}

function wordsOf(type: FieldType, enums: ReadonlyMap<string, readonly string[]>, bureaus: ReadonlySet<string>): (text: string) => boolean {
  if (type.kind === 'enum') {
    const values = new Set(enums.get(type.enum ?? ''))
    return (text) => values.has(text)
  }
  if (type.kind === 'country') return (text) => countryCode.test(text) || bureaus.has(text)
  return isLanguageTag
}

/** Tags that were looked at: a federation knows a few hundred, and each costs a microsecond. */
const knownTags = new Map<string, boolean>()
const mostTags = 2000

function isLanguageTag(text: string): boolean {
  const known = knownTags.get(text)
  if (known !== undefined) return known
  const is = isCanonicalTag(text)
  if (knownTags.size >= mostTags) knownTags.clear()
  knownTags.set(text, is)
  return is
}

function isCanonicalTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text
  } catch {
    return false
  }
}

/** Kind `boolean`, where no `boolean:` table came before: true, false, 1 and 0. */
export const booleanInterpretation: Interpretation = {
  read: (raw) => (typeof raw === 'boolean' ? raw : raw === 1 || raw === 0 ? raw === 1 : new Refusal('is neither yes nor no')),
  toRaw: (op, value) => (op === 'eq' && typeof value === 'boolean' ? leaf({ op: 'in', value: [value, value ? 1 : 0] }) : all),
  ...unordered,
}

/**
 * Kinds `int` and `float`: `scale` takes the native unit to the canonical one. Only whole numbers that are taken as they stand are pushed down, and as bounds: a column
 * of texts writes one number in many ways, and a connector does not order such a column by a number.
 */
export function numberInterpretation(kind: 'int' | 'float', scale: number | null): Interpretation {
  return { read: (raw) => readNumber(raw, kind, scale), toRaw: kind === 'int' && scale === null ? wholeCondition : () => all, ...unordered }
}

function wholeCondition(op: Operator, value: CanonicalValue): RawCondition {
  if (op === 'in') return Array.isArray(value) ? anyOf(value.map((one: CanonicalValue) => wholeCondition('eq', one))) : all
  if (typeof value !== 'number' || !Number.isInteger(value) || op === 'startsWith') return all
  return allOf<RawLeaf>([op === 'lte' ? all : leaf({ op: 'gte', value }), op === 'gte' ? all : leaf({ op: 'lte', value })])
}

function readNumber(raw: unknown, kind: 'int' | 'float', scale: number | null): number | Refusal {
  const text = typeof raw === 'boolean' ? null : textOf(raw)?.trim()
  if (text === null || text === undefined || !decimal.test(text)) return new Refusal('is not a number')
  const value = Number(text) * (scale ?? 1)
  if (kind === 'float') return value
  if (scale === null && !Number.isInteger(value)) return new Refusal('is not a whole number')
  const rounded = Math.round(Number(value.toPrecision(12)))
  return Math.abs(rounded) > 2 ** 31 - 1 ? new Refusal('is beyond the range of a whole number') : rounded + 0
}

/** Conditions on a text, in the forms in which a system may hold it. A list stands for any of its members, with `startsWith` too. */
export function textCondition(op: Operator, value: CanonicalValue, formsOf: (text: string) => readonly string[]): RawCondition {
  if (op === 'gte' || op === 'lte') return all
  const values = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
  const texts = [...new Set(values.flatMap(formsOf))]
  if (texts.length === 0) return none
  if (op === 'startsWith') return texts.includes('') ? all : anyOf(texts.map((text) => leaf({ op, value: text })))
  const [only] = texts
  return texts.length === 1 && only !== undefined ? leaf({ op: 'eq', value: only }) : leaf({ op: 'in', value: texts })
}

/** The hub compares in NFC; systems hold one of these. */
function forms(text: string): readonly string[] {
  return [text, text.normalize('NFC'), text.normalize('NFD')]
}
