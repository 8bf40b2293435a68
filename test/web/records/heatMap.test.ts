import { describe, expect, it } from 'vitest'
import type { Level } from '../../../web/src/generated/graphql.ts'
import { heatMapOf } from '../../../web/src/records/heatMap.ts'
import { type RecordFields, rowOf } from '../../../web/src/records/recordRow.ts'

const row = (owner: string, marks: Readonly<Record<string, Level>>) =>
  rowOf('Person', {
    id: Math.random().toString(),
    owner: { code: owner },
    _staleAsOf: null,
    _disclosure: Object.entries(marks).map(([field, level]) => ({ field, level, reason: 'NOT_SHARED' })),
  } as unknown as RecordFields)

describe('a heat map', () => {
  const map = heatMapOf([row('XB', { a: 'NONE', b: 'MASKED' }), row('XA', { a: 'GENERALISED' }), row('XA', {}), row('XA', { a: 'NONE' })])

  it('counts each level of each bureau, and what is not marked as full', () => {
    expect(map.cell('XA', 'a')).toEqual({ full: 1, generalised: 1, masked: 0, withheld: 1 })
    expect(map.cell('XB', 'b')).toEqual({ full: 0, generalised: 0, masked: 1, withheld: 0 })
    expect(map.cell('XA', 'b')).toEqual({ full: 3, generalised: 0, masked: 0, withheld: 0 })
  })

  it('has the bureaus in order and the most withheld field first', () => {
    expect(map.bureaus).toEqual([
      { code: 'XA', records: 3 },
      { code: 'XB', records: 1 },
    ])
    expect(map.fields).toEqual(['a', 'b'])
  })
})
