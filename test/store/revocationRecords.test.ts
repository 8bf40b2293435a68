import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Revocations } from '../../src/identity/revocations.ts'
import { Store } from '../../src/store/store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-revocations-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const one = (id: string, bureau = 'XA', revokedAt = 1000) => ({
  id,
  bureau,
  person: `${bureau}-1`,
  revokedAt,
  by: `${bureau}-9`,
  reason: 'left',
})

describe('records of revocations', () => {
  it('outlast a restart, and void the same tokens then', async () => {
    const store = new Store(folder)
    await new Revocations({ records: store.revocations }).revoke(one('x'))
    store.close()
    const again = new Store(folder)
    const all = new Revocations({ records: again.revocations })
    expect(all.isRevoked({ bureau: 'XA', personRef: 'XA-1', issuedAt: 1 })).toBe(true)
    expect(all.page('XA', null, 10)).toMatchObject([{ person: 'XA-1', number: 1, by: 'XA-9', reason: 'left', revokedAt: 1000 }])
    again.close()
  })

  it('are numbered densely within a bureau, and read from the latest on', () => {
    const { revocations } = new Store(null)
    for (const id of ['a', 'b', 'c']) revocations.add(one(id))
    revocations.add(one('d', 'XB'))
    expect(revocations.add(one('b'))).toBe(null)
    expect(revocations.page('XA', null, 2).map(({ id, number }) => [id, number])).toEqual([
      ['c', 3],
      ['b', 2],
    ])
    expect(revocations.page('XA', 2, 2).map(({ id }) => id)).toEqual(['a'])
    expect(revocations.page('XB', null, 2).map(({ id, number }) => [id, number])).toEqual([['d', 1]])
  })

  it('of all bureaus since an instant can be told to other nodes', () => {
    const { revocations } = new Store(null)
    revocations.add(one('new', 'XB', 2000))
    revocations.add(one('old', 'XA', 999))
    revocations.add(one('at', 'XA', 1000))
    expect(revocations.since(1000).map(({ id }) => id)).toEqual(['at', 'new'])
  })

  it('are neither changed nor taken away', () => {
    const store = new Store(folder)
    store.revocations.add(one('x'))
    store.close()
    const db = new DatabaseSync(join(folder, 'hub.sqlite'))
    expect(() => db.exec('UPDATE revocation SET revokedAt = 0')).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM revocation')).toThrow(/append-only/)
    db.close()
  })
})
