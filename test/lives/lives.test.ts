import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lives } from '../../src/hub/lives.ts'
import { livesPage } from '../../src/lives/drawing.ts'
import type { Actor, Life, LifeWords, Place, Transition } from '../../src/lives/life.ts'
import { ComityError } from '../../src/model/errors.ts'
import { catalogue } from '../support/catalogue.ts'

const statesOf = ({ begins, transitions }: Life<LifeWords>) =>
  new Set([begins, ...transitions.flatMap(({ from, to }) => (to === 'RESUMED' || to === 'SAME' ? from : [...from, to]))])

it('are drawn as they are: `npm run lives` writes the page anew', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/lives.md'), 'utf8')).toBe(livesPage(lives))
})

describe.each(lives)('the life of $name', ({ life }) => {
  const states = statesOf(life)
  const facts = [...new Set(life.transitions.flatMap(({ when }) => when ?? []))]

  it('reaches every state from its beginning', () => {
    const seen = new Set([life.begins])
    for (const state of seen)
      for (const { from, to } of life.transitions)
        if (from.includes(state)) for (const next of to === 'SAME' ? [] : to === 'RESUMED' ? from : [to]) seen.add(next)
    expect([...seen].toSorted()).toEqual([...states].toSorted())
  })

  it('names roles that the schema has, and wants one of everybody but the hub', () => {
    for (const { side, roles } of life.transitions) {
      expect(roles.length === 0).toBe(side === 'HUB')
      for (const role of roles) expect(catalogue.enums.get('Role')).toContain(role)
    }
  })

  it('takes an act exactly where an arrow of the table is open to who acts, in whatever place', () => {
    const sides = [...new Set(life.transitions.map(({ side }) => side))]
    const roles = [...new Set(life.transitions.flatMap((one) => one.roles)), 'BORDER_OFFICER']
    const acts = [...new Set(life.transitions.map(({ act }) => act)), 'CREATE']
    const place = fc.record({
      state: fc.constantFrom(...states),
      resumes: fc.constantFrom(...states),
      facts: facts.length === 0 ? fc.constant([]) : fc.subarray(facts),
      hands: fc.subarray(['XA 1', 'XB 1']),
    })
    const actor = fc.record({ side: fc.constantFrom(...sides), roles: fc.subarray(roles), person: fc.constantFrom('XA 1', 'XB 1') })
    fc.assert(
      fc.property(place, actor, fc.constantFrom(...acts), (at, by, act) => {
        const open = life.transitions.filter((one) => one.act === act && isOpen(one, at, by))
        const to = open[0]?.to === 'RESUMED' ? at.resumes : open[0]?.to === 'SAME' ? at.state : open[0]?.to
        expect(life.actsOf(at, by).includes(act)).toBe(open.length > 0)
        try {
          expect(life.step(act, at, by).state).toBe(to)
        } catch (error) {
          if (!(error instanceof ComityError)) throw error
          expect([error.code, open.length]).toEqual(['ILLEGAL_TRANSITION', 0])
        }
      }),
      { numRuns: 2000 },
    )
  })
})

/** What an arrow asks for, written out a second time. */
function isOpen(one: Transition<LifeWords>, at: Place<LifeWords>, by: Actor<LifeWords>): boolean {
  if (!one.from.includes(at.state) || one.side !== by.side) return false
  if (one.when !== undefined && !at.facts.includes(one.when)) return false
  if (one.fourEyes === true && at.hands.includes(by.person)) return false
  return one.side === 'HUB' || by.roles.some((role) => one.roles.includes(role))
}
