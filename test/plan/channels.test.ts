import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import { formatProblem } from '../../src/model/problem.ts'
import type { RecordRef, ViewRecord } from '../../src/model/record.ts'
import { Ordering } from '../../src/plan/position.ts'
import { RecordIds } from '../../src/records/recordId.ts'
import { catalogue } from '../support/catalogue.ts'
import { type MemoryBureau, memoryBureau, type Rows } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

/** A bureau in memory under rules of the real language. */
function ruled(code: string, rows: Rows, rules: string): MemoryBureau {
  const text = `comity: disclosure/v1\nbureau: ${code}\nversion: 1\nrules:\n${rules}\n`
  const purposes = catalogue.enums.get('Purpose') ?? []
  const roles = catalogue.enums.get('Role') ?? []
  const { policy, problems } = compilePolicy(text, 'd.yaml', catalogue, { bureau: code, purposes, roles })
  if (policy === null) throw new Error(problems.map(formatProblem).join('\n'))
  const made = memoryBureau(code, { rows })
  return { ...made, source: { ...made.source, policy } }
}

const rule = (id: string, rest: string) => `  - { id: ${id}, title: t, to: any, for: any, ${rest} }\n`
const to = (type: string, key: string, bureau = 'XA'): RecordRef => ({ bureau, type, key })

describe('extensions.disclosure', () => {
  const rules =
    rule('L', 'on: [Notice, Person], record: listed, mayInclude: any') +
    rule('N', 'on: Notice, fields: [kind, subject], level: full') +
    rule('B', 'on: Person, fields: [birthDate], level: generalised') +
    rule('F', 'on: Person, fields: [birthDate], level: full, when: record.status == "MISSING", declassifies: [record.status]') +
    rule('J', 'on: Person, fields: [occupation], level: full, for: [AUDIT]').replace('for: any, ', '')
  const rows: Rows = {
    Notice: [1, 2, 3, 4].map((n) => ({
      key: `n${n}`,
      kind: 'RED',
      issuedOn: `2026-01-0${n}`,
      subject: to('Person', `p${Math.min(n, 2)}`),
    })),
    Person: [1, 2, 3].map((n) => ({
      key: `p${n}`,
      status: n === 1 ? 'MISSING' : 'WITNESS',
      birthDate: '1980-06-15',
      occupation: 'canary',
    })),
  }
  const asked = '{ notices(first: 3) { nodes { kind summary subject { birthDate occupation } } } }'

  it('adds up, per owner and type, what the records given out say of their selected fields', async () => {
    const { extensions, errors } = await memoryHub([ruled('XA', rows, rules)]).ask(asked)
    expect(errors).toBeUndefined()
    expect(extensions?.['disclosure']).toEqual([
      {
        owner: 'XA',
        type: 'Notice',
        records: 3,
        below: [{ field: 'summary', level: 'NONE', reason: 'NOT_SHARED', records: 3 }],
      },
      {
        owner: 'XA',
        type: 'Person',
        records: 2,
        below: [
          { field: 'birthDate', level: 'GENERALISED', reason: 'GENERALISED', records: 1 },
          { field: 'occupation', level: 'NONE', reason: 'PURPOSE', records: 2 },
        ],
      },
    ])
  })

  it('is the same whatever hidden records and withheld values there are', async () => {
    const hiding = `${rules}  - { id: C, title: t, on: Person, record: true, cap: none, when: record.status == "VICTIM" }\n`
    const other: Rows = {
      Notice: rows['Notice'] ?? [],
      Person: [...(rows['Person'] ?? []).map((row) => ({ ...row, occupation: null })), { key: 'p9', status: 'VICTIM', birthDate: '1999' }],
    }
    const [a, b] = await Promise.all([rows, other].map((one) => memoryHub([ruled('XA', one, hiding)]).ask(asked)))
    expect(a?.extensions?.['disclosure']).toBeDefined()
    expect(JSON.stringify(b?.extensions?.['disclosure'])).toBe(JSON.stringify(a?.extensions?.['disclosure']))
  })

  it('counts a link back that is withheld, and no field that was only read to follow one', async () => {
    const { extensions } = await memoryHub([ruled('XA', rows, rules)]).ask(
      '{ persons(first: 1) { nodes { notices { kind } operations { id } } } }',
    )
    const withheld = { level: 'NONE', reason: 'NOT_SHARED', records: 1 }
    expect(extensions?.['disclosure']).toEqual([
      {
        owner: 'XA',
        type: 'Person',
        records: 1,
        below: [
          { field: 'notices', ...withheld },
          { field: 'operations', ...withheld },
        ],
      },
    ])
    const open = ruled(
      'XA',
      rows,
      rules.replace('fields: [kind, subject]', 'fields: [subject]') + rule('K', 'on: Person, fields: [notices], level: full'),
    )
    const followed = await memoryHub([open]).ask('{ persons(first: 1) { nodes { notices { number } } } }')
    expect(followed.extensions?.['disclosure']).toEqual([
      { owner: 'XA', type: 'Notice', records: 1, below: [{ field: 'number', ...withheld }] },
      { owner: 'XA', type: 'Person', records: 1, below: [] },
    ])
  })

  it('is absent when no record was given out', async () => {
    const { extensions } = await memoryHub([ruled('XA', rows, rules)]).ask('{ notices(where: { kind: { eq: BLUE } }) { nodes { kind } } }')
    expect(extensions).not.toHaveProperty('disclosure')
  })
})

describe('an order', () => {
  const births = async (days: readonly string[], direction: string) => {
    const rules =
      rule('L', 'on: Person, record: listed, mayInclude: any') + rule('B', 'on: Person, fields: [birthDate], level: generalised')
    const rows: Rows = { Person: days.map((birthDate, i) => ({ key: `p${i}`, status: 'MISSING', birthDate })) }
    const { data } = await memoryHub([ruled('XA', rows, rules)]).ask(
      `{ persons(orderBy: [{ field: BIRTH_DATE, direction: ${direction} }]) { nodes { id birthDate } } }`,
    )
    return (data as unknown as { persons: { nodes: { id: string; birthDate: string }[] } }).persons.nodes
  }

  it.each(['ASC', 'DESC'])('goes by the coarser value, and the day behind it decides nothing: %s', async (direction) => {
    const one = await births(['1980-12-31', '1981-01-01', '1980-01-01', '1979-05-05'], direction)
    const years = ['1979', '1980', '1980', '1981']
    expect(one.map(({ birthDate }) => birthDate)).toEqual(direction === 'ASC' ? years : years.toReversed())
    expect(await births(['1980-01-01', '1981-12-31', '1980-12-31', '1979-01-01'], direction)).toEqual(one)
  })

  it('has withheld and masked values last in both directions', () => {
    const type: RecordType = {
      name: 'Thing',
      defaultOrder: { field: 'name', direction: 'ASC' },
      fields: new Map([['name', { name: 'name', kind: 'string', list: false }]]),
    }
    const view = (key: string, name: string | undefined, level?: 'masked' | 'none'): ViewRecord => ({
      ref: to('Thing', key),
      values: name === undefined ? {} : { name },
      disclosure: level === undefined ? [] : [{ field: 'name', level, reason: 'NOT_SHARED' }],
    })
    const views = [view('1', 'A.', 'masked'), view('2', undefined, 'none'), view('3', 'Zoe'), view('4', 'Bea'), view('5', 'Z.', 'masked')]
    for (const [direction, expected] of [
      ['ASC', '43125'],
      ['DESC', '34125'],
    ] as const) {
      const ordering = new Ordering([{ field: 'name', direction }], type)
      const sorted = views.toSorted((a, b) => ordering.compare(ordering.positionOf(a), ordering.positionOf(b), 'text'))
      expect(sorted.map(({ ref }) => ref.key).join('')).toBe(expected)
    }
  })
})

describe('node(id)', () => {
  const query = 'query ($id: ID!) { node(id: $id) { __typename id ... on Notice { kind owner { code } } } }'
  const ids = new RecordIds(new Uint8Array(32).fill(3))
  /** All that a caller and a bureau see of a reading by id, but for the clock. */
  async function reading(rows: Rows, ref: RecordRef) {
    const bureau = memoryBureau('XA', { rows, hidden: (values) => values['kind'] === 'BLUE' })
    const hub = memoryHub([bureau])
    const { data, errors, extensions } = await hub.ask(query, { id: ids.encode(ref) })
    const still = JSON.stringify(extensions, (name, value) => (name === 'latencyMs' || name === 'asOf' ? null : value))
    const entry = hub.entries.map(({ disclosed, sources }) => ({ disclosed, sources }))
    return { data, errors, extensions: still, calls: bureau.calls, entry }
  }

  it('answers, asks and records alike for a record that is withheld and for one that is gone', async () => {
    const hidden = await reading({ Notice: [{ key: 'n1', kind: 'BLUE' }] }, to('Notice', 'n1'))
    expect(hidden.data).toEqual({ node: null })
    expect(hidden.calls).toEqual(['get Notice'])
    expect(await reading({ Notice: [] }, to('Notice', 'n1'))).toEqual(hidden)
    expect((await reading({ Notice: [{ key: 'n1', kind: 'RED' }] }, to('Notice', 'n1'))).data).toMatchObject({ node: { kind: 'RED' } })
  })
})

describe('a link', () => {
  const rows = (subjects: unknown): Rows => ({
    AssistanceRequest: [{ key: 'r1', sentAt: '2026-01-01T00:00:00Z', subjects }],
    Person: [{ key: 'p1', status: 'VICTIM' }],
  })
  const ask = async (subjects: unknown, where = '', withheld = {}) => {
    const bureau = memoryBureau('XA', {
      rows: rows(subjects),
      hidden: (values) => values['status'] === 'VICTIM',
      inputs: ['status'],
      withheld,
    })
    return (await memoryHub([bureau]).ask(`{ requests${where} { totalCount nodes { subjects { id } } } }`)).data
  }

  it('to nothing but withheld records looks like one that leads nowhere, and can be told from a withheld one only', async () => {
    const hidden = [to('Person', 'p1')]
    for (const where of [
      '',
      '(where: { not: { subjects: { status: { eq: VICTIM } } } })',
      '(where: { subjects: { status: { eq: VICTIM } } })',
    ]) {
      const answer = await ask(hidden, where)
      expect(await ask([], where)).toEqual(answer)
      expect(await ask(null, where)).toEqual(answer)
    }
    expect(await ask(hidden)).toEqual({ requests: { totalCount: 1, nodes: [{ subjects: [] }] } })
    expect(await ask(hidden, '', { AssistanceRequest: ['subjects'] })).toEqual({ requests: { totalCount: 1, nodes: [{ subjects: null }] } })
  })
})

describe('what is read of a record', () => {
  it('is what the caller may see of what was asked, and what the rules look at; never a field that is withheld on every record', async () => {
    const rules =
      rule('L', 'on: Person, record: listed, mayInclude: any, when: has(record.sex)') +
      rule('S', 'on: Person, fields: [status], level: full')
    const bureau = ruled('XA', { Person: [{ key: 'p1', status: 'MISSING', sex: 'F', occupation: 'canary' }] }, rules)
    const mapping = bureau.source.mappings.get('Person')
    if (mapping === undefined) throw new Error('no mapping')
    const read: string[] = []
    const listening: typeof mapping = {
      ...mapping,
      toCanonical(row, fields) {
        read.push(...(fields ?? ['everything']))
        return mapping.toCanonical(row, fields)
      },
    }
    const source = { ...bureau.source, mappings: new Map([['Person', listening]]) }
    const { data, errors } = await memoryHub([{ ...bureau, source }]).ask('{ persons { nodes { status occupation birthDate } } }')
    expect(errors).toBeUndefined()
    expect(JSON.stringify(data)).toContain('MISSING')
    expect(read).toContain('status')
    expect(read).toContain('sex')
    expect(read).not.toContain('occupation')
    expect(read).not.toContain('birthDate')
  })
})
