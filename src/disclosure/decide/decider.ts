import { LISTED } from '../levels.ts'
import { FALSE, type Test, TRUE } from './compileCondition.ts'
import type { RawValues } from './readRecord.ts'
import { highestOf, lowestOf, type Raised, type Slot, slotKey, type Waiting } from './slot.ts'

/** Decides records for one caller: the record's level, and the levels of all fields as one number. */
export interface Decider {
  /** A number of `recordLevels`. */
  recordLevel(values: RawValues): number
  /** Names the levels of all fields of a listed record; equal for records decided alike. Call it after `recordLevel` of the same record. */
  pattern(): number | string
  /** The level of each field, in the order of the slots, that a pattern stands for. */
  levels(pattern: number | string): readonly number[]
  /** Whether a test holds; only "true" does. Null is no test, and holds. Call it after `recordLevel` of the same record. */
  holds(condition: number | null): boolean
}

const UNSET = 3
/** Two bits a group: this many groups fit a number without loss. */
const groupsInNumber = 26

interface Group {
  readonly floor: number
  readonly permitLevels: readonly number[]
  readonly permitTests: readonly number[]
  readonly capLevels: readonly number[]
  readonly capTests: readonly number[]
  readonly emergency: Group | null
}

/** Makes a decider of slots and the tests that they name. Fields whose slots are alike are decided once. Not re-entrant: records are decided one by one. */
export function decider(record: Slot, fields: readonly Slot[], tests: readonly Test[]): Decider {
  const keys = fields.map((slot) => (isFixed(slot) ? null : slotKey(slot)))
  const groupKeys = [...new Set(keys.filter((key) => key !== null))]
  const groups = groupKeys.map((key) => groupOf(fields[keys.indexOf(key)] ?? record))
  const recordGroup = groupOf(record)
  const truths = new Uint8Array(tests.length)
  let current: RawValues = {}

  const truth = (index: number): number => {
    const seen = truths[index]
    if (seen !== UNSET && seen !== undefined) return seen
    // A test that is not there is unknown: permits do not grant, caps apply.
    const found = tests[index]?.(current) ?? 1
    truths[index] = found
    return found
  }
  const levelOf = (one: Group): number => {
    const level = meet(one)
    return one.emergency === null ? level : Math.max(level, meet(one.emergency))
  }
  const meet = (one: Group): number => {
    let level = one.floor
    for (let i = 0; i < one.permitTests.length; i++) {
      if (truth(one.permitTests[i] as number) !== TRUE) continue
      level = one.permitLevels[i] as number
      break
    }
    for (let i = 0; i < one.capTests.length; i++) {
      const lowered = one.capLevels[i] as number
      if (lowered >= level) break
      if (truth(one.capTests[i] as number) !== FALSE) return lowered
    }
    return level
  }
  return {
    recordLevel(values) {
      current = values
      truths.fill(UNSET)
      return levelOf(recordGroup)
    },
    pattern() {
      if (groups.length > groupsInNumber) return groups.map(levelOf).join('')
      let pattern = 0
      for (const one of groups) pattern = pattern * 4 + levelOf(one)
      return pattern
    },
    levels(pattern) {
      const digits = typeof pattern === 'string' ? pattern : pattern.toString(4).padStart(groups.length, '0')
      return fields.map((slot, i) => {
        const key = keys[i]
        return key === null || key === undefined ? lowestOf(slot) : Number(digits.charAt(groupKeys.indexOf(key)))
      })
    },
    holds: (condition) => condition === null || truth(condition) === TRUE,
  }
}

/** Whether a slot gives every record the same level. */
export function isFixed(slot: Slot): boolean {
  return highestOf(slot) === lowestOf(slot)
}

/** A decider for a caller who sees everything. */
export function openDecider(fields: number, full: number): Decider {
  const levels = Array.from({ length: fields }, () => full)
  return { recordLevel: () => LISTED, pattern: () => 0, levels: () => levels, holds: (condition) => condition === null }
}

function groupOf(slot: Slot): Group {
  return group(slot, slot.emergency === null ? null : group(slot.emergency, null))
}

function group(raised: Raised, emergency: Group | null): Group {
  // Permits come highest first and caps lowest first: of several that wait for the same condition the first decides.
  const permits = firstOfEach(raised.permits)
  const caps = firstOfEach(raised.caps)
  return {
    floor: raised.floor,
    permitLevels: permits.map(({ level }) => level),
    permitTests: permits.map(({ condition }) => condition),
    capLevels: caps.map(({ level }) => level),
    capTests: caps.map(({ condition }) => condition),
    emergency,
  }
}

function firstOfEach(waiting: readonly Waiting[]): readonly Waiting[] {
  const seen = new Set<number>()
  return waiting.filter(({ condition }) => !seen.has(condition) && seen.add(condition))
}
