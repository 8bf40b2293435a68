import { describe, expect, it } from 'vitest'
import { caller } from '../support/caller.ts'
import type { MemoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { answerOf, openRules, ownersOf, peopleBureau, person, type SearchAnswer, search, statesOf } from './people.ts'

const born = { birthDate: '1980-06-15', nationalities: [{ country: 'XD' }] }
const passport = { documents: [{ kind: 'PASSPORT', number: 'L898902C3', issuingCountry: 'XD' }] }

function people(): readonly [MemoryBureau, MemoryBureau, MemoryBureau] {
  return [
    peopleBureau('XA', [person('a', 'Mohamed Aliyev', born), person('b', 'Boris Stein'), person('c', 'Maria Aliyeva')]),
    peopleBureau('XB', [person('a', 'Мухаммед Алиев', { birthDate: '1980', nationalities: [{ country: 'XD' }] })]),
    peopleBureau('XC', [person('a', 'Jane Roe', passport), person('d', 'Aliyev Muhammad')]),
  ]
}

async function ask(bureaus: readonly MemoryBureau[], input: object, over: object = {}): Promise<SearchAnswer> {
  return answerOf(await memoryHub(bureaus).ask(search, { input, ...over }))
}

async function refusal(input: object): Promise<string> {
  const { errors, data } = await memoryHub(people()).ask(search, { input })
  expect(data ?? null).toBeNull()
  return (errors ?? [])
    .map(({ message, originalError }) => `${(originalError as { code?: string } | undefined)?.code ?? ''} ${message}`)
    .join()
}

describe('a search for people', () => {
  it('ranks those of all bureaus in one list, however their names are written, and says why', async () => {
    const found = await ask(people(), { names: ['Muhammed Alijew'], birthDate: '1980-06-15', nationality: 'XD' })
    expect(ownersOf(found)).toEqual(['XA', 'XB', 'XC'])
    expect(found.edges.map(({ score }) => score)).toEqual(found.edges.map(({ score }) => score).toSorted((a, b) => b - a))
    expect(found.edges[1]?.explanation).toMatch(
      /^name 0\.\d\d: Muhammed ~ Мухаммед, Alijew ~ Алиев; birth year agrees; nationality agrees$/,
    )
    expect(found.edges[1]?.features.map(({ field, outcome }) => `${field} ${outcome}`)).toEqual([
      'names LOOKS_ALIKE',
      'birthDate YEAR_AGREES',
      'nationalities AGREES',
    ])
    expect(found.threshold).toBe(0.76)
    expect(found.algorithm).toBe('comity-search-1 comity-keys-2 comity-names-2')
    expect(found.completeness).toEqual({ asked: 3, answered: 3, complete: true })
  })

  it('finds a document, whatever the name and however the number is written', async () => {
    for (const number of ['L898902C3', 'l-898 902 c3', 'L898902C36']) {
      expect(ownersOf(await ask(people(), { names: ['Nobody Known'], documents: [{ number, issuingCountry: 'XD' }] }))).toEqual(['XC'])
    }
    expect(ownersOf(await ask(people(), { names: ['Jane Row'], documents: [{ number: 'L8989O2C3' }] }))).toEqual(['XC'])
    const zone = { number: 'L898902C36', fromZone: true, issuingCountry: 'XD' }
    expect(ownersOf(await ask(people(), { documents: [zone] }))).toEqual(['XC'])
    expect(ownersOf(await ask(people(), { documents: [{ number: 'L898902C3', issuingCountry: 'XE' }] }))).toEqual([])
  })

  it('gives the same answer again, and page after page what one page has', async () => {
    const many = Array.from({ length: 9 }, (_, i) => person(`k${i}`, `Mohamed Aliyev${i % 3 === 0 ? '' : i % 3 === 1 ? 'a' : ' Ali'}`))
    const bureaus = [peopleBureau('XA', many), peopleBureau('XB', many)]
    const hub = memoryHub(bureaus)
    const input = { names: ['Mohamed Aliyev'] }
    const whole = answerOf(await hub.ask(search, { input, first: 100 }))
    expect(whole.edges).toHaveLength(18)
    const again = answerOf(await hub.ask(search, { input, first: 100 }))
    const plain = ({ edges }: SearchAnswer) => edges.map(({ cursor: _, ...edge }) => edge)
    expect(plain(again)).toEqual(plain(whole))
    const paged: unknown[] = []
    for (let after: string | null = null, more = true; more; ) {
      const page: SearchAnswer = answerOf(await hub.ask(search, { input, first: 5, after }))
      paged.push(...plain(page))
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
    }
    expect(paged).toEqual(plain(whole))
  })

  it('goes on with a cursor of the same search by the same caller only', async () => {
    const hub = memoryHub(people())
    const input = { names: ['Mohamed Aliyev'] }
    const { pageInfo } = answerOf(await hub.ask(search, { input, first: 1 }))
    const after = pageInfo.endCursor
    const codes = async (variables: object, who = caller()) =>
      (await hub.ask(search, { input, first: 1, after, ...variables }, who)).errors?.map(
        ({ originalError }) => (originalError as { code?: string }).code,
      )
    expect(await codes({})).toBeUndefined()
    for (const other of [{ input: { names: ['Mohamed Alijew'] } }, { input: { ...input, sex: 'M' } }, { after: `${after}A` }])
      expect(await codes(other)).toEqual(['CURSOR_INVALID'])
    expect(await codes({}, caller({ bureau: 'XB' }))).toEqual(['CURSOR_INVALID'])
    expect(await codes({}, caller({}, { kind: 'BORDER_CHECK' }))).toEqual(['CURSOR_INVALID'])
  })

  it('names a bureau that is silent, and brings its people late', async () => {
    const bureaus = people()
    const hub = memoryHub(bureaus)
    const input = { names: ['Mohamed Aliyev'] }
    bureaus[0].down = true
    const first = answerOf(await hub.ask(search, { input, first: 1 }))
    expect(ownersOf(first)).toEqual(['XB'])
    expect(statesOf(first)).toEqual({ XA: 'UNAVAILABLE', XB: 'OK', XC: 'OK' })
    expect(first.completeness.complete).toBe(false)
    expect(first.pageInfo.hasNextPage).toBe(true)
    bureaus[0].down = false
    const second = answerOf(await hub.ask(search, { input, first: 5, after: first.pageInfo.endCursor }))
    expect(second.edges.map(({ late, node }) => [node.owner.code, late])).toEqual([
      ['XA', true],
      ['XC', false],
    ])
  })

  it('is on record, with what was said of whom in names of fields, and with every record given, but no value', async () => {
    const hub = memoryHub(people())
    await hub.ask(search, { input: { names: ['Mohamed Aliyev'], birthDate: '1980' } })
    expect(hub.entries[0]?.searches).toEqual([{ fields: ['names', 'birthDate'] }])
    expect(hub.entries[0]?.disclosed.map(({ owner, keys }) => [owner, keys])).toEqual([
      ['XA', ['a']],
      ['XB', ['a']],
      ['XC', ['d']],
    ])
    expect(JSON.stringify(hub.entries)).not.toMatch(/Aliyev|Mohamed|1980/)
  })

  it('has a budget for each person and hour, which says when there is more', async () => {
    const hub = memoryHub(people(), { searchesPerHour: 2 })
    const input = { names: ['Mohamed Aliyev'] }
    const refused = async (who = caller()) => (await hub.ask(search, { input }, who)).errors?.[0] ?? null
    const message = async (who = caller()) => (await refused(who))?.message ?? null
    expect([await message(), await message()]).toEqual([null, null])
    expect(await message()).toBe('You have used up what you have for now: searches of this hour; again from 2026-06-15T13:00:00Z on.')
    expect((await refused())?.originalError).toMatchObject({ extensions: { code: 'BUDGET_EXCEEDED', retryAt: '2026-06-15T13:00:00Z' } })
    expect(await message(caller({ personRef: 'XZ-0002' }))).toBeNull()
    expect(await message({ ...caller(), instant: Date.parse('2026-06-15T13:00:00Z') })).toBeNull()
  })
})

describe('what a search is made of', () => {
  it.each([
    ['nothing', {}, 'needs a name or a document'],
    ['a birth date alone', { birthDate: '1980-06-15', nationality: 'XD' }, 'needs a name or a document'],
    ['one letter', { names: ['A'] }, 'names.0: a name has at least two letters'],
    ['initials', { names: ['J. K.'] }, 'a word of two letters'],
    ['a wildcard', { names: ['Ali*'] }, 'names.0: names are compared by how they sound'],
    ['a wildcard of SQL', { names: ['%ali%'] }, 'no wildcards'],
    ['10,000 signs', { names: ['A'.repeat(10_000)] }, 'names.0: a name has at most 200 characters'],
    ['zero-width signs', { names: ['\u200b\u202e\u2066A\u200d'] }, 'at least two letters'],
    ['six names', { names: Array.from({ length: 6 }, () => 'Ali Aliyev') }, 'at most 5'],
    ['an impossible day', { names: ['Ali Aliyev'], birthDate: '1980-02-31' }, 'there is no such day'],
    ['a short number', { documents: [{ number: 'A-1' }] }, 'documents.0.number: at least four'],
    ['a wrong check digit', { documents: [{ number: 'L898902C37', fromZone: true }] }, 'the check digit does not belong'],
    ['a wrong check digit after a filler', { documents: [{ number: 'AB12345<<1' }] }, 'the check digit does not belong'],
    ['a giant', { names: ['Ali Aliyev'], description: { heightCm: 900 } }, 'description.heightCm: from 30 to 250'],
  ])('is refused, and nobody is asked: %s', async (_, input, reason) => {
    const said = await refusal(input)
    expect(said).toContain('BAD_USER_INPUT')
    expect(said).toContain(reason)
    expect(said).not.toMatch(/L8989|AB123|Ali A/)
  })

  it('is read as it looks where signs are mixed in that nobody sees, and no sign is a pattern', async () => {
    expect(ownersOf(await ask(people(), { names: ['Moh\u200bamed \u202eAliyev\u202c'] }))).toEqual(['XA', 'XB', 'XC'])
    expect(ownersOf(await ask(people(), { names: ['^(Mo)[ha]{2}med$ Ali(y|j)ev'] }))).toEqual([])
    expect(ownersOf(await ask(people(), { names: ["Mohamed' OR 1=1 --"] }))).toEqual([])
  })
})

describe('what the caller may not see', () => {
  const hidden = (fields: readonly string[], row: Record<string, unknown>) => [
    peopleBureau('XA', [person('a', 'Mohamed Aliyev', row)], openRules(fields)),
  ]
  const input = { names: ['Mohamed Aliyev'], birthDate: '1980-06-15', nationality: 'XD', sex: 'M', documents: [{ number: 'L898902C3' }] }

  it('neither helps, nor harms, nor is spoken of', async () => {
    const full = { ...born, ...passport, sex: 'M' }
    const other = { birthDate: '1931-01-01', nationalities: [{ country: 'XE' }], sex: 'F', documents: [{ number: 'Q1111111' }] }
    const answers = await Promise.all([full, other, {}].map((row) => ask(hidden(['names'], row), input)))
    const shown = answers.map(({ edges }) => edges.map(({ score, explanation, features }) => ({ score, explanation, features })))
    expect(shown[0]).toHaveLength(1)
    expect(shown[0]?.[0]?.explanation).toBe('name 1.00: Mohamed ~ Mohamed, Aliyev ~ Aliyev')
    expect(shown[1]).toEqual(shown[0])
    expect(shown[2]).toEqual(shown[0])
  })

  it('finds nobody: neither a name that is withheld, nor a number that is masked', async () => {
    expect((await ask(hidden(['birthDate', 'sex', 'nationalities'], born), input)).edges).toEqual([])
    const masked = `${openRules(['sex'])}
  - { id: M, title: masked, on: Person, fields: [documents, names], level: masked, to: any, for: any }`
    expect((await ask([peopleBureau('XA', [person('a', 'Mohamed Aliyev', passport)], masked)], input)).edges).toEqual([])
  })

  it('is compared as it is shown where it is shown coarser', async () => {
    const coarse = (form: string) => {
      const rules = `${openRules(['names'])}
  - { id: G, title: coarser, on: Person, fields: [birthDate], level: generalised, to: any, for: any }`
      return (day: string) => peopleBureau('XA', [person('a', 'Mohamed Aliyev', { birthDate: day })], form === 'year' ? rules : rules)
    }
    const explained = async (day: string) =>
      (await ask([coarse('year')(day)], { names: ['Mohamed Aliyev'], birthDate: '1980-06-15' })).edges.map(({ explanation }) => explanation)
    expect(await explained('1980-06-15')).toEqual(await explained('1980-12-31'))
    expect((await explained('1980-06-15'))[0]).toContain('birth year agrees')
  })
})
