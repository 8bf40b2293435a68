import { describe, expect, it } from 'vitest'
import type { Caller } from '../../src/model/principal.ts'
import { caller } from '../support/caller.ts'
import type { MemoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { openRules, peopleBureau, person } from './people.ts'

const asked = `query ($id: ID!, $rejected: Boolean) {
  node(id: $id) { ... on Person { possibleMatches(rejected: $rejected) {
    id threshold matches { score explanation person { id owner { code } } judged { verdict reason } } completeness { asked answered }
  } } }
}`
const said = `mutation ($one: ID!, $other: ID!, $verdict: MatchVerdict!, $reason: String!) {
  judgeMatch(input: { one: $one, other: $other, verdict: $verdict, reason: $reason }) { verdict records { id } }
}`
const born = { birthDate: '1980-06-15' }

interface Cluster {
  readonly id: string
  readonly threshold: number
  readonly matches: readonly {
    readonly score: number
    readonly explanation: string
    readonly person: { readonly id: string; readonly owner: { readonly code: string } }
    readonly judged: { readonly verdict: string; readonly reason: string } | null
  }[]
  readonly completeness: { readonly asked: number; readonly answered: number }
}

function people(): readonly MemoryBureau[] {
  return [
    peopleBureau('XA', [person('a', 'Mohamed Aliyev', born), person('a2', 'Mohamed Aliyev', born)]),
    peopleBureau('XB', [person('b', 'Мухаммед Алиев', { birthDate: '1980' }), person('n', 'Mohamed Aliyev', { birthDate: '1950-01-01' })]),
    peopleBureau('XC', [person('c', 'Aliyev Mohammad', born), person('w', 'Mohamed Aliyev', { ...born, status: 'WITNESS' })], hiding),
  ]
}
const hiding = `
  - { id: L, title: suspects, on: Person, record: listed, to: any, for: any, when: record.status == "SUSPECT" }
  - { id: F, title: with these, on: Person, fields: [names, birthDate], level: full, to: any, for: any }`

function hubOf(bureaus = people()) {
  const memory = memoryHub(bureaus)
  const idOf = (bureau: string, key: string) =>
    memory.hub.begin(caller(), { signal: new AbortController().signal, traceId: '0' }).plan.idAt({ bureau, type: 'Person', key })
  return {
    ...memory,
    idOf,
    async cluster(bureau: string, key: string, who: Caller = caller(), rejected = false): Promise<Cluster | null> {
      const { data, errors } = await memory.ask(asked, { id: idOf(bureau, key), rejected }, who)
      if (errors !== undefined) throw new Error(JSON.stringify(errors))
      return (data as { node: { possibleMatches: Cluster | null } | null } | null)?.node?.possibleMatches ?? null
    },
    async judge(
      one: string,
      other: string,
      verdict: string,
      who: Caller = caller(),
      reason = 'fingerprints were compared',
    ): Promise<string | null> {
      const { errors } = await memory.ask(said, { one, other, verdict, reason }, who)
      return errors?.[0] === undefined ? null : `${(errors[0].originalError as { code?: string } | undefined)?.code} ${errors[0].message}`
    },
  }
}

const owners = (cluster: Cluster | null) => cluster?.matches.map(({ person: { owner } }) => owner.code)

describe('records that may be of one person', () => {
  it('are those of other bureaus that the reader sees as much alike, with reasons, from whichever end', async () => {
    const hub = hubOf()
    const fromA = await hub.cluster('XA', 'a')
    expect(owners(fromA)).toEqual(['XC', 'XB'])
    expect(fromA?.matches[1]?.explanation).toMatch(/^name 0\.9\d: .*; birth year agrees$/)
    expect(fromA?.threshold).toBe(0.9)
    expect(fromA?.completeness).toEqual({ asked: 2, answered: 2 })
    expect(owners(await hub.cluster('XB', 'b'))).toEqual(['XA', 'XA', 'XC'])
  })

  it('are told by another name to each bureau', async () => {
    const hub = hubOf()
    const [one, again, other] = [
      await hub.cluster('XA', 'a'),
      await hub.cluster('XA', 'a'),
      await hub.cluster('XA', 'a', caller({ bureau: 'XY' })),
    ]
    expect(owners(other)).toEqual(owners(one))
    expect(again?.id).toBe(one?.id)
    expect(other?.id).not.toBe(one?.id)
  })

  it('are not to be had of a record that is not there, and say nothing of what the reader may not see', async () => {
    const hub = hubOf()
    expect(await hub.cluster('XC', 'w')).toBeNull()
    const closed = hubOf([peopleBureau('XA', [person('a', 'Mohamed Aliyev', born)], openRules(['status'])), ...people().slice(1)])
    expect(owners(await closed.cluster('XA', 'a'))).toEqual([])
    expect(owners(await closed.cluster('XB', 'b'))).toEqual(['XC'])
  })

  it('cost a search each, and are on record as one', async () => {
    const hub = hubOf()
    await hub.cluster('XA', 'a')
    expect(hub.entries[0]?.searches).toEqual([{ fields: ['possibleMatches'] }])
    expect(hub.entries[0]?.disclosed.map(({ owner }) => owner).toSorted()).toEqual(['XA', 'XB', 'XC'])
  })
})

describe('an officer’s word on two records', () => {
  it('stays with the bureau whose officer gave it: the last one counts', async () => {
    const hub = hubOf()
    const [a, b, n] = [hub.idOf('XA', 'a'), hub.idOf('XB', 'b'), hub.idOf('XB', 'n')]
    expect(await hub.judge(a, b, 'REJECTED')).toBeNull()
    expect(await hub.judge(n, a, 'CONFIRMED')).toBeNull()
    const after = await hub.cluster('XA', 'a')
    expect(after?.matches.map(({ person: { id }, judged }) => [id, judged?.verdict ?? null])).toEqual([
      [hub.idOf('XC', 'c'), null],
      [n, 'CONFIRMED'],
    ])
    expect((await hub.cluster('XA', 'a', caller(), true))?.matches.map(({ judged }) => judged?.verdict ?? null)).toEqual([
      null,
      'REJECTED',
      'CONFIRMED',
    ])
    expect((await hub.cluster('XB', 'n'))?.matches.map(({ judged }) => judged?.verdict ?? null)).toContain('CONFIRMED')
    // Another bureau learns nothing of it.
    const other = caller({ bureau: 'XY' })
    expect((await hub.cluster('XA', 'a', other))?.matches.map(({ judged }) => judged)).toEqual([null, null])
    expect(await hub.judge(a, b, 'WITHDRAWN')).toBeNull()
    expect(owners(await hub.cluster('XA', 'a'))).toEqual(['XC', 'XB', 'XB'])
  })

  it('brings back no record that the reader may not see any more', async () => {
    const bureaus = people()
    const hub = hubOf(bureaus)
    const [a, c] = [hub.idOf('XA', 'a'), hub.idOf('XC', 'c')]
    expect(await hub.judge(a, c, 'CONFIRMED')).toBeNull()
    const [, , last] = bureaus
    if (last) last.rows = { Person: [person('c', 'Jane Roe', { status: 'WITNESS' })] }
    expect(owners(await hub.cluster('XA', 'a'))).toEqual(['XB'])
  })

  it('is on record with the two records, and without the reason', async () => {
    const hub = hubOf()
    await hub.judge(hub.idOf('XA', 'a'), hub.idOf('XB', 'b'), 'CONFIRMED')
    expect(hub.entries[0]?.verdicts).toEqual([
      {
        verdict: 'CONFIRMED',
        records: [
          { owner: 'XA', type: 'Person', key: 'a' },
          { owner: 'XB', type: 'Person', key: 'b' },
        ],
      },
    ])
    expect(JSON.stringify(hub.entries)).not.toContain('fingerprints')
  })

  it('is refused in the same words for a record that is hidden, is not there, is of the same bureau, or is not theirs to judge', async () => {
    const hub = hubOf()
    const a = hub.idOf('XA', 'a')
    const hidden = await hub.judge(a, hub.idOf('XC', 'w'), 'CONFIRMED')
    expect(hidden).toMatch(/^BAD_USER_INPUT .*one, other: two records of people/)
    expect(await hub.judge(a, hub.idOf('XC', 'nobody'), 'CONFIRMED')).toBe(hidden)
    expect(await hub.judge(a, 'no id', 'CONFIRMED')).toBe(hidden)
    expect(await hub.judge(a, hub.idOf('XA', 'a2'), 'CONFIRMED')).toBe(hidden)
    expect(await hub.judge(a, hub.idOf('XB', 'b'), 'CONFIRMED', caller({ roles: ['AUDITOR'] }))).toBe(hidden)
    expect(await hub.judge(a, hub.idOf('XB', 'b'), 'CONFIRMED', caller(), 'short')).toMatch(/reason: 10 to 1000/)
    expect(await hub.judge(a, hub.idOf('XB', 'b'), 'CONFIRMED', caller({}, { case: null }))).toMatch(/^CASE_REQUIRED/)
    expect(owners(await hub.cluster('XA', 'a'))).toEqual(['XC', 'XB'])
    expect((await hub.cluster('XA', 'a'))?.matches.every(({ judged }) => judged === null)).toBe(true)
  })
})
