import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { readCheckpoint } from '../../../src/audit/ledger/checkpoint.ts'
import { verifyLedger } from '../../../src/audit/ledger/verifyLedger.ts'
import { openLedger } from '../../../src/store/openLedger.ts'
import { entriesFrom, guards, LedgerWorld } from './ledgerWorld.ts'

/** Changes the database behind the hub's back. */
function meddle(world: LedgerWorld, ...statements: readonly string[]): void {
  const db = new DatabaseSync(join(world.path, 'hub.sqlite'))
  for (const statement of [...guards, ...statements]) db.exec(statement)
  db.close()
}

function verified(world: LedgerWorld) {
  const { tables, close } = openLedger(world.path)
  const verdict = verifyLedger(tables, { log: world.folder.verifier() })
  close()
  return verdict
}

const latest = (world: LedgerWorld) => readCheckpoint(world.folder.exported() ?? '', world.folder.verifier())

describe('the ledger', () => {
  it('goes on over restarts, and is whole', () => {
    using world = new LedgerWorld()
    world.write(3, 20)
    world.write(300)
    world.write(1)
    expect(world.faults).toEqual([])
    expect(verified(world)).toMatchObject({ entries: 324, problem: null })
    expect(latest(world).size).toBe(324)
  })

  it('makes its key at the first start, for its owner only, and never again', () => {
    using world = new LedgerWorld()
    world.write()
    const file = join(world.path, 'keys', 'ledger.key')
    const key = readFileSync(file, 'utf8')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(latest(world)).toMatchObject({ size: 0, origin: world.folder.verifier().name })
    world.write(1)
    expect(readFileSync(file, 'utf8')).toBe(key)
  })

  it('signs at the start, after so many entries, after so long, and at the end', () => {
    using world = new LedgerWorld()
    let due: (() => void) | null = null
    const timer = (_: number, run: () => void) => {
      due = run
      return () => {
        due = null
      }
    }
    const { ledger, close } = world.open({ after: timer })
    const sizes = [latest(world).size]
    const append = (count: number) => {
      ledger.append(entriesFrom(ledger.size, count))
      sizes.push(latest(world).size)
    }
    expect(due).toBeNull()
    append(3)
    expect(due).not.toBeNull()
    append(13)
    expect(due).toBeNull()
    append(2)
    ;(due as (() => void) | null)?.()
    sizes.push(latest(world).size)
    append(1)
    close()
    expect([...sizes, latest(world).size]).toEqual([0, 0, 16, 16, 18, 18, 19])
  })

  it('gives entries of before their leaves, in order, and holds them against these from then on', () => {
    using world = new LedgerWorld()
    world.open().close()
    const old = '{"roles":["B","A"],"bureau":"XA"}'
    meddle(
      world,
      'DELETE FROM ledger_checkpoint',
      'UPDATE ledger_before SET entries = 300',
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO audit SELECT i, '2025', '${old}' FROM n`,
    )
    rmSync(join(world.path, 'checkpoints'), { recursive: true })
    world.write(5)
    expect(world.faults).toEqual([])
    expect(verified(world)).toMatchObject({ entries: 305, problem: null })
    meddle(world, `UPDATE audit SET entry = replace(entry, 'XA', 'XB') WHERE seq = 8`)
    expect(verified(world).problem?.entry).toBe(8)
  })

  it.each<[string, (world: LedgerWorld) => void, RegExp]>([
    ['its end is gone', (world) => meddle(world, 'DELETE FROM audit WHERE seq > 39'), /last entry is 39, and the tree ends at 40/],
    ['an entry has no leaf', (world) => meddle(world, `INSERT INTO audit VALUES (41, 'x', '{}')`), /last entry is 41/],
    [
      'it was rolled back without its exported checkpoint',
      (world) =>
        meddle(
          world,
          'DELETE FROM audit WHERE seq > 30',
          'DELETE FROM ledger_leaf WHERE number >= 30',
          'DELETE FROM ledger_checkpoint WHERE size > 30',
        ),
      /speaks of 40 entries, and there are 30: entry 31/,
    ],
    ['its database is gone', (world) => rmSync(join(world.path, 'hub.sqlite')), /speaks of 40 entries, and there are 0/],
    ['one of its last entries is another', (world) => meddle(world, `UPDATE audit SET entry = '{}' WHERE seq = 35`), /entry 35 is not/],
    [
      'a leaf is another',
      (world) => meddle(world, 'UPDATE ledger_leaf SET hash = zeroblob(32) WHERE number = 3'),
      /not the one that was signed/,
    ],
    ['its key is gone', (world) => rmSync(join(world.path, 'keys', 'ledger.key')), /key that signed them is gone/],
    ['its key is none', (world) => writeFileSync(join(world.path, 'keys', 'ledger.key'), 'x'), /no key for signing/],
    [
      'its key is another',
      (world) => {
        using other = new LedgerWorld()
        other.write()
        writeFileSync(join(world.path, 'keys', 'ledger.key'), readFileSync(join(other.path, 'keys', 'ledger.key')))
      },
      /it is a checkpoint of/,
    ],
  ])('takes no entry when %s, says why, and begins no new chain', (_, meddled, reason) => {
    using world = new LedgerWorld()
    world.write(20, 20)
    meddled(world)
    const before = world.folder.exported()
    const { store, ledger, close } = world.open()
    expect(world.faults).toEqual([expect.stringMatching(reason)])
    const { lastEntry } = store.ledger.extent()
    expect(() => ledger.append(entriesFrom(40, 1))).toThrow(/not what this hub has written/)
    expect(store.ledger.extent().lastEntry).toBe(lastEntry)
    ledger.checkpoint()
    close()
    expect(world.folder.exported()).toBe(before)
  })

  it('goes on after an append that failed, with what became of it', () => {
    using world = new LedgerWorld()
    const { store, ledger, close } = world.open()
    ledger.append(entriesFrom(0, 3))
    expect(() => ledger.append([...entriesFrom(3, 2), { at: 'x', entry: 'not json' }])).toThrow()
    ledger.append(entriesFrom(3, 1))
    // One that was committed although it seemed to fail.
    const append = store.ledger.append.bind(store.ledger)
    store.ledger.append = (...rows) => {
      append(...rows)
      store.ledger.append = append
      throw new Error('disk I/O error')
    }
    expect(() => ledger.append(entriesFrom(4, 2))).toThrow(/disk/)
    ledger.append(entriesFrom(6, 1))
    expect(ledger.size).toBe(7)
    close()
    expect(verified(world)).toMatchObject({ entries: 7, problem: null })
  })

  it('does not lose an entry over a checkpoint that cannot be exported', () => {
    using world = new LedgerWorld()
    world.write(1)
    rmSync(join(world.path, 'checkpoints'), { recursive: true })
    writeFileSync(join(world.path, 'checkpoints'), 'a file in the way')
    const { ledger, close } = world.open({ folder: Object.assign(world.folder, { exported: () => null }) })
    ledger.append(entriesFrom(1, 40))
    expect(ledger.size).toBe(41)
    expect(world.faults).toHaveLength(1)
    close()
    expect(verified(world)).toMatchObject({ entries: 41, problem: null })
  })

  it('holds every entry that was acknowledged before the process was killed', async () => {
    using world = new LedgerWorld()
    const from = (path: string) => JSON.stringify(join(import.meta.dirname, path))
    const script = `
      const { LedgerWorld, entriesFrom } = await import(${from('ledgerWorld.ts')})
      const { Store } = await import(${from('../../../src/store/store.ts')})
      const { Ledger } = await import(${from('../../../src/audit/ledger/ledger.ts')})
      const { LedgerFolder } = await import(${from('../../../src/audit/ledger/ledgerFolder.ts')})
      const path = process.argv[1]
      const onFault = (error) => { console.log(error.message); process.exit(1) }
      const ledger = new Ledger({ tables: new Store(path).ledger, folder: new LedgerFolder(path), now: () => 0, onFault, checkpointEntries: 40 })
      for (;;) { ledger.append(entriesFrom(ledger.size, 7)); console.log(ledger.size) }`
    let acknowledged = 0
    for (let round = 1; round <= 3; round++) {
      const child = spawn(process.execPath, ['-e', script, world.path], { stdio: ['ignore', 'pipe', 'ignore'] })
      for await (const line of createInterface({ input: child.stdout })) {
        expect(line).toMatch(/^\d+$/)
        acknowledged = Number(line)
        if (acknowledged > round * 300) child.kill('SIGKILL')
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
    expect(acknowledged).toBeGreaterThan(900)
    const { ledger, close } = world.open()
    expect(world.faults).toEqual([])
    expect(ledger.size).toBeGreaterThanOrEqual(acknowledged)
    close()
    expect(verified(world).problem).toBeNull()
  }, 60_000)
})
