import { createHash } from 'node:crypto'
import type { Move, Policy } from '../../../src/disclosure/policy.ts'
import { seal } from '../../../src/disclosure/seal.ts'
import type { RecordSketch } from '../../../src/model/change.ts'
import { recordRefs, refKey } from '../../../src/model/record.ts'
import type { PairedCase } from '../cases.ts'
import { assertSame, type Comparison } from '../difference.ts'
import { governedFields, type View, type ViewCase, viewerFor } from '../reference/view.ts'
import { recordTypes, type TypeName } from '../world/recordTypes.ts'
import { places, type RecordCase, type Setting } from '../world/world.ts'
import { callerOf, policiesOf } from './hubWorld.ts'

/** What was told of a move, for the count of what was generated. */
export type MoveSeen = Move['kind'] | 'fields' | 'links' | 'none' | 'held' | 'older rules'

/**
 * Sketches the records of two worlds that the caller cannot tell apart: nothing may be told to have moved from the one to the other, whatever rules the sketches were made under. And
 * puts into the place of each record any other of its kind: what is told to have moved must be what the definition of the view says.
 */
export async function checkMoves(
  { setting, caller, records, secret }: PairedCase,
  compare: ReadonlySet<Comparison>,
  onMove: (seen: MoveSeen) => void = () => {},
): Promise<void> {
  const viewOf = viewerFor(setting, caller)
  const view = viewOf(records)
  const [policies, older] = [policiesOf(setting), policiesOf(turned(setting))]
  const who = callerOf(caller)
  for (const ref of places(setting)) {
    const plan = policies.get(ref.bureau)?.planFor(ref.type, who)
    if (plan === undefined) throw new TypeError('a bureau without a policy')
    const [one, two] = [records, secret].map((world) => world.find((record) => refKey(record.ref) === refKey(ref)))
    for (const [before, after] of compare.has('answers') ? sketchers(policies, older) : []) {
      assertSame('answers', [ref, null], [ref, visibleMove(plan.moves(before(one), after(two)), view)])
      if (before !== after && one !== undefined && two !== undefined) onMove('older rules')
    }
    if (!compare.has('definition')) continue
    const [sketch] = sketchers(policies, policies)[0] as Sketchers
    const others = records.filter((other) => other.ref.bureau === ref.bureau && other.ref.type === ref.type && other !== one)
    for (const other of [undefined, ...others]) {
      const instead = other === undefined ? undefined : { ref, values: other.values }
      const changed = viewOf([...records.filter((record) => record !== one), ...(instead === undefined ? [] : [instead])])
      const told = visibleMove(plan.moves(sketch(one), sketch(instead)), view)
      const expected = differenceOf(ref.type as TypeName, view.get(refKey(ref)), changed.get(refKey(ref)))
      assertSame('definition', [ref, expected], [ref, told])
      for (const seen of seenIn(expected, setting, instead)) onMove(seen)
    }
  }
}

type Sketch = (record: RecordCase | undefined) => RecordSketch | null
type Sketchers = readonly [before: Sketch, after: Sketch]

/** Of a state before and one after: sketched under the rules of now, and either or both under older ones. */
function sketchers(policies: ReadonlyMap<string, Policy>, older: ReadonlyMap<string, Policy>): readonly Sketchers[] {
  const under =
    (all: ReadonlyMap<string, Policy>): Sketch =>
    (record) =>
      record === undefined ? null : stored(all.get(record.ref.bureau)?.sketch(seal(record), digest) ?? null)
  const [now, old] = [under(policies), under(older)]
  return [[now, now] as const, [old, now] as const, [now, old] as const, [old, old] as const]
}

/** As it is when it comes out of a store. */
function stored(sketch: RecordSketch | null): RecordSketch | null {
  return JSON.parse(JSON.stringify(sketch)) as RecordSketch | null
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8)
}

/** The same bureaus, each with the rules of the next one. */
function turned({ bureaus, rules, holds }: Setting): Setting {
  const next = (i: number) => rules[bureaus[(i + 1) % bureaus.length] ?? ''] ?? []
  return { bureaus, rules: Object.fromEntries(bureaus.map((bureau, i) => [bureau, next(i)])), holds }
}

/** What the caller learns of a move: of links, the ends that are visible. */
function visibleMove(move: Move | null, view: View): unknown {
  if (move === null) return null
  const links = move.links.map(({ field, ends }) => [field, ends.map(refKey).filter((end) => view.has(end))] as const)
  return told(move.kind, move.fields, links)
}

function told(kind: Move['kind'], fields: readonly string[], links: readonly (readonly [string, readonly string[]])[]): unknown {
  const moved = links.filter(([, ends]) => ends.length > 0).map(([field, ends]) => [field, [...ends].sort()])
  return kind === 'CHANGED' && fields.length === 0 && moved.length === 0 ? null : { kind, fields, links: moved }
}

/** What is told of a record that is seen first so and then so; null: nothing. */
export function differenceOf(type: TypeName, before: ViewCase | undefined, after: ViewCase | undefined): unknown {
  if (before === undefined || after === undefined)
    return before === after ? null : told(before === undefined ? 'APPEARED' : 'DISAPPEARED', [], [])
  const isLink = (field: string) => recordTypes[type].fields[field]?.to !== undefined
  const textOf = (view: ViewCase, field: string) => unorderedText(view.values[field] ?? null)
  const fields = governedFields(type).filter(
    (field) => before.levels[field] !== after.levels[field] || (!isLink(field) && textOf(before, field) !== textOf(after, field)),
  )
  const links = governedFields(type)
    .filter(isLink)
    .map((field) => [field, [...endsIn(before, field).symmetricDifference(endsIn(after, field))]] as const)
  return told('CHANGED', fields, links)
}

function endsIn({ values }: ViewCase, field: string): ReadonlySet<string> {
  return new Set(recordRefs(values[field]).map(refKey))
}

/** The generated lists are of texts and objects. */
function unorderedText(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((member) => JSON.stringify(member)).sort() : value)
}

function seenIn(expected: unknown, { holds }: Setting, instead: RecordCase | undefined): readonly MoveSeen[] {
  if (expected === null) return ['none']
  const { kind, fields, links } = expected as { kind: Move['kind']; fields: readonly string[]; links: readonly unknown[] }
  const handling = instead?.values['handling'] as { originator?: string | null } | null | undefined
  const isHeld = holds.some((type) => type === instead?.ref.type) && ![undefined, null, instead?.ref.bureau].includes(handling?.originator)
  return [
    kind,
    ...(fields.length > 0 ? ['fields' as const] : []),
    ...(links.length > 0 ? ['links' as const] : []),
    ...(isHeld ? ['held' as const] : []),
  ]
}
