import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import pino from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readEnvironment } from '../../src/config/environment.ts'
import { createDemoIssuer } from '../../src/identity/demo/demoIssuer.ts'
import { startHub } from '../../src/main.ts'
import { temporaryFolder } from '../config/folders.ts'
import { eventually } from '../support/connectors/eventually.ts'
import { declaring, signedFiles, type TestKey, testKey } from '../support/signedFiles.ts'

const comity = join(import.meta.dirname, '..', '..', 'bin', 'comity.js')
const bureau = (code: string) => `comity: bureau/v1
code: ${code}
name: Central Bureau of ${code}
timeZone: UTC
languages: [en]
connector:
  kind: file
  folder: .
  sources:
    people: { files: people.ndjson, format: ndjson }
mapping:
  types:
    Person:
      from: people
      key: id
      fields:
        sex: { column: sex, codes: sex }
  codes:
    sex: { M: M, F: F }
`
const people = [1, 2, 3].map((id) => JSON.stringify({ id: `p${id}`, sex: 'F' })).join('\n')
const policy = (code: string, version: string, level: 'open' | 'closed', more = '') => `comity: disclosure/v1
bureau: ${code}
version: ${version}
rules:
  - { id: L, title: t, on: Person, record: listed, to: any, for: any, mayInclude: any }
${level === 'open' ? '  - { id: S, title: t, on: Person, fields: [sex], level: full, to: any, for: any }\n' : ''}${more}`

/** A hub over XA and XB, whose files may be changed while it runs. */
async function running(files: Readonly<Record<string, string>>, place = temporaryFolder({})) {
  const write = (changed: Readonly<Record<string, string | null>>) => {
    for (const [name, content] of Object.entries(changed)) {
      const path = join(place.path, 'bureaus', name)
      if (content === null) rmSync(path)
      else {
        // In one step, as anybody should who changes a file that others read.
        writeFileSync(`${path}.new`, content)
        renameSync(`${path}.new`, path)
      }
    }
  }
  const whole = ['XA', 'XB'].flatMap((code) => [
    [`${code}/bureau.yaml`, bureau(code)],
    [`${code}/people.ndjson`, people],
    [`${code}/disclosure.yaml`, policy(code, '1', 'open')],
  ])
  for (const code of ['XA', 'XB']) mkdirSync(join(place.path, 'bureaus', code), { recursive: true })
  write({ ...Object.fromEntries(whole), ...files })
  const dataDir = join(place.path, 'state')
  const issuer = await createDemoIssuer({ dataDir, host: '127.0.0.1', production: false })
  const lines: Record<string, unknown>[] = []
  const log = pino({ level: 'info' }, new Writable({ write: (chunk, _, done) => done(void lines.push(JSON.parse(String(chunk)))) }))
  const environment = readEnvironment({ PORT: '0', COMITY_DATA_DIR: dataDir })
  const bureaus = join(place.path, 'bureaus')
  const hub = await startHub({ environment, bureaus, variables: {}, skipBroken: false, demo: issuer, log })
  async function ask(query: string, as = 'xb-investigator', purpose = 'INVESTIGATION') {
    const { token = '' } = (await issuer.issue(as)) ?? {}
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'comity-purpose': `${purpose}; case=XB-1` },
      body: JSON.stringify({ query }),
    })
    return (await response.json()) as { data: Record<string, never> | null; errors?: { extensions: { code: string } }[] }
  }
  const page = async (after = '') => {
    const answer = await ask(`{ persons(first: 2, where: { owner: { eq: "XA" } }${after}) { nodes { sex } pageInfo { endCursor } } }`)
    return {
      ...answer,
      persons: answer.data?.['persons'] as { nodes: { sex: string | null }[]; pageInfo: { endCursor: string } } | undefined,
    }
  }
  return {
    hub,
    lines,
    place,
    write,
    ask,
    page,
    /** What XB's investigator learns of XA's first two persons. */
    sexes: async () => (await page()).persons?.nodes.map(({ sex }) => sex),
    standing: async (as = 'xa-ncb-officer') =>
      (await ask('{ bureau(code: "XA") { policy { version pendingProblems { file line message } } } }', as)).data?.[
        'bureau'
      ] as unknown as {
        policy: { version: string; pendingProblems: { file: string; line: number | null; message: string }[] } | null
      },
    async [Symbol.asyncDispose]() {
      await hub.stop()
      place[Symbol.dispose]()
    },
  }
}

describe('a running hub', () => {
  it('answers by the new file as soon as it is there, ends the old cursors, and says which policy is in force', async () => {
    await using hub = await running({})
    expect(await hub.sexes()).toEqual(['F', 'F'])
    const cursor = (await hub.page()).persons?.pageInfo.endCursor ?? ''
    expect((await hub.page(`, after: "${cursor}"`)).persons?.nodes).toHaveLength(1)
    hub.write({ 'XA/disclosure.yaml': policy('XA', '2', 'closed') })
    await eventually(async () => (await hub.sexes())?.every((sex) => sex === null) === true)
    expect((await hub.page(`, after: "${cursor}"`)).errors?.[0]?.extensions.code).toBe('CURSOR_INVALID')
    expect(await hub.standing()).toEqual({ policy: { version: '2', pendingProblems: [] } })
    expect(hub.lines).toContainEqual(
      expect.objectContaining({
        bureau: 'XA',
        version: '2',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        msg: 'a disclosure policy is in force',
      }),
    )
  })

  it('stays with the old file when the new one is broken, and tells its own officers and the log, and nobody else', async () => {
    await using hub = await running({})
    hub.write({ 'XA/disclosure.yaml': policy('XA', '2', 'closed', '  - { id: B, title: t, on: Persn, record: true, cap: none }\n') })
    await eventually(async () => (await hub.standing()).policy?.pendingProblems.length === 1)
    expect(await hub.standing()).toEqual({
      policy: { version: '1', pendingProblems: [expect.objectContaining({ file: 'disclosure.yaml', line: 6 })] },
    })
    expect(await hub.sexes()).toEqual(['F', 'F'])
    expect(await hub.standing('xb-investigator')).toEqual({ policy: null })
    const told = hub.lines.find(({ msg }) => String(msg).startsWith('a disclosure file is not taken'))
    expect(told).toMatchObject({
      level: 50,
      bureau: 'XA',
      version: '1',
      problems: [expect.stringMatching(/disclosure\.yaml:6:\d+ error rules\.B\.on/)],
    })
    hub.write({ 'XA/disclosure.yaml': policy('XA', '2', 'closed') })
    await eventually(async () => (await hub.standing()).policy?.version === '2')
    expect((await hub.standing()).policy?.pendingProblems).toEqual([])
  })

  it('shares nothing of a bureau whose file is gone', async () => {
    await using hub = await running({})
    hub.write({ 'XA/disclosure.yaml': null })
    await eventually(async () => (await hub.sexes())?.length === 0)
    expect((await hub.standing()).policy?.version).toBe('none')
    const own = await hub.ask('{ persons(where: { owner: { eq: "XA" } }) { nodes { sex } } }', 'xa-ncb-officer')
    expect(own.data).toEqual({ persons: { nodes: Array(3).fill({ sex: 'F' }) } })
  })

  it('looks at once when it is asked to', async () => {
    await using hub = await running({})
    hub.write({ 'XA/disclosure.yaml': policy('XA', '2', 'closed') })
    await hub.hub.reload()
    expect(await hub.sexes()).toEqual([null, null])
  })

  it('shows nothing to a bureau whose access is suspended', async () => {
    await using hub = await running({ 'XB/bureau.yaml': `${bureau('XB')}supervision: SUSPENDED\n` })
    expect(await hub.sexes()).toEqual([])
    const all = await hub.ask('{ persons { nodes { sex owner { code } } } }')
    expect(all.data).toEqual({ persons: { nodes: Array(3).fill({ sex: 'F', owner: { code: 'XB' } }) } })
  })
})

describe('comity start', () => {
  it('looks at the files again at SIGHUP, and goes on', async () => {
    using place = temporaryFolder({
      'issuers.yaml': 'comity: issuers/v1\nissuers: [{ issuer: i, bureaus: [XA], audience: a, jwks: http://127.0.0.1:1/keys }]\n',
      'bureaus/XA/bureau.yaml': bureau('XA'),
      'bureaus/XA/disclosure.yaml': policy('XA', '1', 'open'),
    })
    const started = spawn(process.execPath, [comity, 'start'], {
      env: {
        ...process.env,
        PORT: '0',
        COMITY_DATA_DIR: join(place.path, 'state'),
        COMITY_BUREAUS: join(place.path, 'bureaus'),
        COMITY_ISSUERS: join(place.path, 'issuers.yaml'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onTestFinished(() => void started.kill('SIGKILL'))
    let printed = ''
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
      })
    }
    await eventually(() => printed.includes('Comity answers at'), 30_000)
    started.kill('SIGHUP')
    await eventually(() => printed.includes('were looked at again'), 15_000)
    const exit = once(started, 'exit')
    started.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
  }, 60_000)
})

describe('a hub over signed files', () => {
  const key = testKey()
  const signed = (version: string, level: 'open' | 'closed', by: TestKey = key) => signedFiles('XA', policy('XA', version, level), by)
  const declared = { 'XA/bureau.yaml': declaring(bureau('XA'), key) }

  it('takes newer ones of the bureau, and nothing older or of anybody else', async () => {
    await using hub = await running({ ...declared, ...signed('2', 'closed') })
    hub.write(signed('3', 'open', testKey()))
    await eventually(async () => (await hub.standing()).policy?.pendingProblems.length === 1)
    expect(await hub.sexes()).toEqual([null, null])
    hub.write(signed('1', 'open'))
    await eventually(async () => /not newer than 2/.test((await hub.standing()).policy?.pendingProblems[0]?.message ?? ''))
    expect(await hub.sexes()).toEqual([null, null])
    hub.write(signed('3', 'open'))
    await eventually(async () => (await hub.sexes())?.every((sex) => sex === 'F') === true)
    expect(hub.lines.findLast(({ msg }) => msg === 'a disclosure policy is in force')).toMatchObject({ version: '3', signedBy: key.kid })
  })

  it('does not start over a file that was replaced before, and starts over the one that replaced it', async () => {
    const place = temporaryFolder({})
    const first = await running({ ...declared, ...signed('2', 'open') }, place)
    first.write(signed('3', 'closed'))
    await first.hub.reload()
    await first.hub.stop()
    await expect(running({ ...declared, ...signed('2', 'open') }, place)).rejects.toThrow(/version 2 is not newer than 3/)
    await using again = await running({ ...declared, ...signed('3', 'closed') }, place)
    expect(await again.sexes()).toEqual([null, null])
  })
})
