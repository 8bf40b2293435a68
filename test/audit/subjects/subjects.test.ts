import { createCipheriv, createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AuditLog } from '../../../src/audit/auditLog.ts'
import type { LedgerEntry } from '../../../src/audit/entry.ts'
import { verifyLedger } from '../../../src/audit/ledger/verifyLedger.ts'
import { keyedDigest } from '../../../src/audit/subjects/keyedDigest.ts'
import { decryptGround, encryptGrounds } from '../../../src/audit/subjects/nameGround.ts'
import { Subjects } from '../../../src/audit/subjects/subjects.ts'
import { migrations } from '../../../src/store/migrations.ts'
import { Store } from '../../../src/store/store.ts'
import { LedgerWorld } from '../ledger/ledgerWorld.ts'

const secret = new Uint8Array(32).fill(9)
/** Migrations that a store had when names had no numbers. */
const namesOfBefore = migrations.findIndex((sql) => sql.includes('CREATE TABLE ledger_name'))
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
    const sealed = Buffer.from(store.ledger.subjects.byHandle(forgotten, Number.parseInt(forgotten, 36)) ?? []).toString('latin1')
    expect(sealed.length).toBeGreaterThan(48)
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

  it('have numbers that are given once, though the last who had one was forgotten', async () => {
    using world = new LedgerWorld()
    const first = naming(world)
    await first.audit.append(entryAbout('17', '18'))
    const [, last = ''] = first.recordsOf(1)
    expect(first.subjects.forget([person('18')])).toBe(1)
    first.close()
    const { audit, recordsOf, subjects, close } = naming(world)
    await audit.append(entryAbout('19'))
    expect(recordsOf(2)[0]?.split('.')[0]).not.toBe(last.split('.')[0])
    expect([subjects.open(last), subjects.open(recordsOf(2)[0] ?? '')]).toEqual([null, person('19')])
    close()
  })

  it('of before they had numbers lead back, are given again, and can be forgotten', async () => {
    using world = new LedgerWorld()
    mkdirSync(world.path, { recursive: true })
    const db = new DatabaseSync(join(world.path, 'hub.sqlite'))
    for (const sql of migrations.slice(0, namesOfBefore)) db.exec(sql)
    db.exec(`PRAGMA user_version = ${namesOfBefore}`)
    const text = '["XA","Person","17"]'
    const keyFor = (use: string) => createHmac('sha256', secret).update(use).digest()
    const salt = randomBytes(32)
    const name = createHmac('sha256', salt).update(text).digest().subarray(0, 18).toString('base64url')
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyFor('comity ledger subject sealing'), nonce).setAAD(Buffer.from(name))
    const body = Buffer.concat([cipher.update(salt), cipher.update(text), cipher.final()])
    const lookup = createHmac('sha256', keyFor('comity ledger subject lookup')).update(text).digest().subarray(0, 16)
    db.prepare('INSERT INTO ledger_subject (handle, lookup, sealed) VALUES (?, ?, ?)').run(
      name,
      lookup,
      Buffer.concat([nonce, body, cipher.getAuthTag()]),
    )
    db.close()
    const { audit, recordsOf, subjects, close } = naming(world)
    await audit.append(entryAbout('17', '18'))
    expect(recordsOf(1)[0]).toBe(name)
    expect([subjects.open(name), subjects.verify()]).toEqual([person('17'), 3])
    expect([subjects.forget([person('17')]), subjects.open(name), subjects.handleOf(person('17'))]).toEqual([1, null, null])
    close()
  })

  it('cannot be made to stand for somebody else', async () => {
    using world = new LedgerWorld()
    const { audit, recordsOf, close } = naming(world)
    await audit.append(entryAbout('17', '18'))
    const [one = '', two = ''] = recordsOf(1)
    close()
    const db = new DatabaseSync(join(world.path, 'hub.sqlite'))
    db.exec(`UPDATE ledger_name SET sealed = (SELECT sealed FROM ledger_name WHERE name = '${two}') WHERE name = '${one}'`)
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
    const key = createHmac('sha256', secret).update('comity ledger subject stream').digest()
    const [sealed = new Uint8Array()] = encryptGrounds([{ salt: randomBytes(32), text: '["XA","Person","99"]' }], key)
    const db = new DatabaseSync(join(world.path, 'hub.sqlite'))
    db.prepare('UPDATE ledger_name SET sealed = ? WHERE name = ?').run(sealed, name)
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

describe('what names are made with', () => {
  it('is digested as HMAC-SHA-256 has it', () => {
    const given = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }))
    fc.assert(
      fc.property(given, ([key, texts]) => {
        const digest = keyedDigest(key)
        for (const text of texts) expect(digest(text)).toEqual(createHmac('sha256', key).update(text).digest())
      }),
    )
    expect(() => keyedDigest(new Uint8Array(65))).toThrow(RangeError)
  })

  it('is sealed so that each is opened by itself, and no two with the same stream', () => {
    const key = randomBytes(32)
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(texts, (all) => {
        const grounds = all.map((text) => ({ salt: randomBytes(32), text: Buffer.from(text).toString('utf8') }))
        const sealed = encryptGrounds(grounds, key)
        const opened = sealed.map((one) => decryptGround(one, key))
        expect(opened.map((one) => one?.text)).toEqual(grounds.map(({ text }) => text))
        expect(opened.map((one) => Buffer.from(one?.salt ?? []))).toEqual(grounds.map(({ salt }) => salt))
      }),
      { numRuns: 30 },
    )
    const same = encryptGrounds(
      Array.from({ length: 1000 }, () => ({ salt: new Uint8Array(32), text: 'the same' })),
      key,
    )
    expect(new Set(same.map((one) => Buffer.from(one.subarray(16)).toString('hex'))).size).toBe(1000)
    expect(decryptGround(new Uint8Array(47), key)).toBeNull()
  })
})
