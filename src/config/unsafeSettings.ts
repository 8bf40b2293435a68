import { isLoopback } from '../model/isLoopback.ts'
import type { Environment } from './environment.ts'
import { type Risk, risks } from './hubSchema.ts'

/** A combination that a hub in production does not start with. */
export interface UnsafeSetting {
  readonly risk: Risk
  /** What is wrong, in one sentence. */
  readonly message: string
}

type Settings = Pick<Environment, 'host' | 'tls' | 'databaseUrl' | 'redisUrl' | 'metrics' | 'accepted'>

/** What of the settings is unsafe in production and was not accepted by name. */
export function unsafeSettings(settings: Settings): readonly UnsafeSetting[] {
  const { host, tls, databaseUrl, redisUrl, metrics, accepted } = settings
  const found: readonly (Risk | false)[] = [
    tls === null && !isLoopback(host) && 'CLEAR_HTTP',
    databaseUrl !== null && !isGuardedDatabase(databaseUrl) && 'CLEAR_DATABASE',
    redisUrl !== null && !isGuardedRedis(redisUrl) && 'CLEAR_REDIS',
    metrics !== null && !isLoopback(metrics.host) && 'OPEN_METRICS',
  ]
  return found.flatMap((risk) => (risk === false || accepted.includes(risk) ? [] : [{ risk, message: risks[risk] }]))
}

/** A socket of this machine, or a server whose certificate is looked at. */
function isGuardedDatabase(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  const host = hostname === '' ? (searchParams.get('host') ?? '') : hostname
  return host === '' || host.startsWith('/') || isLoopback(host) || searchParams.get('sslmode') === 'verify-full'
}

function isGuardedRedis(url: string): boolean {
  const { hostname, protocol } = new URL(url)
  return protocol === 'rediss:' || hostname === '' || isLoopback(hostname)
}
