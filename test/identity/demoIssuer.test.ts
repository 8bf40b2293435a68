import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { token } from '../../src/cli/token.ts'
import { createDemoIssuer } from '../../src/identity/demo/demoIssuer.ts'
import { personas } from '../../src/identity/demo/personas.ts'
import { catalogue } from '../support/catalogue.ts'
import { testAuthenticator } from '../support/tokens.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'comity-demo-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

const place = () => ({ dataDir, host: '127.0.0.1', production: false })

describe('the demo issuer', () => {
  it('issues tokens that this hub believes, for every persona', async () => {
    const issuer = await createDemoIssuer(place())
    const { authenticator } = testAuthenticator([issuer.trusted])
    expect(personas).toHaveLength(12)
    for (const persona of personas) {
      const principal = await authenticator.authenticate((await issuer.issue(persona.id))?.token ?? '')
      expect(principal).toMatchObject({
        personRef: persona.personRef,
        bureau: persona.bureau,
        roles: persona.roles,
        purposes: persona.purposes,
      })
    }
    expect(await issuer.issue('nobody')).toBe(null)
  })

  it('has personas of five bureaus with roles and purposes that the schema knows', () => {
    expect(new Set(personas.map((persona) => persona.bureau)).size).toBe(5)
    for (const persona of personas) {
      for (const role of persona.roles) expect(catalogue.enums.get('Role')).toContain(role)
      for (const purpose of persona.purposes) expect(catalogue.enums.get('Purpose')).toContain(purpose)
    }
  })

  it('keeps its key over restarts, readable by its owner only', async () => {
    const first = await createDemoIssuer(place())
    const path = join(dataDir, 'keys', 'demo-issuer.json')
    const key = readFileSync(path, 'utf8')
    const again = await createDemoIssuer(place())
    expect(readFileSync(path, 'utf8')).toBe(key)
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(JSON.stringify(again.jwks)).toBe(JSON.stringify(first.jwks))
    expect(JSON.stringify(again.jwks)).not.toContain('"d"')
  })

  it('has one key when several starts make it at once', async () => {
    const issuers = await Promise.all([1, 2, 3, 4].map(() => createDemoIssuer(place())))
    expect(new Set(issuers.map((issuer) => JSON.stringify(issuer.jwks))).size).toBe(1)
    expect(readdirSync(join(dataDir, 'keys'))).toEqual(['demo-issuer.json'])
  })

  it('says what to do about a key file that is no key, without showing it', async () => {
    await createDemoIssuer(place())
    for (const content of ['', 'secret-canary', '{"kty":"EC"}', 'null']) {
      writeFileSync(join(dataDir, 'keys', 'demo-issuer.json'), content)
      await expect(createDemoIssuer(place())).rejects.toThrow(/demo-issuer\.json holds no demo key: delete it/)
      const { code, out, err } = await run({ as: 'xb-investigator' })
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/delete it/)
      expect(err).not.toContain('canary')
    }
  })

  it('is refused in production and beyond loopback', async () => {
    await expect(createDemoIssuer({ ...place(), production: true })).rejects.toThrow(/NODE_ENV=production/)
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'hub.example'])
      await expect(createDemoIssuer({ ...place(), host })).rejects.toThrow(/loopback/)
  })
})

async function run(options: { as: string; purpose?: string; case?: string }) {
  let [out, err] = ['', '']
  const code = await token({ ...options, dataDir }, { out: { write: (text) => (out += text) }, err: { write: (text) => (err += text) } })
  return { code, out, err }
}

describe('comity token', () => {
  it('prints only a token, narrowed to the purpose', async () => {
    const issuer = await createDemoIssuer(place())
    const { code, out, err } = await run({ as: 'xb-investigator', purpose: 'INVESTIGATION', case: 'XB-2026-0017' })
    expect([code, err]).toEqual([0, ''])
    const principal = await testAuthenticator([issuer.trusted]).authenticator.authenticate(out.trim())
    expect(principal).toMatchObject({ bureau: 'XB', purposes: ['INVESTIGATION'] })
  })

  it('says what is wrong, and prints no token', async () => {
    expect(await run({ as: 'xb-investigator' })).toMatchObject({ code: 1, out: '', err: expect.stringContaining('npm start') })
    await createDemoIssuer(place())
    expect(await run({ as: 'xb-investigater' })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('did you mean "xb-investigator"'),
    })
    expect(await run({ as: 'xc-border', purpose: 'INVESTIGATION' })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('BORDER_CHECK'),
    })
    expect(await run({ as: 'xc-border', purpose: 'BORDER_CHECK', case: 'a b' })).toMatchObject({ code: 1, out: '' })
    expect(await run({ as: 'xc-border', case: 'XC-1' })).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--purpose') })
  })
})
