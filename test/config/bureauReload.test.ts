import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BureauReload } from '../../src/config/bureauReload.ts'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { catalogue } from '../support/catalogue.ts'
import { bureauYaml, temporaryFolder } from './folders.ts'

/** Folders of XA and XB, looked through again after changes. */
async function looking() {
  const folder = temporaryFolder({ 'XA/bureau.yaml': bureauYaml('XA'), 'XB/bureau.yaml': bureauYaml('XB') })
  const options = { environment: {}, catalogue, connectorOptionsSchema }
  const { bureaus } = await loadBureaus(folder.path, options)
  const reload = new BureauReload({ ...options, folder: folder.path, bureaus, directory: new Set(['XA', 'XB']) })
  return {
    path: (name: string) => join(folder.path, name),
    async change(files: Readonly<Record<string, string | null>>) {
      for (const [name, content] of Object.entries(files)) {
        const path = join(folder.path, name)
        mkdirSync(dirname(path), { recursive: true })
        if (content === null) rmSync(path)
        else writeFileSync(path, content)
      }
      const found = await reload.look()
      return {
        ...found,
        /** Code and folder of each bureau. */
        who: found.bureaus.map((bureau) => `${bureau.file.code} in ${bureau.folder.slice(folder.path.length + 1)}`),
        said: [...found.problems.values()].flat().map((one) => formatProblem(one).replaceAll(`${folder.path}/`, '')),
      }
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  }
}

describe('bureau folders that are looked through again', () => {
  it('give the very same bureaus as long as their files say the same', async () => {
    using folders = await looking()
    const first = await folders.change({})
    const second = await folders.change({ 'XA/bureau.yaml': `# changed by nobody\n${bureauYaml('XA')}` })
    expect(second.bureaus[0]).toBe(first.bureaus[0])
    const third = await folders.change({ 'XA/bureau.yaml': bureauYaml('XA', 'duty24x7: true\n') })
    expect(third.bureaus[0]).not.toBe(first.bureaus[0])
    expect(third.bureaus[0]?.file.duty24x7).toBe(true)
    expect(third.bureaus[1]).toBe(first.bureaus[1])
  })

  it('give a change that came between the start and the first look', async () => {
    using folders = await looking()
    expect((await folders.change({ 'XA/bureau.yaml': bureauYaml('XA', 'duty24x7: true\n') })).bureaus[0]?.file.duty24x7).toBe(true)
  })

  it('leave a bureau as it was whose file has mistakes, cannot be read, or is cut off', async () => {
    using folders = await looking()
    const { bureaus } = await folders.change({})
    for (const [content, said] of [
      [bureauYaml('XA', 'colour: red\n'), /^XA\/bureau\.yaml:19:1 error colour/],
      ['\u0000', /^XA\/bureau\.yaml/],
      [bureauYaml('XA').slice(0, 60), /^XA\/bureau\.yaml/],
      [bureauYaml('XA').replace('column: SEXO', 'column: SEXO, codes: no'), /^XA\/bureau\.yaml/],
    ] as const) {
      const found = await folders.change({ 'XA/bureau.yaml': content })
      expect(found.said[0]).toMatch(said)
      expect(found.bureaus).toEqual(bureaus)
      expect(found.bureaus[0]).toBe(bureaus[0])
    }
    const mended = await folders.change({ 'XA/bureau.yaml': bureauYaml('XA', 'duty24x7: true\n') })
    expect([mended.said, mended.bureaus[0]?.file.duty24x7]).toEqual([[], true])
  })

  it('let a new bureau join when its file is in order, and a bureau leave whose folder is gone', async () => {
    using folders = await looking()
    expect(await folders.change({ 'XC/bureau.yaml': bureauYaml('XC', 'colour: red\n') })).toMatchObject({
      who: ['XA in XA', 'XB in XB'],
      said: [expect.stringContaining('colour')],
    })
    expect((await folders.change({ 'XC/bureau.yaml': bureauYaml('XC') })).who).toEqual(['XA in XA', 'XB in XB', 'XC in XC'])
    expect((await folders.change({ 'XA/bureau.yaml': null })).who).toEqual(['XB in XB', 'XC in XC'])
  })

  it('mean something else once there is another bureau: mappings know who there is', async () => {
    using folders = await looking()
    const first = await folders.change({})
    const second = await folders.change({ 'XC/bureau.yaml': bureauYaml('XC') })
    expect(second.directory).toEqual(new Set(['XA', 'XB', 'XC']))
    expect(second.bureaus[0]).not.toBe(first.bureaus[0])
  })

  it('leave a code to the bureau that has it, whoever claims it', async () => {
    using folders = await looking()
    const claimed = await folders.change({ '0/bureau.yaml': bureauYaml('XA'), 'XB/bureau.yaml': bureauYaml('XA') })
    expect(claimed.who).toEqual(['XA in XA', 'XB in XB'])
    expect(claimed.said).toEqual([
      expect.stringMatching(/^0\/bureau\.yaml:2:\d+ error code: another bureau/),
      expect.stringMatching(/^XB\/bureau\.yaml:2/),
    ])
    // And while its own file is broken too.
    expect((await folders.change({ 'XA/bureau.yaml': bureauYaml('XA', 'colour: red\n') })).who).toEqual(['XA in XA', 'XB in XB'])
  })

  it('may change their codes, all at once', async () => {
    using folders = await looking()
    const swapped = await folders.change({ 'XA/bureau.yaml': bureauYaml('XB'), 'XB/bureau.yaml': bureauYaml('XA') })
    expect([swapped.who, swapped.said]).toEqual([['XA in XB', 'XB in XA'], []])
    renameSync(folders.path('XA'), folders.path('XZ'))
    expect((await folders.change({ 'XB/bureau.yaml': bureauYaml('XD') })).who).toEqual(['XB in XZ', 'XD in XB'])
  })

  it('change nothing when all of them are gone: a disk is away', async () => {
    using folders = await looking()
    const none = await folders.change({ 'XA/bureau.yaml': null, 'XB/bureau.yaml': null })
    expect([none.who, none.said]).toEqual([['XA in XA', 'XB in XB'], [expect.stringContaining('no folder in it has a bureau.yaml')]])
    rmSync(folders.path('.'), { recursive: true })
    const away = await folders.change({})
    expect([away.who, away.said]).toEqual([['XA in XA', 'XB in XB'], [expect.stringContaining('there is no such folder')]])
    mkdirSync(folders.path('.'))
  })
})
