import type { FieldType, RecordType } from '../../model/catalogue.ts'
import type { CheckedCube } from '../cubes/publishedCube.ts'
import type { Rule, TypeRules } from '../decide/rule.ts'
import { coarserForm, type FormChoice, fieldForms, formNames } from '../forms/fieldForms.ts'
import { LISTED } from '../levels.ts'
import type { EmergencyBlock } from '../policy.ts'
import { checkCube } from './checkCube.ts'
import { checkEmergency, checkGrant } from './checkGrants.ts'
import { type FileCheck, suggest } from './checkNames.ts'
import { checkRule } from './checkRule.ts'
import { hint } from './scope.ts'
import type { Path } from './source.ts'
import { warnOfFlows } from './warnOfFlows.ts'
import { warnOfProtected } from './warnOfProtected.ts'

/** A checked file. */
export interface CheckedPolicy {
  /** What each record type comes to, by its name. */
  readonly types: ReadonlyMap<string, TypeRules>
  readonly emergencies: readonly EmergencyBlock[]
  readonly cubes: readonly CheckedCube[]
}

/** Checks all rules, grants, emergency blocks and forms of a file. `layersOf` gives what lies above the owner's own rules on a type. */
export function checkPolicy(check: FileCheck, layersOf: (type: RecordType) => readonly Rule[]): CheckedPolicy {
  const { file, catalogue, report } = check
  const rules = new Map<string, Rule[]>([...catalogue.types.keys()].map((name) => [name, []]))
  const add = (type: string, rule: Rule) => rules.get(type)?.push(rule)
  const ids = new Set<string>()
  const claim = (path: Path, id: string): Path => {
    if (ids.has(id)) report([...path, 'id'], `another rule already has the id "${id}"`)
    ids.add(id)
    return path
  }
  for (const [i, rule] of file.rules.entries()) {
    for (const [type, checked] of checkRule(check, rule, claim(['rules', i], rule.id))) add(type, checked)
  }
  for (const [i, grant] of (file.grants ?? []).entries()) {
    for (const [type, checked] of checkGrant(check, grant, claim(['grants', i], grant.id))) add(type, checked)
  }
  const emergencies = (file.emergency ?? []).map((block, i) => checkEmergency(check, block, claim(['emergency', i], block.id)))
  for (const [type, checked] of emergencies.flatMap((one) => one.rules)) add(type, checked)
  const cubes = (file.cubes ?? []).flatMap((cube, i) => checkCube(check, cube, claim(['cubes', i], cube.id)) ?? [])
  warnOfUnlisted(check, rules)
  checkForms(check)
  const placeOf = (rule: Rule) => pathOf(check, rule)
  const types = [...catalogue.types.values()].map((type): [string, TypeRules] => {
    const all = [...(rules.get(type.name) ?? []), ...layersOf(type)]
    warnOfFlows(check, all, placeOf)
    warnOfProtected(check, type, all, placeOf)
    return [type.name, typeRules(check, type, all)]
  })
  return { types: new Map(types), emergencies: emergencies.map(({ block }) => block), cubes }
}

function typeRules(check: FileCheck, type: RecordType, rules: readonly Rule[]): TypeRules {
  const choices = check.file.forms?.[type.name] ?? {}
  return { type, rules, ...formsOf(type, check.enums, choices), enums: check.enums }
}

/** The forms of all governed fields of a type, in schema order, and the names of those that are neither none nor full. */
export function formsOf(
  type: RecordType,
  enums: ReadonlyMap<string, readonly string[]>,
  choices: Readonly<Record<string, FormChoice>> = {},
): Pick<TypeRules, 'forms' | 'coarserForms'> {
  const choiceOf = (name: string): FormChoice => (Object.hasOwn(choices, name) ? (choices[name] ?? {}) : {})
  const fields = [...type.fields.values()]
  return {
    forms: new Map(fields.map((field) => [field.name, fieldForms(field, enums, choiceOf(field.name))])),
    coarserForms: new Map(fields.map((field) => [field.name, coarserForm(field, choiceOf(field.name))])),
  }
}

/** Field permits show nothing of a record that no rule lists. */
function warnOfUnlisted(check: FileCheck, rules: ReadonlyMap<string, readonly Rule[]>): void {
  for (const [type, list] of rules) {
    const lists = list.some((rule) => rule.kind === 'permit' && rule.fields === null && rule.level === LISTED)
    const first = list.find((rule) => rule.kind === 'permit' && rule.fields !== null)
    if (lists || first === undefined) continue
    check.report(pathOf(check, first), `no rule lists a ${type}: without "record: listed" this permit shows nothing`, {
      severity: 'warning',
    })
  }
}

/** Where a rule, grant or emergency block stands. */
export function pathOf({ file }: FileCheck, { id }: Pick<Rule, 'id'>): Path {
  for (const part of ['rules', 'grants', 'emergency'] as const) {
    const at = (file[part] ?? []).findIndex((one) => one.id === id)
    if (at >= 0) return [part, at]
  }
  return []
}

function checkForms(check: FileCheck): void {
  for (const [typeName, fields] of Object.entries(check.file.forms ?? {})) {
    const type = check.catalogue.types.get(typeName)
    const known = [...check.catalogue.types.keys()]
    if (type === undefined) {
      check.report(['forms', typeName], `there is no record type "${typeName}" (${known.join(', ')})`, suggest(hint(typeName, known)))
      continue
    }
    for (const [name, choice] of Object.entries(fields)) {
      const field = type.fields.get(name)
      if (field === undefined) {
        check.report(['forms', typeName, name], `${typeName} has no field "${name}"`, suggest(hint(name, type.fields.keys())))
      } else checkChoice(check, typeName, field, choice)
    }
  }
}

function checkChoice(check: FileCheck, typeName: string, field: FieldType, choice: FormChoice): void {
  for (const level of ['masked', 'generalised'] as const) {
    const name = choice[level]
    const known = formNames(field, level)
    if (name === undefined || known.includes(name)) continue
    const among = known.length === 0 ? `this field has no ${level} form` : known.join(', ')
    check.report(
      ['forms', typeName, field.name, level],
      `"${name}" is not a ${level} form of ${typeName}.${field.name} (${among})`,
      suggest(hint(name, known)),
    )
  }
}
