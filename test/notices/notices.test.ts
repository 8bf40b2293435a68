import { describe, expect, it } from 'vitest'
import { SealedChanges } from '../../src/alerts/sealedChanges.ts'
import { NoticeClock } from '../../src/notices/noticeClock.ts'
import { SealedNotices } from '../../src/notices/sealedNotices.ts'
import { type NoticeAnswer, noticeWorld, red } from './noticeWorld.ts'

const day = 86_400_000

async function draft(world: ReturnType<typeof noticeWorld>, over: Record<string, unknown> = {}) {
  return (await world.create(world.officer('XA'), { ...red, subject: await world.person('XA', '1'), ...over })).file
}

/** As far as a state of the way to publication. */
async function upTo(world: ReturnType<typeof noticeWorld>, state: 'SUBMITTED' | 'UNDER_REVIEW' | 'PUBLISHED'): Promise<NoticeAnswer> {
  let file = (await world.act(world.officer('XA'), 'SUBMIT', await draft(world))).file
  if (state !== 'SUBMITTED') file = (await world.act(world.officer('XS'), 'TAKE', file)).file
  return state === 'PUBLISHED' ? (await world.act(world.officer('XS'), 'APPROVE', file)).file : file
}

describe('a notice at the hub', () => {
  it('is written, handed in, questioned, published, and then shown to others by its owner’s rules', async () => {
    const world = noticeWorld()
    let file = await upTo(world, 'UNDER_REVIEW')
    expect(await world.listed(world.officer('XB'))).toEqual([])
    file = (await world.act(world.officer('XS'), 'ASK_INFO', file, { message: 'Which bank?' })).file
    expect(file).toMatchObject({ state: 'INFO_REQUESTED', review: 'MORE_INFORMATION' })
    file = (
      await world.amend(world.officer('XA'), file, {
        ...red,
        subject: await world.person('XA', '1'),
        summary: 'Broke into the bank of Xelm.',
      })
    ).file
    file = (await world.act(world.officer('XA'), 'GIVE_INFO', file, { message: 'That of Xelm.' })).file
    file = (await world.act(world.officer('XS'), 'APPROVE', file)).file
    expect(file).toMatchObject({ state: 'PUBLISHED', review: 'APPROVED', endsAt: '2031-06-15T12:00:00.000Z' })
    expect(file.notice).toMatchObject({
      issuedOn: '2026-06-15',
      expiresOn: '2031-06-15',
      form: 'NOTICE',
      summary: 'Broke into the bank of Xelm.',
    })
    expect(file.notice?.['number']).toMatch(/^2026\/\d{6}$/)
    const seen = await world.listed(world.officer('XB'))
    expect(seen).toEqual([{ id: file.id, kind: 'RED', number: file.notice?.['number'], state: 'PUBLISHED', summary: null }])
    expect(await world.listed(world.officer('XB'), '(where: { kind: { eq: RED } })')).toHaveLength(1)
    file = (await world.act(world.officer('XA'), 'FULFIL', file, { message: 'Arrested in XD.' })).file
    expect(await world.listed(world.officer('XB'))).toEqual([])
    expect([file.state, file.possible]).toEqual(['FULFILLED', ['HOLD', 'PURGE']])
  })

  it('is nobody’s but its owner’s before it is handed in, and nobody else’s but the reviewer’s before it is published', async () => {
    const world = noticeWorld()
    const file = await draft(world)
    const seenBy = async (bureau: string) => [
      await world.listed(world.officer(bureau)),
      await world.file(world.officer(bureau), file.id),
      (await world.act(world.officer(bureau), 'TAKE', file)).code,
    ]
    for (const bureau of ['XB', 'XS']) expect(await seenBy(bureau)).toEqual([[], null, 'NOTICE_NOT_FOUND'])
    const submitted = (await world.act(world.officer('XA'), 'SUBMIT', file)).file
    expect(await seenBy('XB')).toEqual([[], null, 'NOTICE_NOT_FOUND'])
    const reviewers = await world.file(world.officer('XS'), file.id)
    expect(reviewers?.steps).toMatchObject([{ act: 'SUBMIT', personRef: null }])
    expect(reviewers?.possible).toEqual(['TAKE'])
    expect((await world.act(world.officer('XA'), 'APPROVE', submitted)).code).toBe('ILLEGAL_TRANSITION')
  })

  it('is no business of the Secretariat’s before it is handed in, even where its owner’s rules show drafts', async () => {
    const world = noticeWorld()
    const { file } = await world.create(world.officer('XB'), { kind: 'GREEN' })
    expect(await world.listed(world.officer('XS'))).toHaveLength(1)
    expect(await world.file(world.officer('XS'), file.id)).toBeNull()
    expect((await world.act(world.officer('XS'), 'TAKE', file)).code).toBe('NOTICE_NOT_FOUND')
  })

  it('is not handed in while it lacks something, and every point is named', async () => {
    const world = noticeWorld()
    const submit = async (over: Record<string, unknown>) =>
      (await world.act(world.officer('XA'), 'SUBMIT', await draft(world, over))).message
    const lacks = (points: string) => `The notice cannot be handed in. It lacks: ${points}.`
    const [warrant] = red['warrants'] as Record<string, unknown>[]
    expect(await submit({ summary: null, actionRequested: [] })).toBe(
      lacks('summary: the facts; actionRequested: what the recipients are asked to do'),
    )
    expect(await submit({ subject: null })).toBe(lacks('subject: a RED notice is about a person'))
    expect(await submit({ subject: await world.person('XA', '2') })).toBe(
      lacks('subject: family and given name, sex, year of birth, and a document or a description'),
    )
    expect(await submit({ warrants: [], offences: [] })).toBe(lacks('offences: at least one; warrants: a warrant of arrest or a judgment'))
    expect(await submit({ warrants: [{ ...warrant, judicial: false }] })).toBe(lacks('warrants: one that a court has issued'))
    expect(await submit({ warrants: [{ ...warrant, maxPenaltyMonths: 23 }] })).toBe(
      lacks('warrants: a penalty of at least 24 months at most, or a sentence of at least 6 months'),
    )
    expect(await submit({ warrants: [{ ...warrant, maxPenaltyMonths: null, sentenceMonths: 6 }] })).toBeNull()
    expect(await submit({ assurances: null })).toBe(
      lacks(
        'assurances.competentAuthority: that the authority was competent; assurances.extraditionSought: that extradition will be sought',
      ),
    )
    expect(await submit({ kind: 'BLUE', warrants: null, offences: null, assurances: null })).toBeNull()
  })

  it('is not handed in where its owner’s rules show the reviewer no facts', async () => {
    const world = noticeWorld()
    const file = (await world.create(world.officer('XB'), { ...red, subject: await world.person('XB', '1') })).file
    expect((await world.act(world.officer('XB'), 'SUBMIT', file)).code).toBe('NOTICE_UNDISCLOSED')
    expect((await world.file(world.officer('XB'), file.id))?.state).toBe('DRAFT')
  })

  it('needs two reviewers once one doubts it', async () => {
    const world = noticeWorld()
    let file = await upTo(world, 'UNDER_REVIEW')
    file = (await world.act(world.officer('XS'), 'DOUBT', file, { message: 'Political?' })).file
    file = (await world.act(world.officer('XS'), 'APPROVE', file)).file
    expect(file).toMatchObject({ state: 'UNDER_REVIEW', doubted: true, review: 'PENDING' })
    expect((await world.act(world.officer('XS'), 'APPROVE', file)).code).toBe('ILLEGAL_TRANSITION')
    // Another doubt: what was approved before it counts no more.
    file = (await world.act(world.officer('XS', 'XS-2'), 'DOUBT', file, { message: 'A soldier?' })).file
    file = (await world.act(world.officer('XS', 'XS-2'), 'APPROVE', file)).file
    expect(file.state).toBe('UNDER_REVIEW')
    expect((await world.act(world.officer('XS'), 'APPROVE', file)).file).toMatchObject({ state: 'PUBLISHED', review: 'APPROVED' })
  })

  it('stays refused', async () => {
    const world = noticeWorld()
    const file = await upTo(world, 'UNDER_REVIEW')
    expect((await world.act(world.officer('XS'), 'REFUSE', file, { message: 'x' })).code).toBe('BAD_USER_INPUT')
    const refused = (await world.act(world.officer('XS'), 'REFUSE', file, { message: 'Art. 3', outcome: 'REFUSED_ART3' })).file
    expect(refused).toMatchObject({ state: 'REFUSED', review: 'REFUSED_ART3', possible: [] })
    expect((await world.file(world.officer('XA'), file.id))?.possible).toEqual(['HOLD', 'PURGE'])
  })

  it('is suspended by its owner for six months in all, or by the Secretariat, and resumed by the same side', async () => {
    const world = noticeWorld()
    let file = await upTo(world, 'PUBLISHED')
    file = (await world.act(world.officer('XS'), 'SUSPEND', file, { message: 'A doubt.' })).file
    expect((await world.act(world.officer('XA'), 'RESUME', file)).code).toBe('ILLEGAL_TRANSITION')
    expect(await world.listed(world.officer('XB'))).toEqual([])
    world.wait(300 * day)
    file = (await world.act(world.officer('XS'), 'RESUME', file)).file
    for (const days of [100, 83]) {
      file = (await world.act(world.officer('XA'), 'SUSPEND', file, { message: 'A hearing.' })).file
      world.wait(days * day)
      file = (await world.act(world.officer('XA'), 'RESUME', file)).file
    }
    expect(file.state).toBe('PUBLISHED')
    expect((await world.act(world.officer('XA'), 'SUSPEND', file, { message: 'Again.' })).code).toBe('BAD_USER_INPUT')
  })

  it('ends by the clock: the owner is told half a year and a month before, and may extend it', async () => {
    const world = noticeWorld()
    const changes = new SealedChanges(new Uint8Array(32).fill(3))
    const clock = { epoch: () => world.now, elapsed: () => world.now, after: () => () => {} }
    const parts = { rows: world.store.held, sealed: new SealedNotices(new Uint8Array(32).fill(3)), onFault: () => {}, clock }
    const noticeClock = new NoticeClock({ ...parts, sealChange: (change) => changes.seal(change), sketch: () => null })
    let file = await upTo(world, 'PUBLISHED')
    const other = await upTo(world, 'PUBLISHED')
    const told = () => world.store.desks.page('XA', null, 50).filter(({ kind }) => kind === 'NOTICE_ENDING').length
    const seen: unknown[] = []
    const years = (count: number) => count * 365 * day
    for (const wait of [years(4), years(1) - 190 * day, 10 * day, 0, 155 * day, 10 * day]) {
      world.wait(wait)
      await noticeClock.look()
      seen.push(told())
    }
    // Two notices: nothing; nothing; both once; not again; both once more; not again.
    expect(seen).toEqual([0, 0, 2, 2, 4, 4])
    file = (await world.act(world.officer('XA'), 'EXTEND', file, { message: 'Still wanted.' })).file
    expect(file.endsAt).toBe('2036-06-15T12:00:00.000Z')
    expect((await world.act(world.officer('XA'), 'EXTEND', file, { message: 'And again.' })).code).toBe('BAD_USER_INPUT')
    world.wait(30 * day)
    await noticeClock.look()
    expect((await world.file(world.officer('XA'), other.id))?.steps.at(-1)).toMatchObject({
      act: 'EXPIRE',
      side: 'HUB',
      state: 'EXPIRED',
      personRef: null,
    })
    expect((await world.file(world.officer('XA'), file.id))?.state).toBe('PUBLISHED')
    file = (await world.act(world.officer('XA'), 'SUSPEND', file, { message: 'A hearing.' })).file
    world.wait(182 * day)
    await noticeClock.look()
    expect((await world.file(world.officer('XA'), file.id))?.state).toBe('SUSPENDED')
    world.wait(2 * day)
    await noticeClock.look()
    expect((await world.file(world.officer('XA'), file.id))?.state).toBe('EXPIRED')
  })

  it('happens once under one name, is decided on at one version, and is on record', async () => {
    const world = noticeWorld()
    const subject = await world.person('XA', '1')
    const [one, two] = await Promise.all([
      world.create(world.officer('XA'), { ...red, subject }, 'same'),
      world.create(world.officer('XA'), { ...red, subject }, 'same'),
    ])
    expect(two?.file).toEqual(one?.file)
    expect((await world.create(world.officer('XA'), { ...red, subject, summary: 'else' }, 'same')).code).toBe('IDEMPOTENCY_KEY_REUSED')
    const acts = await Promise.all([1, 2].map(() => world.act(world.officer('XA'), 'SUBMIT', one?.file as NoticeAnswer)))
    expect(acts.map(({ code }) => code).toSorted()).toEqual(['VERSION_CONFLICT', null].toSorted())
    expect(world.entries.flatMap(({ notices }) => notices ?? []).map(({ act, state }) => [act, state])).toEqual([
      ['CREATE', 'DRAFT'],
      ['CREATE', 'DRAFT'],
      ['SUBMIT', 'SUBMITTED'],
    ])
    expect(world.store.desks.page('XS', null, 5)).toMatchObject([{ kind: 'NOTICE_MOVED', reader: { bureau: 'XA' } }])
  })

  it('is about a person of its owner’s own, written by an officer for notices, where somebody can review it', async () => {
    const world = noticeWorld()
    const theirs = await world.person('XB', '1')
    const seen = await world.ask(world.officer('XA'), `{ node(id: "${theirs}") { id } }`)
    expect(seen.data).toEqual({ node: { id: theirs } })
    const refusals = await Promise.all([theirs, 'nothing'].map((subject) => world.create(world.officer('XA'), { ...red, subject })))
    expect(new Set(refusals.map(({ message }) => message)).size).toBe(1)
    expect((await world.create(world.officer('XA', 'XA-3', 'ANALYST'), red)).code).toBe('ILLEGAL_TRANSITION')
    expect((await world.create({ ...world.officer('XA'), purpose: { kind: 'INVESTIGATION', case: null } }, red)).code).toBe('CASE_REQUIRED')
    const alone = noticeWorld(undefined, false)
    expect((await alone.create(alone.officer('XA'), red)).code).toBe('BAD_USER_INPUT')
  })
})
