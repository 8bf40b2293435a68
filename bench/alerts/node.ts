import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../test/support/privateServer.ts'
import { Killable } from './killable.ts'

const comity = join(import.meta.dirname, '..', '..', 'bin', 'comity.js')

/** How a node is started. */
export interface NodePlan {
  /** Its own folder; the hub's secret is put there. */
  readonly dataDir: string
  readonly secret: Uint8Array
  readonly bureaus: string
  readonly issuers: string
  readonly databaseUrl: string
  /** Null: nodes have nothing to tell each other by. */
  readonly redisUrl: string | null
  /** For Node, such as `--cpu-prof`. */
  readonly flags?: readonly string[]
}

/** One node of a hub: `comity start` in a process of its own, always at the same address. */
export interface HubNode {
  readonly url: string
  readonly process: Killable
}

/** Prepares a node; it is not started yet. */
export async function hubNode({ dataDir, secret, bureaus, issuers, databaseUrl, redisUrl, flags = [] }: NodePlan): Promise<HubNode> {
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  writeFileSync(join(dataDir, 'keys', 'hub.key'), secret, { mode: 0o600 })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    process: new Killable({
      program: process.execPath,
      args: [...flags, comity, 'start'],
      environment: {
        PORT: String(port),
        COMITY_DATA_DIR: dataDir,
        COMITY_BUREAUS: bureaus,
        COMITY_ISSUERS: issuers,
        COMITY_LOG: 'warn',
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl ?? '',
        NODE_ENV: 'test',
      },
      isReady: () => ready(url),
    }),
  }
}

async function ready(url: string): Promise<void> {
  const response = await fetch(new URL('/readyz', url))
  if (!response.ok) throw new Error('it is not ready')
}

/** What a process has used so far. */
export interface Usage {
  /** User and system time, in milliseconds. */
  readonly cpuMs: number
  /** Resident memory in bytes, shared pages included, and the most that it ever was. */
  readonly rss: number
  readonly peakRss: number
}

/** Reads what a process has used (proc(5)). */
export function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
  return {
    cpuMs: (Number(fields[11]) + Number(fields[12])) * 10,
    rss: kilobytes('VmRSS') * 1024,
    peakRss: kilobytes('VmHWM') * 1024,
  }
}
