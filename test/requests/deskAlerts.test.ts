import { expect, it, onTestFinished } from 'vitest'
import { DeskFeed } from '../../src/alerts/deskFeed.ts'
import { liveServer } from '../support/alerts/liveServer.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

const rules = `
  - { id: R1, title: those who are asked, on: AssistanceRequest, record: listed, to: any, for: any, when: 'caller.country in record.requestedBureaus && record.state != "DRAFT"' }
  - { id: R2, title: what is asked, on: AssistanceRequest, fields: [kind, state, question, requestedBureaus], level: full, to: any, for: any }`
const subscription = `subscription ($kinds: [AlertKind!]!) { alerts(filter: { kinds: $kinds }) { __typename ... on Alert { kind owner { code } recordId deskEntry { kind request } } } }`

it('a request that arrives is told live to the desk of the bureau that is asked, and to no other', async () => {
  await using live = await liveServer(
    ['XA', 'XB', 'XC'].map((code) => memoryBureau(code, { rows: {}, policy: compiledPolicy(code, rules) })),
  )
  const feed = new DeskFeed({
    desks: live.store.desks,
    append: (changes) => live.log.append(changes),
    onFailure: (error) => {
      throw error
    },
  })
  onTestFinished(() => feed.stop())
  const headersOf = async (bureau: string, roles: readonly string[]) => ({
    authorization: `Bearer ${await live.issuer.token({ claims: { sub: `${bureau}-${roles[0]}`, bureau, roles } })}`,
  })
  const toXa = await headersOf('XA', ['INVESTIGATOR'])
  const duty = await live.subscribe(subscription, { kinds: ['DESK'] }, await headersOf('XB', ['DUTY_OFFICER']))
  const colleague = await live.subscribe(subscription, { kinds: ['NEW', 'DESK'] }, await headersOf('XB', ['INVESTIGATOR']))
  const stranger = await live.subscribe(subscription, { kinds: ['DESK'] }, await headersOf('XC', ['DUTY_OFFICER']))
  for (const events of [duty, colleague, stranger]) expect(await events.next()).toMatchObject({ __typename: 'Heartbeat' })
  const act = async (name: string, type: string, input: Record<string, unknown>) => {
    const { body } = await live.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { id version } }`, { input }, toXa)
    return [(body['data'] as Record<string, unknown>)[name]].flat()[0] as { id: string; version: number }
  }
  const ask = async (bureau: string, word: string) => {
    const given = { reference: 'r', kind: 'INFORMATION', question: 'Who?', legalBasis: 'RECIPROCITY' }
    const draft = await act('createRequest', 'CreateRequestInput', { ...given, requestedBureaus: [bureau], clientMutationId: word })
    await act('sendRequest', 'RequestActInput', { ...draft, clientMutationId: `${word} sent` })
    return draft.id
  }
  const toTheFirst = await ask('XB', '1')
  const told = (request: string, owner: string) => ({
    kind: 'DESK',
    owner: { code: owner },
    deskEntry: { kind: 'REQUEST_ARRIVED', request },
  })
  expect(await duty.alert()).toMatchObject(told(toTheFirst, 'XB'))
  // What XC's desk is told first is its own.
  const toTheSecond = await ask('XC', '2')
  expect(await stranger.alert()).toMatchObject(told(toTheSecond, 'XC'))
  // Who is at no desk sees the requests, and nothing in between.
  const again = await ask('XB', '3')
  expect(await duty.alert()).toMatchObject(told(again, 'XB'))
  for (const recordId of [toTheFirst, again]) expect(await colleague.alert()).toMatchObject({ kind: 'NEW', recordId, deskEntry: null })
  for (const events of [duty, colleague, stranger]) events.stop()
})
