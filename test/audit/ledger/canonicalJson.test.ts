import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/audit/ledger/canonicalJson.ts'

describe('canonical JSON', () => {
  it('is that of the example in RFC 8785, 3.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, Number('0.000000000000000000000000001')],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    const text =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    expect(canonicalJson(value)).toBe(text)
  })

  it('orders keys by UTF-16 code units, as the RFC, 3.2.3, shows', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.keys(value)).not.toEqual(['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}')
  })

  it.each([
    [-0, '0'],
    [1e21, '1e+21'],
    [5e-324, '5e-324'],
    [9007199254740992, '9007199254740992'],
    [{ b: undefined, a: [] }, '{"a":[]}'],
    ['\ud800', '"\\ud800"'],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
    expect(canonicalJson(JSON.parse(text))).toBe(text)
  })

  it('writes text as ECMAScript does', () => {
    const any = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x22, 0x5c, 0x1f, 0x20, 0x7f, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0x2028)),
    )
    fc.assert(
      fc.property(any, (units) => {
        const text = String.fromCharCode(...units)
        expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }))
      }),
    )
  })

  it('refuses numbers that JSON does not have', () => {
    expect(() => canonicalJson([Number.NaN])).toThrow(TypeError)
    expect(() => canonicalJson(Number.POSITIVE_INFINITY)).toThrow(TypeError)
  })
})
