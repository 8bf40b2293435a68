import type { Caller } from '../../model/principal.ts'
import type { ReadCaller } from '../decide/callerValues.ts'
import { compileCondition, k3Of } from '../decide/compileCondition.ts'
import { fold } from '../decide/fold.ts'
import type { Enums, RawValues } from '../decide/readRecord.ts'
import type { Layer, Rule } from '../decide/rule.ts'
import { callerTruth, holdsAgreement, permitLevel, phaseOf, servesPurpose } from '../decide/specialise.ts'
import type { Condition, K3 } from '../language/condition.ts'
import { fieldLevel, recordLevel } from '../levels.ts'
import { conditionText, conjunctsOf } from './conditionText.ts'
import { fieldLevelText, type LevelName, recordLevelText } from './levelText.ts'

/** Who lowered or raised: a rule's own layer, the originator of a held record, the Secretariat, or the owner for a time. */
export type ExplainedLayer = Layer | 'originator' | 'supervision' | 'embargo'

/** Why a rule does not count for this caller and record. */
export type Obstacle = 'TIME' | 'EMERGENCY' | 'PURPOSE' | 'AGREEMENT' | 'CALLER' | 'RECORD'

/** A condition of a rule and how it came out. Names what is asked, never what the record holds. */
export interface ConditionAccount {
  readonly text: string
  /** Null when it cannot be told. */
  readonly truth: K3
}

/** What one rule did in one decision. */
export interface RuleAccount {
  readonly id: string
  readonly title: string
  readonly why: string | null
  readonly layer: ExplainedLayer
  readonly kind: 'permit' | 'cap'
  /** The fields it is about, or null when it is about the record itself. */
  readonly fields: readonly string[] | null
  /** What the permit gives, or the cap leaves. Null where that differs from field to field. */
  readonly level: LevelName | null
  /** Whether the permit grants or the cap applies. */
  readonly counts: boolean
  /** What keeps it from counting; empty when it counts. */
  readonly obstacles: readonly Obstacle[]
  /** Why, in one sentence. */
  readonly because: string
  /** What it asks of caller and record, part by part. */
  readonly conditions: readonly ConditionAccount[]
}

/** A rule with what it did, for whoever goes on to decide. */
export interface JudgedRule {
  readonly rule: Rule
  /** A number of `recordLevels` or `fieldLevels`, the agreement's ceiling considered. */
  readonly level: number
  readonly account: RuleAccount
}

/** Judges one rule by its own words, step by step, and keeps what each step came to. */
export function judgeRule(rule: Rule, caller: Caller, read: ReadCaller, values: RawValues, enums: Enums): JudgedRule {
  const judge = (condition: Condition): K3 => k3Of(compileCondition(fold(condition, read), enums)(values))
  const to = callerTruth(rule, read)
  const when = judge(rule.when)
  const obstacles = rule.kind === 'permit' ? permitObstacles(rule, caller, to, when) : capObstacles(rule, caller, to, when)
  const level = rule.kind === 'permit' ? permitLevel(rule) : rule.level
  const counts = obstacles.length === 0
  return {
    rule,
    level,
    account: {
      id: rule.id,
      title: rule.title,
      why: rule.why,
      layer: rule.layer,
      kind: rule.kind,
      fields: rule.fields,
      level: rule.fields === null ? recordLevel(level) : fieldLevel(level),
      counts,
      obstacles,
      because: counts ? effectText(rule, level, to, when) : obstacles.map((obstacle) => obstacleText(obstacle, rule, caller)).join('; '),
      conditions: [...conjunctsOf(rule.to), ...conjunctsOf(rule.when)].flatMap((term) =>
        term.op === 'known' && term.value === true ? [] : [{ text: termText(term, read), truth: judge(term) }],
      ),
    },
  }
}

/** Only what is certain grants. */
function permitObstacles(rule: Rule, caller: Caller, to: K3, when: K3): readonly Obstacle[] {
  return [
    ...(phaseOf(rule, caller) === 'during' ? [] : (['TIME'] as const)),
    ...(!rule.emergency || rule.id === caller.emergency?.rule ? [] : (['EMERGENCY'] as const)),
    ...(servesPurpose(rule, caller) ? [] : (['PURPOSE'] as const)),
    ...(holdsAgreement(rule.agreement, caller) ? [] : (['AGREEMENT'] as const)),
    ...(to === true ? [] : (['CALLER'] as const)),
    ...(when === true ? [] : (['RECORD'] as const)),
  ]
}

/** Only what is certainly not so keeps a cap from applying. */
function capObstacles(rule: Rule, caller: Caller, to: K3, when: K3): readonly Obstacle[] {
  return [
    ...(servesPurpose(rule, caller) ? [] : (['PURPOSE'] as const)),
    ...(to === false ? (['CALLER'] as const) : []),
    ...(when === false ? (['RECORD'] as const) : []),
  ]
}

function effectText(rule: Rule, level: number, to: K3, when: K3): string {
  const name = rule.fields === null ? recordLevelText(recordLevel(level)) : fieldLevelText(fieldLevel(level))
  if (rule.blind) return 'it raises the alarm at the owner and tells the caller nothing'
  if (rule.kind === 'permit') {
    const ceiling = level < rule.level ? `, which is all that ${rule.agreement?.name} allows` : ''
    return `it grants: ${name}${ceiling}`
  }
  const unknown = to === true && when === true ? '' : ', because what it asks cannot be told, and what is not known protects'
  return `it applies: ${level === 0 ? name : `no more than ${name}`}${unknown}`
}

function obstacleText(obstacle: Obstacle, rule: Rule, caller: Caller): string {
  switch (obstacle) {
    case 'TIME':
      return phaseOf(rule, caller) === 'before' ? `it begins at ${instantText(rule.from)}` : `it ended at ${instantText(rule.until)}`
    case 'EMERGENCY':
      return 'the caller has not invoked this emergency access'
    case 'PURPOSE':
      return `it does not count for the purpose ${caller.purpose.kind}`
    case 'AGREEMENT':
      return `${rule.agreement?.name} is not in force for ${caller.principal.bureau}`
    case 'CALLER':
      return 'the caller is not among those it is for'
    case 'RECORD':
      return rule.kind === 'permit'
        ? 'the record does not meet its condition, or that cannot be told'
        : 'the record does not meet its condition'
  }
}

function instantText(instant: number | null): string {
  return instant === null ? 'no known time' : new Date(instant).toISOString().replace('.000Z', 'Z')
}

/** With the caller filled in, as far as that leaves something to say. */
function termText(term: Condition, read: ReadCaller): string {
  const folded = fold(term, read)
  return conditionText(folded.op === 'known' ? term : folded)
}
