import type { Caller } from '../../model/principal.ts'
import { compileCondition } from '../decide/compileCondition.ts'
import { decider } from '../decide/decider.ts'
import type { Rule, TypeRules } from '../decide/rule.ts'
import { type PolicyParts, partsOf } from '../decide/rulePolicy.ts'
import { type Entry, type Slot, SlotBuilder } from '../decide/slot.ts'
import { specialise } from '../decide/specialise.ts'
import { settle } from '../forms/fieldForms.ts'
import type { Condition } from '../language/condition.ts'
import { FULL, fieldLevel, LISTED, NONE, recordLevel } from '../levels.ts'
import type { Policy } from '../policy.ts'
import { type ClassIndex, classGroups, groupText } from './classGroups.ts'
import { baseCaller, type CallerAspect, type CallerWorld, callerAspects } from './exampleCallers.ts'
import { type ExampleRecord, exampleRecords } from './exampleRecords.ts'
import type { LevelName } from './levelText.ts'

/** Whether somebody learns more or less. */
export type Direction = 'loosens' | 'tightens'

/** One change of what some callers learn. */
export interface LevelChange {
  readonly type: string
  /** The fields whose level changes, or null for the level of the record itself. */
  readonly fields: readonly string[] | null
  readonly direction: Direction
  readonly from: LevelName
  readonly to: LevelName
  /** The callers for whom there is such a record, in words, a group a text. */
  readonly callers: readonly string[]
  /** One of the callers. */
  readonly caller: Caller
  /** One of the records, as little of it as is needed: what is not among its values is not known. */
  readonly example: ExampleRecord
}

/** What a policy shows that another does not, and the other way round. */
export interface LevelDiff {
  readonly changes: readonly LevelChange[]
  /** Classes of callers that were compared. */
  readonly classes: number
  /** False when there were too many callers or records to try, so that some were sampled. */
  readonly exhaustive: boolean
}

/** How far a comparison has come. */
export type OnProgress = (done: number, total: number) => void

/** Classes of callers compared for one type. Beyond it every so-manieth is. */
const mostClasses = 20_000

/**
 * Compares what two policies of one bureau show: for every kind of caller that their rules tell apart, and every kind of record. A field is compared
 * on records that both list; what a record shows that only one of them lists is told by the change of the record.
 */
export function levelDiff(older: Policy, newer: Policy, world: CallerWorld, onProgress: OnProgress = () => {}): LevelDiff {
  const before = partsOf(older)
  const after = partsOf(newer)
  if (before === null || after === null) return { changes: [], classes: 0, exhaustive: false }
  const pairs = [...after.types].flatMap(([name, rules]) => pairOf(before, name, rules))
  const parts = pairs.map((pair) => openPair(pair, world))
  const total = parts.reduce((sum, { classes }) => sum + classes.length, 0)
  let done = 0
  const found = parts.map((part) => compareType(part, world, () => onProgress(++done, total)))
  return {
    changes: found.flatMap(({ changes }) => changes),
    classes: total,
    exhaustive: found.every(({ exhaustive }) => exhaustive),
  }
}

/** Who is permitted what by one set of rules about whole records and not by another: the changes of the record's own level. */
export function permitDiff(before: TypeRules, after: TypeRules, world: CallerWorld): readonly LevelChange[] {
  if (alike(about(before, null), about(after, null))) return []
  return compareType(openPair({ before, after, fields: [] }, world), world, () => {}).changes
}

interface TypePair {
  readonly before: TypeRules
  readonly after: TypeRules
  /** Fields about which the rules differ, or all of them when those about the record do. */
  readonly fields: readonly string[]
}

/** A type of which nothing changed is not compared. */
function pairOf({ types }: PolicyParts, name: string, after: TypeRules): readonly TypePair[] {
  const before = types.get(name)
  if (before === undefined) return []
  const changed = [...after.forms.keys()].filter((field) => !alike(about(before, field), about(after, field)))
  return changed.length === 0 && alike(about(before, null), about(after, null)) ? [] : [{ before, after, fields: changed }]
}

function about({ rules }: TypeRules, field: string | null): readonly Rule[] {
  return rules.filter((rule) => !rule.blind && (field === null ? rule.fields === null : rule.fields?.includes(field)))
}

/** Whether rules decide alike; their order and their words do not matter. */
function alike(a: readonly Rule[], b: readonly Rule[]): boolean {
  return JSON.stringify(a.map(ruleKey).sort()) === JSON.stringify(b.map(ruleKey).sort())
}

function ruleKey({ id, kind, level, purposes, agreement, to, when, from, until, absolute, emergency }: Rule): string {
  const terms = agreement === null ? null : { ...agreement, parties: agreement.parties === null ? null : [...agreement.parties].sort() }
  // An id matters where it is what a caller invokes.
  return JSON.stringify([
    emergency ? id : null,
    kind,
    level,
    purposes === null ? null : [...purposes].sort(),
    terms,
    to,
    when,
    from,
    until,
    absolute,
    emergency,
  ])
}

interface OpenPair {
  readonly pair: TypePair
  readonly aspects: readonly CallerAspect[]
  readonly classes: readonly ClassIndex[]
  readonly exhaustive: boolean
}

function openPair(pair: TypePair, world: CallerWorld): OpenPair {
  const relevant = [pair.before, pair.after].flatMap((one) => [...about(one, null), ...pair.fields.flatMap((field) => about(one, field))])
  const { aspects, exhaustive } = callerAspects([...new Set(relevant)], world)
  const size = aspects.reduce((product, { choices }) => product * choices.length, 1)
  const step = Math.max(1, Math.ceil(size / mostClasses))
  const classes = Array.from({ length: Math.ceil(size / step) }, (_, i) => indexAt(aspects, i * step))
  return { pair, aspects, classes, exhaustive: exhaustive && step === 1 }
}

/** The `number`-th combination of choices. */
function indexAt(aspects: readonly CallerAspect[], number: number): ClassIndex {
  let rest = number
  return aspects.map(({ choices }) => {
    const at = rest % choices.length
    rest = Math.floor(rest / choices.length)
    return at
  })
}

interface FoundChange {
  readonly subject: string | null
  readonly from: number
  readonly to: number
  readonly example: ExampleRecord
  readonly caller: Caller
  readonly classes: ClassIndex[]
}

function compareType({ pair, aspects, classes, exhaustive }: OpenPair, world: CallerWorld, tick: () => void) {
  const compared = new Map<string, Comparison>()
  const found = new Map<string, FoundChange>()
  const base = baseCaller(world)
  let whole = exhaustive
  for (const index of classes) {
    const caller = aspects.reduce((one: Caller, { choices }, i) => choices[index[i] ?? 0]?.apply(one) ?? one, base)
    const sides = [specialise(pair.before, caller), specialise(pair.after, caller)] as const
    for (const subject of [null, ...pair.fields]) {
      const slots = sides.map(({ record, fields, conditions }) => ({
        record,
        field: subject === null ? null : (fields.get(subject) ?? null),
        conditions,
      }))
      const key = JSON.stringify([subject === null ? null : pair.after.forms.get(subject)?.map(Boolean), slots.map(slotText)])
      const comparison = compared.get(key) ?? compare(slots, subject, pair)
      compared.set(key, comparison)
      whole &&= comparison.exhaustive
      for (const { from, to, example } of comparison.changes) {
        const place = `${subject} ${from} ${to}`
        const known = found.get(place)
        if (known === undefined) found.set(place, { subject, from, to, example, caller, classes: [index] })
        else known.classes.push(index)
      }
    }
    tick()
  }
  return { changes: changesOf([...found.values()], pair, aspects), exhaustive: whole }
}

interface Side {
  readonly record: Slot
  readonly field: Slot | null
  readonly conditions: readonly Condition[]
}

/** Equal for slots that decide alike. */
function slotText({ record, field, conditions }: Side): unknown {
  const text = ({ entries }: Slot): unknown =>
    entries.map(({ level, condition, rule }) => [
      level,
      rule.kind,
      rule.absolute,
      rule.emergency,
      condition === null ? null : conditions[condition],
    ])
  return [text(record), field === null ? null : text(field)]
}

interface Comparison {
  readonly changes: readonly { readonly from: number; readonly to: number; readonly example: ExampleRecord }[]
  readonly exhaustive: boolean
}

function compare(sides: readonly Side[], subject: string | null, pair: TypePair): Comparison {
  const used = sides.flatMap(({ record, field, conditions }) => conditionsOf([...record.entries, ...(field?.entries ?? [])], conditions))
  const { type, enums } = pair.after
  const { records, exhaustive } = exampleRecords(used, type, enums)
  const [before, after] = sides.map((side) => levelsOf(side, subject, pair.after))
  const changes = new Map<string, Comparison['changes'][number]>()
  for (const example of records) {
    const from = before?.(example) ?? null
    const to = after?.(example) ?? null
    if (from === null || to === null || from === to || changes.has(`${from} ${to}`)) continue
    const isSuch = (record: ExampleRecord): boolean => before?.(record) === from && after?.(record) === to
    changes.set(`${from} ${to}`, { from, to, example: least(example, isSuch) })
  }
  return { changes: [...changes.values()], exhaustive }
}

/** The example without every value that it can do without. */
function least(example: ExampleRecord, isSuch: (record: ExampleRecord) => boolean): ExampleRecord {
  return Object.keys(example).reduce((rest, name) => {
    const { [name]: _, ...without } = rest
    return isSuch(without) ? without : rest
  }, example)
}

function conditionsOf(entries: readonly Entry[], conditions: readonly Condition[]): readonly Condition[] {
  return entries.flatMap(({ condition }) => (condition === null ? [] : (conditions[condition] ?? [])))
}

/** The level of a record, or of a field on a listed record (null on another), by the code that decides for callers. */
function levelsOf(
  { record, field, conditions }: Side,
  subject: string | null,
  { forms, enums }: TypeRules,
): (values: ExampleRecord) => number | null {
  const tests = conditions.map((condition) => compileCondition(condition, enums))
  const shown = subject === null ? undefined : forms.get(subject)
  const { recordLevel: levelOf, pattern, levels } = decider(record, [field ?? new SlotBuilder(FULL).build()], tests)
  return (values) => {
    const level = levelOf(values)
    if (subject === null) return level
    return level === LISTED && shown !== undefined ? settle(shown, levels(pattern())[0] ?? NONE) : null
  }
}

/** Fields that change alike, for the same callers and on the same example, stand together. */
function changesOf(found: readonly FoundChange[], { after }: TypePair, aspects: readonly CallerAspect[]): readonly LevelChange[] {
  const groups = Map.groupBy(found, ({ subject, from, to, example, classes }) =>
    JSON.stringify([subject === null, from, to, example, classes]),
  )
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ subject, from, to, example, caller, classes }): LevelChange => {
      const name = subject === null ? recordLevel : fieldLevel
      return {
        type: after.type.name,
        fields: subject === null ? null : group.map((one) => one.subject ?? ''),
        direction: to > from ? 'loosens' : 'tightens',
        from: name(from),
        to: name(to),
        callers: classGroups(classes, aspects).map((one) => groupText(one, aspects)),
        caller,
        example,
      }
    }),
  )
}
