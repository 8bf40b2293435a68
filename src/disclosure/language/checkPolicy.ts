import type { FieldType, RecordType } from '../../model/catalogue.ts'
import type { Rule, TypeRules } from '../decide/rule.ts'
import { type FieldForms, type FormChoice, fieldForms, formNames } from '../forms/fieldForms.ts'
import { LISTED } from '../levels.ts'
import { type FileCheck, suggest } from './checkNames.ts'
import { checkRule } from './checkRule.ts'
import { hint } from './scope.ts'

/** Checks all rules and forms of a file: what each record type comes to, by its name. */
export function checkPolicy(check: FileCheck): ReadonlyMap<string, TypeRules> {
  const rules = new Map<string, Rule[]>([...check.catalogue.types.keys()].map((name) => [name, []]))
  const ids = new Set<string>()
  check.file.rules.forEach((rule, index) => {
    if (ids.has(rule.id)) check.report(['rules', index, 'id'], `another rule already has the id "${rule.id}"`)
    ids.add(rule.id)
    for (const [type, checked] of checkRule(check, rule, index)) rules.get(type)?.push(checked)
  })
  warnOfUnlisted(check, rules)
  checkForms(check)
  return new Map([...check.catalogue.types.values()].map((type) => [type.name, typeRules(check, type, rules.get(type.name) ?? [])]))
}

function typeRules(check: FileCheck, type: RecordType, rules: readonly Rule[]): TypeRules {
  const choices = check.file.forms?.[type.name] ?? {}
  return { type, rules, forms: formsOf(type, check.enums, choices), enums: check.enums }
}

/** The forms of all governed fields of a type, in schema order. */
export function formsOf(
  type: RecordType,
  enums: ReadonlyMap<string, readonly string[]>,
  choices: Readonly<Record<string, FormChoice>> = {},
): ReadonlyMap<string, FieldForms> {
  const choiceOf = (name: string): FormChoice => (Object.hasOwn(choices, name) ? (choices[name] ?? {}) : {})
  return new Map([...type.fields.values()].map((field) => [field.name, fieldForms(field, enums, choiceOf(field.name))]))
}

/** Field permits show nothing of a record that no rule lists. */
function warnOfUnlisted(check: FileCheck, rules: ReadonlyMap<string, readonly Rule[]>): void {
  for (const [type, list] of rules) {
    const lists = list.some((rule) => rule.kind === 'permit' && rule.fields === null && rule.level === LISTED)
    const first = list.find((rule) => rule.kind === 'permit' && rule.fields !== null)
    if (lists || first === undefined) continue
    const index = check.file.rules.findIndex(({ id }) => id === first.id)
    check.report(['rules', index], `no rule lists a ${type}: without "record: listed" this permit shows nothing`, { severity: 'warning' })
  }
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
