import type { FieldFile } from '../language.ts'
import { didYouMean, type FieldContext, fail } from './fieldContext.ts'
import { compilePattern } from './pattern.ts'
import { atStep, booleanStep, caseStep, codesStep, jsonStep, matchStep, type Step, splitStep, trimStep, unknownStep } from './steps.ts'

/** The transforms of native values, in the order of the language. */
export function compileSteps(file: FieldFile, context: FieldContext): readonly Step[] {
  const steps: Step[] = []
  if (file.json === true) steps.push(jsonStep)
  if (file.at !== undefined) steps.push(atStep(file.at))
  if (file.trim !== undefined) steps.push(trimStep(file.trim))
  if (file.unknown !== undefined) steps.push(unknownStep(file.unknown))
  if (file.split !== undefined) steps.push(splitStep(file.split))
  if (file.match !== undefined) steps.push(...compileMatch(file.match, context))
  if (file.case !== undefined) steps.push(caseStep(file.case))
  if (file.codes !== undefined) steps.push(...compileCodes(file.codes, context))
  if (file.boolean !== undefined) steps.push(compileBoolean(file.boolean, context))
  return steps
}

/** Whether any of those transforms is there. */
export function hasSteps(file: FieldFile): boolean {
  const { json, at, trim, unknown, split, match, case: letters, codes, boolean } = file
  return [json, at, trim, unknown, split, match, letters, codes, boolean].some((transform) => transform !== undefined)
}

function compileMatch(text: string, context: FieldContext): readonly Step[] {
  const pattern = compilePattern(text)
  if (typeof pattern !== 'string') return [matchStep(pattern)]
  fail(context, ['match'], `the pattern cannot be used: ${pattern}`)
  return []
}

function compileCodes(name: string, context: FieldContext): readonly Step[] {
  const { codes, codeLists, usedCodes } = context.mapping
  const table = Object.hasOwn(codes, name) ? codes[name] : undefined
  const list = codeLists.get(name)
  usedCodes.add(name)
  if (table !== undefined) {
    const entries = new Map(Object.entries(table))
    return [codesStep(name, () => entries)]
  }
  if (list !== undefined) {
    context.reads.codeLists.add(list)
    return [codesStep(name, () => list.entries)]
  }
  fail(context, ['codes'], `there is no code table "${name}"`, didYouMean(name, [...Object.keys(codes), ...codeLists.keys()]))
  return []
}

function compileBoolean(table: NonNullable<FieldFile['boolean']>, context: FieldContext): Step {
  const no = new Set(table.false.map(String))
  const both = table.true.find((value) => no.has(String(value)))
  if (both !== undefined) fail(context, ['boolean'], `"${both}" stands for both yes and no`)
  return booleanStep(table)
}
