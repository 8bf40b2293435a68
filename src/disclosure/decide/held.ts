import type { Caller } from '../../model/principal.ts'
import type { Ref } from '../language/condition.ts'
import { HIT, LISTED, NONE, recordLevel } from '../levels.ts'
import { holdsAll } from '../moves/keptInputs.ts'
import { moveFinder } from '../moves/moveFinder.ts'
import { valueAt } from '../moves/readings.ts'
import type { ReadSketch } from '../moves/sketch.ts'
import { lower, type SketchedLevels, undecided, withheld } from '../moves/sketchedLevels.ts'
import { unseal } from '../seal.ts'
import { alarmsOnly } from './hits.ts'
import { originatorId } from './layers.ts'
import type { Levels, RecordPlan } from './plan.ts'
import { type RawValues, readStored } from './readRecord.ts'
import type { RulePolicy, Surroundings } from './rulePolicy.ts'

/**
 * A plan for records of which the owner may hold some for other bureaus: of such a record nobody learns more than the originator's own rules
 * would show (the third-party rule). An originator whose rules the hub does not have shows nothing.
 */
export function heldPlan(plan: RecordPlan, originator: Ref, caller: Caller, surroundings: Surroundings): RecordPlan {
  const read = readStored(originator)
  // By the originator's rules alone: to it the record is its own, and asking it in turn who else may hold records would never end.
  const planOf = (bureau: string) => (surroundings.policyOf(bureau) as RulePolicy | null)?.ownRulesFor(plan.type, caller) ?? null
  const others = new Map(surroundings.bureaus.filter((bureau) => bureau !== plan.bureau).map((bureau) => [bureau, planOf(bureau)]))
  const known = [...others.values()].filter((other) => other !== null)

  /** The levels that remain; null when the record is the owner's own. */
  function heldLevels(values: RawValues): Levels | null {
    const from = read(values) ?? null
    if (from === null || from === plan.bureau) return null
    const allowed = typeof from === 'string' ? others.get(from)?.levelsOf(values) : undefined
    if (allowed === undefined) return { record: NONE, fields: [] }
    const { record, fields } = plan.levelsOf(values)
    return { record: Math.min(record, allowed.record), fields: fields.map((level, i) => Math.min(level, allowed.fields[i] ?? NONE)) }
  }

  const needed = [valueAt(originator)]
  const sketchedLevels = (sketch: ReadSketch): SketchedLevels => {
    if (!holdsAll(sketch.inputs, needed)) return undecided
    const from = read(sketch.inputs.values) ?? null
    if (from === null || from === plan.bureau) return plan.sketchedLevels(sketch)
    const allowed = typeof from === 'string' ? (others.get(from) ?? null) : null
    return allowed === null ? withheld : lower(plan.sketchedLevels(sketch), allowed.sketchedLevels(sketch))
  }

  return {
    ...plan,
    ...(plan.layout === null ? {} : moveFinder(plan.layout, plan.bureau, sketchedLevels)),
    sketchedLevels,
    inputs: new Set([originator.field, ...plan.inputs, ...known.flatMap((other) => [...other.inputs])]),
    validUntil: Math.min(plan.validUntil, ...known.map(({ validUntil }) => validUntil)),
    // Whatever the owner gives in full, an originator may hold back on some record.
    fixedLevel: (field) => (plan.fixedLevel(field) === 'none' ? 'none' : null),
    // An originator only lowers: what is true of every record that its holder lists stays true, and what shows a field in full no longer says all.
    fullWhere: () => null,
    levelsOf: (values) => heldLevels(values) ?? plan.levelsOf(values),
    rulesBehind: (shown) => [...plan.rulesBehind(shown), originatorId].sort(),
    recordLevel(sealed) {
      const held = plan.isMine(sealed) ? heldLevels(unseal(sealed).values) : null
      return held === null ? plan.recordLevel(sealed) : recordLevel(held.record)
    },
    project(sealed) {
      const held = plan.isMine(sealed) ? heldLevels(unseal(sealed).values) : null
      if (held === null) return plan.project(sealed)
      return held.record === LISTED ? plan.show(sealed, held.fields) : null
    },
    hits(sealed, key) {
      const found = plan.hits(sealed, key)
      const held = found === null ? null : heldLevels(unseal(sealed).values)
      if (found === null || held === null || held.record >= HIT) return found
      // The holder's own alarm remains: it is the holder whom the reader came upon.
      return alarmsOnly(found)
    },
  }
}
