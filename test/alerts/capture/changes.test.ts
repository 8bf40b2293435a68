import { describe, expect, it } from 'vitest'
import { FeedLog } from '../../../src/alerts/capture/feedLog.ts'
import type { CaptureRecords, FeedWrite } from '../../../src/store/capture/captureRecords.ts'
import { FeedOvertaken } from '../../../src/store/capture/captureRecords.ts'
import { Store } from '../../../src/store/store.ts'
import { bareThings, feedOf, seals, versions, ways } from './bureau.ts'
import { MemorySystem } from './memorySystem.ts'

const bare = { mapping: bareThings }

/** A feed over a system in memory that holds `a` in the state A and has been read once. */
async function begun(over: Parameters<typeof feedOf>[2] = {}) {
  const system = new MemorySystem()
  system.set('a', 'A')
  const made = feedOf(system.connector, ways.poll, { ...bare, ...over })
  await made.feed.look()
  return { system, ...made }
}

/** Records of which one write can be held up, or fail once it is done. */
class HeldRecords {
  readonly records: CaptureRecords = new Store(null).capture
  before: (write: FeedWrite) => Promise<void> = async () => {}
  after: (write: FeedWrite) => Promise<void> = async () => {}

  /** What a node sees. */
  view(): CaptureRecords {
    const { records } = this
    return new Proxy(records, {
      get: (of, name: keyof CaptureRecords) => {
        if (name !== 'write') return (of[name] as (...args: unknown[]) => unknown).bind(of)
        return async (...[feed, write]: Parameters<CaptureRecords['write']>) => {
          await this.before(write)
          await records.write(feed, write)
          await this.after(write)
        }
      },
    })
  }
}

const tells = (write: FeedWrite) => (write.waiting?.length ?? 0) > 0
const digest = (title: string) => ({ title: versions.digest(title) })

describe('changes that a feed tells', () => {
  it('are one each time that a state comes back', async () => {
    const { system, feed, log } = await begun()
    for (const title of ['B', 'A', 'B', 'A']) {
      system.set('a', title)
      await feed.look()
    }
    expect(log.told()).toEqual(['a CHANGED', 'a CHANGED', 'a CHANGED', 'a CHANGED'])
    expect(log.changes.map(({ after }) => after)).toEqual(['B', 'A', 'B', 'A'].map(digest))
    expect(log.repeats).toBe(0)
  })

  it('are one each time that a record is deleted, and one each time that it is there again', async () => {
    const { system, feed, log } = await begun()
    for (let i = 0; i < 2; i++) {
      system.rows.delete('a')
      await feed.reconcile()
      system.set('a', 'A')
      await feed.look()
    }
    expect(log.told()).toEqual(['a DELETED late', 'a CREATED', 'a DELETED late', 'a CREATED'])
    expect(log.repeats).toBe(0)
  })

  it.each(['before', 'after'] as const)(
    'are told once when the node dies %s the log has them, and what comes next is told too',
    async (when) => {
      const { system, feed, log, again } = await begun()
      system.set('a', 'B')
      system.set('b', 'B')
      log[when] = () => {
        throw new Error('killed')
      }
      await expect(feed.look()).rejects.toThrow('killed')
      log[when] = () => {}
      // The state from before comes back while nobody looks, and another record moves in between.
      system.set('a', 'A')
      system.set('aa', 'C')
      await again().look()
      expect(log.told()).toEqual(['a CHANGED', 'b CREATED', 'a CHANGED', 'aa CREATED'])
      expect(log.repeats).toBe(when === 'after' ? 2 : 0)
      await again().look()
      expect(log.changes).toHaveLength(4)
    },
  )

  it('are told once when the node dies before it writes them down', async () => {
    const held = new HeldRecords()
    const { system, feed, log, again } = await begun({ records: held.view() })
    system.set('a', 'B')
    held.before = async () => {
      throw new Error('killed')
    }
    await expect(feed.look()).rejects.toThrow('killed')
    expect(log.changes).toEqual([])
    held.before = async () => {}
    await again().look()
    expect(log.told()).toEqual(['a CHANGED'])
  })

  it('are told once when nobody knows whether they were written down', async () => {
    const held = new HeldRecords()
    const { system, feed, log } = await begun({ records: held.view() })
    system.set('a', 'B')
    held.after = async (write) => {
      if (tells(write)) throw new Error('connection lost')
    }
    await expect(feed.look()).rejects.toThrow('connection lost')
    expect(log.changes).toEqual([])
    held.after = async () => {}
    await feed.look()
    expect(log.told()).toEqual(['a CHANGED'])
  })

  it('are not told by a node that has stood still while another went on', async () => {
    const held = new HeldRecords()
    const frozen = await begun({ records: held.view() })
    const { system, log } = frozen
    const other = feedOf(system.connector, ways.poll, { ...bare, records: held.records, log })
    system.set('a', 'B')
    let wake: () => void = () => {}
    const reached = new Promise<void>((resolve) => {
      held.before = (write) => {
        if (!tells(write)) return Promise.resolve()
        resolve()
        return new Promise((go) => {
          wake = go
        })
      }
    })
    const looking = frozen.feed.look()
    await reached
    await other.feed.look()
    system.set('a', 'A')
    await other.feed.look()
    expect(log.told()).toEqual(['a CHANGED', 'a CHANGED'])
    wake()
    await expect(looking).rejects.toThrow(FeedOvertaken)
    expect(log.changes).toHaveLength(2)
    expect(frozen.feed.status().lastError).toBe('INTERNAL')
    // It reads anew, and goes on where the other one is.
    held.before = async () => {}
    system.set('a', 'C')
    await frozen.feed.look()
    expect(log.told()).toEqual(['a CHANGED', 'a CHANGED', 'a CHANGED'])
    expect(log.changes.at(-1)).toMatchObject({ before: digest('A'), after: digest('C') })
    expect(frozen.feed.status().lastError).toBeNull()
    expect(log.repeats).toBe(0)
  })

  it('are the same when a node that has written them down tells them after another has', async () => {
    const { system, feed, log, records } = await begun()
    const other = feedOf(system.connector, ways.poll, { ...bare, records, log })
    system.set('a', 'B')
    let first = true
    log.before = () => {
      if (!first) return
      first = false
      throw new Error('stands still')
    }
    await expect(feed.look()).rejects.toThrow('stands still')
    await other.feed.look()
    await feed.look()
    expect(log.told()).toEqual(['a CHANGED'])
  })
})

describe('states that changes carry', () => {
  it('are those before and after, of what was there from the beginning too', async () => {
    const { system, feed, log } = await begun()
    system.set('a', 'B')
    system.set('b', 'X')
    await feed.look()
    system.rows.delete('b')
    await feed.reconcile()
    expect(log.changes.map(({ key, before, after }) => [key, before, after])).toEqual([
      ['a', digest('A'), digest('B')],
      ['b', null, digest('X')],
      ['b', digest('X'), null],
    ])
  })

  it('are taken as a changed policy draws them at the next comparison, without a word', async () => {
    let drawn = 'first'
    const { system, feed, log } = await begun({ sketchOf: () => ({ drawn }) })
    drawn = 'second'
    await feed.look()
    expect(await feed.reconcile()).toBe(0)
    expect(log.changes).toEqual([])
    drawn = 'third'
    system.set('a', 'B')
    await feed.look()
    expect(log.changes).toMatchObject([{ before: { drawn: 'second' }, after: { drawn: 'third' } }])
  })

  it('are not taken of a state that has changed since it was read', async () => {
    const id = { bureau: 'XA', type: 'Thing' }
    const feedLog = new FeedLog({ id, records: new Store(null).capture, versions, seals, append: async () => {} })
    const state = (version: string, drawn: string) => ({ key: 'a', version, sketch: { drawn } })
    await feedLog.open()
    await feedLog.learn([state('1', 'first')])
    const changed = new Map([['a', state('2', 'first')]])
    await feedLog.tell(changed, new Map([['a', { kind: 'UNKNOWN', at: null }]]), { late: false })
    await feedLog.redraw([state('1', 'second')])
    expect(await feedLog.versions(['a'])).toEqual(new Map([['a', '2']]))
    expect((await feedLog.compare([state('2', 'second')])).redrawn).toHaveLength(1)
    await feedLog.redraw([state('2', 'second')])
    expect(await feedLog.compare([state('2', 'second')])).toEqual({ different: [], redrawn: [] })
  })

  it('are kept sealed: neither keys nor states are in the store, and one that was moved to another record is not believed', async () => {
    const { records, feed } = await begun({ sketchOf: () => ({ word: 'XWORDX' }) })
    const known = (await Promise.all([0, 64, 128, 192].map((from) => records.range(feed.id, from, from + 64)))).flat()
    const [row] = await records.known(
      feed.id,
      known.map(({ key }) => key),
    )
    expect(seals.openKey(row?.key ?? new Uint8Array())).toBe('a')
    const sketch = row?.sketch ?? null
    expect(Buffer.from(sketch ?? '').includes('XWORDX')).toBe(false)
    expect((sketch?.length ?? 0) % 256).toBe(16)
    expect(seals.openSketch(feed.id, 'a', sketch)).toEqual({ word: 'XWORDX' })
    expect(seals.openSketch(feed.id, 'b', sketch)).toBeNull()
    expect(seals.openSketch({ ...feed.id, bureau: 'XB' }, 'a', sketch)).toBeNull()
    expect(seals.openSketch(feed.id, 'a', Buffer.alloc(20))).toBeNull()
    expect(() => seals.openKey(sketch ?? new Uint8Array())).toThrow('another secret')
  })
})
