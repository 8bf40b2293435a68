import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordIds } from '../../src/records/recordId.ts'

const ids = new RecordIds(new Uint8Array(32).fill(1))
const refs = fc.record({
  bureau: fc.stringMatching(/^X[A-Z]$/),
  type: fc.constantFrom('Notice', 'Person'),
  key: fc.string({ unit: 'grapheme', maxLength: 80 }),
})

describe('a record id', () => {
  it('leads back to its record, and is the same each time', () => {
    fc.assert(
      fc.property(refs, (ref) => {
        expect(ids.decode(ids.encode(ref))).toEqual(ref)
        expect(ids.encode(ref)).toBe(ids.encode({ ...ref }))
      }),
    )
  })

  it('shows neither owner, type nor key, nor the length of a short key', () => {
    const texts = ['1', '22', '123456'].map((key) => ids.encode({ bureau: 'XA', type: 'Person', key }))
    expect(new Set(texts.map((text) => text.length)).size).toBe(1)
    for (const text of texts) expect(Buffer.from(text, 'base64url').toString('latin1')).not.toMatch(/XA|Person/)
    expect(texts[0]?.slice(0, 8)).not.toBe(texts[1]?.slice(0, 8))
  })

  it('is refused when it was changed, made up, or made by another hub', () => {
    const id = ids.encode({ bureau: 'XA', type: 'Person', key: '1' })
    const bytes = Buffer.from(id, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(ids.decode(changed.toString('base64url'))).toBe(null)
    }
    fc.assert(fc.property(fc.string(), (text) => ids.decode(text) === null))
    fc.assert(fc.property(fc.base64String({ minLength: 64 }), (text) => ids.decode(text) === null))
    expect(new RecordIds(new Uint8Array(32).fill(2)).decode(id)).toBe(null)
  })

  it('needs a secret of 32 bytes', () => {
    expect(() => new RecordIds(new Uint8Array(16))).toThrow(RangeError)
  })
})
