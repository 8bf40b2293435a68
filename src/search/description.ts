/** What somebody looks like, as far as it can be compared. What is unknown or withheld is null or missing. */
export interface Description {
  /** Centimetres. */
  readonly heightCm: number | null
  /** Kilograms. */
  readonly weightKg: number | null
  readonly eyes: readonly string[]
  readonly hair: readonly string[]
}

/** Nothing is known. */
export const noDescription: Description = { heightCm: null, weightKg: null, eyes: [], hair: [] }

/** What one part of a description says. */
export type DescriptionOutcome = 'agrees' | 'differs' | 'unknown'

/** How near two heights, and two weights, are the same. A band that stands for its members lies within it. */
const near: Readonly<Record<'heightCm' | 'weightKg', number>> = { heightCm: 10, weightKg: 15 }
/** Thousandths of what is missing to 1 that a part adds, and of what is there that one leaves. Hair is dyed, weight changes, and clerks differ about eyes: they move little. */
const [adds, leaves] = [20, 960]

/** Compares the parts that both sides know, in a fixed order. Symmetric. */
export function compareDescriptions(a: Description, b: Description): Readonly<Record<keyof Description, DescriptionOutcome>> {
  return {
    heightCm: lengths(a.heightCm, b.heightCm, near.heightCm),
    weightKg: lengths(a.weightKg, b.weightKg, near.weightKg),
    eyes: codes(a.eyes, b.eyes),
    hair: codes(a.hair, b.hair),
  }
}

/** A score, in thousandths, as a description moves it. */
export function movedBy(score: number, outcomes: Iterable<DescriptionOutcome>): number {
  let moved = score
  for (const outcome of outcomes) {
    if (outcome === 'agrees') moved += Math.round(((1000 - moved) * adds) / 1000)
    if (outcome === 'differs') moved = Math.round((moved * leaves) / 1000)
  }
  return moved
}

function lengths(a: number | null, b: number | null, within: number): DescriptionOutcome {
  return a === null || b === null ? 'unknown' : Math.abs(a - b) <= within ? 'agrees' : 'differs'
}

function codes(a: readonly string[], b: readonly string[]): DescriptionOutcome {
  return a.length === 0 || b.length === 0 ? 'unknown' : a.some((one) => b.includes(one)) ? 'agrees' : 'differs'
}
