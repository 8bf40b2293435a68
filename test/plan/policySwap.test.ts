import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import { PoliciesInForce } from '../../src/disclosure/policiesInForce.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { caller } from '../support/caller.ts'
import { catalogue } from '../support/catalogue.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const bureaus = ['XA', 'XB', 'XC'] as const
const words = { purposes: catalogue.enums.get('Purpose') ?? [], roles: catalogue.enums.get('Role') ?? [] }

/** A policy that shows notices and persons with these fields. */
function policy(bureau: string, version: string, notice: string, person: string): Policy {
  const compiled = compilePolicy(
    `comity: disclosure/v1
bureau: ${bureau}
version: ${version}
rules:
  - { id: L, title: t, on: [Notice, Person], record: listed, to: any, for: any, mayInclude: any }
  - { id: N, title: t, on: Notice, fields: [${notice}], level: full, to: any, for: any }
  - { id: P, title: t, on: Person, fields: [${person}], level: full, to: any, for: any }
`,
    'd.yaml',
    catalogue,
    { ...words, bureau },
  )
  if (compiled.policy === null) throw new Error(compiled.problems.map(formatProblem).join('\n'))
  return compiled.policy
}
const loose = bureaus.map((code) => policy(code, '1', 'kind, issuedOn, number, subject', 'status, birthDate'))
const tight = bureaus.map((code) => policy(code, '2', 'kind, issuedOn, subject', 'status'))

/** Three bureaus of linked notices and persons, some held for XC by XA; every call of a system is a chance for something else to happen. */
function swapping() {
  const inForce = new PoliciesInForce(loose)
  const made = bureaus.map((code): MemoryBureau => {
    const rows = [1, 2, 3, 4]
    const ref = (n: number) => ({ bureau: code, type: 'Person', key: `p${n}` })
    const handling = code === 'XA' ? { originator: 'XC' } : null
    const bureau = memoryBureau(code, {
      pageRows: 2,
      orders: false,
      rows: {
        Notice: rows.map((n) => ({
          key: `n${n}`,
          kind: 'RED',
          issuedOn: `2026-01-0${n}`,
          number: `${code}-${n}`,
          subject: ref(n),
          handling,
        })),
        Person: rows.map((n) => ({ key: `p${n}`, status: 'MISSING', birthDate: '1980-06-15', handling })),
      },
    })
    const find = bureau.source.link.find.bind(bureau.source.link)
    bureau.source.link.find = async (...query) => {
      for (let i = 0; i < 3; i++) await setImmediate()
      return find(...query)
    }
    const source = {
      ...bureau.source,
      get policy() {
        return inForce.policyOf(code)
      },
    }
    return { ...bureau, source }
  })
  return { inForce, ...memoryHub(made) }
}

const question = `query ($after: String) { notices(first: 9, after: $after) {
  nodes { owner { code } number subject { birthDate } _disclosure { field } } pageInfo { hasNextPage endCursor } } }`

interface Answer {
  readonly nodes: {
    owner: { code: string }
    number: string | null
    subject: { birthDate: string | null } | null
    _disclosure: { field: string }[]
  }[]
  readonly pageInfo: { hasNextPage: boolean; endCursor: string }
}

/** `loose` or `tight` when every record of an answer was decided by that one set, else the answer itself. */
function decidedBy({ nodes }: Answer): 'loose' | 'tight' | Answer {
  const number = nodes.map((node) => node.number !== null)
  const birth = nodes.map((node) => (node.subject?.birthDate ?? null) !== null)
  const marker = nodes.map(({ _disclosure }) => !_disclosure.some(({ field }) => field === 'number'))
  const all = [...number, ...birth, ...marker]
  if (nodes.length === 9 && all.every((shown) => shown)) return 'loose'
  return nodes.length === 9 && all.every((shown) => !shown) ? 'tight' : { nodes, pageInfo: { hasNextPage: false, endCursor: '' } }
}

describe('a policy that changes under running questions', () => {
  it('decides each operation whole, by the old set or by the new one', async () => {
    const { inForce, ask } = swapping()
    const seen = { loose: 0, tight: 0, swapped: 0 }
    let swaps = 0
    let asking = true
    const swapper = (async () => {
      while (asking) {
        inForce.replace(swaps++ % 2 === 0 ? tight : loose)
        await setImmediate()
      }
    })()
    const askers = Array.from({ length: 8 }, async () => {
      for (let i = 0; i < 20; i++) {
        const before = swaps
        const { data, errors, operation } = await ask(question)
        expect(errors).toBeUndefined()
        const decided = decidedBy((data as unknown as { notices: Answer }).notices)
        expect(['loose', 'tight']).toContain(decided)
        seen[decided as 'loose' | 'tight']++
        if (swaps > before) seen.swapped++
        const versions = Object.values(operation.plan.policies()).map(({ version }) => version)
        expect(versions).toEqual(Array(3).fill(decided === 'loose' ? '1' : '2'))
      }
    })
    await Promise.all(askers)
    asking = false
    await swapper
    // That it met both, and that policies changed in the middle of operations, is what makes this a test.
    expect(seen.loose).toBeGreaterThan(20)
    expect(seen.tight).toBeGreaterThan(20)
    expect(seen.swapped).toBeGreaterThan(80)
  })

  it('shows nothing more to whoever asks after it was tightened, and is what the audit names', async () => {
    const { inForce, ask, entries } = swapping()
    const before = ask(question)
    inForce.replace(tight)
    const after = ask(question)
    const notices = async (answer: typeof before) => ((await answer).data as unknown as { notices: Answer }).notices
    expect([decidedBy(await notices(before)), decidedBy(await notices(after))]).toEqual(['loose', 'tight'])
    const digests = entries.map(({ policies }) => [policies['XA']?.version, policies['XA']?.digest])
    expect(digests).toEqual(
      expect.arrayContaining([
        ['1', loose[0]?.digest],
        ['2', tight[0]?.digest],
      ]),
    )
  })

  it('ends the cursors given out under it, also when its version stays the same', async () => {
    const { inForce, ask } = swapping()
    const first = async () => ((await ask(question)).data as unknown as { notices: Answer }).notices.pageInfo.endCursor
    const cursor = await first()
    expect((await ask(question, { after: cursor })).errors).toBeUndefined()
    inForce.replace([policy('XA', '1', 'kind, issuedOn, number, subject', 'status')])
    const { errors, data } = await ask(question, { after: cursor })
    expect(errors?.map(({ message }) => message)).toEqual([expect.stringContaining('The cursor does not belong')])
    expect(data).toBe(null)
    expect((await ask(question, { after: await first() })).errors).toBeUndefined()
  })

  it('keeps the originator’s word for the operation that began under it', async () => {
    const { inForce, ask } = swapping()
    const xc = [policy('XC', '3', 'kind, issuedOn', 'status')]
    const before = ask(question)
    inForce.replace(xc)
    const after = ask(question)
    const numbers = async (answer: typeof before, code: string) =>
      ((await answer).data as unknown as { notices: Answer }).notices.nodes
        .filter(({ owner }) => owner.code === code)
        .map(({ number }) => number)
    expect((await numbers(before, 'XA')).every((number) => number !== null)).toBe(true)
    // XA's own policy is what it was: it holds these records for XC.
    expect((await numbers(after, 'XA')).every((number) => number === null)).toBe(true)
    expect((await numbers(after, 'XB')).every((number) => number !== null)).toBe(true)
  })
})

it('shows a bureau’s own officers, and nobody else, how its policy stands', async () => {
  const status = { version: '1', digest: 'd', activeSince: '2026-06-15T12:00:00.000Z' }
  const problem = { severity: 'error' as const, file: '/secret/place/XA/disclosure.yaml', line: 3, column: 1, path: 'rules', message: 'm' }
  const bureau = memoryBureau('XA', { rows: { Notice: [] } })
  const { ask } = memoryHub([bureau], { policyStatus: () => ({ ...status, problems: [problem] }) })
  const query =
    '{ bureau(code: "XA") { policy { version digest activeSince pendingProblems { file line column path message suggestion } } } }'
  const { severity: _, ...told } = problem
  expect((await ask(query, {}, caller({ bureau: 'XA' }))).data).toEqual({
    bureau: { policy: { ...status, pendingProblems: [{ ...told, file: 'disclosure.yaml', suggestion: null }] } },
  })
  expect((await ask(query, {}, caller({ bureau: 'XB' }))).data).toEqual({ bureau: { policy: null } })
})
