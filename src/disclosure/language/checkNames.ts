import type { Catalogue, FieldType, RecordType } from '../../model/catalogue.ts'
import type { Problem } from '../../model/problem.ts'
import type { FieldLevel } from '../../model/record.ts'
import { dayNumber } from '../days.ts'
import type { Agreement } from '../decide/rule.ts'
import { FULL, fieldLevels } from '../levels.ts'
import { isOrderedVersion } from '../policyVersion.ts'
import type { PolicyFile } from './policyFile.ts'
import { pathName } from './readPolicyFile.ts'
import { hint } from './scope.ts'
import type { Path, Source } from './source.ts'

/** What the hub knows when it checks a file. */
export interface PolicyOptions {
  /** Code of the bureau in whose folder the file stands. */
  readonly bureau: string
  /** Agreements in the hub's registry, with the most that a field permit under each gives. Default: unknown, so that their names are not checked. */
  readonly agreements?: ReadonlyMap<string, FieldLevel>
  /** Values of `Purpose`. */
  readonly purposes: readonly string[]
  /** Values of `Role`. */
  readonly roles: readonly string[]
  /** Whether the file's version must be one that can be told older or newer, as a signed file's must. Default: any text will do. */
  readonly ordered?: boolean
}

/** A file under check. */
export interface FileCheck {
  readonly file: PolicyFile
  readonly source: Source
  readonly catalogue: Catalogue
  readonly options: PolicyOptions
  readonly sets: ReadonlyMap<string, readonly (string | number)[]>
  readonly fieldSets: ReadonlyMap<string, readonly string[]>
  readonly agreements: ReadonlyMap<string, Agreement>
  /** Names of agreements that exist, or null when the registry is unknown. */
  readonly agreementNames: ReadonlySet<string> | null
  /** Values of every enum, `Role` and `Purpose` included. */
  readonly enums: ReadonlyMap<string, readonly string[]>
  /** Notes a problem; always returns null. */
  readonly report: (path: Path, message: string, more?: Parameters<Source['problem']>[3]) => null
  /** Notes a problem so many characters into the text at `path`. */
  readonly reportWithin: (...place: Parameters<Source['problemWithin']>) => void
}

/** Gathers what the file defines by name; mistakes in the definitions go to `problems`. */
export function openFile(file: PolicyFile, source: Source, catalogue: Catalogue, options: PolicyOptions, problems: Problem[]): FileCheck {
  const report: FileCheck['report'] = (path, message, more) => {
    problems.push(source.problem(path, pathName(source, path), message, more))
    return null
  }
  const agreements = new Map(Object.entries(file.agreements ?? {}).map(([name, terms]) => [name, agreementOf(name, terms, report)]))
  const check: FileCheck = {
    file,
    source,
    catalogue,
    options,
    sets: new Map(Object.entries(file.sets ?? {})),
    fieldSets: new Map(Object.entries(file.fieldSets ?? {})),
    agreements,
    agreementNames: options.agreements === undefined ? null : new Set([...options.agreements.keys(), ...agreements.keys()]),
    enums: new Map([...catalogue.enums, ['Role', options.roles], ['Purpose', options.purposes]]),
    report,
    reportWithin: (...place) => problems.push(source.problemWithin(...place)),
  }
  if (file.bureau !== options.bureau)
    report(['bureau'], `this file is for ${file.bureau}, but it stands in the folder of ${options.bureau}`)
  // A decimal number is not what was written: YAML reads 1.10 as 1.1.
  const isOrdered = isOrderedVersion(String(file.version)) && (typeof file.version === 'string' || Number.isInteger(file.version))
  if (options.ordered && !isOrdered)
    report(['version'], 'a signed file needs a version made of numbers, such as 2026-11-01.3; put one with a single dot in quotes')
  for (const name of check.sets.keys()) {
    if (options.purposes.includes(name)) report(['sets', name], `"${name}" is the name of a purpose: call the set something else`)
  }
  return check
}

type Terms = NonNullable<PolicyFile['agreements']>[string]

function agreementOf(name: string, terms: Terms, report: FileCheck['report']): Agreement {
  const from = terms.from === undefined ? 0 : dayNumber(terms.from)
  const until = terms.until === undefined ? Number.MAX_SAFE_INTEGER : dayNumber(terms.until)
  if (Number.isNaN(from)) report(['agreements', name, 'from'], `"${terms.from}" is not a day of the calendar`)
  if (Number.isNaN(until)) report(['agreements', name, 'until'], `"${terms.until}" is not a day of the calendar`)
  if (from > until) report(['agreements', name], 'the agreement ends before it begins')
  const ceiling = terms.ceiling === undefined ? FULL : fieldLevels.indexOf(terms.ceiling)
  return { name, parties: terms.parties === undefined ? null : new Set(terms.parties), from, until, ceiling }
}

/** One name or several, as a list. */
export function listed(names: string | readonly string[]): readonly string[] {
  return typeof names === 'string' ? [names] : names
}

/** The record types that a rule's `on` names; those that do not exist are reported and left out. */
export function typesOf(check: FileCheck, path: Path, names: string | readonly string[]): readonly RecordType[] {
  return [...new Set(listed(names))].flatMap((name) => {
    const type = check.catalogue.types.get(name)
    if (type !== undefined) return [type]
    const known = [...check.catalogue.types.keys()]
    check.report(path, `there is no record type "${name}" (${known.join(', ')})`, suggest(hint(name, known)))
    return []
  })
}

/** The fields of `type` that a rule names, field sets opened; those that do not exist are reported and left out. */
export function fieldsOf(check: FileCheck, path: Path, names: string | readonly string[], type: RecordType): readonly string[] {
  const found = listed(names).flatMap((name): readonly string[] => {
    if (name === '*') return [...type.fields.keys()]
    const set = check.fieldSets.get(name)
    const from = set === undefined ? '' : ` (in the field set ${name})`
    return (set ?? [name]).filter((field) => {
      if (type.fields.has(field)) return true
      const suggestion = suggest(hint(field, [...type.fields.keys(), ...(set === undefined ? check.fieldSets.keys() : [])]))
      check.report(path, `${type.name} has no field "${field}"${from}`, suggestion)
      return false
    })
  })
  return [...new Set(found)]
}

/** The purposes that a rule names, sets opened; null for `any`. */
export function purposesOf(check: FileCheck, path: Path, names: string | readonly string[]): ReadonlySet<string> | null {
  const list = listed(names)
  if (list.length === 1 && list[0] === 'any') return null
  const { purposes } = check.options
  const found = list.flatMap((name) => {
    const set = check.sets.get(name)
    const from = set === undefined ? '' : ` (in the set ${name})`
    return (set ?? [name]).map(String).filter((purpose) => {
      if (purposes.includes(purpose)) return true
      const message = purpose === 'any' ? '"any" stands alone' : `"${purpose}"${from} is not a value of Purpose (${purposes.join(', ')})`
      check.report(path, message, suggest(hint(purpose, [...purposes, ...check.sets.keys()])))
      return false
    })
  })
  return new Set(found)
}

/** The agreement that a rule stands under; null when it does not exist, after reporting. */
export function agreementNamed(check: FileCheck, path: Path, name: string): Agreement | null {
  const registered = fieldLevels.indexOf(check.options.agreements?.get(name) ?? 'full')
  const own = check.agreements.get(name)
  if (own !== undefined) return { ...own, ceiling: Math.min(own.ceiling, registered) }
  if (check.agreementNames !== null && !check.agreementNames.has(name)) {
    const known = [...check.agreementNames]
    const among = known.length === 0 ? 'the registry has none' : known.join(', ')
    return check.report(path, `"${name}" is not a known agreement (${among})`, suggest(hint(name, known)))
  }
  return { name, parties: null, from: 0, until: Number.MAX_SAFE_INTEGER, ceiling: registered }
}

/** The field of a type that names classes of protected people, and the classes there are; null when the type has none. */
export function protectedClasses(
  { enums }: FileCheck,
  type: RecordType,
): { readonly field: FieldType; readonly classes: readonly string[] } | null {
  const field = [...type.fields.values()].find((one) => one.protects)
  return field === undefined ? null : { field, classes: enums.get(field.enum ?? '') ?? [] }
}

/** `suggestion` as the part of a problem, absent when there is none. */
export function suggest(suggestion: string | undefined): { readonly suggestion?: string } {
  return suggestion === undefined ? {} : { suggestion }
}
