const day = 86_400_000

/** How long a notice lives, from publication or from its last day on when it is extended (RPD Art. 50). */
export const lifeYears = 5
/** Days before its end at which its owner's desk is told. */
export const warnings: readonly number[] = [183, 30]
/** How long an owner may have it suspended in all, in milliseconds. */
export const longestSuspensionMs = 183 * day

/** How long what a notice said is kept after its end, in milliseconds: within a month it is erased (CCF Statute, Art. 41). */
export const keptAfterEndMs = 30 * day

/** So many years later, the same day; the 29th of February becomes the 1st of March. Epoch milliseconds. */
export function yearsLater(from: number, years: number): number {
  const date = new Date(from)
  return date.setUTCFullYear(date.getUTCFullYear() + years)
}

/** The warning that is due at an instant and comes after the one that was told last (null: none was), in days; null when none is. */
export function warningAt(due: number, told: number | null, now: number): number | null {
  return warnings.filter((days) => (told === null || days < told) && due - days * day <= now).at(-1) ?? null
}

/** When the clock is to look at a notice that ends at `due`. */
export function nextLook(due: number, told: number | null): number {
  const next = warnings.find((days) => told === null || days < told)
  return next === undefined ? due : due - next * day
}
