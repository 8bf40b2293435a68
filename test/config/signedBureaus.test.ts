import { describe, expect, it } from 'vitest'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import { fileDigest, type SignedBefore } from '../../src/config/loadDisclosure.ts'
import { signPolicy } from '../../src/config/policySignature.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { catalogue } from '../support/catalogue.ts'
import { declaring, signedFiles, testKey } from '../support/signedFiles.ts'
import { bureauYaml, temporaryFolder } from './folders.ts'

const [own, second, foreign] = [testKey(), testKey(), testKey()]
const yaml = declaring(bureauYaml('XA'), own, second)
const text = (version: string, more = '') => `comity: disclosure/v1\nbureau: XA\nversion: ${version}\nrules: []\n${more}`

async function load(files: Readonly<Record<string, string>>, before: SignedBefore | null = null) {
  using folder = temporaryFolder({ 'XA/bureau.yaml': yaml, ...files })
  const { bureaus, problems } = await loadBureaus(folder.path, {
    environment: {},
    catalogue,
    connectorOptionsSchema,
    lastSigned: () => before,
  })
  const errors = problems.filter(({ severity }) => severity === 'error').map((one) => formatProblem(one).replace(`${folder.path}/`, ''))
  return { bureau: bureaus[0], errors, problems }
}

describe('a bureau that declares keys', () => {
  it('has its policy when one of them signed the file', async () => {
    for (const key of [own, second]) {
      const { bureau, errors } = await load(signedFiles('XA', text('2026-11-01.3'), key))
      expect(errors).toEqual([])
      expect(bureau?.policy?.version).toBe('2026-11-01.3')
      expect(bureau?.signedBy).toBe(key.kid)
    }
  })

  it('has none without a signature', async () => {
    const { bureau, errors } = await load({ 'XA/disclosure.yaml': text('1') })
    expect(errors).toEqual([
      'XA/disclosure.yaml.sig error file: there is no such file, and bureau.yaml declares keys that sign for XA: make it with "comity policy sign"',
    ])
    expect(bureau?.policy).toBe(null)
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['by another bureau’s key', signedFiles('XA', text('1'), foreign), 'it was made with a key that is not among the "policyKeys" of XA'],
    [
      'in another bureau’s name',
      { 'XA/disclosure.yaml': text('1'), 'XA/disclosure.yaml.sig': signPolicy(text('1'), { bureau: 'XB', version: '1' }, own.privateKey) },
      'it is a signature of bureau XB, and this is the file of XA',
    ],
    [
      'over another text',
      { ...signedFiles('XA', text('1'), own), 'XA/disclosure.yaml': text('1', '# more\n') },
      'it does not fit the file: the file was changed after it was signed, or the signature was',
    ],
    [
      'in no way',
      { 'XA/disclosure.yaml': text('1'), 'XA/disclosure.yaml.sig': 'eyJhbGciOiJub25lIn0..' },
      'it is not a detached Ed25519 signature of a disclosure file: make it with "comity policy sign"',
    ],
    [
      'as another version',
      { 'XA/disclosure.yaml': text('1'), 'XA/disclosure.yaml.sig': signPolicy(text('1'), { bureau: 'XA', version: '2' }, own.privateKey) },
      'it is a signature of version 2, and the file is version 1',
    ],
  ])('has none when the file is signed %s', async (_name, files, message) => {
    const { bureau, errors } = await load(files)
    expect(errors).toEqual([`XA/disclosure.yaml.sig error file: ${message}`])
    expect(bureau?.policy).toBe(null)
  })

  it('has none when another bureau signed its own file and put it there', async () => {
    const { bureau, errors } = await load(signedFiles('XA', text('1').replace('bureau: XA', 'bureau: XB'), own))
    expect(errors).toEqual(['XA/disclosure.yaml:2:9 error bureau: this file is for XB, but it stands in the folder of XA'])
    expect(bureau?.policy).toBe(null)
  })

  it.each<[string, string, string | null]>([
    ['the same file again', '2', null],
    ['a newer version', '2.1', null],
    ['an older version', '1.9', 'version 1.9 is not newer than 2, which was in force already: a change needs a newer version'],
    ['another spelling of the version', '02', 'version 02 is not newer than 2, which was in force already: a change needs a newer version'],
  ])('takes or refuses %s after version 2', async (_name, version, message) => {
    const { errors } = await load(signedFiles('XA', text(`'${version}'`), own), { version: '2', fileDigest: fileDigest(text("'2'")) })
    expect(errors).toEqual(message === null ? [] : [`XA/disclosure.yaml.sig error file: ${message}`])
  })

  it('has none when the same version has another text than before', async () => {
    const { errors } = await load(signedFiles('XA', text('2', '# looser\n'), own), { version: '2', fileDigest: fileDigest(text('2')) })
    expect(errors[0]).toContain('version 2 is not newer than 2')
  })

  it('must give versions an order, and no decimal numbers, which YAML shortens', async () => {
    for (const version of ['first', '1.10', '2026-11-01a', '-1', '.5']) {
      const { errors, bureau } = await load(signedFiles('XA', text(version), own))
      expect(errors, version).toContain(
        'XA/disclosure.yaml:3:10 error version: a signed file needs a version made of numbers, such as 2026-11-01.3; put one with a single dot in quotes',
      )
      expect(bureau?.policy).toBe(null)
    }
    expect((await load(signedFiles('XA', text("'1.10'"), own))).errors).toEqual([])
  })

  it('shares nothing without a file, whatever signature lies there', async () => {
    const { 'XA/disclosure.yaml.sig': sig = '' } = signedFiles('XA', text('1'), own)
    const { bureau, errors } = await load({ 'XA/disclosure.yaml.sig': sig })
    expect(errors).toEqual([])
    expect(bureau?.policy?.version).toBe('none')
  })

  it('needs keys that are keys', async () => {
    const { errors } = await load({
      'XA/bureau.yaml': declaring(bureauYaml('XA'), { ...own, key: 'c2hvcnQ' }),
      ...signedFiles('XA', text('1'), own),
    })
    expect(errors).toEqual([
      'XA/bureau.yaml:4:14 error policyKeys.0: member 1 must be an Ed25519 public key in base64url, as "comity policy keygen" prints it',
    ])
    const empty = await load({ 'XA/bureau.yaml': declaring(bureauYaml('XA')), 'XA/disclosure.yaml': text('1') })
    expect(empty.errors.some((one) => one.includes('policyKeys'))).toBe(true)
    expect(empty.bureau).toBe(undefined)
  })
})

describe('a bureau that declares no keys', () => {
  it('is taken at its word, under any version', async () => {
    const { bureau, errors } = await load({ 'XA/bureau.yaml': bureauYaml('XA'), ...signedFiles('XA', text('first'), foreign) })
    expect(errors).toEqual([])
    expect(bureau?.policy?.version).toBe('first')
    expect(bureau?.signedBy).toBe(null)
  })
})
