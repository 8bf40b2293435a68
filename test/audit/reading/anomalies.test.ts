import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../src/audit/entry.ts'
import type { AnomalyRule } from '../../../src/model/anomaly.ts'
import { caller } from '../../support/caller.ts'
import { ledgerHub } from '../../support/ledgerHub.ts'
import { memoryBureau } from '../../support/memoryBureau.ts'

const rules: readonly AnomalyRule[] = [
  { id: 'BULK', title: 'many persons in a day', watch: 'volume', records: 10, per: 'day', of: 'officer', types: ['Person'] },
  { id: 'BUREAU-HOUR', title: 'a bureau takes much in an hour', watch: 'volume', records: 15, per: 'hour', of: 'bureau' },
  { id: 'BORDER', title: 'border officers check at borders', watch: 'purpose', roles: ['BORDER_OFFICER'], purposes: ['BORDER_CHECK'] },
  { id: 'BUDGET', title: 'own officers use up their checks', watch: 'refusals', codes: ['BUDGET_EXCEEDED'], count: 2, per: 'day' },
]

function world(of: ReadonlyMap<string, readonly AnomalyRule[]> = new Map([['XA', rules]])) {
  const hub = ledgerHub([memoryBureau('XA', { rows: {} })], { record: { rules: () => of, now: () => Date.UTC(2026, 5, 15, 10) } })
  const desk = (owner = 'XA') =>
    hub.store.desks.page(owner, null, 100).map(({ kind, reader, rules: [id], purpose }) => `${kind} ${id} ${reader.bureau} ${purpose}`)
  return {
    hub,
    desk,
    /** Puts an access of `records` of XA's on record, and waits until it was looked at. */
    async given(records: number, over: Partial<AuditEntry> = {}, type = 'Person') {
      await hub.record.audit.append({
        personRef: 'XB-1',
        bureau: 'XB',
        roles: ['INVESTIGATOR'],
        purpose: 'INVESTIGATION',
        case: 'XB-7',
        trace: '0'.repeat(32),
        emergency: null,
        operation: { name: null, type: 'query', hash: 'h', variables: null, errors: 0 },
        bundle: 'b',
        policies: {},
        sources: {},
        fields: {},
        disclosed:
          records === 0 ? [] : [{ owner: 'XA', type, below: {}, rules: [], keys: Array.from({ length: records }, (_, i) => `${i}`) }],
        ...over,
      })
      await hub.record.reader.upToDate()
    },
    [Symbol.dispose]: () => hub[Symbol.dispose](),
  }
}

describe('rules for what is unusual', () => {
  it('tell the desk once when an officer has come to the limit, and not before', async () => {
    using at = world()
    await at.given(9)
    expect(at.desk()).toEqual([])
    await at.given(1, { personRef: 'XB-2' })
    await at.given(8, {}, 'Notice')
    expect(at.desk().filter((one) => one.includes('BULK'))).toEqual([])
    await at.given(1)
    expect(at.desk()[0]).toBe('ANOMALY BULK XB INVESTIGATION')
    await at.given(50)
    expect(at.desk().filter((one) => one.includes('BULK'))).toHaveLength(1)
    expect(JSON.stringify(at.hub.store.desks.page('XA', null, 10))).not.toContain('XB-1')
  })

  it('count a bureau as one, and the owner’s own officers not at all', async () => {
    using at = world()
    for (let i = 0; i < 14; i++) await at.given(1, { personRef: `XB-${i}` })
    for (let i = 0; i < 5; i++) await at.given(20, { bureau: 'XA', personRef: 'XA-1' })
    expect(at.desk()).toEqual([])
    await at.given(1, { personRef: 'XB-99' })
    expect(at.desk()).toEqual(['ANOMALY BUREAU-HOUR XB INVESTIGATION'])
  })

  it('tell of a purpose that is not usual for a role', async () => {
    using at = world()
    await at.given(1, { roles: ['BORDER_OFFICER'], purpose: 'BORDER_CHECK' })
    await at.given(0, { roles: ['BORDER_OFFICER'], purpose: 'SANCTIONS' })
    expect(at.desk()).toEqual([])
    for (let i = 0; i < 3; i++) await at.given(1, { roles: ['BORDER_OFFICER'], purpose: 'PROSECUTION' })
    expect(at.desk()).toEqual(['ANOMALY BORDER XB PROSECUTION'])
  })

  it('tell a bureau of refusals of its own officers, and of nobody else’s', async () => {
    using at = world()
    const spent = { name: null, type: 'mutation', hash: 'h', variables: null, errors: 1, codes: ['BUDGET_EXCEEDED'] }
    for (let i = 0; i < 3; i++) await at.given(0, { operation: spent })
    await at.given(0, { operation: spent, bureau: 'XA', personRef: 'XA-1' })
    expect(at.desk()).toEqual([])
    await at.hub.hub.refuse({
      principal: caller({ bureau: 'XA', personRef: 'XA-1' }).principal,
      purpose: null,
      trace: '0',
      code: 'BUDGET_EXCEEDED',
    })
    await at.hub.record.reader.upToDate()
    expect(at.desk()).toEqual(['ANOMALY BUDGET XA SYSTEM_ADMIN'])
  })

  it('count every entry once, also when the index is made anew', async () => {
    using at = world()
    await at.given(9)
    await at.hub.record.index.rebuild()
    await at.hub.record.index.rebuild()
    expect(at.desk()).toEqual([])
    await at.given(1)
    await at.hub.record.index.rebuild()
    expect(at.desk()).toEqual(['ANOMALY BULK XB INVESTIGATION'])
  })

  it('hand what they find to the log of changes, from which alerts are made', async () => {
    using at = world()
    await at.given(10)
    const [entry] = at.hub.store.desks.untold(10)
    expect(entry).toMatchObject({ owner: 'XA', kind: 'ANOMALY', rules: ['BULK'] })
  })
})
