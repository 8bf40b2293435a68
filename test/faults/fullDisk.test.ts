import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerHub } from '../support/ledgerHub.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryServer } from '../support/memoryServer.ts'

let path: string
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'comity-full-'))
})
afterEach(() => {
  chmodSync(path, 0o700)
  rmSync(path, { recursive: true, force: true })
})

const question = '{ notices(first: 2) { nodes { number } } }'
const bureau = () => memoryBureau('XA', { rows: { Notice: [{ key: 'n1', kind: 'RED', issuedOn: '2026-01-01', number: 'canary-1' }] } })

describe('a full disk', () => {
  it('ends every answer with AUDIT_UNAVAILABLE, has every answer that was given on record, and is gone on from when there is room', async () => {
    // Writes beyond the limit fail as on a full disk, once the signal that would end the process is not heeded.
    const limited = `trap '' XFSZ; ulimit -f 1200; exec "$0" "$@"`
    const script = join(import.meta.dirname, 'fullDiskHub.ts')
    const { stdout, stderr } = spawnSync('bash', ['-c', limited, process.execPath, script, path], { encoding: 'utf8' })
    const said = JSON.parse(stdout === '' ? `"${stderr.slice(-300)}"` : stdout)
    expect(said).toMatchObject({
      refused: 'AUDIT_UNAVAILABLE',
      again: ['AUDIT_UNAVAILABLE', 'AUDIT_UNAVAILABLE'],
      reason: 'the record of disclosures could not be written when it was last tried',
    })
    expect(said.answered).toBeGreaterThan(20)
    expect(said.recorded).toBe(said.answered)
    using hub = ledgerHub([bureau()], { path })
    await hub.ask(question)
    expect(hub.record.cannotDisclose()).toBeNull()
    expect(hub.stored().filter(({ operation }) => operation !== undefined)).toHaveLength(said.answered + 1)
  })
})

describe('a ledger that lost its end', () => {
  it('is not gone on from: nothing is disclosed, and readiness says why', async () => {
    const first = ledgerHub([bureau()], { path })
    for (let i = 0; i < 40; i++) await first.ask(question)
    first.record.ledger.checkpoint()
    // What a copy of a running hub's folder is that was torn off in its log of writes.
    const log = join(path, 'hub.sqlite-wal')
    const size = statSync(log).size
    expect(size).toBeGreaterThan(40_000)
    const torn = mkdtempSync(join(tmpdir(), 'comity-torn-'))
    spawnSync('cp', ['-r', `${path}/.`, torn])
    first.close()
    truncateSync(join(torn, 'hub.sqlite-wal'), Math.floor(size / 2) + 7)
    using second = ledgerHub([bureau()], { path: torn })
    expect(second.record.cannotDisclose()).toMatch(
      /^the ledger is not what this hub has written: a checkpoint speaks of \d+ entries, and there are \d+: entry \d+ and those after it are gone$/,
    )
    await using server = await memoryServer([], { hub: second.hub, cannotDisclose: second.record.cannotDisclose })
    const ready = await fetch(`${server.url}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ status: 'not ready', reason: second.record.cannotDisclose() })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const { status, body } = await server.ask(question)
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'AUDIT_UNAVAILABLE'])
    expect(JSON.stringify(body)).not.toContain('canary')
    expect(second.faults[0]).toContain('the ledger is not what this hub has written')
    rmSync(torn, { recursive: true, force: true })
  })

  it('is told from one whose last entries were never signed: those that are whole stay', async () => {
    const first = ledgerHub([bureau()], { path })
    for (let i = 0; i < 40; i++) await first.ask(question)
    const torn = mkdtempSync(join(tmpdir(), 'comity-torn-'))
    spawnSync('cp', ['-r', `${path}/.`, torn])
    first.close()
    const log = join(torn, 'hub.sqlite-wal')
    truncateSync(log, statSync(log).size - 100)
    using second = ledgerHub([bureau()], { path: torn })
    expect(second.record.cannotDisclose()).toBeNull()
    await second.ask(question)
    const numbers = second.store.readAudit(0, 100).map(({ seq }) => seq)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect(numbers.length).toBeGreaterThan(38)
    rmSync(torn, { recursive: true, force: true })
  })
})
