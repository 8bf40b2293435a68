import { describe, expect, it } from 'vitest'
import type { NativeRow } from '../../src/connectors/connector.ts'
import { Store } from '../../src/store/store.ts'
import { byPassport, byPerson, peopleBureau, person, stillTimer } from '../hits/people.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { memoryServer } from '../support/memoryServer.ts'

const account = { budget: 'hitCheck', bureau: 'XA', person: 'XA-0001', day: new Date().toISOString().slice(0, 10) }

async function serverOver(people: readonly NativeRow[], perDay = 200) {
  const store = new Store(null)
  const bureaus = [peopleBureau('XA', []), peopleBureau('XB', people)]
  const memory = memoryHub(bureaus, { timer: stillTimer(), store, hitChecksPerDay: perDay })
  const server = await memoryServer(bureaus, { hub: memory.hub })
  return { store, server, memory, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

/** Everything of an answer that a reader gets to see, but for the time of day. */
async function seen(people: readonly NativeRow[], number: string) {
  await using world = await serverOver(people)
  const { url, headers } = world.server
  const body = JSON.stringify({ query: byPassport, variables: { number } })
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  return { status: response.status, headers: [...response.headers].filter(([name]) => name !== 'date'), body: await response.text() }
}

describe('a hit check over HTTP', () => {
  it('answers HIT, with one row for every bureau and nothing of the record', async () => {
    const { status, body } = await seen([person('s', 'P1000001')], 'P1000001')
    expect([status, JSON.parse(body)]).toEqual([
      200,
      {
        data: {
          hitCheck: {
            rows: [
              { bureau: { code: 'XA' }, outcome: 'NO_HIT', contact: null },
              { bureau: { code: 'XB' }, outcome: 'HIT', contact: null },
            ],
            checksLeft: 199,
          },
        },
      },
    ])
  })

  it('is byte for byte the same for a blind hit, a withheld record and none at all', async () => {
    const none = await seen([], 'P1000001')
    expect(JSON.parse(none.body).data.hitCheck.rows[1].outcome).toBe('NO_HIT')
    expect(await seen([person('x', 'P1000001', { status: 'WITNESS' })], 'P1000001')).toEqual(none)
    expect(await seen([person('v', 'P1000001', { status: 'VICTIM' })], 'P1000001')).toEqual(none)
    expect(await seen([person('u', 'P1000001', { status: null })], 'P1000001')).toEqual(none)
    // What the comparison is worth: it sees a difference where there is one.
    expect(await seen([person('s', 'P1000001')], 'P1000001')).not.toEqual(none)
  })

  it('costs nothing by GET, which is refused', async () => {
    await using world = await serverOver([person('s', 'P1000001')])
    const { url, headers } = world.server
    const search = new URLSearchParams({ query: byPassport, variables: JSON.stringify({ number: 'P1000001' }) })
    const response = await fetch(`${url}/graphql?${search}`, { headers })
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }])
    expect(world.store.budgets.spent(account)).toBe(0)
  })

  it('wants a case', async () => {
    await using world = await serverOver([])
    const { body } = await world.server.ask(byPassport, { number: 'P1000001' }, { 'comity-purpose': 'INVESTIGATION' })
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['CASE_REQUIRED'])
    expect(world.store.budgets.spent(account)).toBe(0)
  })

  it('says without the values what is wrong with a key', async () => {
    await using world = await serverOver([])
    const whole = { familyName: 'Canary', givenNames: 'Mira', birthDate: '1980-06-15', sex: 'F' }
    const persons = [
      { ...whole, birthDate: '1980-06' },
      { ...whole, sex: 'U' },
      { ...whole, familyName: 'Canary*' },
      { ...whole, givenNames: null },
    ]
    for (const one of persons) {
      const { body } = await world.server.ask(byPerson, { person: one })
      expect(body.errors).toHaveLength(1)
      expect(body.errors?.[0]?.extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/)
      expect(JSON.stringify(body)).not.toMatch(/Canary|1980/)
    }
    expect(world.server.lines.join('')).not.toMatch(/Canary|1980-06/)
  })

  it('carries several checks out one after the other, as many as the budget and the cost limit allow', async () => {
    await using world = await serverOver([], 5)
    const checks = (count: number) =>
      `mutation { ${Array.from({ length: count }, (_, i) => `c${i}: hitCheck(input: { document: { number: "P100000${i}", issuingCountry: "XC" } }) { checksLeft }`).join(' ')} }`
    const { body } = await world.server.ask(checks(3))
    expect(body['data']).toEqual({ c0: { checksLeft: 4 }, c1: { checksLeft: 3 }, c2: { checksLeft: 2 } })
    const many = await world.server.ask(checks(10))
    expect(many.body.errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COSTLY'])
    expect(world.store.budgets.spent(account)).toBe(3)
    const over = await world.server.ask(checks(3))
    expect(over.body.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BUDGET_EXCEEDED', retryAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/) },
    ])
  })

  it('leaves no trace of the key in any log', async () => {
    await using world = await serverOver([person('s', 'P1000001')])
    await world.server.ask(byPassport, { number: 'P1000001' })
    expect(world.server.lines.join('') + JSON.stringify(world.memory.entries)).not.toContain('P1000001')
    expect(world.memory.entries).toHaveLength(1)
  })
})
