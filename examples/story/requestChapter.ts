import { named, type Stage } from './stage.ts'

const file = 'id version state possible steps { act bureau { code } } request { reference responses { bureau kind text } }'

/** XA asks XB and XC for help on a person; XB answers in part, XC refuses. Neither learns that the other was asked. */
export async function requestChapter({ ask, tell, sees }: Stage): Promise<void> {
  const name = named()
  const act = async (who: string, field: string, type: string, id: string, over: Readonly<Record<string, unknown>> = {}) => {
    const { requestFile } = await ask(who, `query ($id: ID!) { requestFile(id: $id) { ${file} } }`, { id })
    const input = { clientMutationId: name(), id, version: requestFile.version, ...over }
    return (await ask(who, `mutation ($input: ${type}!) { ${field}(input: $input) { ${file} } }`, { input }))[field]
  }
  tell('XA asks XB and XC where the driver of a van lives.')
  const input = {
    clientMutationId: name(),
    requestedBureaus: ['XB', 'XC'],
    reference: 'XA 44/26',
    kind: 'WHEREABOUTS',
    urgency: 'URGENT',
    question: 'Where does the driver of the van live?',
    facts: 'A van left the harbour without lights.',
    legalBasis: 'CONV-5',
  }
  const created = await ask('xa-officer', 'mutation ($input: CreateRequestInput!) { createRequest(input: $input) { id } }', { input })
  const [toXb, toXc] = created.createRequest.map(({ id }: { id: string }) => id)
  for (const id of [toXb, toXc]) await act('xa-officer', 'sendRequest', 'RequestActInput', id)
  for (const who of ['xb-officer', 'xc-officer']) {
    const { requests } = await ask(
      who,
      '{ requests(where: { owner: { eq: "XA" } }, first: 100) { nodes { id reference question requestedBureaus } } }',
    )
    const mine = requests.nodes.filter(({ id }: { id: string }) => id === toXb || id === toXc)
    sees(who, `${mine.length} request of this story, put to ${mine[0].requestedBureaus}: "${mine[0].question}"`)
  }
  tell('XB takes it on and answers in part; XC refuses, and has to say on which ground.')
  await act('xb-officer', 'acknowledgeRequest', 'RequestActInput', toXb)
  await act('xb-officer', 'acceptRequest', 'RequestActInput', toXb)
  await act('xb-officer', 'answerRequest', 'AnswerRequestInput', toXb, { kind: 'PARTIAL', text: 'He lived at 12 Rue du Phare until May.' })
  await act('xc-officer', 'acknowledgeRequest', 'RequestActInput', toXc)
  await act('xc-officer', 'refuseRequest', 'RefuseRequestInput', toXc, { grounds: ['PENDING_PROCEEDINGS'] })
  for (const id of [toXb, toXc]) {
    const { requestFile } = await ask('xa-officer', `query ($id: ID!) { requestFile(id: $id) { ${file} } }`, { id })
    const [{ bureau, kind, text }] = requestFile.request.responses
    sees('xa-officer', `${requestFile.state}: ${bureau} says ${kind}${text === null ? '' : `, "${text}"`}`)
  }
}
