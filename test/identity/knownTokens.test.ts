import { describe, expect, it } from 'vitest'
import { type Identity, KnownTokens } from '../../src/identity/knownTokens.ts'

const identity = (personRef: string): Identity => ({
  personRef,
  bureau: 'XA',
  organisation: null,
  unit: null,
  roles: [],
  clearance: 0,
  purposes: [],
  expiresAt: 0,
  issuedAt: 0,
})

describe('known tokens', () => {
  it('are known until their time and no longer', () => {
    const known = new KnownTokens()
    known.set('t', identity('a'), 100)
    expect(known.get('t', 99)?.personRef).toBe('a')
    expect(known.get('t', 100)).toBe(null)
    expect(known.get('other', 0)).toBe(null)
  })

  it('are ten thousand at most, and the one unused for longest goes first', () => {
    const known = new KnownTokens()
    for (let n = 0; n < 10_000; n++) known.set(`t${n}`, identity(`${n}`), 100)
    expect(known.get('t0', 0)?.personRef).toBe('0')
    known.set('new', identity('new'), 100)
    expect(known.get('t0', 0)?.personRef).toBe('0')
    expect(known.get('t1', 0)).toBe(null)
    expect(known.get('new', 0)?.personRef).toBe('new')
  })
})
