import { describe, expect, it } from 'vitest'
import { type BureauCode, bureauCodes } from '../../examples/generate/bureauCodes.ts'
import { yearsBetween } from '../../examples/generate/days.ts'
import { generateWorld } from '../../examples/generate/generateWorld.ts'
import type { TruthPerson, TruthRef } from '../../examples/generate/truth.ts'
import { groundTruth } from '../../examples/generate/writeWorld.ts'

const today = '2026-11-01'
const world = generateWorld({ seed: 1, scale: 1, today })
const bureaus = bureauCodes.map((code) => world.bureaus[code])
const persons = bureaus.flatMap((bureau) => bureau.persons)
const notices = bureaus.flatMap((bureau) => bureau.notices)
const share = <T>(list: readonly T[], test: (one: T) => boolean) => list.filter(test).length / list.length
const keys = (code: BureauCode, noun: 'persons' | 'notices' | 'operations') => new Set(world.bureaus[code][noun].map(({ key }) => key))

describe('the generator', () => {
  it('makes the same world from the same seed, scale and day', () => {
    const options = { seed: 7, scale: 0.05, today }
    expect(JSON.stringify(generateWorld(options))).toBe(JSON.stringify(generateWorld(options)))
  })

  it('makes another world from another seed', () => {
    const [one, other] = [7, 8].map((seed) => generateWorld({ seed, scale: 0.05, today }))
    expect(one?.bureaus.XA.persons[0]?.names).not.toEqual(other?.bureaus.XA.persons[0]?.names)
  })

  it('makes the promised number of records in every bureau, and multiplies it by the scale', () => {
    for (const bureau of bureaus) {
      expect([bureau.persons.length, bureau.notices.length, bureau.requests.length, bureau.operations.length]).toEqual([2000, 600, 300, 40])
    }
    expect(generateWorld({ seed: 1, scale: 0.1, today }).bureaus.XC.persons).toHaveLength(200)
  })

  it.each([0, -1, Number.NaN])('refuses the scale %s', (scale) => {
    expect(() => generateWorld({ seed: 1, scale, today })).toThrow(RangeError)
  })

  it('gives every record of a type a key of its own', () => {
    for (const { persons: all, notices: issued, requests, operations } of bureaus) {
      for (const list of [all, issued, requests, operations]) expect(new Set(list.map(({ key }) => key)).size).toBe(list.length)
    }
  })
})

describe('the persons', () => {
  it.each(['LATIN', 'CYRILLIC', 'ARABIC', 'GREEK', 'HAN', 'KANA'])('have names in %s script', (script) => {
    expect(share(persons, (person) => person.script === script)).toBeGreaterThan(0.02)
  })

  it('keep the original beside the transliteration', () => {
    const foreign = persons.filter((person) => person.script !== 'LATIN')
    expect(
      foreign.every(({ names: [main] }) => main !== undefined && main.originalScript !== null && !/[A-Za-z]/.test(main.originalScript)),
    ).toBe(true)
    expect(foreign.every(({ names: [main] }) => main !== undefined && /^[\p{Script=Latin}\p{P}\p{M}\s]+$/u.test(main.family))).toBe(true)
  })

  it('are born on a day, in a month, in a year, about a year, an age ago, or unknown when', () => {
    const forms = [/^\d{4}-\d{2}-\d{2}$/, /^\d{4}-\d{2}$/, /^\d{4}$/, /^\d{4}~$/, /^\d{4}\/\d{4}$/]
    for (const form of forms) expect(share(persons, ({ birthDate }) => birthDate !== null && form.test(birthDate))).toBeGreaterThan(0.02)
    expect(share(persons, ({ birthDate }) => birthDate === null)).toBeGreaterThan(0.02)
    expect(persons.every(({ age, birthDate }) => age === null || birthDate?.includes('/') === true)).toBe(true)
  })

  const proportions: readonly (readonly [string, (person: TruthPerson) => boolean, number])[] = [
    ['aliases', ({ names }) => names.length > 1, 0.2],
    ['several nationalities', ({ nationalities }) => nationalities.length > 1, 0.1],
    ['documents', ({ documents }) => documents.length > 0, 0.5],
    ['a description', ({ heightCm }) => heightCm !== null, 0.7],
    ['a protected class', ({ protectedClasses }) => protectedClasses.length > 0, 0.1],
    ['excluded countries', ({ excludedCountries }) => excludedCountries.length > 0, 0.03],
    ['a record held for another bureau', ({ heldFor }) => heldFor !== null, 0.005],
    ['an expired record', ({ expiresOn }) => expiresOn < today, 0.05],
  ]
  it.each(proportions)('have %s', (_, test, least) => {
    expect(share(persons, test)).toBeGreaterThan(least)
    expect(share(persons, test)).toBeLessThan(1)
  })

  it.each(['MINOR', 'WITNESS', 'VICTIM', 'INFORMANT', 'SEALED'])('are protected as %s here and there', (name) => {
    expect(persons.some(({ protectedClasses }) => protectedClasses.includes(name))).toBe(true)
  })

  it('are marked as minors when their birth date says so', () => {
    const young = persons.filter(({ birthDate }) => birthDate?.length === 10 && yearsBetween(birthDate, today) < 18)
    expect(young.length).toBeGreaterThan(100)
    expect(young.every(({ protectedClasses }) => protectedClasses.includes('MINOR'))).toBe(true)
  })

  it('have telephones of no country and mail of no one', () => {
    const contacts = persons.flatMap((person) => person.contacts)
    expect(contacts.length).toBeGreaterThan(1000)
    expect(contacts.every(({ value }) => value.startsWith('+999 ') || value.endsWith('@mail.example'))).toBe(true)
  })
})

describe('the cases', () => {
  it('have notices of every kind and state', () => {
    expect(new Set(notices.map(({ kind }) => kind)).size).toBe(10)
    expect(new Set(notices.map(({ state }) => state)).size).toBe(12)
    expect(notices.filter(({ kind }) => kind === 'RED').every(({ warrants, offences }) => warrants.length > 0 && offences.length > 0)).toBe(
      true,
    )
  })

  it('have one fresh notice of each bureau among the five newest, in force and about a person', () => {
    const newest = bureaus
      .flatMap((bureau) => bureau.notices.map((notice) => ({ code: bureau.code, notice })))
      .sort((a, b) => (a.notice.issuedOn < b.notice.issuedOn ? 1 : -1))
      .slice(0, 5)
    expect(newest.map(({ code }) => code)).toEqual(['XA', 'XB', 'XC', 'XD', 'XE'])
    expect(newest.every(({ notice }) => notice.state === 'PUBLISHED' && notice.subject !== null)).toBe(true)
    expect(newest.every(({ notice }) => notice.issuedOn < today)).toBe(true)
  })

  it('link to records that exist, in other bureaus too', () => {
    const exists = (ref: TruthRef, noun: 'persons' | 'notices' | 'operations') => keys(ref.bureau, noun).has(ref.key)
    const known = new Map(bureauCodes.map((code) => [code, keys(code, 'persons')]))
    let abroad = 0
    for (const { code, notices: issued, requests, operations } of bureaus) {
      expect(issued.every(({ subject }) => subject === null || known.get(code)?.has(subject) === true)).toBe(true)
      const refs = [...requests.flatMap(({ subjects }) => subjects), ...operations.flatMap(({ targets }) => targets)]
      expect(refs.every(({ bureau, key }) => known.get(bureau)?.has(key) === true)).toBe(true)
      abroad += refs.filter(({ bureau }) => bureau !== code).length
      for (const { notice, operation } of requests.slice(0, 60)) {
        expect(notice === null || exists(notice, 'notices')).toBe(true)
        expect(operation === null || exists(operation, 'operations')).toBe(true)
      }
    }
    expect(abroad).toBeGreaterThan(500)
  })
})

describe('the ground truth', () => {
  const truth = groundTruth(world)
  const record = ({ bureau, key }: TruthRef) => world.bureaus[bureau].persons.find((person) => person.key === key)

  it('names the human beings that two or three bureaus know, most of them under different spellings', () => {
    expect(truth.shared).toHaveLength(300)
    expect(new Set(truth.shared.map(({ records }) => records.length))).toEqual(new Set([2, 3]))
    const spelt = truth.shared.map(({ human, records }) => {
      const found = records.map(record)
      expect(found.every((person) => person?.human === human)).toBe(true)
      expect(new Set(records.map(({ bureau }) => bureau)).size).toBe(records.length)
      return new Set(found.map((person) => JSON.stringify([person?.names[0]?.family, person?.names[0]?.given]))).size
    })
    expect(share(spelt, (spellings) => spellings > 1)).toBeGreaterThan(0.5)
  })

  it('names those who only bear the same name', () => {
    expect(truth.namesakes.length).toBeGreaterThan(30)
    for (const pair of truth.namesakes) expect(new Set(pair.map((ref) => record(ref)?.human)).size).toBe(pair.length)
  })

  it('lists everyone whom something protects', () => {
    expect(truth.protected).toHaveLength(persons.filter(({ protectedClasses }) => protectedClasses.length > 0).length)
  })
})
