import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import { PoliciesInForce } from '../../src/disclosure/policiesInForce.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import type { Member } from '../../src/hub/member.ts'
import { Roster } from '../../src/hub/roster.ts'
import { caller } from '../support/caller.ts'
import { catalogue } from '../support/catalogue.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const words = { purposes: catalogue.enums.get('Purpose') ?? [], roles: catalogue.enums.get('Role') ?? [] }

function policy(bureau: string, version: string, notice: string): Policy {
  const text = `comity: disclosure/v1
bureau: ${bureau}
version: ${version}
rules:
  - { id: L, title: t, on: Notice, record: listed, to: any, for: any }
  - { id: N, title: t, on: Notice, fields: [${notice}], level: full, to: any, for: any }
`
  const compiled = compilePolicy(text, 'd.yaml', catalogue, { ...words, bureau })
  if (compiled.policy === null) throw new Error('the policy does not compile')
  return compiled.policy
}

type State = 'old' | 'new'
const codes: Readonly<Record<State, readonly string[]>> = { old: ['XA', 'XB'], new: ['XA', 'XC'] }

/** Two states of one hub: other members, other systems behind the same code, other rules. Every call is a chance for something else to happen. */
function states() {
  const open = { count: 0 }
  const inForce = new PoliciesInForce([])
  const policies = (state: State) =>
    codes[state].map((code) => policy(code, state, state === 'old' ? 'issuedOn, number' : 'issuedOn, kind, number'))
  const members = (state: State) =>
    codes[state].map((code): Member => {
      open.count++
      const rows = [1, 2, 3].map((n) => ({ key: `n${n}`, kind: 'RED', issuedOn: `2026-01-0${n}`, number: `${code}-${state}` }))
      const bureau = memoryBureau(code, { rows: { Notice: rows }, pageRows: 1, orders: false })
      const { link } = bureau.source
      let isClosed = false
      const find = link.find.bind(link)
      link.find = async (...query) => {
        for (let i = 0; i < 2; i++) await setImmediate()
        if (isClosed) throw new Error('asked after it was closed')
        return find(...query)
      }
      const source = {
        ...bureau.source,
        reads: state,
        get policy() {
          return inForce.policyOf(code)
        },
      }
      const close = async () => {
        isClosed = true
        open.count--
      }
      return { profile: source.profile, source, connection: { close } }
    })
  const enter = (state: State, those: readonly Member[]) => {
    inForce.put(made[state], [])
    roster.replace(those)
  }
  const made = { old: policies('old'), new: policies('new') }
  const roster = new Roster([])
  enter('old', members('old'))
  return { enter, members, open, roster, ...memoryHub([], { members: roster }) }
}

const question =
  'query ($after: String) { notices(first: 6, after: $after) { nodes { id owner { code } number kind } sources { bureau { code } state } pageInfo { endCursor } } }'

interface Answer {
  readonly nodes: readonly { id: string; owner: { code: string }; number: string | null; kind: string | null }[]
  readonly sources: readonly { bureau: { code: string }; state: string }[]
  readonly pageInfo: { endCursor: string }
}

/** The state that an answer is of as a whole; the answer itself when it is of neither. */
function stateOf({ nodes, sources }: Answer): State | string {
  for (const state of ['old', 'new'] as const) {
    const asked = sources.map(({ bureau }) => bureau.code)
    const isWhole = nodes.every(({ owner, number, kind }) => number === `${owner.code}-${state}` && (kind === 'RED') === (state === 'new'))
    if (nodes.length === 6 && isWhole && String(asked) === String(codes[state]) && sources.every((one) => one.state === 'OK')) return state
  }
  return JSON.stringify({ nodes, sources })
}

const refused = 'The cursor does not belong'

describe('members that change under running questions', () => {
  it('answer each operation as they were when it began, and are closed when the last of them has ended', async () => {
    const { enter, members, ask, open } = states()
    const seen = { old: 0, new: 0, changed: 0 }
    let changes = 0
    let asking = true
    const changing = (async () => {
      while (asking) {
        const state = changes++ % 2 === 0 ? 'new' : 'old'
        enter(state, members(state))
        for (let i = 0; i < 4; i++) await setImmediate()
      }
    })()
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let i = 0; i < 15; i++) {
          const before = changes
          const { data, errors } = await ask(question)
          expect(errors).toBeUndefined()
          const state = stateOf((data as unknown as { notices: Answer }).notices)
          expect(['old', 'new']).toContain(state)
          seen[state as State]++
          if (changes > before) seen.changed++
        }
      }),
    )
    asking = false
    await changing
    // Of all those that there were, only the two of the last state are open.
    expect(open.count).toBe(2)
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(10)
    expect(seen.changed).toBeGreaterThan(60)
  })

  it('end the cursors and the ids of those who have left', async () => {
    const { enter, members, ask } = states()
    const notices = async (variables = {}) => {
      const { data, errors } = await ask(question, variables)
      return { notices: (data as unknown as { notices: Answer } | null)?.notices, message: errors?.[0]?.message }
    }
    const first = (await notices()).notices
    const left = first?.nodes.find(({ owner }) => owner.code === 'XB')?.id
    const node = async () => (await ask('query ($id: ID!) { node(id: $id) { id } }', { id: left })).data
    expect(await node()).toEqual({ node: { id: left } })
    enter('new', members('new'))
    expect((await notices({ after: first?.pageInfo.endCursor })).message).toContain(refused)
    expect(await node()).toEqual({ node: null })
  })

  it('end the cursors of a mapping that has changed, and of nothing else', async () => {
    const { roster, ask } = states()
    const cursor = ((await ask(question)).data as unknown as { notices: Answer }).notices.pageInfo.endCursor
    const goesOn = async () => (await ask(question, { after: cursor })).errors?.[0]?.message ?? 'goes on'
    roster.replace([...roster.members])
    expect(await goesOn()).toBe('goes on')
    roster.replace(roster.members.map((one) => ({ ...one, source: one.source === null ? null : { ...one.source, reads: 'other' } })))
    expect(await goesOn()).toContain(refused)
  })

  it('are named by what was written down before, when they have left', async () => {
    const { ask } = states()
    const { operation } = await ask('{ bureaus { code } }')
    expect(operation.memberOf('XA').profile.name).not.toBe('Former member XA')
    expect(operation.memberOf('XQ')).toMatchObject({ profile: { code: 'XQ', name: 'Former member XQ' }, standing: 'LEFT' })
    expect(operation.member('XQ')).toBeNull()
  })

  it('are asked in hit checks as long as they are members', async () => {
    const { enter, members, ask } = states()
    const check =
      'mutation { hitCheck(input: { document: { number: "P1234567", issuingCountry: "XB" } }) { rows { bureau { code } outcome } } }'
    const rows = async () => {
      const { data, errors } = await ask(check, {}, caller())
      expect(errors).toBeUndefined()
      return (data as unknown as { hitCheck: { rows: { bureau: { code: string } }[] } }).hitCheck.rows.map(({ bureau }) => bureau.code)
    }
    expect(await rows()).toEqual(['XA', 'XB'])
    enter('new', members('new'))
    expect(await rows()).toEqual(['XA', 'XC'])
  })
})
