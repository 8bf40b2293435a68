import { describe, expect, it } from 'vitest'
import { SealedHeld } from '../../src/records/held/sealedHeld.ts'
import { SealedRequests } from '../../src/requests/sealedRequests.ts'
import { plainRequest } from './plainRequest.ts'

const secret = new Uint8Array(32).fill(1)

describe('what is kept of a request', () => {
  const sealed = new SealedRequests(secret)
  const request = plainRequest({ question: 'canary in the question', case: 'canary in the case' })

  it('opens as it was sealed, and shows nothing of what was asked', () => {
    const row = sealed.row(request)
    expect(sealed.request(row)).toEqual(request)
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('canary')
    expect(JSON.stringify(row.standing)).not.toContain('canary')
  })

  it('does not open for another request, as another piece, under another secret, or changed', () => {
    const row = sealed.row(request)
    const other = { ...row, standing: { ...row.standing, key: 'k2' } }
    expect(() => sealed.request(other)).toThrow(/not written by this hub/)
    expect(() => sealed.stepOf('k1', { number: 1, at: 1, sealed: row.sealed })).toThrow(/not written by this hub/)
    expect(() => new SealedRequests(new Uint8Array(32).fill(2)).request(row)).toThrow(/not written by this hub/)
    const changed = Uint8Array.from(row.sealed)
    changed[40] = (changed[40] ?? 0) ^ 1
    expect(() => sealed.request({ ...row, sealed: changed })).toThrow(/not written by this hub/)
    expect(() => sealed.request({ ...row, standing: { ...row.standing, type: 'Notice' } })).toThrow(/no request/)
  })

  it('tells by its length little of how much was written', () => {
    const held = new SealedHeld(secret, 'test')
    const lengths = [1, 100, 400].map((length) => held.seal('content', 'k', 'x'.repeat(length)).length)
    expect(new Set(lengths).size).toBe(1)
  })
})
