import { describe, expect, it } from 'vitest'
import type { FanoutListener } from '../../src/alerts/fanout.ts'
import { relayed } from '../../src/alerts/mark.ts'
import { StoredChangeLog } from '../../src/alerts/storedChangeLog.ts'
import { Tail } from '../../src/alerts/tail.ts'
import { Turns } from '../../src/alerts/turns.ts'
import { changesFrom } from '../support/alerts/changes.ts'
import { ModelChangeRows, ModelHistory } from '../support/alerts/modelChangeRows.ts'
import { VirtualClock } from '../support/links/virtualClock.ts'

/** A tail that hears what the test says, and no clock that runs. */
async function listening() {
  const clock = new VirtualClock()
  const history = new ModelHistory(() => clock.epoch())
  const log = await StoredChangeLog.open(new ModelChangeRows(history), new Uint8Array(32).fill(4))
  const listeners: FanoutListener[] = []
  const fanout = {
    publish: () => {},
    listen: (listener: FanoutListener) => {
      listeners.push(listener)
      return { healthy: true, stop: () => {} }
    },
    close: async () => {},
  }
  const tail = await Tail.start({ log, fanout, clock, turns: new Turns(), ringSize: 100 })
  const hear = (from: number) => {
    const before = history.rows[from - 2] ?? null
    for (const { heard } of listeners) heard(relayed({ epoch: history.epoch, before, rows: history.rows.slice(from - 1) }))
  }
  return { clock, history, log, tail, hear }
}

describe('the tail of the log', () => {
  it('takes what follows at once', async () => {
    const { tail, log, hear } = await listening()
    await log.append(changesFrom(1, 5))
    hear(1)
    expect(tail.ring.head.sequence).toBe(5)
    expect(tail.ring.get(3)?.logged?.change.key).toBe('K-3')
  })

  it('reads what is missing in a hole without waiting for the clock, and takes nothing that comes after it before', async () => {
    const { tail, log, hear, clock } = await listening()
    await log.append(changesFrom(1, 5))
    hear(4)
    expect(tail.ring.head.sequence).toBe(0)
    await clock.advance(0)
    expect(tail.ring.head.sequence).toBe(5)
    expect(tail.ring.get(1)?.logged?.change.key).toBe('K-1')
  })

  it('takes nothing that follows upon another history, and begins anew', async () => {
    const { tail, log, hear, clock, history } = await listening()
    await log.append(changesFrom(1, 5))
    hear(1)
    const { epoch } = tail
    history.lose(1)
    await log.append(changesFrom(6, 2))
    // Place 6 follows place 5, which holds something else now.
    hear(6)
    expect(tail.ring.head.sequence).toBe(5)
    await clock.advance(0)
    expect(tail.epoch).not.toBe(epoch)
    expect(tail.ring.head.sequence).toBe(6)
    expect(tail.ring.get(5)).toBeUndefined()
  })
})
