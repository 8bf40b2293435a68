import { setTimeout } from 'node:timers/promises'

/** Answers leave at whole multiples of this, in milliseconds ... */
const bucketMs = 25
/** ... and never before this. */
const floorMs = 250

/** The clock by which a hit check waits. */
export interface Timer {
  /** Milliseconds, never going back. */
  now(): number
  /** Resolves so many milliseconds later. */
  pause(ms: number): Promise<void>
}

/** The machine's own. */
export const machineTimer: Timer = { now: () => performance.now(), pause: (ms) => setTimeout(ms) }

/** How long a check that took `elapsed` milliseconds has still to wait, so that its time tells next to nothing of what it found. */
export function waitAfter(elapsed: number): number {
  return Math.max(floorMs, Math.ceil(elapsed / bucketMs) * bucketMs) - elapsed
}
