import type { Condition } from '../language/condition.ts'
import { allOf, anyOf, type RecordShape, recordsWhere, type Said } from './recordPredicate.ts'
import type { Raised, Slot } from './slot.ts'

/** The records on which a slot comes to at least this level: some permit for it is true, and every cap below it is false. */
export function recordsAt(slot: Slot, level: number, conditions: readonly Condition[], shape: RecordShape): Said {
  const usual = raisedTo(slot, level, conditions, shape)
  return slot.emergency === null ? usual : anyOf([usual, raisedTo(slot.emergency, level, conditions, shape)])
}

function raisedTo({ floor, permits, caps }: Raised, level: number, conditions: readonly Condition[], shape: RecordShape): Said {
  const where = (index: number, wanted: boolean): Said => recordsWhere(conditions[index] ?? { op: 'known', value: null }, wanted, shape)
  const granting = permits.filter((permit) => permit.level >= level).map(({ condition }) => where(condition, true))
  const granted: Said[] = floor >= level ? [] : [anyOf(granting)]
  return allOf([...granted, ...caps.filter((cap) => cap.level < level).map(({ condition }) => where(condition, false))])
}

/** Whether a slot comes to this level on some record, as far as its rules tell. */
export function mayRestAt(slot: Slot, isLevel: (level: number) => boolean): boolean {
  const raised = slot.emergency === null ? [slot] : [slot, slot.emergency]
  return raised.some(({ floor, permits, caps }) => [floor, ...[...permits, ...caps].map(({ level }) => level)].some(isLevel))
}
