import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doctor } from '../../src/cli/doctor.ts'
import { databaseFindings, examineDatabase } from '../../src/main/doctor/database.ts'
import { examineDoor, examineTls } from '../../src/main/doctor/door.ts'
import type { Examination } from '../../src/main/doctor/finding.ts'
import { examineRedis } from '../../src/main/doctor/redis.ts'
import { examineDataFolder } from '../../src/main/doctor/stateFolder.ts'
import { Store } from '../../src/store/store.ts'
import { makeAuthority } from '../support/certificates.ts'
import { query, startPostgres } from '../support/postgres.ts'
import type { PrivateServer } from '../support/privateServer.ts'
import { startRedis } from '../support/redis.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-doctor-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is found, in short: `well`, or the state and what is said. */
async function found(examination: Examination): Promise<readonly string[]> {
  return (await examination.look()).map(({ state, says, cure }) => {
    expect(cure !== undefined).toBe(state !== 'well')
    return `${state}: ${says}`
  })
}

describe('a database', () => {
  let server: PrivateServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  it('that answers is well; one like those of tests, which may lose what they have acknowledged, is not', async () => {
    expect(await found(examineDatabase(server.url))).toEqual([
      expect.stringMatching(/^well: PostgreSQL \d+\.\d+, without TLS$/),
      'ill: fsync is off: what was acknowledged may be lost in a power cut',
    ])
  })

  it('is ill for an account that may make nothing there', async () => {
    await query(server.url, "CREATE ROLE reader LOGIN PASSWORD 'reads'; REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    const url = Object.assign(new URL(server.url), { username: 'reader', password: 'reads' })
    expect(await found(examineDatabase(url.href))).toContain('ill: the account may not make tables')
  })

  it('that does not answer is ill, and neither its address nor its password is told', async () => {
    const lines = await found(examineDatabase('postgres://officer:hunter2@127.0.0.1:1/secretbase'))
    expect(lines).toEqual(['ill: it does not answer: ECONNREFUSED'])
  })

  it('is told of what nobody sees in a connection that works', () => {
    const good = { version: 160_002, mayCreate: true, isStandby: false, fsync: true, encrypted: true, aheadMs: 3, sessionsLeft: 90 }
    const said = (over: Partial<typeof good>) => databaseFindings({ ...good, ...over }).map(({ state, says }) => `${state}: ${says}`)
    expect(said({})).toEqual(['well: PostgreSQL 16.2, over TLS'])
    expect(said({ version: 130_011 })).toEqual(['ill: PostgreSQL 13.11'])
    expect(said({ isStandby: true })).toContain('ill: it is a standby, which takes no writes')
    expect(said({ fsync: false })).toContain('ill: fsync is off: what was acknowledged may be lost in a power cut')
    expect(said({ sessionsLeft: 4 })).toContain('doubtful: 4 more sessions fit')
    expect(said({ aheadMs: -900 })).toContain("doubtful: its clock is 900 ms behind this machine's")
    expect(said({ aheadMs: 60_000 })).toContain("ill: its clock is 60000 ms ahead of this machine's")
  })
})

describe('Redis', () => {
  it('that answers is well; that it is away is doubtful, since no alert is lost by it', async () => {
    const server = await startRedis()
    try {
      expect(await found(examineRedis(server.url))).toEqual([expect.stringMatching(/^well: Redis \d/)])
    } finally {
      await server.stop()
    }
    expect(await found(examineRedis('redis://:hunter2@127.0.0.1:1'))).toEqual([expect.stringMatching(/^doubtful: it does not answer/)])
  })
})

describe('the data folder', () => {
  it('is told to be made, or held by a hub, or open to others', async () => {
    const dataDir = join(folder, 'state')
    expect(await found(examineDataFolder(dataDir))).toEqual([`well: ${dataDir} will be made at the first start`])
    const store = new Store(dataDir)
    try {
      expect(await found(examineDataFolder(dataDir))).toContain(`well: a hub is running over ${dataDir}`)
    } finally {
      store.close()
    }
    expect(await found(examineDataFolder(dataDir))).not.toContain(`well: a hub is running over ${dataDir}`)
    const key = join(dataDir, 'keys', 'hub.key')
    mkdirSync(join(dataDir, 'keys'), { recursive: true })
    writeFileSync(key, '0', { mode: 0o600 })
    expect((await found(examineDataFolder(dataDir))).join()).not.toContain('hub.key')
    chmodSync(key, 0o644)
    expect(await found(examineDataFolder(dataDir))).toContain(`ill: ${key} can be read by others than its owner`)
  })
})

describe('the door', () => {
  it('is free, or taken, or none of this machine', async () => {
    const taken = createTcpServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    expect(await found(examineDoor('127.0.0.1', port))).toEqual([`doubtful: 127.0.0.1:${port} is taken`])
    await new Promise((resolve) => taken.close(resolve))
    expect(await found(examineDoor('127.0.0.1', port))).toEqual([`well: 127.0.0.1:${port} is free`])
    expect(await found(examineDoor('203.0.113.7', port))).toEqual([expect.stringMatching(/^ill: 203.0.113.7 cannot be bound/)])
  })

  it('has a certificate that is good for some time', async () => {
    const authority = makeAuthority()
    try {
      const { certFile: certificate, keyFile: key } = authority.issue('hub', { days: 40 })
      const day = 86_400_000
      expect(await found(examineTls({ certificate, key }))).toEqual([expect.stringMatching(/^well: the certificate is good until/)])
      expect(await found(examineTls({ certificate, key }, () => Date.now() + 30 * day))).toEqual([expect.stringMatching(/^doubtful/)])
      expect(await found(examineTls({ certificate, key }, () => Date.now() + 50 * day))).toEqual([expect.stringMatching(/^ill/)])
      expect(await found(examineTls({ certificate, key: certificate }))).toEqual([`ill: ${certificate} is not the key of ${certificate}`])
    } finally {
      authority.remove()
    }
  })
})

describe('comity doctor', () => {
  /** Runs it by a file; gives what it says by name, and the exit code. */
  async function run(text: string) {
    const config = join(folder, 'comity.yaml')
    writeFileSync(config, `comity: hub/v1\n${text}`)
    const lines: string[] = []
    const out = { write: (line: string) => lines.push(line) > 0 }
    const code = await doctor({ config, json: true }, { out, err: out, environment: {} })
    const says = lines.map((line) => JSON.parse(line) as { name: string; state: string; says: string })
    return { code, stateOf: (name: string) => says.filter((one) => one.name === name).map(({ state }) => state), text: lines.join('') }
  }

  it('looks at everything the settings name, issuers and bureaus among it', async () => {
    const keys = createServer((request, response) => {
      if (request.url !== '/keys') return response.writeHead(404).end()
      return response.end(
        JSON.stringify({
          keys: [
            { kty: 'OKP', crv: 'Ed25519' },
            { kty: 'EC', crv: 'P-521' },
          ],
        }),
      )
    })
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve))
    const { port } = keys.address() as AddressInfo
    const issuer = (name: string, path: string) =>
      `  - { issuer: ${name}, bureaus: [XA], audience: comity, jwks: "http://127.0.0.1:${port}${path}" }\n`
    writeFileSync(join(folder, 'issuers.yaml'), `comity: issuers/v1\nissuers:\n${issuer('good', '/keys')}${issuer('gone', '/none')}`)
    mkdirSync(join(folder, 'bureaus', 'xa'), { recursive: true })
    writeFileSync(join(folder, 'bureaus', 'xa', 'bureau.yaml'), 'comity: bureau/v1\n')
    try {
      const { code, stateOf, text } = await run('listen: { port: 0 }\ndata: data\nissuers: issuers.yaml\nbureaus: bureaus\n')
      expect(code).toBe(1)
      expect([stateOf('settings'), stateOf('door'), stateOf('data folder')]).toEqual([['well'], ['well'], ['well']])
      expect([stateOf('issuer good'), stateOf('issuer gone')]).toEqual([['well'], ['ill']])
      expect(stateOf('bureaus')).toContain('ill')
      expect(text).toContain('1 key')
    } finally {
      keys.close()
    }
  })

  it('tells mistakes of the file, and looks no further', async () => {
    const { code, stateOf } = await run('listen: { port: x }\n')
    expect([code, stateOf('settings'), stateOf('door')]).toEqual([1, ['ill'], []])
  })
})
