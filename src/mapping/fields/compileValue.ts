import type { FieldType } from '../../model/catalogue.ts'
import type { FieldFile } from '../language.ts'
import { compileDate } from './compileDates.ts'
import { compileSteps, hasSteps } from './compileSteps.ts'
import { didYouMean, type FieldContext, fail, inside, placeOf } from './fieldContext.ts'
import type { RawSource } from './fieldNode.ts'
import { type Interpretation, Refusal } from './interpretation.ts'
import { columnSource, columnsSource, constSource, firstSource, listSource, transformedSource } from './rawSource.ts'
import { booleanInterpretation, numberInterpretation, stringInterpretation, wordInterpretation } from './scalarInterpretation.ts'
import { unitsOf } from './units.ts'
import { valueNode } from './valueNode.ts'

/** What a scalar field is made of; `node` is what reads it. */
export interface CompiledValue {
  readonly node: ReturnType<typeof valueNode>
  readonly interpretation: Interpretation
  /** The column that alone decides the value's order, or null. */
  readonly orderPath: string | null
}

/** A field, or the text behind a whole name or a link, of a scalar kind. */
export function compileValue(file: FieldFile, type: FieldType, context: FieldContext): CompiledValue | null {
  const join = file.columns === undefined && file.join !== undefined ? file.join : null
  const source = compileSource(file, context)
  const interpretation = interpretationOf(file, type, context)
  if (source === null || interpretation === null) return null
  const steps = compileSteps(file, context)
  checkCodes(file, type, interpretation, context)
  checkConst(file, type, interpretation, context)
  const lenient = file.lenient === true
  const node = valueNode({ field: context.field, source, steps, interpretation, lenient, join })
  const plain = !hasSteps(file) && !lenient && !type.list && file.pick === undefined && interpretation.ordered
  return { node, interpretation, orderPath: plain ? source.path : null }
}

/** A native value: a column, or others of them under a source that has transforms of its own. */
function compileSource(file: FieldFile, context: FieldContext): RawSource | null {
  if (file.column !== undefined) {
    const place = placeOf(context, file.column, ['column'])
    return place === null ? null : columnSource(place)
  }
  if (file.columns !== undefined) {
    const places = file.columns.map((path, i) => placeOf(context, path, ['columns', i])).filter((place) => place !== null)
    return columnsSource(places, file.join ?? ' ')
  }
  if (file.const !== undefined) return constSource(file.const)
  const [key, members] = file.firstOf === undefined ? (['list', file.list ?? []] as const) : (['firstOf', file.firstOf] as const)
  const sources = members.map((member, i) => compileMember(member, inside(context, [key, i])))
  const usable = sources.filter((source) => source !== null)
  return key === 'list' ? listSource(usable) : firstSource(usable)
}

function compileMember(file: FieldFile, context: FieldContext): RawSource | null {
  if (file.object ?? file.each ?? file.interval) {
    fail(context, [], 'under a source with transforms of its own only column, columns, const, firstOf and list may stand')
    return null
  }
  const source = compileSource(file, context)
  return source === null || !hasSteps(file) ? source : transformedSource(source, compileSteps(file, context))
}

/** What a kind makes of native values. */
function interpretationOf(file: FieldFile, type: FieldType, context: FieldContext): Interpretation | null {
  switch (type.kind) {
    case 'string':
      return stringInterpretation
    case 'int':
    case 'float':
      return numberInterpretation(type.kind, scaleOf(file, type, context))
    case 'boolean':
      return booleanInterpretation
    case 'date':
    case 'partialDate':
    case 'dateTime':
      return compileDate(file, type.kind, context)
    case 'enum':
    case 'country':
    case 'language':
      return wordInterpretation(type, context.mapping.catalogue.enums, context.mapping.directory)
    case 'object':
      fail(context, [], 'the field is a value object: say how its sub-fields are read, with object, each or name')
      return null
    case 'link':
      return stringInterpretation
  }
}

function scaleOf(file: FieldFile, type: FieldType, context: FieldContext): number | null {
  if (file.unit === undefined) return null
  const units = unitsOf(type.name)
  const scale = units?.[file.unit]
  if (scale !== undefined) return scale
  const known = units === undefined ? 'the field has no unit' : `the field is given in one of ${Object.keys(units).join(', ')}`
  fail(context, ['unit'], known)
  return null
}

/** Every value of a code table must be one that the field takes. */
function checkCodes(file: FieldFile, type: FieldType, interpretation: Interpretation, context: FieldContext): void {
  const { mapping } = context
  const table = file.codes !== undefined && Object.hasOwn(mapping.codes, file.codes) ? mapping.codes[file.codes] : undefined
  if (table === undefined || file.codes === undefined || file.boolean !== undefined || type.kind === 'link' || file.age !== undefined)
    return
  const known = type.kind === 'enum' ? (mapping.catalogue.enums.get(type.enum ?? '') ?? []) : []
  for (const [code, value] of Object.entries(table)) {
    const result = interpretation.read(value, { value: null, outer: null })
    const path = ['codes', file.codes, code]
    if (!(result instanceof Refusal) || mapping.problems.some((problem) => samePath(problem.path, path))) continue
    const message = `"${value}" ${result.reason}; ${context.field} uses this table`
    const suggestion = didYouMean(value, known)
    mapping.problems.push({ severity: 'error', path, message, ...(suggestion === undefined ? {} : { suggestion }) })
  }
}

function samePath(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i])
}

function checkConst(file: FieldFile, type: FieldType, interpretation: Interpretation, context: FieldContext): void {
  if (file.const === undefined || hasSteps(file)) return
  const result = interpretation.read(file.const, { value: null, outer: null })
  if (!(result instanceof Refusal)) return
  const word = String(file.const)
  fail(context, ['const'], `"${word}" ${result.reason}`, didYouMean(word, context.mapping.catalogue.enums.get(type.enum ?? '') ?? []))
}
