import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { StoredChangeLog } from '../../../src/alerts/storedChangeLog.ts'
import type { Change } from '../../../src/model/change.ts'
import type { ChangeRow, ChangeRows } from '../../../src/store/changes/changeRows.ts'
import { changeOf, changesFrom, numberOf } from '../../support/alerts/changes.ts'

/** An empty log of one kind. */
export interface LogFixture {
  readonly rows: ChangeRows
  /** Everything that the store has of the log, as bytes. */
  readonly atRest: () => Promise<Buffer>
}

const secret = new Uint8Array(32).fill(7)

/** What holds for a log, whatever keeps it. `settle` resolves when what was appended has its place. */
export function logSuite(fixture: () => Promise<LogFixture>): void {
  const open = async () => {
    const { rows, atRest } = await fixture()
    return { rows, atRest, log: await StoredChangeLog.open(rows, secret) }
  }

  it('begins empty, and gives each change its place, densely from 1 on', async () => {
    const { log, rows } = await open()
    expect(await log.state()).toMatchObject({ oldest: 1, head: { sequence: 0, mark: 0 } })
    expect(await log.append(changesFrom(1, 3))).toBe(3)
    expect(await log.append(changesFrom(4, 1))).toBe(1)
    await placed(rows, 4)
    const entries = await log.read(0, 10)
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
    expect(entries.map(({ logged }) => numberOf((logged as { change: Change }).change))).toEqual([1, 2, 3, 4])
    expect((await log.read(1, 2)).map(({ sequence }) => sequence)).toEqual([2, 3])
    expect((await log.state()).head).toEqual({ sequence: 4, mark: entries[3]?.mark })
  })

  it('gives a change back as it was taken', async () => {
    const { log, rows } = await open()
    const change = changeOf(1, { key: "O'Neil \u0000 ☃".repeat(100), kind: 'DELETED', occurredAt: null, late: true, version: '' })
    const states = { before: { levels: [1, 2] }, after: null, details: { word: 'x' } }
    await log.append([{ ...change, ...states }])
    await placed(rows, 1)
    const [entry] = await log.read(0, 1)
    expect(entry?.logged?.change).toEqual({ ...change, ...states })
    expect(entry?.logged?.loggedAt).toMatch(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/)
  })

  it('takes the same state of a record once, within a batch, among batches, and from several at once', async () => {
    const { log, rows } = await open()
    expect(await log.append([changeOf(1), changeOf(1), changeOf(1, { version: '2' })])).toBe(2)
    expect(await log.append([changeOf(1, { kind: 'UNKNOWN', late: true, occurredAt: null })])).toBe(0)
    const many = changesFrom(100, 40)
    const added = await Promise.all([log.append(many), log.append(many.toReversed()), log.append(many)])
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(40)
    await placed(rows, 42)
    const entries = await log.read(0, 100)
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 42 }, (_, at) => at + 1))
    expect(await log.append([changeOf(1, { bureau: 'XB' }), changeOf(1, { type: 'Other' })])).toBe(2)
  })

  it('takes more at once than a statement holds, in order', async () => {
    const { log, rows } = await open()
    expect(await log.append(changesFrom(1, 2500))).toBe(2500)
    await placed(rows, 2500)
    const entries = await log.read(0, 3000)
    expect(entries.map(({ logged }) => logged && numberOf(logged.change))).toEqual(Array.from({ length: 2500 }, (_, at) => at + 1))
  })

  it('takes all of a batch or none of it', async () => {
    const { rows } = await open()
    const good = { identity: randomBytes(16), sealed: randomBytes(80) }
    const bad = { identity: randomBytes(16), sealed: null as unknown as Uint8Array }
    await expect(rows.append([good, bad])).rejects.toThrow()
    expect(await rows.append([good])).toBe(1)
    await placed(rows, 1)
    expect((await rows.state()).head?.sequence).toBe(1)
  })

  it('keeps neither bureau, type, key nor version in the clear, and shows not that two are of one record', async () => {
    const { log, rows, atRest } = await open()
    const long = changeOf(1, { bureau: 'XBUREAUX', type: 'XTYPEX', key: 'XKEYX', version: 'XVERSIONX' })
    await log.append([long, { ...long, version: 'XVERSIONY' }, { ...long, key: 'K' }])
    await placed(rows, 3)
    const bytes = await atRest()
    for (const text of ['XBUREAUX', 'XTYPEX', 'XKEYX', 'XVERSIONX', 'CHANGED', '2026-01-01']) expect(bytes.includes(text)).toBe(false)
    const sealed = (await rows.read(0, 3)).map((row) => row.sealed)
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1)
    expect(Buffer.from(sealed[0] ?? []).subarray(0, 8)).not.toEqual(Buffer.from(sealed[1] ?? []).subarray(0, 8))
  })

  it('forgets the oldest ones, never the last one, and never a place', async () => {
    const { log, rows } = await open()
    await log.append(changesFrom(1, 5))
    await placed(rows, 5)
    const [, , third] = await rows.read(0, 5)
    await log.trim((third?.loggedAt ?? 0) + 60_000)
    expect(await log.state()).toMatchObject({ oldest: 5, head: { sequence: 5 } })
    expect((await log.read(0, 10)).map(({ sequence }) => sequence)).toEqual([5])
    await log.append(changesFrom(6, 1))
    await placed(rows, 6)
    expect((await log.read(0, 10)).map(({ sequence }) => sequence)).toEqual([5, 6])
    await log.trim(0)
    expect((await log.state()).oldest).toBe(5)
  })

  it('begins another history once, however many ask', async () => {
    const { log } = await open()
    const { epoch } = await log.state()
    await Promise.all([log.renewEpoch(epoch), log.renewEpoch(epoch)])
    const second = (await log.state()).epoch
    expect(second).toMatch(/^[0-9a-f]{32}$/)
    expect(second).not.toBe(epoch)
    await log.renewEpoch(epoch)
    expect((await log.state()).epoch).toBe(second)
  })

  it('tells what it has given places to, after it is there to be read', async () => {
    const { log, rows } = await open()
    const told: ChangeRow[] = []
    const there: Promise<number>[] = []
    log.onPlaced(({ before, rows: some }) => {
      expect(before?.sequence ?? 0).toBe((some[0]?.sequence ?? 0) - 1)
      told.push(...some)
      there.push(rows.read(0, 10).then((read) => read.length))
    })
    await log.append(changesFrom(1, 2))
    await placed(rows, 2)
    await log.append(changesFrom(3, 1))
    await placed(rows, 3)
    await expect.poll(() => told.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    for (const count of await Promise.all(there)) expect(count).toBeGreaterThan(0)
    expect(told.map((row) => log.open(row))).toEqual(await log.read(0, 3))
  })

  it('is refused under another secret, and marks what somebody has changed', async () => {
    const { log, rows } = await open()
    await log.append(changesFrom(1, 2))
    await placed(rows, 2)
    await expect(StoredChangeLog.open(rows, new Uint8Array(32).fill(8))).rejects.toThrow('another secret')
    const [row] = await rows.read(0, 1)
    const changed = Buffer.from(row?.sealed ?? [])
    changed[20] = (changed[20] ?? 0) ^ 1
    expect(log.open({ sequence: 1, loggedAt: 0, sealed: changed }).logged).toBeNull()
    expect(log.open({ sequence: 1, loggedAt: 0, sealed: Buffer.alloc(3) }).logged).toBeNull()
  })
}

/** Resolves when the log has come to a sequence. */
export async function placed(rows: ChangeRows, sequence: number): Promise<void> {
  await expect.poll(async () => (await rows.state()).head?.sequence ?? 0, { interval: 5, timeout: 10_000 }).toBe(sequence)
}
