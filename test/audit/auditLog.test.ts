import { describe, expect, it, vi } from 'vitest'
import { AuditLog } from '../../src/audit/auditLog.ts'
import { type AuditEntry, auditEntry } from '../../src/audit/entry.ts'
import { caller } from '../support/caller.ts'

const entry: AuditEntry = auditEntry(caller(), {
  trace: '0'.repeat(32),
  operation: { name: 'Q', type: 'query', hash: 'abc', errors: 0 },
  policies: { XA: { version: '1', digest: 'd' } },
  sources: [{ bureau: 'XA', state: 'OK', asOf: null, latencyMs: 12, retryAfterMs: null }],
  disclosed: [{ owner: 'XA', type: 'Notice', below: { summary: 'none' }, keys: ['1', '2'] }],
})

describe('the audit log', () => {
  it('resolves only after the entry was made durable, with the entries of the same turn in one commit', async () => {
    const commits: number[] = []
    const log = new AuditLog(
      (batch) => commits.push(batch.length),
      () => 0,
      () => {},
    )
    let done = false
    const first = log.append(entry).then(() => {
      done = true
    })
    expect(done).toBe(false)
    await Promise.all([first, log.append(entry), log.append(entry)])
    await log.append(entry)
    expect(commits).toEqual([3, 1])
  })

  it('refuses with AUDIT_UNAVAILABLE when the entry cannot be written, and recovers when it can', async () => {
    let broken = true
    const onFailure = vi.fn()
    const log = new AuditLog(
      () => {
        if (broken) throw new Error('disk full')
      },
      () => 0,
      onFailure,
    )
    await expect(log.append(entry)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' })
    expect(onFailure).toHaveBeenCalledOnce()
    broken = false
    await expect(log.append(entry)).resolves.toBeUndefined()
  })

  it('names who, why and which levels, and not how long a bureau took', () => {
    expect(entry).toMatchObject({ personRef: 'XZ-0001', bureau: 'XZ', purpose: 'INVESTIGATION', case: 'XZ-2026-0001' })
    expect(entry.sources).toEqual([{ bureau: 'XA', state: 'OK' }])
  })
})
