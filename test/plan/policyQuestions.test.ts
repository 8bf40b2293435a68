import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import type { Caller } from '../../src/model/principal.ts'
import { caller } from '../support/caller.ts'
import { catalogue } from '../support/catalogue.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const folder = join(import.meta.dirname, '..', '..', 'examples', 'bureaus')
const { bureaus: loaded } = await loadBureaus(folder, { environment: {}, catalogue, connectorOptionsSchema })

const wanted = { key: 'p1', status: 'WANTED_FOR_PROSECUTION', names: [{ kind: 'PRIMARY', full: 'Canary Name' }], expiresOn: '2030-01-01' }

/** Bureaus in memory under the demo bureaus' own policies. */
function hub() {
  const bureaus = ['XA', 'XB'].map((code) => {
    const bureau = memoryBureau(code, { rows: { Person: [wanted, { ...wanted, key: 'p2', status: 'SUSPECT' }], Notice: [] } })
    const policy = loaded.find(({ file }) => file.code === code)?.policy
    if (policy === undefined || policy === null) throw new Error(`no policy of ${code}`)
    return Object.assign(bureau, { source: { ...bureau.source, policy } })
  })
  return { bureaus, ...memoryHub(bureaus) }
}

const officer = (over: Partial<Caller['principal']> = {}) =>
  caller({ bureau: 'XA', roles: ['POLICY_OFFICER'], purposes: ['COMPLIANCE_REVIEW'], ...over }, { kind: 'COMPLIANCE_REVIEW', case: null })
const border = { country: 'XC', roles: ['BORDER_OFFICER'], clearance: 1, agreements: ['CONV-5'], purpose: 'BORDER_CHECK' }

const explanation = `query ($id: ID!, $caller: ExplainedCaller!) { explainDisclosure(id: $id, caller: $caller) {
  type version record { level deciding because } fields { field level deciding because }
  rules { id title why layer kind fields level counts obstacles because conditions { text truth } } } }`
const preview = `query ($caller: ExplainedCaller!, $type: String) { disclosurePreview(caller: $caller, type: $type) {
  type record { lowest highest text } fields { field lowest highest text } notes } }`

interface Explained {
  explainDisclosure: {
    record: { level: string; deciding: string[] }
    fields: { field: string; level: string; deciding: string[] }[]
    rules: { id: string; layer: string; counts: boolean; obstacles: string[] }[]
  } | null
}

/** Ids as an officer of the bureau sees them. */
async function idsOf(one: ReturnType<typeof hub>, bureau: string): Promise<readonly string[]> {
  const { data } = await one.ask(`{ persons(where: { owner: { eq: "${bureau}" } }) { nodes { id } } }`, {}, officer({ bureau }))
  return (data as unknown as { persons: { nodes: { id: string }[] } }).persons.nodes.map(({ id }) => id)
}

describe('explainDisclosure', () => {
  it('tells a policy officer which of the rules of their bureau decided, and holds no value of the record', async () => {
    const one = hub()
    const ids = await idsOf(one, 'XA')
    expect(ids).toHaveLength(2)
    const answers = await Promise.all(ids.map((id) => one.ask(explanation, { id, caller: border }, officer())))
    for (const { errors } of answers) expect(errors).toBeUndefined()
    const found = answers.map(({ data }) => (data as unknown as Explained).explainDisclosure)
    expect(found.map((answer) => [answer?.record.level, answer?.record.deciding]).sort()).toEqual([
      ['HIT', ['XA-P30']],
      ['LISTED', ['XA-P1']],
    ])
    const listed = found.find((answer) => answer?.record.level === 'LISTED')
    expect(listed?.fields.find(({ field }) => field === 'documents')).toMatchObject({ level: 'MASKED', deciding: ['XA-P6'] })
    expect(listed?.rules.find(({ id }) => id === 'XA-P5')).toMatchObject({
      layer: 'OWNER',
      counts: false,
      obstacles: ['PURPOSE', 'AGREEMENT', 'CALLER'],
    })
    expect(JSON.stringify(answers.map(({ data }) => data))).not.toContain('Canary')
  })

  it('says what the caller in question would be answered', async () => {
    const one = hub()
    const question = '{ persons(where: { owner: { eq: "XA" } }) { nodes { id _disclosure { field level } } } }'
    const who = caller(
      { bureau: 'XC', roles: ['BORDER_OFFICER'], clearance: 1, agreements: ['CONV-5'] },
      { kind: 'BORDER_CHECK', case: null },
    )
    const { data } = await one.ask(question, {}, who)
    const [node] = (data as unknown as { persons: { nodes: { id: string; _disclosure: { field: string; level: string }[] }[] } }).persons
      .nodes
    const answer = await one.ask(explanation, { id: node?.id, caller: border }, officer())
    const { fields } = (answer.data as unknown as Explained).explainDisclosure ?? { fields: [] }
    expect(fields.filter(({ level }) => level !== 'FULL').map(({ field, level }) => ({ field, level }))).toEqual(node?._disclosure)
  })

  it('reads of the record what its rules read, and is recorded with its key', async () => {
    const one = hub()
    const [id] = await idsOf(one, 'XA')
    const before = one.entries.length
    const { operation } = await one.ask(explanation, { id, caller: border }, officer())
    expect(one.entries[before]?.disclosed).toEqual([
      { owner: 'XA', type: 'Person', below: {}, rules: [], keys: [expect.stringMatching(/^p[12]$/)] },
    ])
    expect(one.entries[before]?.fields).toEqual({ Person: [] })
    expect(operation.plan.sources().map(({ bureau, state }) => [bureau, state])).toEqual([['XA', 'OK']])
  })

  it.each([
    ['an officer of the owner without such a role', officer({ roles: ['NCB_OFFICER', 'INVESTIGATOR'] })],
    ['a policy officer of another bureau', officer({ bureau: 'XB' })],
    ['the caller in question', caller({ bureau: 'XC', roles: ['BORDER_OFFICER'] }, { kind: 'BORDER_CHECK', case: null })],
  ])('answers %s exactly as for a record that does not exist', async (_, who) => {
    const one = hub()
    const [id] = await idsOf(one, 'XA')
    const asked = one.bureaus.map(({ calls }) => calls.length)
    const [real, made] = await Promise.all([id, 'AAAA'].map((each) => one.ask(explanation, { id: each, caller: border }, who)))
    expect(real?.data).toEqual({ explainDisclosure: null })
    expect([real?.data, real?.errors, real?.extensions]).toEqual([made?.data, made?.errors, made?.extensions])
    expect(one.bureaus.map(({ calls }) => calls.length)).toEqual(asked)
  })

  it.each(['POLICY_OFFICER', 'DATA_PROTECTION_OFFICER', 'AUDITOR'])('is for the role %s', async (role) => {
    const one = hub()
    const [id] = await idsOf(one, 'XA')
    const { data } = await one.ask(explanation, { id, caller: border }, officer({ roles: [role] }))
    expect((data as unknown as Explained).explainDisclosure).not.toBe(null)
  })

  it('is null when the bureau is silent, and says so in the sources', async () => {
    const one = hub()
    const [id] = await idsOf(one, 'XA')
    for (const bureau of one.bureaus) bureau.down = true
    const { data, errors, operation } = await one.ask(explanation, { id, caller: border }, officer())
    expect([data, errors]).toEqual([{ explainDisclosure: null }, undefined])
    expect(operation.plan.sources().map(({ bureau, state }) => [bureau, state])).toEqual([['XA', 'UNAVAILABLE']])
  })

  it('refuses a clearance that there is not', async () => {
    const { errors } = await hub().ask(explanation, { id: 'AAAA', caller: { ...border, clearance: 4 } }, officer())
    expect(errors?.[0]?.message).toContain('clearance: from 0 to 3')
  })
})

describe('disclosurePreview', () => {
  interface Previewed {
    disclosurePreview: { type: string; record: { text: string }; fields: { field: string; highest: string; text: string }[] }[] | null
  }

  it("shows a policy officer the matrix of their own bureau's policy", async () => {
    const one = hub()
    const { data, errors } = await one.ask(preview, { caller: border, type: 'Person' }, officer())
    expect(errors).toBeUndefined()
    const { disclosurePreview } = data as unknown as Previewed
    expect(disclosurePreview?.map(({ type }) => type)).toEqual(['Person'])
    expect(disclosurePreview?.[0]?.record.text).toContain(
      "listed if the record's status is WANTED_FOR_PROSECUTION, CONVICTED, CHARGED or MISSING",
    )
    expect(disclosurePreview?.[0]?.fields.find(({ field }) => field === 'documents')).toMatchObject({ highest: 'MASKED', text: 'masked' })
    const all = await one.ask(preview, { caller: border }, officer())
    expect((all.data as unknown as Previewed).disclosurePreview?.map(({ type }) => type).sort()).toEqual([...catalogue.types.keys()].sort())
  })

  it("shows each bureau's officers their own policy only", async () => {
    const one = hub()
    const ask = async (bureau: string) => (await one.ask(preview, { caller: border, type: 'Person' }, officer({ bureau }))).data
    expect(await ask('XA')).not.toEqual(await ask('XB'))
    expect(await ask('XD')).toEqual({ disclosurePreview: null })
  })

  it('shows nothing to anybody without such a role, and asks no bureau', async () => {
    const one = hub()
    const { data, operation } = await one.ask(preview, { caller: border }, officer({ roles: ['INVESTIGATOR'] }))
    expect(data).toEqual({ disclosurePreview: null })
    expect(operation.plan.sources()).toEqual([])
    expect(one.bureaus.flatMap(({ calls }) => calls)).toEqual([])
  })

  it('decides on the day that is asked about', async () => {
    const one = hub()
    const on = async (at: string) => JSON.stringify((await one.ask(preview, { caller: { ...border, at }, type: 'Person' }, officer())).data)
    expect(await on('2026-02-03T10:00:00Z')).toContain('2026-02-03')
  })
})
