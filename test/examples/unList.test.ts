import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBureauFolder } from '../../src/config/loadBureaus.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import { formatProblem } from '../../src/model/problem.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { catalogue } from '../support/catalogue.ts'
import { type Mapped, readBureau } from './demoBureaus.ts'
import { syntheticUnList } from './syntheticUnList.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples', 'lists', 'un')
let temporary = ''
let types: ReadonlyMap<string, Mapped>

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'comity-un-'))
  const file = join(temporary, 'list.xml')
  writeFileSync(file, syntheticUnList)
  types = await readList(file)
})
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

async function readList(file: string) {
  const environment = { UN_LIST_FOLDER: dirname(file), UN_LIST_FILE: basename(file) }
  const { bureaus, problems } = await loadBureauFolder(folder, { environment, catalogue, connectorOptionsSchema })
  expect(problems.map(formatProblem)).toEqual([])
  const [bureau] = bureaus
  if (bureau === undefined) throw new Error('the list did not load')
  return readBureau(bureau)
}

function read(type: string, key: string): Readonly<Record<string, CanonicalValue>> | undefined {
  return types.get(type)?.records.find((record) => record.ref.key === key)?.values
}

describe('a list in the form of the Security Council’s', () => {
  it('maps every individual, and no entity, to a person and a notice', () => {
    for (const type of ['Person', 'Notice']) {
      const mapped = types.get(type)
      expect(mapped?.problems).toEqual([])
      expect(mapped?.records.map(({ ref }) => ref.key)).toEqual(Array.from({ length: 14 }, (_, i) => String(i + 1)))
    }
  })

  it('joins the parts of a name and keeps the original script and the quality of aliases', () => {
    expect(read('Person', '1')?.['names']).toEqual([
      { kind: 'PRIMARY', full: 'ORVAN TELMI SARKUD DEVIN', originalScript: 'أورفان', quality: 'GOOD' },
      { kind: 'ALIAS', full: 'Orvan Telmy', quality: 'GOOD' },
      { kind: 'ALIAS', full: 'The Ferryman', quality: 'LOW' },
      { kind: 'ALIAS', full: 'O. T.' },
    ])
  })

  it.each<[string, string | undefined, string]>([
    ['1', '1971-04-28', 'a day'],
    ['2', '1966', 'a year'],
    ['3', '1958~', 'about a year'],
    ['4', '1973/1974', 'between two years'],
    ['5', '1955~/1958~', 'between about two years'],
    ['6', '1973-11', 'a month in words, in the note'],
    ['7', '1961-08', 'a whole month’s name'],
    ['8', '1958-09', 'a year, and a month in the note'],
    ['9', '1977', 'between two months, in the note'],
    ['10', undefined, 'an age'],
    ['11', undefined, 'a day of another calendar'],
    ['12', undefined, 'nothing'],
    ['13', '1980', 'several, of which the first says nothing'],
    ['14', undefined, 'no element at all'],
  ])('reads the birth date of individual %s as %s: %s', (key, expected) => {
    expect(read('Person', key)?.['birthDate'] ?? undefined).toBe(expected)
  })

  it('reads documents by kind, number, country and day', () => {
    expect(read('Person', '1')?.['documents']).toEqual([
      { kind: 'PASSPORT', number: 'Q1234567', issuingCountry: 'FR', issuedOn: '2011-05-03', note: 'service passport; cancelled' },
      { kind: 'ID_CARD', number: '77-001', issuingCountry: 'PT' },
      { kind: 'PASSPORT', number: 'R7' },
    ])
    expect(read('Person', '2')?.['documents'] ?? []).toEqual([])
  })

  it('reads nationalities, places and addresses by their countries’ codes; a name that the table lacks costs that name alone', () => {
    expect(read('Person', '1')?.['nationalities']).toEqual([{ country: 'FR' }, { country: 'CI' }])
    expect(read('Person', '1')?.['birthPlace']).toEqual({ name: 'Altenmoor', region: 'North', country: 'SU' })
    expect(read('Person', '1')?.['addresses']).toEqual([
      { street: '1 Mill Lane', city: 'Brumeville', postalCode: '1000', country: 'FR', note: 'as of 2020' },
      { country: 'PT' },
    ])
    expect(read('Person', '2')?.['nationalities'] ?? []).toEqual([])
  })

  it('reads the notice: the committee, the reference, the day of listing, with or without an offset', () => {
    expect(read('Notice', '1')).toMatchObject({
      kind: 'UNSC_SPECIAL',
      subject: { bureau: 'UNO', type: 'Person', key: '1' },
      unReference: 'ZZi.001',
      issuedOn: '2012-12-31',
      requestingAuthority: 'Committee pursuant to resolution 1533',
    })
    expect(read('Notice', '2')?.['issuedOn']).toBe('2015-07-01')
  })
})

/** Set to the file of the real list, this part runs on it as well: see examples/lists/un/README.md. */
const real = process.env['COMITY_UN_LIST']
if (real !== undefined && real !== '') {
  describe('the real list', () => {
    it('maps all 730 individuals without a problem', async () => {
      const found = await readList(real)
      for (const type of ['Person', 'Notice']) {
        expect(found.get(type)?.records).toHaveLength(730)
        expect(found.get(type)?.problems).toEqual([])
      }
      const born = found.get('Person')?.records.filter(({ values }) => typeof values['birthDate'] === 'string')
      expect(born?.length).toBeGreaterThan(670)
    })
  })
}
