import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LoadedBureaus, loadBureaus } from '../../src/config/loadBureaus.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { catalogue } from '../support/catalogue.ts'
import { bureauYaml, temporaryFolder } from './folders.ts'

const none = 'comity: disclosure/v1\nbureau: XA\nversion: 1\nrules: []\n'

async function load(files: Readonly<Record<string, string | Uint8Array>>, environment: Readonly<Record<string, string | undefined>> = {}) {
  using folder = temporaryFolder(files)
  const loaded = await loadBureaus(folder.path, { environment, catalogue, connectorOptionsSchema })
  return { ...loaded, lines: lines(loaded, folder.path) }
}

function lines({ problems }: LoadedBureaus, folder: string): string[] {
  return problems.filter((one) => one.severity === 'error').map((one) => formatProblem(one).replace(`${folder}/`, ''))
}

/** The errors that a change of a sound file brings. */
async function errorsOf(change: (text: string) => string, environment: Readonly<Record<string, string>> = {}) {
  return (await load({ 'XA/bureau.yaml': change(bureauYaml('XA')) }, environment)).lines
}

describe('a folder of bureaus', () => {
  it('gives each bureau with its profile, limits, mappings and policy, in the order of codes', async () => {
    const { bureaus, lines: errors } = await load({
      'b/bureau.yaml': bureauYaml('XA'),
      'a/bureau.yaml': bureauYaml('XB'),
      'b/disclosure.yaml': none,
      'c/notes.txt': '',
    })
    expect(errors).toEqual([])
    expect(bureaus.map((one) => one.file.code)).toEqual(['XA', 'XB'])
    const [first] = bureaus
    expect(first?.file).toMatchObject({
      ...{ code: 'XA', kind: 'NCB', duty24x7: false, contact: null, supervision: 'NONE' },
      limits: {
        deadlineMs: 2500,
        concurrency: 8,
        queue: 32,
        pageRows: 200,
        scanRows: 20_000,
        slowMs: null,
        breakerPercent: 50,
        retryPercent: 10,
        hedgePercent: 8,
      },
      connector: { kind: 'sqlite', file: './cases.sqlite' },
    })
    expect(first?.mappings.get('Person')?.mapped).toEqual(new Set(['sex', 'recordedAt']))
    expect(first?.disclosureFile?.text).toBe(none)
    expect(first?.policy?.version).toBe('1')
  })

  it('warns of a bureau without a disclosure file, which then shares nothing', async () => {
    const { bureaus, problems } = await load({ 'XA/bureau.yaml': bureauYaml('XA') })
    expect(problems.map((one) => [one.severity, one.message])).toEqual([
      ['warning', 'there is no such file, so nothing of this bureau is disclosed to others'],
    ])
    expect(bureaus[0]?.policy?.version).toBe('none')
    expect(bureaus[0]?.disclosureFile).toBeNull()
  })

  it('tells every mistake of every file, with place, path and suggestion', async () => {
    const broken = bureauYaml('XA')
      .replace('timeZone: Europe/Lisbon', 'timeZon: Europe/Lisbon')
      .replace('codes: sex', 'codes: sx')
      .replace('kind: sqlite', 'kind: sqlite\n  fil: x')
    const { lines: errors, bureaus } = await load({
      'XA/bureau.yaml': broken,
      'XB/bureau.yaml': bureauYaml('XB').replace('Person:', 'Persn:'),
      'XB/disclosure.yaml': 'x: 1',
    })
    expect(errors.filter((one) => !one.includes('disclosure.yaml'))).toEqual([
      'XA/bureau.yaml:1:1 error timeZone: "timeZone" is missing',
      'XA/bureau.yaml:4:1 error timeZon: "timeZon" is not known here (did you mean "timeZone"?)',
      'XA/bureau.yaml:8:3 error connector.fil: "fil" is not known here (did you mean "file"?)',
      'XA/bureau.yaml:18:30 error mapping.types.Person.fields.sex.codes: there is no code table "sx" (did you mean "sex"?)',
      'XB/bureau.yaml:13:5 error mapping.types.Persn: there is no record type "Persn" (did you mean "Person"?)',
    ])
    expect(errors.some((one) => one.startsWith('XB/disclosure.yaml:1:'))).toBe(true)
    expect(bureaus.map((one) => one.file.code)).toEqual(['XB'])
  })

  it('keeps the head of a bureau whose mapping has mistakes, so that the hub can name it', async () => {
    const { bureaus } = await load({ 'XA/bureau.yaml': bureauYaml('XA', '        sx: { colum: A }\n') })
    expect(bureaus[0]?.file).toMatchObject({ code: 'XA', name: 'Central Bureau of XA', mapping: { types: {} } })
    expect(bureaus[0]?.mappings.size).toBe(0)
    expect(bureaus[0]?.problems.some((one) => one.severity === 'error')).toBe(true)
  })

  it('refuses a code that two bureaus have', async () => {
    const { lines: errors, bureaus } = await load({ 'a/bureau.yaml': bureauYaml('XA'), 'b/bureau.yaml': bureauYaml('XA') })
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain('b/bureau.yaml:2:1 error code: another bureau has this code')
    expect(bureaus.filter((one) => one.problems.some((problem) => problem.severity === 'error'))).toHaveLength(1)
  })

  it('says so when there is nothing to load', async () => {
    expect((await load({ 'notes.txt': '' })).lines[0]).toContain('there is no folder with a bureau.yaml in it')
    const missing = await loadBureaus('/nowhere/at/all', { environment: {}, catalogue, connectorOptionsSchema })
    expect(missing.problems.map((one) => one.message)).toEqual(['there is no such folder, or it cannot be read'])
  })
})

describe('references to the environment', () => {
  const withFile = (text: string) => (file: string) => file.replace(/file: .*/, () => `file: ${text}`)

  it.each([
    ['${X_FILE}', { X_FILE: './a.db' }, './a.db'],
    ['${X_FILE:-./b.db}', {}, './b.db'],
    ['${X_FILE:-./b.db}', { X_FILE: '' }, './b.db'],
    ['./${X_DIR}/${X_FILE:-c.db}', { X_DIR: 'd' }, './d/c.db'],
    ['./$${X_FILE}', {}, './${X_FILE}'],
    ['./$5', {}, './$5'],
  ])('%s with %j is %s', async (text, environment, expected) => {
    const { bureaus, lines: errors } = await load({ 'XA/bureau.yaml': withFile(text)(bureauYaml('XA')) }, environment)
    expect(errors).toEqual([])
    expect(bureaus[0]?.file.connector['file']).toBe(expected)
  })

  it('that are not set are told by name, at their place', async () => {
    expect(await errorsOf(withFile('${X_FILE}'))).toEqual([
      'XA/bureau.yaml:8:3 error connector.file: the environment variable X_FILE is not set (set X_FILE, or write ${X_FILE:-default})',
      'XA/bureau.yaml:8:3 error connector.file: "file" is too small or too short: at least 1',
    ])
    expect(await errorsOf(withFile('x${ }'))).toEqual([
      'XA/bureau.yaml:8:3 error connector.file: a reference is written ${NAME} or ${NAME:-default} (write $${ for a plain ${)',
    ])
  })

  it('never show what they stand for', async () => {
    const errors = await errorsOf(
      (text) => text.replace('kind: sqlite', 'kind: postgres').replace(/file: .*/, 'url: ${SECRET}\n  connections: ${SECRET}'),
      { SECRET: 'hunter2' },
    )
    expect(errors).toHaveLength(1)
    expect(errors.join()).not.toContain('hunter2')
  })
})

describe('a bureau.yaml that is', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'XA/bureau.yaml:1:1 error file: the file must be made of keys and values'],
    ['a list', '- a', 'XA/bureau.yaml:1:1 error file: the file must be made of keys and values'],
    ['not YAML', 'a: [', 'XA/bureau.yaml:1:'],
    ['two documents', 'a: 1\n---\nb: 1', 'XA/bureau.yaml:2:1 error file: Source contains multiple documents'],
    ['the same key twice', 'code: XA\ncode: XB', 'XA/bureau.yaml:2:1 error file: Map keys must be unique'],
    ['the same code twice, quoted and bare', "codes: { 1: a, '1': b }", 'XA/bureau.yaml:1:16 error 1: "1" stands twice in the same place'],
    ['a bomb', bomb(), 'XA/bureau.yaml:1:1 error file: aliases repeat too much: write it out'],
    ['nested without end', '['.repeat(50_000), 'XA/bureau.yaml:'],
    ['too large', `# ${'x'.repeat(1024 * 1024)}`, 'XA/bureau.yaml error file: it is larger than 1 MiB'],
    ['not UTF-8', new Uint8Array([0x61, 0x3a, 0xff]), 'XA/bureau.yaml error file: it is not UTF-8 text'],
    ['tagged with code', 'code: !!js/function "x"', 'XA/bureau.yaml:1:7 error file: Unresolved tag'],
  ])('%s is refused', async (_, content, message) => {
    const { lines: errors, bureaus } = await load({ 'XA/bureau.yaml': content })
    expect(errors[0]).toContain(message)
    expect(bureaus).toEqual([])
  })

  it.each([
    ['a code in lower case', /code: XA/, 'code: xa', '"code" must be two or three upper-case letters or digits'],
    ['an unknown language of files', 'bureau/v1', 'bureau/v2', '"comity" must be bureau/v1'],
    ['a zone nobody knows', 'Europe/Lisbon', 'Europe/Lisbonne', '"timeZone" must be an IANA time zone'],
    ['text for a list', '[pt, en]', 'pt', '"languages" must be a list'],
    ['an unknown kind of connector', 'kind: sqlite', 'kind: oracle', "unknown connector kind 'oracle'"],
    ['an option of the wrong type', /file: .*/, 'file: [1]', '"file" must be text'],
    ['a number for a code', "'2': F", "'2': 5", '"2" must be text'],
    ['an unknown transform', 'codes: sex }', 'code: sex }', '"code" is not known here (did you mean "codes"?)'],
    ['a unit nobody knows', 'codes: sex }', 'unit: cmm }', '"unit" must be one of'],
    ['limits beyond reason', 'languages:', 'limits: { deadlineMs: 1 }\nlanguages:', '"deadlineMs" is too small or too short: at least 50'],
  ])('%s is refused in words', async (_, from, to, message) => {
    expect((await errorsOf((text) => text.replace(from, to))).join('\n')).toContain(message)
  })

  it('a folder is told of, not followed', async () => {
    using folder = temporaryFolder({})
    mkdirSync(join(folder.path, 'XA', 'bureau.yaml'), { recursive: true })
    const { problems } = await loadBureaus(folder.path, { environment: {}, catalogue, connectorOptionsSchema })
    expect(problems.map((one) => one.message)).toContain('it is not a file')
  })

  it('anything at all never makes the hub throw', async () => {
    const words = [
      'comity: bureau/v1',
      'code: XA',
      'mapping:',
      '  types:',
      '    Person: {',
      '}',
      '&a',
      '*a',
      '- ',
      'fields: ',
      '${X}',
      ': ',
      '[',
      ']',
      '\t',
      '"',
      '? ',
      '!!map',
      '|',
      '__proto__: 1',
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 }), async (parts) => {
        await load({ 'XA/bureau.yaml': parts.join('\n') })
      }),
      { numRuns: 200 },
    )
  })
})

function bomb(): string {
  const levels = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [before, name] of [...'abcdefgh'].map((letter, i, all) => [letter, all[i + 1]] as const)) {
    if (name !== undefined) levels.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`)
  }
  return levels.join('\n')
}
