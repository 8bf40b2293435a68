import pg from 'pg'
import { accountFor, findProgram, freePort, type PrivateServer, privateFolder, runProgram, startServer } from './privateServer.ts'

const missing = 'PostgreSQL is not installed: run scripts/install-test-tools'
const places = ['/usr/lib/postgresql/*/bin']

/** Starts an empty PostgreSQL server of its own. It keeps nothing and syncs nothing. */
export async function startPostgres(): Promise<PrivateServer> {
  const initdb = findProgram('initdb', places, missing)
  const postgres = findProgram('postgres', places, missing)
  const account = accountFor('postgres')
  const folder = await privateFolder('postgres', account)
  const data = `${folder}/data`
  await runProgram(
    initdb,
    ['-D', data, '-U', 'tester', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'],
    { ...account, cwd: folder },
  )
  const port = await freePort()
  const url = `postgres://tester@127.0.0.1:${port}/postgres`
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=40',
    'shared_buffers=16MB',
    'wal_level=logical',
  ]
  return startServer(
    postgres,
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...account, cwd: folder },
    { url, folder, isReady: () => query(url, 'select 1') },
  )
}

/** Runs statements on a server, as an account that may do everything. */
export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query(sql)
    return Array.isArray(result) ? [] : (result.rows as Record<string, unknown>[])
  } finally {
    await client.end()
  }
}
