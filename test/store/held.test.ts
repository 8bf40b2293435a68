import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HeldStanding } from '../../src/model/held.ts'
import type { HeldSearch, HeldWrite } from '../../src/store/held/heldRows.ts'
import { Store } from '../../src/store/store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-requests-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const sealed = new Uint8Array([1, 2, 3])
const standing = (key: string, over: Partial<HeldStanding> = {}): HeldStanding => ({
  key,
  type: 'AssistanceRequest',
  owner: 'XA',
  party: 'XB',
  label: null,
  state: 'DRAFT',
  version: 1,
  sent: null,
  due: null,
  updated: 1,
  clock: null,
  ...over,
})
const write = (row: HeldStanding, over: Partial<HeldWrite> = {}): HeldWrite => ({
  row: { standing: row, sealed },
  expected: null,
  step: { number: row.version, at: 1, sealed },
  message: null,
  desks: [],
  changes: [],
  ...over,
})
const entry = {
  kind: 'REQUEST_MOVED',
  reader: { bureau: 'XB', roles: [], organisation: null, unit: null },
  purpose: 'INVESTIGATION',
  case: null,
  records: [],
  rules: [],
  emergency: null,
} as const
const change = { identity: new Uint8Array(16).fill(7), sealed }

describe('records that the hub keeps', () => {
  it('are written with all that belongs to an act, or not at all', async () => {
    const store = new Store(folder)
    const message = { message: 'k1.1', record: 'k1', target: 'XB', lane: 'C', sealed }
    const name = { bureau: 'XA', person: '1', mutation: 'm', digest: 'd' }
    expect(
      await store.held.commit([write(standing('k1'), { message, desks: [{ owner: 'XB', entry }], changes: [change] })], name, 5),
    ).toEqual({ is: 'DONE' })
    // The second write of this act cannot be done: neither is the first, nor anything with it.
    const both = [
      write(standing('k2'), {
        message: { ...message, message: 'k2.1', record: 'k2' },
        desks: [{ owner: 'XB', entry }],
        changes: [{ ...change, identity: new Uint8Array(16) }],
      }),
      write(standing('k1', { version: 2 }), { expected: { version: 7, clock: null } }),
    ]
    expect(await store.held.commit(both, { ...name, mutation: 'n' }, 6)).toEqual({ is: 'CONFLICT' })
    store.close()
    const again = new Store(folder)
    expect(await again.held.get('k2')).toBeNull()
    expect(await again.held.repeated({ ...name, mutation: 'n' })).toBeNull()
    expect((await again.outbox.about('k1')).length + (await again.outbox.about('k2')).length).toBe(1)
    expect(again.desks.page('XB', null, 10).length).toBe(1)
    expect((await again.changes.read(0, 10)).length).toBe(1)
    expect([...again.held.owners()]).toEqual(['XA'])
    again.close()
  })

  it('happen once under one name', async () => {
    const store = new Store(null)
    const name = { bureau: 'XA', person: '1', mutation: 'm', digest: 'd' }
    expect(await store.held.commit([write(standing('k1'))], name, 5)).toEqual({ is: 'DONE' })
    expect(await store.held.commit([write(standing('k2'))], name, 6)).toEqual({ is: 'REPEATED', keys: ['k1'] })
    expect(await store.held.commit([write(standing('k2'))], { ...name, digest: 'e' }, 6)).toEqual({ is: 'REUSED' })
    expect(await store.held.get('k2')).toBeNull()
    expect(await store.held.commit([write(standing('k3'))], { ...name, person: '2' }, 6)).toEqual({ is: 'DONE' })
    await store.held.forgetMutations(6)
    expect(await store.held.repeated(name)).toBeNull()
    store.close()
  })

  it('are never taken away, steps never changed, and the parties stay', async () => {
    const store = new Store(folder)
    await store.held.commit(
      [write(standing('k1', { version: 3 }), { message: { message: 'k1.1', record: 'k1', target: 'XB', lane: 'C', sealed } })],
      null,
      5,
    )
    store.close()
    const db = new DatabaseSync(join(folder, 'hub.sqlite'))
    for (const statement of [
      'DELETE FROM held',
      "UPDATE held SET owner = 'XC'",
      "UPDATE held SET party = 'XC'",
      'UPDATE held SET version = 1',
      'DELETE FROM held_step',
      'UPDATE held_step SET at = 9',
      'DELETE FROM outbox',
    ])
      expect(() => db.exec(statement), statement).toThrow(/kept|append-only/)
    db.close()
  })

  it('are found in any order, from any place, in pages, as an array sorted by hand has them', async () => {
    const instant = fc.option(fc.integer({ min: 0, max: 4 }))
    const rows = fc.array(fc.record({ sent: instant, due: instant, updated: fc.integer({ min: 0, max: 4 }) }), {
      minLength: 1,
      maxLength: 12,
    })
    const column = fc.constantFrom('key' as const, 'sent' as const, 'due' as const, 'updated' as const)
    await fc.assert(
      fc.asyncProperty(
        rows,
        column,
        fc.constantFrom('ASC', 'DESC'),
        fc.boolean(),
        fc.integer({ min: 1, max: 5 }),
        async (given, by, direction, reversed, limit) => {
          const store = new Store(null)
          const all = given.map((one, i) => standing(`k${String(i).padStart(2, '0')}`, one))
          await store.held.commit([...all.map((one) => write(one)), write(standing('other', { owner: 'XC' }))], null, 1)
          const sorted = all.toSorted((a, b) => {
            const [x, y] = [a[by], b[by]]
            if (x !== y && x !== null && y !== null) return (x < y ? -1 : 1) * (direction === 'ASC' ? 1 : -1)
            if (x !== y) return x === null ? 1 : -1
            return a.key < b.key ? -1 : 1
          })
          const expected = (reversed ? sorted.reverse() : sorted).map(({ key }) => key)
          const found: string[] = []
          let after: HeldSearch['after'] = null
          for (;;) {
            const page = await store.held.find({
              type: 'AssistanceRequest',
              owner: 'XA',
              where: null,
              orderBy: { column: by, direction, reversed },
              after,
              limit,
            })
            const last = page.at(-1)?.standing
            if (last === undefined) break
            found.push(...page.map((row) => row.standing.key))
            after = { value: last[by], key: last.key }
          }
          store.close()
          expect(found).toEqual(expected)
        },
      ),
      { numRuns: 150 },
    )
  })
})
