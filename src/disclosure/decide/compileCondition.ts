import type { Condition, K3, Many, Range, Single } from '../language/condition.ts'
import { compileRange } from './compileRange.ts'
import { type Enums, type RawValues, readRecord, readStored } from './readRecord.ts'

/** Kleene's values as numbers, so that "and" is the minimum and "or" the maximum. */
export const FALSE = 0
export const UNKNOWN = 1
export const TRUE = 2
export type Truth = 0 | 1 | 2
/** A condition on one record. Total: never throws, whatever the record holds. */
export type Test = (values: RawValues) => Truth

/** The condition as a closure. References to the caller count as unknown: fold them first. */
export function compileCondition(condition: Condition, enums: Enums): Test {
  switch (condition.op) {
    case 'known': {
      const truth: Truth = condition.value === null ? UNKNOWN : condition.value ? TRUE : FALSE
      return () => truth
    }
    case 'and':
      return chain(
        condition.terms.map((term) => compileCondition(term, enums)),
        FALSE,
      )
    case 'or':
      return chain(
        condition.terms.map((term) => compileCondition(term, enums)),
        TRUE,
      )
    case 'not': {
      const term = compileCondition(condition.term, enums)
      return (values) => (2 - term(values)) as Truth
    }
    case 'yes': {
      const read = readStored(condition.of)
      return (values) => {
        const value = read(values)
        return value === true ? TRUE : value === false ? FALSE : UNKNOWN
      }
    }
    case 'has': {
      const read = readStored(condition.of)
      return (values) => truthOf((read(values) ?? null) !== null)
    }
    case 'less':
    case 'atMost':
    case 'equal':
      return comparison(condition.op, condition.a, condition.b)
    default:
      return compileLookup(condition, enums)
  }
}

/** The truth as true, false or null. */
export function k3Of(truth: Truth): K3 {
  return truth === UNKNOWN ? null : truth === TRUE
}

function truthOf(value: boolean): Truth {
  return value ? TRUE : FALSE
}

/** "and" ends at the first false, "or" at the first true; short of that an unknown term makes the whole unknown. */
function chain(terms: readonly Test[], deciding: typeof FALSE | typeof TRUE): Test {
  const otherwise = (2 - deciding) as Truth
  return (values) => {
    let result = otherwise
    for (const term of terms) {
      const truth = term(values)
      if (truth === deciding) return truth
      if (truth === UNKNOWN) result = UNKNOWN
    }
    return result
  }
}

function comparison(op: 'less' | 'atMost' | 'equal', a: Range, b: Range): Test {
  const one = compileRange(a)
  const other = compileRange(b)
  const compare = op === 'less' ? isLess : op === 'atMost' ? isAtMost : isEqual
  if (one.low === one.high && other.low === other.high) {
    return (values) => {
      const left = one.low(values)
      const right = other.low(values)
      return compare(left, left, right, right)
    }
  }
  return (values) => compare(one.low(values), one.high(values), other.low(values), other.high(values))
}

// INVARIANT: every comparison with NaN is false, so an unknown bound falls through to UNKNOWN.
function isLess(aLow: number, aHigh: number, bLow: number, bHigh: number): Truth {
  return aHigh < bLow ? TRUE : aLow >= bHigh ? FALSE : UNKNOWN
}

function isAtMost(aLow: number, aHigh: number, bLow: number, bHigh: number): Truth {
  return aHigh <= bLow ? TRUE : aLow > bHigh ? FALSE : UNKNOWN
}

function isEqual(aLow: number, aHigh: number, bLow: number, bHigh: number): Truth {
  if (aHigh < bLow || aLow > bHigh) return FALSE
  return aLow === aHigh && bLow === bHigh && aLow === bLow ? TRUE : UNKNOWN
}

type Scalar = string | number | null
type ReadSingle = (values: RawValues) => Scalar
type ReadMany = (values: RawValues) => readonly unknown[] | null

function compileLookup(condition: Condition & { readonly op: 'same' | 'in' | 'intersects' | 'startsWith' }, enums: Enums): Test {
  switch (condition.op) {
    case 'same': {
      const table = enumTable(condition.a, condition.b.is === 'constant' ? [condition.b.value] : null, enums)
      if (table !== null) return table
      const a = compileSingle(condition.a, enums)
      const b = compileSingle(condition.b, enums)
      return (values) => {
        const left = a(values)
        const right = b(values)
        return left === null || right === null ? UNKNOWN : truthOf(left === right)
      }
    }
    case 'in':
      return membership(condition.item, condition.list, enums)
    case 'intersects': {
      const a = compileMany(condition.a, enums)
      const b = compileMany(condition.b, enums)
      return (values) => intersects(a(values), b(values))
    }
    case 'startsWith': {
      const text = compileSingle(condition.of, enums)
      const { prefix } = condition
      return (values) => {
        const value = text(values)
        return typeof value === 'string' ? truthOf(value.startsWith(prefix)) : UNKNOWN
      }
    }
  }
}

/** An enum's value against written-out ones: the answer for each of its values is known beforehand, and anything else is unknown. */
function enumTable(item: Single, members: readonly (string | number | null)[] | null, enums: Enums): Test | null {
  if (item.is !== 'ref' || item.ref.enum === null || members === null || members.includes(null)) return null
  const truths = new Map<unknown, Truth>(enums.get(item.ref.enum)?.map((value) => [value, truthOf(members.includes(value))]))
  const read = readStored(item.ref)
  return (values) => truths.get(read(values)) ?? UNKNOWN
}

function membership(item: Single, list: Many, enums: Enums): Test {
  const table = enumTable(item, list.is === 'constant' ? list.values : null, enums)
  if (table !== null) return table
  const read = compileSingle(item, enums)
  if (list.is === 'constant' && list.values?.every((value) => value !== null)) {
    const members: ReadonlySet<Scalar> = new Set(list.values)
    return (values) => {
      const value = read(values)
      return value === null ? UNKNOWN : truthOf(members.has(value))
    }
  }
  const members = compileMany(list, enums)
  return (values) => {
    const value = read(values)
    const among = members(values)
    return value === null || among === null ? UNKNOWN : contains(among, value)
  }
}

function contains(members: readonly unknown[], value: Scalar): Truth {
  let result: Truth = FALSE
  for (const member of members) {
    const other = scalar(member)
    if (other === null) result = UNKNOWN
    else if (other === value) return TRUE
  }
  return result
}

function intersects(a: readonly unknown[] | null, b: readonly unknown[] | null): Truth {
  if (a === null || b === null) return UNKNOWN
  let result: Truth = FALSE
  for (const member of a) {
    const value = scalar(member)
    const truth = value === null ? (b.length === 0 ? FALSE : UNKNOWN) : contains(b, value)
    if (truth === TRUE) return TRUE
    if (truth === UNKNOWN) result = UNKNOWN
  }
  return result
}

function scalar(value: unknown): Scalar {
  return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)) ? value : null
}

function compileSingle(single: Single, enums: Enums): ReadSingle {
  if (single.is === 'constant') {
    const { value } = single
    return () => value
  }
  const read = readRecord(single.ref, enums)
  return (values) => scalar(read(values))
}

function compileMany(many: Many, enums: Enums): ReadMany {
  if (many.is === 'constant') {
    const { values } = many
    return () => values
  }
  const read = readRecord(many.ref, enums)
  return (values) => {
    const value = read(values)
    return Array.isArray(value) ? value : null
  }
}
