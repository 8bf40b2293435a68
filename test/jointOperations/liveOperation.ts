import { liveServer } from '../support/alerts/liveServer.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { operationRules } from './operationWorld.ts'

const subscription = `subscription { alerts(heartbeatSeconds: 1) { __typename ... on StreamNotice { code }
  ... on Alert { kind owner { code } record { __typename ... on Person { names { family } } ... on Notice { number } } } } }`

/** The real server over XA and XB with an operation `XA/NIGHTFALL` that runs from today on. */
export async function liveOperation() {
  const bureaus = ['XA', 'XB'].map((code) =>
    memoryBureau(code, {
      rows: { Person: [], Notice: [] },
      mapped: ['names', 'kind', 'number', 'state'],
      policy: compiledPolicy(code, operationRules),
    }),
  )
  const live = await liveServer(bureaus)
  const headersOf = async (bureau: string, role = 'NCB_OFFICER') => ({
    authorization: `Bearer ${await live.issuer.token({ claims: { sub: `${bureau}-1`, bureau, roles: [role] } })}`,
  })
  const [toXa, toXb] = [await headersOf('XA'), await headersOf('XB')]
  let count = 0
  const mutate = async (field: string, type: string, headers: Record<string, string>, input: Record<string, unknown>) => {
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { id version state embargoes { key } } }`
    const { body } = await live.ask(document, { input: { clientMutationId: String(++count), ...input } }, headers)
    const file = (body['data'] as Record<string, { id: string; version: number; state: string; embargoes: { key: string }[] }> | null)?.[
      field
    ]
    if (file === undefined) throw new Error(JSON.stringify(body))
    return file
  }
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
  const terms = { kind: 'JIT', purpose: 'p', startsOn: day(0), endsOn: day(9) }
  const { id } = await mutate('proposeOperation', 'ProposeOperationInput', toXa, { codename: 'NIGHTFALL', terms })
  await mutate('inviteToOperation', 'InviteToOperationInput', toXa, { id, version: 1, bureau: 'XB' })
  const act = (headers: Record<string, string>, version: number, name: string, over: Record<string, unknown> = {}) =>
    mutate('actOnOperation', 'OperationActInput', headers, { id, version, act: name, ...over })
  await act(toXb, 1, 'ACCEPT')
  await act(toXb, 2, 'SIGN')
  await act(toXa, 4, 'SIGN')
  await act(toXa, 5, 'ACTIVATE')
  return {
    ...live,
    id,
    toXa,
    toXb,
    headersOf,
    mutate,
    act,
    async alerts(headers: Record<string, string>) {
      const events = await live.subscribe(subscription, {}, headers)
      // After a second one that it has been told of the rules by which it was opened.
      for (let beats = 0; beats < 2; ) if ((await events.next())?.['__typename'] === 'Heartbeat') beats++
      return events
    },
    [Symbol.asyncDispose]: () => live[Symbol.asyncDispose](),
  }
}
