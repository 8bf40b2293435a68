import { type Answer, named, type Stage } from './stage.ts'

const file = 'id version state possible review steps { act message }'

/** What the later chapters go on with. */
export interface PublishedRed {
  readonly id: string
  /** The document of the person whom it is about. */
  readonly document: { readonly number: string; readonly issuingCountry: string }
  act(who: string, name: string, over?: Readonly<Record<string, unknown>>): Promise<Answer>
}

/** A Red notice is drafted, found wanting, mended, questioned, and published. Nobody but its owner and the Secretariat learns of it before. */
export async function noticeChapter(stage: Stage): Promise<PublishedRed> {
  const { ask, refused, tell, sees } = stage
  const name = named()
  const { person, document } = await wanted(stage)
  const words = {
    kind: 'RED',
    subject: person,
    actionRequested: ['LOCATE_AND_ARREST'],
    summary: 'Broke into a bank at night.',
    offences: [{ family: 'ROBBERY', charge: 'Robbery', law: 'Penal Code of XA, s. 249' }],
    assurances: { competentAuthority: true, extraditionSought: true },
  }
  tell('XA drafts a Red notice, and hands it in without a warrant.')
  const draft = await ask('xa-officer', `mutation ($input: CreateNoticeInput!) { createNotice(input: $input) { ${file} } }`, {
    input: { clientMutationId: name(), ...words },
  })
  const { id } = draft.createNotice
  const input = async (who: string) => {
    const { noticeFile } = await ask(who, `query ($id: ID!) { noticeFile(id: $id) { version } }`, { id })
    return { clientMutationId: name(), id, version: noticeFile.version }
  }
  const doing = `mutation ($input: NoticeActInput!) { actOnNotice(input: $input) { ${file} } }`
  const act = async (who: string, what: string, over: Readonly<Record<string, unknown>> = {}) =>
    (await ask(who, doing, { input: { ...(await input(who)), act: what, ...over } })).actOnNotice
  const { message } = await refused('xa-officer', doing, { input: { ...(await input('xa-officer')), act: 'SUBMIT' } })
  sees('xa-officer', message)
  const warrants = [
    {
      kind: 'ARREST',
      issuingAuthority: 'District Court of Arvel',
      country: 'XA',
      reference: 'GS 1/26',
      issuedOn: '2026-05-04',
      judicial: true,
      charge: 'Robbery',
      maxPenaltyMonths: 120,
    },
  ]
  await ask('xa-officer', `mutation ($input: AmendNoticeInput!) { amendNotice(input: $input) { ${file} } }`, {
    input: { ...(await input('xa-officer')), notice: { ...words, warrants } },
  })
  await act('xa-officer', 'SUBMIT')
  tell('The Secretariat takes it, asks a question, and gets its answer.')
  await act('xs-reviewer', 'TAKE')
  await act('xs-reviewer', 'ASK_INFO', { message: 'Was anybody hurt?' })
  const seen = async (who: string) =>
    (await ask(who, `query ($id: ID!) { node(id: $id) { id ... on Notice { kind state } } }`, { id })).node
  sees('xd-border', `the notice in review: ${JSON.stringify(await seen('xd-border'))}`)
  await act('xa-officer', 'GIVE_INFO', { message: 'A guard.' })
  const published = await act('xs-reviewer', 'APPROVE')
  tell(`The Secretariat approves: it is ${published.state}.`)
  const { kind, state } = await seen('xd-border')
  sees('xd-border', `${kind}, ${state}`)
  return { id, document, act }
}

/** Somebody whom XA seeks and knows well enough for a Red notice. */
async function wanted({ ask }: Stage) {
  const { persons } = await ask(
    'xa-officer',
    `{ persons(first: 100, where: { owner: { eq: "XA" }, status: { eq: WANTED_FOR_PROSECUTION } }) {
      nodes { id sex birthDate protectedClasses names { family given } documents { number issuingCountry } } } }`,
  )
  const whole = persons.nodes.find(
    ({ sex, birthDate, names, documents, protectedClasses }: Answer) =>
      sex !== null &&
      birthDate?.length === 10 &&
      names?.[0]?.family &&
      names[0].given &&
      documents?.[0]?.number?.length >= 4 &&
      !protectedClasses?.length,
  )
  return { person: whole.id as string, document: whole.documents[0] as PublishedRed['document'] }
}
