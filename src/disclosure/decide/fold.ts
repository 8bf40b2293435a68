import { firstDay, lastDay } from '../days.ts'
import type { Condition, K3, Many, Range, Ref, Single } from '../language/condition.ts'
import type { ReadCaller } from './callerValues.ts'
import { compileCondition, k3Of } from './compileCondition.ts'
import { compileRange } from './compileRange.ts'
import type { Enums } from './readRecord.ts'

const noRecord = Object.freeze({})
const noEnums: Enums = new Map()

/** `condition` with everything about the caller and the request filled in: what is left reads the record, or is `known`. */
export function fold(condition: Condition, read: ReadCaller): Condition {
  switch (condition.op) {
    case 'known':
      return condition
    case 'and':
    case 'or':
      return foldTerms(condition.op, condition.terms, read)
    case 'not':
      return negated(fold(condition.term, read))
    case 'yes':
      return condition
    case 'has':
      return condition.of.root === 'record' ? condition : known(read(condition.of) !== null)
    case 'same':
      return settled({ ...condition, a: foldSingle(condition.a, read), b: foldSingle(condition.b, read) })
    case 'less':
    case 'atMost':
    case 'equal':
      return settled({ ...condition, a: foldRange(condition.a, read), b: foldRange(condition.b, read) })
    case 'in':
      return settled({ ...condition, item: foldSingle(condition.item, read), list: foldMany(condition.list, read) })
    case 'intersects':
      return settled({ ...condition, a: foldMany(condition.a, read), b: foldMany(condition.b, read) })
    case 'startsWith':
      return settled({ ...condition, of: foldSingle(condition.of, read) })
  }
}

function known(value: K3): Condition {
  return { op: 'known', value }
}

function foldTerms(op: 'and' | 'or', terms: readonly Condition[], read: ReadCaller): Condition {
  const deciding = op === 'or'
  const rest: Condition[] = []
  let unknown = false
  for (const term of terms) {
    const folded = fold(term, read)
    if (folded.op !== 'known') rest.push(folded)
    else if (folded.value === deciding) return folded
    else if (folded.value === null) unknown = true
  }
  // An unknown term stays: with it, `and` can no longer be true, nor `or` false.
  if (unknown) rest.push(known(null))
  const [first] = rest
  if (first === undefined) return known(!deciding)
  return rest.length === 1 ? first : { op, terms: rest }
}

function negated(term: Condition): Condition {
  if (term.op !== 'known') return { op: 'not', term }
  return known(term.value === null ? null : !term.value)
}

/** Decides a comparison whose two sides are constants by the same code that decides records. */
function settled(condition: Condition): Condition {
  return readsRecord(condition) ? condition : known(k3Of(compileCondition(condition, noEnums)(noRecord)))
}

function readsRecord(condition: Condition): boolean {
  if (condition.op === 'startsWith') return condition.of.is !== 'constant'
  if (condition.op === 'in') return condition.item.is !== 'constant' || condition.list.is !== 'constant'
  return 'a' in condition && (condition.a.is !== 'constant' || condition.b.is !== 'constant')
}

function foldSingle(single: Single, read: ReadCaller): Single {
  if (single.is === 'constant' || single.ref.root === 'record') return single
  const value = read(single.ref)
  return { is: 'constant', value: typeof value === 'string' || typeof value === 'number' ? value : null }
}

function foldMany(many: Many, read: ReadCaller): Many {
  if (many.is === 'constant' || many.ref.root === 'record') return many
  const values = read(many.ref)
  return { is: 'constant', values: values !== null && typeof values === 'object' ? values : null }
}

function foldRange(range: Range, read: ReadCaller): Range {
  switch (range.is) {
    case 'constant':
      return range
    case 'years':
      return foldedRange({ is: 'years', from: foldRange(range.from, read), to: foldRange(range.to, read) })
    case 'shifted':
      return foldedRange({ is: 'shifted', day: foldRange(range.day, read), by: foldRange(range.by, read) })
    default:
      return range.ref.root === 'record' ? range : callerRange(range.is, range.ref, read)
  }
}

function callerRange(kind: 'number' | 'date' | 'dateTime' | 'partialDate', ref: Ref, read: ReadCaller): Range {
  const value = read(ref)
  if (kind !== 'number') return { is: 'constant', low: firstDay(value, kind), high: lastDay(value, kind) }
  const number = typeof value === 'number' ? value : Number.NaN
  return { is: 'constant', low: number, high: number }
}

function foldedRange(range: Range & { readonly is: 'years' | 'shifted' }): Range {
  const [one, other] = range.is === 'years' ? [range.from, range.to] : [range.day, range.by]
  if (one.is !== 'constant' || other.is !== 'constant') return range
  const { low, high } = compileRange(range)
  return { is: 'constant', low: low(noRecord), high: high(noRecord) }
}
