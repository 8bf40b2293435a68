import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { CompactSign, calculateJwkThumbprint, flattenedVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { isPolicyKey, keyId, policyKeyOf, signPolicy, verifyPolicy } from '../../src/config/policySignature.ts'

const text = 'comity: disclosure/v1\nbureau: XA\nversion: 2026-11-01.3\nrules: []\n# ünïcode\n'
const own = generateKeyPairSync('ed25519').privateKey
const other = generateKeyPairSync('ed25519').privateKey
const keys = [policyKeyOf(own)]
const said = { bureau: 'XA', version: '2026-11-01.3' }
const good = signPolicy(text, said, own)

const refused = (jws: string, over: { text?: string; bureau?: string; keys?: readonly string[] } = {}) => {
  const verified = verifyPolicy(jws, over.text ?? text, over.bureau ?? 'XA', over.keys ?? keys)
  return 'refused' in verified ? verified.refused : null
}

/** A signature over whatever header somebody likes. */
function forged(header: Record<string, unknown>, key: KeyObject = own, payload = text): string {
  const encoded = Buffer.from(JSON.stringify(header)).toString('base64url')
  const input = Buffer.from(`${encoded}.${Buffer.from(payload).toString('base64url')}`)
  return `${encoded}..${sign(null, input, key).toString('base64url')}`
}
const header = { alg: 'EdDSA', typ: 'comity-disclosure+jws', kid: keyId(policyKeyOf(own)), ...said }

describe('the signature of a disclosure file', () => {
  it('says whose file it is, which version, and by which key', () => {
    expect(verifyPolicy(good, text, 'XA', keys)).toEqual({ seal: { kid: keyId(keys[0] ?? ''), ...said } })
    expect(verifyPolicy(`${good}\n`, text, 'XA', [policyKeyOf(other), ...keys])).toHaveProperty('seal')
  })

  it('is what any other library makes and reads of RFC 7515 with a detached payload', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: keys[0] ?? '' }
    const [protectedHeader = '', payload, signature = ''] = good.split('.')
    expect(payload).toBe('')
    expect(await calculateJwkThumbprint(jwk)).toBe(keyId(keys[0] ?? ''))
    const whole = { protected: protectedHeader, payload: Buffer.from(text).toString('base64url'), signature }
    await expect(flattenedVerify(whole, await importJWK(jwk, 'EdDSA'))).resolves.toHaveProperty('protectedHeader.bureau', 'XA')
    const theirs = await new CompactSign(Buffer.from(text)).setProtectedHeader(header).sign(own)
    expect(refused(theirs.replace(/\.[^.]*\./, '..'))).toBe(null)
  })

  it('holds for no other text', () => {
    for (const changed of [`${text} `, text.replace('[]', '[ ]'), text.slice(1), ''])
      expect(refused(good, { text: changed })).toMatch(/does not fit the file/)
  })

  it('is refused when it is of another bureau', () => {
    expect(refused(signPolicy(text, { ...said, bureau: 'XB' }, other))).toMatch(/a signature of bureau XB, and this is the file of XA/)
    expect(refused(signPolicy(text, said, other))).toMatch(/a key that is not among the "policyKeys" of XA/)
    // The thumbprint of XA's key over a signature by XB's.
    expect(refused(forged(header, other))).toMatch(/does not fit the file/)
  })

  it.each<[string, string]>([
    ['no algorithm', forged({ ...header, alg: 'none' })],
    ['no algorithm and no signature', forged({ ...header, alg: 'none' }).replace(/[^.]*$/, '')],
    ['another algorithm', forged({ ...header, alg: 'ES256' })],
    ['another kind of signature', forged({ ...header, typ: 'JWT' })],
    ['no kind', forged({ alg: 'EdDSA', kid: header.kid, ...said })],
    ['an extension that must be understood', forged({ ...header, crit: ['exp'], exp: 1 })],
    ['a key of its own', forged({ ...header, jwk: { kty: 'OKP', crv: 'Ed25519', x: policyKeyOf(other) } }, other)],
    ['a list for a header', forged([header] as never)],
    ['its payload inside', good.replace('..', `.${Buffer.from(text).toString('base64url')}.`)],
    ['four parts', `${good}.x`],
    ['no parts', 'garbage'],
    ['nothing in it', ''],
    ['bytes at random', Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 37) % 256)).toString('latin1')],
    ['a signature in another spelling', `${good}=`],
    ['a second spelling of its last sign', good.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1))],
  ])('is none with %s', (_name, jws) => {
    expect(refused(jws)).toMatch(/it is not a detached Ed25519 signature|does not fit the file/)
  })

  it('is none when the public key was taken for a shared secret', () => {
    const encoded = Buffer.from(JSON.stringify({ ...header, alg: 'HS256' })).toString('base64url')
    const input = `${encoded}.${Buffer.from(text).toString('base64url')}`
    const mac = createHmac('sha256', Buffer.from(keys[0] ?? '', 'base64url'))
      .update(input)
      .digest('base64url')
    expect(refused(`${encoded}..${mac}`)).toMatch(/it is not a detached/)
  })

  it('is none with a changed header, a changed signature or a part of one', () => {
    const [encoded = '', , signature = ''] = good.split('.')
    const newer = Buffer.from(JSON.stringify({ ...header, version: '2027' })).toString('base64url')
    expect(refused(`${newer}..${signature}`)).toMatch(/does not fit the file/)
    expect(refused(`${encoded}..${signature.slice(0, -4)}`)).toMatch(/does not fit|is not a detached/)
    expect(refused(`${encoded}..`)).toMatch(/does not fit|is not a detached/)
    const flipped = Buffer.from(signature, 'base64url')
    flipped[5] = (flipped[5] ?? 0) ^ 1
    expect(refused(`${encoded}..${flipped.toString('base64url')}`)).toMatch(/does not fit the file/)
  })

  it('cannot be held against a key that is no point of the curve', () => {
    const nonsense = Buffer.alloc(32, 0xff).toString('base64url')
    expect(refused(forged({ ...header, kid: keyId(nonsense) }), { keys: [nonsense] })).toMatch(/does not fit the file/)
  })
})

describe('a policy key', () => {
  it('is 32 bytes in base64url, and nothing else', () => {
    expect(isPolicyKey(keys[0] ?? '')).toBe(true)
    for (const text of [
      '',
      'abc',
      `${keys[0]}=`,
      ` ${keys[0]}`,
      Buffer.alloc(31).toString('base64url'),
      Buffer.alloc(33).toString('base64url'),
    ])
      expect(isPolicyKey(text)).toBe(false)
  })

  it('is not made of keys of another kind', () => {
    expect(() => policyKeyOf(generateKeyPairSync('x25519').privateKey)).toThrow('not an Ed25519 key')
    expect(() => policyKeyOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)).toThrow('not an Ed25519 key')
  })
})
