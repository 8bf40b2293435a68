import type { Caller } from '../../model/principal.ts'
import type { RecordRef } from '../../model/record.ts'
import { readCaller } from '../decide/callerValues.ts'
import { originatorId, originatorRef } from '../decide/layers.ts'
import { type RawValues, readStored } from '../decide/readRecord.ts'
import type { TypeRules } from '../decide/rule.ts'
import { facing, type PolicyParts, partsOf, type RulePolicy } from '../decide/rulePolicy.ts'
import { settle } from '../forms/fieldForms.ts'
import { refsOf } from '../language/condition.ts'
import { FULL, fieldLevel, LISTED, NONE, recordLevel } from '../levels.ts'
import type { Policy } from '../policy.ts'
import { type SealedRecord, unseal } from '../seal.ts'
import { fieldLevelText, type LevelName, recordLevelText } from './levelText.ts'
import { type JudgedRule, judgeRule, type RuleAccount } from './ruleAccount.ts'

/** How one level came about. */
export interface LevelAccount {
  readonly level: LevelName
  /** Ids of the rules that it rests on: without all of them the level would be another. Empty when it is `none` for want of a permit. */
  readonly deciding: readonly string[]
  /** In one sentence. */
  readonly because: string
}

/** How the level of one field came about. */
export interface FieldAccount extends LevelAccount {
  readonly field: string
}

/** Why one caller learns what they learn of one record: for the record's owner. Holds no value of the record. */
export interface Explanation {
  readonly bureau: string
  readonly type: string
  /** Of the policy that decided. */
  readonly version: string
  readonly record: LevelAccount
  /** In schema order. */
  readonly fields: readonly FieldAccount[]
  /** Every rule on the type, in the order of the file, with the layers above it. */
  readonly rules: readonly RuleAccount[]
}

/** What one level came to: the number, and on whose account. */
interface Decided {
  readonly level: number
  readonly deciding: readonly string[]
}

/**
 * Explains what `caller` learns of a record of this policy's bureau; null for a record of another, of a type the schema does not know, or under a
 * policy that was not made of rules. Works from the rules as they are written, beside the plans that decide: the tests hold the two together. `at`: where the record lives,
 * if the hub keeps it.
 */
export function explain(policy: Policy, sealed: SealedRecord, asking: Caller, at: RecordRef = sealed.ref): Explanation | null {
  const parts = partsOf(policy)
  const rules = parts?.types.get(sealed.ref.type)
  if (parts === null || rules === undefined || sealed.ref.bureau !== parts.bureau) return null
  const caller = facing(parts.bureau, asking)
  const { bureau } = caller.principal
  if (bureau === parts.bureau) return uniform(parts, rules, FULL, [], 'officers of the bureau itself see its records in full')
  if (parts.surroundings.isSuspended(bureau)) {
    const text = `${bureau} is suspended: it is shown nothing of other bureaus`
    return uniform(parts, rules, NONE, [layerAccount('COMITY-SUSPENDED', 'supervision', text)], text)
  }
  if (policy.hides?.(at, caller) === true) {
    const text = 'its owner hides it from them for a time, in an operation'
    return uniform(parts, rules, NONE, [layerAccount('COMITY-EMBARGO', 'embargo', text)], text)
  }
  return byRules(parts, rules, caller, unseal(sealed).values)
}

/** Fields of a type that an explanation reads: those that any rule on it reads, besides the inputs of the caller's plan. */
export function explanationInputs(policy: Policy, type: string): ReadonlySet<string> {
  const rules = partsOf(policy)?.types.get(type)?.rules ?? []
  const refs = rules.flatMap(({ when }) => refsOf(when)).filter(({ root }) => root === 'record')
  return new Set(refs.map(({ field }) => field))
}

function uniform(parts: PolicyParts, rules: TypeRules, level: number, accounts: readonly RuleAccount[], because: string): Explanation {
  const deciding = accounts.map(({ id }) => id)
  return {
    ...headOf(parts, rules),
    record: { level: recordLevel(Math.min(level, LISTED)), deciding, because },
    fields: [...rules.forms.keys()].map((field) => ({ field, level: fieldLevel(level), deciding, because })),
    rules: accounts,
  }
}

function headOf({ bureau, version }: PolicyParts, { type }: TypeRules) {
  return { bureau, type: type.name, version }
}

function byRules(parts: PolicyParts, rules: TypeRules, caller: Caller, values: RawValues): Explanation {
  const read = readCaller(caller)
  const judged = rules.rules.map((rule) => judgeRule(rule, caller, read, values, rules.enums))
  const ceiling = originatorCeiling(parts, rules, caller, values)
  const record = lowered(decided(about(judged, null), LISTED), ceiling?.record)
  const listed = record.level === LISTED
  const recordAccount = {
    level: recordLevel(record.level),
    deciding: record.deciding,
    because: becauseOf(record, about(judged, null), recordText),
  }
  const fields = [...rules.forms].map(([field, forms], i) => {
    if (!listed) return { field, level: fieldLevel(NONE), deciding: record.deciding, because: `the record is ${recordText(record.level)}` }
    const own = about(judged, field).map((one) => ({ ...one, level: settle(forms, one.level) }))
    const found = lowered(decided(own, FULL), ceiling === null ? undefined : settle(forms, ceiling.fields[i] ?? NONE))
    return { field, level: fieldLevel(found.level), deciding: found.deciding, because: becauseOf(found, own, fieldText) }
  })
  const held =
    ceiling === null ? [] : [layerAccount(originatorId, 'originator', 'no more than the bureau shows for which the record is held')]
  return { ...headOf(parts, rules), record: recordAccount, fields, rules: [...judged.map(({ account }) => account), ...held] }
}

const recordText = (level: number): string => recordLevelText(recordLevel(level))
const fieldText = (level: number): string => fieldLevelText(fieldLevel(level))

function about(judged: readonly JudgedRule[], field: string | null): readonly JudgedRule[] {
  return judged.filter(({ rule }) => !rule.blind && (field === null ? rule.fields === null : rule.fields?.includes(field)))
}

/** The usual level, and what an invoked emergency adds under absolute caps alone: the higher counts. */
function decided(rules: readonly JudgedRule[], highest: number): Decided {
  const counting = rules.filter(({ account }) => account.counts)
  const permits = counting.filter(({ rule }) => rule.kind === 'permit')
  const caps = counting.filter(({ rule }) => rule.kind === 'cap')
  const usual = met(
    permits.filter(({ rule }) => !rule.emergency),
    caps,
    highest,
  )
  const emergency = met(
    permits.filter(({ rule }) => rule.emergency),
    caps.filter(({ rule }) => rule.absolute),
    highest,
  )
  if (usual.level !== emergency.level) return usual.level > emergency.level ? usual : emergency
  // Without an emergency both are none; then the caps of the usual way are what there is to tell.
  return usual.level === NONE ? usual : { level: usual.level, deciding: [...usual.deciding, ...emergency.deciding] }
}

/** Join of the permits, met with the caps. */
function met(permits: readonly JudgedRule[], caps: readonly JudgedRule[], highest: number): Decided {
  const raised = Math.max(NONE, ...permits.map(({ level }) => level))
  const ceiling = Math.min(highest, ...caps.map(({ level }) => level))
  const named = ceiling < raised ? caps : permits
  const level = Math.min(raised, ceiling)
  const deciding = level === NONE && named === permits ? [] : named.filter((one) => one.level === level).map(({ rule }) => rule.id)
  return { level, deciding }
}

function lowered(found: Decided, ceiling: number | undefined): Decided {
  return ceiling === undefined || ceiling >= found.level ? found : { level: ceiling, deciding: [originatorId] }
}

/** What the bureau for which the record is held would show; null when the record is the owner's own. */
function originatorCeiling({ bureau, holds, surroundings }: PolicyParts, { type }: TypeRules, caller: Caller, values: RawValues) {
  const ref = holds(type.name) ? originatorRef(type) : null
  const from = ref === null ? null : (readStored(ref)(values) ?? null)
  if (from === null || from === bureau) return null
  const policy = typeof from === 'string' ? (surroundings.policyOf(from) as RulePolicy | null) : null
  return policy?.ownRulesFor(type.name, caller).levelsOf(values) ?? { record: NONE, fields: [] }
}

function becauseOf({ level, deciding }: Decided, rules: readonly JudgedRule[], text: (level: number) => string): string {
  if (deciding.length === 0) return wanting(rules)
  const by = deciding.join(' and ')
  if (deciding.includes(originatorId)) return `the bureau for which the record is held shows no more than: ${text(level)}`
  const isCap = rules.some(({ rule }) => rule.kind === 'cap' && rule.id === deciding[0])
  if (!isCap) return `${by} ${deciding.length === 1 ? 'grants' : 'grant'} it`
  const permits = rules.filter(({ rule, account }) => rule.kind === 'permit' && account.counts && !deciding.includes(rule.id))
  const highest = Math.max(NONE, ...permits.map((one) => one.level))
  const from = permits.filter((one) => one.level === highest).map(({ rule }) => rule.id)
  return `${by} ${deciding.length === 1 ? 'lowers' : 'lower'} it; ${from.join(' and ')} would give ${text(highest)}`
}

/** Nothing grants: what each permit there is failed on. */
function wanting(rules: readonly JudgedRule[]): string {
  const permits = rules.filter(({ rule, level }) => rule.kind === 'permit' && level > NONE)
  if (permits.length === 0) return 'no rule permits it to anybody'
  const failures = permits.map(({ rule, account }) => `${rule.id} (${account.because})`)
  return `no permit grants it: ${failures.join(', ')}`
}

function layerAccount(id: string, layer: RuleAccount['layer'], because: string): RuleAccount {
  return {
    id,
    title: because,
    why: null,
    layer,
    kind: 'cap',
    fields: null,
    level: null,
    counts: true,
    obstacles: [],
    because,
    conditions: [],
  }
}
