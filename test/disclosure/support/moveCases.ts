import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import type { Policy } from '../../../src/disclosure/policy.ts'
import type { SealedRecord } from '../../../src/disclosure/seal.ts'
import type { RecordSketch } from '../../../src/model/change.ts'
import type { CanonicalValue } from '../../../src/model/record.ts'
import { fields, record } from './policyCases.ts'

export type Values = Readonly<Record<string, CanonicalValue>>

/** As the hub makes one: keyed, and short. */
export function digest(text: string): string {
  return createHmac('sha256', 'a key of this test').update(text).digest('base64url').slice(0, 8)
}

/** A sketch as it comes out of a store. */
export function sketchOf(policy: Policy, sealed: SealedRecord): RecordSketch {
  return JSON.parse(JSON.stringify(policy.sketch(sealed, digest))) as RecordSketch
}

const refs = ['2', '3'].map((key) => ({ bureau: 'XA', type: 'Dossier', key }))
const ref = fc.constantFrom(...refs, { bureau: 'XB', type: 'Dossier', key: '2' }, { bureau: 'XA', type: 'Note', key: '2' })

const anyRecord: fc.Arbitrary<Values> = fc
  .record({
    values: record,
    aliases: fc.array(
      fc.record({
        kind: fc.constantFrom('RED', 'BLUE'),
        text: fc.constantFrom('Alpha One', 'Alpha Two'),
        since: fc.constantFrom('2020-01-01', null),
      }),
      { maxLength: 2 },
    ),
    parent: fc.option(ref),
  })
  .map(({ values, aliases, parent }) => ({ ...values, aliases, parent }))

/** Two states of a record: some of the fields are another's, and lists may have changed their order. */
export const states: fc.Arbitrary<{ readonly before: Values; readonly after: Values }> = fc
  .record({ before: anyRecord, other: anyRecord, moved: fc.subarray([...fields], { maxLength: 4 }), turned: fc.boolean() })
  .map(({ before, other, moved, turned }) => {
    const values = { ...before, ...Object.fromEntries(moved.map((field) => [field, other[field] ?? null])) }
    return { before, after: turned ? turnedLists(values) : values }
  })

function turnedLists(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, Array.isArray(value) ? value.toReversed() : value]))
}
