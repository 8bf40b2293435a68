import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import type { Connector } from '../../src/connectors/connector.ts'
import { openConnector } from '../../src/connectors/open.ts'
import { compileMapping } from '../../src/mapping/compileMapping.ts'
import type { MappingFile } from '../../src/mapping/language.ts'
import type { TypeMapping } from '../../src/mapping/typeMapping.ts'
import { catalogue } from '../disclosure/support/caseCatalogue.ts'
import { query as mariadbQuery, startMariadb } from '../support/mariadb.ts'
import { query as postgresQuery, startPostgres } from '../support/postgres.ts'
import { filled } from '../support/privateServer.ts'

type Native = string | number | null
type Row = Readonly<Record<string, Native>>

const blankOr = (values: readonly Native[]): fc.Arbitrary<Native> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: fc.constantFrom(...values) })
/** What collations, padding and case make alike, and code points tell apart. */
export const labels = ['Alpha', 'alpha', 'ALPHA', 'Alpha ', '\u00c1lpha', 'A\u0301lpha', 'Beta 2', 'Gamma', 'stra\u00dfe', 'strasse']
const days = ['2007-06-15', '2008-06-14', '2008-06-15', '2008-06-16', '2026-06-14', '2026-06-15', '2026-06-16', '2004-02-29', '2007-02-28']
const places = ['AAA', 'BBB', '31', 'DDD']

const dossiers: fc.Arbitrary<Row> = fc.record({
  colour: blankOr(['r', 'R', '1', 'b', 'g', '']),
  label: blankOr([...labels, '', ' ']),
  born: blankOr([...days, '2008', '2008-06', '2004-02', '2000', '2008-06-00', '2007-00-00', '']),
  opened: blankOr(days),
  seen: blankOr(days.flatMap((day) => [`${day} 00:00:00`, `${day} 23:59:59`])),
  size: blankOr([0, 1, 2, 3, 4, -1]),
  open: blankOr(['S', 'N', 'n']),
  home: blankOr(places),
  parent: blankOr(['1', '2']),
})
const tags = fc.array(fc.constantFrom('m', 'w', 'a'), { maxLength: 2 })
const elsewhere = fc.array(fc.constantFrom(...places), { maxLength: 2 })

/** Rows as a bureau holds them: codes of its own, several for one meaning, dates in text and in types, lists in tables of their own. */
const tables = fc
  .sample(fc.tuple(dossiers, tags, elsewhere, elsewhere), { numRuns: 90, seed: 11 })
  .map(([row, tag, excluded, homes], i) => ({
    row: { id: `d${i}`, ...row },
    tag,
    excluded,
    homes,
  }))

/** How one database writes the tables. */
interface Writing {
  readonly text: string
  readonly key: string
  readonly moment: string
}

function statements({ text, key, moment }: Writing): readonly string[] {
  const value = (one: Native) => (typeof one === 'string' ? `'${one}'` : String(one))
  const insert = (table: string, rows: readonly (readonly Native[])[]) =>
    `insert into ${table} values ${rows.map((row) => `(${row.map(value).join(', ')})`).join(', ')}`
  const child = (table: string, members: (one: (typeof tables)[number]) => readonly string[]) => [
    `create table ${table} (owner ${key} not null, code ${text})`,
    insert(
      table,
      tables.flatMap((one) => members(one).map((member) => [one.row.id, member])),
    ),
  ]
  return [
    `create table dossiers (id ${key} not null primary key, colour ${text}, label ${text}, born ${text}, opened date, seen ${moment}, size integer, open ${text}, home ${text}, parent ${text})`,
    insert(
      'dossiers',
      tables.map(({ row }) => Object.values(row)),
    ),
    ...child('tags', (one) => one.tag),
    ...child('excluded', (one) => one.excluded),
    ...child('homes', (one) => one.homes),
  ]
}

const file: MappingFile = {
  codes: {
    colour: { r: 'RED', R: 'RED', '1': 'RED', b: 'BLUE', g: 'GREEN' },
    tag: { m: 'MINOR', w: 'WITNESS', a: 'ARMED' },
    place: { AAA: 'XA', BBB: 'XB', '31': 'XC', DDD: 'XD' },
  },
  types: {
    Dossier: {
      from: 'dossiers',
      key: 'id',
      children: { tags: { from: 'tags', on: 'owner' }, excluded: { from: 'excluded', on: 'owner' }, homes: { from: 'homes', on: 'owner' } },
      fields: {
        colour: { column: 'colour', codes: 'colour' },
        tags: { each: 'tags', item: { column: 'code', codes: 'tag' } },
        label: { column: 'label' },
        born: { column: 'born' },
        opened: { column: 'opened' },
        seen: { column: 'seen' },
        size: { column: 'size' },
        // The table of yes and no lacks a text that occurs: what cannot be read is unknown.
        open: { column: 'open', boolean: { true: ['S'], false: ['N'] }, lenient: true },
        excluded: { each: 'excluded', item: { column: 'code', codes: 'place' } },
        home: { object: { country: { column: 'home', codes: 'place' } } },
        homes: { each: 'homes', item: { object: { country: { column: 'code', codes: 'place' } } } },
        parent: { column: 'parent', link: {} },
      },
    },
  },
}

/** How the bureau's rows are dossiers. */
export function dossierMapping(): TypeMapping {
  const { mappings, problems } = compileMapping(file, 'XA', catalogue, new Set(['XA', 'XB', 'XC', 'XD']))
  const mapping = mappings.get('Dossier')
  if (mapping === undefined) throw new Error(problems.map(({ message }) => message).join('\n'))
  return mapping
}

/** The tables in one real database. */
export interface DossierSystem {
  readonly connector: Connector
  readonly stop: () => Promise<void>
}

/** PostgreSQL, whose databases compare texts as they are. */
export async function postgresDossiers(): Promise<DossierSystem> {
  const server = await filled(await startPostgres(), async (url) => {
    for (const statement of statements({ text: 'text', key: 'text', moment: 'timestamp' })) await postgresQuery(url, statement)
  })
  const connector = await openConnector({ kind: 'postgres', url: server.url }, { folder: '/' })
  return { connector, stop: async () => void (await Promise.all([connector.close(), server.stop()])) }
}

/** MariaDB, whose usual collation knows neither case nor accents nor blanks at the end. */
export async function mariadbDossiers(): Promise<DossierSystem> {
  const server = await filled(await startMariadb(), async (url) => {
    const writing = { text: 'varchar(40) collate utf8mb4_general_ci', key: 'varchar(40) collate utf8mb4_bin', moment: 'datetime' }
    for (const statement of statements(writing)) await mariadbQuery(url, `set names utf8mb4; ${statement}`)
  })
  const connector = await openConnector({ kind: 'mysql', url: server.url }, { folder: '/' })
  return { connector, stop: async () => void (await Promise.all([connector.close(), server.stop()])) }
}

/** SQLite, with columns that compare without regard to case, and dates that are texts. */
export async function sqliteDossiers(): Promise<DossierSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-dossiers-'))
  const database = new DatabaseSync(join(folder, 'cases.sqlite'))
  for (const statement of statements({ text: 'text collate nocase', key: 'text', moment: 'text' })) database.exec(statement)
  database.close()
  const connector = await openConnector({ kind: 'sqlite', file: 'cases.sqlite' }, { folder })
  return {
    connector,
    stop: async () => {
      await connector.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
