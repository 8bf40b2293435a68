import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Store } from '../../src/store/store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-store-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const leaf = new Uint8Array(32)
const entries = (n: number) => Array.from({ length: n }, (_, i) => ({ at: '2026-01-01T00:00:00.000Z', entry: JSON.stringify({ i }), leaf }))

describe('the store', () => {
  it('keeps what was appended over a restart, in order', () => {
    const store = new Store(folder)
    store.ledger.append(0, entries(3), [])
    store.close()
    const again = new Store(folder)
    again.ledger.append(3, entries(1), [])
    expect(again.readAudit(0, 10).map((row) => row.seq)).toEqual([1, 2, 3, 4])
    expect(again.readAudit(2, 1).map((row) => row.entry)).toEqual(['{"i":2}'])
    again.close()
  })

  it('refuses a second hub over the same folder', () => {
    const store = new Store(folder)
    const script = `import('${join(import.meta.dirname, '../../src/store/store.ts')}').then(({ Store }) => new Store(process.argv[1])).catch((error) => { console.error(error.message); process.exit(7) })`
    const second = spawnSync(process.execPath, ['-e', script, folder], { encoding: 'utf8' })
    store.close()
    expect(second.status).toBe(7)
    expect(second.stderr).toContain('another hub is running')
  })

  it('lets no entry be changed or taken away', () => {
    const store = new Store(folder)
    store.ledger.append(0, entries(1), [])
    store.close()
    const db = new DatabaseSync(join(folder, 'hub.sqlite'))
    expect(() => db.exec("UPDATE audit SET entry = '{}'")).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM audit')).toThrow(/append-only/)
    expect(() => db.exec('UPDATE ledger_leaf SET number = 7')).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM ledger_leaf')).toThrow(/append-only/)
    db.close()
  })

  it('writes all of a batch or none of it', () => {
    const store = new Store(folder)
    expect(() => store.ledger.append(0, [...entries(2), { at: '2026-01-01T00:00:00.000Z', entry: 'not json', leaf }], [])).toThrow()
    expect(store.readAudit(0, 10)).toEqual([])
    expect(store.ledger.count()).toEqual({ leaves: 0, nodes: 0 })
    store.close()
  })

  it('refuses a folder that a newer version wrote', () => {
    new Store(folder).close()
    const db = new DatabaseSync(join(folder, 'hub.sqlite'))
    db.exec('PRAGMA user_version = 999')
    db.close()
    expect(() => new Store(folder)).toThrow(/newer version/)
  })
})
