import { describe, expect, it } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { justification, minutes, offering, rescuer, withdrawn } from '../emergency/lifesaving.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { memoryServer } from '../support/memoryServer.ts'

const invoke = `mutation ($block: String!, $justification: String!) {
  invokeEmergency(input: { bureau: "XB", block: $block, justification: $justification }) { id block expiresAt bureau { code } overdue finding }
}`
const persons = '{ persons { nodes { sex birthDate _disclosure { field level } } } }'
const viewer = '{ viewer { emergency emergencies { id case justification } } }'

/** Officers of XA ask; XB offers. Tokens are made now, so that the hub's clock starts now. */
async function setUp() {
  const start = Date.now()
  let now = start
  const bureaus = [rescuer('XA', withdrawn('XA')), rescuer('XB', offering('XB'))] as const
  const memory = memoryHub(bureaus, { store: new Store(null) })
  const server = await memoryServer(bureaus, { hub: memory.hub, clock: () => now })
  const xb = await server.issuer.token({ claims: { sub: 'XB-0009', bureau: 'XB', roles: ['NCB_OFFICER'] } })
  return {
    server,
    xb: bureaus[1],
    entries: memory.entries,
    wait: (ms: number) => (now += ms),
    async invoke() {
      const { body } = await server.ask(invoke, { block: 'E1', justification })
      return (body['data'] as { invokeEmergency: { id: string; expiresAt: string } }).invokeEmergency
    },
    askAsXb: (query: string, variables?: unknown) => server.ask(query, variables, { authorization: `Bearer ${xb}` }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
const code = ({ body }: { readonly body: { errors?: { extensions: { code: string } }[] } }) =>
  body.errors?.map(({ extensions }) => extensions.code)
function sexes({ body }: { readonly body: Readonly<Record<string, unknown>> }): readonly (string | null)[] {
  return (body['data'] as { persons: { nodes: { sex: string | null }[] } }).persons.nodes.map(({ sex }) => sex)
}

describe('emergency access over HTTP', () => {
  it('opens what the block offers while the request names it, and nothing that is capped absolutely', async () => {
    await using world = await setUp()
    const access = await world.invoke()
    // XA's own record is shown to XA in full; XB's is listed without fields.
    expect(sexes(await world.server.ask(persons))).toEqual(['F', null])
    const opened = await world.server.ask(persons, undefined, { 'comity-emergency': access.id })
    expect(sexes(opened)).toEqual(['F', 'F'])
    const nodes = (opened.body['data'] as { persons: { nodes: { birthDate: string | null }[] } }).persons.nodes
    expect(nodes.map(({ birthDate }) => birthDate)).toEqual(['1980-06-15', null])
    const { authorization } = world.server.headers
    const body = JSON.stringify({ query: persons, extensions: { emergency: access.id } })
    const headers = { authorization, 'comity-purpose': 'INVESTIGATION; case=XA-2026-0017', 'content-type': 'application/json' }
    const response = await fetch(`${world.server.url}/graphql`, { method: 'POST', headers, body })
    expect(sexes({ body: (await response.json()) as Record<string, unknown> })).toEqual(['F', 'F'])
  })

  it('is refused with 403 before anything is asked, alike for every cause', async () => {
    await using world = await setUp()
    const { id } = await world.invoke()
    const other = await world.server.issuer.token({ claims: { sub: 'XA-0002' } })
    const before = world.xb.calls.length
    const answers = [
      await world.server.ask(persons, undefined, { 'comity-emergency': 'nothing' }),
      await world.server.ask(persons, undefined, { 'comity-emergency': '!' }),
      await world.server.ask(persons, undefined, { 'comity-emergency': id, authorization: `Bearer ${other}` }),
      await world.server.ask(persons, undefined, { 'comity-emergency': id, 'comity-purpose': 'INVESTIGATION; case=XA-2' }),
      await world.server.ask(persons, undefined, { 'comity-emergency': id, 'comity-purpose': 'BORDER_CHECK; case=XA-2026-0017' }),
    ]
    world.xb.replace(withdrawn('XB'))
    answers.push(await world.server.ask(persons, undefined, { 'comity-emergency': id }))
    world.xb.replace(offering('XB'))
    world.wait(minutes(60))
    answers.push(await world.server.ask(persons, undefined, { 'comity-emergency': id }))
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect([answers[0]?.status, answers[0] && code(answers[0])]).toEqual([403, ['EMERGENCY_NOT_OPEN']])
    expect(world.xb.calls.length).toBe(before)
  })

  it('refuses a header and an extension that name two', async () => {
    await using world = await setUp()
    const [one, two] = [await world.invoke(), await world.invoke()]
    const body = JSON.stringify({ query: persons, extensions: { emergency: two.id } })
    const headers = { ...world.server.headers, 'comity-emergency': one.id }
    const response = await fetch(`${world.server.url}/graphql`, { method: 'POST', headers, body })
    expect([response.status, await response.json()]).toMatchObject([403, { errors: [{ extensions: { code: 'EMERGENCY_NOT_OPEN' } }] }])
  })

  it('is listed to its person, and ends when it is given back', async () => {
    await using world = await setUp()
    const { id } = await world.invoke()
    expect((await world.server.ask(viewer, undefined, { 'comity-emergency': id })).body['data']).toEqual({
      viewer: { emergency: id, emergencies: [{ id, case: 'XA-2026-0017', justification }] },
    })
    const close = 'mutation ($id: ID!) { closeEmergency(id: $id) { closedAt } }'
    expect((await world.server.ask(close, { id })).body['data']).toMatchObject({
      closeEmergency: { closedAt: expect.stringMatching(/Z$/) },
    })
    expect((await world.server.ask(viewer)).body['data']).toEqual({ viewer: { emergency: null, emergencies: [] } })
    expect(code(await world.server.ask(persons, undefined, { 'comity-emergency': id }))).toEqual(['EMERGENCY_NOT_OPEN'])
  })

  it('lists what may be invoked, and answers alike for what may not', async () => {
    await using world = await setUp()
    const { body } = await world.server.ask(
      '{ emergencyBlocks { bureau { code } block title types ttlMinutes justificationMin perDay leftToday reviewHours } }',
    )
    expect(body['data']).toEqual({
      emergencyBlocks: [
        {
          bureau: { code: 'XB' },
          block: 'E1',
          title: 'Immediate danger to life',
          types: ['Person'],
          ttlMinutes: 60,
          justificationMin: 40,
          perDay: 2,
          leftToday: 2,
          reviewHours: 72,
        },
      ],
    })
    const refused = await Promise.all(['E2', 'E9'].map((block) => world.server.ask(invoke, { block, justification })))
    expect(new Set(refused.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(refused[0] && code(refused[0])).toEqual(['EMERGENCY_UNAVAILABLE'])
  })

  it('is reviewed by the owner, whose remark stays with the owner', async () => {
    await using world = await setUp()
    const { id } = await world.invoke()
    const list =
      '{ emergencyAccesses { nodes { id justification readerBureau { code } readerPersonRef readerRoles remark finding reviewedBy } pageInfo { hasNextPage } } }'
    expect((await world.server.ask(list)).body['data']).toMatchObject({ emergencyAccesses: null })
    expect((await world.askAsXb(list)).body['data']).toMatchObject({
      emergencyAccesses: { nodes: [{ id, justification, readerBureau: { code: 'XA' }, readerPersonRef: 'XA-0001', finding: null }] },
    })
    const review = 'mutation ($input: ReviewEmergencyInput!) { reviewEmergency(input: $input) { finding remark reviewedBy } }'
    expect(code(await world.server.ask(review, { input: { id, finding: 'JUSTIFIED' } }))).toEqual(['BAD_USER_INPUT'])
    const found = await world.askAsXb(review, { input: { id, finding: 'NOT_JUSTIFIED', remark: 'The address was known.' } })
    expect(found.body['data']).toEqual({
      reviewEmergency: { finding: 'NOT_JUSTIFIED', remark: 'The address was known.', reviewedBy: 'XB-0009' },
    })
    expect(code(await world.server.ask(persons, undefined, { 'comity-emergency': id }))).toEqual(['EMERGENCY_NOT_OPEN'])
    expect((await world.server.ask('{ emergencyBlocks { block } }')).body['data']).toEqual({ emergencyBlocks: [] })
    const desk = '{ deskEntries { nodes { kind emergency readerBureau { code } } } }'
    expect((await world.askAsXb(desk)).body['data']).toMatchObject({
      deskEntries: {
        nodes: [
          { kind: 'EMERGENCY_REVIEWED', emergency: id },
          { kind: 'EMERGENCY_INVOKED', emergency: id },
        ],
      },
    })
    expect((await world.server.ask(desk)).body['data']).toEqual({ deskEntries: null })
  })

  it('stands in the audit entries: who opened it, and what was asked under it', async () => {
    await using world = await setUp()
    const { id } = await world.invoke()
    await world.server.ask(persons, undefined, { 'comity-emergency': id })
    expect(world.entries.map(({ emergency, emergencies }) => ({ emergency, emergencies }))).toEqual([
      { emergency: null, emergencies: [{ act: 'INVOKED', id, owner: 'XB', block: 'E1' }] },
      { emergency: id, emergencies: undefined },
    ])
  })
})
