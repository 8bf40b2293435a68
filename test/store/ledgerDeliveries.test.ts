import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockEntries } from '../../src/store/ledgerDeliveries.ts'
import type { ActFilter, ActRow, Place } from '../../src/store/ledgerIndexTables.ts'
import { Store } from '../../src/store/store.ts'

const bureaus = ['XA', 'XB'] as const
const purposes = ['INVESTIGATION', 'BORDER'] as const
const cases = ['XA-2026-1', 'XA-2026-10', null] as const
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const person = fc.nat(4).map((n) => `officer ${n}`)
const entry = fc.record({
  kind: oneOf('told', 'told', 'did'),
  /** How many entries of something else come before it. */
  gap: oneOf(0, 0, 0, 1, blockEntries - 1, blockEntries),
  bureau: oneOf(...bureaus),
  purpose: oneOf(...purposes),
  recipients: fc.array(fc.record({ person, case: oneOf(...cases) }), { minLength: 1, maxLength: 4 }),
})
const filter: fc.Arbitrary<ActFilter> = fc.record(
  {
    person,
    caseRef: oneOf('XA-2026-1', 'XA-2026-10'),
    purpose: oneOf(...purposes),
    from: fc.nat(9).map(dayAt),
    until: fc.nat(9).map(dayAt),
  },
  { requiredKeys: [] },
)

function dayAt(n: number): string {
  return `2026-01-0${(n % 9) + 1}T00:00:00.000Z`
}

/** An index over a ledger of its own, with a row for every recipient beside it: what it is held against. */
function withLedger(run: (store: Store, folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'comity-deliveries-'))
  const store = new Store(folder)
  try {
    run(store, folder)
  } finally {
    store.close()
    rmSync(folder, { recursive: true })
  }
}

function append(store: Store, entries: readonly (typeof entry extends fc.Arbitrary<infer E> ? E : never)[]): readonly ActRow[] {
  const expected: ActRow[] = []
  const leaf = new Uint8Array(32)
  let seq = store.ledger.extent().lastEntry
  for (const [i, { kind, gap, bureau, purpose, recipients }] of entries.entries()) {
    const at = dayAt(i)
    const rows = [...new Array(gap).fill('{}'), JSON.stringify({ recipients })].map((text) => ({ at, entry: text, leaf }))
    store.ledger.append(seq, rows, [])
    seq += rows.length
    const acts = recipients.map((one, part) => ({ seq, part, at, bureau, person: one.person, purpose, caseRef: one.case }))
    const caseRefs = [...new Set(recipients.flatMap((one) => one.case ?? []))]
    const delivery = { seq, at, bureau, purpose, persons: recipients.map((one) => one.person), cases: caseRefs }
    const told = kind === 'told'
    store.ledgerIndex.add(seq, { acts: told ? [] : acts, deliveries: told ? [delivery] : [], accesses: [], subjects: [] }, () => {})
    expected.push(...acts)
  }
  return expected.reverse()
}

function meets(row: ActRow, bureau: string, { person: who, caseRef, purpose, from, until }: ActFilter): boolean {
  return (
    row.bureau === bureau &&
    (who === undefined || row.person === who) &&
    (caseRef === undefined || row.caseRef === caseRef) &&
    (purpose === undefined || row.purpose === purpose) &&
    (from === undefined || row.at >= from) &&
    (until === undefined || row.at < until)
  )
}

const placeOf = ({ seq, part }: Place): Place => ({ seq, part })
const latestFirst = (one: Place, other: Place) => other.seq - one.seq || other.part - one.part

describe('the index of who was given which alert', () => {
  it('finds what a row for every recipient would, in pages, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 12 }),
        oneOf(...bureaus),
        filter,
        fc.integer({ min: 1, max: 5 }),
        (entries, bureau, asked, limit) => {
          withLedger((store) => {
            const expected = append(store, entries)
              .filter((row) => meets(row, bureau, asked))
              .map(placeOf)
              .sort(latestFirst)
            const found: Place[] = []
            for (let page: readonly Place[] = []; ; found.push(...page)) {
              page = store.ledgerIndex.acts(bureau, asked, found.at(-1) ?? null, limit)
              if (page.length === 0) break
            }
            expect(found).toEqual(expected)
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  const told = (recipients: string[]) => ({
    kind: 'told' as const,
    gap: 0,
    bureau: 'XA' as const,
    purpose: 'BORDER' as const,
    recipients: recipients.map((one) => ({ person: one, case: null })),
  })

  it('has an officer again whose first telling was undone', () => {
    withLedger((store) => {
      const row = { seq: 1, at: dayAt(0), bureau: 'XA', purpose: null, persons: ['a'], cases: [] }
      const broken = () => {
        throw new Error('the disk is full')
      }
      expect(() => store.ledgerIndex.add(1, { acts: [], deliveries: [row], accesses: [], subjects: [] }, broken)).toThrow('full')
      append(store, [told(['a'])])
      expect(store.ledgerIndex.acts('XA', { person: 'a' }, null, 10)).toEqual([{ seq: 1, part: 0 }])
    })
  })

  it('goes with the entries, and not before them', () => {
    withLedger((store) => {
      append(store, [told(['a', 'b']), told(['a']), { ...told(['a']), gap: blockEntries }])
      store.ledger.prune(1)
      const left = [blockEntries + 3, 2].map((seq) => ({ seq, part: 0 }))
      expect(store.ledgerIndex.acts('XA', { person: 'a' }, null, 10)).toEqual(left)
      expect(store.ledgerIndex.acts('XA', {}, null, 10)).toEqual(left)
    })
  })
})
