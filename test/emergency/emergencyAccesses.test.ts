import { describe, expect, it } from 'vitest'
import { EmergencyAccesses } from '../../src/emergency/emergencyAccesses.ts'
import { EmergencyReviews } from '../../src/emergency/emergencyReviews.ts'
import { ComityError } from '../../src/model/errors.ts'
import type { Caller } from '../../src/model/principal.ts'
import { Store } from '../../src/store/store.ts'
import { VirtualClock } from '../support/links/virtualClock.ts'
import { investigator, justification, minutes, noon, offering, rescuer, withdrawn } from './lifesaving.ts'

function setUp() {
  const store = new Store(null)
  const xa = rescuer('XA', offering('XA'))
  const xc = rescuer('XC', withdrawn('XC'))
  const sources = [xa.source, xc.source]
  return { store, xa, accesses: new EmergencyAccesses({ sources: () => sources, store }), reviews: new EmergencyReviews({ store }) }
}
const asked = { bureau: 'XA', block: 'E1', justification }

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof ComityError ? error.code : String(error)
  }
  return 'none'
}
function messageOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  return 'none'
}

describe('the blocks that a caller may invoke', () => {
  const names = (who: Caller) =>
    setUp()
      .accesses.blocks(who)
      .map(({ owner, block }) => `${owner} ${block.id}`)

  it('are those whose conditions the caller fulfils', () => {
    expect(names(investigator())).toEqual(['XA E1'])
    expect(names(investigator({ roles: ['LIAISON'] }))).toEqual(['XA E2'])
    expect(names(investigator({ roles: ['LIAISON', 'INVESTIGATOR'] }))).toEqual(['XA E1', 'XA E2'])
    expect(names(investigator({}, noon, { kind: 'AUDIT' }))).toEqual([])
    expect(names(investigator({ roles: ['ANALYST'] }))).toEqual([])
  })

  it('are none of the caller’s own bureau, whose records are open to them anyway', () => {
    expect(names(investigator({ bureau: 'XA' }))).toEqual([])
  })

  it('say how often they may be invoked today yet', () => {
    const { accesses } = setUp()
    accesses.invoke(asked, investigator())
    expect(accesses.blocks(investigator()).map(({ left }) => left)).toEqual([1])
    expect(accesses.blocks(investigator({ personRef: 'XB-0002' })).map(({ left }) => left)).toEqual([2])
  })
})

describe('invoking a block', () => {
  it('opens an access for its time, and tells the owner’s desk at once', () => {
    const { store, accesses } = setUp()
    const access = accesses.invoke(asked, investigator())
    expect(access).toMatchObject({
      owner: 'XA',
      block: 'E1',
      opened: noon,
      expires: noon + minutes(60),
      reviewDue: noon + minutes(72 * 60),
    })
    expect(access.id).toMatch(/^[\w-]{24}$/)
    expect(store.desks.page('XA', null, 10)).toMatchObject([
      {
        kind: 'EMERGENCY_INVOKED',
        reader: { bureau: 'XB' },
        purpose: 'INVESTIGATION',
        case: 'XZ-2026-0001',
        rules: ['E1'],
        emergency: access.id,
      },
    ])
    expect(store.desks.page('XB', null, 10)).toEqual([])
  })

  it('is refused alike for a block that is not there, one for others, a bureau without blocks and one that is none', () => {
    const { accesses } = setUp()
    const tries = [
      { ...asked, block: 'E9' },
      { ...asked, block: 'E2' },
      { ...asked, bureau: 'XC' },
      { ...asked, bureau: 'XQ' },
      { ...asked, block: 'E2', justification: 'x' },
    ]
    expect(new Set(tries.map((one) => codeOf(() => accesses.invoke(one, investigator()))))).toEqual(new Set(['EMERGENCY_UNAVAILABLE']))
    expect(new Set(tries.map((one) => messageOf(() => accesses.invoke(one, investigator())))).size).toBe(1)
    expect(codeOf(() => accesses.invoke(asked, investigator({ bureau: 'XA' })))).toBe('EMERGENCY_UNAVAILABLE')
  })

  it('wants a case, and a justification that says something', () => {
    const { accesses, store } = setUp()
    expect(codeOf(() => accesses.invoke(asked, investigator({}, noon, { case: null })))).toBe('CASE_REQUIRED')
    const short = ['', 'x'.repeat(39), `x${' '.repeat(60)}x`, ' \n'.repeat(40), 'x'.repeat(2001)]
    for (const text of short)
      expect(codeOf(() => accesses.invoke({ ...asked, justification: text }, investigator()))).toBe('BAD_USER_INPUT')
    expect(store.desks.page('XA', null, 10)).toEqual([])
    for (const text of ['\u200b'.repeat(60), `a${'\u0301'.repeat(60)}`, '\u2066'.repeat(60)])
      expect(codeOf(() => accesses.invoke({ ...asked, justification: text }, investigator()))).toBe('BAD_USER_INPUT')
    expect(accesses.invoke({ ...asked, justification: 'é'.repeat(40) }, investigator()).grounds.justification).toHaveLength(40)
  })

  it('is bounded per person and UTC day', () => {
    const { accesses } = setUp()
    const evening = noon + minutes(11 * 60)
    accesses.invoke(asked, investigator())
    accesses.invoke(asked, investigator({}, evening))
    expect(codeOf(() => accesses.invoke(asked, investigator({}, evening + minutes(59))))).toBe('BUDGET_EXCEEDED')
    expect(codeOf(() => accesses.invoke(asked, investigator({ personRef: 'XB-0002' }, evening)))).toBe('none')
    expect(codeOf(() => accesses.invoke(asked, investigator({}, evening + minutes(60))))).toBe('none')
  })

  it('opens nothing when it cannot be written down', () => {
    const { accesses, store } = setUp()
    store.emergencies.open = () => {
      throw new Error('disk full')
    }
    expect(codeOf(() => accesses.invoke(asked, investigator()))).toBe('AUDIT_UNAVAILABLE')
    expect(accesses.openOf(investigator())).toEqual([])
  })
})

describe('an access', () => {
  const opened = () => {
    const all = setUp()
    return { ...all, id: all.accesses.invoke(asked, investigator()).id }
  }

  it('is admitted for the person, purpose and case it was opened for', () => {
    const { accesses, id } = opened()
    expect(accesses.admit(id, investigator())).toEqual({ id, bureau: 'XA', rule: 'E1' })
  })

  it('is admitted for nobody and nothing else, and all causes look alike', () => {
    const { accesses, id } = opened()
    const others: readonly (readonly [string, Caller])[] = [
      ['x', investigator()],
      [id, investigator({ personRef: 'XB-0002' })],
      [id, investigator({ bureau: 'XC' })],
      [id, investigator({ roles: ['ANALYST'] })],
      [id, investigator({}, noon, { case: 'XB-2026-2' })],
      [id, investigator({}, noon, { kind: 'PROSECUTION' })],
      [id, investigator({}, noon + minutes(60))],
    ]
    const refusals = others.map(([name, who]) => messageOf(() => accesses.admit(name, who)))
    expect(new Set(refusals)).toEqual(new Set([new ComityError('EMERGENCY_NOT_OPEN').message]))
    expect(codeOf(() => accesses.admit(id, investigator({}, noon + minutes(60) - 1)))).toBe('none')
  })

  it('ends when the owner withdraws the block, and sooner when the owner shortens it', () => {
    const { accesses, xa, id } = opened()
    xa.replace(withdrawn('XA'))
    expect(codeOf(() => accesses.admit(id, investigator()))).toBe('EMERGENCY_NOT_OPEN')
    expect(accesses.openOf(investigator())).toEqual([])
    xa.replace(shortened())
    expect(codeOf(() => accesses.admit(id, investigator({}, noon + minutes(29))))).toBe('none')
    expect(codeOf(() => accesses.admit(id, investigator({}, noon + minutes(30))))).toBe('EMERGENCY_NOT_OPEN')
  })

  it('ends when it is given back, once, by its person', () => {
    const { accesses, store, id } = opened()
    expect(codeOf(() => accesses.close(id, investigator({ personRef: 'XB-0002' })))).toBe('EMERGENCY_NOT_OPEN')
    expect(accesses.close(id, investigator({}, noon + 1)).closed).toBe(noon + 1)
    expect(codeOf(() => accesses.admit(id, investigator({}, noon + 2)))).toBe('EMERGENCY_NOT_OPEN')
    expect(codeOf(() => accesses.close(id, investigator({}, noon + 2)))).toBe('EMERGENCY_NOT_OPEN')
    expect(store.desks.page('XA', null, 10).map(({ kind }) => kind)).toEqual(['EMERGENCY_CLOSED', 'EMERGENCY_INVOKED'])
  })

  it('is listed for its person while it is open', () => {
    const { accesses, id } = opened()
    const ids = (who: Caller) => accesses.openOf(who).map((access) => access.id)
    expect(ids(investigator())).toEqual([id])
    expect(ids(investigator({}, noon, { kind: 'PROSECUTION', case: null }))).toEqual([id])
    expect(ids(investigator({ personRef: 'XB-0002' }))).toEqual([])
    expect(ids(investigator({}, noon + minutes(60)))).toEqual([])
  })
})

function shortened() {
  const policy = offering('XA')
  return { ...policy, emergencies: policy.emergencies.map((block) => ({ ...block, ttlMs: minutes(30) })) }
}

describe('the owner’s review', () => {
  const officer = (at = noon) => investigator({ bureau: 'XA', personRef: 'XA-0009', roles: ['NCB_OFFICER'] }, at)

  it('is the owner’s alone, and all refusals look alike', () => {
    const { accesses, reviews } = setUp()
    const { id } = accesses.invoke(asked, investigator())
    const refusals = [
      () => reviews.review({ id, finding: 'JUSTIFIED' }, investigator()),
      () => reviews.review({ id, finding: 'JUSTIFIED' }, investigator({ bureau: 'XC' })),
      () => reviews.review({ id: 'x', finding: 'JUSTIFIED' }, officer()),
      ...['INVESTIGATOR', 'MACHINE', 'DUTY_OFFICER', 'AUDITOR'].map(
        (role) => () => reviews.review({ id, finding: 'JUSTIFIED' }, investigator({ bureau: 'XA', roles: [role] })),
      ),
    ]
    expect(new Set(refusals.map(codeOf))).toEqual(new Set(['BAD_USER_INPUT']))
    expect(new Set(refusals.map(messageOf)).size).toBe(1)
    expect(reviews.review({ id, finding: 'JUSTIFIED', remark: ' Saved  a life. ' }, officer())).toMatchObject({
      finding: 'JUSTIFIED',
      review: { by: 'XA-0009', at: '2026-06-15T12:00:00.000Z', remark: 'Saved a life.' },
    })
    expect(codeOf(() => accesses.admit(id, investigator()))).toBe('none')
  })

  it('that finds no need ends the access and suspends the person’s right toward that bureau, until it finds otherwise', () => {
    const { accesses, reviews } = setUp()
    const { id } = accesses.invoke(asked, investigator())
    const second = accesses.invoke(asked, investigator())
    reviews.review({ id, finding: 'NOT_JUSTIFIED' }, officer())
    for (const one of [id, second.id]) expect(codeOf(() => accesses.admit(one, investigator()))).toBe('EMERGENCY_NOT_OPEN')
    expect(accesses.blocks(investigator())).toEqual([])
    expect(accesses.openOf(investigator())).toEqual([])
    const tomorrow = investigator({}, noon + minutes(24 * 60))
    expect(codeOf(() => accesses.invoke(asked, tomorrow))).toBe('EMERGENCY_UNAVAILABLE')
    expect(codeOf(() => accesses.invoke(asked, investigator({ personRef: 'XB-0002' })))).toBe('none')
    reviews.review({ id, finding: 'JUSTIFIED' }, officer())
    expect(codeOf(() => accesses.invoke(asked, tomorrow))).toBe('none')
  })

  it('is due in time; then the desk is reminded, once, and the overdue ones can be listed', () => {
    const { accesses, reviews, store } = setUp()
    const { id } = accesses.invoke(asked, investigator())
    accesses.invoke(asked, investigator({ personRef: 'XB-0002' }, noon + 1))
    const due = noon + minutes(72 * 60)
    const overdue = (at: number) => reviews.page('XA', null, 10, at).map((access) => access.id)
    reviews.remind('XA', due - 1)
    expect([overdue(due - 1), store.desks.page('XA', null, 10).length]).toEqual([[], 2])
    for (const owner of ['XA', 'XA', 'XC']) reviews.remind(owner, due)
    expect(overdue(due)).toEqual([id])
    expect(store.desks.page('XA', null, 10).map(({ kind, emergency }) => [kind, emergency === id])).toEqual([
      ['EMERGENCY_REVIEW_DUE', true],
      ['EMERGENCY_INVOKED', false],
      ['EMERGENCY_INVOKED', true],
    ])
    reviews.review({ id, finding: 'JUSTIFIED' }, officer(due))
    expect(overdue(due)).toEqual([])
  })

  it('that is overdue is told to every desk by itself, and again after the store could not be written', async () => {
    const { accesses, store } = setUp()
    accesses.invoke(asked, investigator())
    const clock = new VirtualClock()
    const faults: unknown[] = []
    let broken = true
    const emergencies = new Proxy(store.emergencies, {
      get(target, name) {
        if (name === 'remind' && broken) throw new Error('the disk is full')
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const reviews = new EmergencyReviews({ store: { emergencies }, clock, onFault: (error) => faults.push(error) })
    const reminders = () => store.desks.page('XA', null, 10).filter(({ kind }) => kind === 'EMERGENCY_REVIEW_DUE').length
    reviews.open()
    await clock.advance(1)
    expect([reminders(), faults.length > 0]).toEqual([0, true])
    broken = false
    await clock.advance(120_000)
    expect(reminders()).toBe(1)
    await clock.advance(120_000)
    expect(reminders()).toBe(1)
    await reviews.close()
    expect(clock.pending).toBe(0)
  })
})
