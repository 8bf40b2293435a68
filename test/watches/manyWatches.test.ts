import { describe, expect, it } from 'vitest'
import type { Predicate } from '../../src/model/predicate.ts'
import type { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { VirtualClock } from '../support/links/virtualClock.ts'
import { guardedBureau, notice } from '../support/watches/guardedNotices.ts'
import { putWatches } from '../support/watches/manyWatches.ts'
import { watchingHub } from '../support/watches/watchingHub.ts'

const secret = new Uint8Array(32).fill(3)
const count = 10_000
const is = (field: string, value: string): Predicate => ({ kind: 'compare', field, op: 'eq', value })
/** Of ten, seven look for a number, one for a warrant's reference, one for a bureau's red notices, and one in a thousand for anything new. */
const where = (n: number): Predicate => {
  if (n % 1000 === 999) return { kind: 'compare', field: 'issuedOn', op: 'gte', value: '2026-05-01' }
  if (n % 10 === 8) return { kind: 'some', field: 'warrants', term: is('reference', `ref ${n}`) }
  if (n % 10 === 9) return { kind: 'and', terms: [is('owner', `X${n % 7}`), is('kind', 'RED')] }
  return { kind: 'and', terms: [is('kind', 'RED'), is('number', `2026/${n}`)] }
}

describe('ten thousand watches', () => {
  it('are found by what the record holds: a change is held against those that it may satisfy, and read once', async () => {
    const clock = new VirtualClock()
    const xb = guardedBureau()
    const prepare = ({ watches }: Store) => putWatches(watches, secret, count, { type: 'Notice', where, createdAt: clock.epoch() })
    await using hub = await watchingHub([xb], { prepare, clock })
    await hub.settled()
    const decided = async (key: string, row: Record<string, string>) => {
      const work = () => hub.hub.watchDesk?.work ?? { considered: 0, decided: 0 }
      const before = { ...work(), calls: xb.calls.length }
      await hub.change('XB', 'Notice', key, row)
      const after = work()
      // Of the watches for red notices some are looked up by the kind, and the others by their bureau.
      expect(after.considered - before.considered).toBeLessThan(200)
      return [after.decided - before.decided, xb.calls.length - before.calls]
    }
    const anything = count / 1000
    expect(await decided('n1', notice('2026/4321'))).toEqual([anything + 1, 1])
    expect(await decided('n2', notice('2026/4321', { kind: 'BLUE' }))).toEqual([anything, 1])
    const warrants = [{ reference: 'ref 5008' }, { reference: 'ref 7' }]
    expect(await decided('n3', notice('none', { warrants }))).toEqual([anything + 1, 1])
    expect(await decided('n4', notice('none', { issuedOn: '2026-06-01' }))).toEqual([anything, 1])
    const owner = (n: number) => caller({ personRef: `XA-${Math.floor(n / 50)}`, bureau: 'XA', clearance: n % 3 })
    expect((await hub.told(owner(4321))).map(({ watch, record }) => [watch?.note, record?.['number']])).toEqual([
      ['watch 4321', '2026/4321'],
    ])
    expect((await hub.told(owner(5008))).map(({ watch }) => watch?.note)).toEqual(['watch 5008'])
    expect((await hub.told(owner(1999))).map(({ watch, record }) => [watch?.note, record?.['number']])).toEqual([['watch 1999', 'none']])
    // Of a type that nobody watches, and in nobody's view, nothing is read.
    expect(await decided('n5', notice('2026/4321', { state: 'UNDER_REVIEW' }))).toEqual([0, 0])
    const calls = xb.calls.length
    await hub.change('XB', 'Person', 'p1', { sex: 'F' })
    expect(xb.calls.length).toBe(calls)
  })
})
