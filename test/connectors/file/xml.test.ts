import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NativeRow } from '../../../src/connectors/connector.ts'
import { readXml } from '../../../src/connectors/file/readXml.ts'

describe('an XML file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'comity-xml-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function read(text: string | Buffer, options: { record?: string; arrays?: readonly string[] } = {}): Promise<NativeRow[]> {
    const rows: NativeRow[] = []
    await writeFile(join(folder, 'x.xml'), text)
    const sink = { row: (row: NativeRow) => void rows.push(row), broken: () => {} }
    const source = { files: 'x.xml', format: 'xml', record: options.record ?? 'r', arrays: [...(options.arrays ?? [])] } as const
    await readXml({ path: join(folder, 'x.xml'), from: 0, settled: true, signal: new AbortController().signal }, sink, {
      ...source,
      arrays: [...source.arrays],
    })
    return rows
  }

  it('becomes objects of child elements', async () => {
    expect(
      await read('<l><r a="1"><id>7</id><n> two  words </n><e/><sp> </sp><o><x>1</x></o><m>a</m><m>b</m><c><![CDATA[<&>]]></c></r></l>'),
    ).toEqual([{ '@a': '1', id: '7', n: 'two  words', e: null, sp: null, o: { x: '1' }, m: ['a', 'b'], c: '<&>' }])
  })

  it('keeps text beside attributes and children', async () => {
    expect(await read('<l><r><d q="good">1970</d><p>before<b>1</b>after</p></r></l>')).toEqual([
      { d: { '@q': 'good', '#text': '1970' }, p: { b: '1', '#text': 'beforeafter' } },
    ])
  })

  it('has lists where the options say so, even of one or none', async () => {
    const text = '<l><r><a><v>1</v></a><n><VALUE>x</VALUE></n></r><r><a/><n/></r><r/></l>'
    expect(await read(text, { arrays: ['a', 'n.VALUE'] })).toEqual([
      { a: [{ v: '1' }], n: { VALUE: ['x'] } },
      { a: [], n: null },
      { a: [] },
    ])
  })

  it('is found by path where names repeat', async () => {
    expect(await read('<l><p><r><id>1</id></r></p><q><r><id>2</id></r></q></l>', { record: 'l/q/r' })).toEqual([{ id: '2' }])
  })

  it('is read in the encoding that it declares', async () => {
    expect(await read(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><l><r><id>M\xfcller</id></r></l>', 'latin1'))).toEqual([
      { id: 'Müller' },
    ])
    expect(await read(Buffer.from('\uFEFF<l><r><id>漢</id></r></l>', 'utf16le'))).toEqual([{ id: '漢' }])
  })

  it.each([
    ['entities of its own', '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><l><r><id>&b;</id></r></l>'],
    ['entities from elsewhere', '<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/hostname">]><l><r><id>&f;</id></r></l>'],
    ['nesting without end', `<l>${'<x>'.repeat(100)}${'</x>'.repeat(100)}</l>`],
    ['an element that is not closed', '<l><r><id>1</id>'],
  ])('is refused with %s', async (_words, text) => {
    await expect(read(text)).rejects.toThrow()
  })
})
