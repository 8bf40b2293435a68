import type { Rule } from './rule.ts'

/** A rule that may matter to this caller. */
export interface Entry {
  readonly level: number
  /** Index into the plan's conditions; null when no record can change that the rule grants or applies. */
  readonly condition: number | null
  readonly rule: Rule
}

/** A rule that waits for a condition of the record. */
export interface Waiting extends Entry {
  readonly condition: number
}

/** Permits raise a level from `floor`, then caps lower it. */
export interface Raised {
  /** The level of a record for which no waiting rule comes true. */
  readonly floor: number
  /** Waiting permits that could raise, highest first. */
  readonly permits: readonly Waiting[]
  /** Waiting caps that could lower, lowest first. */
  readonly caps: readonly Waiting[]
  /** Whether a cap applies to every record. */
  readonly capped: boolean
}

/** What decides one level, the record's or one field's. */
export interface Slot extends Raised {
  /** What an invoked emergency adds: its permits under absolute caps alone; the higher of the two levels counts. Null without one. */
  readonly emergency: Raised | null
  /** Every rule that may matter, in the order of the file: what an explanation tells of. */
  readonly entries: readonly Entry[]
}

/** Gathers the rules about one level. */
export class SlotBuilder {
  readonly #highest: number
  readonly #entries: Entry[] = []

  /** `highest` is the number of the highest level there is. */
  constructor(highest: number) {
    this.#highest = highest
  }

  /** Takes in a rule. */
  add(entry: Entry): void {
    this.#entries.push(entry)
  }

  /** The slot, without what can no longer matter. */
  build(): Slot {
    const permits = this.#entries.filter(({ rule }) => rule.kind === 'permit')
    const caps = this.#entries.filter(({ rule }) => rule.kind === 'cap')
    const invoked = permits.filter(({ rule }) => rule.emergency)
    const usual = invoked.length === 0 ? permits : permits.filter(({ rule }) => !rule.emergency)
    const lasting =
      invoked.length === 0
        ? null
        : raised(
            invoked,
            caps.filter(({ rule }) => rule.absolute),
            this.#highest,
          )
    return { ...raised(usual, caps, this.#highest), emergency: lasting, entries: this.#entries }
  }
}

function raised(permits: readonly Entry[], caps: readonly Entry[], highest: number): Raised {
  const ceiling = Math.min(highest, ...caps.filter((entry) => !isWaiting(entry)).map(({ level }) => level))
  const granted = Math.max(0, ...permits.filter((entry) => !isWaiting(entry)).map(({ level }) => level))
  const floor = Math.min(granted, ceiling)
  const waiting = permits
    .filter(isWaiting)
    .map((entry) => ({ ...entry, level: Math.min(entry.level, ceiling) }))
    .filter(({ level }) => level > floor)
    .sort((a, b) => b.level - a.level)
  const top = waiting[0]?.level ?? floor
  const lowering = caps
    .filter(isWaiting)
    .filter(({ level }) => level < top)
    .sort((a, b) => a.level - b.level)
  return { floor, permits: waiting, caps: lowering, capped: ceiling < highest }
}

function isWaiting(entry: Entry): entry is Waiting {
  return entry.condition !== null
}

/** The highest level any record can reach. */
export function highestOf(slot: Slot): number {
  return Math.max(highest(slot), slot.emergency === null ? 0 : highest(slot.emergency))
}

/** The lowest level any record can fall to. */
export function lowestOf(slot: Slot): number {
  return Math.max(lowest(slot), slot.emergency === null ? 0 : lowest(slot.emergency))
}

function highest({ permits, floor }: Raised): number {
  return permits[0]?.level ?? floor
}

function lowest({ caps, floor }: Raised): number {
  return Math.min(floor, caps[0]?.level ?? floor)
}

/** Equal for slots that decide every record alike. */
export function slotKey(slot: Slot): string {
  return slot.emergency === null ? raisedKey(slot) : `${raisedKey(slot)}|${raisedKey(slot.emergency)}`
}

function raisedKey({ floor, permits, caps }: Raised): string {
  const conditions = (list: readonly Waiting[]): string => list.map(({ level, condition }) => `${level}:${condition}`).join()
  return `${floor}|${conditions(permits)}|${conditions(caps)}`
}
