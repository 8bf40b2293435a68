import { env } from 'node:process'

/** How much the property suites generate: as much as CI has time for, or, under `npm run test:soak`, many times as much from a seed of its own. */
const times = Number(env['COMITY_SOAK'] ?? '1')

/** So many runs, or as many more as a soak asks for. */
export function runs(usual: number): number {
  return usual * times
}

/** The same in CI each day, so that a red build is red again; another one each time in a soak, or the one that is asked for. */
export const seed: number = Number(env['COMITY_SEED'] ?? (times > 1 ? Date.now() % 1_000_000_007 : 20_261_101))

/** For tests that take longer in a soak, in milliseconds. */
export function within(usual: number): number {
  return usual * times
}
