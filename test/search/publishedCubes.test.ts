import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import { caller } from '../support/caller.ts'
import { catalogue } from '../support/catalogue.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const cubes = `
cubes:
  - { id: C1, title: Persons by sex, on: Person, dimensions: [sex], to: 'caller.country == "XZ"', for: [PREVENTION_THREAT, INVESTIGATION] }`
const asked = `{ cubes { owner { code } id title type dimensions base least table { cells { values count } } } }`
const people = (count: number, more: Record<string, unknown>) =>
  Array.from({ length: count }, (_, i) => ({ key: `${JSON.stringify(more)}${i}`, status: 'SUSPECT', ...more }))

function bureau(rows: readonly Record<string, unknown>[], more = cubes): MemoryBureau {
  const rules = '  - { id: N, title: nobody is listed, on: Person, record: hit, to: any, for: any }'
  const mapped = ['status', 'sex', 'protectedClasses', 'excludedCountries', 'expiresOn', 'handling']
  return memoryBureau('XA', {
    rows: { Person: rows as never },
    policy: compiledPolicy('XA', rules, more),
    mapped,
    limits: { deadlineMs: 30_000 },
  })
}

interface Offered {
  readonly id: string
  readonly table: { readonly cells: readonly { readonly values: readonly string[]; readonly count: number | null }[] } | null
}

async function read(one: MemoryBureau, who = caller(), hub = memoryHub([one])) {
  const { data, errors } = await hub.ask(asked, {}, who)
  if (errors !== undefined) throw new Error(errors[0]?.message)
  const offered = (data as { cubes: readonly Offered[] }).cubes
  return { offered, counts: Object.fromEntries(offered[0]?.table?.cells.map(({ values, count }) => [values.join(), count]) ?? []), hub }
}

describe('published counts', () => {
  it('are rounded, and small ones are left out with as many others as it takes', async () => {
    const { counts, hub } = await read(bureau([...people(43, { sex: 'M' }), ...people(21, { sex: 'F' }), ...people(3, { sex: 'X' })]))
    // X, U and UNKNOWN are small. None of them follows from the rest: there are three of them.
    expect(counts).toEqual({ M: 45, F: 20, X: null, U: null, UNKNOWN: null, ALL: 65 })
    expect(hub.entries[0]?.cubes).toEqual([{ owner: 'XA', cube: 'C1' }])
  })

  it('count no record of which nobody abroad may hear', async () => {
    const hidden = [
      { protectedClasses: ['WITNESS'] },
      { excludedCountries: ['XB'] },
      { expiresOn: '2026-06-14' },
      { handling: { originator: 'XC' } },
    ]
    const some = people(30, { sex: 'M', protectedClasses: [], expiresOn: '2026-06-15', handling: { originator: 'XA' } })
    const { counts } = await read(bureau([...some, ...hidden.flatMap((more) => people(40, { sex: 'M', ...more }))]))
    expect(counts['M']).toBe(30)
  })

  it('are for whom and for what their owner says; its own officers read them too', async () => {
    const one = bureau(people(30, { sex: 'M' }))
    expect((await read(one, caller({ bureau: 'XY' }))).offered).toEqual([])
    expect((await read(one, caller({}, { kind: 'BORDER_CHECK' }))).offered).toEqual([])
    expect((await read(one, caller({ bureau: 'XA' }, { kind: 'BORDER_CHECK' }))).offered).toHaveLength(1)
    expect((await read(bureau([], ''))).offered).toEqual([])
  })

  it('stay the same for a day, whatever changes', async () => {
    const one = bureau(people(30, { sex: 'M' }))
    const { counts, hub } = await read(one)
    one.rows = { Person: people(90, { sex: 'M' }) }
    expect((await read(one, caller(), hub)).counts).toEqual(counts)
    const tomorrow = { ...caller(), date: '2026-06-16', instant: Date.parse('2026-06-16T00:00:00Z') }
    expect((await read(one, tomorrow, hub)).counts['M']).toBe(90)
  })

  it('are null when not all records could be counted, and are counted by the next who asks', async () => {
    const one = bureau(people(30, { sex: 'M' }))
    one.down = true
    const { offered, hub } = await read(one)
    expect(offered[0]?.table).toBeNull()
    expect(hub.entries[0]?.sources).toEqual({ UNAVAILABLE: ['XA'] })
    expect(hub.entries[0]?.cubes).toBeUndefined()
    one.down = false
    expect((await read(one, caller(), hub)).counts['M']).toBe(30)
  })

  it.each([
    ['dimensions: [names]', 'a dimension is one code or yes and no'],
    ['dimensions: [nationalities]', 'a dimension is one code or yes and no'],
    ['dimensions: [sexx]', 'Person has no field "sexx"'],
    ['dimensions: [sex, sex]', 'named twice'],
    ['dimensions: [sex], least: 5, base: 6', '"least" is at least "base"'],
    ['dimensions: [sex], base: 1', 'must be at least 3'],
  ])('are refused in a file with %s', (wrong, message) => {
    const text = `comity: disclosure/v1\nbureau: XA\nversion: t\nrules: []\ncubes:\n  - { id: C, title: t, on: Person, to: any, for: any, ${wrong} }\n`
    const words = { purposes: catalogue.enums.get('Purpose') ?? [], roles: catalogue.enums.get('Role') ?? [] }
    const { problems } = compilePolicy(text, 'disclosure.yaml', catalogue, { bureau: 'XA', agreements: new Map(), ...words })
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map((one) => one.message)
        .join(),
    ).toContain(message)
  })
})
