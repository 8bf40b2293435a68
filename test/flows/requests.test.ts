import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type DemoProcess, runComity, startDemoProcess } from '../support/demoProcess.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'comity-requests-'))
let demo: DemoProcess
beforeAll(async () => {
  demo = await startDemoProcess(dataDir, ['--scale', '0.05'])
}, 60_000)
afterAll(async () => {
  await demo.interrupt()
  rmSync(dataDir, { recursive: true, force: true })
})

const tokens = new Map<string, string>()

async function ask(persona: string, query: string, variables: Record<string, unknown> = {}): Promise<Record<string, never>> {
  const caseRef = `${persona.slice(0, 2).toUpperCase()}-2026-0100`
  if (!tokens.has(persona)) {
    const arguments_ = ['token', '--as', persona, '--purpose', 'PROSECUTION', '--case', caseRef]
    tokens.set(persona, (await runComity(arguments_, { COMITY_DATA_DIR: dataDir })).out.trim())
  }
  const response = await fetch(`${demo.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokens.get(persona)}`,
      'content-type': 'application/json',
      'comity-purpose': `PROSECUTION; case=${caseRef}`,
    },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: { message: string }[] }
  expect(errors).toBeUndefined()
  return data
}

interface File {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly steps: readonly { readonly act: string }[]
  readonly delivery: { readonly state: string; readonly receipt: string | null } | null
}

const fields = 'id version state steps { act } delivery { state receipt }'
let count = 0
const act = async (persona: string, name: string, type: string, file: File, over: Record<string, unknown> = {}) => {
  const input = { clientMutationId: `flow-${++count}`, id: file.id, version: file.version, ...over }
  return (await ask(persona, `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input }))[name] as unknown as File
}
const file = async (persona: string, id: string) =>
  (await ask(persona, `query ($id: ID!) { requestFile(id: $id) { ${fields} } }`, { id }))['requestFile'] as unknown as File

describe('a request between two demo bureaus', () => {
  it('reaches the other bureau’s own system with a receipt, is answered at the hub, and outlives a restart', async () => {
    const input = {
      clientMutationId: 'flow-create',
      requestedBureaus: ['XB', 'XC'],
      reference: 'XA 44/26',
      kind: 'WHEREABOUTS',
      urgency: 'URGENT',
      question: 'Where does the driver of the van live?',
      facts: 'A van left the harbour without lights.',
      legalBasis: 'CONV-5',
    }
    const created = await ask(
      'xa-ncb-officer',
      `mutation ($input: CreateRequestInput!) { createRequest(input: $input) { ${fields} requested { code } } }`,
      { input },
    )
    const [toXb, toXc] = created['createRequest'] as unknown as [File, File]
    await act('xa-ncb-officer', 'sendRequest', 'RequestActInput', toXb)
    await act('xa-ncb-officer', 'sendRequest', 'RequestActInput', toXc)
    await vi.waitFor(
      async () =>
        expect(await file('xa-ncb-officer', toXb.id)).toMatchObject({
          state: 'RECEIVED',
          delivery: { state: 'DELIVERED', receipt: 'D-00001' },
        }),
      {
        timeout: 15_000,
        interval: 100,
      },
    )
    // XC's system takes no requests: its officers find it at the hub, beside those of the bureaus' own systems.
    expect(await file('xa-ncb-officer', toXc.id)).toMatchObject({ state: 'SENT', delivery: null })
    const mine = await ask('xc-prosecutor', '{ requests(first: 100, where: { owner: { eq: "XA" } }) { nodes { id question facts } } }')
    expect((mine['requests'] as unknown as { nodes: unknown[] }).nodes).toContainEqual({
      id: toXc.id,
      question: input.question,
      facts: input.facts,
    })

    await demo.interrupt()
    demo = await startDemoProcess(dataDir, ['--scale', '0.05'])
    let xb = await file('xb-investigator', toXb.id)
    xb = await act('xb-investigator', 'acknowledgeRequest', 'RequestActInput', xb)
    xb = await act('xb-investigator', 'acceptRequest', 'RequestActInput', xb)
    xb = await act('xb-investigator', 'answerRequest', 'AnswerRequestInput', xb, { kind: 'ANSWER', text: '12 Rue du Phare.' })
    let xc = await file('xc-prosecutor', toXc.id)
    xc = await act('xc-prosecutor', 'acknowledgeRequest', 'RequestActInput', xc)
    xc = await act('xc-prosecutor', 'refuseRequest', 'RefuseRequestInput', xc, { grounds: ['PENDING_PROCEEDINGS'] })
    expect([xb.state, xc.state]).toEqual(['ANSWERED', 'REFUSED'])
    const answers = await ask(
      'xa-ncb-officer',
      `query ($ids: [ID!]) { requests(where: { id: { in: $ids } }) { nodes { reference state responses { bureau kind text } } } }`,
      { ids: [toXb.id, toXc.id] },
    )
    const { nodes } = answers['requests'] as unknown as { nodes: unknown[] }
    expect(nodes.length).toBe(2)
    expect(nodes).toContainEqual({
      reference: 'XA 44/26',
      state: 'ANSWERED',
      responses: [{ bureau: 'XB', kind: 'ANSWER', text: '12 Rue du Phare.' }],
    })
    expect(nodes).toContainEqual({ reference: 'XA 44/26', state: 'REFUSED', responses: [{ bureau: 'XC', kind: 'REFUSED', text: null }] })
    const told = await ask('xa-ncb-officer', '{ deskEntries { nodes { kind request readerBureau { code } } } }')
    expect((told['deskEntries'] as unknown as { nodes: unknown[] }).nodes).toContainEqual({
      kind: 'REQUEST_MOVED',
      request: toXc.id,
      readerBureau: { code: 'XC' },
    })
  }, 90_000)
})
