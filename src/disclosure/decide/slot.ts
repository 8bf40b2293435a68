import type { Rule } from './rule.ts'

/** A rule that waits for a condition of the record. */
export interface Waiting {
  readonly level: number
  /** Index into the plan's conditions. */
  readonly condition: number
  readonly rule: Rule
}

/** What decides one level, the record's or one field's: permits raise it from `floor`, then caps lower it. */
export interface Slot {
  /** The level of a record for which no waiting rule comes true. */
  readonly floor: number
  /** Waiting permits that could raise, highest first. */
  readonly permits: readonly Waiting[]
  /** Waiting caps that could lower, lowest first. */
  readonly caps: readonly Waiting[]
  /** Whether a cap applies to every record. */
  readonly capped: boolean
}

/** Gathers the rules about one level. */
export class SlotBuilder {
  #floor = 0
  #ceiling: number
  readonly #highest: number
  readonly #permits: Waiting[] = []
  readonly #caps: Waiting[] = []

  /** `highest` is the number of the highest level there is. */
  constructor(highest: number) {
    this.#highest = highest
    this.#ceiling = highest
  }

  /** Takes in a permit; `condition` is null when it grants already. */
  permit(level: number, condition: number | null, rule: Rule): void {
    if (condition === null) this.#floor = Math.max(this.#floor, level)
    else this.#permits.push({ level, condition, rule })
  }

  /** Takes in a cap; `condition` is null when it applies already. */
  cap(level: number, condition: number | null, rule: Rule): void {
    if (condition === null) this.#ceiling = Math.min(this.#ceiling, level)
    else this.#caps.push({ level, condition, rule })
  }

  /** The slot, without what can no longer matter. */
  build(): Slot {
    const floor = Math.min(this.#floor, this.#ceiling)
    const permits = this.#permits
      .map((waiting) => ({ ...waiting, level: Math.min(waiting.level, this.#ceiling) }))
      .filter(({ level }) => level > floor)
      .sort((a, b) => b.level - a.level)
    const highest = permits[0]?.level ?? floor
    const caps = this.#caps.filter(({ level }) => level < highest).sort((a, b) => a.level - b.level)
    return { floor, permits, caps, capped: this.#ceiling < this.#highest }
  }
}

/** The highest level any record can reach. */
export function highestOf(slot: Slot): number {
  return slot.permits[0]?.level ?? slot.floor
}

/** The lowest level any record can fall to. */
export function lowestOf(slot: Slot): number {
  return Math.min(slot.floor, slot.caps[0]?.level ?? slot.floor)
}

/** Equal for slots that decide every record alike. */
export function slotKey(slot: Slot): string {
  const conditions = (list: readonly Waiting[]): string => list.map(({ level, condition }) => `${level}:${condition}`).join()
  return `${slot.floor}|${conditions(slot.permits)}|${conditions(slot.caps)}`
}
