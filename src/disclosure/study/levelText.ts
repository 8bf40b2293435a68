import { highestOf, lowestOf, type Raised, type Slot, SlotBuilder, type Waiting } from '../decide/slot.ts'
import type { FieldForms } from '../forms/fieldForms.ts'
import { settle } from '../forms/fieldForms.ts'
import type { Condition } from '../language/condition.ts'
import { FULL, fieldLevel, recordLevel } from '../levels.ts'
import { conditionText } from './conditionText.ts'

/** A level of a record or of a field, by its name. */
export type LevelName = 'none' | 'hit' | 'listed' | 'masked' | 'generalised' | 'full'

/** What one caller may come to learn of a record or a field, before any record is looked at. */
export interface Outlook {
  /** The lowest and the highest level that any record gives; equal when it does not depend on the record. */
  readonly lowest: LevelName
  readonly highest: LevelName
  /** In words: "full if the record's status is MISSING, else withheld". */
  readonly text: string
}

/** The outlook of one field. */
export interface FieldOutlook extends Outlook {
  readonly field: string
}

/** A record level in words. */
export function recordLevelText(level: LevelName): string {
  return level === 'none' ? 'not shown' : level === 'hit' ? 'hit check only' : level
}

/** A field level in words. */
export function fieldLevelText(level: LevelName): string {
  return level === 'none' ? 'withheld' : level
}

/** The outlook of the record itself. */
export function recordOutlook(slot: Slot, conditions: readonly Condition[]): Outlook {
  return outlook(slot, conditions, recordLevel, recordLevelText)
}

/** The outlook of a field that has these forms. */
export function fieldOutlook(slot: Slot, forms: FieldForms, conditions: readonly Condition[]): Outlook {
  return outlook(settledSlot(slot, forms), conditions, fieldLevel, fieldLevelText)
}

/** The same in words for a level that depends on nothing. */
export function fixedOutlook(level: LevelName, text: string): Outlook {
  return { lowest: level, highest: level, text }
}

/** A field's slot in the levels the field can be shown at. Settling keeps order, so that it commutes with raising and lowering. */
export function settledSlot(slot: Slot, forms: FieldForms): Slot {
  const builder = new SlotBuilder(FULL)
  for (const entry of slot.entries) builder.add({ ...entry, level: settle(forms, entry.level) })
  return builder.build()
}

type NameLevel = (number: number) => LevelName

function outlook(slot: Slot, conditions: readonly Condition[], name: NameLevel, words: (level: LevelName) => string): Outlook {
  const say = (level: number): string => words(name(level))
  const lowest = name(lowestOf(slot))
  const highest = name(highestOf(slot))
  if (lowest === highest) return { lowest, highest, text: words(lowest) }
  const usual = raisedText(slot, conditions, say)
  if (slot.emergency === null) return { lowest, highest, text: usual }
  return {
    lowest,
    highest,
    text: `${usual}; or what the emergency access gives, if that is more: ${raisedText(slot.emergency, conditions, say)}`,
  }
}

function raisedText({ floor, permits, caps }: Raised, conditions: readonly Condition[], say: (level: number) => string): string {
  const steps = [...Map.groupBy(permits, ({ level }) => level)].map(
    ([level, group]) => `${say(level)} if ${alternatives(group, conditions)}`,
  )
  const raised = [...steps, say(floor)].join(', else ')
  const lowered = [...Map.groupBy(caps, ({ level }) => level)].map(
    ([level, group]) =>
      `${level === 0 ? say(level) : `no more than ${say(level)}`} if ${alternatives(group, conditions)}${orUnknown(group, conditions)}`,
  )
  return lowered.length === 0 ? raised : `${raised}; but ${lowered.join(', and ')}`
}

function alternatives(group: readonly Waiting[], conditions: readonly Condition[]): string {
  const texts = [...new Set(group.map(({ condition }) => textAt(conditions, condition)))]
  return texts.join(', or if ')
}

/** A cap that nobody can tell applies as well. Whether something is known can always be told. */
function orUnknown(group: readonly Waiting[], conditions: readonly Condition[]): string {
  return group.every(({ condition }) => isCertain(conditions[condition])) ? '' : ', or if that cannot be told'
}

function isCertain(condition: Condition | undefined): boolean {
  if (condition?.op === 'and' || condition?.op === 'or') return condition.terms.every(isCertain)
  return condition?.op === 'not' ? isCertain(condition.term) : condition?.op === 'has'
}

function textAt(conditions: readonly Condition[], index: number): string {
  const condition = conditions[index]
  return condition === undefined ? 'something holds that is not known' : conditionText(condition)
}
