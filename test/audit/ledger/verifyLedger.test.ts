import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signCheckpoint } from '../../../src/audit/ledger/checkpoint.ts'
import { leafOf } from '../../../src/audit/ledger/ledgerLeaf.ts'
import { CompactRange } from '../../../src/audit/ledger/merkleTree.ts'
import { readSignerKey, type SignerKey } from '../../../src/audit/ledger/signedNote.ts'
import { type Verdict, verifyLedger } from '../../../src/audit/ledger/verifyLedger.ts'
import { LedgerTables } from '../../../src/store/ledgerTables.ts'
import { runs, seed, within } from '../../properties/soak.ts'
import { guards, LedgerWorld } from './ledgerWorld.ts'

const size = 300
const world = new LedgerWorld()
let db: DatabaseSync
let tables: LedgerTables
let signer: SignerKey
let kept: string

beforeAll(() => {
  world.write(1, 99, 100)
  world.write(50, 50)
  kept = world.folder.exported() ?? ''
  signer = world.folder.signer() ?? readSignerKey('')
  db = new DatabaseSync(join(world.path, 'hub.sqlite'))
  for (const guard of guards) db.exec(guard)
  tables = new LedgerTables(db)
})
afterAll(() => {
  db.close()
  world[Symbol.dispose]()
})

/** What is found after a change that is then undone. */
function changed(change: () => void, checkpoints: readonly string[] = []): Verdict {
  db.exec('BEGIN')
  try {
    change()
    return verifyLedger(tables, { log: signer.verifier, kept: checkpoints })
  } finally {
    db.exec('ROLLBACK')
  }
}

const sql = (text: string, ...values: readonly (string | number | Uint8Array)[]) => db.prepare(text).run(...values)
const column = (n: number, name: 'at' | 'entry') => String(db.prepare(`SELECT ${name} AS it FROM audit WHERE seq = ?`).get(n)?.['it'])
const swap = (a: number, b: number) => {
  const [one, other] = [column(a, 'entry'), column(b, 'entry')]
  sql('UPDATE audit SET entry = ? WHERE seq = ?', other, a)
  sql('UPDATE audit SET entry = ? WHERE seq = ?', one, b)
}
const cut = (n: number) => {
  sql('DELETE FROM audit WHERE seq > ?', n)
  sql('DELETE FROM ledger_leaf WHERE number >= ?', n)
  sql('DELETE FROM ledger_node WHERE (number + 1) * 256 > ?', n)
  sql('DELETE FROM ledger_checkpoint WHERE size > ?', n)
}
/** What an operator can do who has the folder, the key and this program: the whole tree and its checkpoints over other entries. */
const writeAnew = () => {
  const range = CompactRange.over(0, () => new Uint8Array())
  sql('DELETE FROM ledger_leaf')
  sql('DELETE FROM ledger_node')
  sql('DELETE FROM ledger_checkpoint')
  for (const row of [...tables.rows()]) {
    const leaf = leafOf(row, 0)
    sql('INSERT INTO ledger_leaf VALUES (?, ?)', row.seq - 1, leaf)
    for (const { level, number, hash } of range.append(leaf)) sql('INSERT INTO ledger_node VALUES (?, ?, ?)', level, number, hash)
  }
  tables.addCheckpoint('2026-01-01T00:00:00.000Z', {
    size: range.size,
    note: signCheckpoint({ size: range.size, root: range.root() }, signer),
  })
}
const edited = "UPDATE audit SET entry = json_set(entry, '$.purpose', 'BORDER_CHECK') WHERE seq = ?"

describe('verifying', () => {
  it('finds a whole ledger whole, with the checkpoint kept elsewhere and without', () => {
    for (const checkpoints of [[], [kept]]) {
      const { entries, problem, checkpoints: seen } = changed(() => {}, checkpoints)
      expect({ entries, problem }).toEqual({ entries: size, problem: null })
      expect(seen).toBeGreaterThan(4)
    }
  })

  it.each<[string, () => void, number | null, RegExp]>([
    ['an edited entry', () => sql(edited, 77), 77, /entry 77 is not what was recorded/],
    ['a space that was added', () => sql("UPDATE audit SET entry = entry || ' ' WHERE seq = 5", ...[]), 5, /entry 5 is not/],
    ['another time', () => sql("UPDATE audit SET at = '2026-01-02T00:00:00.000Z' WHERE seq = 300"), 300, /entry 300 is not/],
    ['an entry taken out', () => sql('DELETE FROM audit WHERE seq = 9'), 9, /entry 9 is missing/],
    [
      'an entry taken out, and the gap closed',
      () => {
        sql('DELETE FROM audit WHERE seq = 9')
        for (let n = 10; n <= size; n++) sql('UPDATE audit SET seq = ? WHERE seq = ?', n - 1, n)
      },
      9,
      /entry 9 is not/,
    ],
    ['an entry put at the end', () => sql("INSERT INTO audit VALUES (?, 'x', '{}')", size + 1), size + 1, /entry 301 has no leaf/],
    ['an entry put before all', () => sql("INSERT INTO audit VALUES (-4, 'x', '{}')"), null, /number -4/],
    ['two that were swapped', () => swap(20, 21), 20, /entry 20 is not/],
    ['another leaf', () => sql('UPDATE ledger_leaf SET hash = zeroblob(32) WHERE number = 41'), 42, /entry 42 is not/],
    ['a leaf without an entry', () => sql('INSERT INTO ledger_leaf VALUES (?, zeroblob(32))', size), size + 1, /entry 301 is missing/],
    ['another node', () => sql('UPDATE ledger_node SET hash = zeroblob(32)'), 256, /the node over the entries up to 256/],
    ['a node too many', () => sql('INSERT INTO ledger_node VALUES (8, 7, zeroblob(32))'), null, /inner nodes/],
    ['the end taken off', () => sql('DELETE FROM audit WHERE seq > 290'), 291, /entry 291 is missing/],
    ['another note', () => sql("UPDATE ledger_checkpoint SET note = replace(note, '100', '101') WHERE seq = 2"), null, /checkpoint 2 of/],
    ['a note under another size', () => sql('UPDATE ledger_checkpoint SET size = 1 WHERE seq = 2'), null, /another size/],
    [
      'an entry edited with its leaf',
      () => {
        sql(edited, 177)
        const [row] = tables.rows(176)
        if (row !== undefined) sql('UPDATE ledger_leaf SET hash = ? WHERE number = 176', leafOf(row, 0))
      },
      101,
      /from 101 to 200, or some of them, .* written anew/,
    ],
  ])('finds %s', (_, change, entry, text) => {
    const { problem } = changed(change)
    expect(problem).toEqual({ entry, text: expect.stringMatching(text) })
  })

  it.each<[string, () => void, number | null, RegExp]>([
    ['the end cut off with its checkpoints', () => cut(200), 201, /speaks of 300 entries, and there are 200: entry 201/],
    ['a roll back to nothing', () => cut(0), 1, /entry 1 and what came after it are gone/],
    [
      'all written anew with the true key',
      () => {
        sql(edited, 77)
        writeAnew()
      },
      1,
      /from 1 to 300, or some of them, .* the checkpoint kept elsewhere/,
    ],
  ])('finds %s only by a checkpoint kept elsewhere', (_, change, entry, text) => {
    expect(changed(change).problem).toBeNull()
    expect(changed(change, [kept]).problem).toEqual({ entry, text: expect.stringMatching(text) })
  })

  it('takes no checkpoint of another log or with another text', () => {
    expect(changed(() => {}, [kept.replace('\n300\n', '\n299\n')]).problem?.text).toMatch(/not signed with the key/)
    expect(changed(() => {}, ['nothing']).problem?.text).toMatch(/no signed note/)
  })

  it(
    'finds every one of many random changes',
    () => {
      const place = fc.integer({ min: 1, max: size })
      const change = fc.oneof(
        fc.record({
          what: fc.constant('character' as const),
          n: place,
          at: fc.nat(),
          column: fc.constantFrom('at' as const, 'entry' as const),
        }),
        fc.record({ what: fc.constant('delete' as const), n: place, close: fc.boolean(), leaf: fc.boolean() }),
        fc.record({ what: fc.constant('insert' as const), n: place, copy: place }),
        fc.record({ what: fc.constant('swap' as const), n: place, with: place }),
        fc.record({ what: fc.constant('cut' as const), n: fc.integer({ min: 0, max: size - 1 }) }),
        fc.record({ what: fc.constant('leaf' as const), n: place, bit: fc.nat({ max: 255 }) }),
      )
      const shift = (from: number, by: 1 | -1, leaves: boolean) => {
        const numbers = Array.from({ length: size - from + 1 }, (_, i) => from + i)
        for (const n of by === 1 ? numbers.reverse() : numbers) {
          sql('UPDATE audit SET seq = ? WHERE seq = ?', n + by, n)
          if (leaves) sql('UPDATE ledger_leaf SET number = ? WHERE number = ?', n - 1 + by, n - 1)
        }
      }
      const apply = (one: typeof change extends fc.Arbitrary<infer T> ? T : never) => {
        if (one.what === 'character') {
          const text = column(one.n, one.column)
          const i = one.at % text.length
          const other = text[i] === '7' ? '8' : '7'
          // What is no JSON cannot be written even by somebody without triggers: then one more digit in a key.
          const edit = text.slice(0, i) + other + text.slice(i + 1)
          sql(
            `UPDATE audit SET ${one.column} = ? WHERE seq = ?`,
            one.column === 'at' || isJson(edit) ? edit : text.replace('k', 'k9'),
            one.n,
          )
        } else if (one.what === 'delete') {
          sql('DELETE FROM audit WHERE seq = ?', one.n)
          if (one.leaf) sql('DELETE FROM ledger_leaf WHERE number = ?', one.n - 1)
          if (one.close) shift(one.n + 1, -1, one.leaf)
        } else if (one.what === 'insert') {
          const [at, entry] = [column(one.copy, 'at'), column(one.copy, 'entry')]
          shift(one.n, 1, true)
          sql('INSERT INTO audit VALUES (?, ?, ?)', one.n, at, entry)
        } else if (one.what === 'swap') swap(one.n, one.with === one.n ? (one.n % size) + 1 : one.with)
        else if (one.what === 'cut') cut(one.n)
        else {
          const bytes = Buffer.from(tables.hashes(0, one.n - 1, 1)[0] ?? [])
          bytes[one.bit >> 3] = (bytes[one.bit >> 3] ?? 0) ^ (1 << (one.bit & 7))
          sql('UPDATE ledger_leaf SET hash = ? WHERE number = ?', bytes, one.n - 1)
        }
      }
      const missed: unknown[] = []
      fc.assert(
        fc.property(change, (one) => {
          if (changed(() => apply(one), [kept]).problem === null) missed.push(one)
        }),
        { numRuns: runs(10_000), seed },
      )
      expect(missed).toEqual([])
    },
    within(180_000),
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
