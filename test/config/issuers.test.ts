import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { loadIssuers, loadSignIns } from '../../src/config/issuers.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-issuers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const issuer = { issuer: 'https://id.xa.example', bureaus: ['XA'], audience: 'urn:comity', jwks: 'https://id.xa.example/jwks' }
const signIn = { clientId: 'comity-desk', authorize: 'https://id.xa.example/authorize', token: 'https://id.xa.example/token' }

function fileOf(...issuers: readonly object[]): string {
  const path = join(folder, 'issuers.yaml')
  writeFileSync(path, stringify({ comity: 'issuers/v1', issuers }))
  return path
}

describe('the file of issuers', () => {
  it('says at which of them people sign in at the desk', () => {
    const path = fileOf(issuer, { ...issuer, issuer: 'https://id.xb.example', bureaus: ['XB'], signIn })
    expect(loadIssuers(path).length).toBe(2)
    expect(loadSignIns(path)).toEqual([{ issuer: 'https://id.xb.example', ...signIn, scope: 'openid' }])
    expect(loadSignIns(null)).toEqual([])
  })

  it.each([
    ['authorize', 'http://id.xa.example/authorize'],
    ['token', 'http://id.xa.example/token'],
    ['token', 'file:///etc/passwd'],
    ['clientId', ''],
  ])('is refused with a %s of %s, and says where', (key, value) => {
    const path = fileOf({ ...issuer, signIn: { ...signIn, [key]: value } })
    expect(() => loadSignIns(path)).toThrow(`issuers.0.signIn.${key}`)
    expect(() => loadIssuers(path)).toThrow(`issuers.0.signIn.${key}`)
  })

  it('takes http on loopback, where nobody listens in', () => {
    expect(loadSignIns(fileOf({ ...issuer, signIn: { ...signIn, token: 'http://127.0.0.1:9/token' } }))).toHaveLength(1)
  })
})
