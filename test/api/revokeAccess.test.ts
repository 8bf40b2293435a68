import { describe, expect, it } from 'vitest'
import type { Revocation } from '../../src/model/revocation.ts'
import { Store } from '../../src/store/store.ts'
import { memoryServer } from '../support/memoryServer.ts'

const revoke =
  'mutation ($person: ID!, $reason: String!) { revokeAccess(input: { person: $person, reason: $reason }) { id person revokedAt revokedBy reason } }'
const list =
  'query ($first: Int, $after: String) { accessRevocations(first: $first, after: $after) { nodes { person revokedBy reason } pageInfo { hasNextPage endCursor } } }'
const whoAmI = '{ viewer { personRef } }'

async function setUp(over: Parameters<typeof memoryServer>[2] = {}) {
  const server = await memoryServer([], {}, over)
  const as = async (sub: string, roles: readonly string[], bureau = 'XA') => {
    const authorization = `Bearer ${await server.issuer.token({ claims: { sub, roles, bureau } })}`
    return (query: string, variables?: unknown) => server.ask(query, variables, { authorization })
  }
  return { server, as, desk: await as('XA-0009', ['DUTY_OFFICER']), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
const codes = ({ body }: { readonly body: { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] } }) =>
  body.errors?.map(({ extensions }) => extensions.code)
const lost = { person: 'XA-0001', reason: 'lost  token ' }

describe('revokeAccess', () => {
  it('ends the access of an officer of the caller’s bureau, and says what it did', async () => {
    await using world = await setUp()
    const officer = await world.as('XA-0001', ['INVESTIGATOR'])
    expect((await officer(whoAmI)).status).toBe(200)
    const began = Date.now()
    const { body } = await world.desk(revoke, lost)
    const { revokeAccess } = body['data'] as { readonly revokeAccess: { readonly revokedAt: string } }
    expect(revokeAccess).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      person: 'XA-0001',
      revokedBy: 'XA-0009',
      reason: 'lost token',
    })
    expect(Date.parse(revokeAccess.revokedAt)).toBeGreaterThanOrEqual(began)
    expect((await officer(whoAmI)).status).toBe(401)
    expect((await world.desk(whoAmI)).status).toBe(200)
  })

  it.each(['NCB_OFFICER', 'DUTY_OFFICER', 'DATA_PROTECTION_OFFICER'])('is the task of %s', async (role) => {
    await using world = await setUp()
    const officer = await world.as('XA-0010', [role])
    expect(codes(await officer(revoke, lost))).toBe(undefined)
    expect((await officer(list)).body['data']).toMatchObject({ accessRevocations: { nodes: [{ person: 'XA-0001' }] } })
  })

  it.each(['INVESTIGATOR', 'BORDER_OFFICER', 'POLICY_OFFICER', 'AUDITOR', 'OPERATOR', 'MACHINE'])('is not the task of %s', async (role) => {
    await using world = await setUp()
    const officer = await world.as('XA-0010', [role])
    const refused = await officer(revoke, lost)
    expect([codes(refused), refused.body.errors?.[0]?.message]).toEqual([
      ['ROLE_REQUIRED'],
      'This is for other roles of your bureau: NCB_OFFICER, DUTY_OFFICER, DATA_PROTECTION_OFFICER.',
    ])
    expect((await officer(list)).body['data']).toEqual({ accessRevocations: null })
    expect((await world.server.ask(whoAmI)).status).toBe(200)
  })

  it('ends one’s own access too, and with it the answer', async () => {
    await using world = await setUp()
    expect(codes(await world.desk(revoke, { person: 'XA-0009', reason: 'lost phone' }))).toEqual(['UNAUTHENTICATED'])
    expect((await world.desk(whoAmI)).status).toBe(401)
    expect(world.server.entries).toMatchObject([{ revocations: [{ person: 'XA-0009' }] }])
  })

  it('reaches nobody of another bureau, and answers for one as for who does not exist', async () => {
    await using world = await setUp()
    const theirs = await world.as('XB-0001', ['INVESTIGATOR'], 'XB')
    const answers = [await world.desk(revoke, { ...lost, person: 'XB-0001' }), await world.desk(revoke, { ...lost, person: 'XB-9999' })]
    const shape = answers.map(({ status, body }) => JSON.stringify([status, body]).replace(/XB-\d{4}|[0-9a-f-]{36}|\d{4}-[^"]*Z/g, '*'))
    expect(new Set(shape).size).toBe(1)
    expect(codes(answers[0] ?? { body: {} })).toBe(undefined)
    expect((await theirs(whoAmI)).status).toBe(200)
    const xb = await world.as('XB-0009', ['NCB_OFFICER'], 'XB')
    expect((await xb(list)).body['data']).toMatchObject({ accessRevocations: { nodes: [] } })
  })

  it('wants a reference as tokens have them, and a reason', async () => {
    await using world = await setUp()
    for (const wrong of [
      { person: '' },
      { person: 'Jane Doe' },
      { person: 'x'.repeat(129) },
      { reason: ' ' },
      { reason: 'x'.repeat(2001) },
    ]) {
      const answer = await world.desk(revoke, { ...lost, ...wrong })
      expect(codes(answer)).toEqual(['BAD_USER_INPUT'])
      expect(JSON.stringify(answer.body)).not.toContain('Jane')
    }
    expect((await world.desk(list)).body['data']).toMatchObject({ accessRevocations: { nodes: [] } })
  })

  it('stands in the entry of the operation, by reference alone', async () => {
    await using world = await setUp()
    const { body } = await world.desk(revoke, lost)
    const { id } = (body['data'] as { readonly revokeAccess: { readonly id: string } }).revokeAccess
    expect(world.server.entries).toMatchObject([
      { personRef: 'XA-0009', operation: { type: 'mutation' }, revocations: [{ id, person: 'XA-0001' }] },
    ])
    expect(JSON.stringify(world.server.entries)).not.toContain('lost token')
    await world.desk(whoAmI)
    expect(world.server.entries[1]).not.toHaveProperty('revocations')
  })

  it('is announced to the other nodes before it is answered, and not answered when it cannot be', async () => {
    const announced: Revocation[] = []
    let fails = false
    await using world = await setUp({
      announceRevocation: async (revocation) => {
        if (fails) throw new Error('the log is away')
        announced.push(revocation)
      },
    })
    await world.desk(revoke, lost)
    expect(announced).toMatchObject([{ bureau: 'XA', person: 'XA-0001', by: 'XA-0009', reason: 'lost token' }])
    fails = true
    expect(codes(await world.desk(revoke, { ...lost, person: 'XA-0002' }))).toEqual(['AUDIT_UNAVAILABLE'])
  })

  it('is not answered when it cannot be kept, and then nobody’s access has ended', async () => {
    const store = new Store(null)
    await using world = await setUp({ store })
    store.close()
    expect(codes(await world.desk(revoke, lost))).toEqual(['AUDIT_UNAVAILABLE'])
    expect((await world.server.ask(whoAmI)).status).toBe(200)
  })
})

describe('accessRevocations', () => {
  it('are read in pages, the latest first', async () => {
    await using world = await setUp()
    for (const person of ['XA-1', 'XA-2', 'XA-3']) await world.desk(revoke, { person, reason: 'left' })
    type Page = {
      readonly accessRevocations: {
        readonly nodes: readonly { readonly person: string }[]
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
      }
    }
    const first = ((await world.desk(list, { first: 2 })).body['data'] as Page).accessRevocations
    const second = ((await world.desk(list, { first: 2, after: first.pageInfo.endCursor })).body['data'] as Page).accessRevocations
    expect([first, second].map(({ nodes }) => nodes.map(({ person }) => person))).toEqual([['XA-3', 'XA-2'], ['XA-1']])
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
  })
})
