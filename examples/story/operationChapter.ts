import type { PublishedRed } from './noticeChapter.ts'
import { type Answer, named, type Stage } from './stage.ts'

const file = `id version state side possible parties { bureau { code } signed } targets { key own bureau { code } meets } embargoes { key } steps { act bureau { code } }`

/** An operation of XA, XB and XC: agreed on, two targets that meet, an embargo on the Red notice, and the lifting of it. */
export async function operationChapter(stage: Stage, red: PublishedRed): Promise<void> {
  const { ask, tell, sees } = stage
  const name = named()
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
  const codename = 'NIGHTFALL'
  tell('XA proposes operation Nightfall, and invites XB and XC.')
  const terms = {
    kind: 'TASK_FORCE',
    purpose: 'The ring of car thieves.',
    legalBasis: 'CONV-5',
    startsOn: day(0),
    endsOn: day(30),
    offenceFamilies: ['ROBBERY'],
  }
  const proposed = await ask('xa-officer', `mutation ($input: ProposeOperationInput!) { proposeOperation(input: $input) { ${file} } }`, {
    input: { clientMutationId: name(), codename, terms },
  })
  const { id } = proposed.proposeOperation
  const fileOf = async (who: string) => (await ask(who, `query ($id: ID!) { operationFile(id: $id) { ${file} } }`, { id })).operationFile
  const mutate = async (who: string, field: string, type: string, over: Readonly<Record<string, unknown>>) => {
    const input = { clientMutationId: name(), id, version: (await fileOf(who)).version, ...over }
    return (await ask(who, `mutation ($input: ${type}!) { ${field}(input: $input) { ${file} } }`, { input }))[field]
  }
  const act = (who: string, what: string, over: Readonly<Record<string, unknown>> = {}) =>
    mutate(who, 'actOnOperation', 'OperationActInput', { act: what, ...over })
  const codes = ({ parties }: Answer) => parties.map(({ bureau }: Answer) => bureau.code).join(', ')
  for (const bureau of ['XB', 'XC']) await mutate('xa-officer', 'inviteToOperation', 'InviteToOperationInput', { bureau })
  for (const who of ['xa-officer', 'xb-officer', 'xc-officer']) sees(who, `parties ${codes(await fileOf(who))}`)
  for (const who of ['xb-officer', 'xc-officer']) await act(who, 'ACCEPT')
  tell('Both accept, and now they know of each other. All sign; it begins.')
  sees('xb-officer', `parties ${codes(await fileOf('xb-officer'))}`)
  for (const who of ['xa-officer', 'xb-officer', 'xc-officer']) await act(who, 'SIGN')
  tell(`It is ${(await act('xa-officer', 'ACTIVATE')).state}.`)

  const { totalCount: before } = await personsOfXa(stage)
  await mutate('xc-officer', 'nameOperationMember', 'NameMemberInput', { personRef: 'XC-xc-officer', role: 'Lead investigator' })
  const { totalCount: asMember } = await personsOfXa(stage)
  sees('xc-officer', `as a member ${asMember - before} more of XA's persons than before`)

  tell('XA and XC each nominate a target of their own.')
  const shared = await knownToBoth(stage)
  await mutate('xa-officer', 'nominateOperationTarget', 'NominateTargetInput', { person: shared.XA })
  await mutate('xc-officer', 'nominateOperationTarget', 'NominateTargetInput', { person: shared.XC })
  for (const who of ['xa-officer', 'xb-officer', 'xc-officer']) {
    const { targets } = await fileOf(who)
    sees(
      who,
      targets
        .map(({ own, meets, bureau }: Answer) =>
          own
            ? `one of its own that ${meets ? 'meets' : 'does not meet'} another bureau's`
            : `one of ${bureau?.code ?? 'a bureau that is not said'}`,
        )
        .join(', and '),
    )
  }

  tell('Until the hour has come XA hides its Red notice from XC’s border posts.')
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const { embargoes } = await mutate('xa-officer', 'setEmbargo', 'SetEmbargoInput', { record: red.id, bureaus: ['XC'], until })
  const notice = async (who: string) => (await ask(who, 'query ($id: ID!) { node(id: $id) { id } }', { id: red.id })).node
  const sight = async (who: string) => sees(who, (await notice(who)) === null ? 'no such notice' : 'the notice')
  for (const who of ['xc-border', 'xc-officer', 'xd-border']) await sight(who)
  await act('xa-officer', 'LIFT', { key: embargoes[0].key })
  tell('The embargo is lifted.')
  await sight('xc-border')

  await act('xc-officer', 'LEAVE')
  tell('XC leaves, at once and without anybody’s consent.')
  const { totalCount: left } = await personsOfXa(stage)
  sees(
    'xc-officer',
    `${(await fileOf('xc-officer')) === null ? 'no such operation' : 'the operation'}, and ${left - before} more of XA's persons than before`,
  )
  await act('xa-officer', 'DEBRIEF')
  await act('xa-officer', 'REPORT', { message: 'Forty cars.' })
  await act('xb-officer', 'REPORT', { message: 'Three arrests.' })
  const closed = await act('xa-officer', 'CLOSE')
  tell(`What came of it is reported by both: it is ${closed.state}.`)
}

async function personsOfXa({ ask }: Stage): Promise<{ readonly totalCount: number }> {
  return (await ask('xc-officer', '{ persons(first: 1, where: { owner: { eq: "XA" } }) { totalCount } }')).persons
}

/** Somebody of whom XA and XC have the same document, by their ids at each. */
async function knownToBoth({ ask }: Stage): Promise<{ readonly XA: string; readonly XC: string }> {
  const known = async (who: string, owner: string) => {
    const found = new Map<string, string>()
    for (let after: string | null = null; ; ) {
      const { persons } = await ask(
        who,
        `query ($after: String) { persons(first: 100, after: $after, where: { owner: { eq: "${owner}" } }) {
          nodes { id documents { number issuingCountry } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
      for (const { id, documents } of persons.nodes)
        for (const { number, issuingCountry } of documents ?? [])
          if (number && issuingCountry) found.set(`${issuingCountry} ${number.replace(/[^A-Z0-9]/gi, '').toUpperCase()}`, id)
      if (!persons.pageInfo.hasNextPage) return found
      after = persons.pageInfo.endCursor
    }
  }
  const [ofXa, ofXc] = [await known('xa-officer', 'XA'), await known('xc-officer', 'XC')]
  for (const [document, XA] of ofXa) {
    const XC = ofXc.get(document)
    if (XC !== undefined) return { XA, XC }
  }
  throw new Error('the demo has nobody whom both XA and XC know by a document')
}
