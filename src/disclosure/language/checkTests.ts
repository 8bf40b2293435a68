import type { FieldType, RecordType } from '../../model/catalogue.ts'
import type { Caller } from '../../model/principal.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { dayNumber } from '../days.ts'
import { fieldLevels, recordLevels } from '../levels.ts'
import type { PolicyTest } from '../policyTests.ts'
import { checkedInstant } from './checkGrants.ts'
import { type FileCheck, suggest, typesOf } from './checkNames.ts'
import type { CallerFile, TestFile } from './policyFile.ts'
import { pathName } from './readPolicyFile.ts'
import { hint } from './scope.ts'
import type { Path } from './source.ts'

/** The day of a test that names none. */
const usualDay = '2026-01-01'

/** The file's tests, ready to run; those with mistakes are reported and left out. */
export function checkTests(check: FileCheck): readonly PolicyTest[] {
  const callers = new Map(Object.entries(check.file.callers ?? {}))
  for (const [name, caller] of callers) checkCaller(check, ['callers', name], caller)
  return (check.file.tests ?? []).flatMap((test, index) => checkTest(check, test, ['tests', index], callers) ?? [])
}

function checkTest(check: FileCheck, test: TestFile, path: Path, callers: ReadonlyMap<string, CallerFile>): PolicyTest | null {
  const [type] = typesOf(check, [...path, 'on'], test.on)
  const written = typeof test.caller === 'string' ? callers.get(test.caller) : test.caller
  if (written === undefined) {
    const name = String(test.caller)
    return check.report([...path, 'caller'], `there is no caller "${name}" under "callers:"`, suggest(hint(name, callers.keys())))
  }
  if (typeof test.caller !== 'string') checkCaller(check, [...path, 'caller'], written)
  const instant = instantOf(check, test, path)
  if (type === undefined) return null
  checkExpectations(check, test, path, type)
  return {
    title: test.title ?? `test ${Number(path[1]) + 1}`,
    type: type.name,
    caller: callerOf(check, written, instant),
    record: recordOf(check, test, path, type),
    expect: new Map(Object.entries(test.expect)),
    problemAt: (name, message) => {
      const place = [...path, 'expect', name]
      return check.source.problem(place, pathName(check.source, place), message)
    },
  }
}

/** The instant of a test: `at:`, or noon of its day. */
function instantOf(check: FileCheck, { date, at }: TestFile, path: Path): number {
  if (at !== undefined) return checkedInstant(check, [...path, 'at'], at)
  const day = date ?? usualDay
  if (Number.isNaN(dayNumber(day))) check.report([...path, 'date'], `"${day}" is not a day of the calendar`)
  return Date.parse(`${day}T12:00:00Z`)
}

function callerOf(check: FileCheck, written: CallerFile, instant: number): Caller {
  const principal = {
    personRef: 'test',
    bureau: written.country,
    organisation: written.organisation ?? null,
    unit: written.unit ?? null,
    roles: written.roles ?? [],
    clearance: written.clearance ?? 0,
    agreements: written.agreements ?? [],
    operations: (written.operations ?? []).map((name) => ({ name, parties: [check.file.bureau, written.country] })),
    purposes: [written.purpose],
    expiresAt: 0,
  }
  const purpose = { kind: written.purpose, case: written.case ?? null }
  const emergency = written.emergency === undefined ? null : { id: 'test', bureau: check.file.bureau, rule: written.emergency }
  const date = Number.isNaN(instant) ? usualDay : new Date(instant).toISOString().slice(0, 10)
  return { principal, purpose, date, instant, emergency }
}

function checkCaller(check: FileCheck, path: Path, caller: CallerFile): void {
  const { purposes, roles } = check.options
  if (!purposes.includes(caller.purpose)) {
    const message = `"${caller.purpose}" is not a value of Purpose (${purposes.join(', ')})`
    check.report([...path, 'purpose'], message, suggest(hint(caller.purpose, purposes)))
  }
  for (const role of caller.roles ?? []) {
    if (!roles.includes(role))
      check.report([...path, 'roles'], `"${role}" is not a value of Role (${roles.join(', ')})`, suggest(hint(role, roles)))
  }
  const blocks = (check.file.emergency ?? []).map(({ id }) => id)
  if (caller.emergency !== undefined && !blocks.includes(caller.emergency)) {
    const message = `there is no block "${caller.emergency}" under "emergency:"`
    check.report([...path, 'emergency'], message, suggest(hint(caller.emergency, blocks)))
  }
  for (const name of caller.agreements ?? []) {
    if (check.agreementNames !== null && !check.agreementNames.has(name)) {
      check.report([...path, 'agreements'], `"${name}" is not a known agreement`, suggest(hint(name, check.agreementNames)))
    }
  }
}

function checkExpectations(check: FileCheck, test: TestFile, path: Path, type: RecordType): void {
  for (const [name, level] of Object.entries(test.expect)) {
    const place = [...path, 'expect', name]
    if (name !== 'record' && !type.fields.has(name)) {
      check.report(place, `${type.name} has no field "${name}"`, suggest(hint(name, ['record', ...type.fields.keys()])))
      continue
    }
    const levels: readonly string[] = name === 'record' ? recordLevels : fieldLevels
    if (!levels.includes(level))
      check.report(place, `"${level}" is not a level of ${name === 'record' ? 'a record' : 'a field'} (${levels.join(', ')})`)
  }
}

function recordOf(check: FileCheck, test: TestFile, path: Path, type: RecordType): Readonly<Record<string, CanonicalValue>> {
  const values: Record<string, CanonicalValue> = {}
  for (const [name, value] of Object.entries(test.record)) {
    const field = type.fields.get(name)
    const place = [...path, 'record', name]
    if (field === undefined) check.report(place, `${type.name} has no field "${name}"`, suggest(hint(name, type.fields.keys())))
    else values[name] = storedValue(check, place, value, field)
  }
  return values
}

/** A test's value as the field would hold it: a year alone is a number in YAML but a text in a record. */
function storedValue(check: FileCheck, path: Path, value: unknown, field: FieldType, member = false): CanonicalValue {
  if (value === null || value === undefined) return null
  if (field.list && !member) {
    if (!Array.isArray(value)) return check.report(path, `"${field.name}" is a list: write it in brackets`)
    return value.map((one) => storedValue(check, path, one, field, true))
  }
  if (field.kind === 'object') return objectOf(check, path, value, field)
  if (field.kind === 'enum') {
    const values = check.enums.get(field.enum ?? '') ?? []
    if (values.includes(String(value))) return String(value)
    return check.report(
      path,
      `"${String(value)}" is not a value of ${field.enum} (${values.join(', ')})`,
      suggest(hint(String(value), values)),
    )
  }
  if (typeof value === 'object')
    return field.kind === 'link'
      ? { bureau: check.file.bureau, type: field.to ?? '', key: 'test' }
      : check.report(path, `"${field.name}" holds one value`)
  if (field.kind === 'link') return { bureau: check.file.bureau, type: field.to ?? '', key: String(value) }
  if (field.kind === 'boolean' || field.kind === 'int' || field.kind === 'float') return value as boolean | number
  return String(value)
}

function objectOf(check: FileCheck, path: Path, value: unknown, field: FieldType): CanonicalValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return check.report(path, `"${field.name}" is made of ${[...(field.fields?.keys() ?? [])].join(', ')}`)
  const parts: Record<string, CanonicalValue> = {}
  for (const [name, part] of Object.entries(value)) {
    const type = field.fields?.get(name)
    if (type === undefined) check.report(path, `"${field.name}" has no field "${name}"`, suggest(hint(name, field.fields?.keys() ?? [])))
    else parts[name] = storedValue(check, path, part, type)
  }
  return parts
}
