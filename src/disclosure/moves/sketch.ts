import type { RecordSketch } from '../../model/change.ts'
import { type CanonicalValue, type RecordRef, recordRefs } from '../../model/record.ts'
import type { RawValues } from '../decide/readRecord.ts'
import { FULL, GENERALISED, MASKED } from '../levels.ts'
import { canonicalText } from './canonicalText.ts'
import { inTextOrder, type KeptInputs, keepInputs } from './keptInputs.ts'
import type { Reading } from './readings.ts'
import type { FieldPlace, SketchLayout } from './sketchLayout.ts'

/** A sketch with its parts apart. */
export interface ReadSketch {
  readonly inputs: KeptInputs
  /** The layout's `shape` under which the digests and links stand in their places. */
  readonly shape: unknown
  /** Of each place a digest, or 0 where the form of the value is unknown. */
  readonly digests: readonly unknown[]
  /** Ends by link field, as `writtenEnds` writes them; without those that have none. */
  readonly links: Readonly<Record<string, unknown>>
  /** Forms that had been chosen in the place of the usual ones, by field. */
  readonly chosen: Readonly<Record<string, unknown>>
}

/** In the place of a digest: there is nothing to show. */
const noForm = 0
/** What garbage is read as: nothing is known of the state. */
const nothing: ReadSketch = { inputs: { values: {}, presence: [] }, shape: null, digests: [], links: {}, chosen: {} }

/**
 * Writes down a record's state: the inputs of its decision as they are, of everything else that could be shown a keyed digest of each form, and where its links lead. Keys are short since
 * there is one for each record of a bureau.
 */
export function writeSketch(
  layout: SketchLayout,
  readings: readonly Reading[],
  ref: RecordRef,
  values: RawValues,
  digest: (text: string) => string,
): RecordSketch {
  const inputs = keepInputs(readings, values)
  const digests: CanonicalValue[] = []
  const links: Record<string, CanonicalValue> = {}
  const record = JSON.stringify([ref.bureau, ref.type, ref.key])
  // Record, field and form are in the text, so that equal values in two places do not look alike.
  const of = (field: string, form: string, shown: CanonicalValue): CanonicalValue =>
    shown === null ? noForm : digest(`${record}${JSON.stringify([field, form])}${canonicalText(shown)}`)
  for (const { field, forms, form, coarser, full, to } of layout.places) {
    const value = values[field]
    const between = forms[GENERALISED] ?? forms[MASKED]
    if (coarser >= 0) digests[coarser] = of(field, form ?? '', between?.(value) ?? null)
    if (full >= 0) digests[full] = of(field, 'full', forms[FULL](value))
    const ends = to === null ? [] : writtenEnds(recordRefs(forms[FULL](value)), ref.bureau, to)
    if (ends.length > 0) links[field] = ends
  }
  return {
    s: layout.shape,
    i: inputs.values,
    d: digests,
    ...(inputs.presence.length > 0 ? { p: inputs.presence } : {}),
    ...(isEmpty(links) ? {} : { l: links }),
    ...(isEmpty(layout.chosen) ? {} : { c: layout.chosen }),
  }
}

/** Reads a sketch. Whatever it is given, it does not throw: of what is no sketch nothing is known. */
export function readSketch(sketch: RecordSketch): ReadSketch {
  if (!isObject(sketch)) return nothing
  const { s, i, d, p, l, c } = sketch as Readonly<Record<string, unknown>>
  if (typeof s !== 'string' || !isObject(i) || !Array.isArray(d)) return nothing
  if ((p !== undefined && !Array.isArray(p)) || (l !== undefined && !isObject(l)) || (c !== undefined && !isObject(c))) return nothing
  return {
    inputs: { values: i as KeptInputs['values'], presence: (p as readonly string[] | undefined) ?? nothing.inputs.presence },
    shape: s,
    digests: d as readonly unknown[],
    links: l ?? nothing.links,
    chosen: c ?? nothing.chosen,
  }
}

/** Whether two states differ in the digest at a place; not where either has none to compare. */
export function digestsDiffer(one: ReadSketch, other: ReadSketch, place: number): boolean {
  const [a, b] = [one.digests[place], other.digests[place]]
  return a !== b && isDigest(a) && isDigest(b)
}

/** Of a link that leads nowhere. */
export const noEnds: ReadonlyMap<string, RecordRef> = new Map()

/** The ends of a stored link, by what tells them apart. Null when they cannot be read. */
export function endsOf({ links }: ReadSketch, { field, to }: FieldPlace, bureau: string): ReadonlyMap<string, RecordRef> | null {
  const ends = new Map<string, RecordRef>()
  if (!Object.hasOwn(links, field)) return noEnds
  const written = links[field]
  if (to === null || !Array.isArray(written)) return null
  for (const end of written as readonly unknown[]) {
    const [key, type = to, owner = bureau] = Array.isArray(end) ? (end as readonly unknown[]) : [end]
    if (typeof key !== 'string' || typeof type !== 'string' || typeof owner !== 'string') return null
    ends.set(JSON.stringify([key, type, owner]), { bureau: owner, type, key })
  }
  return ends
}

/** Most links lead to the type they are said to, within the bureau: of such an end the key says all. In the order of their texts, since the order of a list does not count. */
function writtenEnds(ends: readonly RecordRef[], own: string, to: string): readonly CanonicalValue[] {
  const written = ends.map(({ bureau, type, key }) => (bureau === own && type === to ? key : [key, type, bureau]))
  return written.length < 2 ? written : inTextOrder(written)
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' || value === noForm
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0
}
