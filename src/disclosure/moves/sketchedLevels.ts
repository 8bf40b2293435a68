import type { Levels } from '../decide/plan.ts'
import type { RawValues } from '../decide/readRecord.ts'
import type { Raised, Slot } from '../decide/slot.ts'
import type { Condition } from '../language/condition.ts'
import { LISTED, NONE } from '../levels.ts'
import { holdsAll } from './keptInputs.ts'
import { type Reading, readingsOf } from './readings.ts'
import type { ReadSketch } from './sketch.ts'

/** What a plan comes to for a state that was sketched. Null: the sketch does not hold all that decides it. */
export interface SketchedLevels {
  /** A number of `recordLevels`. */
  readonly record: number | null
  /** Numbers of `fieldLevels`, in schema order, before forms are considered. */
  readonly fields: readonly number[] | null
}

/** What a decision reads of a record. */
export interface Needs {
  /** Whether it is listed. */
  readonly record: readonly Reading[]
  /** The levels of its fields. */
  readonly fields: readonly Reading[]
}

/** What the caller's own bureau needs to decide, and a plan that decides alike on all. */
export const noNeeds: Needs = { record: [], fields: [] }
/** Nobody learns of the state. */
export const withheld: SketchedLevels = { record: NONE, fields: [] }
/** The sketch does not tell. */
export const undecided: SketchedLevels = { record: null, fields: null }

/** What these slots read to tell listed records from others, and their fields' levels. */
export function needsOf(record: Slot, fields: readonly Slot[], conditions: readonly Condition[]): Needs {
  const read = (slots: readonly Raised[], least: number): readonly Reading[] => {
    const waiting = slots.flatMap(({ permits, caps }) => [...permits.filter(({ level }) => level >= least), ...caps])
    const places = [...new Set(waiting.map(({ condition }) => condition))]
    return readingsOf(places.flatMap((place) => conditions[place] ?? []))
  }
  const both = (slot: Slot): readonly Raised[] => (slot.emergency === null ? [slot] : [slot, slot.emergency])
  return { record: read(both(record), LISTED), fields: read(fields.flatMap(both), NONE) }
}

/** Decides on sketches by the rules that decide on records. */
export function sketchDecider({ record, fields }: Needs, levelsOf: (values: RawValues) => Levels): (sketch: ReadSketch) => SketchedLevels {
  return ({ inputs }) => {
    if (!holdsAll(inputs, record)) return undecided
    const levels = levelsOf(inputs.values)
    return { record: levels.record, fields: holdsAll(inputs, fields) ? levels.fields : null }
  }
}

/** The lower of two decisions on one state; where one of them withholds, the other need not be known. */
export function lower(one: SketchedLevels, other: SketchedLevels): SketchedLevels {
  if ((one.record ?? LISTED) < LISTED || (other.record ?? LISTED) < LISTED) return withheld
  if (one.record === null || other.record === null) return undecided
  const [mine, theirs] = [one.fields, other.fields]
  const fields = mine === null || theirs === null ? null : mine.map((level, i) => Math.min(level, theirs[i] ?? NONE))
  return { record: LISTED, fields }
}
