import type { RecordType } from '../../model/catalogue.ts'
import type { Agreement, Rule } from '../decide/rule.ts'
import { formNames } from '../forms/fieldForms.ts'
import { FULL, fieldLevels, recordLevels } from '../levels.ts'
import { checkCondition } from './checkCondition.ts'
import { agreementNamed, type FileCheck, fieldsOf, listed, protectedClasses, purposesOf, suggest, typesOf } from './checkNames.ts'
import { always, type Condition, refsOf } from './condition.ts'
import type { RuleFile } from './policyFile.ts'
import { pathName } from './readPolicyFile.ts'
import { hint, type Scope } from './scope.ts'
import type { Path } from './source.ts'

/** A rule as written and where it stands. */
interface Place {
  readonly rule: RuleFile
  readonly path: Path
}

/** Checks the rule at `path`: one `Rule` for each record type it is on, by the type's name. Mistakes are reported; then what comes back is not to be used. */
export function checkRule(check: FileCheck, rule: RuleFile, path: Path): ReadonlyMap<string, Rule> {
  const place: Place = { rule, path }
  const kind = rule.cap === undefined ? 'permit' : 'cap'
  checkParts(check, place, kind)
  const level = levelOf(check, place, kind)
  const purposes = rule.for === undefined ? null : purposesOf(check, [...place.path, 'for'], rule.for)
  const agreement: Agreement | null = rule.under === undefined ? null : agreementNamed(check, [...place.path, 'under'], rule.under)
  const types = typesOf(check, [...place.path, 'on'], rule.on)
  const rules = new Map<string, Rule>()
  for (const type of types) {
    const fields = rule.fields === undefined ? null : fieldsOf(check, [...place.path, 'fields'], rule.fields, type)
    // `to` cannot read the record: checking it for one type is enough.
    const to = rules.size === 0 ? conditionOf(check, place, 'to', type) : (rules.values().next().value?.to ?? always)
    const when = conditionOf(check, place, 'when', type)
    if (fields !== null) warnOfForms(check, place, type, fields, level)
    if (kind === 'cap') warnOfLists(check, place, when)
    rules.set(type.name, {
      id: rule.id,
      title: rule.title,
      why: rule.why ?? null,
      layer: 'owner',
      kind,
      fields,
      level,
      purposes,
      agreement,
      to,
      when,
      from: null,
      until: null,
      absolute: rule.absolute ?? false,
      emergency: false,
      blind: rule.blind ?? false,
      openlyExplained: rule.explain === 'public',
      declassifies: checkDeclassified(check, place, type),
      mayInclude: checkIncluded(check, place, type),
    })
  }
  return rules
}

/** Which parts go together. */
function checkParts(check: FileCheck, { rule, path }: Place, kind: 'permit' | 'cap'): void {
  const say = (message: string, part?: string): null => check.report(part === undefined ? path : [...path, part], message)
  if (rule.record === undefined && rule.fields === undefined) say('the rule must name "record:" or "fields:"')
  if (rule.record !== undefined && rule.fields !== undefined) say('a rule is about the record or about fields, not both: write two rules')
  if (kind === 'cap') {
    if (rule.level !== undefined) say('a rule permits ("level:") or caps ("cap:"), not both', 'level')
    if (rule.record !== undefined && rule.record !== true) say('in a cap write "record: true"; the level stands under "cap:"', 'record')
    if (rule.blind !== undefined) say('"blind:" belongs to permits', 'blind')
    if (rule.mayInclude !== undefined) say('"mayInclude:" belongs to permits', 'mayInclude')
    if (rule.under !== undefined) say('"under:" belongs to permits: a cap applies whatever is agreed', 'under')
    return
  }
  if (rule.to === undefined) say('a permit must say to whom: "to:" is missing (write "to: any" to mean every caller)')
  if (rule.for === undefined) say('a permit must say for which purposes: "for:" is missing (write "for: any" to mean all)')
  if (rule.absolute !== undefined) say('"absolute:" belongs to caps', 'absolute')
  if (rule.blind === true && rule.record !== 'hit') say('"blind:" belongs to "record: hit"', 'blind')
  if (rule.mayInclude !== undefined && rule.record === undefined) say('"mayInclude:" belongs to "record:"', 'mayInclude')
  if (rule.record === true) say('a permit says "record: listed" or "record: hit"; a cap needs "cap:"', 'record')
  if (rule.record !== undefined && rule.level !== undefined)
    say('"level:" belongs to "fields:"; the level of a record stands under "record:"', 'level')
  if (rule.fields !== undefined && rule.level === undefined) say('"level:" is missing')
  if (rule.fields !== undefined && rule.level === 'full' && listed(rule.fields).includes('*')) {
    say(`'*' is not allowed with "level: full": a field added to the schema later must stay withheld until someone decides`, 'fields')
  }
}

function levelOf(check: FileCheck, { rule, path }: Place, kind: 'permit' | 'cap'): number {
  const onRecord = rule.fields === undefined
  const names: readonly string[] = onRecord ? recordLevels : fieldLevels
  const part = kind === 'cap' ? 'cap' : onRecord ? 'record' : 'level'
  const word = rule[part]
  if (word === undefined || word === true) return 0
  const level = names.indexOf(word)
  const wanted = kind === 'cap' ? names.slice(0, -1) : names.slice(1)
  if (!wanted.includes(word)) {
    const reason =
      level < 0 ? `is not a level of ${onRecord ? 'a record' : 'a field'}` : kind === 'cap' ? 'lowers nothing' : 'permits nothing'
    check.report([...path, part], `"${word}" ${reason}: write ${wanted.join(' or ')}`)
  }
  return Math.max(level, 0)
}

function conditionOf(check: FileCheck, { rule, path }: Place, part: 'to' | 'when', record: RecordType): Condition {
  const written = rule[part]
  if (written === undefined || written === 'any') return always
  if (typeof written === 'boolean') return { op: 'known', value: written }
  const scope: Scope = { part, record, sets: check.sets, enums: check.enums, agreements: check.agreementNames }
  const { condition, problems } = checkCondition(written, scope)
  const place = [...path, part]
  for (const { message, start, suggestion } of problems) {
    check.reportWithin(place, start, pathName(check.source, place), message, suggest(suggestion))
  }
  return condition ?? { op: 'known', value: null }
}

/** A level that a field cannot show falls to the next lower one: said aloud when the rule names the field. */
function warnOfForms(check: FileCheck, { rule, path }: Place, type: RecordType, fields: readonly string[], level: number): void {
  if (level === 0 || level === FULL || rule.fields === undefined || listed(rule.fields).includes('*')) return
  const word = level === 1 ? 'masked' : 'generalised'
  for (const name of fields) {
    const field = type.fields.get(name)
    if (field === undefined || formNames(field, word).length > 0) continue
    const falls = word === 'generalised' && formNames(field, 'masked').length > 0 ? 'it is masked instead' : 'it is withheld instead'
    check.report([...path, 'fields'], `${type.name}.${name} has no ${word} form: ${falls}`, { severity: 'warning' })
  }
}

/** A list that was never entered makes the cap unknown, and an unknown cap applies: often not what was meant. */
function warnOfLists(check: FileCheck, { path }: Place, when: Condition): void {
  const asked = new Set(hasTests(when))
  for (const ref of refsOf(when)) {
    const name = ref.sub === null ? `record.${ref.field}` : `record.${ref.field}.${ref.sub}`
    if (ref.root !== 'record' || !readsList(when, ref.field) || asked.has(ref.field)) continue
    const message = `the cap applies to every record on which "${name}" is not known`
    check.report([...path, 'when'], message, {
      severity: 'warning',
      suggestion: `if that is not meant, write "has(record.${ref.field}) && ..."`,
    })
    asked.add(ref.field)
  }
}

function hasTests(condition: Condition): readonly string[] {
  if (condition.op === 'has') return [condition.of.field]
  if (condition.op === 'not') return hasTests(condition.term)
  return condition.op === 'and' || condition.op === 'or' ? condition.terms.flatMap(hasTests) : []
}

function readsList(condition: Condition, field: string): boolean {
  if (condition.op === 'not') return readsList(condition.term, field)
  if (condition.op === 'and' || condition.op === 'or') return condition.terms.some((term) => readsList(term, field))
  const lists = condition.op === 'in' ? [condition.list] : condition.op === 'intersects' ? [condition.a, condition.b] : []
  return lists.some((list) => list.is === 'ref' && list.ref.field === field)
}

/** The fields under `declassifies:`; those that do not exist are reported and left out. */
function checkDeclassified(check: FileCheck, { rule, path }: Place, type: RecordType): readonly string[] {
  return (rule.declassifies === undefined ? [] : listed(rule.declassifies)).flatMap((name) => {
    const field = /^record\.(\w+)(?:\.\w+)?$/.exec(name)?.[1]
    if (field !== undefined && type.fields.has(field)) return [field]
    const known = [...type.fields.keys()].map((one) => `record.${one}`)
    check.report([...path, 'declassifies'], `"${name}" is not a field of ${type.name}: write record.<field>`, suggest(hint(name, known)))
    return []
  })
}

/** The classes under `mayInclude:`, all of them for `any`; those that the type does not have are reported and left out. */
function checkIncluded(check: FileCheck, { rule, path }: Place, type: RecordType): readonly string[] {
  const classes = protectedClasses(check, type)?.classes ?? []
  // Of several types some may have such a field.
  if (rule.mayInclude === 'any' || (classes.length === 0 && listed(rule.on).length > 1)) return classes
  return (rule.mayInclude === undefined ? [] : listed(rule.mayInclude)).flatMap((name) => {
    if (classes.includes(name)) return [name]
    const among = classes.length === 0 ? `${type.name} has none` : classes.join(', ')
    check.report([...path, 'mayInclude'], `"${name}" is not a protected class (${among})`, suggest(hint(name, classes)))
    return []
  })
}
