import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConnector } from '../../../src/connectors/open.ts'
import type { ContractFixture } from './contractFixture.ts'
import { counters, things } from './contractRows.ts'

type Fields = Readonly<Record<string, string | number | null>>

const tables: Readonly<Record<string, readonly Fields[]>> = {
  things: things.map(({ id, name, born, n }) => ({ id, name, born, n })),
  aliases: things.flatMap(({ id, aliases }) => aliases.map(({ label, pos }) => ({ thing_id: id, label, pos }))),
  counters,
}

async function fileFixture(
  format: 'ndjson' | 'csv' | 'xml',
  options: Readonly<Record<string, unknown>>,
  write: (rows: readonly Fields[]) => string,
  differences: Pick<ContractFixture, 'typed' | 'tellsNull' | 'described'>,
): Promise<ContractFixture> {
  const folder = await mkdtemp(join(tmpdir(), `comity-${format}-`))
  for (const [name, rows] of Object.entries(tables)) {
    // In two files, as a bureau drops them.
    const half = Math.ceil(rows.length / 2)
    await writeFile(join(folder, `${name}-1.${format}`), write(rows.slice(0, half)))
    await writeFile(join(folder, `${name}-2.${format}`), write(rows.slice(half)))
  }
  const sources = Object.fromEntries(Object.keys(tables).map((name) => [name, { files: `${name}-*.${format}`, format, ...options }]))
  const connector = await openConnector({ kind: 'file', folder: '.', sources }, { folder })
  return {
    connector,
    sources: { things: 'things', counters: 'counters', aliases: 'aliases' },
    children: 'table',
    filters: 'all',
    orders: 'all',
    slow: null,
    ...differences,
    absent: () => openConnector({ kind: 'file', folder: 'absent', sources }, { folder }),
    stop: async () => {
      await connector.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Rows as lines of JSON. */
export function ndjsonFixture(): Promise<ContractFixture> {
  const described = { id: { type: 'text' }, name: { type: 'text' }, born: { type: 'text' }, n: { type: 'number' } }
  return fileFixture('ndjson', {}, (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''), {
    typed: true,
    tellsNull: true,
    described,
  })
}

const texts = { id: { type: 'text' }, name: { type: 'text' }, born: { type: 'text' }, n: { type: 'text' } }

/** Rows as separated values, with semicolons and every value in quotes. */
export function csvFixture(): Promise<ContractFixture> {
  const line = (values: readonly (string | number | null)[]) =>
    `${values.map((value) => `"${String(value ?? '').replaceAll('"', '""')}"`).join(';')}\r\n`
  const write = (rows: readonly Fields[]) =>
    `\uFEFF${line(Object.keys(rows[0] ?? {}))}${rows.map((row) => line(Object.values(row))).join('')}`
  return fileFixture('csv', { delimiter: ';' }, write, { typed: false, tellsNull: false, described: texts })
}

/** Rows as XML elements. */
export function xmlFixture(): Promise<ContractFixture> {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const element = (name: string, value: string | number | null) =>
    value === null ? `<${name}/>` : `<${name}>${escaped(String(value))}</${name}>`
  const write = (rows: readonly Fields[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<list><!-- as exported -->\n${rows
      .map(
        (row) =>
          `<row>${Object.entries(row)
            .map(([name, value]) => element(name, value))
            .join('')}</row>\n`,
      )
      .join('')}</list>\n`
  return fileFixture('xml', { record: 'list/row' }, write, { typed: false, tellsNull: false, described: texts })
}
