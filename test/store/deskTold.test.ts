import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { migrations } from '../../src/store/migrations.ts'
import { Store } from '../../src/store/store.ts'

it('what desks were told before all of it went live stays old, and a hit that was still to be told is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'comity-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  new Store(folder).close()
  const at = migrations.findIndex((sql) => sql.includes('INTO desk_told') && sql.includes('CASE WHEN'))
  const db = new DatabaseSync(join(folder, 'hub.sqlite'))
  const kinds = { XA: ['REQUEST_ARRIVED', 'HIT', 'REQUEST_MOVED'], XB: ['REQUEST_ARRIVED'], XC: ['HIT', 'REQUEST_DUE'] }
  for (const [owner, all] of Object.entries(kinds))
    for (const [i, kind] of all.entries())
      db.prepare('INSERT INTO desk (owner, number, at, entry) VALUES (?, ?, ?, ?)').run(owner, i + 1, 'then', JSON.stringify({ kind }))
  // XC's hit had been told.
  db.exec(`INSERT INTO desk_told (owner, up_to) VALUES ('XC', 1); PRAGMA user_version = ${at}`)
  db.close()
  const store = new Store(folder)
  onTestFinished(() => store.close())
  expect(store.desks.untold(10).map(({ owner, kind }) => `${owner} ${kind}`)).toEqual(['XA HIT', 'XA REQUEST_MOVED'])
})
