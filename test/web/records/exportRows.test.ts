import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, jsonOf } from '../../../web/src/records/exportRows.ts'
import { rowOf } from '../../../web/src/records/recordRow.ts'

const personNamed = (full: string) =>
  rowOf('Person', {
    id: 'p1',
    owner: { code: 'XA' },
    _staleAsOf: null,
    _disclosure: [{ field: 'birthDate', level: 'GENERALISED', reason: 'GENERALISED' }],
    status: null,
    names: [{ kind: 'PRIMARY', full, originalScript: null }],
    birthDate: '1984',
    nationalities: null,
    warnings: null,
    recordedAt: null,
  })

describe('an exported table', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('holds no formula: %j', (name) => {
    const [, row] = parse(csvOf([personNamed(name)]), { bom: true }) as string[][]
    expect(row?.[2]).toBe(`'${name}`)
  })

  it('gives every other text back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text)),
        (name) => {
          const [, row] = parse(csvOf([personNamed(name)]), { bom: true }) as string[][]
          expect(row?.[2]).toBe(name)
        },
      ),
    )
  })

  it('says of each row what is not in full', () => {
    const [head, row] = parse(csvOf([personNamed('A')]), { bom: true }) as string[][]
    expect(head?.at(-1)).toBe('notInFull')
    expect(row?.at(-1)).toBe('birthDate GENERALISED GENERALISED')
  })
})

describe('exported JSON', () => {
  it('keeps each record’s own word on its disclosure', () => {
    expect(JSON.parse(jsonOf([personNamed('A')]))).toMatchObject([{ type: 'Person', _disclosure: [{ field: 'birthDate' }] }])
  })
})
