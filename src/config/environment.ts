import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The process's environment, read once. The only place that reads it. */
export interface Environment {
  /** `PORT`: where to listen; 0 for any free port. Default 4000. */
  readonly port: number
  /** `HOST`: address to bind. Default 127.0.0.1. */
  readonly host: string
  /** `COMITY_BUREAUS`: folder of bureau folders. Default: the five demo bureaus. */
  readonly bureaus: string | null
  /** `COMITY_DATA_DIR`: the hub's own state. Default `.comity` in the current folder. */
  readonly dataDir: string
  /** `COMITY_ISSUERS`: file that lists the token issuers this hub trusts. Default: none. */
  readonly issuers: string | null
  /** `COMITY_HIT_CHECKS`: hit checks that one person has on one UTC day. Default 200. */
  readonly hitChecksPerDay: number
  /** `COMITY_SEARCHES`: searches for people, possible matches and networks that one person has in one hour of the clock (UTC). Default 300. */
  readonly searchesPerHour: number
  /** `DATABASE_URL`: Postgres that the nodes of a cluster share, for the change log and what goes with it. Default: none, a node on its own. */
  readonly databaseUrl: string | null
  /** `REDIS_URL`: by which the nodes tell each other of changes; may be lost at any time. Default: none. */
  readonly redisUrl: string | null
  /** `NODE_ENV` is `production`. */
  readonly production: boolean
  /** `COMITY_METRICS`: where Prometheus may read metrics: `host:port`, or a port of loopback; port 0 takes any free one. Default: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  /** `COMITY_LEDGER_EXPORT`: folder to which the ledger is exported while the hub runs, for a SIEM or for keeping. Default: nowhere. */
  readonly ledgerExport: string | null
  /** `COMITY_DOCUMENTS`: folder of published documents. Default: none. */
  readonly documents: string | null
  /** `COMITY_DOCUMENTS_ONLY`: whether nothing but published documents is answered, `true` or `false`. Default `false`. */
  readonly documentsOnly: boolean
  /** `COMITY_EXECUTOR`: what executes queries, `compiled` or `graphql-js`; the answers are the same. Default `compiled`. */
  readonly executor: 'compiled' | 'graphql-js'
  /** `COMITY_LOG`: pino level. Default `info`. */
  readonly logLevel: string
  /** Everything, for the references in bureau files. */
  readonly variables: Readonly<Record<string, string | undefined>>
}

/** Reads the environment. Throws with one sentence that names the variable and the cure. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  return {
    port: portOf(variables['PORT']),
    host: nonEmpty(variables['HOST']) ?? '127.0.0.1',
    bureaus: pathOf(variables['COMITY_BUREAUS']),
    dataDir: pathOf(variables['COMITY_DATA_DIR']) ?? resolve('.comity'),
    issuers: pathOf(variables['COMITY_ISSUERS']),
    hitChecksPerDay: countOf(variables, 'COMITY_HIT_CHECKS', 200),
    searchesPerHour: countOf(variables, 'COMITY_SEARCHES', 300),
    databaseUrl: urlOf(variables, 'DATABASE_URL', /^postgres(ql)?:$/),
    redisUrl: urlOf(variables, 'REDIS_URL', /^rediss?:$/),
    production: variables['NODE_ENV'] === 'production',
    metrics: metricsOf(variables['COMITY_METRICS']),
    ledgerExport: pathOf(variables['COMITY_LEDGER_EXPORT']),
    documents: pathOf(variables['COMITY_DOCUMENTS']),
    documentsOnly: documentsOnlyOf(variables),
    executor: executorOf(variables['COMITY_EXECUTOR']),
    logLevel: logLevelOf(variables['COMITY_LOG']),
    variables,
  }
}

function portOf(text: string | undefined): number {
  const port = nonEmpty(text) === null ? 4000 : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('PORT must be a whole number from 0 to 65535')
  return port
}

function countOf(variables: Readonly<Record<string, string | undefined>>, name: string, usual: number): number {
  const text = nonEmpty(variables[name])
  const count = text === null ? usual : Number(text)
  if (!Number.isInteger(count) || count < 0) throw new Error(`${name} must be a whole number, 0 or more`)
  return count
}

/** An address, which may hold a password: it is in no message. */
function urlOf(variables: Readonly<Record<string, string | undefined>>, name: string, protocol: RegExp): string | null {
  const text = nonEmpty(variables[name])
  if (text === null) return null
  if (!URL.canParse(text) || !protocol.test(new URL(text).protocol))
    throw new Error(`${name} must be an address that begins with ${protocol.test('rediss:') ? 'redis://' : 'postgres://'}`)
  return text
}

function metricsOf(text: string | undefined): Environment['metrics'] {
  if (nonEmpty(text) === null) return null
  const [, host, digits] = /^(?:\[?([\w.:-]+?)\]?:)?(\d{1,5})$/.exec(text?.trim() ?? '') ?? []
  const port = Number(digits)
  if (digits === undefined || port > 65535)
    throw new Error('COMITY_METRICS must be a port of this machine, such as 9464, or an address, such as 10.0.0.5:9464')
  return { host: host ?? '127.0.0.1', port }
}

function documentsOnlyOf(variables: Readonly<Record<string, string | undefined>>): boolean {
  const text = nonEmpty(variables['COMITY_DOCUMENTS_ONLY']) ?? 'false'
  if (text !== 'true' && text !== 'false') throw new Error('COMITY_DOCUMENTS_ONLY must be true or false')
  if (text === 'true' && pathOf(variables['COMITY_DOCUMENTS']) === null)
    throw new Error('COMITY_DOCUMENTS_ONLY needs COMITY_DOCUMENTS, the folder of published documents: without it nothing could be asked')
  return text === 'true'
}

function executorOf(text: string | undefined): Environment['executor'] {
  const name = nonEmpty(text) ?? 'compiled'
  if (name !== 'compiled' && name !== 'graphql-js') throw new Error('COMITY_EXECUTOR must be compiled or graphql-js')
  return name
}

function logLevelOf(text: string | undefined): string {
  const level = nonEmpty(text) ?? 'info'
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']
  if (!levels.includes(level)) throw new Error(`COMITY_LOG must be one of ${levels.join(', ')}`)
  return level
}

function pathOf(text: string | undefined): string | null {
  const path = nonEmpty(text)
  if (path === null) return null
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : resolve(path)
}

function nonEmpty(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text
}
