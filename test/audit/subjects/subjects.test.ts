import { createCipheriv, createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { AuditLog } from '../../../src/audit/auditLog.ts'
import type { LedgerEntry } from '../../../src/audit/entry.ts'
import { verifyLedger } from '../../../src/audit/ledger/verifyLedger.ts'
import { Subjects } from '../../../src/audit/subjects/subjects.ts'
import { Store } from '../../../src/store/store.ts'
import { LedgerWorld } from '../ledger/ledgerWorld.ts'

const secret = new Uint8Array(32).fill(9)
const person = (key: string) => ({ bureau: 'XA', type: 'Person', key })

function entryAbout(...keys: readonly string[]): LedgerEntry {
  return {
    personRef: 'XB-OFFICER-SEVENTEEN',
    bureau: 'XB',
    roles: ['INVESTIGATOR'],
    purpose: 'INVESTIGATION',
    case: null,
    trace: '0'.repeat(32),
    emergency: null,
    operation: { name: null, type: 'query', hash: 'h', variables: null, errors: 0 },
    bundle: 'b',
    policies: {},
    sources: { OK: ['XA'] },
    fields: { Person: ['names'] },
    disclosed: [{ owner: 'XA', type: 'Person', below: {}, rules: ['R'], keys }],
  }
}

/** A ledger over which entries with names are written. */
function naming(world: LedgerWorld) {
  const opened = world.open()
  const subjects = new Subjects(opened.store.ledger.subjects, secret)
  const audit = new AuditLog(
    (entries, names) => opened.ledger.append(entries, names),
    () => 0,
    () => {},
    subjects,
  )
  const recordsOf = (seq: number): readonly string[] =>
    JSON.parse(opened.store.readAudit(seq - 1, 1)[0]?.entry ?? '{}').disclosed[0].records
  return { ...opened, subjects, audit, recordsOf }
}

describe('names in the ledger', () => {
  it('say nothing of whom they stand for, are the same in every entry, and lead back', async () => {
    using world = new LedgerWorld()
    const { audit, recordsOf, subjects, close } = naming(world)
    await Promise.all([audit.append(entryAbout('PERSON-KEY-ONE', 'PERSON-KEY-TWO')), audit.append(entryAbout('PERSON-KEY-TWO'))])
    await audit.append(entryAbout('PERSON-KEY-ONE'))
    const [one, two] = recordsOf(1)
    expect([recordsOf(2), recordsOf(3)]).toEqual([[two], [one]])
    expect(subjects.open(one ?? '')).toEqual(person('PERSON-KEY-ONE'))
    expect(subjects.handleOf(person('PERSON-KEY-TWO'))).toBe(two)
    expect(subjects.handleOf(person('nobody'))).toBeNull()
    expect(subjects.verify()).toBe(3)
    close()
    const files = readdirSync(world.path).filter((name) => name.startsWith('hub.sqlite'))
    for (const name of files) expect(readFileSync(join(world.path, name), 'latin1')).not.toMatch(/PERSON-KEY|OFFICER-SEVENTEEN/)
  })

  it('stand for whose access was ended too, and for what the hub keeps for a bureau apart from what the bureau has itself', async () => {
    using world = new LedgerWorld()
    const { audit, store, subjects, recordsOf, close } = naming(world)
    const entry = entryAbout('17')
    if (!('operation' in entry)) throw new Error('no operation')
    const held = { owner: 'XA', held: true as const, type: 'Person', below: {}, rules: [], keys: ['17'] }
    await audit.append({ ...entry, revocations: [{ id: 'r', person: 'XB-OFFICER-ENDED' }], disclosed: [held, ...entry.disclosed] })
    const [stored] = store.readAudit(0, 1)
    expect(stored?.entry).not.toContain('XB-OFFICER-ENDED')
    expect(subjects.open(JSON.parse(stored?.entry ?? '').revocations[0].person)).toEqual({
      bureau: 'XB',
      type: 'officer',
      key: 'XB-OFFICER-ENDED',
    })
    expect(subjects.open(recordsOf(1)[0] ?? '')).toEqual({ bureau: 'XA+', type: 'Person', key: '17' })
    expect(subjects.handleOf(person('17'))).not.toBe(recordsOf(1)[0])
    close()
  })

  it('are found again after a restart, and by nobody who lacks the secret', async () => {
    using world = new LedgerWorld()
    const first = naming(world)
    await first.audit.append(entryAbout('17'))
    first.close()
    const second = naming(world)
    await second.audit.append(entryAbout('17'))
    expect(second.recordsOf(2)).toEqual(second.recordsOf(1))
    const stranger = new Subjects(second.store.ledger.subjects, new Uint8Array(32).fill(8))
    expect(stranger.handleOf(person('17'))).toBeNull()
    expect(() => stranger.open(second.recordsOf(1)[0] ?? '')).toThrow('is not what it was made of')
    second.close()
  })

  it('lead nowhere once their subject was forgotten, whatever is kept of the file, and the ledger is whole as before', async () => {
    using world = new LedgerWorld()
    const { audit, recordsOf, subjects, store, ledger, close } = naming(world)
    await audit.append(entryAbout('17', '18'))
    const [forgotten = '', other = ''] = recordsOf(1)
    const sealed = Buffer.from(store.ledger.subjects.byHandle(forgotten) ?? []).toString('latin1')
    expect(subjects.forget([person('17'), person('nobody')])).toBe(1)
    expect(subjects.open(forgotten)).toBeNull()
    expect(subjects.handleOf(person('17'))).toBeNull()
    expect(subjects.open(other)).toEqual(person('18'))
    // In the file and in its log of writes, while the hub runs.
    for (const name of readdirSync(world.path).filter((one) => one.startsWith('hub.sqlite')))
      expect(readFileSync(join(world.path, name), 'latin1').includes(sealed)).toBe(false)
    await audit.append(entryAbout('17'))
    expect(recordsOf(2)[0]).not.toBe(forgotten)
    ledger.checkpoint()
    expect(verifyLedger(store.ledger, { log: world.folder.verifier() })).toMatchObject({ entries: 2, problem: null })
    close()
  })

  it('cannot be made to stand for somebody else', async () => {
    using world = new LedgerWorld()
    const { audit, recordsOf, close } = naming(world)
    await audit.append(entryAbout('17', '18'))
    const [one = '', two = ''] = recordsOf(1)
    close()
    const db = new DatabaseSync(join(world.path, 'hub.sqlite'))
    db.exec(`UPDATE ledger_subject SET sealed = (SELECT sealed FROM ledger_subject WHERE handle = '${two}') WHERE handle = '${one}'`)
    db.close()
    const { subjects, close: end } = naming(world)
    expect(() => subjects.open(one)).toThrow('is not what it was made of')
    expect(() => subjects.verify()).toThrow(one)
    end()
  })

  it('cannot be made to stand for somebody else by who has the hub’s own key either', async () => {
    using world = new LedgerWorld()
    const { audit, recordsOf, close } = naming(world)
    await audit.append(entryAbout('17'))
    const [name = ''] = recordsOf(1)
    close()
    const key = createHmac('sha256', secret).update('comity ledger subject sealing').digest()
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
    const body = Buffer.concat([cipher.update(randomBytes(32)), cipher.update('["XA","Person","99"]'), cipher.final()])
    const db = new DatabaseSync(join(world.path, 'hub.sqlite'))
    db.prepare('UPDATE ledger_subject SET sealed = ? WHERE handle = ?').run(Buffer.concat([nonce, body, cipher.getAuthTag()]), name)
    db.close()
    const { subjects, close: end } = naming(world)
    expect(() => subjects.open(name)).toThrow('is not what it was made of')
    end()
  })

  it('are durable with the entries in which they stand, or not at all', async () => {
    const path = mkdtempSync(join(tmpdir(), 'comity-names-'))
    const store = new Store(path)
    const subjects = new Subjects(store.ledger.subjects, secret)
    let broken = true
    const audit = new AuditLog(
      (entries, names) => {
        if (broken) throw new Error('disk full')
        store.ledger.append(
          0,
          entries.map((entry) => ({ ...entry, leaf: new Uint8Array(32) })),
          [],
          names,
        )
      },
      () => 0,
      () => {},
      subjects,
    )
    await expect(audit.append(entryAbout('17'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' })
    expect(subjects.handleOf(person('17'))).toBeNull()
    broken = false
    await audit.append(entryAbout('17'))
    expect(subjects.open(subjects.handleOf(person('17')) ?? '')).toEqual(person('17'))
    store.close()
    rmSync(path, { recursive: true })
  })
})
