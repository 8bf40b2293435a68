import { describe, expect, it } from 'vitest'
import type { Caller } from '../../../src/model/principal.ts'
import { caller } from '../../support/caller.ts'
import { ledgerHub } from '../../support/ledgerHub.ts'
import { memoryBureau } from '../../support/memoryBureau.ts'

const rows = (code: string) => ({
  Person: [1, 2, 3].map((n) => ({ key: `${code}-p${n}`, names: [{ full: `${code} ${n}` }], birthDate: '1980-01-01', sex: 'MALE' })),
  Notice: [1, 2, 3].map((n) => ({ key: `${code}-n${n}`, kind: 'RED', issuedOn: `2026-01-0${n}`, number: `${n}` })),
})
const world = () =>
  ledgerHub([memoryBureau('XA', { rows: rows('XA'), withheld: { Person: ['sex'] } }), memoryBureau('XB', { rows: rows('XB') })])

const reader = (personRef: string, kind = 'INVESTIGATION', reference = 'XZ-2026-0001') =>
  caller({ personRef, purposes: [kind] }, { kind, case: reference })
const officerOf = (bureau: string, ...roles: string[]): Caller =>
  caller({ bureau, personRef: `${bureau}-watch`, roles }, { kind: 'AUDIT', case: null })

const people = '{ persons(first: 10) { nodes { id sex names { full } } } }'
const oneNotice = '{ notices(first: 1, where: { owner: { eq: "XA" } }) { nodes { id number } } }'
const disclosures = `query Q($filter: DisclosureFilter, $first: Int, $after: String) {
  disclosures(filter: $filter, first: $first, after: $after) {
    nodes { entry kind readerBureau { code } readerRoles purpose cases recordType records forgotten fields { field level } rules policyVersion }
    pageInfo { hasNextPage endCursor } totalAccesses totalRecords
    days: counts(by: DAY) { value accesses records } readers: counts(by: READER) { value accesses } purposes: counts(by: PURPOSE) { value accesses } types: counts(by: TYPE) { value accesses records }
  }
}`

// biome-ignore lint/suspicious/noExplicitAny: answers of tests are read as they come
type Answer = any

describe('what an owner sees of the ledger', () => {
  it('is every access to its records: by whom, why, at which levels, by which rules; and nothing of others or of who it was', async () => {
    using hub = world()
    const given = (await hub.ask(people, {}, reader('XZ-0001'))).data as Answer
    await hub.ask(oneNotice, {}, reader('XZ-0002', 'PROSECUTION', 'XZ-2026-0002'))
    const ids = given.persons.nodes.map(({ id }: { id: string }) => id)
    const { disclosures: seen } = (await hub.ask(disclosures, {}, officerOf('XA', 'AUDITOR'))).data as Answer
    expect(seen.nodes).toMatchObject([
      { kind: 'READ', recordType: 'Notice', purpose: 'PROSECUTION', cases: ['XZ-2026-0002'] },
      {
        kind: 'READ',
        readerBureau: { code: 'XZ' },
        readerRoles: ['INVESTIGATOR'],
        purpose: 'INVESTIGATION',
        cases: ['XZ-2026-0001'],
        recordType: 'Person',
        forgotten: 0,
        fields: [
          { field: 'names', level: 'FULL' },
          { field: 'sex', level: 'NONE' },
        ],
        rules: ['memory'],
        policyVersion: '1',
      },
    ])
    expect(seen.nodes[1].records).toHaveLength(3)
    expect(ids).toEqual(expect.arrayContaining(seen.nodes[1].records))
    expect(seen).toMatchObject({
      totalAccesses: 2,
      totalRecords: 4,
      days: [{ value: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), accesses: 2, records: 4 }],
      readers: [{ value: 'XZ', accesses: 2 }],
      purposes: [
        { value: 'INVESTIGATION', accesses: 1 },
        { value: 'PROSECUTION', accesses: 1 },
      ],
      types: [
        { value: 'Notice', accesses: 1, records: 1 },
        { value: 'Person', accesses: 1, records: 3 },
      ],
    })
    expect(JSON.stringify(seen)).not.toMatch(/XZ-000[12]"|XB/)
    expect(hub.faults).toEqual([])
  })

  it('can be filtered by reader, purpose, kind, type, field, rule, record and time, and counted so', async () => {
    using hub = world()
    await hub.ask(people, {}, reader('XZ-0001'))
    const notice = ((await hub.ask(oneNotice, {}, reader('XZ-0002', 'PROSECUTION'))).data as Answer).notices.nodes[0].id
    const foreign = ((await hub.ask(people, {}, officerOf('XB', 'INVESTIGATOR'))).data as Answer).persons.nodes
    const found = async (filter: object) => {
      const { disclosures: seen } = (await hub.ask(disclosures, { filter }, officerOf('XA', 'POLICY_OFFICER'))).data as Answer
      expect(seen.totalAccesses).toBe(seen.nodes.length)
      return seen.nodes.map((one: Answer) => `${one.readerBureau.code} ${one.recordType}`)
    }
    expect(await found({})).toEqual(['XB Person', 'XZ Notice', 'XZ Person'])
    expect(await found({ readerBureau: 'XB' })).toEqual(['XB Person'])
    expect(await found({ purpose: 'PROSECUTION' })).toEqual(['XZ Notice'])
    expect(await found({ type: 'Person', readerBureau: 'XZ' })).toEqual(['XZ Person'])
    expect(await found({ kind: 'ALERT' })).toEqual([])
    expect(await found({ field: 'number' })).toEqual(['XZ Notice'])
    // A field that was withheld was not given; a part of a name is no name.
    expect(await found({ field: 'sex' })).toEqual([])
    expect(await found({ field: 'name' })).toEqual([])
    expect(await found({ rule: 'memory', type: 'Notice' })).toEqual(['XZ Notice'])
    expect(await found({ rule: 'memor' })).toEqual([])
    expect(await found({ record: notice })).toEqual(['XZ Notice'])
    expect(await found({ record: foreign.at(-1).id })).toEqual([])
    expect(await found({ record: 'nonsense' })).toEqual([])
    expect(await found({ until: '2020-01-01T00:00:00Z' })).toEqual([])
    expect(await found({ from: '2020-01-01T02:00:00+02:00', type: 'Notice' })).toEqual(['XZ Notice'])
  })

  it('comes in pages, the latest first, that leave nothing out', async () => {
    using hub = world()
    for (let i = 0; i < 7; i++) await hub.ask(oneNotice, {}, reader(`XZ-${i}`, 'INVESTIGATION', `XZ-2026-${i}`))
    const cases: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { disclosures: page } = (await hub.ask(disclosures, { first: 3, after }, officerOf('XA', 'AUDITOR'))).data as Answer
      cases.push(...page.nodes.flatMap((one: Answer) => one.cases))
      ;({ hasNextPage: more, endCursor: after } = page.pageInfo)
    }
    expect(cases).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `XZ-2026-${i}`))
  })

  it('is for those of its officers who watch over it, and its reading is on record too', async () => {
    using hub = world()
    await hub.ask(people, {}, reader('XZ-0001'))
    for (const role of ['INVESTIGATOR', 'NCB_OFFICER', 'OPERATOR', 'DUTY_OFFICER', 'MACHINE'])
      expect((await hub.ask(disclosures, {}, officerOf('XA', role))).data?.['disclosures']).toBeNull()
    for (const role of ['POLICY_OFFICER', 'DATA_PROTECTION_OFFICER', 'AUDITOR'])
      expect((await hub.ask(disclosures, {}, officerOf('XA', role))).data?.['disclosures']).not.toBeNull()
    expect(hub.stored().filter(({ ledger }) => ledger !== undefined)).toMatchObject(
      [1, 1, 1].map((shown) => ({ bureau: 'XA', ledger: [{ read: 'DISCLOSURES', shown }] })),
    )
  })

  it('has what was answered a moment ago, also over a ledger whose index was lost', async () => {
    using hub = world()
    for (let i = 0; i < 450; i++) await hub.ask('{ notices(first: 1) { nodes { number } } }')
    hub.store.ledgerIndex.clear()
    await hub.ask(oneNotice, {}, reader('XZ-0009', 'PROSECUTION'))
    const { disclosures: seen } = (await hub.ask(disclosures, { first: 1 }, officerOf('XA', 'AUDITOR'))).data as Answer
    expect(seen.nodes).toMatchObject([{ purpose: 'PROSECUTION' }])
    const before = [seen.totalAccesses, seen.totalRecords]
    await hub.record.index.rebuild()
    const { disclosures: again } = (await hub.ask(disclosures, { first: 1 }, officerOf('XA', 'AUDITOR'))).data as Answer
    expect([again.totalAccesses, again.totalRecords]).toEqual(before)
    expect(before[0]).toBeGreaterThan(1)
  })
})

const acts = `nodes { kind personRef roles purpose case operationName errors given { owner { code } recordType records forgotten fields { field level } } hitChecks { bureau { code } outcome } }`
const mine = `{ myDisclosures { ${acts} } }`
const ours = `query Q($filter: LedgerActFilter) { bureauDisclosures(filter: $filter) { ${acts} } }`

describe('what a reader sees of the ledger', () => {
  it('is their own acts and what was given to them, without what was withheld', async () => {
    using hub = world()
    const given = (await hub.ask(people, {}, reader('XZ-0001'))).data as Answer
    await hub.ask(oneNotice, {}, reader('XZ-0002'))
    const { myDisclosures } = (await hub.ask(mine, {}, reader('XZ-0001'))).data as Answer
    expect(myDisclosures.nodes).toHaveLength(1)
    expect(myDisclosures.nodes[0]).toMatchObject({
      kind: 'OPERATION',
      personRef: 'XZ-0001',
      purpose: 'INVESTIGATION',
      case: 'XZ-2026-0001',
      errors: [],
      given: [
        { owner: { code: 'XA' }, recordType: 'Person', fields: [{ field: 'names', level: 'FULL' }] },
        { owner: { code: 'XB' }, recordType: 'Person', fields: [{ field: 'names' }, { field: 'sex' }] },
      ],
    })
    const ids = myDisclosures.nodes[0].given.flatMap((one: Answer) => one.records)
    expect(ids.toSorted()).toEqual(given.persons.nodes.map(({ id }: { id: string }) => id).toSorted())
    expect(JSON.stringify(myDisclosures)).not.toMatch(/NONE|rules|memory/)
  })

  it('is for auditors and data protection officers what the officers of their own bureau did, by case and person', async () => {
    using hub = world()
    await hub.ask(people, {}, reader('XZ-0001', 'INVESTIGATION', 'XZ-2026-7'))
    await hub.ask(people, {}, reader('XZ-0002', 'INVESTIGATION', 'XZ-2026-8'))
    await hub.ask(people, {}, officerOf('XB', 'INVESTIGATOR'))
    const found = async (who: Caller, filter: object) => {
      const { bureauDisclosures } = (await hub.ask(ours, { filter }, who)).data as Answer
      return bureauDisclosures?.nodes.map((one: Answer) => `${one.personRef} ${one.case}`) ?? null
    }
    expect(await found(officerOf('XZ', 'AUDITOR'), { case: 'XZ-2026-7' })).toEqual(['XZ-0001 XZ-2026-7'])
    expect(await found(officerOf('XZ', 'DATA_PROTECTION_OFFICER'), { personRef: 'XZ-0002' })).toEqual(['XZ-0002 XZ-2026-8'])
    expect(await found(officerOf('XZ', 'AUDITOR'), { personRef: 'XB-watch' })).toEqual([])
    expect(await found(officerOf('XB', 'AUDITOR'), { case: 'XZ-2026-7' })).toEqual([])
    for (const role of ['INVESTIGATOR', 'POLICY_OFFICER', 'OPERATOR']) expect(await found(officerOf('XZ', role), {})).toBeNull()
  })

  it('tells of a blind hit the owner alone', async () => {
    using hub = world()
    await hub.record.audit.append({
      personRef: 'XZ-0001',
      bureau: 'XZ',
      roles: ['INVESTIGATOR'],
      purpose: 'INVESTIGATION',
      case: 'XZ-1',
      trace: '0'.repeat(32),
      emergency: null,
      operation: { name: null, type: 'mutation', hash: 'h', variables: null, errors: 0 },
      bundle: 'b',
      policies: {},
      sources: {},
      fields: {},
      disclosed: [],
      hitChecks: [{ key: 'PERSON', outcomes: { XA: 'NO_HIT', XB: 'HIT', XC: 'NOT_ANSWERED' }, alarmed: ['XA'] }],
    })
    const seenBy = async (bureau: string) =>
      ((await hub.ask(disclosures, {}, officerOf(bureau, 'AUDITOR'))).data as Answer).disclosures.nodes.map((one: Answer) => one.kind)
    expect([await seenBy('XA'), await seenBy('XB'), await seenBy('XC')]).toEqual([['HIT'], ['HIT'], []])
    const told = (await hub.ask(mine, {}, reader('XZ-0001'))).data as Answer
    expect(told.myDisclosures.nodes[0].hitChecks).toEqual([
      { bureau: { code: 'XA' }, outcome: 'NO_HIT' },
      { bureau: { code: 'XB' }, outcome: 'HIT' },
      { bureau: { code: 'XC' }, outcome: 'NOT_ANSWERED' },
    ])
    expect(told.myDisclosures.nodes[0].given).toEqual([])
  })
})

describe('entries of before', () => {
  it('are read with the others: those in clear, and those of alerts', async () => {
    using hub = world()
    const old = {
      personRef: 'XZ-0001',
      bureau: 'XZ',
      roles: ['ANALYST'],
      purpose: 'INVESTIGATION',
      case: 'XZ-OLD',
      trace: '0'.repeat(32),
      emergency: null,
      operation: { name: 'Old', type: 'query', hash: 'h', errors: 0 },
      policies: { XA: { version: '0', digest: 'd' } },
      sources: [{ bureau: 'XA', state: 'OK' }],
      disclosed: [{ owner: 'XA', type: 'Person', below: { sex: 'none' }, keys: ['XA-p1'] }],
    }
    hub.record.ledger.append([{ at: '2026-01-01T00:00:00.000Z', entry: JSON.stringify(old) }])
    await hub.record.audit.append({
      delivery: { alert: 'a', kind: 'UPDATED', hash: 'h', errors: 0 },
      bureau: 'XZ',
      roles: ['ANALYST'],
      purpose: 'INVESTIGATION',
      recipients: [
        { personRef: 'XZ-0001', case: 'XZ-1', trace: 't' },
        { personRef: 'XZ-0002', case: 'XZ-2', trace: 't' },
      ],
      bundle: 'b',
      policies: {},
      sources: {},
      fields: { Person: ['names'] },
      disclosed: [{ owner: 'XA', type: 'Person', below: {}, rules: ['R1'], keys: ['XA-p1'] }],
    })
    await hub.ask(people, {}, reader('XZ-0001'))
    const record = hub.hub.begin(reader('x'), { signal: new AbortController().signal, traceId: '0'.repeat(32) }).plan
    const id = record.idAt({ bureau: 'XA', type: 'Person', key: 'XA-p1' })
    const { disclosures: seen } = (await hub.ask(disclosures, { filter: { record: id } }, officerOf('XA', 'AUDITOR'))).data as Answer
    expect(seen.nodes).toMatchObject([
      { kind: 'READ', cases: ['XZ-2026-0001'] },
      { kind: 'ALERT', cases: ['XZ-1', 'XZ-2'], records: [id], fields: [{ field: 'names', level: 'FULL' }], rules: ['R1'] },
      { kind: 'READ', cases: ['XZ-OLD'], records: [id], fields: [{ field: 'sex', level: 'NONE' }], rules: [], policyVersion: '0' },
    ])
    const { myDisclosures } = (await hub.ask(mine, {}, reader('XZ-0002'))).data as Answer
    expect(myDisclosures.nodes).toMatchObject([{ kind: 'DELIVERY', case: 'XZ-2' }])
    const first = ((await hub.ask(mine, {}, reader('XZ-0001'))).data as Answer).myDisclosures.nodes
    expect(first.map((one: Answer) => one.case)).toEqual(['XZ-2026-0001', 'XZ-1', 'XZ-OLD'])
  })
})
