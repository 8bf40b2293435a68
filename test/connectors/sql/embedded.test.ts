import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConnector } from '../../../src/connectors/open.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'

describe('an embedded database', () => {
  let folder = ''
  const open = () => openConnector({ kind: 'postgres', url: '', folder: 'data' }, { folder })
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'comity-embedded-'))
    const database = await PGlite.create({ dataDir: join(folder, 'data') })
    await database.exec('create table t (id int primary key); insert into t select generate_series(1, 100)')
    await database.close()
  }, 30_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is used by one connector only, until that is closed', async () => {
    const first = await open()
    await first.health(callWithin(10_000))
    const second = await open()
    await expect(second.health(callWithin(5000))).rejects.toMatchObject({ reason: 'BUSY' })
    await first.close()
    await expect(second.health(callWithin(10_000))).resolves.toBeUndefined()
    await second.close()
  }, 30_000)

  it('is taken over from a process that ended without closing it', async () => {
    await writeFile(join(folder, 'data', 'comity.claim'), '999999999')
    const connector = await open()
    await expect(connector.health(callWithin(10_000))).resolves.toBeUndefined()
    await connector.close()
    expect(await readdir(join(folder, 'data'))).not.toContain('comity.claim')
  }, 30_000)

  it('does not hold the event loop up', async () => {
    const connector = await open()
    await connector.health(callWithin(10_000))
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const query = {
      source: 't',
      key: 'id',
      keyOrder: 'number',
      fields: ['id'],
      children: [],
      where: null,
      orderBy: null,
      after: null,
      limit: 100,
      page: null,
    } as const
    for (let i = 0; i < 20; i++) await connector.find(query, callWithin(5000))
    clearInterval(watch)
    await connector.close()
    expect(longest).toBeLessThan(250)
  }, 30_000)

  it('is not made where there is none', async () => {
    const connector = await openConnector({ kind: 'postgres', folder }, { folder })
    await expect(connector.health(callWithin(5000))).rejects.toMatchObject({ reason: 'UNREACHABLE' })
    await connector.close()
    expect(await readdir(folder)).toEqual(['data'])
  })
})
