import type { Caller } from '../../model/principal.ts'
import type { CanonicalValue, DisclosureReason, FieldDisclosure, RecordLevel } from '../../model/record.ts'
import type { Show } from '../forms/copyValue.ts'
import { type FieldForms, settle } from '../forms/fieldForms.ts'
import { refsOf } from '../language/condition.ts'
import { FULL, fieldLevel, GENERALISED, LISTED, MASKED, NONE, recordLevel } from '../levels.ts'
import type { DisclosurePlan } from '../policy.ts'
import { type SealedRecord, unseal } from '../seal.ts'
import { compileCondition } from './compileCondition.ts'
import { type Decider, decider, openDecider } from './decider.ts'
import { reasonAt, reasonsWhenWithheld } from './reasons.ts'
import type { TypeRules } from './rule.ts'
import { highestOf, lowestOf, type Slot } from './slot.ts'
import { specialise } from './specialise.ts'

/** A plan as `disclosure/` itself knows it. */
export interface RecordPlan extends DisclosurePlan {
  /** The level of one record. `hit` is for hit checks alone; everything else reads `project`. */
  recordLevel(sealed: SealedRecord): RecordLevel
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
  if (caller.principal.bureau === bureau) return ownPlan(bureau, rules)
  const { record, fields, conditions } = specialise(rules, caller)
  const whenWithheld = reasonsWhenWithheld(rules, fields, caller)
  const tests = conditions.map((condition) => compileCondition(condition, rules.enums))
  const ceiling = highestOf(record)
  return {
    type: rules.type.name,
    inputs: new Set(conditions.flatMap((condition) => refsOf(condition).map(({ field }) => field))),
    recordCeiling: recordLevel(ceiling),
    fixedLevel: (field) => fixedLevel(rules.forms.get(field), ceiling === LISTED ? fields.get(field) : undefined),
    ...projector(bureau, rules, decider(record, [...fields.values()], tests), whenWithheld),
  }
}

function ownPlan(bureau: string, rules: TypeRules): RecordPlan {
  return {
    type: rules.type.name,
    inputs: new Set(),
    recordCeiling: 'listed',
    fixedLevel: (field) => (rules.forms.has(field) ? 'full' : 'none'),
    ...projector(bureau, rules, openDecider(rules.forms.size, FULL), new Map()),
  }
}

function fixedLevel(forms: FieldForms | undefined, slot: Slot | undefined) {
  if (forms === undefined || slot === undefined) return 'none' as const
  const lowest = settle(forms, lowestOf(slot))
  return lowest === settle(forms, highestOf(slot)) ? fieldLevel(lowest) : null
}

function projector(
  bureau: string,
  rules: TypeRules,
  decide: Decider,
  whenWithheld: ReadonlyMap<string, DisclosureReason>,
): Pick<RecordPlan, 'project' | 'recordLevel'> {
  const patterns = new Map<number | string, Pattern>()
  /** By what is shown, not by how it was decided: two ways to the same levels must be one and the same to everybody. */
  const interned = new Map<string, Pattern>()
  const markers = markersOf(rules, whenWithheld)
  const patternOf = (key: number | string): Pattern => {
    const kept = patterns.get(key)
    if (kept !== undefined) return kept
    const levels = shownLevels(rules, decide.levels(key))
    const pattern = interned.get(levels.join('')) ?? makePattern(rules, levels, markers)
    if (patterns.size < patternsKept) {
      patterns.set(key, pattern)
      interned.set(levels.join(''), pattern)
    }
    return pattern
  }
  /** Another bureau's record, or one of another type, is none of this plan's business: it stays sealed. */
  const isMine = ({ ref }: SealedRecord): boolean => ref.bureau === bureau && ref.type === rules.type.name
  return {
    recordLevel: (sealed) => recordLevel(isMine(sealed) ? decide.recordLevel(unseal(sealed).values) : NONE),
    project(sealed) {
      if (!isMine(sealed)) return null
      const { values } = unseal(sealed)
      if (decide.recordLevel(values) !== LISTED) return null
      const { shown, disclosure } = patternOf(decide.pattern())
      const view: Record<string, CanonicalValue> = {}
      for (const { field, show } of shown) view[field] = show(values[field])
      return Object.freeze({ ref: sealed.ref, values: Object.freeze(view), disclosure })
    },
  }
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
