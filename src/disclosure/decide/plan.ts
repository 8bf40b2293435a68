import type { Caller } from '../../model/principal.ts'
import type { CanonicalValue, DisclosureReason, FieldDisclosure, RecordLevel, ViewRecord } from '../../model/record.ts'
import type { Show } from '../forms/copyValue.ts'
import { type FieldForms, settle } from '../forms/fieldForms.ts'
import { refsOf } from '../language/condition.ts'
import { FULL, fieldLevel, GENERALISED, LISTED, MASKED, NONE, recordLevel } from '../levels.ts'
import { moveFinder } from '../moves/moveFinder.ts'
import type { ReadSketch } from '../moves/sketch.ts'
import { type Needs, needsOf, noNeeds, type SketchedLevels, sketchDecider, withheld } from '../moves/sketchedLevels.ts'
import { layoutOf, type SketchLayout } from '../moves/sketchLayout.ts'
import type { DisclosurePlan } from '../policy.ts'
import { type SealedRecord, unseal } from '../seal.ts'
import { compileCondition } from './compileCondition.ts'
import { type Decider, decider, openDecider } from './decider.ts'
import { hitFinder } from './hits.ts'
import { plannedPredicates } from './plannedPredicates.ts'
import type { RawValues } from './readRecord.ts'
import { reasonAt, reasonsWhenWithheld } from './reasons.ts'
import type { TypeRules } from './rule.ts'
import { ruleFinder } from './rulesBehind.ts'
import { highestOf, lowestOf, type Slot } from './slot.ts'
import { specialise } from './specialise.ts'

/** A plan as `disclosure/` itself knows it. */
export interface RecordPlan extends DisclosurePlan {
  /** The level of one record. `hit` is for hit checks alone; everything else reads `project`. */
  recordLevel(sealed: SealedRecord): RecordLevel
  /** Whether the record is of this plan's bureau and type; another is none of its business and stays sealed. */
  isMine(sealed: SealedRecord): boolean
  /** The levels that the rules come to for these values, whoever holds the record. */
  levelsOf(values: RawValues): Levels
  /** The same for a state that was sketched, as far as the sketch holds what decides it. */
  sketchedLevels(sketch: ReadSketch): SketchedLevels
  /** How sketches of the type are laid out; null where nothing is ever shown. */
  readonly layout: SketchLayout | null
  /** The view of a listed record at these levels of its fields. */
  show(sealed: SealedRecord, fields: readonly number[]): ViewRecord
}

/** Levels as numbers of `recordLevels` and `fieldLevels`, fields in schema order, before forms are considered. */
export interface Levels {
  readonly record: number
  readonly fields: readonly number[]
}

/** Everything that records decided alike have in common. */
interface Pattern {
  readonly disclosure: readonly FieldDisclosure[]
  readonly shown: readonly { readonly field: string; readonly show: Show }[]
}

/** Patterns kept per plan. Beyond it they are made anew: a bound on memory, not on what works. */
const patternsKept = 4096

/** What one caller may know of one type of a bureau's records. */
export function planFor(bureau: string, rules: TypeRules, caller: Caller): RecordPlan {
  // The bureau's own officers are under its own law, not under its rules for others.
  if (caller.principal.bureau === bureau) return ownPlan(bureau, rules, caller)
  const { record, fields, conditions, alarms } = specialise(rules, caller)
  const whenWithheld = reasonsWhenWithheld(rules, fields, caller)
  const tests = conditions.map((condition) => compileCondition(condition, rules.enums))
  const ceiling = highestOf(record)
  const decide = decider(record, [...fields.values()], tests)
  return {
    bureau,
    type: rules.type.name,
    validUntil: validUntil(rules, caller),
    inputs: new Set(conditions.flatMap((condition) => refsOf(condition).map(({ field }) => field))),
    recordCeiling: recordLevel(ceiling),
    fixedLevel: (field) => fixedLevel(rules.forms.get(field), ceiling === LISTED ? fields.get(field) : undefined),
    ...plannedPredicates(rules, record, fields, conditions),
    ...projector(bureau, rules, decide, whenWithheld, needsOf(record, [...fields.values()], conditions)),
    ...hitFinder({ bureau, type: rules.type.name }, decide, { permits: record.entries, alarms }),
    rulesBehind: ruleFinder(rules, record, fields),
  }
}

function ownPlan(bureau: string, rules: TypeRules, caller: Caller): RecordPlan {
  return {
    bureau,
    type: rules.type.name,
    validUntil: nextDay(caller),
    inputs: new Set(),
    recordCeiling: 'listed',
    fixedLevel: (field) => (rules.forms.has(field) ? 'full' : 'none'),
    listedWhere: () => null,
    fullWhere: () => null,
    ...projector(bureau, rules, openDecider(rules.forms.size, FULL), new Map(), noNeeds),
    ...hitFinder({ bureau, type: rules.type.name }, openDecider(0, FULL), { permits: [], alarms: [] }),
    rulesBehind: () => [],
  }
}

/** The plan of a caller who learns nothing of a type. */
export function emptyPlan(bureau: string, type: string, caller: Caller): RecordPlan {
  return {
    bureau,
    type,
    validUntil: nextDay(caller),
    inputs: new Set(),
    recordCeiling: 'none',
    fixedLevel: () => 'none',
    listedWhere: () => null,
    fullWhere: () => null,
    recordLevel: () => 'none',
    project: () => null,
    isMine: () => false,
    levelsOf: () => ({ record: NONE, fields: [] }),
    sketchedLevels: () => withheld,
    layout: null,
    moves: () => null,
    hits: () => null,
    rulesBehind: () => [],
    show: (sealed) => Object.freeze({ ref: sealed.ref, values: Object.freeze({}), disclosure: Object.freeze([]) }),
  }
}

/** A plan is made for one day, and for the grants that are in force. */
function validUntil(rules: TypeRules, caller: Caller): number {
  const boundaries = rules.rules.flatMap(({ from, until }) => [from, until]).filter((one) => one !== null && one > caller.instant)
  return Math.min(nextDay(caller), ...(boundaries as number[]))
}

function nextDay({ date }: Caller): number {
  return Date.parse(`${date}T00:00:00Z`) + 86_400_000
}

function fixedLevel(forms: FieldForms | undefined, slot: Slot | undefined) {
  if (forms === undefined || slot === undefined) return 'none' as const
  const lowest = settle(forms, lowestOf(slot))
  return lowest === settle(forms, highestOf(slot)) ? fieldLevel(lowest) : null
}

type Projector = Pick<RecordPlan, 'project' | 'recordLevel' | 'isMine' | 'levelsOf' | 'show' | 'sketchedLevels' | 'layout' | 'moves'>

function projector(
  bureau: string,
  rules: TypeRules,
  decide: Decider,
  whenWithheld: ReadonlyMap<string, DisclosureReason>,
  needs: Needs,
): Projector {
  const patterns = new Map<number | string, Pattern>()
  const decided = new Map<number | string, readonly number[]>()
  /** By what is shown, not by how it was decided: two ways to the same levels must be one and the same to everybody. */
  const interned = new Map<string, Pattern>()
  const markers = markersOf(rules, whenWithheld)
  const patternAt = (decided: readonly number[]): Pattern => {
    const levels = shownLevels(rules, decided)
    const known = interned.get(levels.join(''))
    if (known !== undefined) return known
    const pattern = makePattern(rules, levels, markers)
    if (interned.size < patternsKept) interned.set(levels.join(''), pattern)
    return pattern
  }
  const fieldsAt = (key: number | string): readonly number[] => {
    const kept = decided.get(key)
    if (kept !== undefined) return kept
    const levels = decide.levels(key)
    if (decided.size < patternsKept) decided.set(key, levels)
    return levels
  }
  const patternOf = (key: number | string): Pattern => {
    const kept = patterns.get(key)
    if (kept !== undefined) return kept
    const pattern = patternAt(fieldsAt(key))
    if (patterns.size < patternsKept) patterns.set(key, pattern)
    return pattern
  }
  const isMine = ({ ref }: SealedRecord): boolean => ref.bureau === bureau && ref.type === rules.type.name
  const levelsOf = (values: RawValues): Levels => ({ record: decide.recordLevel(values), fields: fieldsAt(decide.pattern()) })
  const layout = layoutOf(rules)
  const sketchedLevels = sketchDecider(needs, levelsOf)
  return {
    isMine,
    levelsOf,
    layout,
    sketchedLevels,
    ...moveFinder(layout, bureau, sketchedLevels),
    recordLevel: (sealed) => recordLevel(isMine(sealed) ? decide.recordLevel(unseal(sealed).values) : NONE),
    project(sealed) {
      if (!isMine(sealed)) return null
      const { values } = unseal(sealed)
      return decide.recordLevel(values) === LISTED ? viewOf(sealed, values, patternOf(decide.pattern())) : null
    },
    show: (sealed, fields) => viewOf(sealed, unseal(sealed).values, patternAt(fields)),
  }
}

function viewOf({ ref }: SealedRecord, values: RawValues, { shown, disclosure }: Pattern): ViewRecord {
  const view: Record<string, CanonicalValue> = {}
  for (const { field, show } of shown) view[field] = show(values[field])
  return Object.freeze({ ref, values: Object.freeze(view), disclosure })
}

/** The marker of each field at each level below full, made once. */
function markersOf(rules: TypeRules, whenWithheld: ReadonlyMap<string, DisclosureReason>): readonly (readonly FieldDisclosure[])[] {
  return [...rules.forms.keys()].map((field) =>
    [NONE, MASKED, GENERALISED].map((level) =>
      Object.freeze({ field, level: fieldLevel(level), reason: reasonAt(level, whenWithheld.get(field) ?? 'NOT_SHARED') }),
    ),
  )
}

/** The levels at which the fields can be shown, of those that were decided. */
function shownLevels(rules: TypeRules, decided: readonly number[]): readonly number[] {
  return [...rules.forms.values()].map((forms, i) => settle(forms, decided[i] ?? NONE))
}

function makePattern(rules: TypeRules, levels: readonly number[], markers: readonly (readonly FieldDisclosure[])[]): Pattern {
  const disclosure: FieldDisclosure[] = []
  const shown: { field: string; show: Show }[] = []
  let index = 0
  for (const [field, forms] of rules.forms) {
    const level = levels[index] ?? NONE
    const show = forms[level as 0 | 1 | 2 | 3]
    const marker = markers[index]?.[level]
    if (level < FULL && marker !== undefined) disclosure.push(marker)
    // Nothing is stored for an inverse link; whoever follows one reads its level from the markers.
    if (show !== null && rules.type.fields.get(field)?.inverse === undefined) shown.push({ field, show })
    index++
  }
  return { disclosure: Object.freeze(disclosure), shown }
}
