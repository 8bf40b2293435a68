import { Redis } from 'ioredis'
import { accountFor, findProgram, freePort, type PrivateServer, privateFolder, startServer } from './privateServer.ts'

const missing = 'Redis is not installed: run scripts/install-test-tools'

/** Starts an empty Redis server of its own, which keeps nothing. `port`: one that was there before, to come back at the same address. */
export async function startRedis(port?: number): Promise<PrivateServer> {
  const program = findProgram('redis-server', ['/usr/bin'], missing)
  const account = accountFor('redis')
  const folder = await privateFolder('redis', account)
  const url = `redis://127.0.0.1:${port ?? (await freePort())}`
  const settings = ['--port', new URL(url).port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  return startServer(program, settings, { ...account, cwd: folder }, { url, folder, isReady: () => command(url, 'PING') })
}

/** Runs one command on a server. */
export async function command(url: string, name: string, ...args: string[]): Promise<unknown> {
  const redis = new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0 })
  redis.on('error', () => {})
  try {
    return await redis.call(name, ...args)
  } finally {
    redis.disconnect()
  }
}
