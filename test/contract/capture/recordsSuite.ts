import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { FeedId } from '../../../src/model/capture.ts'
import { type CaptureRecords, FeedOvertaken, feedBeginning, type KnownRecord } from '../../../src/store/capture/captureRecords.ts'

/** A place where capture keeps what it knows. */
export interface OpenedRecords {
  readonly records: CaptureRecords
  /** The same place as another node, or the next process, sees it. */
  reopen(): Promise<CaptureRecords>
}

const feed: FeedId = { bureau: 'XA', type: 'Thing' }
const others: readonly FeedId[] = [
  { bureau: 'XB', type: 'Thing' },
  { bureau: 'XA', type: 'Other' },
]
const keyOf = (name: string) => createHash('sha256').update(name).digest()
const one = (name: string, version: string | null = '1', sketch: Uint8Array | null = Buffer.from(`s${name}`)): KnownRecord => ({
  key: keyOf(name),
  version,
  sketch,
})
const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`)

/** What any place for the state of capture has to do. */
export function recordsSuite(open: () => Promise<OpenedRecords>): void {
  /** What is known of records, by name. */
  async function known(records: CaptureRecords, of: readonly string[], which = feed) {
    const byKey = new Map(of.map((name) => [keyOf(name).toString('hex'), name]))
    const found = await records.known(
      which,
      of.map((name) => keyOf(name)),
    )
    const entries = found.map(({ key, version, sketch }) => {
      return [byKey.get(Buffer.from(key).toString('hex')), version, sketch === null ? null : Buffer.from(sketch).toString()]
    })
    return entries.sort()
  }

  it('begins with nothing, and keeps the whole state of each feed apart', async () => {
    const { records, reopen } = await open()
    expect(await records.state(feed)).toEqual(feedBeginning)
    const state = {
      checkpoint: 'c',
      caughtUpAt: 1_800_000_000_000,
      reconciledAt: 5,
      missed: 3,
      gap: true,
      lastError: 'TIMEOUT',
      batches: 0,
    }
    await records.write(feed, { state })
    expect(await records.state(feed)).toEqual({ ...state, batches: 1 })
    await records.write(feed, { state: { ...feedBeginning, batches: 1 } })
    expect(await (await reopen()).state(feed)).toEqual({ ...feedBeginning, batches: 2 })
    for (const other of others) expect(await records.state(other)).toEqual(feedBeginning)
  })

  it('writes nothing at all for who was overtaken, and one of those who write at once', async () => {
    const { records, reopen } = await open()
    const second = await reopen()
    const write = (by: CaptureRecords, batches: number, name: string) =>
      by.write(feed, { state: { ...feedBeginning, checkpoint: name, batches }, known: [one(name)], waiting: [Buffer.from(name)] })
    const first = await Promise.allSettled([write(records, 0, 'x'), write(second, 0, 'y')])
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of first) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(FeedOvertaken)
    const { checkpoint } = await records.state(feed)
    expect(await known(second, ['x', 'y'])).toEqual([[checkpoint, '1', `s${checkpoint}`]])
    await write(records, 1, 'z')
    await expect(write(second, 1, 'late')).rejects.toThrow(FeedOvertaken)
    await expect(write(second, 0, 'late')).rejects.toThrow(FeedOvertaken)
    await expect(write(second, 7, 'late')).rejects.toThrow(FeedOvertaken)
    expect(await known(second, ['late'])).toEqual([])
    expect((await second.waiting(feed)).map((sealed) => Buffer.from(sealed).toString())).toEqual(['z'])
    expect(await second.state(feed)).toMatchObject({ checkpoint: 'z', batches: 2 })
    await write(second, 2, 'next')
  })

  it('knows a record in its last state, and forgets one that is gone, also within one write', async () => {
    const { records } = await open()
    await records.write(feed, { state: feedBeginning, known: [one('a'), one('b'), one('c', '1', null), one('d', null)] })
    const changed = [
      one('a', '2', null),
      one('b', null),
      one('e', '1'),
      one('e', '2'),
      one('f', '1'),
      one('f', null),
      one('g', null),
      one('g'),
    ]
    await records.write(feed, { state: { ...feedBeginning, batches: 1 }, known: changed })
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    expect(await known(records, all)).toEqual([
      ['a', '2', null],
      ['c', '1', null],
      ['e', '2', 'se'],
      ['g', '1', 'sg'],
    ])
    for (const other of others) expect(await known(records, all, other)).toEqual([])
    expect(await records.known(feed, [])).toEqual([])
  })

  it('knows more records than a statement holds, and gives each in one range of keys', async () => {
    const { records } = await open()
    const all = names(1700)
    await records.write(feed, { state: feedBeginning, known: all.map((name) => one(name)) })
    await records.write({ bureau: 'XB', type: 'Thing' }, { state: feedBeginning, known: [one('other')] })
    expect(await known(records, all)).toHaveLength(1700)
    const seen: string[] = []
    for (let from = 0; from < 256; from += 64) {
      for (const { key, version } of await records.range(feed, from, from + 64)) {
        expect(key[0]).toBeGreaterThanOrEqual(from)
        expect(key[0]).toBeLessThan(from + 64)
        expect(version).toBe('1')
        seen.push(Buffer.from(key).toString('hex'))
      }
    }
    expect(seen.sort()).toEqual(all.map((name) => keyOf(name).toString('hex')).sort())
    const gone = all.slice(0, 1200).map((name) => one(name, null))
    await records.write(feed, { state: { ...feedBeginning, batches: 1 }, known: gone })
    expect(await known(records, all)).toHaveLength(500)
  })

  it('keeps what waits in order until something else waits', async () => {
    const { records, reopen } = await open()
    const many = names(1200).map((name) => Buffer.from(name))
    await records.write(feed, { state: feedBeginning, waiting: many })
    await records.write(feed, { state: { ...feedBeginning, batches: 1 } })
    expect((await (await reopen()).waiting(feed)).map((sealed) => Buffer.from(sealed).toString())).toEqual(names(1200))
    for (const other of others) expect(await records.waiting(other)).toEqual([])
    await records.write(feed, { state: { ...feedBeginning, batches: 2 }, waiting: [Buffer.from('x')] })
    expect((await records.waiting(feed)).map((sealed) => Buffer.from(sealed).toString())).toEqual(['x'])
    await records.write(feed, { state: { ...feedBeginning, batches: 3 }, waiting: [] })
    expect(await records.waiting(feed)).toEqual([])
  })

  it('takes a message once, knows another one under its id, and gives its entries in order until they are done with', async () => {
    const { records, reopen } = await open()
    const entries = names(700).map(
      (name) => ({ type: 'Thing', key: keyOf(name), kind: 'CHANGED', at: '2026-06-01T10:00:00.000Z' }) as const,
    )
    const message = { id: 'm', digest: 'd', at: 1_800_000_000_000 }
    const both = await Promise.all([records.receive('XA', message, entries), (await reopen()).receive('XA', message, entries)])
    expect(both.toSorted()).toEqual(['NEW', 'REPEATED'])
    expect(await records.receive('XA', { ...message, digest: 'e' }, entries)).toBe('OTHER')
    expect(await records.receive('XB', message, [{ type: 'Thing', key: keyOf('b'), kind: 'DELETED', at: null }])).toBe('NEW')
    const waiting = await (await reopen()).inbox(feed, 1000)
    expect(waiting.map(({ key }) => Buffer.from(key).toString('hex'))).toEqual(entries.map(({ key }) => key.toString('hex')))
    expect(waiting[0]).toMatchObject({ type: 'Thing', kind: 'CHANGED', at: '2026-06-01T10:00:00.000Z' })
    expect(await records.inbox(feed, 2)).toEqual(waiting.slice(0, 2))
    // The first is not done with: nor is whatever comes late with an earlier place.
    await records.write(feed, { state: feedBeginning, done: waiting.slice(1, 650).map(({ seq }) => seq) })
    expect((await records.inbox(feed, 1000)).map(({ seq }) => seq)).toEqual([waiting[0], ...waiting.slice(650)].map((entry) => entry?.seq))
    expect(await records.inbox({ bureau: 'XB', type: 'Thing' }, 10)).toMatchObject([{ kind: 'DELETED', at: null }])
  })

  it('remembers the id of a message for a week', async () => {
    const { records } = await open()
    const at = 1_800_000_000_000
    const receive = (id: string, when: number) => records.receive('XA', { id, digest: id, at: when }, [])
    await receive('m', at)
    await receive('n', at + 6 * 86_400_000)
    expect(await receive('m', at + 6 * 86_400_000)).toBe('REPEATED')
    await receive('o', at + 8 * 86_400_000)
    expect(await receive('m', at + 8 * 86_400_000)).toBe('NEW')
    expect(await receive('n', at + 8 * 86_400_000)).toBe('REPEATED')
  })
}
