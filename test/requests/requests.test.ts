import { describe, expect, it } from 'vitest'
import { SealedChanges } from '../../src/alerts/sealedChanges.ts'
import { hours } from './plainRequest.ts'
import { type RequestAnswer, requestWorld } from './requestWorld.ts'

const only = (files: readonly RequestAnswer[]): RequestAnswer => {
  const [file] = files
  if (file === undefined || files.length !== 1) throw new Error(`${files.length} requests`)
  return file
}

async function sent(world: ReturnType<typeof requestWorld>, over: Record<string, unknown> = {}) {
  const draft = only((await world.create(world.officer('XA'), over)).files)
  return (await world.act(world.officer('XA'), 'sendRequest', draft)).file
}

describe('a request for assistance', () => {
  it('goes from one bureau to the other and back, and both see it among `requests`', async () => {
    const world = requestWorld()
    const xa = () => world.officer('XA')
    const xb = () => world.officer('XB')
    const request = await sent(world)
    expect(request).toMatchObject({ state: 'SENT', version: 2, dueAt: new Date(world.now + hours(168)).toISOString() })
    const arrived = await world.listed(xb())
    expect(arrived.nodes).toMatchObject([
      {
        id: request.id,
        owner: { code: 'XA' },
        reference: null,
        state: 'SENT',
        question: 'Who rented the garage?',
        facts: 'A garage in Xebo.',
      },
    ])
    expect(arrived.totalCount).toBe(1)
    let file = (await world.act(xb(), 'acknowledgeRequest', { id: request.id, version: 2 })).file
    file = (await world.act(xb(), 'askMore', file, { message: 'Which garage?' })).file
    expect((await world.file(xa(), request.id))?.possible).toEqual(['ANSWER_MORE', 'WITHDRAW'])
    file = (await world.act(xa(), 'answerMore', file, { message: 'The one at the harbour.' })).file
    expect(file.state).toBe('ACKNOWLEDGED')
    file = (await world.act(xb(), 'acceptRequest', file)).file
    file = (await world.act(xb(), 'answerRequest', file, { kind: 'PARTIAL', text: 'Somebody called Q.' })).file
    file = (await world.act(xb(), 'answerRequest', file, { kind: 'ANSWER', text: 'Q of Xelm Street.' })).file
    file = (await world.act(xa(), 'closeRequest', file)).file
    expect(file).toMatchObject({ state: 'CLOSED', version: 9, possible: [] })
    expect(file.request).toMatchObject({
      reference: 'XA 7/26',
      responses: [
        { bureau: 'XB', kind: 'PARTIAL', text: 'Somebody called Q.' },
        { bureau: 'XB', kind: 'ANSWER', text: 'Q of Xelm Street.' },
      ],
    })
    expect(file.steps.map(({ act }) => act)).toEqual([
      'CREATE',
      'SEND',
      'ACKNOWLEDGE',
      'ASK_MORE',
      'ANSWER_MORE',
      'ACCEPT',
      'ANSWER_PART',
      'ANSWER',
      'CLOSE',
    ])
  })

  it('shows its fields as the owner’s rules say, in lists, by id and in filters', async () => {
    const world = requestWorld()
    const request = await sent(world)
    const duty = world.officer('XB', 'DUTY_OFFICER')
    expect((await world.listed(duty)).nodes).toMatchObject([
      { id: request.id, question: 'Who rented the garage?', facts: null, reference: null },
    ])
    expect((await world.listed(duty, '(where: { state: { eq: SENT } })')).nodes.length).toBe(1)
    expect((await world.listed(duty, '(where: { reference: { eq: "XA 7/26" } })')).nodes).toEqual([])
    expect((await world.listed(duty, '(where: { not: { reference: { eq: "other" } } })')).nodes).toEqual([])
    expect((await world.listed(world.officer('XA'), '(where: { reference: { eq: "XA 7/26" } })')).nodes.length).toBe(1)
    expect((await world.listed(duty, `(where: { id: { eq: "${request.id}" } })`)).nodes.length).toBe(1)
    expect((await world.listed(duty, '(where: { owner: { eq: "XA" } })')).nodes.length).toBe(1)
    expect((await world.listed(duty, '(where: { owner: { eq: "XB" } })')).nodes).toEqual([])
    const byId = (await world.ask(duty, `{ node(id: "${request.id}") { ... on AssistanceRequest { facts question } } }`)).data
    expect(byId).toEqual({ node: { facts: null, question: 'Who rented the garage?' } })
  })

  it('is hidden from the requested bureau before it is sent, and from everybody else for good', async () => {
    const world = requestWorld()
    const draft = only((await world.create(world.officer('XA'))).files)
    const seenBy = async (bureau: string, role?: string) => [
      (await world.listed(world.officer(bureau, role))).totalCount,
      await world.file(world.officer(bureau, role), draft.id),
      (await world.act(world.officer(bureau, role), 'acknowledgeRequest', draft)).code,
    ]
    const absent = [0, null, 'REQUEST_NOT_FOUND']
    expect(await seenBy('XB')).toEqual(absent)
    const request = (await world.act(world.officer('XA'), 'sendRequest', draft)).file
    expect(await seenBy('XC')).toEqual(absent)
    expect(await world.file(world.officer('XB', 'ANALYST'), request.id)).toBeNull()
    expect((await world.act(world.officer('XB', 'ANALYST'), 'acknowledgeRequest', request)).message).toBe(
      (await world.act(world.officer('XB'), 'acknowledgeRequest', { id: `${request.id.slice(0, -4)}AAAA`, version: 2 })).message,
    )
  })

  it('is no business of the requested bureau before it is sent, even where the owner’s rules show the draft', async () => {
    const world = requestWorld()
    const [draft] = (await world.create(world.officer('XB'), { requestedBureaus: ['XA'] })).files
    if (draft === undefined) throw new Error('no draft')
    expect((await world.listed(world.officer('XA'))).nodes.length).toBe(1)
    expect(await world.file(world.officer('XA'), draft.id)).toBeNull()
    expect((await world.act(world.officer('XA'), 'acknowledgeRequest', draft)).code).toBe('REQUEST_NOT_FOUND')
  })

  it('is worked on only by officers of the requested bureau to whom the owner’s rules show it', async () => {
    const world = requestWorld()
    const request = await sent(world)
    // A role that works on requests, and to which XA’s rules show none.
    const liaison = world.officer('XB', 'LIAISON')
    expect(await world.file(liaison, request.id)).toBeNull()
    expect((await world.act(liaison, 'acknowledgeRequest', request)).code).toBe('REQUEST_NOT_FOUND')
    expect((await world.act(world.officer('XB', 'NCB_OFFICER'), 'acknowledgeRequest', request)).code).toBeNull()
  })

  it('names the person of a step to their own bureau only, and the authority’s consent to the requester', async () => {
    const world = requestWorld()
    const draft = only((await world.create(world.officer('XA'), { kind: 'EXTRADITION' })).files)
    const waiting = (await world.act(world.officer('XA'), 'sendRequest', draft)).file
    expect(waiting.state).toBe('AWAITING_AUTHORISATION')
    expect(await world.file(world.officer('XB'), draft.id)).toBeNull()
    const own = await world.act(world.officer('XA', 'JUDICIAL_AUTHORITY'), 'authoriseRequest', waiting, { authorisation: 'GS 12/26' })
    expect(own.code).toBe('ILLEGAL_TRANSITION')
    const judge = world.officer('XA', 'JUDICIAL_AUTHORITY', 'XA-judge')
    expect((await world.act(judge, 'authoriseRequest', waiting, { authorisation: 'GS 12/26' })).file.state).toBe('SENT')
    const theirs = await world.file(world.officer('XB'), draft.id)
    expect(theirs?.steps).toMatchObject([{ number: 3, act: 'AUTHORISE', personRef: null, authorisation: null }])
    expect((await world.file(world.officer('XA'), draft.id))?.steps.map((step) => [step['personRef'], step['authorisation']])).toEqual([
      ['XA-1', null],
      ['XA-1', null],
      ['XA-judge', 'GS 12/26'],
    ])
  })

  it('is one for each bureau that is asked: none learns of the others', async () => {
    const world = requestWorld()
    const xb = world.officer('XB')
    const { files } = await world.create(xb, { requestedBureaus: ['XA', 'XC'], legalBasis: 'RECIPROCITY' })
    expect(files.map(({ state }) => state)).toEqual(['DRAFT', 'DRAFT'])
    for (const file of files) expect((await world.act(xb, 'sendRequest', file)).code).toBeNull()
    const { nodes } = await world.listed(world.officer('XA'))
    expect(nodes.length).toBe(1)
    expect((await world.file(world.officer('XA'), files[0]?.id ?? ''))?.request).toMatchObject({ requestedBureaus: ['XA'] })
  })

  it('needs a legal basis that is in force between the two, and says which there are', async () => {
    const world = requestWorld()
    const refusal = await world.create(world.officer('XA'), { legalBasis: 'XB-XC' })
    expect([refusal.code, refusal.message]).toEqual([
      'NO_LEGAL_BASIS',
      'The legal basis is not in force between the two bureaus. In force between you and XB: CONV-5, XA-XB. Without an agreement, declare RECIPROCITY.',
    ])
    expect((await world.create(world.officer('XA'), { requestedBureaus: ['XC'] })).code).toBe('NO_LEGAL_BASIS')
    expect((await world.create(world.officer('XA'), { requestedBureaus: ['XC'], legalBasis: 'RECIPROCITY' })).code).toBeNull()
  })

  it('is not sent where the sender’s own rules let nobody read it', async () => {
    const world = requestWorld()
    const draft = only((await world.create(world.officer('XC'), { legalBasis: 'XB-XC' })).files)
    expect((await world.act(world.officer('XC'), 'sendRequest', draft)).code).toBe('REQUEST_UNDISCLOSED')
    expect((await world.file(world.officer('XC'), draft.id))?.state).toBe('DRAFT')
  })

  it('names only records that its writer can see, and refuses all others alike', async () => {
    const world = requestWorld()
    const xa = world.officer('XA')
    const { data } = await world.ask(xa, '{ persons { nodes { id owner { code } } } }')
    const persons = (data['persons'] as { nodes: { id: string; owner: { code: string } }[] }).nodes
    expect(persons.length).toBe(4)
    const suspect = persons.find(({ owner }) => owner.code === 'XB')?.id ?? ''
    const hidden = await world.ask(world.officer('XB'), '{ persons(where: { owner: { eq: "XB" } }) { nodes { id } } }')
    const witness = (hidden.data['persons'] as { nodes: { id: string }[] }).nodes.map(({ id }) => id).find((id) => id !== suspect) ?? ''
    const draft = only((await world.create(xa, { subjects: [suspect] })).files)
    expect(draft.request).toMatchObject({ subjects: [{ id: suspect }] })
    const refusals = await Promise.all([witness, 'nothing', draft.id].map((id) => world.create(xa, { subjects: [id] })))
    expect(refusals.map(({ code }) => code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT'])
    expect(new Set(refusals.map(({ message }) => message)).size).toBe(1)
  })

  it('is created once for one clientMutationId, and another content under it is refused', async () => {
    const world = requestWorld()
    const xa = world.officer('XA')
    const input = { clientMutationId: 'same' }
    const both = await Promise.all([world.create(xa, input), world.create(xa, input)])
    expect(both[1]?.files).toEqual(both[0]?.files)
    expect((await world.create(xa, { ...input, question: 'Another' })).code).toBe('IDEMPOTENCY_KEY_REUSED')
    expect((await world.create(world.officer('XA', 'INVESTIGATOR', 'XA-2'), input)).files[0]?.id).not.toBe(both[0]?.files[0]?.id)
    expect((await world.listed(xa)).totalCount).toBe(2)
    const draft = only(both[0]?.files ?? [])
    const send = { clientMutationId: 'send' }
    const first = await world.act(xa, 'sendRequest', draft, send)
    expect((await world.act(xa, 'sendRequest', draft, send)).file).toEqual(first.file)
    expect((await world.act(xa, 'withdrawRequest', draft, { ...send, message: 'x' })).code).toBe('IDEMPOTENCY_KEY_REUSED')
    expect(first.file.steps.length).toBe(2)
  })

  it('is decided on at the version that was read: of two at once, one is told to look again', async () => {
    const world = requestWorld()
    const request = await sent(world)
    const acts = await Promise.all([
      world.act(world.officer('XB'), 'acknowledgeRequest', request),
      world.act(world.officer('XB', 'DUTY_OFFICER', 'XB-2'), 'acknowledgeRequest', request),
      world.act(world.officer('XA'), 'withdrawRequest', request, { message: 'found' }),
    ])
    expect(acts.map(({ code }) => code).sort()).toEqual(['VERSION_CONFLICT', 'VERSION_CONFLICT', null])
    expect((await world.file(world.officer('XA'), request.id))?.version).toBe(3)
  })

  it('tells the desks, the log of changes and the audit log of each step', async () => {
    const world = requestWorld()
    const request = await sent(world)
    await world.act(world.officer('XB'), 'acknowledgeRequest', request)
    expect(world.store.desks.page('XB', null, 10)).toMatchObject([
      { kind: 'REQUEST_ARRIVED', reader: { bureau: 'XA' }, case: 'XA-2026-0001' },
    ])
    expect(world.store.desks.page('XA', null, 10)).toMatchObject([{ kind: 'REQUEST_MOVED', reader: { bureau: 'XB' } }])
    const { data } = await world.ask(world.officer('XB', 'NCB_OFFICER'), '{ deskEntries { nodes { kind request readerBureau { code } } } }')
    expect(data['deskEntries']).toEqual({ nodes: [{ kind: 'REQUEST_ARRIVED', request: request.id, readerBureau: { code: 'XA' } }] })
    const log = new SealedChanges(new Uint8Array(32).fill(3))
    const changes = (await world.store.changes.read(0, 10)).map(({ sealed }) => log.open(sealed))
    expect(changes).toMatchObject([
      { bureau: 'XA+', type: 'AssistanceRequest', kind: 'CREATED', version: '1' },
      { bureau: 'XA+', type: 'AssistanceRequest', kind: 'CHANGED', version: '2' },
      { kind: 'CHANGED', version: '3' },
    ])
    const acts = world.entries.flatMap((entry) => entry.requests ?? [])
    expect(acts.map(({ act, state }) => [act, state])).toEqual([
      ['CREATE', 'DRAFT'],
      ['SEND', 'SENT'],
      ['ACKNOWLEDGE', 'ACKNOWLEDGED'],
    ])
    // What the answer gave out of the record is the owner's, wherever it is kept.
    expect(new Set(world.entries.flatMap(({ disclosed }) => disclosed.map(({ owner }) => owner)))).toEqual(new Set(['XA']))
  })

  it('needs a case, another member to ask, and an officer who works on requests', async () => {
    const world = requestWorld()
    const xa = world.officer('XA')
    expect((await world.create({ ...xa, purpose: { kind: 'INVESTIGATION', case: null } })).code).toBe('CASE_REQUIRED')
    for (const requestedBureaus of [[], ['XA'], ['XQ'], ['XB', 'XQ']])
      expect((await world.create(xa, { requestedBureaus })).code).toBe('BAD_USER_INPUT')
    expect((await world.create(world.officer('XA', 'ANALYST'))).code).toBe('ILLEGAL_TRANSITION')
    expect((await world.create(xa, { urgency: 'CUSTOM' })).code).toBe('BAD_USER_INPUT')
    expect((await world.create(xa, { question: ' ' })).code).toBe('BAD_USER_INPUT')
    expect((await world.listed(xa)).totalCount).toBe(0)
  })

  it('is not written by a node of a cluster, where the other nodes would not find it', async () => {
    const world = requestWorld({ office: { keeps: false } })
    expect((await world.create(world.officer('XA'))).code).toBe('NOT_KEPT')
    const notice = { clientMutationId: 'n', kind: 'GREEN' }
    const answer = await world.ask(
      world.officer('XA', 'NCB_OFFICER'),
      'mutation ($input: CreateNoticeInput!) { createNotice(input: $input) { id } }',
      { input: notice },
    )
    expect(answer.code).toBe('NOT_KEPT')
  })

  it('names the hub’s own part in no answer’s sources', async () => {
    const world = requestWorld()
    await sent(world)
    expect((await world.listed(world.officer('XB'))).sources).toEqual([])
  })

  it('lets a cursor go on when another bureau has written its first request meanwhile', async () => {
    const world = requestWorld()
    for (let i = 0; i < 3; i++) await sent(world)
    const page = async (after: string) => {
      const answer = await world.ask(world.officer('XA'), `{ requests(first: 2${after}) { nodes { id } pageInfo { endCursor } } }`)
      return { ...answer, page: answer.data['requests'] as { nodes: unknown[]; pageInfo: { endCursor: string } } }
    }
    const first = await page('')
    const [other] = (await world.create(world.officer('XB'), { requestedBureaus: ['XA'] })).files
    if (other !== undefined) await world.act(world.officer('XB'), 'sendRequest', other)
    const next = await page(`, after: "${first.page.pageInfo.endCursor}"`)
    expect(next.code).toBeNull()
    expect(next.page.nodes.length).toBeGreaterThanOrEqual(1)
  })

  it('goes through pages with other requests of the same owner, from both ends, without a hole', async () => {
    const world = requestWorld()
    const xa = world.officer('XA')
    for (let i = 0; i < 7; i++) {
      world.wait(1000)
      const draft = only((await world.create(world.officer('XA'), { reference: `XA ${i}` })).files)
      if (i !== 3) await world.act(world.officer('XA'), 'sendRequest', draft)
    }
    const read = async (order: string, from: 'first' | 'last') => {
      const seen: unknown[] = []
      let cursor: string | null = null
      do {
        const edge: string = from === 'first' ? 'after' : 'before'
        const where: string = cursor === null ? '' : `, ${edge}: "${cursor}"`
        const { data } = await world.ask(
          xa,
          `{ requests(${from}: 2${where}, orderBy: [{ field: ${order} }]) { nodes { reference } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
        )
        const page = data['requests'] as { nodes: { reference: string }[]; pageInfo: Record<string, unknown> }
        const references = page.nodes.map(({ reference }) => reference)
        seen.push(...(from === 'first' ? references : references.reverse()))
        const more = from === 'first' ? page.pageInfo['hasNextPage'] : page.pageInfo['hasPreviousPage']
        cursor = more === true ? String(from === 'first' ? page.pageInfo['endCursor'] : page.pageInfo['startCursor']) : null
      } while (cursor !== null)
      return seen
    }
    const ascending = ['XA 0', 'XA 1', 'XA 2', 'XA 4', 'XA 5', 'XA 6', 'XA 3']
    expect(await read('SENT_AT, direction: ASC', 'first')).toEqual(ascending)
    expect(await read('SENT_AT, direction: ASC', 'last')).toEqual(ascending.toReversed())
    const descending = ['XA 6', 'XA 5', 'XA 4', 'XA 2', 'XA 1', 'XA 0', 'XA 3']
    expect(await read('SENT_AT, direction: DESC', 'first')).toEqual(descending)
    expect(await read('SENT_AT, direction: DESC', 'last')).toEqual(descending.toReversed())
  })
})
