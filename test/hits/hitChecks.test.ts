import { describe, expect, it } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { answerOf, byPassport, byPerson, codesOf, peopleBureau, person, stillTimer } from './people.ts'

const suspect = person('s', 'P1000001')
const wanted = person('w', 'P1000002', { status: 'WANTED_FOR_PROSECUTION' })
const witness = person('x', 'P1000003', { status: 'WITNESS' })
const unshared = person('u', 'P1000004', { status: 'VICTIM' })

function hubOf(
  bureaus = [peopleBureau('XA', [suspect, wanted, witness, unshared]), peopleBureau('XB', [])],
  perDay = 200,
  store = new Store(null),
) {
  const timer = stillTimer()
  return { ...memoryHub(bureaus, { timer, hitChecksPerDay: perDay, store }), timer, store }
}

async function outcomes(number: string, who = caller(), hub = hubOf()) {
  return answerOf(await hub.ask(byPassport, { number }, who)).outcomes
}

describe('a hit check', () => {
  it('answers HIT for a record at hit and for one that is listed, and NO_HIT for all others', async () => {
    expect(await outcomes('P1000001')).toEqual({ XA: 'HIT', XB: 'NO_HIT' })
    expect(await outcomes('P1000002')).toEqual({ XA: 'HIT', XB: 'NO_HIT' })
    for (const number of ['P1000003', 'P1000004', 'P9999999']) expect(await outcomes(number)).toEqual({ XA: 'NO_HIT', XB: 'NO_HIT' })
  })

  it('answers HIT to the owner’s own officers for whatever their bureau holds', async () => {
    const own = caller({ bureau: 'XA' })
    for (const number of ['P1000001', 'P1000003', 'P1000004']) expect((await outcomes(number, own))['XA']).toBe('HIT')
    expect((await outcomes('P9999999', own))['XA']).toBe('NO_HIT')
  })

  it('has one row for every bureau there is, in the order of codes, with the bureau’s route', async () => {
    const broken = { profile: { ...peopleBureau('XC', []).source.profile, code: 'XC' }, source: null }
    const down = peopleBureau('XD', [suspect])
    down.down = true
    const other = { ...peopleBureau('XE', []).source, mappings: new Map() }
    const [a] = [peopleBureau('XA', [suspect])]
    const members = [
      { profile: other.profile, source: other },
      { profile: down.source.profile, source: down.source },
      broken,
      { profile: a.source.profile, source: a.source },
    ]
    const hub = memoryHub([], { members, timer: stillTimer() })
    const { data } = await hub.ask(byPassport, { number: 'P1000001' })
    const rows = (data as { hitCheck: { rows: { bureau: { code: string }; outcome: string; contact: unknown }[] } }).hitCheck.rows
    expect(rows.map(({ bureau, outcome }) => [bureau.code, outcome])).toEqual([
      ['XA', 'HIT'],
      ['XC', 'NOT_ANSWERED'],
      ['XD', 'NOT_ANSWERED'],
      ['XE', 'NOT_ANSWERED'],
    ])
  })

  it('asks every bureau, whatever the first ones answered', async () => {
    const bureaus = [peopleBureau('XA', [suspect]), peopleBureau('XB', [suspect]), peopleBureau('XC', [])]
    await outcomes('P1000001', caller(), hubOf(bureaus))
    expect(bureaus.map(({ calls }) => calls)).toEqual([['find Person'], ['find Person'], ['find Person']])
  })

  it('reads on to the last page after a hit, and does not call NO_HIT what it could not read', async () => {
    const people = Array.from({ length: 30 }, (_, i) => person(`p${i}`, `P20000${String(i).padStart(2, '0')}`))
    const paged = peopleBureau('XA', people, { pageRows: 7, limits: { pageRows: 7 } })
    expect(await outcomes('P2000000', caller(), hubOf([paged]))).toEqual({ XA: 'HIT' })
    expect(paged.calls).toHaveLength(5)
    const bounded = () => peopleBureau('XA', people, { pageRows: 7, limits: { pageRows: 7, scanRows: 14 } })
    expect(await outcomes('P2000029', caller(), hubOf([bounded()]))).toEqual({ XA: 'NOT_ANSWERED' })
    expect(await outcomes('P2000001', caller(), hubOf([bounded()]))).toEqual({ XA: 'HIT' })
  })

  it('finds a number as printed and as machines print it, and no other', async () => {
    const hub = hubOf([peopleBureau('XA', [person('1', 'P1000001'), person('2', 'AB 12-345')])])
    for (const number of ['P1000001', 'p1000001', 'P 100-0001', ' P1000001 '])
      expect((await outcomes(number, caller(), hub))['XA']).toBe('HIT')
    expect((await outcomes('AB 12-345', caller(), hub))['XA']).toBe('HIT')
    for (const number of ['P100000', 'P10000011', 'AB12345']) expect((await outcomes(number, caller(), hub))['XA']).toBe('NO_HIT')
  })

  it('reads a number and a name as a search does: without signs that nobody sees, and with digits of any script', async () => {
    const hub = hubOf([peopleBureau('XA', [person('1', 'P1000001'), person('2', '1000002')])])
    for (const number of ['P\u200b100\u00ad0001', 'P١٠٠٠٠٠١', 'Ｐ１０００００１', '\u202eP1000001\u202c'])
      expect((await outcomes(number, caller(), hub))['XA'], number).toBe('HIT')
    // Letters of another script are none of the Latin ones that they look like, and are not left out either.
    for (const number of ['Р1000001', 'Ж1000002']) expect((await outcomes(number, caller(), hub))['XA']).toBe('NO_HIT')
    const asked = { familyName: 'Tol\u200bvan', givenNames: '\u2067Mira\u2069 Ines', birthDate: '1980-06-15', sex: 'F' }
    expect(answerOf(await hub.ask(byPerson, { person: asked })).outcomes['XA']).toBe('HIT')
    for (const familyName of ['Tolwan', 'Толван', 'T*'])
      expect((await hub.ask(byPerson, { person: { ...asked, familyName } })).data).not.toMatchObject({
        hitCheck: { rows: [{ outcome: 'HIT' }] },
      })
  })

  it('holds number and country against one and the same document', async () => {
    const documents = [
      { number: 'P1000001', issuingCountry: 'XD' },
      { number: 'P1000002', issuingCountry: 'XC' },
    ]
    const hub = hubOf([peopleBureau('XA', [person('1', '', { documents })])])
    expect((await outcomes('P1000001', caller(), hub))['XA']).toBe('NO_HIT')
    expect((await outcomes('P1000002', caller(), hub))['XA']).toBe('HIT')
  })

  describe('about a person', () => {
    const whole = { familyName: 'TOLVAN', givenNames: 'mira  ines', birthDate: '1980-06-15' }
    const ask = async (more: object, row = suspect) =>
      answerOf(await hubOf([peopleBureau('XA', [row])]).ask(byPerson, { person: { ...whole, ...more } })).outcomes['XA']

    it('wants all that is given to be so', async () => {
      expect(await ask({ nationality: 'XC' })).toBe('HIT')
      expect(await ask({ sex: 'F' })).toBe('HIT')
      expect(await ask({ birthCountry: 'XD' })).toBe('HIT')
      expect(await ask({ sex: 'F', nationality: 'XE' })).toBe('NO_HIT')
      expect(await ask({ sex: 'M' })).toBe('NO_HIT')
      expect(await ask({ sex: 'F', givenNames: 'Mira' })).toBe('NO_HIT')
      expect(await ask({ sex: 'F', birthDate: '1980-06-16' })).toBe('NO_HIT')
    })

    it('takes a name that is written as a whole', async () => {
      for (const full of ['Mira Ines Tolvan', 'TOLVAN, Mira Ines', 'Tolvan Mira Ines']) {
        expect(await ask({ sex: 'F' }, person('1', 'P1', { names: [{ full }] }))).toBe('HIT')
      }
      expect(await ask({ sex: 'F' }, person('1', 'P1', { names: [{ full: 'Mira Ines Tolvana' }] }))).toBe('NO_HIT')
      const halves = [
        { family: 'Tolvan', given: 'Ada' },
        { family: 'Brenn', given: 'Mira Ines' },
      ]
      expect(await ask({ sex: 'F' }, person('1', 'P1', { names: halves }))).toBe('NO_HIT')
    })

    it('does not take a date known in part for a day of it', async () => {
      for (const birthDate of ['1980', '1980-06', '198X', '1980/1983', null])
        expect(await ask({ sex: 'F' }, person('1', 'P1', { birthDate }))).toBe('NO_HIT')
    })
  })

  describe('refuses', () => {
    const refused = async (document: string, variables: Record<string, unknown>, who = caller()) => {
      const hub = hubOf()
      const result = await hub.ask(document, variables, who)
      return {
        codes: codesOf(result),
        spent: hub.store.budgets.spent({ budget: 'hitCheck', bureau: 'XZ', person: 'XZ-0001', day: '2026-06-15' }),
        calls: hub.hub.members.length,
      }
    }

    it.each(['*', 'P1*', 'P%0001', 'P1000_01', 'P?000001', 'P1', '    ', 'P'.repeat(41), 'P1000001\nX'])(
      'the document number %j',
      async (number) => {
        expect(await refused(byPassport, { number })).toMatchObject({ codes: ['BAD_USER_INPUT'], spent: 0 })
      },
    )

    it.each([
      { sex: 'U' },
      {},
      { sex: 'F', familyName: '' },
      { sex: 'F', familyName: 'Tol*' },
      { sex: 'F', givenNames: '%' },
      { sex: 'F', givenNames: ' ' },
      { sex: 'F', birthDate: '1980-06' },
      { sex: 'F', birthDate: '198X' },
    ])('the person %j', async (over) => {
      const whole = { familyName: 'Tolvan', givenNames: 'Mira', birthDate: '1980-06-15', ...over }
      expect(await refused(byPerson, { person: whole })).toMatchObject({ codes: ['BAD_USER_INPUT'], spent: 0 })
    })

    it('two keys at once, and none, by the schema', async () => {
      const check = 'mutation ($input: HitCheckInput!) { hitCheck(input: $input) { checksLeft } }'
      const document = { number: 'P1000001', issuingCountry: 'XC' }
      const whole = { familyName: 'Tolvan', givenNames: 'Mira', birthDate: '1980-06-15', sex: 'F' }
      for (const input of [{ document, person: whole }, {}]) {
        const { errors, data } = await hubOf().ask(check, { input })
        expect(errors).toHaveLength(1)
        expect(data).toBeUndefined()
      }
    })

    it('a request without a case', async () => {
      expect(await refused(byPassport, { number: 'P1000001' }, caller({}, { case: null }))).toMatchObject({
        codes: ['CASE_REQUIRED'],
        spent: 0,
      })
    })
  })
})

describe('the budget', () => {
  it('is charged per check, whatever comes of it, and ends with BUDGET_EXCEEDED', async () => {
    const hub = hubOf(undefined, 3)
    expect(answerOf(await hub.ask(byPassport, { number: 'P1000001' })).left).toBe(2)
    expect(answerOf(await hub.ask(byPassport, { number: 'P9999999' })).left).toBe(1)
    expect(answerOf(await hub.ask(byPassport, { number: 'P1000003' })).left).toBe(0)
    expect(codesOf(await hub.ask(byPassport, { number: 'P1000001' }))).toEqual(['BUDGET_EXCEEDED'])
    expect(hub.timer.waits).toHaveLength(3)
  })

  it('is each person’s own, and begins anew with each UTC day', async () => {
    const hub = hubOf(undefined, 1)
    await hub.ask(byPassport, { number: 'P1000001' })
    expect(answerOf(await hub.ask(byPassport, { number: 'P1000001' }, caller({ personRef: 'XZ-0002' }))).left).toBe(0)
    expect(answerOf(await hub.ask(byPassport, { number: 'P1000001' }, caller({ bureau: 'XB' }))).left).toBe(0)
    expect(answerOf(await hub.ask(byPassport, { number: 'P1000001' }, { ...caller(), date: '2026-06-16' })).left).toBe(0)
    expect(codesOf(await hub.ask(byPassport, { number: 'P1000001' }))).toEqual(['BUDGET_EXCEEDED'])
  })
})

describe('the time of an answer', () => {
  it.each([
    [0, 250],
    [1, 249],
    [249, 1],
    [250, 0],
    [251, 24],
    [275, 0],
    [1003, 22],
  ])('after %d ms of work waits %d ms more', async (elapsed, wait) => {
    const timer = stillTimer(elapsed)
    await memoryHub([peopleBureau('XA', [suspect])], { timer }).ask(byPassport, { number: 'P1000001' })
    expect(timer.waits).toEqual([wait])
  })
})

describe('a record at hit', () => {
  it('is nowhere but in hit checks: not in lists, by id, or behind a link', async () => {
    const hub = hubOf()
    const list = await hub.ask('{ persons(first: 100) { nodes { id } pageInfo { hasNextPage endCursor } } }')
    expect((list.data as { persons: { nodes: unknown[] } }).persons.nodes).toHaveLength(1)
    const id = list.operation.plan.idAt({ bureau: 'XA', type: 'Person', key: 's' })
    expect((await hub.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).data).toEqual({ node: null })
    const found = await hub.ask('{ persons(where: { names: { family: { eq: "Tolvan" } } }) { nodes { id } } }')
    expect((found.data as { persons: { nodes: unknown[] } }).persons.nodes).toHaveLength(1)
  })
})
