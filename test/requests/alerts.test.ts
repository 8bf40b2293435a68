import { describe, expect, it } from 'vitest'
import { liveServer } from '../support/alerts/liveServer.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

const rules = `
  - { id: R1, title: those who are asked, on: AssistanceRequest, record: listed, to: any, for: any, when: 'caller.country in record.requestedBureaus && record.state != "DRAFT"' }
  - { id: R2, title: what is asked, on: AssistanceRequest, fields: [kind, state, question, requestedBureaus], level: full, to: any, for: any }`
const subscription = `subscription { alerts { __typename ... on Alert { kind owner { code } recordType recordId changedFields record { ... on AssistanceRequest { state question facts } } } } }`
const file = 'id version state'

describe('live alerts of requests', () => {
  it('tell the requested bureau what moves in its view, the requester what moves in its own, and nobody else anything', async () => {
    await using live = await liveServer(
      ['XA', 'XB', 'XC'].map((code) => memoryBureau(code, { rows: {}, policy: compiledPolicy(code, rules) })),
    )
    const headersOf = async (bureau: string) => ({
      authorization: `Bearer ${await live.issuer.token({ claims: { sub: `${bureau}-0007`, bureau } })}`,
    })
    const [toXa, toXb, toXc] = [await headersOf('XA'), await headersOf('XB'), await headersOf('XC')]
    const [xa, xb, xc] = [
      await live.subscribe(subscription, {}, toXa),
      await live.subscribe(subscription, {}, toXb),
      await live.subscribe(subscription, {}, toXc),
    ]
    for (const events of [xa, xb, xc]) expect(await events.next()).toMatchObject({ __typename: 'Heartbeat' })
    const act = async (name: string, type: string, input: Record<string, unknown>, headers: Record<string, string>) => {
      const { body } = await live.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${file} } }`, { input }, headers)
      return [(body['data'] as Record<string, unknown>)[name]].flat()[0] as { id: string; version: number }
    }
    const input = {
      requestedBureaus: ['XB'],
      reference: 'r',
      kind: 'INFORMATION',
      question: 'Who?',
      facts: 'So.',
      legalBasis: 'RECIPROCITY',
    }
    const draft = await act('createRequest', 'CreateRequestInput', { ...input, clientMutationId: '1' }, toXa)
    expect(await xa.alert()).toMatchObject({ kind: 'NEW', recordId: draft.id, record: { state: 'DRAFT', facts: 'So.' } })
    const sent = await act('sendRequest', 'RequestActInput', { ...draft, state: undefined, clientMutationId: '2' }, toXa)
    expect(await xb.alert()).toMatchObject({
      kind: 'NEW',
      owner: { code: 'XA' },
      recordType: 'ASSISTANCE_REQUEST',
      recordId: draft.id,
      record: { state: 'SENT', question: 'Who?', facts: null },
    })
    expect(await xa.alert()).toMatchObject({ kind: 'CHANGED', record: { state: 'SENT' } })
    await act('withdrawRequest', 'RequestActInput', { ...sent, state: undefined, message: 'Found.', clientMutationId: '3' }, toXa)
    expect(await xb.alert()).toMatchObject({ kind: 'CHANGED', changedFields: ['state'], record: { state: 'WITHDRAWN' } })
    // What XC is told first is its own: nothing was told before.
    await act('createRequest', 'CreateRequestInput', { ...input, clientMutationId: '4' }, toXc)
    expect(await xc.alert()).toMatchObject({ kind: 'NEW', owner: { code: 'XC' }, record: { state: 'DRAFT' } })
    for (const events of [xa, xb, xc]) events.stop()
  })
})
