import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import type { TypeMapping } from '../../src/mapping/typeMapping.ts'
import { catalogue } from '../support/catalogue.ts'
import { type MemoryBureau, memoryBureau, type Rows } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

/**
 * What two worlds of one view still tell apart (docs/threats.md, "What is left"), each by its smallest example. A test here that turns red is good news: the leak
 * is closed, and its example moves to where the defence is tested.
 */

/** One notice of XA about a person of XB, who is withheld or is not there at all. */
function linked(to: 'withheld' | 'nobody'): readonly [MemoryBureau, MemoryBureau] {
  const subject = to === 'nobody' ? null : { bureau: 'XB', type: 'Person', key: 'p1' }
  const hidden = () => true
  return [
    memoryBureau('XA', { rows: { Notice: [{ key: 'n1', kind: 'RED', subject }] } }),
    memoryBureau('XB', { rows: { Person: [{ key: 'p1', names: [] }] }, hidden }),
  ]
}

/** XA's persons, with a mapping that leaves a row out when a date that it is asked for cannot be read, as mappings do. */
function withBirth(birthDate: string): MemoryBureau {
  const rules = [
    '{ id: L, title: t, on: Person, record: listed, to: any, for: any, mayInclude: any }',
    '{ id: S, title: t, on: Person, fields: [status], level: full, to: any, for: any }',
    '{ id: B, title: t, on: Person, fields: [birthDate], level: full, to: any, for: any, when: record.status == "CHARGED" }',
  ]
  const text = `comity: disclosure/v1\nbureau: XA\nversion: 1\nrules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`
  const words = { purposes: catalogue.enums.get('Purpose') ?? [], roles: catalogue.enums.get('Role') ?? [] }
  const { policy } = compilePolicy(text, 'd.yaml', catalogue, { bureau: 'XA', ...words })
  if (policy === null) throw new Error('the rules are not in order')
  const bureau = memoryBureau('XA', { rows: { Person: [{ key: 'p1', status: 'MISSING', birthDate }] }, policy })
  const strict = (mapping: TypeMapping): TypeMapping => ({
    ...mapping,
    toCanonical: (row, fields) =>
      fields?.has('birthDate') !== false && row['birthDate'] === 'unreadable'
        ? { record: null, problems: [] }
        : mapping.toCanonical(row, fields),
  })
  const mappings = new Map([...bureau.source.mappings].map(([type, mapping]) => [type, strict(mapping)]))
  return { ...bureau, source: { ...bureau.source, mappings } }
}

async function answerOf(bureaus: readonly MemoryBureau[], query: string): Promise<string> {
  const { data, extensions } = await memoryHub(bureaus).ask(query)
  return JSON.stringify({ data, extensions }).replace(/"(asOf|latencyMs)":("[^"]*"|\d+)/g, '"$1":0')
}

describe('a link to a withheld record', () => {
  const query = '{ notices(where: { owner: { eq: "XA" } }) { nodes { subject { id } } } }'

  it('is not told from no link by the answer, but is to the bureau it leads to, which is asked', async () => {
    const [withheld, nobody] = [linked('withheld'), linked('nobody')]
    expect(await answerOf(withheld, query)).toBe(await answerOf(nobody, query))
    expect(withheld[1].calls).toEqual(['get Person'])
    expect(nobody[1].calls).toEqual([])
  })

  it('shows while that bureau is silent: its silence is told', async () => {
    const [withheld, nobody] = [linked('withheld'), linked('nobody')]
    for (const [, other] of [withheld, nobody]) other.down = true
    expect(await answerOf(withheld, query)).toContain('"bureau":"XB","state":"UNAVAILABLE"')
    expect(await answerOf(nobody, query)).not.toContain('XB')
  })
})

describe('a value that is withheld on some records', () => {
  it('and cannot be mapped takes its record out of answers that select the field', async () => {
    const query = (field: string) => `{ persons { nodes { status ${field} } } }`
    expect(await answerOf([withBirth('1980-06-15')], query('birthDate'))).toContain('MISSING')
    expect(await answerOf([withBirth('unreadable')], query(''))).toContain('MISSING')
    expect(await answerOf([withBirth('unreadable')], query('birthDate'))).not.toContain('MISSING')
  })
})

describe('a bound on rows', () => {
  const withRows = (count: number) => {
    const rows: Rows = { Person: Array.from({ length: count }, (_, i) => ({ key: `p${i}`, names: [] })) }
    return [memoryBureau('XA', { rows, orders: false, hidden: () => true, limits: { pageRows: 5, scanRows: 10 } })]
  }

  it('counts withheld rows: a bureau that has too many of them turns partial', async () => {
    const query = '{ persons { nodes { id } sources { state } } }'
    expect(await answerOf(withRows(5), query)).toContain('"state":"OK"')
    expect(await answerOf(withRows(15), query)).toContain('"state":"PARTIAL"')
  })
})
