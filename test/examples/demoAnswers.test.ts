import { graphql } from 'graphql'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateWorld } from '../../examples/generate/generateWorld.ts'
import { buildSchema } from '../../src/api/executableSchema.ts'
import { AuditLog } from '../../src/audit/auditLog.ts'
import { Hub } from '../../src/hub.ts'
import { openMembers } from '../../src/members.ts'
import { type DayInterval, interval } from '../../src/model/partialDate.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { catalogue } from '../support/catalogue.ts'
import { bureausFolder, type PrivateDemo, startPrivateDemo } from './demoBureaus.ts'

interface Subject {
  readonly names: readonly { readonly full: string }[] | null
  readonly birthDate: string | null
  readonly documents: readonly { readonly number: string | null }[] | null
}
interface Found {
  readonly owner: { readonly code: string }
  readonly kind: string | null
  readonly summary: string | null
  readonly subject: Subject | null
  readonly _disclosure: readonly { readonly field: string; readonly level: string }[]
}
interface Answer {
  readonly notices: { readonly nodes: readonly Found[]; readonly sources: readonly { readonly state: string }[] }
}

const today = '2026-11-01'
const world = { scale: 0.15, seed: 5, today }
const schema = buildSchema(catalogue)
let demo: PrivateDemo
let hub: Hub
let agreementsOf: (bureau: string) => readonly string[]

beforeAll(async () => {
  demo = await startPrivateDemo(world)
  const options = { bureaus: bureausFolder, variables: demo.systems.environment, skipBroken: false, log: pino({ level: 'silent' }) }
  const { roster, agreements } = await openMembers(options, catalogue)
  const audit = new AuditLog(
    () => 1,
    () => Date.now(),
    () => {},
  )
  hub = new Hub({ catalogue, members: roster, secret: new Uint8Array(32).fill(7), audit, store: new Store(null) })
  agreementsOf = (bureau) => agreements.inForce(bureau, today)
  // As at a start: the first question does not pay for opening an embedded database.
  await hub.warmUp()
})
afterAll(async () => {
  await hub.close()
  await demo.stop()
})

async function ask<T>(
  who: { bureau: string; roles: string[]; clearance: number; purpose: string; case?: string },
  source: string,
): Promise<T> {
  const { bureau, roles, clearance, purpose } = who
  const asking = {
    ...caller({ bureau, roles, clearance, agreements: agreementsOf(bureau) }, { kind: purpose, case: who.case ?? null }),
    date: today,
  }
  const contextValue = hub.begin(asking, { signal: new AbortController().signal, traceId: '0'.repeat(32) })
  const { data, errors } = await graphql({ schema, source, contextValue })
  expect(errors).toBeUndefined()
  return data as T
}

const notices = (first: number) =>
  `{ notices(first: ${first}) { nodes { owner { code } kind summary subject { names { full } birthDate documents { number } } _disclosure { field level } } sources { state } } }`
const investigator = { bureau: 'XB', roles: ['INVESTIGATOR'], clearance: 2, purpose: 'INVESTIGATION', case: 'XB-2026-0017' }
const border = { bureau: 'XC', roles: ['BORDER_OFFICER'], clearance: 1, purpose: 'BORDER_CHECK' }
const auditor = { bureau: 'XE', roles: ['AUDITOR'], clearance: 2, purpose: 'AUDIT' }

describe('one page of the demo', () => {
  it('has notices of five bureaus for an investigator, and withholds something', async () => {
    const { notices: page } = await ask<Answer>(investigator, notices(5))
    expect(page.nodes.map(({ owner }) => owner.code)).toEqual(['XA', 'XB', 'XC', 'XD', 'XE'])
    expect(page.sources.map(({ state }) => state)).toEqual(['OK', 'OK', 'OK', 'OK', 'OK'])
    const [xa, xb, xc, xd, xe] = page.nodes
    expect(xa?.subject?.birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(xb?._disclosure).toEqual([])
    expect(xc).toMatchObject({ kind: 'RED', subject: null, summary: null })
    expect(xd?.summary).toBeNull()
    expect(xd?.subject?.birthDate).toMatch(/^\d{4}$/)
    expect(xe?.summary).not.toBeNull()
  })

  it('shows a border officer whom to stop and neither the case nor the whole birth date', async () => {
    const { nodes } = (await ask<Answer>(border, notices(10))).notices
    const foreign = nodes.filter(({ owner }) => owner.code === 'XA' || owner.code === 'XB' || owner.code === 'XD')
    expect(foreign.length).toBeGreaterThan(4)
    for (const { subject, summary } of foreign) {
      expect(subject?.names?.length).toBeGreaterThan(0)
      expect(subject?.birthDate ?? '1990').toMatch(/^\d{3}[\dX]$/)
      expect(summary).toBeNull()
    }
    const documents = nodes.flatMap(({ owner, subject }) => (owner.code === 'XA' ? (subject?.documents ?? []) : []))
    expect(documents.every(({ number }) => number === null || number.startsWith('***'))).toBe(true)
  })

  it('shows an auditor that notices exist, and nobody they are about', async () => {
    const { nodes } = (await ask<Answer>(auditor, notices(50))).notices
    const foreign = nodes.filter(({ owner }) => owner.code !== 'XE')
    expect(new Set(foreign.map(({ owner }) => owner.code))).toEqual(new Set(['XA']))
    expect(foreign.every(({ kind, subject, summary }) => kind !== null && subject === null && summary === null)).toBe(true)
  })

  it('tells XB’s facts only when a case is named', async () => {
    const officer = { bureau: 'XA', roles: ['NCB_OFFICER'], clearance: 3, purpose: 'INVESTIGATION' }
    const ofXb = async (named?: string) => {
      const { nodes } = (await ask<Answer>(named === undefined ? officer : { ...officer, case: named }, notices(20))).notices
      return nodes.filter(({ owner }) => owner.code === 'XB')
    }
    expect((await ofXb()).every(({ summary }) => summary === null)).toBe(true)
    expect((await ofXb('XA-2026-0017')).every(({ summary }) => summary !== null)).toBe(true)
  })
})

describe('a birth date', () => {
  const fields = 'pageInfo { hasNextPage endCursor } nodes { id birthDate }'
  interface Page {
    readonly totalCount?: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    readonly nodes: readonly { readonly id: string; readonly birthDate: string | null }[]
  }
  async function all(who: Parameters<typeof ask>[0], condition: string): Promise<{ nodes: Page['nodes']; total: number | undefined }> {
    const nodes: Page['nodes'][number][] = []
    for (let after = ''; ; ) {
      const { persons } = await ask<{ persons: Page }>(who, `{ persons(first: 100${condition}${after}) { totalCount ${fields} } }`)
      nodes.push(...persons.nodes)
      if (!persons.pageInfo.hasNextPage) return { nodes, total: persons.totalCount }
      after = `, after: "${persons.pageInfo.endCursor}"`
    }
  }

  it.each([
    ['an investigator', investigator],
    ['a border officer, who sees decades', border],
  ])('is searched for certainly and possibly in every kind of system as in the views themselves: %s', async (_who, who) => {
    const everybody = (await all(who, '')).nodes
    let found = 0
    for (const wanted of ['1985-06', '198X', '1979/1990']) {
      const want = interval(wanted) as DayInterval
      const expected = everybody.flatMap(({ id, birthDate }) => {
        const have = birthDate === null ? null : interval(birthDate)
        if (have === null) return []
        return [{ id, every: have.first >= want.first && have.last <= want.last, some: have.first <= want.last && have.last >= want.first }]
      })
      const condition = (match: string) => `, where: { birthDate: { eq: "${wanted}" } }, match: ${match}`
      for (const match of ['CERTAIN', 'POSSIBLE'] as const) {
        const { nodes, total } = await all(who, condition(match))
        const ids = expected.filter(({ every, some }) => (match === 'CERTAIN' ? every : some)).map(({ id }) => id)
        expect(nodes.map(({ id }) => id).sort()).toEqual(ids.sort())
        expect(total).toBe(ids.length)
        found += ids.length
      }
    }
    expect(found).toBeGreaterThan(20)
  })
})

describe('protected persons', () => {
  it('are in no answer to another bureau, and in full in those to their own', async () => {
    const { bureaus } = generateWorld(world)
    const hidden = bureaus.XA.persons.filter(
      ({ protectedClasses }) => protectedClasses.includes('WITNESS') || protectedClasses.includes('INFORMANT'),
    )
    const [witness] = hidden
    const query = `{ persons(first: 100, where: { names: { family: { eq: "${witness?.names[0]?.family}" } } }) { nodes { owner { code } protectedClasses } } }`
    const count = async (bureau: string) => {
      const { persons } = await ask<{ persons: { nodes: { owner: { code: string }; protectedClasses: string[] | null }[] } }>(
        { ...investigator, bureau },
        query,
      )
      return persons.nodes.filter(
        ({ owner, protectedClasses }) =>
          owner.code === 'XA' && protectedClasses?.some((name) => name === 'WITNESS' || name === 'INFORMANT'),
      ).length
    }
    expect(await count('XA')).toBeGreaterThan(0)
    expect(await count('XB')).toBe(0)
  })
})

describe('links', () => {
  it('lead from a request of one bureau to persons of another', async () => {
    const query = '{ requests(first: 100) { nodes { owner { code } subjects { owner { code } names { full } } } } }'
    const { requests } = await ask<{ requests: { nodes: { owner: { code: string }; subjects: { owner: { code: string } }[] | null }[] } }>(
      investigator,
      query,
    )
    const abroad = requests.nodes.filter(({ owner, subjects }) => subjects?.some((subject) => subject.owner.code !== owner.code))
    expect(abroad.length).toBeGreaterThan(0)
  })
})
