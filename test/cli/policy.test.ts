import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importPKCS8 } from 'jose'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { policyKeygen } from '../../src/cli/policyKeygen.ts'
import { policySign } from '../../src/cli/policySign.ts'
import { bureauYaml, temporaryFolder } from '../config/folders.ts'

const text = (version: string) => `comity: disclosure/v1\nbureau: XA\nversion: ${version}\nrules: []\n`

function printing() {
  const said = { out: '', err: '' }
  const to = (name: 'out' | 'err') => ({
    write: (one: string) => {
      said[name] += one
    },
  })
  return { said, io: { out: to('out'), err: to('err'), environment: {} } }
}

/** Makes a key in a private folder and declares it in a bureau's file. */
function place(version = '2026-11-01.3') {
  const folder = temporaryFolder({ 'XA/disclosure.yaml': text(version) })
  const { said, io } = printing()
  const key = join(folder.path, 'key.pem')
  expect(policyKeygen(key, io)).toBe(0)
  const line = /^policyKeys: \[\S+\]$/m.exec(said.out)?.[0] ?? ''
  const path = (name: string) => join(folder.path, name)
  writeFileSync(path('XA/bureau.yaml'), bureauYaml('XA', `${line}\n`))
  const sign = async (file = key) => {
    const printed = printing()
    return { code: await policySign(path('XA'), file, printed.io), ...printed.said }
  }
  const checked = async () => {
    let output = ''
    const write = (one: string) => {
      output += one
    }
    return { code: await check([path('XA')], { connect: false }, { write, environment: {} }), output }
  }
  return { key, path, said, sign, checked, [Symbol.dispose]: () => folder[Symbol.dispose]() }
}

describe('comity policy keygen', () => {
  it('writes a key that its owner alone may read and other tools can, and prints no more than its public half', async () => {
    using bureau = place()
    expect(statSync(bureau.key).mode & 0o777).toBe(0o600)
    const pem = readFileSync(bureau.key, 'utf8')
    await expect(importPKCS8(pem, 'EdDSA')).resolves.toMatchObject({ type: 'private' })
    const secret = pem.split('\n')[1] ?? ''
    expect(secret.length).toBeGreaterThan(40)
    expect(bureau.said.out).not.toContain(secret)
  })

  it('overwrites nothing, and puts no key into a repository', () => {
    using bureau = place()
    const before = readFileSync(bureau.key, 'utf8')
    const { said, io } = printing()
    expect(policyKeygen(bureau.key, io)).toBe(1)
    expect(said.err).toContain('exists already')
    expect(readFileSync(bureau.key, 'utf8')).toBe(before)
    writeFileSync(bureau.path('.git'), '')
    expect(policyKeygen(bureau.path('XA/key.pem'), io)).toBe(1)
    expect(said.err).toContain('does not belong in a repository')
    expect(() => statSync(bureau.path('XA/key.pem'))).toThrow('ENOENT')
    expect(policyKeygen(join(bureau.path('nowhere'), 'deep', 'key.pem'), io)).toBe(1)
  })
})

describe('comity policy sign', () => {
  it('makes the signature that the check asks for', async () => {
    using bureau = place()
    expect(await bureau.checked()).toMatchObject({ code: 1, output: expect.stringContaining('declares keys that sign for XA') })
    expect(await bureau.sign()).toEqual({
      code: 0,
      out: `Version 2026-11-01.3 of XA is signed: ${bureau.path('XA/disclosure.yaml.sig')}\n`,
      err: '',
    })
    const { code, output } = await bureau.checked()
    expect(code).toBe(0)
    expect(output).toMatch(/disclosure\.yaml is signed with the key [\w-]{43}/)
    writeFileSync(bureau.path('XA/disclosure.yaml'), text('2026-11-01.4'))
    expect((await bureau.checked()).code).toBe(1)
    expect((await bureau.sign()).code).toBe(0)
    expect((await bureau.checked()).code).toBe(0)
  })

  it('signs nothing that the hub would refuse', async () => {
    using bureau = place('first')
    expect(await bureau.sign()).toMatchObject({ code: 1, err: expect.stringContaining('a signed file needs a version made of numbers') })
    using other = place()
    expect(await bureau.sign(other.key)).toMatchObject({
      code: 1,
      err: expect.stringContaining('to the "policyKeys" of XA in bureau.yaml first'),
    })
    writeFileSync(bureau.path('XA/disclosure.yaml'), 'rules: [')
    expect(await bureau.sign()).toMatchObject({ code: 1, err: expect.stringContaining('mend the errors first') })
    expect(await bureau.sign(bureau.path('XA/bureau.yaml'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a readable Ed25519'),
    })
    expect(await bureau.sign(bureau.path('missing'))).toMatchObject({ code: 1 })
    expect(() => statSync(bureau.path('XA/disclosure.yaml.sig'))).toThrow('ENOENT')
  })
})

it('says without a warning that a file is taken unsigned', async () => {
  using folder = temporaryFolder({ 'XA/bureau.yaml': bureauYaml('XA'), 'XA/disclosure.yaml': text('first') })
  let output = ''
  const write = (one: string) => {
    output += one
  }
  expect(await check([join(folder.path, 'XA')], { connect: false }, { write, environment: {} })).toBe(0)
  expect(output).toContain('disclosure.yaml is taken unsigned: bureau.yaml declares no "policyKeys"')
  expect(output).toContain('0 errors, 0 warnings')
})
