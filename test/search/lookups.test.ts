import { describe, expect, it } from 'vitest'
import type { SearchColumn } from '../../src/mapping/typeMapping.ts'
import type { MemoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { answerOf, keyedPerson, openRules, peopleBureau, person, search, searchable, statesOf } from './people.ts'

const keys: SearchColumn = { form: 'keys', path: 'searchKeys', child: null }
const input = { names: ['Мухаммед Алиев'], birthDate: '1980-06-15' }
const others = Array.from({ length: 60 }, (_, i) => keyedPerson(`o${i}`, `Boris Stein${i}`))
const sought = [
  keyedPerson('s1', 'Mohamed Aliyev', { birthDate: '1980-06-15' }),
  keyedPerson('s2', 'Aliyev Muhammad', { birthDate: '1980' }),
]
const withheldOnSome = `${openRules(['birthDate', 'status'])}
  - { id: N, title: names of some, on: Person, fields: [names], level: full, to: any, for: any, when: record.status == "SUSPECT" }`

async function ask(bureau: MemoryBureau, asked: object = input) {
  const found = answerOf(await memoryHub([bureau]).ask(search, { input: asked }))
  return { state: statesOf(found)['XA'], found: found.edges.map(({ node, score }) => [node.names?.[0]?.full, score]) }
}

/** What the system was asked by, and how many rows it was asked for at most. */
const askedBy = ({ seen }: MemoryBureau) => JSON.stringify(seen)

describe('a bureau that can look people up', () => {
  it('is asked by keys, and gives the answer that reading everything gives', async () => {
    const scanned = peopleBureau('XA', [...others, ...sought])
    const looked = searchable(peopleBureau('XA', [...others, ...sought]), { search: keys })
    expect(await ask(looked)).toEqual(await ask(scanned))
    expect((await ask(looked)).found).toHaveLength(2)
    expect(askedBy(looked)).toContain('"path":"searchKeys","op":"in"')
    expect(askedBy(scanned)).not.toContain('searchKeys')
    // One question each, of whose rows all are people who may be meant.
    expect(looked.calls).toEqual(['find Person', 'find Person'])
    expect(scanned.calls.length).toBeGreaterThan(looked.calls.length / 2)
  })

  it('is not asked by names that the caller may not see, nor by a year where they see no day', async () => {
    const closed = searchable(peopleBureau('XA', sought, openRules(['birthDate'])), { search: keys })
    expect(await ask(closed)).toEqual({ state: 'OK', found: [] })
    expect(askedBy(closed)).toBe('[{"kind":"compare","path":"key","op":"in","value":[]}]')
    const some = searchable(peopleBureau('XA', [...others, ...sought], withheldOnSome), { search: keys })
    expect((await ask(some)).found).toHaveLength(2)
    expect(askedBy(some)).not.toContain('searchKeys')
    const coarse = `${openRules(['names'])}
  - { id: Y, title: the year, on: Person, fields: [birthDate], level: generalised, to: any, for: any }`
    const byYear = searchable(peopleBureau('XA', sought, coarse), { search: keys })
    expect(await ask(byYear, { names: ['Aliyev'], birthDate: '1980-06-15' })).toMatchObject({ state: 'PARTIAL', found: [] })
    expect(askedBy(byYear)).not.toMatch(/[yswt]:1980/)
    const byDay = searchable(peopleBureau('XA', sought), { search: keys })
    expect(await ask(byDay, { names: ['Aliyev'], birthDate: '1980-06-15' })).toMatchObject({
      state: 'OK',
      found: [
        ['Mohamed Aliyev', 0.87],
        [expect.any(String), expect.any(Number)],
      ],
    })
    expect(askedBy(byDay)).toMatch(/[yswt]:1980/)
  })

  it('does not pass for one that has looked everywhere when its own search may find less', async () => {
    const words = others.map((row) => ({ ...row, words: 'boris' }))
    const some = [...words, { ...sought[0], words: 'aliyev' }, { ...sought[1], words: 'alijew' }]
    const bureau = searchable(peopleBureau('XA', some as never), { search: { form: 'words', path: 'words', child: null } })
    expect(await ask(bureau, { names: ['Mohamed Aliyev'] })).toEqual({ state: 'PARTIAL', found: [['Mohamed Aliyev', 1]] })
    const prefixed = searchable(peopleBureau('XA', some as never), { search: { form: 'prefixes', path: 'words', child: null } })
    expect((await ask(prefixed, { names: ['Mohamed Aliyev'] })).found).toHaveLength(2)
    expect(askedBy(prefixed)).toContain('"op":"startsWith","value":"ali"')
  })

  it('holds more who may be meant than are read: PARTIAL', async () => {
    const crowd = Array.from({ length: 700 }, (_, i) => keyedPerson(`k${String(i).padStart(4, '0')}`, 'Mohamed Aliyev'))
    const bureau = searchable(peopleBureau('XA', crowd, openRules(), { limits: { pageRows: 200 } }), { search: keys })
    expect((await ask(bureau)).state).toBe('PARTIAL')
    expect(bureau.queries.map(({ limit }) => limit)).toEqual([200, 200, 100])
  })
})

describe('a bureau that cannot look people up', () => {
  it('is read as far as its file allows, and says when that is not all', async () => {
    const many = [...sought, ...Array.from({ length: 200 }, (_, i) => person(`z${i}`, 'Boris Stein'))]
    expect((await ask(peopleBureau('XA', many))).state).toBe('OK')
    const bounded = peopleBureau('XA', many, openRules(), { limits: { pageRows: 50, scanRows: 100 } })
    expect(await ask(bounded)).toMatchObject({
      state: 'PARTIAL',
      found: [
        ['Mohamed Aliyev', expect.any(Number)],
        ['Aliyev Muhammad', expect.any(Number)],
      ],
    })
    expect(bounded.calls).toHaveLength(2)
  })

  it('is asked by document where that is all that is sought', async () => {
    const bureau = peopleBureau('XA', [...others, person('d', 'Jane Roe', { documents: [{ number: 'L898902C3', issuingCountry: 'XD' }] })])
    expect((await ask(bureau, { documents: [{ number: 'L898902C3' }] })).found).toHaveLength(1)
  })
})
