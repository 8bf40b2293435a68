import { refKey } from '../../../src/model/record.ts'
import { textOfView, type View } from '../reference/view.ts'
import { places, type RecordCase, type WorldAndDonor } from './world.ts'

/** A world that the caller cannot tell from another one. */
export interface SecretVariant {
  readonly records: readonly RecordCase[]
  /** How many cells, links and records differ. */
  readonly changes: number
}

/**
 * Changes everything that the caller cannot see, one thing after the other: a cell, a link or a whole record is changed, added or taken away as the donor has
 * it, and the change is kept when the view stays what it was. So nothing is generated in vain, and two worlds differ by as much as they can.
 */
export function secretVariant(world: WorldAndDonor, viewOf: (records: readonly RecordCase[]) => View): SecretVariant {
  const before = textOfView(viewOf(world.records))
  const byPlace = new Map(world.records.map((record) => [refKey(record.ref), record]))
  let changes = 0

  /** Keeps the change when it cannot be seen. */
  function attempt(place: string, record: RecordCase | null): void {
    const old = byPlace.get(place)
    if (record === null) byPlace.delete(place)
    else byPlace.set(place, record)
    if (textOfView(viewOf([...byPlace.values()])) === before) changes++
    else if (old === undefined) byPlace.delete(place)
    else byPlace.set(place, old)
  }

  for (const [i, ref] of places(world.setting).entries()) {
    const place = refKey(ref)
    const record = byPlace.get(place)
    const instead = world.donor[i] ?? null
    if (record === undefined || instead === null) {
      if (record !== instead) attempt(place, instead)
      continue
    }
    for (const [field, value] of Object.entries(instead.values)) {
      const current = byPlace.get(place) ?? record
      if (JSON.stringify(value) === JSON.stringify(current.values[field])) continue
      attempt(place, { ref, values: { ...current.values, [field]: value } })
    }
  }
  return { records: [...byPlace.values()], changes }
}
