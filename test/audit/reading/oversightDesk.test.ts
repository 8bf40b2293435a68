import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { subjectPage } from '../../../src/cli/subjectPage.ts'
import { subjectReport } from '../../../src/cli/subjectReport.ts'
import { dueOn } from '../../../src/model/subjectRequest.ts'
import { bureauProfile } from '../../support/bureauProfile.ts'
import { caller } from '../../support/caller.ts'
import { compiledPolicy } from '../../support/compiledPolicy.ts'
import { ledgerHub } from '../../support/ledgerHub.ts'
import { memoryBureau } from '../../support/memoryBureau.ts'
import { memoryServer } from '../../support/memoryServer.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of tests are read as they come
type Answer = any

const people = (code: string) => ({
  Person: [1, 2].map((n) => ({ key: `${code}-p${n}`, names: [{ full: `${code} ${n}` }], birthDate: '1980-01-01', sex: 'MALE' })),
})
const rules = `
  - { id: LISTED, title: Persons are listed, why: Treaty of Nowhere Art. 3, on: Person, record: listed, to: any, for: any }
  - { id: NAMES, title: Names are shown, on: Person, fields: [names], level: full, to: any, for: any }`
const body = { profile: { ...bureauProfile('XE'), kind: 'OVERSIGHT' as const }, source: null }

function world() {
  const bureaus = [
    memoryBureau('XA', { rows: people('XA'), policy: compiledPolicy('XA', rules) }),
    memoryBureau('XB', { rows: people('XB') }),
  ]
  const members = [...bureaus.map(({ source }) => ({ profile: source.profile, source })), body]
  return ledgerHub(bureaus, { members })
}
const watcher = (over: object = {}, kind = 'OVERSIGHT') =>
  caller({ bureau: 'XE', personRef: 'XE-1', roles: ['AUDITOR'], ...over }, { kind, case: null })
const question = '{ persons(first: 10) { nodes { id owner { code } names { full } sex } } }'
const report = `query Q($records: [ID!]!) { subjectReport(records: $records) { madeAt checkpoint { origin size root note } records { id owner { code name } recordType disclosures { entry at kind emergency readerBureau { code name } readerRoles purpose fields { field level } rules policyVersion basis { id title why } } } } }`

describe('a report on a person', () => {
  it('tells of every disclosure of their records across bureaus: to whom, why, what and on what basis', async () => {
    using hub = world()
    const { persons } = (await hub.ask(question)).data as Answer
    await hub.ask(question, {}, caller({ bureau: 'XB', roles: ['ANALYST'] }, { kind: 'PREVENTION_THREAT' }))
    const ids = ['XA', 'XB'].map((code) => persons.nodes.find((one: Answer) => one.owner.code === code).id)
    const { subjectReport: made } = (await hub.ask(report, { records: ids }, watcher())).data as Answer
    expect(made.records.map((one: Answer) => [one.id, one.owner.code, one.recordType])).toEqual([
      [ids[0], 'XA', 'Person'],
      [ids[1], 'XB', 'Person'],
    ])
    expect(made.records[0].disclosures).toMatchObject([
      {
        kind: 'READ',
        readerBureau: { code: 'XZ' },
        readerRoles: ['INVESTIGATOR'],
        purpose: 'INVESTIGATION',
        fields: [
          { field: 'names', level: 'FULL' },
          { field: 'sex', level: 'NONE' },
        ],
        // A bureau that may hold records for others: of each the originator's rules can have decided too.
        rules: ['COMITY-ORIGINATOR', 'LISTED', 'NAMES'],
        policyVersion: 'test',
        basis: [
          { id: 'LISTED', title: 'Persons are listed', why: 'Treaty of Nowhere Art. 3' },
          { id: 'NAMES', title: 'Names are shown', why: null },
        ],
      },
      { readerBureau: { code: 'XB' }, purpose: 'PREVENTION_THREAT' },
    ])
    expect(made.records[1].disclosures.map((one: Answer) => one.readerBureau.code)).toEqual(['XZ', 'XB'])
    const page = subjectPage(made)
    expect(page).toContain('Treaty of Nowhere Art. 3')
    expect(page).toContain('@media print')
    expect(hub.stored().at(-1)).toMatchObject({ bureau: 'XE', ledger: [{ read: 'SUBJECT_REPORT', shown: 4 }] })
  })

  it('is for nobody but officers of an oversight body, by the registry and not by the token, for that purpose', async () => {
    using hub = world()
    const { persons } = (await hub.ask(question)).data as Answer
    const records = [persons.nodes[0].id]
    const seen = async (who: ReturnType<typeof watcher>) => ((await hub.ask(report, { records }, who)).data as Answer).subjectReport
    expect(await seen(watcher())).not.toBeNull()
    expect(await seen(watcher({ roles: ['DATA_PROTECTION_OFFICER'] }))).not.toBeNull()
    for (const who of [watcher({ bureau: 'XA' }), watcher({ bureau: 'XQ' }), watcher({ roles: ['OPERATOR'] }), watcher({}, 'AUDIT')])
      expect(await seen(who)).toBeNull()
    for (const bad of [[], ['nonsense']]) expect((await hub.ask(report, { records: bad }, watcher())).errors).toHaveLength(1)
  })

  it('has nothing to tell of a record that was forgotten, and says nothing of whom it was', async () => {
    using hub = world()
    const { persons } = (await hub.ask(question)).data as Answer
    const id = persons.nodes.find((one: Answer) => one.owner.code === 'XA').id
    const ref = hub.hub.begin(watcher(), { signal: new AbortController().signal, traceId: '0'.repeat(32) }).plan.refOf(id)
    hub.record.subjects.forget([ref ?? { bureau: '', type: '', key: '' }])
    const { subjectReport: made } = (await hub.ask(report, { records: [id] }, watcher())).data as Answer
    expect(made.records[0].disclosures).toEqual([])
    const owner = caller({ bureau: 'XA', roles: ['AUDITOR'] }, { kind: 'AUDIT', case: null })
    const { disclosures } = (await hub.ask('{ disclosures { nodes { records forgotten } } }', {}, owner)).data as Answer
    expect(disclosures.nodes).toEqual([{ records: [expect.not.stringMatching(id)], forgotten: 1 }])
  })

  it('is printed as JSON or written as a page by the command line, and never over another file', async () => {
    using hub = world()
    await using server = await memoryServer([], { hub: hub.hub })
    const { persons } = (await hub.ask(question)).data as Answer
    const id = persons.nodes[0].id
    const folder = mkdtempSync(join(tmpdir(), 'comity-report-'))
    const html = join(folder, 'report.html')
    const run = async (claims: object, options: object = {}) => {
      const [outs, errs]: [string[], string[]] = [[], []]
      const io = {
        out: { write: (text: string) => void outs.push(text) },
        err: { write: (text: string) => void errs.push(text) },
      } as unknown as Parameters<typeof subjectReport>[2]
      const token = await server.issuer.token({ claims: { ...claims } })
      const code = await subjectReport([id], { url: server.url, token, dataDir: hub.path, ...options }, io)
      return { code, out: outs.join(''), err: errs.join('') }
    }
    const auditor = { bureau: 'XE', roles: ['AUDITOR'], purposes: ['OVERSIGHT'] }
    const { code, out } = await run(auditor)
    expect([code, JSON.parse(out).records[0].id, JSON.parse(out).records[0].disclosures.length]).toEqual([0, id, 1])
    expect((await run(auditor, { html })).code).toBe(0)
    expect(readFileSync(html, 'utf8')).toContain('What was disclosed of these records')
    expect(await run(auditor, { html })).toMatchObject({ code: 1, err: expect.stringContaining('EEXIST') })
    expect(await run({ ...auditor, bureau: 'XB' })).toMatchObject({ code: 1, out: '', err: expect.stringContaining('of kind OVERSIGHT') })
    rmSync(folder, { recursive: true })
  })
})

describe('a request of somebody about themselves', () => {
  const open = `mutation M($input: OpenSubjectRequestInput!) { openSubjectRequest(input: $input) { number kind due overdue reply neutralReply } }`

  it('has a clock of four months for access and of nine for correction and deletion', () => {
    expect(dueOn('ACCESS', '2026-01-15')).toBe('2026-05-15')
    expect(dueOn('ACCESS', '2026-10-31')).toBe('2027-02-28')
    expect(dueOn('CORRECTION', '2026-05-31')).toBe('2027-02-28')
    expect(dueOn('DELETION', '2027-05-31')).toBe('2028-02-29')
    expect(dueOn('DELETION', '2026-01-01')).toBe('2026-10-01')
  })

  it('is taken in, watched and answered by the oversight body, and by nobody else', async () => {
    using hub = world()
    const take = async (input: object, who = watcher()) => (await hub.ask(open, { input }, who)) as Answer
    expect((await take({ kind: 'ACCESS', reference: 'CCF/2026/41', received: '2026-01-15' })).data.openSubjectRequest).toMatchObject({
      number: 1,
      due: '2026-05-15',
      overdue: true,
      reply: null,
    })
    expect((await take({ kind: 'DELETION', reference: 'CCF/2026/42', received: '2026-06-01' })).data.openSubjectRequest).toMatchObject({
      number: 2,
      due: '2027-03-01',
      overdue: false,
    })
    const bad = [
      { kind: 'ACCESS', reference: '<b>', received: '2026-01-15' },
      { kind: 'ACCESS', reference: 'R', received: '2026-06-16' },
    ]
    for (const input of bad) expect((await take(input)).errors).toHaveLength(1)
    expect((await take({ kind: 'ACCESS', reference: 'R', received: '2026-01-15' }, watcher({ bureau: 'XA' }))).errors).toHaveLength(1)
    const listed = async (overdue: boolean, who = watcher()) =>
      (
        (
          await hub.ask(
            `query Q($overdue: Boolean!) { subjectRequests(overdue: $overdue) { nodes { number reference } } }`,
            { overdue },
            who,
          )
        ).data as Answer
      ).subjectRequests?.nodes.map((one: Answer) => one.number) ?? null
    expect([await listed(false), await listed(true), await listed(true, watcher({ bureau: 'XA' }))]).toEqual([[2, 1], [1], null])
    const answer = `mutation { answerSubjectRequest(number: 1, reply: NEITHER_CONFIRMED_NOR_DENIED) { overdue reply answeredOn } }`
    expect((await hub.ask(answer, {}, watcher())).data?.['answerSubjectRequest']).toEqual({
      overdue: false,
      reply: 'NEITHER_CONFIRMED_NOR_DENIED',
      answeredOn: '2026-06-15',
    })
    expect((await hub.ask(answer, {}, watcher())).errors).toHaveLength(1)
    expect(await listed(true)).toEqual([])
  })

  it('may be answered with neither a yes nor a no, in words that are the same whether or not there is anything', async () => {
    const reply = async (asked: boolean) => {
      using hub = world()
      if (asked) await hub.ask(question)
      const input = { kind: 'ACCESS', reference: 'CCF/2026/41', received: '2026-01-15' }
      return ((await hub.ask(open, { input }, watcher())).data as Answer).openSubjectRequest.neutralReply
    }
    const [one, other] = [await reply(true), await reply(false)]
    expect(one).toBe(other)
    expect(one).toContain('neither be confirmed nor denied')
    expect(one).toContain('CCF/2026/41')
  })
})
