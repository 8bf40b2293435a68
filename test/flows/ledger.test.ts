import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LedgerFolder } from '../../src/audit/ledger/ledgerFolder.ts'
import { verifyLedger } from '../../src/audit/ledger/verifyLedger.ts'
import { openLedger } from '../../src/store/openLedger.ts'
import { temporaryFolder } from '../config/folders.ts'
import { changingHub } from './changingHub.ts'

describe('a hub', () => {
  it('leaves a ledger behind that is whole and signed, and answers nothing over one that is not', async () => {
    const place = temporaryFolder({})
    const dataDir = join(place.path, 'state')
    const first = await changingHub({ path: place.path, [Symbol.dispose]: () => {} })
    expect((await first.notices()).data?.notices.nodes.length).toBeGreaterThan(0)
    await first.notices()
    await first[Symbol.asyncDispose]()
    const { tables, close } = openLedger(dataDir)
    const folder = new LedgerFolder(dataDir)
    expect(verifyLedger(tables, { log: folder.verifier(), kept: [folder.exported() ?? ''] })).toMatchObject({ entries: 3, problem: null })
    const entries = [...tables.rows()].map(({ entry }) => JSON.parse(entry))
    expect(entries.map(({ act, bureau }) => act ?? bureau)).toEqual(['POLICIES', 'XB', 'XB'])
    // Neither who asked nor whom it was about stands there in clear.
    expect(entries[1]).toMatchObject({ person: expect.stringMatching(/^[\da-z]+\.[\w-]{24}$/), bundle: entries[0].bundle })
    expect(entries[1].personRef ?? entries[1].disclosed[0].keys).toBeUndefined()
    expect(entries[1].disclosed[0].records).toEqual(expect.arrayContaining([expect.stringMatching(/^[\da-z]+\.[\w-]{24}$/)]))
    close()

    for (const name of ['hub.sqlite', 'hub.sqlite-wal']) rmSync(join(dataDir, name), { force: true })
    await using second = await changingHub(place)
    const answer = await second.notices()
    expect(answer.errors?.[0]?.extensions.code).toBe('AUDIT_UNAVAILABLE')
    expect(answer.data ?? null).toBeNull()
    expect(second.said('the ledger is not what this hub has written: nothing is disclosed')).toBe(1)
    const reasons = second.lines.map(({ reason }) => reason).filter((reason) => reason !== undefined)
    expect(reasons).toContain('a checkpoint speaks of 3 entries, and there are 0: entry 1 and those after it are gone')
  })
})
