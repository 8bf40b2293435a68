import type { Fanout } from './fanout.ts'

/** For nodes that share a database and nothing else: each asks the log. */
export const noFanout: Fanout = {
  publish: () => {},
  listen: () => ({ healthy: false, stop: () => {} }),
  close: async () => {},
}
