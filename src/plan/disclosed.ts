import { compareText } from '../model/order.ts'
import { type DisclosureReason, type FieldLevel, isHeldPlace, ownerOf, type RecordRef, refKey, type ViewRecord } from '../model/record.ts'

/** What an operation gave out, for its audit entry: names and levels, never values. */
export interface DisclosedRecords {
  /** Owner of the records. */
  readonly owner: string
  /** They are kept by the hub for the owner: their keys are other keys than those of the owner's own system. */
  readonly held?: true
  readonly type: string
  /** The selected fields. */
  readonly selected: readonly string[]
  /** Those of them that were below full, with their levels; every other was given in full. */
  readonly below: Readonly<Record<string, FieldLevel>>
  /** Keys in the owner's own system, or at the hub: the entry is the owner's to read. */
  readonly keys: readonly string[]
}

/** What an answer gave out of one owner's records of one type, for `extensions.disclosure`: what the records themselves say, added up. */
export interface DisclosureSummary {
  /** Owner of the records. */
  readonly owner: string
  readonly type: string
  /** How many records, each counted once. */
  readonly records: number
  /** The selected fields that were below full on some of them, in the order of their names, the lowest level first. */
  readonly below: readonly FieldSummary[]
}

/** How many records show a field at a level below full. */
export interface FieldSummary {
  readonly field: string
  readonly level: Uppercase<FieldLevel>
  readonly reason: DisclosureReason
  readonly records: number
}

const levels: readonly string[] = ['NONE', 'MASKED', 'GENERALISED', 'FULL']

/** Records of one owner and type that were decided alike. */
interface Group {
  /** Where they live: with the owner, or at the hub for it. */
  readonly place: string
  readonly owner: string
  readonly type: string
  readonly selected: ReadonlySet<string>
  readonly markers: ViewRecord['disclosure']
  readonly keys: Set<string>
}

/** Collects what an operation gives out: in one answer, or in one item after the other. */
export class Disclosed {
  readonly #groups = new Map<string, Group>()
  /** The group that records with these markers went to last. */
  readonly #alike = new Map<ViewRecord['disclosure'], { readonly selected: ReadonlySet<string>; readonly group: Group }>()
  /** By group, keys that an item before this one gave out. */
  readonly #before = new Map<string, Set<string>>()
  /** Records that were spoken of, by `refKey`. */
  readonly #spoken = new Map<string, RecordRef>()

  /** Takes note that a view was handed to the answer with these fields. */
  add(view: ViewRecord, selected: ReadonlySet<string>): void {
    const { bureau: place, type, key } = view.ref
    // Records that were decided alike share their markers.
    const alike = this.#alike.get(view.disclosure)
    if (alike?.selected === selected && alike.group.place === place && alike.group.type === type) {
      alike.group.keys.add(key)
      return
    }
    const group = this.#groupOf(view, selected)
    group.keys.add(key)
    this.#alike.set(view.disclosure, { selected, group })
  }

  #groupOf(view: ViewRecord, selected: ReadonlySet<string>): Group {
    const { bureau: place, type } = view.ref
    const markers = view.disclosure.filter((one) => selected.has(one.field))
    const identity = `${place}\u0000${type}\u0000${JSON.stringify(markers)}`
    const known = this.#groups.get(identity)
    if (known !== undefined) return known
    const group = { place, owner: ownerOf(place), type, selected, markers, keys: new Set<string>() }
    this.#groups.set(identity, group)
    return group
  }

  /** Takes note that a record was spoken of, whatever else of it was given. */
  speak(ref: RecordRef): void {
    this.#spoken.set(refKey(ref), ref)
  }

  /** Begins the next item: what this one gave out is on record. */
  next(): void {
    for (const [identity, { keys }] of this.#groups) {
      const known = this.#before.get(identity)
      this.#before.set(identity, known === undefined ? keys : known.union(keys))
    }
    this.#groups.clear()
    this.#alike.clear()
    this.#spoken.clear()
  }

  /** What no item before this one gave out: one per owner, type and pattern of levels. */
  list(): readonly DisclosedRecords[] {
    const given = [...this.#groups].flatMap(([identity, { place, type, selected, markers, keys }]) => {
      const known = this.#before.get(identity)
      const fresh = known === undefined ? [...keys] : [...keys].filter((key) => !known.has(key))
      if (fresh.length === 0) return []
      const below = Object.fromEntries(markers.map(({ field, level }) => [field, level]))
      return [{ ...placed(place), type, selected: [...selected].sort(compareText), below, keys: fresh }]
    })
    return [...given, ...this.#spokenOnly()]
  }

  /** Of these nothing but that there is something to say. */
  #spokenOnly(): readonly DisclosedRecords[] {
    const rest = [...this.#spoken.values()].filter(
      ({ bureau, type, key }) =>
        ![...this.#groups.values()].some((group) => group.place === bureau && group.type === type && group.keys.has(key)),
    )
    return rest.map(({ bureau, type, key }) => ({ ...placed(bureau), type, selected: [], below: {}, keys: [key] }))
  }

  /** Of this item, whatever was given out before: one per owner and type, in the order of their names. */
  summary(): readonly DisclosureSummary[] {
    const byType = Map.groupBy(this.#groups.values(), ({ owner, type }) => `${owner}\u0000${type}`)
    return [...byType].sort(([a], [b]) => compareText(a, b)).flatMap(([, groups]) => summaryOf(groups))
  }
}

function placed(place: string): Pick<DisclosedRecords, 'owner' | 'held'> {
  return { owner: ownerOf(place), ...(isHeldPlace(place) ? { held: true as const } : {}) }
}

function summaryOf(groups: readonly Group[]): readonly DisclosureSummary[] {
  const [first] = groups
  if (first === undefined) return []
  const below = new Map<string, FieldSummary>()
  for (const { markers, keys } of groups) {
    for (const { field, level, reason } of markers) {
      const known = below.get(`${field} ${level} ${reason}`)
      const shown = level.toUpperCase() as Uppercase<FieldLevel>
      below.set(`${field} ${level} ${reason}`, { field, level: shown, reason, records: (known?.records ?? 0) + keys.size })
    }
  }
  const ordered = [...below.values()].sort(
    (a, b) => compareText(a.field, b.field) || levels.indexOf(a.level) - levels.indexOf(b.level) || compareText(a.reason, b.reason),
  )
  return [{ owner: first.owner, type: first.type, records: groups.reduce((sum, { keys }) => sum + keys.size, 0), below: ordered }]
}
