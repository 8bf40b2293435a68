import type { Clock } from '../../src/links/clock.ts'

/** A clock on which time passes as soon as nothing else is left to happen. */
export function promptClock(): Clock {
  let now = 0
  return {
    epoch: () => Date.now(),
    elapsed: () => now,
    after: (ms, act) => {
      const until = now + ms
      const turn = setImmediate(() => {
        now = Math.max(now, until)
        act()
      })
      return () => clearImmediate(turn)
    },
  }
}
