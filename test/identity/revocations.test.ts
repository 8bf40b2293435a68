import { describe, expect, it } from 'vitest'
import { Revocations } from '../../src/identity/revocations.ts'
import type { Revocation } from '../../src/model/revocation.ts'
import { Store } from '../../src/store/store.ts'
import { testAuthenticator, testIssuer } from '../support/tokens.ts'

const instant = Date.parse('2026-06-15T12:00:00Z')
const second = instant / 1000
const made = (over: Partial<Revocation> = {}) => ({ bureau: 'XA', person: 'XA-1', revokedAt: instant, by: 'XA-9', reason: 'left', ...over })
const token = (issuedAt: number, over: { readonly bureau?: string; readonly personRef?: string } = {}) => ({
  bureau: 'XA',
  personRef: 'XA-1',
  issuedAt,
  ...over,
})

function revocations(announce?: (revocation: Revocation) => Promise<void>) {
  const store = new Store(null)
  return new Revocations({ records: store.revocations, ...(announce ? { announce } : {}) })
}

describe('a revocation', () => {
  it('makes void what was issued up to its instant, and for as long after as clocks may differ', async () => {
    const all = revocations()
    expect(all.isRevoked(token(second - 60))).toBe(false)
    await all.revoke(made())
    for (const issuedAt of [second - 43_200, second - 1, second, second + 5]) expect(all.isRevoked(token(issuedAt))).toBe(true)
    expect(all.isRevoked(token(second + 6))).toBe(false)
  })

  it('makes void a token that does not say when it was issued, of that person alone', async () => {
    const all = revocations()
    await all.revoke(made())
    expect(all.isRevoked({ ...token(0), issuedAt: null })).toBe(true)
    expect(all.isRevoked({ ...token(0), personRef: 'XA-2', issuedAt: null })).toBe(false)
  })

  it('is about a person of one bureau, whatever the letters of another’s', async () => {
    const all = revocations()
    await all.revoke(made())
    expect(all.isRevoked(token(second, { bureau: 'XB' }))).toBe(false)
    expect(all.isRevoked(token(second, { bureau: 'X', personRef: 'A-1' }))).toBe(false)
    expect(all.isRevoked(token(second, { personRef: 'XA-11' }))).toBe(false)
  })

  it('is not weakened by an older one that comes later', async () => {
    const all = revocations()
    await all.revoke(made())
    all.take({ id: 'older', ...made({ revokedAt: instant - 60_000 }) })
    expect(all.isRevoked(token(second))).toBe(true)
  })

  it('holds when listeners hear of it and before it is announced; taken again, nobody hears', async () => {
    const order: string[] = []
    const all: Revocations = revocations(async ({ id }) => {
      order.push(`announced ${all.isRevoked(token(second))} ${id !== ''}`)
    })
    const stop = all.onRevoked(() => order.push(`heard ${all.isRevoked(token(second))}`))
    const kept = await all.revoke(made())
    expect(order).toEqual(['heard true', 'announced true true'])
    all.take(kept)
    all.take({ ...made({ person: 'XA-2' }), id: 'of another node' })
    all.take({ ...made({ person: 'XA-2' }), id: 'of another node' })
    // One that was taken is not announced again: it would go round for ever.
    expect(order).toEqual(['heard true', 'announced true true', 'heard true'])
    stop()
    all.take({ ...made({ person: 'XA-3' }), id: 'another' })
    expect(order).toHaveLength(3)
  })

  it('that cannot be announced is said to have failed, and stands here', async () => {
    const all = revocations(() => Promise.reject(new Error('the log is away')))
    await expect(all.revoke(made())).rejects.toThrow('the log is away')
    expect(all.isRevoked(token(second))).toBe(true)
  })

  it('that cannot be kept is none', async () => {
    const store = new Store(null)
    const all = new Revocations({ records: store.revocations })
    const heard: unknown[] = []
    all.onRevoked((one) => heard.push(one))
    store.close()
    await expect(all.revoke(made())).rejects.toThrow()
    expect([all.isRevoked(token(second)), heard]).toEqual([false, []])
  })
})

describe('an authenticator', () => {
  it('refuses what was revoked, remembered tokens too, and takes what was issued later', async () => {
    const issuer = await testIssuer()
    const all = revocations()
    let ahead = 0
    const { authenticator, refused } = testAuthenticator([issuer.trusted], () => Date.now() + ahead, all)
    const before = await issuer.token({ claims: { sub: 'XA-1' } })
    const who = await authenticator.authenticate(before)
    expect(authenticator.isStillGood(who)).toBe(true)
    await all.revoke(made({ revokedAt: Date.now() }))
    expect(authenticator.isStillGood(who)).toBe(false)
    await expect(authenticator.authenticate(before)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const unseen = await issuer.token({ claims: { sub: 'XA-1', unit: 'Other' } })
    await expect(authenticator.authenticate(unseen)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(refused).toEqual(Array(2).fill('access that its bureau has ended'))
    ahead = 10_000
    const later = await issuer.token({ claims: { sub: 'XA-1' }, issuedIn: 10 })
    expect((await authenticator.authenticate(later)).personRef).toBe('XA-1')
  })

  it('gives an identity no longer than the longest life of a token', async () => {
    const issuer = await testIssuer()
    const { authenticator } = testAuthenticator([issuer.trusted])
    const { issuedAt, expiresAt } = await authenticator.authenticate(await issuer.token({ issuedIn: -3600, expiresIn: 86_400 }))
    expect(expiresAt - issuedAt).toBe(12 * 3600)
  })
})
