import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlertCursors, cursorLength } from '../../src/alerts/alertCursors.ts'

const cursors = new AlertCursors(new Uint8Array(32).fill(1))
const mine = cursors.boundTo({ caller: 'a', filter: 'f' })
const most = 2 ** 48 - 1
const places = fc.record({
  epoch: fc.stringMatching(/^[0-9a-f]{32}$/),
  sequence: fc.oneof(fc.nat(), fc.constantFrom(0, most)),
  mark: fc.oneof(fc.nat(), fc.constantFrom(0, most)),
})
/** Of the sealed place; what binds it to a caller and a filter follows. */
const sealedBits = 54 * 8
const place = { epoch: 'ab'.repeat(16), sequence: 5, mark: 9 }

describe('a cursor of alerts', () => {
  it('leads back to its place, and is as long as every other', () => {
    fc.assert(
      fc.property(places, (one) => {
        const cursor = mine.seal(one)
        expect(mine.open(cursor)).toEqual(one)
        expect(cursor).toHaveLength(cursorLength)
        expect(cursor).toMatch(/^[\w-]+$/)
      }),
    )
  })

  it('is another text each time, so that it does not show whether anything has happened', () => {
    const seen = new Set(Array.from({ length: 2000 }, () => mine.seal(place)))
    expect(seen.size).toBe(2000)
    // Nor do two of them have a part in common.
    const [one = '', two = ''] = seen
    expect([...one].filter((letter, at) => letter === two[at]).length).toBeLessThan(16)
  })

  it("of a delivery is the same text each time for one caller, leads back to its place, and is nobody else's", () => {
    const cursor = mine.sealDelivered(place)
    expect(mine.sealDelivered({ ...place })).toBe(cursor)
    expect(mine.open(cursor)).toEqual(place)
    expect(cursor).toHaveLength(cursorLength)
    const others = cursors.boundTo({ caller: 'b', filter: 'f' })
    expect(others.sealDelivered(place)).not.toBe(cursor)
    expect(() => others.open(cursor)).toThrow(expect.objectContaining({ code: 'CURSOR_MISMATCH' }))
    for (const moved of [{ mark: 10 }, { epoch: 'cd'.repeat(16) }, { sequence: 5 + 1024 }])
      expect(mine.open(mine.sealDelivered({ ...place, ...moved }))).toEqual({ ...place, ...moved })
  })

  it("put together of two callers' is refused", () => {
    const others = cursors.boundTo({ caller: 'b', filter: 'f' })
    const joined = mine.sealDelivered({ ...place, sequence: 6 }).slice(0, 72) + mine.sealDelivered(place).slice(72)
    for (const one of [mine, others]) expect(() => one.open(joined)).toThrow(expect.objectContaining({ code: 'CURSOR_MISMATCH' }))
  })

  it('is of one caller and one filter', () => {
    const cursor = mine.seal(place)
    for (const other of [
      { caller: 'b', filter: 'f' },
      { caller: 'a', filter: 'g' },
      { caller: 'f', filter: 'a' },
    ])
      expect(() => cursors.boundTo(other).open(cursor)).toThrow(expect.objectContaining({ code: 'CURSOR_MISMATCH' }))
    expect(cursors.boundTo({ caller: 'a', filter: 'f' }).open(cursor)).toEqual(place)
  })

  it('is refused when it was made up, changed in any place, cut, or made by another hub', () => {
    const invalid = expect.objectContaining({ code: 'CURSOR_INVALID' })
    const mismatch = expect.objectContaining({ code: 'CURSOR_MISMATCH' })
    const cursor = mine.seal(place)
    const bytes = Buffer.from(cursor, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const sealed = bit < sealedBits
      expect(() => mine.open(changed.toString('base64url'))).toThrow(sealed ? invalid : mismatch)
    }
    const others = new AlertCursors(new Uint8Array(32).fill(2)).boundTo({ caller: 'a', filter: 'f' })
    for (const text of ['', 'x', cursor.slice(1), `${cursor}=`, `${cursor}${cursor}`, 'x'.repeat(10_000_000), others.seal(place)])
      expect(() => mine.open(text)).toThrow(invalid)
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => mine.open(text)).toThrow(invalid)
      }),
    )
  })
})
