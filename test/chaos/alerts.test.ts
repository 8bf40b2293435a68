import { describe, expect, it } from 'vitest'
import { freezeNode, freezePostgres, killNode, killPostgres, killRedis, restartNode } from '../../bench/alerts/faults.ts'
import { runScenario, type Scenario } from '../../bench/alerts/run.ts'

/** A small part of what `npm run test:chaos` does: each fault strikes once, while alerts are on their way. */
const extent = { subscribers: 40, perSecond: 40, restMs: 700 }
const testMs = 120_000

/** Nothing is lost, doubled, out of order, or told to somebody who is to be told otherwise; nobody was told that there is something to load anew, and nothing failed on the way. */
const whole = { lost: 0, gaps: 0, duplicated: 0, doubled: 0, reordered: 0, wrong: 0 }

function run(name: string, faults: Scenario['faults']) {
  return runScenario({ name, redis: 'forgets', faults }, { ...extent, ms: 0 })
}

describe('alerts of two nodes under load', () => {
  it(
    'all arrive, once and in order, while nodes, Redis and Postgres are killed or stand still',
    async () => {
      const faults = [killNode(0), killRedis(200), killPostgres(100), freezePostgres(600), killNode(1), freezeNode(0, 3000)]
      const outcome = await run('killed', faults)
      expect(outcome).toMatchObject(whole)
      // What would pass if nothing had happened proves nothing.
      expect(outcome.deliveries).toBeGreaterThan(extent.subscribers * 100)
      expect(outcome.resumes).toBeGreaterThanOrEqual(extent.subscribers / 2)
      expect(Object.keys(outcome.notices)).not.toContain('EPOCH_CHANGED')
      expect(Object.keys(outcome.notices)).not.toContain('RETENTION_EXCEEDED')
    },
    testMs,
  )

  it(
    'all arrive while one node after the other is restarted in order: everybody is told, and goes on elsewhere',
    async () => {
      const outcome = await run('restarted', [restartNode(0), restartNode(1)])
      expect(outcome).toMatchObject(whole)
      expect(outcome.notices['NODE_DRAINING']).toBeGreaterThanOrEqual(extent.subscribers)
      // Nobody's connection ended without a word.
      expect(outcome.resumes).toBe(outcome.notices['NODE_DRAINING'])
    },
    testMs,
  )
})
