import { isPartialDate } from '../../model/partialDate.ts'
import { all, allOf, anyOf } from '../condition.ts'
import { type DayColumn, dayCondition, textBounds } from '../dates/dateConditions.ts'
import { dayInterpretation, instantInterpretation } from '../dates/dateInterpretation.ts'
import { type DatePattern, parseDatePattern } from '../dates/datePattern.ts'
import { partialText, readParts } from '../dates/readDate.ts'
import { isZone } from '../dates/zonedTime.ts'
import type { FieldFile } from '../language.ts'
import { Mistake } from '../mistake.ts'
import { readPlace, type Scope } from '../nativeScope.ts'
import { type FieldContext, fail, placeOf } from './fieldContext.ts'
import type { FieldNode, ValuePredicate } from './fieldNode.ts'
import { type Interpretation, Refusal, textOf } from './interpretation.ts'
import { matchesAll, type RowTest, rowTest } from './matchRow.ts'
import { columnSource, isBlank } from './rawSource.ts'

const defaultPatterns = ['yyyy-MM-dd', 'yyyy-MM', 'yyyy']
const unitMs = { s: 1000, ms: 1 } as const

/** The interpretation of kinds `date`, `partialDate` and `dateTime`. */
export function compileDate(file: FieldFile, kind: 'date' | 'partialDate' | 'dateTime', context: FieldContext): Interpretation {
  const zone = zoneOf(file, context)
  const epochMs = file.epoch === undefined ? null : unitMs[file.epoch]
  if (file.epoch !== undefined && file.date !== undefined) fail(context, ['epoch'], 'a number from the epoch has no date patterns')
  if (kind === 'dateTime') {
    const patterns = file.date === undefined ? null : patternsOf(file, context)
    if (patterns?.some((pattern) => !hasDay(pattern))) fail(context, ['date'], 'an instant needs patterns with yyyy, MM and dd')
    return instantInterpretation({ patterns, zone, epochMs })
  }
  if (file.age !== undefined) return compileAge(file, file.age.on, context)
  const patterns = patternsOf(file, context)
  if (kind === 'date' && !patterns.some(hasDay)) fail(context, ['date'], 'the field holds whole days, and no pattern has yyyy, MM and dd')
  const isApproximate = approximation(file, context)
  return dayInterpretation({ patterns, whole: kind === 'date' || file.whole === true, epochMs, zone, isApproximate })
}

function hasDay(pattern: DatePattern): boolean {
  return pattern.tokens.some((token) => token.kind === 'dd' || token.kind === 'd')
}

function zoneOf(file: FieldFile, context: FieldContext): string {
  if (file.zone === undefined) return 'UTC'
  if (!isZone(file.zone)) fail(context, ['zone'], 'it is not an IANA time zone, like Europe/Lisbon')
  return isZone(file.zone) ? file.zone : 'UTC'
}

function patternsOf(file: FieldFile, context: FieldContext): readonly DatePattern[] {
  const patterns: DatePattern[] = []
  for (const [i, text] of (file.date ?? defaultPatterns).entries()) {
    const pattern = parseDatePattern(text)
    if (typeof pattern === 'string') fail(context, ['date', i], `the pattern cannot be used: ${pattern}`)
    else patterns.push(pattern)
  }
  return patterns
}

function approximation(file: FieldFile, context: FieldContext): (scope: Scope) => boolean {
  const tests: RowTest[] = []
  for (const [path, wanted] of Object.entries(file.approximateWhen ?? {})) {
    const place = placeOf(context, path, ['approximateWhen', path])
    if (place !== null) tests.push(rowTest(place, wanted))
  }
  return tests.length === 0 ? () => false : (scope) => matchesAll(tests, scope)
}

/** Of an age on a day only the two years are known in which birth is possible. */
function compileAge(file: FieldFile, on: string, context: FieldContext): Interpretation {
  const place = placeOf(context, on, ['age', 'on'])
  const patterns = [...patternsOf(file, context), ...['yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm:ss", 'yyyy'].map(parseDatePattern)]
  const usable = patterns.filter((pattern) => typeof pattern !== 'string')
  const read = (raw: unknown, scope: Scope) => {
    const age = textOf(raw)?.trim() ?? ''
    if (!/^\d{1,3}$/.test(age) || Number(age) > 130) return new Refusal('is not an age in years')
    const day = place === null ? null : readPlace(place, scope)
    if (isBlank(day)) return null
    const text = textOf(day) ?? ''
    const parts = readParts(/^\d{4}-\d{2}-\d{2}[T ]/.test(text) ? text.slice(0, 10) : text, usable)
    if (parts === null) return null
    if (parts instanceof Refusal) return new Refusal('is an age on a day that is not a date')
    const latest = parts.year - Number(age)
    const [from, to] = [latest - 1, latest].map((year) => String(year).padStart(4, '0'))
    return isPartialDate(`${from}/${to}`) ? `${from}/${to}` : new Refusal('is an age on a day that is not a date')
  }
  return { read, toRaw: () => all, ordered: false, orderValue: () => null }
}

/** A date known between two columns. */
export function compileInterval(file: FieldFile, between: { from: string; to: string }, context: FieldContext): FieldNode {
  const [from, to] = [placeOf(context, between.from, ['interval', 'from']), placeOf(context, between.to, ['interval', 'to'])]
  const column: DayColumn = { patterns: patternsOf(file, context), whole: false }
  const isApproximate = approximation(file, context)
  if (from === null || to === null) return { read: () => null, push: () => all }
  return {
    read: (scope) => {
      const ends = [from, to].map((place) => readEnd(readPlace(place, scope), column.patterns))
      const refusal = ends.find((end) => end instanceof Refusal)
      if (refusal instanceof Refusal) return new Mistake(context.field, refusal.reason)
      if (ends.includes(null)) return null
      const [first, last] = ends.map((end) => (isApproximate(scope) ? `${end}~` : `${end}`))
      if (first === last) return first ?? null
      return isPartialDate(`${first}/${last}`)
        ? `${first}/${last}`
        : new Mistake(context.field, 'is an interval that ends before it begins')
    },
    push: (predicate, can) => {
      if (predicate.kind !== 'compare') return all
      const bounds = textBounds(column)
      const pushOne = (one: ValuePredicate & { kind: 'compare' }) =>
        allOf([
          columnSource(from).push(dayCondition(one.op, one.value, { ...bounds, to: () => all, on: () => null }), can),
          columnSource(to).push(dayCondition(one.op, one.value, { ...bounds, from: () => all, on: () => null }), can),
        ])
      const values = predicate.op === 'in' && Array.isArray(predicate.value) ? predicate.value : null
      return values === null ? pushOne(predicate) : anyOf(values.map((value) => pushOne({ ...predicate, op: 'eq', value })))
    },
  }
}

function readEnd(raw: unknown, patterns: readonly DatePattern[]): string | null | Refusal {
  if (isBlank(raw)) return null
  const parts = readParts(raw, patterns)
  return parts === null || parts instanceof Refusal ? parts : partialText(parts)
}
