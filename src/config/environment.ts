import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { HubFile, Risk, TlsFiles } from './hubSchema.ts'

/** How a hub is run: what its `comity.yaml` says, and the process's environment over it. Each is read once, and here only. */
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
  /** TLS at the door; in `comity.yaml` only. Default: none. */
  readonly tls: TlsFiles | null
  /** Risks that are accepted in production; in `comity.yaml` only. Default: none. */
  readonly accepted: readonly Risk[]
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

type Variables = Readonly<Record<string, string | undefined>>

/** The environment of this process. */
export function processVariables(): Variables {
  return process.env
}

/**
 * Reads the environment, over what `comity.yaml` says where there is one: a variable that is set and not empty stands in for the file. Throws with one sentence that names the variable and the
 * cure.
 */
export function readEnvironment(variables: Variables = processVariables(), file: HubFile | null = null): Environment {
  const documents = pathOf(variables['COMITY_DOCUMENTS']) ?? file?.documents?.folder ?? null
  return {
    port: numberOf(variables, 'PORT', 65_535) ?? file?.listen?.port ?? 4000,
    host: nonEmpty(variables['HOST']) ?? file?.listen?.host ?? '127.0.0.1',
    tls: file?.listen?.tls ?? null,
    bureaus: pathOf(variables['COMITY_BUREAUS']) ?? file?.bureaus ?? null,
    dataDir: pathOf(variables['COMITY_DATA_DIR']) ?? file?.data ?? resolve('.comity'),
    issuers: pathOf(variables['COMITY_ISSUERS']) ?? file?.issuers ?? null,
    hitChecksPerDay: numberOf(variables, 'COMITY_HIT_CHECKS') ?? file?.limits?.hitChecksPerDay ?? 200,
    searchesPerHour: numberOf(variables, 'COMITY_SEARCHES') ?? file?.limits?.searchesPerHour ?? 300,
    databaseUrl: urlOf(variables, 'DATABASE_URL', /^postgres(ql)?:$/) ?? file?.database?.url ?? null,
    redisUrl: urlOf(variables, 'REDIS_URL', /^rediss?:$/) ?? file?.redis?.url ?? null,
    production: variables['NODE_ENV'] === 'production' || file?.production === true,
    accepted: file?.accept ?? [],
    metrics: metricsOf(variables['COMITY_METRICS']) ?? file?.metrics ?? null,
    ledgerExport: pathOf(variables['COMITY_LEDGER_EXPORT']) ?? file?.ledger?.export ?? null,
    documents,
    documentsOnly: documentsOnlyOf(variables['COMITY_DOCUMENTS_ONLY'], documents) ?? file?.documents?.required ?? false,
    executor: executorOf(variables['COMITY_EXECUTOR']) ?? file?.executor ?? 'compiled',
    logLevel: logLevelOf(variables['COMITY_LOG']) ?? file?.log ?? 'info',
    variables,
  }
}

function numberOf(variables: Variables, name: string, most = Number.MAX_SAFE_INTEGER): number | null {
  const text = nonEmpty(variables[name])
  if (text === null) return null
  const number = Number(text)
  const range = most === Number.MAX_SAFE_INTEGER ? ', 0 or more' : ` from 0 to ${most}`
  if (!Number.isInteger(number) || number < 0 || number > most) throw new Error(`${name} must be a whole number${range}`)
  return number
}

/** An address, which may hold a password: it is in no message. */
function urlOf(variables: Variables, name: string, protocol: RegExp): string | null {
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

function documentsOnlyOf(variable: string | undefined, documents: string | null): boolean | null {
  const text = nonEmpty(variable)
  if (text === null) return null
  if (text !== 'true' && text !== 'false') throw new Error('COMITY_DOCUMENTS_ONLY must be true or false')
  if (text === 'true' && documents === null)
    throw new Error('COMITY_DOCUMENTS_ONLY needs COMITY_DOCUMENTS, the folder of published documents: without it nothing could be asked')
  return text === 'true'
}

function executorOf(text: string | undefined): Environment['executor'] | null {
  const name = nonEmpty(text)
  if (name !== null && name !== 'compiled' && name !== 'graphql-js') throw new Error('COMITY_EXECUTOR must be compiled or graphql-js')
  return name
}

function logLevelOf(text: string | undefined): string | null {
  const level = nonEmpty(text)
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']
  if (level !== null && !levels.includes(level)) throw new Error(`COMITY_LOG must be one of ${levels.join(', ')}`)
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
