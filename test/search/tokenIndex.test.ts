import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/links/clock.ts'
import { IndexBuilder } from '../../src/search/indexBuilder.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import type { MemoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { answerOf, openRules, peopleBureau, person, search, searchable, statesOf } from './people.ts'

const input = { names: ['Мухаммед Алиев'], birthDate: '1980-06-15' }
const sought = [person('s1', 'Mohamed Aliyev', { birthDate: '1980-06-15' }), person('s2', 'Aliyev Muhammad', { birthDate: '1980' })]
const others = Array.from({ length: 60 }, (_, i) => person(`o${i}`, `Boris Stein${i}`))

function indexed(
  bureaus: readonly MemoryBureau[],
  store = new Store(null),
  over: Partial<ConstructorParameters<typeof IndexBuilder>[0]> = {},
) {
  const memory = memoryHub(bureaus, { store })
  const failures: (string | null)[] = []
  const builder = new IndexBuilder({
    tokens: store.searchTokens,
    index: memory.hub.searchIndex,
    sources: () => bureaus.map(({ source }) => source),
    clock: systemClock,
    onBuilt: (_bureau, failure) => failures.push(failure),
    ...over,
  })
  return { ...memory, store, builder, failures }
}

const bureauOf = (rules = openRules(), people = [...others, ...sought]) =>
  searchable(peopleBureau('XA', people, rules), { keepsSearchKeys: true })
const namesOf = (result: Parameters<typeof answerOf>[0]) => answerOf(result).edges.map(({ node }) => node.names?.[0]?.full)
const finds = ({ queries }: MemoryBureau) => queries.map(({ where }) => JSON.stringify(where))

describe('keys that the hub keeps for a bureau', () => {
  it('find whom reading everything finds, and nothing is read but them', async () => {
    const bureau = bureauOf()
    const hub = indexed([bureau])
    const scanned = answerOf(await hub.ask(search, { input }))
    await hub.builder.look()
    expect(hub.failures).toEqual([null])
    bureau.queries.length = 0
    bureau.calls.length = 0
    const looked = answerOf(await hub.ask(search, { input }))
    expect(looked.edges.map(({ score, node }) => [score, node])).toEqual(scanned.edges.map(({ score, node }) => [score, node]))
    expect(looked.edges).toHaveLength(2)
    expect(statesOf(looked)).toEqual({ XA: 'OK' })
    expect(bureau.calls.toSorted()).toEqual(['find Person', 'get Person'])
    expect(finds(bureau)).toEqual(['{"kind":"compare","path":"key","op":"in","value":[]}'])
  })

  it('are built anew when their age, their making or what rows mean has changed, and serve until then', async () => {
    const bureau = bureauOf()
    let now = 0
    const hub = indexed([bureau], new Store(null), { clock: { ...systemClock, epoch: () => now }, rebuildMs: 1000 })
    await hub.builder.look()
    await hub.builder.look()
    expect(hub.failures).toEqual([null])
    now = 1000
    bureau.down = true
    await hub.builder.look()
    expect(hub.failures).toEqual([null, 'UNAVAILABLE'])
    bureau.down = false
    expect(namesOf(await hub.ask(search, { input }))).toHaveLength(2)
    await hub.builder.look()
    expect(hub.failures).toEqual([null, 'UNAVAILABLE', null])
    Object.assign(bureau, { source: { ...bureau.source, reads: 'another mapping' } })
    expect(hub.hub.searchIndex.builtAt(bureau.source, 'Person')).toBeNull()
    await hub.builder.look()
    expect(hub.hub.searchIndex.builtAt(bureau.source, 'Person')).toBe(1000)
  })

  it('are kept current record by record, while a new set is built too', async () => {
    const bureau = bureauOf(openRules(), others)
    const hub = indexed([bureau])
    await hub.builder.look()
    const { searchIndex } = hub.hub
    bureau.rows = { Person: [...others, ...sought] }
    expect(namesOf(await hub.ask(search, { input }))).toEqual([])
    searchIndex.learnRow(bureau.source, 'Person', 's1', sought[0] ?? {})
    expect(namesOf(await hub.ask(search, { input }))).toEqual(['Mohamed Aliyev'])
    // Under its old name nobody finds it any more.
    searchIndex.learnRow(bureau.source, 'Person', 's1', person('s1', 'Jane Roe'))
    expect(namesOf(await hub.ask(search, { input }))).toEqual([])
    searchIndex.learnRow(bureau.source, 'Person', 's1', sought[0] ?? {})
    searchIndex.forget({ bureau: 'XA', type: 'Person', key: 's1' })
    expect(namesOf(await hub.ask(search, { input }))).toEqual([])
    // A change that comes while a page is being read is newer than the page.
    bureau.rows = { Person: [person('s1', 'Boris Stein')] }
    bureau.holdBack = () => searchIndex.learnRow(bureau.source, 'Person', 's1', sought[0] ?? {})
    await hub.builder.build(bureau.source)
    bureau.holdBack = null
    bureau.rows = { Person: sought }
    expect(namesOf(await hub.ask(search, { input }))).toEqual(['Mohamed Aliyev'])
  })

  it('follow what is told to have changed, and are built anew where something may have been passed over', async () => {
    const bureau = bureauOf(openRules(), others)
    const hub = indexed([bureau])
    await hub.builder.look()
    bureau.rows = { Person: [...others, ...sought] }
    for (const key of ['s1', 's2', 'nobody']) hub.builder.changed({ bureau: 'XA', type: 'Person', key })
    hub.builder.changed({ bureau: 'XA', type: 'Notice', key: 'n' })
    hub.builder.changed({ bureau: 'XB', type: 'Person', key: 's1' })
    await hub.builder.settled()
    expect(namesOf(await hub.ask(search, { input }))).toHaveLength(2)
    // All three in one call.
    expect(bureau.calls.filter((call) => call === 'get Person')).toHaveLength(2)
    bureau.rows = { Person: others }
    hub.builder.changed({ bureau: 'XA', type: 'Person', key: 's1' })
    await hub.builder.settled()
    bureau.rows = { Person: [...others, ...sought] }
    expect(namesOf(await hub.ask(search, { input }))).toEqual(['Aliyev Muhammad'])
    hub.builder.missed()
    await hub.builder.look()
    expect(namesOf(await hub.ask(search, { input }))).toHaveLength(2)
    bureau.down = true
    hub.builder.changed({ bureau: 'XA', type: 'Person', key: 's1' })
    await hub.builder.settled()
    expect(hub.failures).toEqual([null, null, 'UNAVAILABLE'])
  })

  it('say nothing to whom they are not for: of values, of another bureau, or without the secret', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'search-tokens-'))
    const store = new Store(folder)
    const bureaus = ['XA', 'XB'].map((code) => searchable(peopleBureau(code, sought), { keepsSearchKeys: true }))
    const hub = indexed(bureaus, store)
    await hub.builder.look()
    const made = (code: string) => store.searchTokens.sets({ bureau: code, type: 'Person' })[0]
    expect(made('XA')?.made).not.toBe(made('XB')?.made)
    const elsewhere = memoryHub(bureaus, { store, secret: new Uint8Array(32).fill(9) })
    expect(elsewhere.hub.searchIndex.find(bureaus[0]?.source as never, 'Person', ['1:b:MD'], 10)).toBeNull()
    store.close()
    const bytes = readFileSync(join(folder, 'hub.sqlite')).toString('latin1')
    expect(bytes).toContain('search_token')
    for (const clear of ['Mohamed', 'Aliyev', 'b:MD', 'b:BMD', '1980']) expect(bytes).not.toContain(clear)
    rmSync(folder, { recursive: true })
  })

  it('are gone when the bureau does not let the hub keep them any more, or has left', async () => {
    const bureau = bureauOf()
    const hub = indexed([bureau])
    await hub.builder.look()
    expect(hub.store.searchTokens.bureaus()).toEqual(['XA'])
    Object.assign(bureau, { source: { ...bureau.source, keepsSearchKeys: false } })
    expect(hub.hub.searchIndex.find(bureau.source, 'Person', ['1:b:MD'], 10)).toBeNull()
    await hub.builder.look()
    expect(hub.store.searchTokens.bureaus()).toEqual([])
  })

  it('are never those of a system that does not give all it has', async () => {
    const bureau = bureauOf()
    const hub = indexed([bureau])
    const { link } = bureau.source
    const find = link.find.bind(link)
    link.find = async (...args) => ({ ...(await find(...args)), capped: true })
    await hub.builder.look()
    expect(hub.failures).toEqual(['PARTIAL'])
    expect(hub.hub.searchIndex.builtAt(bureau.source, 'Person')).toBeNull()
  })

  it('find nobody whom the caller may not see, and nobody by what they may not see', async () => {
    const hiding = `
  - { id: L, title: suspects, on: Person, record: listed, to: any, for: any, when: record.status == "SUSPECT" }
  - { id: F, title: names, on: Person, fields: [names], level: full, to: 'caller.country == "XZ"', for: any }`
    const witness = person('w', 'Mohamed Aliyev', { status: 'WITNESS' })
    const bureau = bureauOf(hiding, [...sought, witness])
    const hub = indexed([bureau])
    await hub.builder.look()
    expect(namesOf(await hub.ask(search, { input }))).toHaveLength(2)
    bureau.calls.length = 0
    expect(namesOf(await hub.ask(search, { input }, caller({ bureau: 'XY' })))).toEqual([])
    expect(bureau.calls).toEqual(['find Person'])
  })
})
