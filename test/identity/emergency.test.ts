import { describe, expect, it } from 'vitest'
import { readEmergency } from '../../src/identity/emergency.ts'

const read = (header?: string, extension?: unknown) => readEmergency({ header, extension })

describe('the emergency access that a request names', () => {
  it('stands in the header, in the extensions, or alike in both', () => {
    expect([read('a-1'), read(' a-1 '), read(undefined, 'a-1'), read('a-1', 'a-1')]).toEqual(['a-1', 'a-1', 'a-1', 'a-1'])
  })

  it('is none when nothing is named', () => {
    expect([read(), read(''), read('  '), read(undefined, null)]).toEqual([null, null, null, null])
  })

  it.each([
    ['a, b', undefined],
    ['a', 'b'],
    [undefined, ''],
    [undefined, 7],
    [undefined, { id: 'a' }],
    [undefined, ['a']],
    ['é', undefined],
    ['x'.repeat(65), undefined],
  ])('is refused when it can be none, or is named in two ways: %j %j', (header, extension) => {
    expect(() => read(header, extension)).toThrow(expect.objectContaining({ code: 'EMERGENCY_NOT_OPEN' }))
  })
})
