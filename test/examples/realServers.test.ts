import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateWorld } from '../../examples/generate/generateWorld.ts'
import { writeSql } from '../../examples/generate/writeWorld.ts'
import type { LoadedBureau } from '../../src/config/loadBureau.ts'
import { query as queryMariadb, startMariadb } from '../support/mariadb.ts'
import { query as queryPostgres, startPostgres } from '../support/postgres.ts'
import type { PrivateServer } from '../support/privateServer.ts'
import { loadDemoBureaus, readBureau } from './demoBureaus.ts'
import { comparable, expectedRecords } from './expectedRecords.ts'

const world = generateWorld({ scale: 0.05, seed: 9, today: '2026-11-01' })
let folder = ''
let servers: PrivateServer[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comity-sql-'))
  writeSql(world, folder)
  const [postgres, mariadb] = await Promise.all([startPostgres(), startMariadb()])
  servers = [postgres, mariadb]
  await queryPostgres(postgres.url, readFileSync(join(folder, 'xa.sql'), 'utf8'))
  await queryMariadb(mariadb.url, readFileSync(join(folder, 'xd.sql'), 'utf8'))
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await rm(folder, { recursive: true, force: true })
})

async function expectAll(
  bureau: LoadedBureau | undefined,
  code: 'XA' | 'XD',
  connector: LoadedBureau['file']['connector'] | undefined,
): Promise<void> {
  if (bureau === undefined || connector === undefined) throw new Error('the bureau did not load')
  const types = await readBureau(bureau, connector)
  for (const [type, records] of expectedRecords(world.bureaus[code])) {
    const mapped = types.get(type)
    expect(mapped?.problems).toEqual([])
    const found = new Map(mapped?.records.map((record) => [record.ref.key, comparable(record)]))
    expect(found.size).toBe(records.size)
    for (const [key, record] of records) expect(found.get(key)).toMatchObject(known(record))
  }
}

const known = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))

describe('the files of a demo bureau', () => {
  it('XA: serve a real PostgreSQL by XA_DATABASE_URL as they are', async () => {
    const { bureaus } = await loadDemoBureaus({ XA_DATABASE_URL: servers[0]?.url ?? '' })
    const xa = bureaus.find(({ file }) => file.code === 'XA')
    await expectAll(xa, 'XA', xa?.file.connector)
  })

  it('XD: serve a MariaDB with nothing but another connector', async () => {
    const { bureaus } = await loadDemoBureaus({})
    const xd = bureaus.find(({ file }) => file.code === 'XD')
    await expectAll(xd, 'XD', { kind: 'mysql', url: servers[1]?.url ?? '' })
  })
})
