/** A request's time, as a bar shows it. */
export interface Clock {
  /** How much is gone, 0 to 1. */
  readonly share: number
  /** Less than half gone; more than half; over. */
  readonly state: 'early' | 'half' | 'late'
  /** Hours left; below 0 when it is over. */
  readonly leftHours: number
}

const hour = 3_600_000

/** Reads a clock that runs from an instant (ISO 8601) to another. Without a beginning the share is unknown: a bar of nothing until it is over. */
export function readClock(from: string | null, due: string, now: number): Clock {
  const end = Date.parse(due)
  const begin = from === null ? Number.NaN : Date.parse(from)
  const leftHours = (end - now) / hour
  const gone = end > begin ? (now - begin) / (end - begin) : leftHours < 0 ? 1 : 0
  const share = Math.min(1, Math.max(0, gone))
  return { share, state: leftHours < 0 ? 'late' : share >= 0.5 ? 'half' : 'early', leftHours }
}
