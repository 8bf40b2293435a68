/**
 * What the ledger costs: `node bench/ledger.ts [entries]`, 1,000,000 without. Appends entries as large as those of a page of a hundred records, in commits of several sizes, then verifies
 * all of them, recovers as a hub does at its start, and proves single ones. The time that an entry adds to one query is that of a commit of one. The same commits without the tree are measured too.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { canonicalJson } from '../src/audit/ledger/canonicalJson.ts'
import { Ledger } from '../src/audit/ledger/ledger.ts'
import { LedgerFolder } from '../src/audit/ledger/ledgerFolder.ts'
import { consistencyProof, inclusionProof } from '../src/audit/ledger/merkleProof.ts'
import { storedTree } from '../src/audit/ledger/storedTree.ts'
import { verifyLedger } from '../src/audit/ledger/verifyLedger.ts'
import { openLedger } from '../src/store/openLedger.ts'
import { Store } from '../src/store/store.ts'

const total = Number(process.argv[2] ?? 1_000_000)
const dataDir = mkdtempSync(join(tmpdir(), 'comity-ledger-bench-'))
const folder = new LedgerFolder(dataDir)
const onFault = (error: Error) => {
  throw error
}

const entry = (n: number) => ({
  personRef: `XB-${n % 997}`,
  bureau: 'XB',
  roles: ['INVESTIGATOR'],
  purpose: 'INVESTIGATION',
  case: `XB-2026-${n % 5000}`,
  trace: n.toString(16).padStart(32, '0'),
  emergency: null,
  operation: { name: 'Notices', type: 'query', hash: 'a'.repeat(64), errors: 0 },
  policies: { XA: { version: '3', digest: 'd'.repeat(43) }, XB: { version: '7', digest: 'e'.repeat(43) } },
  sources: [
    { bureau: 'XA', state: 'OK' },
    { bureau: 'XB', state: 'OK' },
  ],
  disclosed: [{ owner: 'XA', type: 'Notice', below: { summary: 'none' }, keys: Array.from({ length: 10 }, (_, i) => `XA-${n + i}`) }],
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
const batchOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ at: new Date().toISOString(), entry: canonicalJson(entry(ledger.size + i)) }))

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
      for (const { at, entry: text } of batch) insert.run(at, text)
      db.exec('COMMIT')
    })
  })
  db.close()
  return times
}

const sum = (times: readonly number[]) => times.reduce((a, b) => a + b, 0)
for (const size of [1, 10, 100, 1000]) {
  const commits = Math.min(400, 40_000 / size)
  const plain = plainAppends(size, commits)
  const times = Array.from({ length: commits }, () => {
    const batch = batchOf(size)
    return timed(() => ledger.append(batch))
  })
  say(
    `commits of ${String(size).padStart(4)}: ${perSecond(size * commits, sum(times))}, p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms; without the tree ${perSecond(size * commits, sum(plain))}, p50 ${quantile(plain, 0.5)} ms, p99 ${quantile(plain, 0.99)} ms`,
  )
}

while (ledger.size < total) ledger.append(batchOf(Math.min(1000, total - ledger.size)))
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
again.close()
rmSync(dataDir, { recursive: true })
