import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../../src/disclosure/policy.ts'
import type { Predicate } from '../../src/model/predicate.ts'
import { type CursorState, Cursors } from '../../src/plan/cursor.ts'
import { caller } from '../support/caller.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { askNotices as ask, identities } from './askNotices.ts'

const secret = new Uint8Array(32).fill(7)
const refusal = { code: 'CURSOR_INVALID' }

function three(keyOf: (n: number) => string = (n) => `k${n}`): MemoryBureau[] {
  const rows = [1, 2, 3].map((n) => ({ key: keyOf(n), kind: 'RED', issuedOn: `2026-01-0${n}` }))
  return [memoryBureau('XA', { rows: { Notice: rows } })]
}

/** The same bureaus under another policy. */
function under(bureaus: readonly MemoryBureau[], change: Partial<Policy>): MemoryBureau[] {
  return bureaus.map((bureau) => ({ ...bureau, source: { ...bureau.source, policy: { ...bureau.source.policy, ...change } } }))
}

describe('a cursor', () => {
  const bureaus = three()
  const kind: Predicate = { kind: 'compare', field: 'kind', op: 'eq', value: 'RED' }

  it.each<[string, Partial<Parameters<typeof ask>[1]>]>([
    ['filter', { where: kind }],
    ['order', { orderBy: [{ field: 'issuedOn', direction: 'ASC' }] }],
    ['match', { match: 'POSSIBLE' }],
    ['purpose', { who: caller({}, { kind: 'BORDER_CHECK' }) }],
    ['case', { who: caller({}, { case: 'XZ-2026-0002' }) }],
    ['bureau', { who: caller({ bureau: 'XY' }) }],
    ['class of caller', { who: caller({ personRef: 'XZ-0002' }) }],
  ])('is refused with another %s', async (_what, other) => {
    const after = (await ask(bureaus, { first: 1 })).endCursor() ?? ''
    await expect(ask(bureaus, { first: 1, after, ...other })).rejects.toMatchObject(refusal)
    await expect(ask(bureaus, { first: 2, after })).resolves.toBeDefined()
  })

  it('is refused once a policy has changed, whether or not its version has', async () => {
    const after = (await ask(bureaus, { first: 1 })).endCursor() ?? ''
    await expect(ask(under(bureaus, { digest: '2' }), { first: 1, after })).rejects.toMatchObject(refusal)
    await expect(ask(under(bureaus, { classKey: () => 'other' }), { first: 1, after })).rejects.toMatchObject(refusal)
    await expect(ask(under(bureaus, { version: '2' }), { first: 1, after })).resolves.toBeDefined()
  })

  it('is refused when a bureau joins', async () => {
    const after = (await ask(bureaus, { first: 1 })).endCursor() ?? ''
    const more = [...bureaus, memoryBureau('XB', { rows: { Notice: [] } })]
    await expect(ask(more, { first: 1, after })).rejects.toMatchObject(refusal)
  })

  it('is refused when any bit of it changes, and when it is none', async () => {
    const after = (await ask(bureaus, { first: 1 })).endCursor() ?? ''
    const bytes = Buffer.from(after, 'base64url')
    for (let i = 0; i < bytes.length; i += 13) {
      const tampered = Buffer.from(bytes)
      tampered[i] = (tampered[i] ?? 0) ^ 1
      await expect(ask(bureaus, { first: 1, after: tampered.toString('base64url') })).rejects.toMatchObject(refusal)
    }
    for (const other of ['', 'nonsense', after.slice(4), `${after}AAAA`, 'A'.repeat(2_000_000)])
      await expect(ask(bureaus, { first: 1, after: other })).rejects.toMatchObject(refusal)
  })

  it('is different each time, and the same when a test gives the nonces', async () => {
    const page = await ask(bureaus, { first: 1 })
    expect(page.endCursor()).not.toBe(page.endCursor())
    const given = () => new Cursors(secret, () => new Uint8Array(12).fill(1))
    const sealed = async () => (await ask(bureaus, { first: 1, cursors: given() })).endCursor()
    expect(await sealed()).toBe(await sealed())
  })

  it('carries the longest keys there are', async () => {
    const long = three((n) => `${'k'.repeat(5000)}"\\${n}`)
    const first = await ask(long, { first: 1 })
    const rest = await ask(long, { first: 5, after: first.endCursor() })
    expect([...identities(first), ...identities(rest)]).toEqual(identities(await ask(long, { first: 5 })))
  })
})

const codes = ['XA', 'XB', 'XC', 'XD', 'XE', 'XF', 'XG']
const position = fc.record({
  values: fc.array(fc.constantFrom(null, '2026-01-01', '2026-01-01T00:00:00.123456789Z', '1980-01-01~/1983-12-31~'), {
    minLength: 1,
    maxLength: 4,
  }),
  bureau: fc.constantFrom(...codes),
  key: fc.string({ maxLength: 60, unit: fc.constantFrom(...'abc019-_/') }),
})
const state: fc.Arbitrary<CursorState> = fc.record({
  from: fc.constantFrom('START', 'END'),
  at: fc.option(position),
  watermark: fc.option(position),
  pace: fc.option(fc.nat()),
  behind: fc.array(fc.tuple(fc.constantFrom(...codes), fc.option(position))).map((entries) => new Map(entries)),
})

describe('the length of a cursor', () => {
  it('follows from the number of bureaus that are behind alone: not from sort values, keys, or which bureaus', () => {
    const cursors = new Cursors(secret).boundTo(() => 'q')
    const lengths = new Map<number, number>()
    fc.assert(
      fc.property(state, (sealed) => {
        const cursor = cursors.seal(sealed)
        const length = lengths.get(sealed.behind.size) ?? cursor.length
        lengths.set(sealed.behind.size, length)
        expect(cursor.length).toBe(length)
        expect(cursors.open(cursor)).toEqual(sealed)
      }),
      { numRuns: 1000 },
    )
    expect(lengths.size).toBeGreaterThan(4)
    expect(new Set(lengths.values()).size).toBe(lengths.size)
  })

  it('is the same on every page while the same number of bureaus is silent', async () => {
    const lengths = new Map<number, Set<number>>()
    const bureaus = codes.slice(0, 4).map((code) => {
      const rows = Array.from({ length: 5 }, (_, n) => ({
        key: `${code}-${10 ** n}`,
        kind: 'RED',
        issuedOn: n === 4 ? null : `2026-01-0${n + 1}`,
      }))
      return memoryBureau(code, { rows: { Notice: rows } })
    })
    for (const down of [0, 1, 3]) {
      for (const [i, bureau] of bureaus.entries()) bureau.down = i < down
      let after: string | null = null
      for (let pages = 0; pages < 6; pages++) {
        const page = await ask(bureaus, { first: 3, after })
        for (const cursor of [page.startCursor(), page.endCursor(), ...page.records.map((record) => record.cursor())])
          if (cursor !== null) lengths.set(down, (lengths.get(down) ?? new Set()).add(cursor.length))
        after = page.endCursor()
      }
    }
    expect([...lengths.values()].map((found) => found.size)).toEqual([1, 1, 1])
  })
})
