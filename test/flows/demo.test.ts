import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../../src/identity/demo/personas.ts'
import { type DemoProcess, runComity, startDemoProcess } from '../support/demoProcess.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'comity-flow-'))
const bureausFolder = join(import.meta.dirname, '..', '..', 'examples', 'bureaus')
let demo: DemoProcess
beforeAll(async () => {
  demo = await startDemoProcess(dataDir, ['--scale', '0.1'])
}, 60_000)
afterAll(async () => {
  await demo.interrupt()
  rmSync(dataDir, { recursive: true, force: true })
})

interface Answer {
  readonly data: Record<string, never> | null
  readonly errors?: { message: string; extensions: { code: string } }[]
  readonly extensions?: Record<string, unknown>
}

async function askAs(persona: string, purpose: string, query: string): Promise<Answer> {
  const { code, out } = await runComity(['token', '--as', persona, '--purpose', purpose, '--case', 'XB-2026-0017'], {
    COMITY_DATA_DIR: dataDir,
  })
  expect(code).toBe(0)
  const response = await fetch(`${demo.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${out.trim()}`,
      'content-type': 'application/json',
      'comity-purpose': `${purpose}; case=XB-2026-0017`,
    },
    body: JSON.stringify({ query }),
  })
  return (await response.json()) as Answer
}

interface Notices {
  notices: {
    nodes: { id: string; owner: { code: string }; summary: string | null; subject: { birthDate: string | null } | null }[]
    sources: { bureau: { code: string }; state: string }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

interface DemoPerson {
  readonly id: string
  readonly protectedClasses: readonly string[] | null
  readonly sex: string | null
  readonly birthDate: string | null
  readonly names: readonly { readonly family: string | null; readonly given: string | null }[] | null
  readonly documents: readonly { readonly number: string | null; readonly issuingCountry: string | null }[] | null
}

function isWhole(document: NonNullable<DemoPerson['documents']>[number] | undefined): boolean {
  return Boolean(document?.number && document.issuingCountry)
}

function documentInput({ documents }: DemoPerson): string {
  return `{ document: { number: ${JSON.stringify(documents?.[0]?.number)}, issuingCountry: ${JSON.stringify(documents?.[0]?.issuingCountry)} } }`
}

function personInput({ sex, birthDate, names }: DemoPerson): string {
  const [family, given] = [names?.[0]?.family, names?.[0]?.given].map((name) => JSON.stringify(name?.toUpperCase()))
  return `{ person: { familyName: ${family}, givenNames: ${given}, birthDate: "${birthDate}", sex: ${sex} } }`
}

const question =
  '{ notices(first: 100) { nodes { id owner { code } summary subject { birthDate } } sources { bureau { code } state } pageInfo { hasNextPage endCursor } } }'

describe('the demo', () => {
  it('prints where it answers, every persona and a query to try', () => {
    for (const persona of personas) expect(demo.output()).toContain(persona.id)
    expect(demo.output()).toMatch(/curl -s http:\/\/127\.0\.0\.1:\d+\/graphql/)
  })

  it('answers one question from five unlike countries in one page', async () => {
    const { data, errors } = await askAs('xb-investigator', 'INVESTIGATION', question)
    expect(errors).toBeUndefined()
    const { nodes, sources } = (data as unknown as Notices).notices
    expect(sources.map((source) => [source.bureau.code, source.state])).toEqual(['XA', 'XB', 'XC', 'XD', 'XE'].map((code) => [code, 'OK']))
    expect(new Set(nodes.map((node) => node.owner.code)).size).toBe(5)
  })

  it('shows different callers different things, and withholds as the owner wrote', async () => {
    const [investigator, border, auditor] = await Promise.all([
      askAs('xb-investigator', 'INVESTIGATION', question),
      askAs('xc-border', 'BORDER_CHECK', question),
      askAs('xe-auditor', 'AUDIT', question),
    ])
    const births = (answer: Answer, owner: string) =>
      (answer.data as unknown as Notices).notices.nodes
        .filter((node) => node.owner.code === owner)
        .flatMap((node) => node.subject?.birthDate ?? [])
    expect(births(investigator, 'XA').some((date) => date.length === 10)).toBe(true)
    expect(births(border, 'XA').length).toBeGreaterThan(0)
    expect(births(border, 'XA').every((date) => /^\d{4}(~|\/\d{4})?$/.test(date))).toBe(true)
    expect(births(auditor, 'XA')).toEqual([])
    expect(
      (border.data as unknown as Notices).notices.nodes.filter((node) => node.owner.code === 'XA').every((node) => node.summary === null),
    ).toBe(true)
  })

  it("explains to the owner's officers what a caller learns of a record, and to nobody else", async () => {
    const ids = async (owner: string) => {
      const { data } = await askAs(
        'xb-investigator',
        'INVESTIGATION',
        `{ persons(first: 1, where: { owner: { eq: "${owner}" } }) { nodes { id } } }`,
      )
      return (data as unknown as { persons: { nodes: { id: string }[] } }).persons.nodes[0]?.id ?? ''
    }
    const [own, others] = await Promise.all([ids('XA'), ids('XB')])
    const ask = (id: string, ...more: string[]) =>
      runComity(['explain', id, '--as', 'xc-border', '--purpose', 'BORDER_CHECK', '--url', demo.url, ...more], { COMITY_DATA_DIR: dataDir })
    const [explained, unowned, refused] = await Promise.all([ask(own), ask(others), ask(own, '--token', 'none')])
    expect([explained.code, explained.err]).toEqual([0, ''])
    expect(explained.out).toContain('xc-border of XC: BORDER_OFFICER, clearance 1; for BORDER_CHECK on ')
    expect(explained.out).toMatch(/^ {2}XA-P6: .*\n {6}permit on documents: it (grants|does not)/m)
    expect([unowned.code, unowned.out]).toEqual([1, ''])
    expect(unowned.err).toContain('There is nothing to explain')
    expect([refused.code, refused.out, refused.err]).toEqual([1, '', 'A valid bearer token is required.\n'])
    const unanswered = await runComity(['explain', own, '--as', 'xc-border', '--purpose', 'BORDER_CHECK', '--url', 'http://127.0.0.1:1'], {
      COMITY_DATA_DIR: dataDir,
    })
    expect([unanswered.code, unanswered.err]).toEqual([1, 'No hub answers at http://127.0.0.1:1: start one, or say where with --url.\n'])
  })

  it('pages through everything without loss or doubling', async () => {
    const { data } = await askAs(
      'xa-ncb-officer',
      'INVESTIGATION',
      '{ persons(first: 100, where: { owner: { eq: "XA" } }) { nodes { id } pageInfo { hasNextPage endCursor } } }',
    )
    const seen: string[] = []
    let page = (data as unknown as { persons: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }).persons
    for (;;) {
      seen.push(...page.nodes.map((node) => node.id))
      if (!page.pageInfo.hasNextPage) break
      const next = await askAs(
        'xa-ncb-officer',
        'INVESTIGATION',
        `{ persons(first: 100, after: "${page.pageInfo.endCursor}", where: { owner: { eq: "XA" } }) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      )
      page = (next.data as unknown as { persons: typeof page }).persons
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(150)
  })

  it("tells a bureau's own officers, and nobody else, of rows that do not map", async () => {
    const query =
      '{ notices(first: 1) { nodes { id } } persons(first: 1) { nodes { id } } bureaus { code status health { state skippedRows skipped { key field reason } } } }'
    await askAs(
      'xe-auditor',
      'AUDIT',
      '{ persons(first: 100, orderBy: [{ field: BIRTH_DATE }]) { nodes { id } } notices(first: 100, orderBy: [{ field: EXPIRES_ON }]) { nodes { id } } }',
    )
    interface Bureaus {
      bureaus: { code: string; status: string; health: { skippedRows: number | null; skipped: { key: string }[] | null } }[]
    }
    const own = (await askAs('xe-auditor', 'AUDIT', query)).data as unknown as Bureaus
    const other = (await askAs('xb-investigator', 'INVESTIGATION', query)).data as unknown as Bureaus
    expect(own.bureaus.find((bureau) => bureau.code === 'XE')?.health.skippedRows).toBeGreaterThan(0)
    expect(other.bureaus.map((bureau) => bureau.health.skippedRows)).toEqual(
      [null, null, 0, null, null].map((_, i) => (i === 1 ? 0 : null)),
    )
    expect(own.bureaus.every((bureau) => bureau.status === 'READY')).toBe(true)
  })

  it('answers hit checks from five unlike systems as far as each owner permits, and tells the owner', async () => {
    const fieldsOfPerson = 'id protectedClasses sex birthDate names { family given } documents { number issuingCountry }'
    const people = (where: string) => `{ persons(first: 100, where: ${where}) { nodes { ${fieldsOfPerson} } } }`
    const officers = { XA: 'xa-ncb-officer', XD: 'xd-ncb-officer', XE: 'xe-auditor' }
    const checks = new Map<string, { owner: string; input: string; expected: string }>()
    for (const [owner, officer] of Object.entries(officers)) {
      const nodes = async (persona: string, purpose: string, where: string) =>
        ((await askAs(persona, purpose, people(where))).data as unknown as { persons: { nodes: DemoPerson[] } }).persons.nodes
      const listed = (await nodes('xb-investigator', 'INVESTIGATION', `{ owner: { eq: "${owner}" } }`)).map(({ id }) => id)
      const purpose = owner === 'XE' ? 'AUDIT' : 'INVESTIGATION'
      const known = await nodes(officer, purpose, `{ id: { in: ${JSON.stringify(listed)} } }`)
      const all = await nodes(officer, purpose, `{ owner: { eq: "${owner}" } }`)
      const holder = known.find(({ documents }) => isWhole(documents?.[0]))
      const named = known.find(
        ({ sex, birthDate, names }) => /^[MF]$/.test(sex ?? '') && birthDate?.length === 10 && names?.[0]?.family && names[0].given,
      )
      const witness = all.find(({ documents, protectedClasses }) => protectedClasses?.includes('WITNESS') && isWhole(documents?.[0]))
      if (holder !== undefined) checks.set(`${owner}document`, { owner, input: documentInput(holder), expected: 'HIT' })
      if (named !== undefined) checks.set(`${owner}person`, { owner, input: personInput(named), expected: 'HIT' })
      if (witness !== undefined) checks.set(`${owner}witness`, { owner, input: documentInput(witness), expected: 'NO_HIT' })
    }
    for (const owner of Object.keys(officers))
      expect([...checks.keys()]).toEqual(expect.arrayContaining([`${owner}document`, `${owner}person`]))
    expect([...checks.keys()].filter((name) => name.endsWith('witness')).length).toBeGreaterThan(0)
    const fields = [...checks].map(
      ([name, { input }]) => `${name}: hitCheck(input: ${input}) { rows { bureau { code } outcome contact { phone } } }`,
    )
    const answers: Record<string, { rows: { bureau: { code: string }; outcome: string; contact: object | null }[] }> = {}
    for (let at = 0; at < fields.length; at += 9) {
      const { data, errors } = await askAs('xb-investigator', 'INVESTIGATION', `mutation { ${fields.slice(at, at + 9).join(' ')} }`)
      expect(errors).toBeUndefined()
      Object.assign(answers, data)
    }
    for (const [name, { owner, expected }] of checks) {
      expect(answers[name]?.rows.map(({ bureau }) => bureau.code)).toEqual(['XA', 'XB', 'XC', 'XD', 'XE'])
      expect([name, answers[name]?.rows.find(({ bureau }) => bureau.code === owner)?.outcome]).toEqual([name, expected])
    }
    // XC lists nobody abroad; to its own officers it answers.
    const own = await askAs('xc-investigator', 'INVESTIGATION', people('{ owner: { eq: "XC" } }'))
    const holder = (own.data as unknown as { persons: { nodes: DemoPerson[] } }).persons.nodes.find(({ documents }) =>
      isWhole(documents?.[0]),
    )
    if (holder === undefined) throw new Error('nobody in XC has a passport')
    const check = `mutation { hitCheck(input: ${documentInput(holder)}) { rows { bureau { code } outcome } } }`
    const { data } = await askAs('xc-investigator', 'INVESTIGATION', check)
    expect(JSON.stringify(data)).toContain('{"bureau":{"code":"XC"},"outcome":"HIT"}')
    const desk = await askAs(
      'xa-ncb-officer',
      'INVESTIGATION',
      '{ deskEntries(first: 100) { nodes { kind readerBureau { code } readerUnit records } } }',
    )
    expect((desk.data as unknown as { deskEntries: { nodes: object[] } }).deskEntries.nodes).toContainEqual(
      expect.objectContaining({ kind: 'HIT', readerBureau: { code: 'XB' }, readerUnit: 'Fugitives' }),
    )
  }, 60_000)

  it('keeps its state, ends with 0 at Ctrl-C, and starts again over it with the same ids', async () => {
    const ids = async () =>
      ((await askAs('xb-investigator', 'INVESTIGATION', question)).data as unknown as Notices).notices.nodes.map((node) => node.id)
    const before = await ids()
    expect(await demo.interrupt()).toBe(0)
    demo = await startDemoProcess(dataDir, ['--scale', '0.1'])
    expect(demo.output()).not.toContain('Making up')
    expect(await ids()).toEqual(before)
    expect(statSync(join(dataDir, 'keys', 'hub.key')).mode & 0o077).toBe(0)
  })

  it('answers with four countries when the fifth is stopped, and says which is silent', async () => {
    const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(demo.pid)], { encoding: 'utf8' })
    const xb = children.split('\n').find((line) => line.includes('xb/server'))
    process.kill(Number(xb?.trim().split(' ')[0]), 'SIGKILL')
    const { data, errors, extensions } = await askAs('xb-investigator', 'INVESTIGATION', question)
    expect(errors).toBeUndefined()
    const { nodes, sources } = (data as unknown as Notices).notices
    expect(sources.map((source) => [source.bureau.code, source.state])).toContainEqual(['XB', 'UNAVAILABLE'])
    expect(new Set(nodes.map((node) => node.owner.code))).toEqual(new Set(['XA', 'XC', 'XD', 'XE']))
    expect(extensions).toMatchObject({ completeness: { asked: 5, answered: 4, complete: false } })
  })

  it('refuses a second hub over the same state, in one sentence', async () => {
    await expect(startDemoProcess(dataDir, ['--scale', '0.1'])).rejects.toThrow(/another hub is running/)
  })

  it('refuses to be reachable from elsewhere, or to be taken for production', async () => {
    await expect(startDemoProcess(dataDir, [], { HOST: '0.0.0.0' })).rejects.toThrow(/loopback only/)
    await expect(startDemoProcess(dataDir, [], { NODE_ENV: 'production' })).rejects.toThrow(/NODE_ENV=production/)
  })
})

describe("a bureau's files with mistakes", () => {
  it('stop the start with all mistakes at once; with --skip-broken the hub starts without that bureau and says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comity-broken-'))
    const state = mkdtempSync(join(tmpdir(), 'comity-broken-state-'))
    cpSync(bureausFolder, folder, { recursive: true })
    const file = join(folder, 'XC', 'bureau.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('  types:', '  typos:').replace('kind: graphql', 'kind: grapql'))
    const environment = { COMITY_BUREAUS: folder }
    await expect(startDemoProcess(state, ['--scale', '0.02'], environment)).rejects.toThrow(
      /bureau\.yaml:\d+:\d+ error[\s\S]*bureau\.yaml:\d+:\d+ error/,
    )
    const running = await startDemoProcess(state, ['--scale', '0.02', '--skip-broken'], environment)
    const { out } = await runComity(['token', '--as', 'xb-investigator'], { COMITY_DATA_DIR: state })
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${out.trim()}`, 'content-type': 'application/json', 'comity-purpose': 'INVESTIGATION; case=XB-1' },
      body: JSON.stringify({ query: '{ bureaus { code status } notices { completeness { asked complete } } }' }),
    })
    expect(await response.json()).toMatchObject({
      data: {
        bureaus: ['XA', 'XB', 'XC', 'XD', 'XE'].map((code) => ({ code, status: code === 'XC' ? 'BROKEN' : 'READY' })),
        notices: { completeness: { asked: 4, complete: true } },
      },
    })
    expect(await running.interrupt()).toBe(0)
    rmSync(folder, { recursive: true })
    rmSync(state, { recursive: true })
  }, 60_000)
})
