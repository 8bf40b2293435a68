import { describe, expect, it } from 'vitest'
import { SealedChanges } from '../../src/alerts/sealedChanges.ts'
import { NoticeClock } from '../../src/notices/noticeClock.ts'
import { SealedNotices } from '../../src/notices/sealedNotices.ts'
import { Store } from '../../src/store/store.ts'
import { addressed, type NoticeAnswer, noticeWorld, red } from './noticeWorld.ts'

const day = 86_400_000
const secret = new Uint8Array(32).fill(3)
const blue = { kind: 'BLUE', actionRequested: ['COLLECT_INFORMATION'], summary: 'Seen near the bank.' }
const both = { XC: addressed, XD: addressed }

/** A Red notice of XA that is out. */
async function published(world = noticeWorld()) {
  const xa = world.officer('XA')
  const subject = await world.person('XA', '1')
  let { file } = await world.create(xa, { ...red, subject })
  file = (await world.act(xa, 'SUBMIT', file)).file
  file = (await world.act(world.officer('XS'), 'TAKE', file)).file
  file = (await world.act(world.officer('XS'), 'APPROVE', file)).file
  return { world, file, words: { ...red, subject } }
}

describe('what a notice says once it is out', () => {
  it('changes when a reviewer has approved it, and not before', async () => {
    const { world, file, words } = await published()
    const [xa, xs] = [world.officer('XA'), world.officer('XS')]
    const { file: amended } = await world.amend(xa, file, { ...words, summary: 'Broke into two banks.' })
    expect(amended).toMatchObject({
      state: 'PUBLISHED',
      amendment: { summary: 'Broke into two banks.' },
      notice: { summary: red['summary'] },
    })
    expect(await world.file(xs, file.id)).toMatchObject({
      amendment: { summary: 'Broke into two banks.' },
      notice: { summary: red['summary'] },
    })
    expect((await world.act(xa, 'TAKE_AMENDMENT', amended)).code).toBe('ILLEGAL_TRANSITION')
    const refused = (await world.act(xs, 'REFUSE_AMENDMENT', amended, { message: 'Which bank?' })).file
    expect(refused).toMatchObject({ amendment: null, notice: { summary: red['summary'] } })
    const again = (await world.amend(xa, refused, { ...words, summary: 'Broke into the bank of Xa and into another.' })).file
    const { file: taken } = await world.act(xs, 'TAKE_AMENDMENT', again)
    expect(taken).toMatchObject({ amendment: null, notice: { summary: 'Broke into the bank of Xa and into another.' } })
  })

  it('has to be as whole as before, and of the same form', async () => {
    const { world, file, words } = await published()
    const { code, message } = await world.amend(world.officer('XA'), file, { ...words, warrants: [] })
    expect([code, message]).toEqual(['NOTICE_INCOMPLETE', expect.stringContaining('warrants')])
    const other = await world.amend(world.officer('XA'), file, { ...words, form: 'DIFFUSION', recipients: ['XB'] })
    expect(other.message).toContain('form:')
  })
})

describe('a diffusion', () => {
  it('goes straight to its recipients, is for nobody else, and is reviewed once it is out', async () => {
    const world = noticeWorld(undefined, true, both)
    const [xa, xs] = [world.officer('XA'), world.officer('XS')]
    const { file: draft } = await world.create(world.officer('XC'), {
      ...blue,
      form: 'DIFFUSION',
      recipients: ['XA'],
      subject: await world.person('XC', '1'),
    })
    expect(draft.possible).toEqual(['AMEND', 'SEND'])
    const { file: sent } = await world.act(world.officer('XC'), 'SEND', draft)
    expect(sent).toMatchObject({ state: 'PUBLISHED', review: 'PENDING', notice: { form: 'DIFFUSION', recipients: ['XA'] } })
    expect((await world.listed(xa)).map(({ id }) => id)).toContain(sent.id)
    expect((await world.listed(world.officer('XD'))).map(({ id }) => id)).not.toContain(sent.id)
    const seen = await world.file(xs, sent.id)
    expect(seen?.possible).toContain('CONFIRM')
    const { file: confirmed } = await world.act(xs, 'CONFIRM', sent)
    expect(confirmed).toMatchObject({ state: 'PUBLISHED', review: 'APPROVED' })
    expect((await world.act(xs, 'CONFIRM', confirmed)).code).toBe('ILLEGAL_TRANSITION')
  })

  it('is sent to further bureaus, and recalled from those that are left out', async () => {
    const world = noticeWorld(undefined, true, both)
    const xc = world.officer('XC')
    const { file: draft } = await world.create(xc, {
      ...blue,
      form: 'DIFFUSION',
      recipients: ['XA'],
      subject: await world.person('XC', '1'),
    })
    const { file: sent } = await world.act(xc, 'SEND', draft)
    const { file: moved } = await world.act(xc, 'ADDRESS', sent, { recipients: ['XB', 'XD'] })
    const sees = async (bureau: string) => (await world.listed(world.officer(bureau))).some(({ id }) => id === sent.id)
    expect([await sees('XA'), await sees('XB'), await sees('XD')]).toEqual([false, true, true])
    for (const recipients of [[], ['XC'], ['XZ']]) {
      const { code } = await world.act(xc, 'ADDRESS', moved, { recipients })
      expect(code === 'BAD_USER_INPUT' || code === 'NOTICE_INCOMPLETE').toBe(true)
    }
    const { file: recalled } = await world.act(world.officer('XS'), 'CANCEL', moved, { message: 'Article 3.' })
    expect(recalled.state).toBe('CANCELLED')
    expect([await sees('XB'), await sees('XD')]).toEqual([false, false])
  })

  it('of a bureau under supervision is cleared by the Secretariat before it leaves', async () => {
    const world = noticeWorld(undefined, true, both, 'PRE_CLEARANCE')
    const [xc, xs] = [world.officer('XC'), world.officer('XS')]
    const { file: draft } = await world.create(xc, {
      ...blue,
      form: 'DIFFUSION',
      recipients: ['XA'],
      subject: await world.person('XC', '1'),
    })
    expect(draft.possible).toEqual(['AMEND', 'SUBMIT'])
    expect((await world.act(xc, 'SEND', draft)).code).toBe('ILLEGAL_TRANSITION')
    let { file } = await world.act(xc, 'SUBMIT', draft)
    expect((await world.listed(world.officer('XA'))).map(({ id }) => id)).not.toContain(file.id)
    file = (await world.act(xs, 'TAKE', file)).file
    file = (await world.act(xs, 'APPROVE', file)).file
    expect(file.state).toBe('PUBLISHED')
    expect((await world.listed(world.officer('XA'))).map(({ id }) => id)).toContain(file.id)
    expect((await world.file(xc, file.id))?.possible).not.toContain('ADDRESS')
  })

  it('is not sent where its owner’s rules would show it to others, or not to those it is for', async () => {
    const world = noticeWorld(undefined, true, both)
    const diffusion = async (owner: string, recipients: readonly string[]) => {
      const who = world.officer(owner)
      const { file } = await world.create(who, { ...blue, form: 'DIFFUSION', recipients, subject: await world.person(owner, '1') })
      return world.act(who, 'SEND', file)
    }
    expect((await diffusion('XA', ['XB'])).code).toBe('NOTICE_TOO_OPEN')
    expect((await diffusion('XC', [])).code).toBe('NOTICE_INCOMPLETE')
    expect((await world.create(world.officer('XC'), { ...blue, recipients: ['XA'] })).message).toContain('recipients:')
  })
})

describe('what a notice said', () => {
  const ended = async (store = new Store(null)) => {
    const one = await published(noticeWorld(store))
    const { file } = await one.world.act(one.world.officer('XA'), 'WITHDRAW', one.file, { message: 'The witness Xelm took it back.' })
    return { ...one, store, file }
  }
  const stones = (file: NoticeAnswer | null) => file?.steps.map(({ message }) => message).filter((message) => message !== null)

  it('is removed by its owner once it has ended: of what was written and said nothing is left but that there was one', async () => {
    const { world, file, store } = await ended()
    const xa = world.officer('XA')
    const { file: purged } = await world.act(xa, 'PURGE', file, { message: 'Court order 7.' })
    expect(purged).toMatchObject({
      state: 'PURGED',
      possible: [],
      notice: { kind: 'RED', number: file.notice?.['number'], summary: null, subject: null, warrants: [] },
    })
    expect(stones(purged)).toEqual(['Court order 7.'])
    expect((await world.act(xa, 'PURGE', purged, { message: 'x' })).code).toBe('ILLEGAL_TRANSITION')
    // Whoever has the hub's own secret and the store reads no more of it than that.
    const sealed = new SealedNotices(secret)
    const [row] = await store.held.find({ type: 'Notice', owner: 'XA', where: null, orderBy: null, after: null, limit: 9 })
    if (row === undefined) throw new Error('no notice is kept')
    const { content } = sealed.notice(row)
    expect([content.wordsKey, JSON.stringify(content).includes('bank')]).toEqual([null, false])
    const steps = await store.held.steps(row.standing.key)
    for (const step of steps) expect(JSON.stringify(sealed.stepOf(row.standing.key, step, null))).not.toContain('Xelm')
    expect(steps.length).toBe(purged.version)
  })

  it('is not removed while it is on hold, nor before it has ended', async () => {
    const { world, file: out } = await published()
    const xa = world.officer('XA')
    expect((await world.act(xa, 'PURGE', out, { message: 'x' })).code).toBe('ILLEGAL_TRANSITION')
    const held = (await world.act(xa, 'HOLD', out, { message: 'Case 9 before the court of Xa.' })).file
    expect(held.onHold).toBe(true)
    const file = (await world.act(xa, 'WITHDRAW', held, { message: 'Found.' })).file
    expect(file.possible).toEqual(['RELEASE_HOLD'])
    expect((await world.act(xa, 'PURGE', file, { message: 'x' })).code).toBe('ILLEGAL_TRANSITION')
    const released = (await world.act(xa, 'RELEASE_HOLD', file)).file
    expect(released.possible).toEqual(['HOLD', 'PURGE'])
  })

  it('is removed by the clock a month after its end, unless it is on hold', async () => {
    for (const isOnHold of [false, true]) {
      const { world, file, store } = await ended()
      if (isOnHold) await world.act(world.officer('XA'), 'HOLD', file, { message: 'Case 9.' })
      const changes = new SealedChanges(secret)
      const clock = { epoch: () => world.now, elapsed: () => world.now, after: () => () => {} }
      const parts = { rows: store.held, sealed: new SealedNotices(secret), onFault: () => {}, clock }
      const noticeClock = new NoticeClock({ ...parts, sealChange: (change) => changes.seal(change), sketch: () => null })
      const stateAfter = async (ms: number) => {
        world.wait(ms)
        await noticeClock.look()
        return (await world.file(world.officer('XA'), file.id))?.state
      }
      expect(await stateAfter(30 * day - 1)).toBe('WITHDRAWN')
      expect(await stateAfter(1)).toBe(isOnHold ? 'WITHDRAWN' : 'PURGED')
    }
  })
})

describe('a flag', () => {
  const own = async (world: ReturnType<typeof noticeWorld>, who: ReturnType<typeof world.officer>, id: string) =>
    (await world.ask(who, 'query ($id: ID!) { noticeFlag(id: $id) { bureau { code } ground } }', { id })).data['noticeFlag']
  const flag = (world: ReturnType<typeof noticeWorld>, who: ReturnType<typeof world.officer>, input: Record<string, unknown>) =>
    world.ask(who, 'mutation ($input: FlagNoticeInput!) { flagNotice(input: $input) { bureau { code } ground } }', { input })

  it('says that a bureau cannot act: to its own officers, the owner and the Secretariat, and to no other bureau', async () => {
    const { world, file } = await published(noticeWorld(undefined, true, both))
    const { id } = file
    const input = { clientMutationId: 'f', id, ground: 'Statute-barred in XB.' }
    const told = { bureau: { code: 'XB' }, ground: 'Statute-barred in XB.' }
    const before = await world.listed(world.officer('XC'))
    expect((await flag(world, world.officer('XB'), input)).data['flagNotice']).toEqual(told)
    expect((await flag(world, world.officer('XB'), input)).data['flagNotice']).toEqual(told)
    expect(await own(world, world.officer('XB', 'XB-7', 'BORDER_OFFICER'), id)).toEqual(told)
    expect((await world.file(world.officer('XA'), id))?.flags).toEqual([told])
    expect((await world.file(world.officer('XS'), id))?.flags).toEqual([told])
    expect(await own(world, world.officer('XC'), id)).toBeNull()
    expect(await world.listed(world.officer('XC'))).toEqual(before)
    const lifted = await flag(world, world.officer('XB'), { clientMutationId: 'g', id })
    expect([lifted.code, lifted.data['flagNotice']]).toEqual([null, null])
    expect((await world.file(world.officer('XA'), id))?.flags).toEqual([])
    expect((await world.file(world.officer('XA'), id))?.steps.filter(({ side }) => side === 'RECIPIENT')).toMatchObject([
      { act: 'FLAG', bureau: { code: 'XB' }, message: 'Statute-barred in XB.', personRef: null },
      { act: 'UNFLAG', bureau: { code: 'XB' } },
    ])
  })

  it('is for central bureaus and authorities that are shown the notice; for anybody else there is none', async () => {
    const { world, file } = await published()
    const tries = [
      [world.officer('XB', 'XB-7', 'BORDER_OFFICER'), file.id, 'ILLEGAL_TRANSITION'],
      [world.officer('XA'), file.id, 'NOTICE_NOT_FOUND'],
      [world.officer('XS'), file.id, 'NOTICE_NOT_FOUND'],
      [world.officer('XB'), await world.person('XA', '1'), 'NOTICE_NOT_FOUND'],
      [world.officer('XB'), 'nonsense', 'NOTICE_NOT_FOUND'],
    ] as const
    for (const [who, id, code] of tries) {
      const answer = await flag(world, who, { clientMutationId: `t${who.principal.personRef}${id.length}`, id, ground: 'x' })
      expect(answer.code).toBe(code)
      // What its owner and the Secretariat have to do with each other is not told.
      expect(answer.message).not.toMatch(/CONFIRM|AMENDMENT|HOLD/)
    }
    const { file: draft } = await world.create(world.officer('XA'), blue)
    expect((await flag(world, world.officer('XB'), { clientMutationId: 'd', id: draft.id, ground: 'x' })).code).toBe('NOTICE_NOT_FOUND')
  })
})
