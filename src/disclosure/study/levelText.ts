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
  /** The first part of the text: what permits raise it to. */
  readonly raised: string
  /** The rest, part by part: what caps lower it to. */
  readonly lowered: readonly Lowering[]
}

/** Caps that lower to one level. */
export interface Lowering {
  /** "but withheld", "but no more than masked". */
  readonly to: string
  /** Each on its own lowers. */
  readonly conditions: readonly string[]
  /** Whether one of them may be a matter that cannot be told, which lowers as well. */
  readonly uncertain: boolean
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
  return outlook(slot, conditions, recordLevel, sayRecord)
}

/** The outlook of a field that has these forms. */
export function fieldOutlook(slot: Slot, forms: FieldForms, conditions: readonly Condition[]): Outlook {
  return outlook(settledSlot(slot, forms), conditions, fieldLevel, sayField)
}

/** The same in words for a level that depends on nothing. */
export function fixedOutlook(level: LevelName, text: string): Outlook {
  return { lowest: level, highest: level, text, raised: text, lowered: [] }
}

/** A field's slot in the levels the field can be shown at. Settling keeps order, so that it commutes with raising and lowering. */
export function settledSlot(slot: Slot, forms: FieldForms): Slot {
  const builder = new SlotBuilder(FULL)
  for (const entry of slot.entries) builder.add({ ...entry, level: settle(forms, entry.level) })
  return builder.build()
}

type NameLevel = (number: number) => LevelName
type Say = (level: number) => string

const sayRecord: Say = (level) => recordLevelText(recordLevel(level))
const sayField: Say = (level) => fieldLevelText(fieldLevel(level))

function outlook(slot: Slot, conditions: readonly Condition[], name: NameLevel, say: Say): Outlook {
  const lowest = name(lowestOf(slot))
  const highest = name(highestOf(slot))
  if (lowest === highest) return fixedOutlook(lowest, say(lowestOf(slot)))
  const usual = { raised: raisedText(slot, conditions, say), lowered: loweredTo(slot, conditions, say) }
  if (slot.emergency === null) return { lowest, highest, text: wholeText(usual), ...usual }
  const invoked = wholeText({ raised: raisedText(slot.emergency, conditions, say), lowered: loweredTo(slot.emergency, conditions, say) })
  const text = `${wholeText(usual)}; or what the emergency access gives, if that is more: ${invoked}`
  return { lowest, highest, text, raised: text, lowered: [] }
}

function wholeText({ raised, lowered }: Pick<Outlook, 'raised' | 'lowered'>): string {
  const parts = lowered.map(
    ({ to, conditions, uncertain }) => `${to} if ${conditions.join(', or if ')}${uncertain ? ', or if that cannot be told' : ''}`,
  )
  return [raised, ...parts].join('; ')
}

function raisedText({ floor, permits }: Raised, conditions: readonly Condition[], say: Say): string {
  const steps = [...Map.groupBy(permits, ({ level }) => level)]
  return [...steps.map(([level, group]) => `${say(level)} if ${textsOf(group, conditions).join(', or if ')}`), say(floor)].join(', else ')
}

function loweredTo({ caps }: Raised, conditions: readonly Condition[], say: Say): readonly Lowering[] {
  return [...Map.groupBy(caps, ({ level }) => level)].map(([level, group]) => ({
    // Of a record the words say "only" themselves.
    to: `but ${level === 0 || say === sayRecord ? say(level) : `no more than ${say(level)}`}`,
    conditions: textsOf(group, conditions),
    uncertain: !group.every(({ condition }) => isCertain(conditions[condition])),
  }))
}

function textsOf(group: readonly Waiting[], conditions: readonly Condition[]): readonly string[] {
  return [...new Set(group.map(({ condition }) => textAt(conditions, condition)))]
}

/** Whether something is known can always be told. */
function isCertain(condition: Condition | undefined): boolean {
  if (condition?.op === 'and' || condition?.op === 'or') return condition.terms.every(isCertain)
  return condition?.op === 'not' ? isCertain(condition.term) : condition?.op === 'has'
}

function textAt(conditions: readonly Condition[], index: number): string {
  const condition = conditions[index]
  return condition === undefined ? 'something holds that is not known' : conditionText(condition)
}
