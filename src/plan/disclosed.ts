import type { FieldLevel, ViewRecord } from '../model/record.ts'

/** What an operation gave out, for its audit entry: names and levels, never values. */
export interface DisclosedRecords {
  /** Owner of the records. */
  readonly owner: string
  readonly type: string
  /** The selected fields that were below full, with their levels; every other selected field was given in full. */
  readonly below: Readonly<Record<string, FieldLevel>>
  /** Keys in the owner's own system: the entry is the owner's to read. */
  readonly keys: readonly string[]
}

/** Collects what an operation gives out. */
export class Disclosed {
  readonly #groups = new Map<string, { entry: Omit<DisclosedRecords, 'keys'>; keys: Set<string> }>()

  /** Takes note that a view was handed to the answer with these fields. */
  add(view: ViewRecord, selected: ReadonlySet<string>): void {
    const { bureau: owner, type, key } = view.ref
    const below = Object.fromEntries(view.disclosure.filter((one) => selected.has(one.field)).map((one) => [one.field, one.level]))
    const identity = `${owner}\u0000${type}\u0000${JSON.stringify(below)}`
    const group = this.#groups.get(identity)
    if (group === undefined) this.#groups.set(identity, { entry: { owner, type, below }, keys: new Set([key]) })
    else group.keys.add(key)
  }

  /** One per owner, type and pattern of levels. */
  list(): readonly DisclosedRecords[] {
    return [...this.#groups.values()].map(({ entry, keys }) => ({ ...entry, keys: [...keys] }))
  }

  /** How many records of each owner. */
  counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const { entry, keys } of this.#groups.values()) counts.set(entry.owner, (counts.get(entry.owner) ?? 0) + keys.size)
    return counts
  }
}
