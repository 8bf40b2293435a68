import { appendFile, mkdtemp, rename, rm, symlink, truncate, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connector, NativeQuery } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'

const query: NativeQuery = {
  source: 's',
  key: 'id',
  keyOrder: 'text',
  fields: ['id'],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 1000,
  page: null,
}

describe('files that change', () => {
  let folder = ''
  let connector: Connector
  const logged: string[] = []
  const open = (source: Readonly<Record<string, unknown>>, differences: Readonly<Record<string, unknown>> = {}) =>
    openConnector(
      { kind: 'file', folder: '.', refreshMs: 0, sources: { s: source }, ...differences },
      { folder, log: (_level, words) => logged.push(words) },
    )
  const write = (name: string, text: string | Buffer) => writeFile(join(folder, name), text)
  const rows = async () => (await connector.find(query, callWithin(5000))).rows
  const ids = async () => (await rows()).map((row) => row['id'])
  beforeEach(async () => {
    logged.length = 0
    folder = await mkdtemp(join(tmpdir(), 'comity-files-'))
    connector = await open({ files: '*.ndjson', format: 'ndjson' })
  })
  afterEach(async () => {
    await connector.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('are read on from where they ended', async () => {
    await write('a.ndjson', '{"id":"1"}\n{"id":"2"}\n')
    expect(await ids()).toEqual(['1', '2'])
    await appendFile(join(folder, 'a.ndjson'), '{"id":"3"}\n')
    expect(await ids()).toEqual(['1', '2', '3'])
    await write('b.ndjson', '{"id":"4"}\n')
    expect(await ids()).toEqual(['1', '2', '3', '4'])
    await unlink(join(folder, 'a.ndjson'))
    expect(await ids()).toEqual(['4'])
  })

  it('wait for the end of a line that is being written', async () => {
    await write('a.ndjson', '{"id":"1"}\n{"id":"2","na')
    expect(await ids()).toEqual(['1'])
    await appendFile(join(folder, 'a.ndjson'), 'me":"é"}\n')
    expect(await rows()).toEqual([{ id: '1' }, { id: '2', name: 'é' }])
    expect(logged).toEqual([])
  })

  it('count a last line without its end, once it is whole', async () => {
    await write('a.ndjson', '{"id":"1"}\r\n{"id":"2"}')
    expect(await ids()).toEqual(['1', '2'])
    await appendFile(join(folder, 'a.ndjson'), '\n{"id":"3"}')
    expect(await ids()).toEqual(['1', '2', '3'])
  })

  it('count it once, in child tables too', async () => {
    await connector.close()
    const sources = { s: { files: 'a.ndjson', format: 'ndjson' }, c: { files: 'c.ndjson', format: 'ndjson' } }
    connector = await openConnector({ kind: 'file', folder: '.', refreshMs: 0, sources }, { folder })
    await write('a.ndjson', '{"id":"1"}\n')
    await write('c.ndjson', '{"of":"1","n":1}\n{"of":"1","n":2}')
    const child = { name: 'c', source: 'c', on: 'of', parent: 'id', fields: ['n'], orderBy: 'n' }
    const numbers = async () => {
      const { rows: found } = await connector.find({ ...query, children: [child] }, callWithin(5000))
      const children = (found[0]?.['c'] ?? []) as readonly { readonly n: number }[]
      return children.map(({ n }) => n)
    }
    expect(await numbers()).toEqual([1, 2])
    await appendFile(join(folder, 'c.ndjson'), '\n{"of":"1","n":3}\n')
    expect(await numbers()).toEqual([1, 2, 3])
  })

  it('leave out a broken line, count it in the log without its content, and lose no other row', async () => {
    await write('a.ndjson', '{"id":"1"}\n{"id": secret}\n[1]\n\n{"id":"2"}\n')
    expect(await ids()).toEqual(['1', '2'])
    expect(logged).toEqual(['a.ndjson, line 2: not a JSON object; left out', 'a.ndjson, line 3: not a JSON object; left out'])
  })

  it('are read anew when they were replaced or cut', async () => {
    await write('a.ndjson', '{"id":"1"}\n{"id":"2"}\n')
    expect(await ids()).toEqual(['1', '2'])
    await write('new', '{"id":"8"}\n{"id":"9"}\n{"id":"7"}\n')
    await rename(join(folder, 'new'), join(folder, 'a.ndjson'))
    expect(await ids()).toEqual(['7', '8', '9'])
    await truncate(join(folder, 'a.ndjson'), 11)
    expect(await ids()).toEqual(['8'])
    await write('a.ndjson', '{"id":"5"}\n')
    expect(await ids()).toEqual(['5'])
  })

  it('replace earlier rows with the same key, and remove marked ones', async () => {
    await connector.close()
    connector = await open({ files: '*.ndjson', format: 'ndjson', deleted: { path: 'state', values: ['GONE'] } })
    await write('a.ndjson', '{"id":"1","n":1}\n{"id":"2","n":1}\n{"id":"1","n":2}\n')
    await write('b.ndjson', '{"id":"2","state":"GONE"}\n')
    expect(await rows()).toEqual([{ id: '1', n: 2 }])
    await appendFile(join(folder, 'b.ndjson'), '{"id":"2","n":3}\n')
    expect(await rows()).toEqual([
      { id: '1', n: 2 },
      { id: '2', n: 3 },
    ])
  })

  it('keep a page stable while they grow', async () => {
    await write('a.ndjson', Array.from({ length: 20 }, (_, i) => `{"id":"k${String(i).padStart(2, '0')}"}\n`).join(''))
    const first = await connector.find({ ...query, limit: 10 }, callWithin(5000))
    await appendFile(join(folder, 'a.ndjson'), '{"id":"a"}\n{"id":"z"}\n')
    const second = await connector.find({ ...query, limit: 100, page: first.next }, callWithin(5000))
    expect([...first.rows, ...second.rows].map((row) => row['id'])).toEqual([
      ...Array.from({ length: 20 }, (_, i) => `k${String(i).padStart(2, '0')}`),
      'z',
    ])
  })

  it('with too many rows are an error that says so', async () => {
    await connector.close()
    connector = await open({ files: '*.ndjson', format: 'ndjson' }, { maxRows: 3 })
    await write('a.ndjson', '{"id":"1"}\n{"id":"2"}\n')
    await write('b.ndjson', '{"id":"3"}\n{"id":"4"}\n')
    await expect(rows()).rejects.toMatchObject({
      reason: 'BAD_ANSWER',
      message: expect.stringContaining('more than 3 rows: raise maxRows'),
    })
  })

  it('outside the folder are never read', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'comity-outside-'))
    await writeFile(join(outside, 'secret.ndjson'), '{"id":"secret"}\n')
    await symlink(join(outside, 'secret.ndjson'), join(folder, 'link.ndjson'))
    await write('a.ndjson', '{"id":"1"}\n')
    expect(await ids()).toEqual(['1'])
    const escaping = await open({ files: '../**/*.ndjson', format: 'ndjson' })
    expect((await escaping.find(query, callWithin(5000))).rows.map((row) => row['id'])).not.toContain('secret')
    await escaping.close()
    await rm(outside, { recursive: true })
  })

  it('of separated values wait for their last line, and take it when nothing more comes', async () => {
    await connector.close()
    connector = await open({ files: '*.csv', format: 'csv', encoding: 'latin1', delimiter: ';' })
    await write('a.csv', Buffer.from('id;name\n1;M\xfcller\n2;"two\nlines;"\n3;one;too;many\n4;hal', 'latin1'))
    expect(await rows()).toEqual([
      { id: '1', name: 'Müller' },
      { id: '2', name: 'two\nlines;' },
    ])
    expect(logged).toEqual(['a.csv, line 5: 4 values for 2 columns; left out'])
    await utimes(join(folder, 'a.csv'), 1, 1)
    expect((await rows()).at(-1)).toEqual({ id: '4', name: 'hal' })
  })

  it('of XML that break off keep what they said before', async () => {
    await connector.close()
    connector = await open({ files: '*.xml', format: 'xml', record: 'r' })
    await write('a.xml', '<l><r><id>1</id></r><r><id>2</id></r></l>')
    expect(await ids()).toEqual(['1', '2'])
    await write('a.xml', '<l><r><id>3</id></r><r><id>')
    expect(await ids()).toEqual(['1', '2'])
    await write('a.xml', '<l><r><id>3</id></r><r><id>4</id></r></l>')
    expect(await ids()).toEqual(['3', '4'])
  })

  it('that can never be read are an error, not an empty source', async () => {
    await connector.close()
    connector = await open({ files: '*.json', format: 'json', rows: 'data' })
    await write('a.json', '{"data": [')
    await expect(rows()).rejects.toMatchObject({ reason: 'BAD_ANSWER' })
    await write('a.json', '\uFEFF{"data": [{"id":"1"}, 7]}')
    expect(await ids()).toEqual(['1'])
  })
})
