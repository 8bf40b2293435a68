import { describe, expect, it, vi } from 'vitest'
import { AuditLog } from '../../src/audit/auditLog.ts'
import { disclosuresOf, type LedgerEntry } from '../../src/audit/entry.ts'

const entry: LedgerEntry = { act: 'POLICIES', bundle: 'b', policies: {} }

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
})

describe('what an entry says of an answer', () => {
  const policies = Object.fromEntries(
    Array.from({ length: 196 }, (_, i) => [`B${i}`, { version: '2026-11', digest: `${i}`.padStart(64, 'd') }]),
  )
  const sources = Object.keys(policies).map((bureau) => ({ bureau, state: bureau === 'B7' ? 'TIMEOUT' : 'OK' }))
  const given = [
    {
      owner: 'B1',
      type: 'Notice',
      selected: ['kind', 'number'],
      below: { number: 'masked' as const },
      rules: ['R1', 'R2'],
      keys: ['17', '18'],
    },
    { owner: 'B2', type: 'Notice', selected: ['kind', 'number'], below: {}, rules: ['A'], keys: ['3'] },
    { owner: 'B2', type: 'Notice', selected: [], below: {}, rules: [], keys: ['4'] },
  ]

  it('names every bureau that was asked once, and the policies of those whose records were given', () => {
    const said = disclosuresOf({ bundle: 'x', policies, sources, given })
    expect(said).toEqual({
      bundle: 'x',
      policies: { B1: policies['B1'], B2: policies['B2'] },
      sources: { OK: Object.keys(policies).filter((bureau) => bureau !== 'B7'), TIMEOUT: ['B7'] },
      fields: { Notice: ['kind', 'number'] },
      disclosed: [
        { owner: 'B1', type: 'Notice', below: { number: 'masked' }, rules: ['R1', 'R2'], keys: ['17', '18'] },
        { owner: 'B2', type: 'Notice', below: {}, rules: ['A'], keys: ['3'] },
        { owner: 'B2', type: 'Notice', fields: [], below: {}, rules: [], keys: ['4'] },
      ],
    })
  })

  it('stays small however many bureaus were asked', () => {
    const said = disclosuresOf({ bundle: 'x'.repeat(43), policies, sources, given })
    expect(JSON.stringify(said).length).toBeLessThan(2300)
  })
})

describe('many entries at a time', () => {
  it('wait as long as the last flush took, five milliseconds at most, and go out together; one alone does not wait', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] })
    try {
      const commits: number[] = []
      let takes = 3
      const log = new AuditLog(
        (batch) => {
          commits.push(batch.length)
          vi.advanceTimersByTime(takes)
        },
        () => 0,
        () => {},
      )
      const first = [log.append(entry), log.append(entry)]
      vi.advanceTimersByTime(0)
      await Promise.all(first)
      expect(commits).toEqual([2])
      // The last flush took three milliseconds, so that this one waits as long for others.
      const second = [log.append(entry)]
      vi.advanceTimersByTime(2)
      second.push(log.append(entry), log.append(entry))
      expect(commits).toEqual([2])
      takes = 80
      vi.advanceTimersByTime(1)
      await Promise.all(second)
      expect(commits).toEqual([2, 3])
      // A disk that takes longer is not waited for as long again.
      const third = [log.append(entry)]
      vi.advanceTimersByTime(5)
      await Promise.all(third)
      expect(commits).toEqual([2, 3, 1])
      const alone = log.append(entry)
      vi.advanceTimersByTime(0)
      await alone
      expect(commits).toEqual([2, 3, 1, 1])
    } finally {
      vi.useRealTimers()
    }
  })
})
