import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskEntry } from '../../src/model/deskEntry.ts'
import { Store } from '../../src/store/store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-store-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Uses the store once and gives it back: each use is a new start of the hub. */
function started<T>(use: (store: Store) => T): T {
  const store = new Store(folder)
  try {
    return use(store)
  } finally {
    store.close()
  }
}

const entry = (kind: DeskEntry['kind'] = 'HIT'): DeskEntry => ({
  kind,
  reader: { bureau: 'XB', roles: ['INVESTIGATOR'], organisation: null, unit: null },
  purpose: 'INVESTIGATION',
  case: 'XB-1',
  records: [{ type: 'Person', key: '7' }],
  rules: ['R1'],
  emergency: null,
})
const account = { budget: 'hitCheck', bureau: 'XB', person: 'XB-1', day: '2026-06-15' }

describe('budgets', () => {
  it('are counted over restarts, to the last one and no further', () => {
    const spend = (over = {}) => started((store) => store.budgets.spend({ ...account, ...over }, 2))
    expect([spend(), spend(), spend(), spend()]).toEqual([true, true, false, false])
    expect(started((store) => store.budgets.spent(account))).toBe(2)
    for (const over of [{ day: '2026-06-16' }, { person: 'XB-2' }, { bureau: 'XC' }, { budget: 'other' }]) expect(spend(over)).toBe(true)
  })

  it('are forgotten the day after the next', () => {
    const spentOn = (day: string) => started((store) => store.budgets.spent({ ...account, day }))
    for (const day of ['2026-06-14', '2026-06-15', '2026-06-16']) started((store) => store.budgets.spend({ ...account, day }, 9))
    expect(['2026-06-14', '2026-06-15', '2026-06-16'].map(spentOn)).toEqual([0, 1, 1])
  })

  it('of nothing allow nothing', () => {
    expect(started((store) => store.budgets.spend(account, 0))).toBe(false)
    expect(started((store) => store.budgets.spent(account))).toBe(0)
  })
})

describe('desks', () => {
  it('keep what they were told over restarts, numbered for each owner alone', () => {
    const at = Date.parse('2026-06-15T12:00:00Z')
    started((store) =>
      store.tellDesks(at, [
        { owner: 'XA', entry: entry() },
        { owner: 'XC', entry: entry() },
      ]),
    )
    started((store) => store.tellDesks(at + 1, [{ owner: 'XA', entry: entry('BLIND_HIT') }]))
    const page = started((store) => store.desks.page('XA', null, 10))
    expect(page).toEqual([
      { ...entry('BLIND_HIT'), owner: 'XA', number: 2, at: '2026-06-15T12:00:00.001Z' },
      { ...entry(), owner: 'XA', number: 1, at: '2026-06-15T12:00:00.000Z' },
    ])
    expect(started((store) => [store.desks.page('XA', 2, 10).length, store.desks.page('XA', null, 1)[0]?.number])).toEqual([1, 2])
    expect(started((store) => store.desks.page('XC', null, 10).map(({ number }) => number))).toEqual([1])
  })

  it('are told all or nothing', () => {
    // JSON has no big integers.
    const unwritable = { ...entry(), rules: [1n] } as unknown as DeskEntry
    started((store) =>
      expect(() =>
        store.tellDesks(0, [
          { owner: 'XA', entry: entry() },
          { owner: 'XA', entry: unwritable },
        ]),
      ).toThrow(),
    )
    expect(started((store) => store.desks.page('XA', null, 10))).toEqual([])
  })

  it('let no entry be changed or taken away', () => {
    started((store) => store.tellDesks(0, [{ owner: 'XA', entry: entry() }]))
    const db = new DatabaseSync(join(folder, 'hub.sqlite'))
    expect(() => db.exec("UPDATE desk SET entry = '{}'")).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM desk')).toThrow(/append-only/)
    db.close()
  })
})

describe('emergency accesses', () => {
  const access = (id: string, opened = 1000) => ({
    id,
    owner: 'XA',
    block: 'E1',
    bureau: 'XB',
    person: 'XB-1',
    opened,
    expires: opened + 100,
    reviewDue: opened + 1000,
    grounds: { roles: ['INVESTIGATOR'], organisation: null, unit: 'K1', purpose: 'INVESTIGATION', case: 'XB-1', justification: 'j' },
  })
  const open = (id: string, opened?: number) =>
    started((store) => store.emergencies.open(access(id, opened), { most: 2, dayBegan: 500 }, entry('EMERGENCY_INVOKED')))

  it('outlast a restart, with their quota and the entry for the desk', () => {
    expect([open('a'), open('b'), open('c')]).toEqual([true, true, false])
    expect(started((store) => store.emergencies.get('b'))).toEqual({ ...access('b'), number: 2, closed: null, finding: null, review: null })
    expect(started((store) => store.emergencies.get('c'))).toBe(null)
    expect(started((store) => store.desks.page('XA', null, 10))).toHaveLength(2)
  })

  it('are open until they expire or are closed, over a restart too', () => {
    open('a')
    open('b', 1001)
    const openAt = (at: number) => started((store) => store.emergencies.openOf('XB', 'XB-1', at).map(({ id }) => id))
    expect([openAt(1000), openAt(1099), openAt(1100), openAt(1101)]).toEqual([['b', 'a'], ['b', 'a'], ['b'], []])
    expect(started((store) => store.emergencies.close('b', 1050, entry('EMERGENCY_CLOSED')))).toBe(true)
    expect(started((store) => store.emergencies.close('b', 1051, entry('EMERGENCY_CLOSED')))).toBe(false)
    expect([openAt(1060), started((store) => store.desks.page('XA', null, 10).length)]).toEqual([['a'], 3])
  })

  it('remember a finding and a reminder over a restart', () => {
    open('a')
    const remind = (at: number) => started((store) => store.emergencies.remind('XA', at, () => entry('EMERGENCY_REVIEW_DUE')))
    for (const at of [1999, 2000, 2001]) remind(at)
    expect(started((store) => store.desks.page('XA', null, 10).map(({ kind }) => kind))).toEqual([
      'EMERGENCY_REVIEW_DUE',
      'EMERGENCY_INVOKED',
    ])
    started((store) => {
      const found = store.emergencies.get('a')
      if (found === null) throw new Error('it is gone')
      store.emergencies.review(
        found,
        'NOT_JUSTIFIED',
        { by: 'XA-9', at: '2026-06-15T12:00:00.000Z', remark: null },
        entry('EMERGENCY_REVIEWED'),
      )
    })
    expect(
      started((store) => [store.emergencies.isSuspended('XA', 'XB', 'XB-1'), store.emergencies.isSuspended('XC', 'XB', 'XB-1')]),
    ).toEqual([true, false])
    expect(started((store) => store.emergencies.page('XA', null, 10, 9999))).toEqual([])
  })

  it('cannot be taken away', () => {
    open('a')
    const db = new DatabaseSync(join(folder, 'hub.sqlite'))
    expect(() => db.exec('DELETE FROM emergency')).toThrow(/kept/)
    db.close()
  })
})
