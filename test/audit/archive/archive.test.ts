import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ArchiveFolder } from '../../../src/audit/archive/archiveFolder.ts'
import { LedgerExport } from '../../../src/audit/archive/ledgerExport.ts'
import { verifyArchive } from '../../../src/audit/archive/verifyArchive.ts'
import { verifyLedger } from '../../../src/audit/ledger/verifyLedger.ts'
import { ledgerExport, ledgerForget, ledgerPrune, ledgerReindex } from '../../../src/cli/ledgerUpkeep.ts'
import { ledgerVerify } from '../../../src/cli/ledgerVerify.ts'
import { openRecord } from '../../../src/main/openRecord.ts'
import { openLedger } from '../../../src/store/openLedger.ts'
import { Store } from '../../../src/store/store.ts'

const folders: string[] = []
const temporary = () => {
  const path = mkdtempSync(join(tmpdir(), 'comity-archive-'))
  folders.push(path)
  return path
}
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true })
})

const secret = new Uint8Array(32).fill(3)
const silent = { fatal: () => {}, error: () => {} }

/** A data folder with so many entries, one an hour from 2026 on, each about one of seven records. */
async function written(count: number, dataDir = temporary()): Promise<string> {
  const store = new Store(dataDir)
  let hour = store.ledger.extent().lastEntry
  const now = () => Date.UTC(2026, 0, 1, hour)
  const record = openRecord({ dataDir, store, secret, log: silent, rules: () => new Map(), now })
  for (let i = 0; i < count; i++) {
    const appended = record.audit.append({
      personRef: `XB-${hour % 3}`,
      bureau: 'XB',
      roles: ['INVESTIGATOR'],
      purpose: 'INVESTIGATION',
      case: 'CASE-1',
      trace: '0'.repeat(32),
      emergency: null,
      operation: {
        name: 'Q',
        type: 'query',
        hash: 'h',
        variables: null,
        errors: hour % 5 === 0 ? 1 : 0,
        ...(hour % 5 === 0 ? { codes: ['BAD_USER_INPUT'] } : {}),
      },
      bundle: 'b',
      policies: {},
      sources: { OK: ['XA'] },
      fields: { Person: ['names'] },
      disclosed: [{ owner: 'XA', type: 'Person', below: {}, rules: ['R'], keys: [`RECORD-${hour % 7}`] }],
    })
    if (i % 100 === 99 || i === count - 1) await appended
    hour++
  }
  record.close()
  store.close()
  return dataDir
}

function io() {
  const said = { out: '', err: '' }
  const parts = { out: { write: (text: string) => (said.out += text) }, err: { write: (text: string) => (said.err += text) } }
  return { said, io: parts as unknown as Parameters<typeof ledgerExport>[1] }
}

/** Writes the hub's secret, which a hub makes at its start. */
function withSecret(dataDir: string): string {
  writeFileSync(join(dataDir, 'keys', 'hub.key'), secret, { mode: 0o600 })
  return dataDir
}

describe('an export', () => {
  it('has every entry once, with the names of ECS, in files that are never touched again', async () => {
    const dataDir = await written(250)
    const to = temporary()
    const store = new Store(dataDir)
    const folder = new ArchiveFolder(to)
    const exported = new LedgerExport({ entries: store.ledger, folder, fileEntries: 1000 })
    expect(await exported.run()).toBe(250)
    expect(await exported.run()).toBe(250)
    exported.close()
    const [name = ''] = readdirSync(to)
    const first = readFileSync(join(to, name), 'utf8')
    expect(JSON.parse(first.split('\n')[0] ?? '')).toMatchObject({
      '@timestamp': '2026-01-01T00:00:00.000Z',
      ecs: { version: '8.11.0' },
      event: { kind: 'event', category: ['database'], type: ['access'], action: 'OPERATION', outcome: 'failure', sequence: 1 },
      organization: { id: 'XB' },
      user: { id: expect.stringMatching(/^[\da-z]+\.[\w-]{24}$/), roles: ['INVESTIGATOR'] },
      error: { code: 'BAD_USER_INPUT' },
      comity: { purpose: 'INVESTIGATION', owners: ['XA'], records: 1 },
    })
    expect(first).not.toMatch(/RECORD-|XB-[012]"/)
    store.close()
    await written(30, dataDir)
    const again = new Store(dataDir)
    const more = new LedgerExport({ entries: again.ledger, folder })
    expect(await more.run()).toBe(280)
    more.close()
    expect(readdirSync(to)).toEqual(['ledger-000000000001.ndjson', 'ledger-000000000251.ndjson'])
    expect(readFileSync(join(to, name), 'utf8')).toBe(first)
    expect(await verifyArchive(again.ledger, folder)).toBe(280)
    again.close()
  })

  it('goes on after half a line, and its next file begins with that entry', async () => {
    const dataDir = await written(20)
    const to = temporary()
    const { io: quiet } = io()
    expect(await ledgerExport({ to, dataDir: withSecret(dataDir) }, quiet)).toBe(0)
    const file = join(to, 'ledger-000000000001.ndjson')
    truncateSync(file, readFileSync(file).length - 10)
    expect(await ledgerExport({ to, dataDir }, quiet)).toBe(0)
    expect(readdirSync(to)).toEqual(['ledger-000000000001.ndjson', 'ledger-000000000020.ndjson'])
    const { tables, close } = openLedger(dataDir)
    expect(await verifyArchive(tables, new ArchiveFolder(to))).toBe(20)
    close()
  })

  it('begins a new file when one is full', async () => {
    const dataDir = await written(1200)
    const to = temporary()
    const store = new Store(dataDir)
    const exported = new LedgerExport({ entries: store.ledger, folder: new ArchiveFolder(to), fileEntries: 500 })
    await exported.run()
    exported.close()
    expect(readdirSync(to)).toEqual([1, 501, 1001].map((n) => `ledger-${String(n).padStart(12, '0')}.ndjson`))
    store.close()
  })

  it('says which entry of an archive is not what was recorded, or is missing', async () => {
    const dataDir = await written(20)
    const to = temporary()
    await ledgerExport({ to, dataDir: withSecret(dataDir) }, io().io)
    const file = join(to, 'ledger-000000000001.ndjson')
    const lines = readFileSync(file, 'utf8').split('\n')
    const verdict = async (changed: readonly string[]) => {
      writeFileSync(file, changed.join('\n'))
      const { said, io: quiet } = io()
      return [await ledgerVerify({ dataDir, archive: to }, quiet), said.err.trim()]
    }
    expect(await verdict(lines.with(6, lines[6]?.replace('INVESTIGATION\\"', 'SANCTIONS\\"') ?? ''))).toEqual([
      1,
      'entry 7 in the archive is not what was recorded',
    ])
    expect(await verdict(lines.toSpliced(6, 1))).toEqual([1, 'the archive lacks entry 7'])
    expect(await verdict(lines.with(6, 'nonsense'))).toEqual([1, `${file}: line 7 is no entry`])
    expect(await verdict(lines)).toEqual([0, ''])
  })
})

describe('retention', () => {
  it('prunes what is old and archived, and every proof and checkpoint still holds', async () => {
    const dataDir = withSecret(await written(1300))
    const to = temporary()
    await ledgerExport({ to, dataDir }, io().io)
    const before = '2026-01-10'
    const { said, io: quiet } = io()
    expect([await ledgerPrune({ before, archive: to, dataDir }, quiet), said.err]).toEqual([0, ''])
    expect(said.out).toContain('The entries up to 216 were pruned')
    const { tables, close } = openLedger(dataDir)
    expect(tables.entries(0, 1)[0]?.seq).toBe(217)
    close()
    const verified = io()
    expect(await ledgerVerify({ dataDir, archive: to }, verified.io)).toBe(0)
    expect(verified.said.out).toContain('1301 entries')
    expect(verified.said.out).toContain('The entries up to 216 were pruned')
    // A hub goes on over it.
    await written(5, dataDir)
    expect(await ledgerVerify({ dataDir }, io().io)).toBe(0)
    expect(await ledgerReindex({ dataDir }, io().io)).toBe(0)
    // The last thousand stay, however old.
    const again = io()
    await ledgerExport({ to, dataDir }, io().io)
    expect(await ledgerPrune({ before: '2030-01-01', archive: to, dataDir }, again.io)).toBe(0)
    expect(again.said.out).toContain('The entries up to 306 were pruned')
  })

  it('prunes nothing that the archive lacks or holds otherwise, and nothing young', async () => {
    const dataDir = withSecret(await written(1100))
    const to = temporary()
    const prune = async (before: string) => {
      const { said, io: quiet } = io()
      return [await ledgerPrune({ before, archive: to, dataDir }, quiet), (said.out + said.err).trim()]
    }
    expect(await prune('2026-01-03')).toEqual([1, 'the archive lacks entry 1'])
    await ledgerExport({ to, dataDir }, io().io)
    expect(await prune('2026-01-01')).toEqual([0, 'Nothing is to be pruned.'])
    expect((await prune('soon'))[0]).toBe(1)
    const file = join(to, 'ledger-000000000001.ndjson')
    const text = readFileSync(file, 'utf8')
    const lines = text.split('\n')
    writeFileSync(file, lines.with(4, lines[4]?.replace('INVESTIGATION\\"', 'SANCTIONS\\"') ?? '').join('\n'))
    expect(await prune('2026-01-03')).toEqual([1, 'entry 5 in the archive is not what was recorded'])
    expect(await ledgerVerify({ dataDir }, io().io)).toBe(0)
  })

  it('is told from a ledger whose beginning was cut off', async () => {
    const dataDir = await written(1100)
    const store = new Store(dataDir)
    store.ledger.prune(50)
    const { folder } = { folder: new (await import('../../../src/audit/ledger/ledgerFolder.ts')).LedgerFolder(dataDir) }
    expect(verifyLedger(store.ledger, { log: folder.verifier() }).problem).toEqual({
      entry: 1,
      text: 'the entries up to 50 are gone, and no entry says that they were pruned',
    })
    expect(() => store.ledger.prune(20)).toThrow('append-only')
    store.close()
  })
})

describe('forgetting by the command line', () => {
  it('destroys what leads to a record or an officer, says so in the ledger, and leaves it whole', async () => {
    const dataDir = withSecret(await written(30))
    const run = async (options: object) => {
      const { said, io: quiet } = io()
      return [await ledgerForget({ dataDir, bureau: 'XA', ...options }, quiet), (said.out + said.err).trim()]
    }
    expect((await run({ type: 'Person', key: ['RECORD-1', 'RECORD-2', 'RECORD-99'] }))[1]).toContain('2 subjects were forgotten')
    expect((await run({ bureau: 'XB', officer: 'XB-1' }))[1]).toContain('1 subject was forgotten')
    expect(await run({ type: 'Person', key: ['RECORD-1'] })).toEqual([1, 'the ledger leads to nobody by this name'])
    expect((await run({ key: ['RECORD-3'] }))[0]).toBe(1)
    expect((await run({}))[0]).toBe(1)
    expect(await ledgerVerify({ dataDir }, io().io)).toBe(0)
    const { tables, close } = openLedger(dataDir)
    expect(tables.entries(30, 5).map(({ entry }) => JSON.parse(entry))).toMatchObject([
      { act: 'SUBJECTS_FORGOTTEN', count: 2 },
      { act: 'SUBJECTS_FORGOTTEN', count: 1 },
    ])
    close()
    expect(await ledgerForget({ dataDir: temporary(), bureau: 'XA', officer: 'x' }, io().io)).toBe(1)
  })

  it('does nothing over a ledger that is not what was written', async () => {
    const dataDir = withSecret(await written(5))
    appendFileSync(join(dataDir, 'checkpoints', 'latest'), 'x')
    const { said, io: quiet } = io()
    expect(await ledgerForget({ dataDir, bureau: 'XB', officer: 'XB-1' }, quiet)).toBe(1)
    expect(said.err).toContain('the ledger is not what this hub has written')
  })
})
