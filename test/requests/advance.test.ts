import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ActingParty, actorOf } from '../../src/lives/life.ts'
import type { RequestAct } from '../../src/model/assistance.ts'
import { ComityError } from '../../src/model/errors.ts'
import { type ActWords, advance, placeOf } from '../../src/requests/advance.ts'
import type { HeldRequest, RequestStep } from '../../src/requests/heldRequest.ts'
import { type RequestLifeWords, requestLife } from '../../src/requests/machine.ts'
import { hours, noon, plainRequest } from './plainRequest.ts'

const acts = [...new Set(requestLife.transitions.map(({ act }) => act))]
const parties: readonly ActingParty<RequestLifeWords>[] = [
  { side: 'REQUESTER', roles: ['INVESTIGATOR'], bureau: 'XA', person: '1' },
  { side: 'REQUESTER', roles: ['JUDICIAL_AUTHORITY'], bureau: 'XA', person: '2' },
  { side: 'REQUESTED', roles: ['INVESTIGATOR'], bureau: 'XB', person: '3' },
  { side: 'REQUESTED', roles: ['JUDICIAL_AUTHORITY'], bureau: 'XB', person: '4' },
  { side: 'REQUESTED', roles: ['ANALYST'], bureau: 'XB', person: '5' },
  { side: 'HUB', roles: [], bureau: null, person: null },
]

/** What an act needs, given rightly. */
function wordsFor(act: RequestAct, now: number): ActWords {
  return {
    message: 'as asked',
    ...(act === 'REFUSE' ? { grounds: ['DISPROPORTIONATE'] } : {}),
    ...(act === 'POSTPONE' ? { reviewAt: now + hours(24) } : {}),
    ...(act === 'AUTHORISE' ? { authorisation: 'GS 12/26' } : {}),
    ...(act === 'ANSWER_PART' ? { replyKind: 'PARTIAL', replyText: 'a part' } : {}),
    ...(act === 'ANSWER' ? { replyKind: 'ANSWER', replyText: 'all' } : {}),
  }
}

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'none'
  } catch (error) {
    return error instanceof ComityError ? error.code : String(error)
  }
}

describe('a step', () => {
  it('is taken exactly where the machine has an arrow, whatever was done before', () => {
    const attempt = fc.record({
      act: fc.constantFrom(...acts),
      party: fc.constantFrom(...parties),
      wait: fc.integer({ min: 0, max: 40 }),
      // Mostly one of the ways on, so that a walk gets far.
      way: fc.option(fc.nat(), { freq: 3 }),
    })
    let taken = 0
    fc.assert(
      fc.property(fc.constantFrom('INFORMATION', 'EXTRADITION'), fc.array(attempt, { minLength: 20, maxLength: 80 }), (kind, attempts) => {
        let request: HeldRequest = plainRequest({ kind })
        const steps: RequestStep[] = []
        let now = noon
        for (const { wait, way, ...blind } of attempts) {
          now += hours(wait)
          const place = placeOf(request)
          const ways = parties.flatMap((party) => requestLife.actsOf(place, actorOf(party)).map((act) => ({ act, party })))
          const onward = ways.filter(({ act }) => act !== 'WITHDRAW')
          const { act, party } = (way === null ? undefined : onward[way % onward.length]) ?? blind
          const transition = requestLife.transitionFor(act, place, actorOf(party))
          if (transition === null) {
            expect(codeOf(() => advance(request, act, wordsFor(act, now), party, now))).toBe('ILLEGAL_TRANSITION')
            continue
          }
          const next = advance(request, act, wordsFor(act, now), party, now)
          taken++
          expect(next.request.standing.state).toBe(requestLife.targetOf(transition, place))
          expect(next.step).toMatchObject({ number: request.standing.version + 1, act, state: next.request.standing.state, at: now })
          expect(next.request.content.asked).toBe(request.content.asked)
          expect(next.request.standing.sent).toBe(request.standing.sent ?? (next.request.standing.state === 'SENT' ? now : null))
          const { clock, state } = next.request.standing
          if (['MORE_INFO', 'ANSWERED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CLOSED', 'DRAFT'].includes(state)) expect(clock).toBeNull()
          request = next.request
          steps.push(next.step)
        }
        expect(steps.map(({ number }) => number)).toEqual(steps.map((_, i) => i + 2))
        expect(request.content.replies).toEqual(steps.flatMap(({ reply }) => reply ?? []))
      }),
      { numRuns: 300 },
    )
    expect(taken).toBeGreaterThan(1000)
  })

  it('says in which state the request is, and what is possible for whom', () => {
    const [officer] = parties
    const request = plainRequest()
    try {
      advance(request, 'ACCEPT', {}, officer as ActingParty<RequestLifeWords>, noon)
      expect.unreachable()
    } catch (error) {
      expect((error as Error).message).toBe(
        'Not possible in state DRAFT. Possible are: SEND by REQUESTER (NCB_OFFICER, DUTY_OFFICER, INVESTIGATOR, LIAISON, JUDICIAL_AUTHORITY).',
      )
    }
  })

  it('is refused without what it needs, and with what it has no use for', () => {
    const from = (state: HeldRequest['standing']['state'], kind = 'INFORMATION') => ({
      ...plainRequest({ kind }),
      standing: { ...plainRequest().standing, state },
    })
    const by = (act: RequestAct) =>
      parties.find((party) =>
        requestLife.transitions.some(
          (one) => one.act === act && one.side === party.side && one.roles.some((role) => party.roles.includes(role)),
        ),
      )
    const refused = (act: RequestAct, state: HeldRequest['standing']['state'], words: ActWords, kind?: string) => {
      const party = act === 'AUTHORISE' ? parties[1] : by(act)
      return codeOf(() => advance(from(state, kind), act, words, party as ActingParty<RequestLifeWords>, noon))
    }
    expect(refused('REFUSE', 'ACKNOWLEDGED', { message: 'no' })).toBe('BAD_USER_INPUT')
    expect(refused('REFUSE', 'ACKNOWLEDGED', { grounds: ['IMMUNITY'] })).toBe('none')
    expect(refused('ACCEPT', 'ACKNOWLEDGED', { grounds: ['IMMUNITY'] })).toBe('BAD_USER_INPUT')
    expect(refused('POSTPONE', 'ACKNOWLEDGED', {})).toBe('BAD_USER_INPUT')
    expect(refused('POSTPONE', 'ACKNOWLEDGED', { reviewAt: noon })).toBe('BAD_USER_INPUT')
    expect(refused('POSTPONE', 'ACKNOWLEDGED', { reviewAt: noon + hours(24 * 400) })).toBe('BAD_USER_INPUT')
    expect(refused('ASK_MORE', 'ACKNOWLEDGED', { message: ' \n ' })).toBe('BAD_USER_INPUT')
    expect(refused('ANSWER', 'ACCEPTED', { replyKind: 'PARTIAL', replyText: 'x' })).toBe('BAD_USER_INPUT')
    expect(refused('ANSWER', 'ACCEPTED', { replyKind: 'ANSWER' })).toBe('BAD_USER_INPUT')
    expect(refused('ANSWER', 'ACCEPTED', { replyKind: 'NO_RECORD' })).toBe('none')
    expect(refused('ANSWER', 'ACCEPTED', { replyKind: 'ANSWER', replyText: 'x', neutral: true })).toBe('BAD_USER_INPUT')
    expect(refused('AUTHORISE', 'AWAITING_AUTHORISATION', {}, 'EXTRADITION')).toBe('BAD_USER_INPUT')
    expect(refused('ACKNOWLEDGE', 'SENT', { message: 'bell\u0007' })).toBe('BAD_USER_INPUT')
  })

  it('takes documents by reference, and none whose name or digest lies', () => {
    const good = { name: 'Protokoll.pdf', mediaType: 'application/pdf', bytes: 10, sha256: 'a'.repeat(64), reference: 'Asservat 7' }
    const send = (over: Partial<typeof good>) => () =>
      advance(plainRequest(), 'SEND', { attachments: [{ ...good, ...over }] }, parties[0] as ActingParty<RequestLifeWords>, noon)
    expect(send({})().step.attachments).toEqual([good])
    for (const over of [
      { name: '../x.pdf' },
      { name: 'a\\b' },
      { name: '.x' },
      { name: 'a\u202efdp.exe' },
      { mediaType: 'pdf' },
      { bytes: 0 },
      { sha256: 'A'.repeat(64) },
    ])
      expect(codeOf(send(over))).toBe('BAD_USER_INPUT')
  })

  it('answers alike when nothing is recorded and nothing can be said, where the bureau wants that', () => {
    const accepted = { ...plainRequest(), standing: { ...plainRequest().standing, state: 'ACCEPTED' as const } }
    const reply = (replyKind: 'NO_RECORD' | 'CANNOT_SAY') =>
      advance(accepted, 'ANSWER', { replyKind, neutral: true }, parties[2] as ActingParty<RequestLifeWords>, noon)
    expect(reply('NO_RECORD').request).toEqual(reply('CANNOT_SAY').request)
    expect(reply('NO_RECORD').step.found).toBe('NO_RECORD')
    expect({ ...reply('NO_RECORD').step, found: null }).toEqual({ ...reply('CANNOT_SAY').step, found: null })
  })

  it('lets nobody do what `actsOf` does not offer', () => {
    for (const party of parties) {
      const request = plainRequest()
      const offered = requestLife.actsOf(placeOf(request), actorOf(party))
      for (const act of acts) {
        const code = codeOf(() => advance(request, act, wordsFor(act, noon), party, noon))
        expect(code === 'none').toBe(offered.includes(act))
      }
    }
  })
})

describe('the clock of a request', () => {
  const at = (request: HeldRequest, act: RequestAct, party: number, now: number, words: ActWords = wordsFor(act, now)) =>
    advance(request, act, words, parties[party] as ActingParty<RequestLifeWords>, now).request

  it('runs from sending, by urgency', () => {
    const due = (urgency: string, wantedBy: number | null = null) =>
      (at(plainRequest({ urgency, wantedBy }), 'SEND', 0, noon).standing.due ?? 0) - noon
    expect([due('FLASH'), due('URGENT'), due('NORMAL'), due('JUDICIAL')]).toEqual([hours(8), hours(72), hours(168), hours(720)])
    expect(due('CUSTOM', noon + hours(5))).toBe(hours(5))
  })

  it('stands still while the requester is asked for more', () => {
    const sent = at(plainRequest(), 'SEND', 0, noon)
    const acknowledged = at(sent, 'ACKNOWLEDGE', 2, noon + hours(1))
    const asked = at(acknowledged, 'ASK_MORE', 2, noon + hours(2))
    expect(asked.standing.clock).toBeNull()
    const told = at(asked, 'ANSWER_MORE', 0, noon + hours(52))
    expect(told.standing).toMatchObject({ state: 'ACKNOWLEDGED', due: noon + hours(168 + 50) })
  })

  it('gives a judicial request its time for the answer once it is accepted', () => {
    const acknowledged = at(at(plainRequest({ urgency: 'JUDICIAL' }), 'SEND', 0, noon), 'ACKNOWLEDGE', 2, noon)
    expect(at(acknowledged, 'ACCEPT', 3, noon + hours(24)).standing.due).toBe(noon + hours(24 + 90 * 24))
  })

  it('follows the day to which a request is postponed', () => {
    const acknowledged = at(at(plainRequest(), 'SEND', 0, noon), 'ACKNOWLEDGE', 2, noon)
    const postponed = at(acknowledged, 'POSTPONE', 2, noon, { reviewAt: noon + hours(1000) })
    expect(postponed.standing.due).toBe(noon + hours(1000))
    expect(at(postponed, 'ACCEPT', 2, noon + hours(500)).standing.due).toBe(noon + hours(668))
  })
})
