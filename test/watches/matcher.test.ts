import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { ChangeLog } from '../../src/alerts/changeLog.ts'
import { guardedBureau, notice } from '../support/watches/guardedNotices.ts'
import { watchingHub } from '../support/watches/watchingHub.ts'

const red = { notices: { kind: { eq: 'RED' } } }
const place = () => mkdtempSync(join(tmpdir(), 'comity-watches-'))

/** A log in which something goes wrong with matches. */
function faulty(log: ChangeLog, append: ChangeLog['append']): ChangeLog {
  return {
    append: (changes) => (changes.some(({ kind }) => kind === 'WATCH_MATCH') ? append(changes) : log.append(changes)),
    read: (...at) => log.read(...at),
    state: () => log.state(),
    open: (row) => log.open(row),
    trim: (before) => log.trim(before),
    renewEpoch: (epoch) => log.renewEpoch(epoch),
    onPlaced: (listener) => log.onPlaced(listener),
  }
}

describe('what watches find', () => {
  it('is found after a restart, also of what happened while the hub was away; and the store tells nobody what is watched', async () => {
    const dataDir = place()
    const xb = guardedBureau()
    const before = await watchingHub([xb], { dataDir })
    const watch = await before.watch({ note: 'canary note', notices: { number: { in: ['canary value', '1', '2'] } } })
    await before.change('XB', 'Notice', 'n1', notice('1'))
    await before.hub.watchDesk?.stop()
    await before.changeOnly('XB', 'Notice', 'n2', notice('2'))
    await before.close()
    const bytes = readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file), 'latin1'))
    for (const word of ['canary', 'XA-0001', 'INVESTIGAT', 'XZ-2026-0001']) expect(bytes.some((text) => text.includes(word))).toBe(false)
    await using hub = await watchingHub([xb], { dataDir })
    await hub.settled()
    expect((await hub.told()).map(({ watch, record }) => [watch?.id, record?.['number']])).toEqual([
      [watch.id, '1'],
      [watch.id, '2'],
    ])
    expect(await hub.watches()).toMatchObject([{ id: watch.id, note: 'canary note', matches: 2 }])
  })

  it('is told once when the process dies between the log and the memory, and not lost when it dies before', async () => {
    for (const reached of [true, false]) {
      const dataDir = place()
      const xb = guardedBureau()
      const before = await watchingHub([xb], {
        dataDir,
        logOf: (log) =>
          faulty(log, async (changes) => {
            if (reached) await log.append(changes)
            throw new Error('died')
          }),
      })
      await before.watch(red)
      await before.changeOnly('XB', 'Notice', 'n1', notice('1'))
      while (before.failures.length === 0) await new Promise(setImmediate)
      expect(await before.watches()).toMatchObject([{ matches: 0 }])
      await before.close()
      await using hub = await watchingHub([xb], { dataDir })
      await hub.settled()
      expect(await hub.numbers()).toEqual(['1'])
      expect(await hub.watches()).toMatchObject([{ matches: 1 }])
      await hub.change('XB', 'Notice', 'n1', notice('1', { issuedOn: '2026-01-02' }))
      expect(await hub.numbers()).toEqual(['1'])
    }
  })

  it('waits for a bureau that is silent, over a restart too, and holds up nobody else', async () => {
    const dataDir = place()
    const [xb, xc] = [guardedBureau('XB'), guardedBureau('XC')]
    const before = await watchingHub([xb, xc], { dataDir })
    await before.watch(red)
    xb.down = true
    await before.change('XB', 'Notice', 'n1', notice('1'))
    await before.change('XC', 'Notice', 'n2', notice('2'))
    expect(await before.numbers()).toEqual(['2'])
    expect(before.store.watches.waiting().count).toBe(1)
    await before.later(1000)
    expect(before.store.watches.waiting()).toMatchObject({ count: 1, due: before.clock.epoch() + 2000 })
    await before.close()
    xb.down = false
    await using hub = await watchingHub([xb, xc], { dataDir, clock: before.clock })
    await hub.later(2000)
    expect(await hub.numbers()).toEqual(['2', '1'])
    expect(hub.store.watches.waiting().count).toBe(0)
  })

  it('waits for the bureau of what a record links to', async () => {
    const [xb, xc] = [guardedBureau('XB'), guardedBureau('XC', { Person: [{ key: 'p1', sex: 'F' }] })]
    await using hub = await watchingHub([xb, xc])
    await hub.watch({ notices: { subject: { sex: { eq: 'F' } } } })
    await hub.watch({ notices: { kind: { eq: 'RED' }, not: { subject: { sex: { eq: 'M' } } } } })
    xc.down = true
    await hub.change('XB', 'Notice', 'n1', notice('1', { subject: { bureau: 'XC', type: 'Person', key: 'p1' } }))
    expect(await hub.told()).toEqual([])
    xc.down = false
    await hub.later(1000)
    expect(await hub.numbers()).toEqual(['1', '1'])
  })

  it('is told late when the log has another history, or no longer holds what came after the place', async () => {
    const xb = guardedBureau()
    await using hub = await watchingHub([xb])
    await hub.watch(red)
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    await hub.change('XB', 'Notice', 'n2', notice('2'))
    // What happened is in no log.
    xb.rows = {
      ...xb.rows,
      Notice: [
        { key: 'n1', ...notice('1') },
        { key: 'n3', ...notice('3') },
      ],
    }
    const { epoch } = await hub.log.state()
    await hub.log.renewEpoch(epoch)
    await hub.later(1000)
    await hub.readAnew()
    expect((await hub.told()).map(({ late, record }) => [late, record?.['number'] ?? null])).toEqual([
      [false, '1'],
      [false, null],
      [true, '3'],
    ])
    expect(await hub.watches()).toMatchObject([{ matches: 2 }])
  })

  it('is told late when the log forgot, or has something else, where the hub was', async () => {
    for (const way of ['forgot', 'other']) {
      const dataDir = place()
      const xb = guardedBureau()
      const before = await watchingHub([xb], { dataDir })
      await before.watch(red)
      await before.change('XB', 'Notice', 'n1', notice('1'))
      await before.hub.watchDesk?.stop()
      for (const n of ['2', '3']) await before.changeOnly('XB', 'Notice', `n${n}`, notice(n))
      const known = before.store.watches.place()
      if (known === null) throw new Error('no place')
      if (way === 'forgot') await before.log.trim(Number.MAX_SAFE_INTEGER)
      else before.store.watches.write({ place: { ...known, mark: known.mark + 1 } })
      await before.close()
      await using hub = await watchingHub([xb], { dataDir })
      await hub.settled()
      await hub.readAnew()
      const told = (await hub.told()).filter(({ late }) => late)
      expect(told.map(({ record }) => record?.['number']).sort()).toEqual(['2', '3'])
      await hub.change('XB', 'Notice', 'n4', notice('4'))
      expect((await hub.told()).at(-1)).toMatchObject({ late: false, record: { number: '4' } })
    }
  })

  it('is read again from a bureau that was silent when all was read anew', async () => {
    const [xb, xc] = [guardedBureau('XB'), guardedBureau('XC')]
    await using hub = await watchingHub([xb, xc])
    await hub.watch(red)
    await hub.change('XC', 'Notice', 'n1', notice('1'))
    xb.rows = { ...xb.rows, Notice: [{ key: 'n2', ...notice('2') }] }
    xc.down = true
    await hub.log.renewEpoch((await hub.log.state()).epoch)
    await hub.later(1000)
    await vi.waitFor(async () => expect(await hub.numbers()).toHaveLength(2))
    // What the silent bureau holds is still taken to match.
    expect(await hub.watches()).toMatchObject([{ matches: 2 }])
    xc.down = false
    xc.rows = { ...xc.rows, Notice: [{ key: 'n3', ...notice('3') }] }
    await hub.later(1000)
    await hub.readAnew()
    expect((await hub.told()).map(({ late, record }) => [late, record?.['number'] ?? null])).toEqual([
      [false, null],
      [true, '2'],
      [true, '3'],
    ])
    expect(await hub.watches()).toMatchObject([{ matches: 2 }])
    expect(hub.store.watches.all()).toMatchObject([{ reread: null }])
  })

  it('is found of what moves while the watch is being set', async () => {
    const [xb, xc] = [guardedBureau('XB'), guardedBureau('XC')]
    await using hub = await watchingHub([xb, xc])
    await hub.watch({ notices: { number: { eq: 'another' } } })
    const { promise, resolve } = Promise.withResolvers<void>()
    xc.holdBack = (call) => (call === 'find Notice' ? promise : undefined)
    const asked = xb.calls.length
    const setting = hub.watch(red)
    while (xb.calls.length === asked) await new Promise(setImmediate)
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    resolve()
    expect(await setting).toMatchObject({ matches: 0 })
    await hub.settled()
    while (hub.store.watches.waiting().count > 0) await new Promise(setImmediate)
    expect(await hub.numbers()).toEqual(['1'])
  })

  it('is read anew when more changes wait than are kept, or one of them is no longer held', async () => {
    for (const sequences of [Array.from({ length: 10_001 }, (_, i) => 100 + i), [99]]) {
      const xb = guardedBureau()
      await using hub = await watchingHub([xb])
      await hub.watch(red)
      await hub.change('XB', 'Notice', 'n1', notice('1'))
      xb.rows = { ...xb.rows, Notice: [...(xb.rows['Notice'] ?? []), { key: 'n2', ...notice('2') }] }
      const due = sequences.length === 1 ? 0 : Number.MAX_SAFE_INTEGER
      hub.store.watches.write({ waiting: sequences.map((sequence) => ({ sequence, attempts: 1, due })) })
      await hub.later(1000)
      await hub.readAnew()
      expect((await hub.told()).map(({ late, record }) => [late, record?.['number']])).toEqual([
        [false, '1'],
        [true, '2'],
      ])
      expect(hub.store.watches.waiting().count).toBe(0)
    }
  })

  it('is not passed over when looking at it fails', async () => {
    const [xb, xc] = [guardedBureau('XB'), guardedBureau('XC')]
    await using hub = await watchingHub([xb, xc])
    await hub.watch(red)
    const mapping = xb.source.mappings.get('Notice')
    if (mapping === undefined) throw new Error('no mapping')
    const toCanonical = mapping.toCanonical
    Object.assign(mapping, {
      toCanonical: () => {
        throw new Error('a mistake')
      },
    })
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    await hub.change('XC', 'Notice', 'n2', notice('2'))
    Object.assign(mapping, { toCanonical })
    expect(hub.failures).toMatchObject([{ message: 'a mistake' }])
    await hub.later(1000)
    expect(await hub.numbers()).toEqual(['2', '1'])
  })

  it('is refused when it was sealed under another secret', async () => {
    const dataDir = place()
    const before = await watchingHub([guardedBureau()], { dataDir })
    await before.watch(red)
    await before.close()
    await expect(watchingHub([guardedBureau()], { dataDir, parts: { secret: new Uint8Array(32).fill(9) } })).rejects.toThrow(
      'not written under this secret',
    )
  })
})
