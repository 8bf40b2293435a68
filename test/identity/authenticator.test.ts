import { base64url, createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { goodClaims, type TokenChange, testAuthenticator, testIssuer } from '../support/tokens.ts'

const issuer = await testIssuer()
const { authenticator, refused } = testAuthenticator([issuer.trusted])

describe('a bearer token', () => {
  it('becomes a principal, with agreements from the registry and not from the token', async () => {
    const principal = await authenticator.authenticate(await issuer.token({ claims: { agreements: ['FORGED'] } }))
    expect(principal).toMatchObject({
      personRef: 'XA-0001',
      bureau: 'XA',
      organisation: 'Criminal Police',
      unit: 'Fugitives',
      roles: ['INVESTIGATOR'],
      clearance: 2,
    })
    expect(principal.agreements).toEqual([`XA@${new Date().toISOString().slice(0, 10)}`])
  })

  const changes: readonly (readonly [string, TokenChange])[] = [
    ['is expired', { expiresIn: -60 }],
    ['is for another audience', { audience: 'another-hub' }],
    ['comes from an unknown issuer', { issuer: 'https://evil.example' }],
    ['is an identity token', { header: { typ: 'JWT' } }],
    ['was issued too long ago', { issuedIn: -13 * 3600 }],
    ['was issued in the future', { issuedIn: 600, expiresIn: 1200 }],
    ['names a bureau that is no member', { claims: { bureau: 'ZZ' } }],
    ['names an unknown role', { claims: { roles: ['ADMIN'] } }],
    ['has no role', { claims: { roles: [] } }],
    ['has a role as text', { claims: { roles: 'INVESTIGATOR' } }],
    ['has a clearance beyond the scale', { claims: { clearance: 4 } }],
    ['has a fractional clearance', { claims: { clearance: 1.5 } }],
    ['names an unknown purpose', { claims: { purposes: ['CURIOSITY'] } }],
    ['lacks its subject', { claims: { sub: '' } }],
    ['has a subject of more than one line', { claims: { sub: 'XA-1\nXA-2' } }],
    ['has an organisation with control characters', { claims: { org: 'Police\u0007' } }],
    ['has a clearance as text', { claims: { clearance: '2' } }],
  ]
  it.each(changes)('is refused when it %s, and always alike', async (_name, change) => {
    const token = await issuer.token(change)
    await expect(authenticator.authenticate(token)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'A valid bearer token is required.',
    })
  })

  it('speaks for the bureaus of its issuer, and for no other member', async () => {
    const own = await testIssuer('https://xb.example', new Set(['XB', 'XC']))
    const { authenticator: judge, refused: told } = testAuthenticator([own.trusted])
    for (const bureau of ['XB', 'XC']) expect((await judge.authenticate(await own.token({ claims: { bureau } }))).bureau).toBe(bureau)
    const forged = await own.token({ claims: { bureau: 'XA' } })
    for (let i = 0; i < 2; i++) await expect(judge.authenticate(forged)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(told).toEqual(['a bureau that its issuer does not speak for', 'a bureau that its issuer does not speak for'])
  })

  it('is refused when its signature is by another key, missing, or made with a shared secret', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const claims = { ...goodClaims, iss: 'https://issuer.example', aud: 'comity-test' }
    const sign = (key: Parameters<SignJWT['sign']>[0], alg: string) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid: 'k1', typ: 'at+jwt' }).setIssuedAt().setExpirationTime('5m').sign(key)
    const none = new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('5m').encode()
    const good = await issuer.token()
    const forged = `${good.split('.')[0]}.${base64url.encode(JSON.stringify({ ...claims, clearance: 3 }))}.${good.split('.')[2]}`
    for (const token of [
      await sign(privateKey, 'ES256'),
      await sign(new Uint8Array(32), 'HS256'),
      none,
      forged,
      'a.b.c',
      '',
      'x'.repeat(9000),
    ]) {
      await expect(authenticator.authenticate(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })

  it.each(['RS256', 'ES384', 'PS512'])('is refused when it is signed with %s, though the issuer has such a key', async (alg) => {
    const { publicKey, privateKey } = await generateKeyPair(alg)
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg }] })
    const other = testAuthenticator([{ bureaus: 'any', issuer: 'https://issuer.example', audience: 'comity-test', keys }])
    const token = new SignJWT({ ...goodClaims, iss: 'https://issuer.example', aud: 'comity-test' })
      .setProtectedHeader({ alg, kid: 'k1', typ: 'at+jwt' })
      .setIssuedAt()
      .setExpirationTime('5m')
    await expect(other.authenticator.authenticate(await token.sign(privateKey))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(other.refused).toEqual(['ERR_JOSE_ALG_NOT_ALLOWED'])
  })

  it('tells the log a cause and no part of the token', async () => {
    const token = await issuer.token({ claims: { bureau: 'ZZ' } })
    refused.length = 0
    await authenticator.authenticate(token).catch(() => {})
    expect(refused).toEqual(['claims: bureau'])
  })

  it.each([
    ['a.b.c', 'not a token'],
    ['x'.repeat(9000), 'too long'],
  ])('is refused with a cause that repeats nothing of it: %.10s', async (bearer, cause) => {
    refused.length = 0
    await authenticator.authenticate(bearer).catch(() => {})
    expect(refused).toEqual([cause])
  })

  it('is not remembered beyond the longest age, whenever it expires', async () => {
    let now = Date.now()
    const timed = testAuthenticator([issuer.trusted], () => now).authenticator
    const token = await issuer.token({ expiresIn: 48 * 3600 })
    await expect(timed.authenticate(token)).resolves.toMatchObject({ personRef: 'XA-0001' })
    now += 12 * 3600_000 + 10_000
    await expect(timed.authenticate(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('gets the agreements of the day, though it was remembered the day before', async () => {
    let now = Date.parse('2026-06-15T23:59:00Z')
    const timed = testAuthenticator([issuer.trusted], () => now).authenticator
    const offset = Math.round((now - Date.now()) / 1000)
    const token = await issuer.token({ issuedIn: offset, expiresIn: offset + 3600 })
    expect((await timed.authenticate(token)).agreements).toEqual(['XA@2026-06-15'])
    now += 120_000
    expect((await timed.authenticate(token)).agreements).toEqual(['XA@2026-06-16'])
  })

  it('is remembered until it expires and no longer', async () => {
    let now = Date.now()
    const timed = testAuthenticator([issuer.trusted], () => now).authenticator
    const token = await issuer.token({ expiresIn: 60 })
    await expect(timed.authenticate(token)).resolves.toMatchObject({ personRef: 'XA-0001' })
    now += 70_000
    await expect(timed.authenticate(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
