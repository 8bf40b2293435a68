/**
 * What the ledger costs: `node bench/ledger.ts [entries]`, 1,000,000 without. Appends entries of pages of ten records, with names for records and officers, in commits of several sizes, then verifies
 * all of them, recovers as a hub does at its start, and proves single ones. The time that an entry adds to one query is that of a commit of one. The same commits without names and tree are measured too. Then the index follows, is read, and all is exported.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ArchiveFolder } from '../src/audit/archive/archiveFolder.ts'
import { LedgerExport } from '../src/audit/archive/ledgerExport.ts'
import type { LedgerEntry } from '../src/audit/entry.ts'
import { canonicalJson } from '../src/audit/ledger/canonicalJson.ts'
import { Ledger } from '../src/audit/ledger/ledger.ts'
import { LedgerFolder } from '../src/audit/ledger/ledgerFolder.ts'
import { consistencyProof, inclusionProof } from '../src/audit/ledger/merkleProof.ts'
import { storedTree } from '../src/audit/ledger/storedTree.ts'
import { verifyLedger } from '../src/audit/ledger/verifyLedger.ts'
import { LedgerIndex } from '../src/audit/reading/ledgerIndex.ts'
import { LedgerReader } from '../src/audit/reading/ledgerReader.ts'
import { withNames } from '../src/audit/subjects/nameSubjects.ts'
import { Subjects } from '../src/audit/subjects/subjects.ts'
import { openLedger } from '../src/store/openLedger.ts'
import { Store } from '../src/store/store.ts'

const total = Number(process.argv[2] ?? 1_000_000)
const dataDir = mkdtempSync(join(tmpdir(), 'comity-ledger-bench-'))
const folder = new LedgerFolder(dataDir)
const onFault = (error: Error) => {
  throw error
}

/** As a page of ten records of two bureaus is recorded; they are 50,000 records in all, and 997 officers. */
const entry = (n: number): LedgerEntry => ({
  personRef: `XB-${n % 997}`,
  bureau: 'XB',
  roles: ['INVESTIGATOR'],
  purpose: 'INVESTIGATION',
  case: `XB-2026-${n % 5000}`,
  trace: n.toString(16).padStart(32, '0'),
  emergency: null,
  operation: { name: 'Notices', type: 'query', hash: 'a'.repeat(64), variables: 'v'.repeat(43), errors: 0 },
  bundle: 'b'.repeat(43),
  policies: { XA: { version: '3', digest: 'd'.repeat(64) } },
  sources: { OK: ['XA', 'XB', 'XC', 'XD', 'XE'] },
  fields: { Notice: ['kind', 'number', 'issuedOn', 'summary'] },
  disclosed: [
    {
      owner: 'XA',
      type: 'Notice',
      below: { summary: 'none' },
      rules: ['NOTICES-LISTED', 'NOTICES-BASIC'],
      keys: Array.from({ length: 10 }, (_, i) => `XA-${(n * 7 + i * 13) % 50_000}`),
    },
  ],
})

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}
const quantile = (times: readonly number[], q: number) =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * q)] ?? Number.NaN).toFixed(2)
const say = (text: string) => process.stdout.write(`${text}\n`)
const perSecond = (count: number, ms: number) => `${Math.round((count / ms) * 1000).toLocaleString('en')} /s`

const store = new Store(dataDir)
const ledger = new Ledger({ tables: store.ledger, folder, now: () => Date.now(), onFault })
const subjects = new Subjects(store.ledger.subjects, new Uint8Array(32).fill(1))
const batchOf = (count: number) => Array.from({ length: count }, (_, i) => entry(ledger.size + i))

/** What the audit log does with the entries of one turn of the event loop: names, canonical JSON, leaves, one durable commit. */
function append(batch: readonly LedgerEntry[]): void {
  const naming = subjects.naming()
  const at = new Date().toISOString()
  const entries = batch.map((one) => ({ at, entry: canonicalJson(withNames(one, naming)) }))
  ledger.append(entries, naming.rows())
  naming.done()
}

/** The same rows in a table of their own, without leaves. */
function plainAppends(size: number, commits: number): readonly number[] {
  const db = new DatabaseSync(join(dataDir, `plain-${size}.sqlite`))
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE audit (seq INTEGER PRIMARY KEY, at TEXT, entry TEXT CHECK (json_valid(entry)))',
  )
  const insert = db.prepare('INSERT INTO audit (at, entry) VALUES (?, ?)')
  const times = Array.from({ length: commits }, () => {
    const batch = batchOf(size)
    return timed(() => {
      db.exec('BEGIN IMMEDIATE')
      for (const one of batch) insert.run(new Date().toISOString(), JSON.stringify(one))
      db.exec('COMMIT')
    })
  })
  db.close()
  return times
}

const sum = (times: readonly number[]) => times.reduce((a, b) => a + b, 0)
// Records that no entry has been about before cost more, once each: they are given their names.
const first = timed(() => {
  for (let i = 0; i < 15; i++) append(batchOf(1000))
})
say(`the first ${ledger.size.toLocaleString('en')} entries, which name most of the records: ${perSecond(ledger.size, first)}`)
for (const size of [1, 10, 100, 1000]) {
  const commits = Math.min(400, 40_000 / size)
  const plain = plainAppends(size, commits)
  let cpu = 0
  const times = Array.from({ length: commits }, () => {
    const batch = batchOf(size)
    const before = process.cpuUsage()
    const ms = timed(() => append(batch))
    const { user, system } = process.cpuUsage(before)
    cpu += (user + system) / 1000
    return ms
  })
  say(
    `commits of ${String(size).padStart(4)}: ${perSecond(size * commits, sum(times))}, ${perSecond(size * commits, cpu)} of processor time, p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms; without names and tree ${perSecond(size * commits, sum(plain))}, p50 ${quantile(plain, 0.5)} ms, p99 ${quantile(plain, 0.99)} ms`,
  )
}

while (ledger.size < total) append(batchOf(Math.min(1000, total - ledger.size)))
ledger.close()
store.close()
say(`${ledger.size.toLocaleString('en')} entries of about ${canonicalJson(entry(1)).length} bytes`)

const { tables, close } = openLedger(dataDir)
let verdict = ''
const cpuBefore = process.cpuUsage()
const ms = timed(() => {
  const { entries, checkpoints, problem } = verifyLedger(tables, { log: folder.verifier() })
  verdict = `${entries} entries and ${checkpoints} checkpoints, ${problem === null ? 'all well' : problem.text}`
})
const cpu = process.cpuUsage(cpuBefore)
say(`verify: ${perSecond(total, ms)}, ${perSecond(total, (cpu.user + cpu.system) / 1000)} of processor time (${verdict})`)
const places = Array.from({ length: 200 }, (_, i) => Math.floor((i / 200) * total))
const inclusion = places.map((place) => timed(() => void inclusionProof(storedTree(tables), place, total)))
say(`inclusion proof: p50 ${quantile(inclusion, 0.5)} ms, p99 ${quantile(inclusion, 0.99)} ms`)
const consistency = places.map((place) => timed(() => void consistencyProof(storedTree(tables), place + 1, total)))
say(`consistency proof: p50 ${quantile(consistency, 0.5)} ms, p99 ${quantile(consistency, 0.99)} ms`)
close()

const again = new Store(dataDir)
const start = timed(() => void new Ledger({ tables: again.ledger, folder, now: () => Date.now(), onFault }))
say(`start: ${start.toFixed(1)} ms`)

const known = new Subjects(again.ledger.subjects, new Uint8Array(32).fill(1))
const index = new LedgerIndex({ entries: again.ledger, index: again.ledgerIndex, subjects: known, onFault })
const cpuOf = async (work: () => Promise<unknown>): Promise<string> => {
  const before = process.cpuUsage()
  const began = performance.now()
  await work()
  const { user, system } = process.cpuUsage(before)
  return `${perSecond(total, performance.now() - began)}, ${perSecond(total, (user + system) / 1000)} of processor time`
}
say(`index: ${await cpuOf(() => index.upToDate())}`)
const reader = new LedgerReader(again.ledger, { tables: again.ledgerIndex, index, subjects: known })
const pages = places.map((place) => timed(() => void reader.accesses('XA', {}, (place + 2) * 2 ** 20, 20)))
say(`a page of 20 accesses: p50 ${quantile(pages, 0.5)} ms, p99 ${quantile(pages, 0.99)} ms`)
const reports = places.map((place) =>
  timed(() => void reader.accessesTo({ bureau: 'XA', type: 'Notice', key: `XA-${(place * 7) % 50_000}` })),
)
say(`every access to one record: p50 ${quantile(reports, 0.5)} ms, p99 ${quantile(reports, 0.99)} ms`)
const exported = new LedgerExport({ entries: again.ledger, folder: new ArchiveFolder(join(dataDir, 'export')) })
say(`export: ${await cpuOf(() => exported.run())}`)
exported.close()
again.close()
rmSync(dataDir, { recursive: true })
