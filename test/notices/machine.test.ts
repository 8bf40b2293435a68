import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ActingParty, actorOf } from '../../src/lives/life.ts'
import { ComityError } from '../../src/model/errors.ts'
import type { NoticeState } from '../../src/model/noticeLife.ts'
import { advance, placeOf } from '../../src/notices/advance.ts'
import type { HeldNotice } from '../../src/notices/heldNotice.ts'
import { endedStates, type NoticeLifeWords, noticeLife } from '../../src/notices/machine.ts'
import { longestSuspensionMs } from '../../src/notices/terms.ts'
import { catalogue } from '../support/catalogue.ts'

const noon = Date.parse('2026-06-15T12:00:00Z')
const day = 86_400_000
const words = {
  kind: 'BLUE',
  form: 'NOTICE',
  recipients: null,
  actionRequested: [],
  subject: null,
  requestingAuthority: null,
  warrants: [],
  offences: [],
  summary: 'x',
  eventDate: null,
  confidentiality: null,
  conditionsOfUse: [],
  assurances: { competentAuthority: false, extraditionSought: false },
} as const
const fresh: HeldNotice = {
  standing: { key: 'k', owner: 'XA', reviewer: 'XS', state: 'DRAFT', version: 1, sent: null, due: null, updated: noon, clock: null },
  content: {
    words,
    number: null,
    recorded: noon,
    review: 'PENDING',
    doubt: false,
    approvals: [],
    suspension: null,
    suspendedMs: 0,
    pending: null,
    flags: [],
    isOnHold: false,
    ended: null,
    wordsKey: 'secret',
    told: null,
  },
}
const parties: readonly ActingParty<NoticeLifeWords>[] = [
  { side: 'OWNER', roles: ['NCB_OFFICER'], bureau: 'XA', person: '1' },
  { side: 'REVIEWER', roles: ['NCB_OFFICER'], bureau: 'XS', person: '2' },
  { side: 'REVIEWER', roles: ['NCB_OFFICER'], bureau: 'XS', person: '3' },
  { side: 'REVIEWER', roles: ['ANALYST'], bureau: 'XS', person: '4' },
  { side: 'RECIPIENT', roles: ['NCB_OFFICER'], bureau: 'XB', person: '5' },
  { side: 'HUB', roles: [], bureau: null, person: null },
]
const acts = [...new Set(noticeLife.transitions.map(({ act }) => act))]
const given = { message: 'why', outcome: 'REFUSED_RPD', number: '2026/000001', recipients: ['XB'] } as const
const forms = ['NOTICE', 'DIFFUSION'] as const

describe('the life of a notice', () => {
  it('names states and acts that the schema has, and leaves out none', () => {
    const states = new Set(noticeLife.transitions.flatMap(({ from, to }) => (to === 'SAME' || to === 'RESUMED' ? from : [...from, to])))
    expect([...states].toSorted()).toEqual((catalogue.enums.get('NoticeState') ?? []).toSorted())
    expect([...acts, 'CREATE'].toSorted()).toEqual((catalogue.enums.get('NoticeAct') ?? []).toSorted())
  })

  it('never lets its owner publish a notice, nor anybody come back from a refusal or to a draft', () => {
    for (const { act, from, to, side, when } of noticeLife.transitions) {
      if (to === 'PUBLISHED' && side === 'OWNER')
        expect(act === 'SEND' ? when === 'SENT_FIRST' : ['RESUME', 'EXTEND'].includes(act)).toBe(true)
      if (from.includes('REFUSED')) expect(['SAME', 'PURGED']).toContain(to)
      expect(to).not.toBe('DRAFT')
      expect(from).not.toContain('PURGED')
    }
  })

  it('takes a step exactly where there is an arrow, whatever was done before, and keeps what has to hold', () => {
    const attempt = fc.record({
      act: fc.constantFrom(...acts),
      party: fc.constantFrom(...parties),
      wait: fc.integer({ min: 0, max: 60 }),
      way: fc.option(fc.nat(), { freq: 4 }),
    })
    const about = fc.record({ form: fc.constantFrom(...forms), isSupervised: fc.boolean() })
    const reached = new Set<NoticeState>()
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 10, maxLength: 60 }), about, (attempts, { form, isSupervised }) => {
        const said = { ...words, form, recipients: form === 'NOTICE' ? null : ['XB'] }
        let notice: HeldNotice = { ...fresh, content: { ...fresh.content, words: said } }
        let wasReviewed = false
        let now = noon
        for (const { wait, way, ...blind } of attempts) {
          now += wait * day
          const before = notice
          const place = placeOf(notice, isSupervised)
          const ways = parties.flatMap((party) => noticeLife.actsOf(place, actorOf(party)).map((act) => ({ act, party })))
          const { act, party } = (way === null ? undefined : ways[way % Math.max(1, ways.length)]) ?? blind
          const transition = noticeLife.transitionFor(act, place, actorOf(party))
          try {
            const next = advance(notice, act, { ...given, words: { ...said, summary: String(now) } }, party, now, isSupervised)
            expect(transition).not.toBeNull()
            expect(next.notice.standing).toMatchObject({
              state: transition?.to === 'SAME' ? place.state : transition?.to,
              version: notice.standing.version + 1,
            })
            notice = next.notice
          } catch (error) {
            if (!(error instanceof ComityError)) throw error
            const isBound = error.code === 'BAD_USER_INPUT' && (act === 'SUSPEND' || act === 'EXTEND' || act === 'UNFLAG')
            expect(isBound || (error.code === 'ILLEGAL_TRANSITION' && transition === null), `${act} ${error.code}`).toBe(true)
          }
          reached.add(notice.standing.state)
          const { standing, content } = notice
          if (standing.sent !== null && standing.state !== 'PURGED' && (form === 'NOTICE' || isSupervised))
            expect(new Set(content.approvals).size).toBeGreaterThanOrEqual(content.doubt ? 2 : 1)
          // What a notice says once it is out, a reviewer has approved.
          if (act === 'TAKE_AMENDMENT') wasReviewed = true
          if (form === 'NOTICE' && standing.state === 'PUBLISHED' && !wasReviewed && place.state === 'PUBLISHED')
            expect(content.words.summary).toBe(before.content.words.summary)
          if (content.isOnHold) expect(standing.state).not.toBe('PURGED')
          if (standing.state === 'PURGED')
            expect([content.words.summary, content.words.subject, content.wordsKey]).toEqual([null, null, null])
          expect(content.suspension !== null || standing.state !== 'SUSPENDED').toBe(true)
          const isWatched =
            standing.state === 'PUBLISHED' || standing.state === 'SUSPENDED' || (endedStates.has(standing.state) && !content.isOnHold)
          expect(standing.clock !== null).toBe(isWatched)
          if (content.suspension === null && standing.state === 'PUBLISHED')
            expect(content.suspendedMs).toBeLessThanOrEqual(longestSuspensionMs + 60 * 60 * day)
        }
      }),
      { numRuns: 300 },
    )
    expect([...reached].toSorted()).toEqual((catalogue.enums.get('NoticeState') ?? []).toSorted())
  })
})
