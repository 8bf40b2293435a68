import { describe, expect, it } from 'vitest'
import { readPurpose } from '../../src/identity/purpose.ts'

const known = ['INVESTIGATION', 'BORDER_CHECK', 'AUDIT']
const allowed = ['INVESTIGATION', 'BORDER_CHECK']
const read = (header: string | undefined, extension: unknown = undefined) => readPurpose({ header, extension }, allowed, known)

describe('a declared purpose', () => {
  it.each([
    ['INVESTIGATION', { kind: 'INVESTIGATION', case: null }],
    ['INVESTIGATION; case=XA-2026-0017', { kind: 'INVESTIGATION', case: 'XA-2026-0017' }],
    ['INVESTIGATION;case="XA/2026/17"', { kind: 'INVESTIGATION', case: 'XA/2026/17' }],
    ['  BORDER_CHECK  ', { kind: 'BORDER_CHECK', case: null }],
  ])('is read from the header %j', (header, expected) => {
    expect(read(header)).toEqual(expected)
  })

  it('is read from the extension, as an object or in the header form', () => {
    expect(read(undefined, { kind: 'INVESTIGATION', case: 'A1' })).toEqual({ kind: 'INVESTIGATION', case: 'A1' })
    expect(read('', 'INVESTIGATION; case=A1')).toEqual({ kind: 'INVESTIGATION', case: 'A1' })
    expect(read('INVESTIGATION; case=A1', { kind: 'INVESTIGATION', case: 'A1' })).toEqual({ kind: 'INVESTIGATION', case: 'A1' })
  })

  it.each([
    [undefined, undefined, 'PURPOSE_REQUIRED'],
    ['  ', null, 'PURPOSE_REQUIRED'],
    ['CURIOSITY', undefined, 'PURPOSE_INVALID'],
    ['investigation', undefined, 'PURPOSE_INVALID'],
    ['INVESTIGATION; case=', undefined, 'PURPOSE_INVALID'],
    ['INVESTIGATION; case=a b', undefined, 'PURPOSE_INVALID'],
    ['INVESTIGATION; case=-x', undefined, 'PURPOSE_INVALID'],
    [`INVESTIGATION; case=${'x'.repeat(65)}`, undefined, 'PURPOSE_INVALID'],
    ['INVESTIGATION, AUDIT', undefined, 'PURPOSE_INVALID'],
    ['INVESTIGATION; case=A1', { kind: 'INVESTIGATION', case: 'A2' }, 'PURPOSE_INVALID'],
    ['INVESTIGATION', { kind: 'BORDER_CHECK' }, 'PURPOSE_INVALID'],
    [undefined, { kind: 'INVESTIGATION', extra: 1 }, 'PURPOSE_INVALID'],
    [undefined, ['INVESTIGATION'], 'PURPOSE_INVALID'],
    [undefined, 7, 'PURPOSE_INVALID'],
    ['AUDIT', undefined, 'PURPOSE_NOT_ALLOWED'],
  ])('is refused: %j with extension %j gives %s', (header, extension, code) => {
    expect(() => read(header, extension)).toThrowError(expect.objectContaining({ code }))
  })
})
