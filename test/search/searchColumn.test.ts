import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnector } from '../../src/connectors/open.ts'
import { Link } from '../../src/links/link.ts'
import { compileMapping } from '../../src/mapping/compileMapping.ts'
import type { MappingFile } from '../../src/mapping/language.ts'
import { readName } from '../../src/names/readName.ts'
import { searchKeys } from '../../src/names/searchKeys.ts'
import { RowProblems } from '../../src/records/rowProblems.ts'
import { bureauProfile } from '../support/bureauProfile.ts'
import { catalogue } from '../support/catalogue.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { patientLimits } from '../support/limits.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { answerOf, openRules, search, statesOf } from './people.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-column-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Five hundred people in a database that has a table of Comity's keys beside them; of those whose status is WITNESS the rules show no names. */
function writePeople(file: string): void {
  const db = new DatabaseSync(file)
  db.exec('CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, born TEXT, status TEXT); CREATE TABLE keys (person INTEGER, key TEXT)')
  db.exec('CREATE INDEX keys_by_key ON keys (key)')
  db.exec('BEGIN')
  const person = db.prepare('INSERT INTO people VALUES (?, ?, ?, ?)')
  const key = db.prepare('INSERT INTO keys VALUES (?, ?)')
  const names = ['Mohamed Aliyev', 'Boris Stein', 'Jane Roe', 'Maria Lopez', 'Ada Orlov']
  for (let id = 0; id < 500; id++) {
    const name = id < names.length ? (names[id] ?? '') : `Boris Stein${id}`
    const born = id === 0 ? '1980-06-15' : '1970-01-01'
    person.run(id, name, born, 'SUSPECT')
    for (const one of searchKeys({ names: [readName(name)], birthDates: [born], documents: [] })) key.run(id, one)
  }
  person.run(900, 'Mohamed Aliyev', '1980-06-15', 'WITNESS')
  for (const one of searchKeys({ names: [readName('Mohamed Aliyev')], birthDates: [], documents: [] })) key.run(900, one)
  db.exec('COMMIT')
  db.close()
}

const mappingFile = (search: NonNullable<MappingFile['types'][string]['search']>): MappingFile => ({
  types: {
    Person: {
      from: 'people',
      key: 'id',
      keyOrder: 'number',
      search,
      fields: { names: { list: [{ object: { full: { column: 'name' } } }] }, birthDate: { column: 'born' }, status: { column: 'status' } },
    },
  },
})

async function ask(rules: string) {
  const file = join(folder, 'people.sqlite')
  writePeople(file)
  const limits = { ...patientLimits, deadlineMs: 30_000, pageRows: 50, scanRows: 100 }
  const connector = await openConnector({ kind: 'sqlite', file }, { folder })
  const rows: number[] = []
  const find = connector.find.bind(connector)
  connector.find = async (...args) => {
    const page = await find(...args)
    rows.push(page.rows.length)
    return page
  }
  const mapping = mappingFile({ form: 'keys', column: 'key', in: { from: 'keys', on: 'person' } })
  const { mappings, problems } = compileMapping(mapping, 'XA', catalogue, new Set(['XA']))
  expect(problems).toEqual([])
  const policy = compiledPolicy('XA', rules, '', () => false)
  const source = {
    profile: bureauProfile('XA'),
    limits,
    link: new Link('XA', connector, limits),
    mappings,
    policy,
    problems: new RowProblems(),
  }
  const hub = memoryHub([], { members: [{ profile: source.profile, source }] })
  const found = answerOf(await hub.ask(search, { input: { names: ['Мухаммед Алиев'], birthDate: '1980' } }))
  await connector.close()
  return { found: found.edges.map(({ node }) => node.names?.[0]?.full), state: statesOf(found)['XA'], rows }
}

describe('a database with a table of search keys', () => {
  it('is asked by an index, and reads nobody else', async () => {
    const { found, state, rows } = await ask(openRules())
    expect(found).toEqual(['Mohamed Aliyev', 'Mohamed Aliyev'])
    expect(state).toBe('OK')
    expect(rows).toEqual([2])
  })

  it('is asked for those alone who show their names, where some do not', async () => {
    const rules = `${openRules(['birthDate', 'status'])}
  - { id: N, title: names of suspects, on: Person, fields: [names], level: full, to: any, for: any, when: record.status == "SUSPECT" }`
    const { found, state, rows } = await ask(rules)
    expect(found).toEqual(['Mohamed Aliyev'])
    expect(state).toBe('OK')
    expect(rows).toEqual([1])
  })
})
