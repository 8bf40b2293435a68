import { readFileSync, rmSync } from 'node:fs'
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
    expect(verifyLedger(tables, { log: folder.verifier(), kept: [folder.exported() ?? ''] })).toMatchObject({ entries: 7, problem: null })
    const entries = [...tables.rows()].map(({ entry }) => JSON.parse(entry))
    const happened = entries.map(({ act, bureau }) => (act === 'POLICY_ACTIVATED' ? `${act} ${bureau}` : (act ?? bureau)))
    expect(happened).toEqual(['HUB_STARTED', 'POLICY_ACTIVATED XA', 'POLICY_ACTIVATED XB', 'POLICIES', 'XB', 'XB', 'HUB_STOPPED'])
    const key = Buffer.from(folder.verifier().id).toString('hex')
    expect(entries[0]).toMatchObject({ members: ['XA', 'XB'], keys: { hub: expect.stringMatching(/^[\w-]{43}$/), ledger: key } })
    expect(JSON.stringify(entries[0])).not.toContain(readFileSync(join(dataDir, 'keys', 'hub.key')).toString('base64url'))
    const asked = entries.slice(3)
    // Neither who asked nor whom it was about stands there in clear.
    expect(asked[1]).toMatchObject({ person: expect.stringMatching(/^[\da-z]+\.[\w-]{24}$/), bundle: asked[0].bundle })
    expect(asked[1].personRef ?? asked[1].disclosed[0].keys).toBeUndefined()
    expect(asked[1].disclosed[0].records).toEqual(expect.arrayContaining([expect.stringMatching(/^[\da-z]+\.[\w-]{24}$/)]))
    close()

    for (const name of ['hub.sqlite', 'hub.sqlite-wal']) rmSync(join(dataDir, name), { force: true })
    await using second = await changingHub(place)
    const answer = await second.notices()
    expect(answer.errors?.[0]?.extensions.code).toBe('AUDIT_UNAVAILABLE')
    expect(answer.data ?? null).toBeNull()
    expect(second.said('the ledger is not what this hub has written: nothing is disclosed')).toBe(1)
    const reasons = second.lines.map(({ reason }) => reason).filter((reason) => reason !== undefined)
    expect(reasons).toContain('a checkpoint speaks of 7 entries, and there are 0: entry 1 and those after it are gone')
  })

  it('puts on record what becomes of members and policies while it runs, each policy once however often it is begun', async () => {
    using place = temporaryFolder({})
    const dataDir = join(place.path, 'state')
    const acts = () => {
      const { tables, close } = openLedger(dataDir)
      const entries = [...tables.rows()].map(({ entry }) => JSON.parse(entry))
      close()
      return entries.filter(({ act }) => act !== undefined && act !== 'POLICIES')
    }
    const first = await changingHub({ path: place.path, [Symbol.dispose]: () => {} })
    first.write({
      'XA/disclosure.yaml': readFileSync(join(place.path, 'bureaus', 'XA', 'disclosure.yaml'), 'utf8').replace(
        /^version: .*$/m,
        "version: 'next'",
      ),
    })
    await first.running.reload()
    first.remove('XB')
    await first.running.reload()
    await first[Symbol.asyncDispose]()
    const before = acts()
    expect(before.map(({ act, bureau }) => (bureau === undefined ? act : `${act} ${bureau}`))).toEqual([
      'HUB_STARTED',
      'POLICY_ACTIVATED XA',
      'POLICY_ACTIVATED XB',
      'POLICY_ACTIVATED XA',
      'BUREAU_LEFT XB',
      'HUB_STOPPED',
    ])
    expect(before[3]).toMatchObject({ version: 'next', number: 3, signedBy: null, file: expect.stringMatching(/^[\da-f]{64}$/) })
    const second = await changingHub({ path: place.path, [Symbol.dispose]: () => {} })
    await second[Symbol.asyncDispose]()
    const numbers = acts().flatMap(({ number }) => number ?? [])
    expect(numbers).toEqual([1, 2, 3, 4])
  })
})
