import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/lives/life.ts'
import type { RequestAct, RequestState } from '../../src/model/assistance.ts'
import { coerciveKinds, type RequestLifeWords, requestLife, type Weight } from '../../src/requests/machine.ts'
import { catalogue } from '../support/catalogue.ts'

const states = (catalogue.enums.get('RequestState') ?? []) as readonly RequestState[]
const acts = [...new Set(requestLife.transitions.map(({ act }) => act))]
const place = (state: RequestState, weight: Weight = 'PLAIN', over: Partial<Place<RequestLifeWords>> = {}): Place<RequestLifeWords> => ({
  state,
  resumes: state === 'MORE_INFO' ? 'ACCEPTED' : null,
  facts: [weight],
  hands: ['XA someone'],
  ...over,
})
const requester = { side: 'REQUESTER', roles: ['INVESTIGATOR'], person: 'XA 1' } as const
const requested = { side: 'REQUESTED', roles: ['NCB_OFFICER'], person: 'XB 1' } as const
const hub = { side: 'HUB', roles: [], person: ' ' } as const

/** States that can be reached from another, by whomever. */
function reach(from: RequestState): ReadonlySet<RequestState> {
  const seen = new Set<RequestState>([from])
  const open = [from]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const weight of ['PLAIN', 'COERCIVE'] as const) {
      for (const one of requestLife.transitionsFrom(place(state, weight))) {
        const next = requestLife.targetOf(one, place(state))
        if (!seen.has(next)) open.push(next)
        seen.add(next)
      }
    }
  }
  return seen
}

describe('the life of a request', () => {
  it('reaches every state of the schema from a draft, and no other', () => {
    expect([...reach('DRAFT')].sort()).toEqual([...states].sort())
  })

  it('ends: from every state there is a way to one that nothing leaves', () => {
    const ends = states.filter(
      (state) =>
        requestLife.transitionsFrom(place(state)).length === 0 && requestLife.transitionsFrom(place(state, 'COERCIVE')).length === 0,
    )
    expect(ends.sort()).toEqual(['CLOSED', 'REFUSED', 'WITHDRAWN'])
    for (const state of states) expect([...reach(state)].some((one) => ends.includes(one))).toBe(true)
  })

  it('leads nowhere back to being written', () => {
    for (const state of states) if (state !== 'DRAFT') expect(reach(state).has('DRAFT')).toBe(false)
  })

  it('has at most one arrow for the same act of the same side on the same request', () => {
    for (const state of states) {
      for (const weight of ['PLAIN', 'COERCIVE'] as const) {
        const found = requestLife.transitionsFrom(place(state, weight)).map(({ act, side }) => `${act} ${side}`)
        expect(new Set(found).size).toBe(found.length)
      }
    }
  })

  it('gives each side its own acts and never the other’s', () => {
    const own = (side: string) => new Set(requestLife.transitions.filter((one) => one.side === side).map(({ act }) => act))
    expect(own('REQUESTER').intersection(own('REQUESTED'))).toEqual(new Set())
    for (const state of states) {
      for (const act of requestLife.actsOf(place(state), requester)) expect(own('REQUESTER')).toContain(act)
      for (const act of requestLife.actsOf(place(state), requested)) expect(own('REQUESTED')).toContain(act)
      for (const act of requestLife.actsOf(place(state), hub)) expect(own('HUB')).toContain(act)
    }
  })

  it('leaves the requested bureau no act before the request is sent', () => {
    for (const state of ['DRAFT', 'AWAITING_AUTHORISATION'] as const)
      for (const act of acts) expect(requestLife.transitionFor(act, place(state), requested)).toBeNull()
  })

  it('asks for a second pair of eyes of an authority before a coercive request is sent', () => {
    const draft = place('DRAFT', 'COERCIVE')
    expect(requestLife.transitionFor('SEND', draft, requester)?.to).toBe('AWAITING_AUTHORISATION')
    const waiting = place('AWAITING_AUTHORISATION', 'COERCIVE', { hands: ['XA 1'] })
    const judge = { side: 'REQUESTER', roles: ['JUDICIAL_AUTHORITY'], person: 'XA 2' } as const
    expect(requestLife.transitionFor('AUTHORISE', waiting, judge)?.to).toBe('SENT')
    expect(requestLife.transitionFor('AUTHORISE', waiting, { ...judge, person: 'XA 1' })).toBeNull()
    expect(requestLife.transitionFor('AUTHORISE', waiting, { ...judge, roles: ['INVESTIGATOR'] })).toBeNull()
  })

  it('leaves the decision on a coercive request to an authority', () => {
    const at = (weight: Weight) => place('ADMISSIBILITY', weight)
    const officer = { ...requested, roles: ['INVESTIGATOR'] }
    for (const act of ['ACCEPT', 'REFUSE', 'POSTPONE'] as const) {
      expect(requestLife.transitionFor(act, at('PLAIN'), officer)).not.toBeNull()
      expect(requestLife.transitionFor(act, at('COERCIVE'), officer)).toBeNull()
      expect(requestLife.transitionFor(act, at('COERCIVE'), { ...requested, roles: ['JUDICIAL_AUTHORITY'] })).not.toBeNull()
    }
  })

  it('gives nothing to roles that do not work on requests', () => {
    for (const role of ['POLICY_OFFICER', 'BORDER_OFFICER', 'ANALYST', 'AUDITOR', 'DATA_PROTECTION_OFFICER', 'MACHINE', 'OPERATOR']) {
      for (const state of states) {
        expect(requestLife.actsOf(place(state), { ...requester, roles: [role] })).toEqual([])
        expect(requestLife.actsOf(place(state), { ...requested, roles: [role] })).toEqual([])
      }
    }
  })

  it('goes on, after more was said, where it stood', () => {
    for (const resumes of ['ACKNOWLEDGED', 'IN_EXECUTION'] as const) {
      const at = place('MORE_INFO', 'PLAIN', { resumes })
      const transition = requestLife.transitionFor('ANSWER_MORE', at, requester)
      expect(transition === null ? null : requestLife.targetOf(transition, at)).toBe(resumes)
    }
  })

  it('takes a late answer', () => {
    expect(requestLife.transitionFor('ANSWER', place('LAPSED'), requested)?.to).toBe('ANSWERED')
  })

  it('names states, acts, roles and kinds that the schema has', () => {
    for (const { from, to, roles } of requestLife.transitions) {
      for (const state of [...from, ...(to === 'RESUMED' ? [] : [to])]) expect(states).toContain(state)
      for (const role of roles) expect(catalogue.enums.get('Role')).toContain(role)
    }
    for (const kind of coerciveKinds) expect(catalogue.enums.get('RequestKind')).toContain(kind)
    const inSchema = (catalogue.enums.get('RequestAct') ?? []) as readonly RequestAct[]
    expect([...inSchema].sort()).toEqual([...acts, 'CREATE'].sort())
  })
})
