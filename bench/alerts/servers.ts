import { query } from '../../test/support/postgres.ts'
import { accountFor, findProgram, freePort, privateFolder, runProgram } from '../../test/support/privateServer.ts'
import { command } from '../../test/support/redis.ts'
import { type Cleanup, Killable } from './killable.ts'

/** A server that faults come to, at an address that stays. */
export interface FaultyServer {
  readonly url: string
  readonly process: Killable
}

/** A PostgreSQL with nothing in it and everything durable, as a bureau would run it. */
export async function startPostgres(cleanup: Cleanup): Promise<FaultyServer> {
  const places = ['/usr/lib/postgresql/*/bin']
  const missing = 'PostgreSQL is not installed: run scripts/install-test-tools'
  const [initdb, postgres] = [findProgram('initdb', places, missing), findProgram('postgres', places, missing)]
  const account = accountFor('postgres')
  const folder = await privateFolder('postgres', account)
  cleanup.folder(folder)
  const data = `${folder}/data`
  await runProgram(initdb, ['-D', data, '-U', 'tester', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'], {
    ...account,
    cwd: folder,
  })
  const port = await freePort()
  const url = `postgres://tester@127.0.0.1:${port}/postgres`
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=60', 'shared_buffers=32MB']
  const process = new Killable({
    program: postgres,
    args: ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    account,
    isReady: () => query(url, 'select 1'),
  })
  cleanup.add(() => process.kill())
  await process.start()
  return { url, process }
}

/** A Redis with nothing in it. `keeps`: whether it writes down what it has, so that it comes back with it after it was killed. */
export async function startRedis(cleanup: Cleanup, { keeps }: { readonly keeps: boolean }): Promise<FaultyServer> {
  const program = findProgram('redis-server', ['/usr/bin'], 'Redis is not installed: run scripts/install-test-tools')
  const account = accountFor('redis')
  const folder = await privateFolder('redis', account)
  cleanup.folder(folder)
  const url = `redis://127.0.0.1:${await freePort()}`
  const kept = keeps ? ['--appendonly', 'yes', '--appendfsync', 'everysec'] : ['--appendonly', 'no']
  const process = new Killable({
    program,
    args: ['--port', new URL(url).port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...kept],
    account,
    isReady: () => command(url, 'PING'),
  })
  cleanup.add(() => process.kill())
  await process.start()
  return { url, process }
}
