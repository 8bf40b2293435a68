import { describe, expect, it } from 'vitest'
import { Broadcast } from '../../src/alerts/broadcast.ts'
import { noFanout } from '../../src/alerts/noFanout.ts'
import { RevocationFeed, revocationChange } from '../../src/alerts/revocationFeed.ts'
import { StoredChangeLog } from '../../src/alerts/storedChangeLog.ts'
import { Turns } from '../../src/alerts/turns.ts'
import type { Revocation } from '../../src/model/revocation.ts'
import { changesFrom } from '../support/alerts/changes.ts'
import { ModelChangeRows, ModelHistory } from '../support/alerts/modelChangeRows.ts'
import { VirtualClock } from '../support/links/virtualClock.ts'

const secret = new Uint8Array(32).fill(6)
const second = 1000

function revocation(id: string, revokedAt: number): Revocation {
  return { id, bureau: 'XA', person: 'XA-0001', revokedAt, by: 'XA-0009', reason: 'left the service' }
}

/** Two nodes over one log. */
async function nodes() {
  const clock = new VirtualClock()
  const history = new ModelHistory(() => clock.epoch())
  const node = async () => {
    const log = await StoredChangeLog.open(new ModelChangeRows(history), secret)
    const broadcast = await Broadcast.open({ log, fanout: noFanout, secret, clock, turns: new Turns(64, queueMicrotask) })
    return { log, broadcast }
  }
  const follow = (broadcast: Broadcast) => {
    const taken: string[] = []
    const feed = new RevocationFeed({ broadcast, sinceMs: 10 * second, take: ({ id }) => taken.push(id), onFailure: () => {}, clock })
    return { taken, feed }
  }
  return { clock, one: await node(), two: await node(), follow }
}

describe('revocations of other nodes', () => {
  it('are taken within a second, and whatever else is in the log is not', async () => {
    const { clock, one, two, follow } = await nodes()
    const { taken, feed } = follow(two.broadcast)
    await clock.advance(100)
    await one.log.append([...changesFrom(1, 5), revocationChange(revocation('r1', clock.epoch()))])
    await clock.advance(900)
    expect(taken).toEqual(['r1'])
    await feed.stop()
  })

  it('are taken from before the node began, as far back as they matter', async () => {
    const { clock, one, two, follow } = await nodes()
    await one.log.append([revocationChange(revocation('old', clock.epoch()))])
    await clock.advance(75 * second)
    await one.log.append(changesFrom(1, 300))
    for (const id of ['r1', 'r2']) {
      await one.log.append([revocationChange(revocation(id, clock.epoch()))])
      await clock.advance(1000)
    }
    const { taken, feed } = follow(two.broadcast)
    await clock.advance(1000)
    expect(taken).toEqual(['r1', 'r2'])
    await feed.stop()
  })

  it('are taken from the first entry on when all of the log matters', async () => {
    const { clock, one, two, follow } = await nodes()
    await one.log.append([revocationChange(revocation('first', clock.epoch()))])
    const { taken, feed } = follow(two.broadcast)
    await clock.advance(1000)
    expect(taken).toEqual(['first'])
    await feed.stop()
  })

  it('go on being taken when the stream is ended', async () => {
    const { clock, one, two, follow } = await nodes()
    const { taken, feed } = follow(two.broadcast)
    await clock.advance(500)
    for (const stream of two.broadcast.streams) stream.finish('EPOCH_CHANGED')
    await one.log.append([revocationChange(revocation('r1', clock.epoch()))])
    await clock.advance(2000)
    expect(new Set(taken)).toEqual(new Set(['r1']))
    await feed.stop()
  })
})
