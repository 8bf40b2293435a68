import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBureauFolder } from '../../src/config/loadBureaus.ts'
import type { Connector, NativeRow } from '../../src/connectors/connector.ts'
import { connectorOptionsSchema, openConnector } from '../../src/connectors/open.ts'
import type { TypeMapping } from '../../src/mapping/typeMapping.ts'
import { catalogue } from '../support/catalogue.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples', 'lists', 'interpol')

/** Answers of the API's shape about people who do not exist. */
const details: readonly NativeRow[] = [
  {
    ...{
      entity_id: '1993/27493',
      name: 'TESTMANN',
      forename: 'ULF',
      sex_id: 'M',
      date_of_birth: '1985/03/00',
      place_of_birth: 'Testburg',
      country_of_birth_id: 'XA',
    },
    ...{
      nationalities: ['XA', '914'],
      height: 1.85,
      weight: 0,
      eyes_colors_id: ['BRO', 'ZZZ'],
      hairs_id: ['BLA'],
      languages_spoken_ids: ['GER', 'ENG', 'QQQ'],
    },
    ...{
      distinguishing_marks: 'Scar',
      arrest_warrants: [
        { issuing_country_id: 'XB', charge: 'Betrug', charge_translation: 'Fraud' },
        { issuing_country_id: '922', charge: 'Murder ' },
      ],
    },
  },
  {
    entity_id: '2001/5',
    name: 'DOE',
    forename: null,
    sex_id: 'U',
    date_of_birth: '0000/00/00',
    nationalities: null,
    height: 0,
    weight: 70.4,
  },
  {
    entity_id: '2002/6',
    name: 'ROE',
    forename: 'R.',
    date_of_birth: '1985',
    nationalities: ['XC'],
    sex_id: 'F',
    country_of_birth_id: '922',
  },
  { entity_id: '2003/7', name: 'POE', date_of_birth: 'unknown', nationalities: [], sex_id: 'F' },
]
const call = () => ({ signal: AbortSignal.timeout(5000), deadline: Date.now() + 5000, traceId: '0'.repeat(32) })

const asked: string[] = []
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://localhost')
  asked.push(url.pathname + url.search)
  const id = /^\/notices\/v1\/red\/(.+)$/.exec(url.pathname)?.[1]
  const nationality = url.searchParams.get('nationality')
  const listed = details.filter((row) => nationality === null || ((row['nationalities'] ?? []) as string[]).includes(nationality))
  const notices = listed.map(({ entity_id, name, forename, date_of_birth, nationalities }) => ({
    entity_id,
    name,
    forename,
    date_of_birth,
    nationalities,
  }))
  const row = details.find((one) => one['entity_id'] === id?.replace('-', '/'))
  const body = id === undefined ? { total: listed.length, query: {}, _embedded: { notices }, _links: {} } : row
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}))
})

let connector: Connector
let mappings: ReadonlyMap<string, TypeMapping>

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const environment = { NOTICES_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  const { bureaus, problems } = await loadBureauFolder(folder, { environment, catalogue, connectorOptionsSchema })
  expect(problems).toEqual([])
  const [bureau] = bureaus
  if (bureau === undefined) throw new Error('the folder gives no bureau')
  mappings = bureau.mappings
  connector = await openConnector(bureau.file.connector, { folder })
})

afterAll(async () => {
  await connector.close()
  server.close()
})

function mappingOf(type: string): TypeMapping {
  const mapping = mappings.get(type)
  if (mapping === undefined) throw new Error(`no ${type}`)
  return mapping
}

async function open(type: string, key: string) {
  const mapping = mappingOf(type)
  const rows = await connector.get({ ...read(mapping), keys: [key] }, call())
  return mapping.toCanonical(rows.get(key) ?? {})
}

function read(mapping: TypeMapping) {
  return { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads() }
}

describe('a system of the shape of the public notices API', () => {
  it('gives subjects with partial dates, metres, and unknown values for what they are', async () => {
    const { record, problems } = await open('Person', '1993/27493')
    expect(record?.ref).toEqual({ bureau: 'XPO', type: 'Person', key: '1993/27493' })
    expect(record?.values).toEqual({
      names: [{ kind: 'PRIMARY', full: 'TESTMANN, ULF', family: 'TESTMANN', given: 'ULF' }],
      sex: 'M',
      birthDate: '1985-03',
      birthPlace: { name: 'Testburg', country: 'XA' },
      nationalities: [{ country: 'XA' }],
      description: { heightCm: 185, eyes: ['BROWN'], hair: ['BLACK'], marks: ['Scar'] },
      languages: ['de', 'en'],
    })
    expect(problems.map((one) => one.field)).toEqual(['description.eyes', 'languages'])
  })

  it('gives nothing for 0000/00/00, a height of 0, and no nationality', async () => {
    const { record } = await open('Person', '2001/5')
    expect(record?.values).toEqual({ names: [{ kind: 'PRIMARY', full: 'DOE', family: 'DOE' }], sex: 'U', description: { weightKg: 70 } })
  })

  it('takes a year alone, and a country that is none for unknown', async () => {
    const { record } = await open('Person', '2002/6')
    expect(record?.values).toMatchObject({ birthDate: '1985', nationalities: [{ country: 'XC' }] })
    expect(record?.values['birthPlace']).toBeUndefined()
  })

  it('leaves out a row with a birth date in words, and says which and why', async () => {
    const { record, problems } = await open('Person', '2003/7')
    expect(record).toBeNull()
    expect(problems).toEqual([{ type: 'Person', key: '2003/7', field: 'birthDate', reason: 'is not a date in any of the patterns' }])
  })

  it('gives notices with their warrants, and the subject by the same key, whose slash is a dash in addresses', async () => {
    const { record } = await open('Notice', '1993/27493')
    expect(record?.values).toEqual({
      ...{ kind: 'RED', form: 'NOTICE', state: 'PUBLISHED', number: '1993/27493', actionRequested: ['LOCATE_AND_ARREST'] },
      subject: { bureau: 'XPO', type: 'Person', key: '1993/27493' },
      warrants: [
        { kind: 'ARREST', country: 'XB', charge: 'Betrug' },
        { kind: 'ARREST', charge: 'Murder' },
      ],
      offences: [{ charge: 'Fraud' }, { charge: 'Murder ' }],
    })
    expect(asked).toContain('/notices/v1/red/1993-27493')
  })

  it('is asked for a nationality, and for nothing that it would not compare exactly', async () => {
    const mapping = mappingOf('Person')
    const can = (path: string, op: 'eq') => connector.capabilities(mapping.source).filters(path, op)
    const country = { kind: 'compare', field: 'country', op: 'eq', value: 'XC' } as const
    const where = mapping.toNative({ kind: 'some', field: 'nationalities', term: country }, can as never)
    expect(where).toEqual({ kind: 'compare', path: 'nationalities', op: 'eq', value: 'XC' })
    const page = await connector.find({ ...read(mapping), where, orderBy: null, after: null, limit: 100, page: null }, call())
    expect(page.rows.map((row) => row['entity_id'])).toEqual(['2002/6'])
    expect(asked.at(-1)).toContain('nationality=XC')
    const family = { kind: 'compare', field: 'family', op: 'eq', value: 'DOE' } as const
    expect(mapping.toNative({ kind: 'some', field: 'names', term: family }, can as never)).toBeNull()
  })
})
