import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { temporaryFolder } from '../config/folders.ts'

const one = { bureau: 'XA', version: '1', digest: 'd1', fileDigest: 'f1', signedBy: 'k' }

describe('the history of policies', () => {
  it('keeps over a restart what was signed last and since when a policy is in force', () => {
    using folder = temporaryFolder({})
    const store = new Store(folder.path)
    expect(store.policies.lastSigned('XA')).toBe(null)
    const others = [{ ...one, bureau: 'XB', signedBy: null }]
    expect(store.policies.activate([one, ...others], '2026-01-01T00:00:00.000Z')).toEqual(Array(2).fill('2026-01-01T00:00:00.000Z'))
    store.close()
    const again = new Store(folder.path)
    expect(again.policies.activate([one], '2026-02-02T00:00:00.000Z')).toEqual(['2026-01-01T00:00:00.000Z'])
    expect(again.policies.lastSigned('XA')).toEqual({ version: '1', fileDigest: 'f1' })
    expect(again.policies.lastSigned('XB')).toBe(null)
    again.close()
  })

  it('remembers what was signed beyond a time without signatures', () => {
    using folder = temporaryFolder({})
    const store = new Store(folder.path)
    store.policies.activate([{ ...one, version: '7', fileDigest: 'f7' }], 'a')
    store.policies.activate([{ ...one, version: 'none', digest: 'd0', fileDigest: 'f0', signedBy: null }], 'b')
    expect(store.policies.lastSigned('XA')).toEqual({ version: '7', fileDigest: 'f7' })
    expect(store.policies.activate([{ ...one, version: '7', fileDigest: 'f7' }], 'c')).toEqual(['c'])
    store.close()
  })

  it('lets nothing be changed or taken away', () => {
    using folder = temporaryFolder({})
    const store = new Store(folder.path)
    store.policies.activate([one], 'a')
    store.close()
    const db = new DatabaseSync(join(folder.path, 'hub.sqlite'))
    expect(() => db.exec('DELETE FROM policy_activation')).toThrow('append-only')
    expect(() => db.exec("UPDATE policy_activation SET version = '0'")).toThrow('append-only')
    db.close()
  })
})
