import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparePolicies } from '../../src/cli/comparePolicies.ts'
import { coverPolicy } from '../../src/cli/coverPolicy.ts'
import { policyTest } from '../../src/cli/policyTest.ts'
import { progress } from '../../src/cli/progress.ts'
import { type ViewAsOptions, viewAs } from '../../src/cli/viewAs.ts'
import { temporaryFolder } from '../config/folders.ts'

const bureaus = join(import.meta.dirname, '..', '..', 'examples', 'bureaus')

/** A place for output that is no terminal. */
function sink() {
  const written = { out: [] as string[], err: [] as string[] }
  const io = {
    out: { write: (text: string) => written.out.push(text) },
    err: { write: (text: string) => written.err.push(text) },
    environment: {},
  }
  return { io, texts: () => ({ out: written.out.join(''), err: written.err.join('') }) }
}

async function run(command: (io: ReturnType<typeof sink>['io']) => Promise<number>) {
  const { texts, io } = sink()
  const code = await command(io)
  const { out, err } = texts()
  for (const text of [out, err]) expect(text).not.toContain('\u001b')
  for (const line of out.split('\n').filter((one) => !one.includes('/'))) expect(line.length).toBeLessThanOrEqual(120)
  return { code, out, err }
}

/** Runs with a copy of the demo bureaus in which one file is changed. */
async function changed<T>(bureau: string, change: (text: string) => string, use: (folder: string) => Promise<T>): Promise<T> {
  using folder = temporaryFolder({ 'empty/x': '' })
  const copy = join(folder.path, 'bureaus')
  cpSync(bureaus, copy, { recursive: true })
  const path = join(copy, bureau, 'disclosure.yaml')
  const text = readFileSync(path, 'utf8')
  expect(change(text)).not.toBe(text)
  writeFileSync(path, change(text))
  return await use(copy)
}

const border = { as: 'xc-border', purpose: 'BORDER_CHECK', date: '2026-06-15' }
const view = (options: ViewAsOptions, folder = bureaus) => run((io) => viewAs(folder, options, io))

describe('comity view-as', () => {
  it('prints what a persona may come to learn, bureau by bureau and type by type', async () => {
    const { code, out } = await view(border)
    expect(code).toBe(0)
    expect(out).toContain('xc-border of XC: BORDER_OFFICER, clearance 1; for BORDER_CHECK on 2026-06-15; under BILAT-XC-XD, CONV-5')
    for (const bureau of ['XA', 'XB', 'XC', 'XD', 'XE']) expect(out).toMatch(new RegExp(`^${bureau}  `, 'm'))
    expect(out).toMatch(/^ {4}masked {7}documents$/m)
    expect(out).toContain('and XC is listed in them')
  })

  it('shows one bureau and one type when asked', async () => {
    const { out } = await view({ ...border, bureau: 'XA', type: 'Person' })
    expect(out.match(/^X\w /gm)).toEqual(['XA '])
    expect(out.match(/^ {2}\w+:/gm)).toEqual(['  Person:'])
  })

  it('takes a caller who is written out, with the agreements of the registry or their own', async () => {
    const caller = '{ country: XC, roles: [BORDER_OFFICER], clearance: 1 }'
    const written = await view({ ...border, as: undefined as never, caller, bureau: 'XA' })
    expect(written.out.split('\n').slice(1)).toEqual((await view({ ...border, bureau: 'XA' })).out.split('\n').slice(1))
    const without = await view({
      caller: caller.replace(' }', ', agreements: [] }'),
      purpose: 'BORDER_CHECK',
      bureau: 'XA',
      type: 'Person',
    })
    expect(without.out).toContain('Person: not shown')
  })

  it('writes a page that needs nothing from elsewhere', async () => {
    using folder = temporaryFolder({ 'x/y': '' })
    const html = join(folder.path, 'view.html')
    expect((await view({ ...border, html })).code).toBe(0)
    const page = readFileSync(html, 'utf8')
    expect(page).toContain('<html lang="en">')
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/(src|href)="(?!#)|@import|url\(/)
    for (const word of ['withheld', 'masked', 'generalised', 'full', 'it depends']) expect(page).toContain(`</span> ${word}</span>`)
    expect(page).toContain('<th scope="row">birthDate</th>')
    // Every reference within the page leads somewhere.
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
    for (const [, target] of page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(target)
  })

  it('writes what files say as text, whatever signs are in it', async () => {
    using folder = temporaryFolder({ 'x/y': '' })
    const html = join(folder.path, 'view.html')
    const rename = (text: string) => text.replace(/^version: .*$/m, 'version: "<script>&x"')
    expect((await changed('XA', rename, (copy) => view({ ...border, html }, copy))).code).toBe(0)
    expect(readFileSync(html, 'utf8')).not.toContain('<script')
  })

  it.each([
    [{ as: 'xc-bordr', purpose: 'BORDER_CHECK' }, 'There is no persona "xc-bordr"; did you mean "xc-border"?'],
    [{ as: 'xc-border', purpose: 'BORDER' }, 'There is no purpose "BORDER"'],
    [{ as: 'xc-border' }, 'Say why they ask: --purpose <purpose>.'],
    [{ purpose: 'BORDER_CHECK' }, 'Say who asks: --as <persona>, or --caller <YAML>.'],
    [{ ...border, bureau: 'XQ' }, 'There is no bureau "XQ"'],
    [{ ...border, type: 'Persn' }, 'did you mean "Person"?'],
    [{ ...border, date: '2026-02-30' }, '"2026-02-30" is not a day'],
    [{ purpose: 'BORDER_CHECK', caller: '{ country: XC, role: [X] }' }, '--caller is not a caller'],
    [
      { purpose: 'BORDER_CHECK', caller: '{ country: XC, roles: [INVESTIGATR] }' },
      'There is no role "INVESTIGATR"; did you mean "INVESTIGATOR"?',
    ],
  ])('says of %j what to write instead', async (options, sentence) => {
    const { code, out, err } = await view(options as ViewAsOptions)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(sentence)
  })

  it('says when no bureau has the code of the caller, and still tells what they would learn', async () => {
    const { code, out, err } = await view({ caller: '{ country: XQ }', purpose: 'BORDER_CHECK', bureau: 'XA' })
    expect([code, err]).toEqual([0, 'No bureau in this folder has the code "XQ".\n'])
    expect(out).toContain('written-out of XQ')
    expect((await view({ ...border, bureau: 'XA' })).err).toBe('')
  })

  it('says when the page cannot be written', async () => {
    using folder = temporaryFolder({ 'x/y': '' })
    const html = join(folder.path, 'nowhere', 'view.html')
    expect(await view({ ...border, html })).toEqual({ code: 1, out: '', err: `${html} cannot be written.\n` })
  })

  it('says when the rules of a bureau cannot be read, and shows the others', async () => {
    const { code, out } = await changed(
      'XB',
      (text) => text.replace('level: full', 'level: fulll'),
      (copy) => view(border, copy),
    )
    expect(code).toBe(1)
    expect(out).toMatch(/^XB .*\n {2}its rules cannot be read/m)
    expect(out).toContain('masked       documents')
  })
})

describe('comity policy test', () => {
  it('tells how each test went', async () => {
    const { code, out } = await run((io) => policyTest(bureaus, io))
    expect(code).toBe(0)
    expect(out).toContain('    ok    an investigator of XC has no treaty on documents')
    expect(out).toMatch(/\d+ tests: \d+ passed, 0 failed/)
  })

  it('fails with the line and both levels', async () => {
    const wrong = (text: string) =>
      text.replace('expect: { record: listed, birthDate: full, documents: none }', 'expect: { record: listed, documents: full }')
    const { code, out } = await changed('XA', wrong, (copy) => run((io) => policyTest(join(copy, 'XA'), io)))
    expect(code).toBe(1)
    expect(out).toMatch(/ {4}FAILS an investigator of XC has no treaty on documents\n {12}line \d+: documents should be full but is none/)
    expect(out).toMatch(/1 failed/)
  })

  it('fails for a file with errors, and where there is none', async () => {
    const { code, out } = await changed(
      'XA',
      (text) => text.replace('cap: none', 'cap: non'),
      (copy) => run((io) => policyTest(copy, io)),
    )
    expect(code).toBe(1)
    expect(out).toMatch(/error .*XA\/disclosure\.yaml:\d+:\d+/)
    expect(await run((io) => policyTest(join(bureaus, 'XZ'), io))).toMatchObject({
      code: 1,
      out: expect.stringContaining('there is no disclosure.yaml here'),
    })
  })
})

describe('comity policy coverage --min', () => {
  it.each([Number.NaN, -1, 101])('takes a number from 0 to 100, not %d', async (min) => {
    const { code, out, err } = await run((io) => coverPolicy(bureaus, { min }, io))
    expect([code, out, err]).toEqual([1, '', 'Say --min as a number from 0 to 100.\n'])
  })
})

describe('comity policy diff', () => {
  const diff = (bureau: string, change: (text: string) => string, options = {}) =>
    changed(bureau, change, (copy) =>
      run((io) => comparePolicies(join(bureaus, bureau), join(copy, bureau, 'disclosure.yaml'), options, io)),
    )

  it.each(['XA', 'XB', 'XC', 'XD', 'XE'])('finds nothing between the file of %s and itself', async (bureau) => {
    const { code, out } = await run((io) => comparePolicies(join(bureaus, bureau), join(bureaus, bureau), {}, io))
    expect([code, out]).toEqual([0, 'Nobody learns more or less. 0 kinds of callers compared.\n'])
  })

  it('exits with 3 when somebody learns more, and says who, what and of which record', async () => {
    const { code, out } = await diff('XA', (text) =>
      text.replace('caller.roles && caller.clearance >= 2', 'caller.roles && caller.clearance >= 1'),
    )
    expect(code).toBe(3)
    expect(out).toContain(
      'Person birthDate: generalised -> full\n    - callers with the role INVESTIGATOR, with clearance 1, under CONV-5, for INVESTIGATION\n',
    )
    expect(out).toContain('Loosens.')
    expect(out).not.toContain('Loses')
  })

  it('exits with 0 when somebody learns less', async () => {
    const { code, out } = await diff('XA', (text) =>
      text.replace('caller.roles && caller.clearance >= 2', 'caller.roles && caller.clearance >= 3'),
    )
    expect(code).toBe(0)
    expect(out).toContain('Person birthDate: full -> generalised')
    expect(out).toContain('Tightens only.')
  })

  it('prints JSON', async () => {
    const { out } = await diff('XD', (text) => text.replace('cap: none', 'cap: hit'), { json: true })
    const found = JSON.parse(out) as { loosens: boolean; exhaustive: boolean; changes: { from: string; to: string }[] }
    expect(found).toMatchObject({ loosens: expect.any(Boolean), exhaustive: true })
  })

  it('compares every demo bureau with one that shares nothing, in seconds', async () => {
    for (const bureau of ['XA', 'XB', 'XC', 'XD', 'XE']) {
      const bare = (text: string) => `${text.slice(0, text.indexOf('\nrules:'))}\nrules: []\n`
      const { code, out } = await diff(bureau, bare)
      expect(code).toBe(0)
      expect(out).toContain('Tightens only.')
      expect(out).not.toContain('not exhaustive')
    }
  }, 60_000)

  it('exits with 1 when a file cannot be compared', async () => {
    expect(await diff('XA', (text) => text.replace('cap: none', 'cap: non'))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('error'),
    })
    expect(await run((io) => comparePolicies(bureaus, bureaus, {}, io))).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds 5 disclosure files'),
    })
  })
})

describe('comity policy coverage', () => {
  it('tells what the tests of a file do not show, with the line of the rule, and fails below what is asked for', async () => {
    const { code, out } = await run((io) => coverPolicy(join(bureaus, 'XA'), { min: 0 }, io))
    expect(code).toBe(0)
    expect(out).toMatch(/permits decide in a test, \d+ of \d+ caps bind,/)
    expect(out).toMatch(/^ {2}line \d+, XA-/m)
    expect((await run((io) => coverPolicy(join(bureaus, 'XA'), { min: 100 }, io))).code).toBe(1)
  })

  it('tells of a permit whose test was taken out', async () => {
    const before = await run((io) => coverPolicy(join(bureaus, 'XA'), { min: 0 }, io))
    expect(before.out).not.toContain('XA-P7\n    - no test would notice')
    const without = (text: string) => text.replace(/ {2}- title: suspects are shown to XB\n(?: {4}.*\n)+/, '')
    const after = await changed('XA', without, (copy) => run((io) => coverPolicy(join(copy, 'XA'), { min: 0 }, io)))
    expect(after.out).toMatch(/XA-P7\n {4}- no test would notice if this permit were taken away/)
  })
})

describe('progress', () => {
  it('is one line on a terminal, gone at the end, and nothing elsewhere', () => {
    const written: string[] = []
    const terminal = { isTTY: true, write: (text: string) => written.push(text) }
    const bar = progress(terminal, 'comparing')
    for (const done of [1, 1, 2, 4]) bar.show(done, 4)
    bar.clear()
    expect(written).toEqual(['\rcomparing  25 %', '\rcomparing  50 %', '\rcomparing 100 %', `\r${' '.repeat(15)}\r`])
    written.length = 0
    const silent = progress({ write: terminal.write }, 'comparing')
    silent.show(1, 2)
    silent.clear()
    expect(written).toEqual([])
  })
})
