import { serialize } from 'node:v8'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NativeRow } from '../../../src/connectors/connector.ts'
import type { Caller } from '../../../src/model/principal.ts'
import { BureauRows, type KeptRows } from '../../../src/records/kept/keptRows.ts'
import { RowVault, type VaultEntry, type VaultOptions } from '../../../src/records/kept/rowVault.ts'
import { caller } from '../../support/caller.ts'

const person = { type: 'Person', staleSeconds: 60 }
const canary = 'Kanarie-Q7X'
const row = (key: string, more: NativeRow = {}): { key: string; row: NativeRow } => ({ key, row: { key, name: canary, ...more } })

/** A vault that can be looked into. */
function opened(over: VaultOptions = {}) {
  const entries = new Map<string, VaultEntry>()
  const vault = new RowVault({ entries, ...over })
  const bureau = new BureauRows('XA', vault)
  const of = (who: Caller = caller(), type = person): KeptRows => {
    const kept = bureau.of(type, who)
    if (kept === null) throw new Error('nothing is kept')
    return kept
  }
  return { entries, vault, bureau, of }
}

const now = () => Date.now()

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-06-15T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('kept rows', () => {
  it('come back as they were, with when they were read', () => {
    const { of } = opened()
    const odd = {
      key: '1',
      number: 1.5,
      none: null,
      absent: undefined,
      nested: { list: [1, 'ä', { deep: true }] },
      day: new Date(0),
    }
    of().keep('q', 's', [{ key: '1', row: odd }, row('2')], now() - 5)
    expect(of().recall('q')).toEqual({ rows: [odd, row('2').row], readAt: now() - 5 })
    expect(of().recall('another')).toBe(null)
  })

  it('end when their record has changed, for every reader, and no others do', () => {
    const { bureau, of, entries } = opened()
    of().keep('one', 's', [row('1'), row('2')], now())
    of(caller({ personRef: 'another' })).keep('two', 's', [row('1')], now())
    of().keep('three', 's', [row('3')], now())
    of(caller(), { ...person, type: 'Other' }).keep('four', 's', [row('1')], now())
    bureau.end('Person', '9')
    expect(entries.size).toBe(4)
    bureau.end('Person', '1')
    expect([of().recall('one'), of(caller({ personRef: 'another' })).recall('two')]).toEqual([null, null])
    expect(of().recall('three')).not.toBe(null)
    expect(of(caller(), { ...person, type: 'Other' }).recall('four')).not.toBe(null)
  })

  it('are kept only where the file allows it, and never as that there is nothing', () => {
    const { bureau, of, entries } = opened()
    expect(bureau.of({ type: 'Person', staleSeconds: 0 }, caller())).toBe(null)
    of().keep('q', 's', [row('1')], now())
    expect(entries.size).toBe(1)
    of().keep('q', 's', [], now())
    expect(entries.size).toBe(0)
    expect(of().recall('q')).toBe(null)
  })

  it('are not kept when they hold what cannot be written', () => {
    const { of, entries } = opened()
    of().keep('q', 's', [row('1', { big: 12n })], now())
    expect(entries.size).toBe(0)
  })

  it('are for one person, purpose and case of one bureau, and for one type', () => {
    const { of } = opened()
    of().keep('q', 's', [row('1')], now())
    const others = [
      caller({ bureau: 'XY' }),
      caller({ personRef: 'XZ-0002' }),
      caller({}, { kind: 'BORDER_CHECK' }),
      caller({}, { case: 'XZ-2026-0002' }),
      caller({}, { case: null }),
    ]
    expect(others.map((who) => of(who).recall('q'))).toEqual(others.map(() => null))
    expect(of(caller(), { type: 'Notice', staleSeconds: 60 }).recall('q')).toBe(null)
    // What does not say who asks and why makes no difference.
    expect(of(caller({ clearance: 0, roles: [], agreements: ['A'] })).recall('q')).not.toBe(null)
  })

  it('are over at their age, to the millisecond, and when the clock was set back', () => {
    const { of, entries } = opened()
    const readAt = now()
    of().keep('q', 's', [row('1')], readAt)
    vi.setSystemTime(readAt + 59_999)
    expect(of().recall('q')).not.toBe(null)
    vi.setSystemTime(readAt + 60_000)
    expect(of().recall('q')).toBe(null)
    expect(entries.size).toBe(0)
    of().keep('q', 's', [row('1')], readAt)
    expect(entries.size).toBe(0)
    of().keep('q', 's', [row('1')], now())
    vi.setSystemTime(readAt)
    expect(of().recall('q')).toBe(null)
  })

  it('leave memory at their age without being asked for', () => {
    const { of, entries } = opened()
    of().keep('q', 's', [row('1')], now())
    vi.advanceTimersByTime(89_999)
    expect(entries.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are gone for everybody once the system holds the record no more, and for one reader once it is withheld from them', () => {
    const { of } = opened()
    const [a, b] = [of(), of(caller({ personRef: 'XZ-0002' }))]
    const fill = () => {
      a.keep('one', 's', [row('1')], now())
      a.keep('list', 't', [row('1'), row('2')], now())
      a.keep('two', 's', [row('2')], now())
      b.keep('one', 's', [row('1')], now())
    }
    const found = () => [a.recall('one'), a.recall('list'), a.recall('two'), b.recall('one')].map((kept) => kept !== null)
    fill()
    a.withheld(row('1'), () => 's')
    expect(found()).toEqual([false, false, true, true])
    fill()
    a.withheld(row('3'), () => 's')
    a.withheld(row('1', { state: 'WITHDRAWN' }), () => 'other fields')
    expect(found()).toEqual([false, false, true, true])
    fill()
    a.withheld(row('1', { state: 'WITHDRAWN' }), () => 's')
    expect(found()).toEqual([false, false, true, false])
    fill()
    b.gone('1')
    expect(found()).toEqual([false, false, true, false])
  })

  it('never outlive a newer version of a record that the hub has read for anybody', () => {
    const { of } = opened()
    const [a, b] = [of(), of(caller({ personRef: 'XZ-0002' }))]
    a.keep('list', 's', [row('1', { state: 'PUBLISHED' }), row('2')], now())
    a.keep('record', 'more fields', [row('1', { state: 'PUBLISHED', text: 'x' })], now())
    a.keep('other', 's', [row('2')], now())
    b.keep('list', 's', [row('1', { state: 'PUBLISHED' })], now() + 1)
    expect(a.recall('list')).not.toBe(null)
    vi.advanceTimersByTime(10)
    b.keep('list', 's', [row('1', { state: 'WITHDRAWN' })], now())
    expect([a.recall('list'), a.recall('record')]).toEqual([null, null])
    expect(a.recall('other')).not.toBe(null)
    // An answer that was under way meanwhile comes too late to be kept.
    a.keep('list', 's', [row('1', { state: 'PUBLISHED' })], now() - 5)
    expect(a.recall('list')).toBe(null)
    expect(b.recall('list')?.rows).toEqual([row('1', { state: 'WITHDRAWN' }).row])
  })
})

describe('what stands in memory', () => {
  const question = `{"birthDate":"${canary}"}`

  it('shows neither rows nor questions, keys or readers, in any encoding', () => {
    const { of, entries, vault } = opened()
    of(caller({ personRef: `XZ-${canary}` }, { case: canary })).keep(question, canary, [row(canary)], now())
    const [entry] = [...entries.values()]
    const held = Buffer.concat([serialize([...entries]), serialize({ ...vault }), entry?.sealed ?? Buffer.alloc(0)])
    expect(entry?.sealed.length).toBeGreaterThan(60)
    const forms = [
      Buffer.from(canary),
      Buffer.from(canary, 'utf16le'),
      ...(['hex', 'base64', 'base64url'] as const).map((one) => Buffer.from(Buffer.from(canary).toString(one))),
    ]
    expect(forms.filter((form) => held.includes(form))).toEqual([])
    expect(serialize(row(canary)).includes(canary)).toBe(true)
    expect(JSON.stringify([vault, of()])).not.toContain(canary)
  })

  it('opens with no bit of it changed, in no other place, and at no other age', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(7), (at, bit) => {
        const { of, entries } = opened()
        of().keep('q', 's', [row('1')], now())
        const [[id, entry]] = [...entries] as [[string, VaultEntry]]
        const sealed = Buffer.from(entry.sealed)
        sealed[at % sealed.length] = (sealed[at % sealed.length] ?? 0) ^ (1 << bit)
        entries.set(id, { ...entry, sealed })
        expect(of().recall('q')).toBe(null)
        expect(entries.has(id)).toBe(false)
      }),
    )
    const { of, entries } = opened()
    const [a, b] = [of(), of(caller({ personRef: 'XZ-0002' }))]
    a.keep('q', 's', [row('1')], now())
    b.keep('q', 's', [row('2')], now())
    const [[one, first], [two, second]] = [...entries] as [[string, VaultEntry], [string, VaultEntry]]
    entries.set(one, { ...second, sealed: second.sealed })
    expect(a.recall('q')).toBe(null)
    entries.set(two, { ...second, readAt: second.readAt - 1 })
    expect(b.recall('q')).toBe(null)
    entries.set(two, { ...second, sealed: first.sealed.subarray(0, 20) })
    expect(b.recall('q')).toBe(null)
    entries.set(two, second)
    expect(b.recall('q')?.rows).toEqual([row('2').row])
  })

  it('is gone when the bureau’s place is opened anew, and worth nothing under the new key', () => {
    const { of, entries, vault } = opened()
    const other = new BureauRows('XB', vault).of(person, caller())
    of().keep('q', 's', [row('1')], now())
    other?.keep('q', 's', [row('1')], now())
    const before = new Map(entries)
    const anew = new BureauRows('XA', vault).of(person, caller())
    expect(anew?.recall('q')).toBe(null)
    expect([...entries.values()].map(({ bureau }) => bureau)).toEqual(['XB'])
    anew?.keep('q', 's', [row('1')], now())
    const id = [...entries].find(([, { bureau }]) => bureau === 'XA')?.[0] ?? ''
    const old = [...before.values()].find(({ bureau }) => bureau === 'XA')
    if (old !== undefined) entries.set(id, old)
    expect(anew?.recall('q')).toBe(null)
    expect(other?.recall('q')).not.toBe(null)
  })

  it('is bounded by bytes and by entries; what was not used for longest goes first', () => {
    const { of, entries, vault } = opened({ mostEntries: 5 })
    for (let i = 0; i < 5; i++) of().keep(`q${i}`, 's', [row(String(i))], now())
    of().recall('q0')
    of().keep('q5', 's', [row('5')], now())
    expect([0, 1, 2, 3, 4, 5].filter((i) => of().recall(`q${i}`) !== null)).toEqual([0, 2, 3, 4, 5])
    vault.purge()
    expect([entries.size, vault.bytes]).toEqual([0, 0])

    const narrow = opened({ mostBytes: 100_000 })
    for (let i = 0; i < 500; i++) {
      narrow.of().keep(`q${i % 60}`, 's', [row(String(i), { text: 'x'.repeat((i * 37) % 9000) })], now())
      expect(narrow.vault.bytes).toBeLessThanOrEqual(100_000)
    }
    const sealed = [...narrow.entries.values()].reduce((sum, entry) => sum + entry.sealed.length, 0)
    expect(sealed).toBeGreaterThan(30_000)
    expect(narrow.vault.bytes).toBeGreaterThan(sealed)
    // One answer never takes the room of all others.
    narrow.of().keep('huge', 's', [row('h', { text: 'x'.repeat(20_000) })], now())
    expect(narrow.of().recall('huge')).toBe(null)
    expect(narrow.of().recall('q19')).not.toBe(null)
  })
})
