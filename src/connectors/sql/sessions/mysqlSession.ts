import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { type Connection, createConnection, createPool, type Pool, type PoolConnection, type PoolOptions } from 'mysql2/promise'
import { remainingMs, timedOut, within } from '../../budget.ts'
import { type Call, ConnectorError } from '../../connector.ts'
import type { DriverRow, Statement } from '../dialect.ts'
import type { SqlSession } from '../session.ts'
import { boundAnswer } from './answerBound.ts'
import { endWithin } from './endWithin.ts'
import { tameDriver } from './mysqlDriver.ts'
import { mysqlFault } from './mysqlFault.ts'
import { timeoutStep } from './timeoutStep.ts'

/** How to reach a MySQL or MariaDB server. */
export interface MysqlAddress {
  readonly url: string
  readonly connections: number
  /** Longest that one statement may run, in milliseconds. */
  readonly statementTimeoutMs: number
  /** Absent: no encryption. */
  readonly tls?: { readonly caFile?: string | undefined } | undefined
}

/** Settings that the texts of rows depend on, and no writing. */
const settings = [
  "set session sql_mode = '', time_zone = '+00:00', max_sort_length = 8192, group_concat_max_len = 1024",
  'set session transaction read only',
]

/** A pool of read-only connections to one server. */
export async function mysqlSession({ url, connections, statementTimeoutMs, tls }: MysqlAddress): Promise<SqlSession> {
  tameDriver()
  const address = await connectionOptions(url, statementTimeoutMs, tls)
  const pool = createPool({
    ...address,
    connectionLimit: connections,
    maxIdle: connections,
    idleTimeout: 30_000,
    enableKeepAlive: true,
    maxPreparedStatements: 200,
  })
  const prepared = new WeakMap<object, { step: number; isMaria: boolean }>()
  let closing: Promise<void> | null = null

  async function prepare(connection: PoolConnection, call: Call): Promise<void> {
    const step = timeoutStep(remainingMs(call), statementTimeoutMs)
    const known = prepared.get(connection.connection)
    if (known?.step === step) return
    const isMaria = known?.isMaria ?? (await introduce(connection))
    await connection.query(isMaria ? `set session max_statement_time = ${step / 1000}` : `set session max_execution_time = ${step}`)
    prepared.set(connection.connection, { step, isMaria })
  }

  async function run({ sql, parameters }: Statement, call: Call): Promise<readonly DriverRow[]> {
    return within(call, async (signal) => {
      const connection = await connect(pool, signal)
      let given = false
      const cancel = () => {
        given = true
        void killStatement(address, connection.threadId)
        cut(connection)
      }
      signal.addEventListener('abort', cancel, { once: true })
      const bound = boundAnswer(streamOf(connection))
      try {
        await prepare(connection, call)
        const [rows] = await connection.execute(sql, parameters as never[])
        return rows as unknown as readonly DriverRow[]
      } catch (error) {
        const fault = bound.fault() ?? mysqlFault(error)
        if ((fault.reason === 'UNREACHABLE' || fault === bound.fault()) && !given) {
          given = true
          cut(connection)
        }
        throw fault
      } finally {
        bound.release()
        signal.removeEventListener('abort', cancel)
        if (!given) connection.release()
      }
    }).catch((error: unknown) => {
      throw error instanceof ConnectorError ? error : mysqlFault(error)
    })
  }

  return {
    run,
    close: () => {
      closing ??= endWithin(pool.end())
      return closing
    },
  }
}

async function connectionOptions(url: string, timeout: number, tls: MysqlAddress['tls']): Promise<PoolOptions> {
  const ca = tls?.caFile === undefined ? undefined : await readFile(tls.caFile, 'utf8')
  return {
    uri: url,
    connectTimeout: timeout,
    charset: 'utf8mb4_bin',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    jsonStrings: true,
    timezone: 'Z',
    ...(tls === undefined ? {} : { ssl: { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) } }),
  }
}

async function connect(pool: Pool, signal: AbortSignal): Promise<PoolConnection> {
  const connection = await pool.getConnection()
  if (signal.aborted) {
    connection.release()
    throw timedOut()
  }
  return connection
}

/** Tells the server how this connection wants its answers; true when it is MariaDB. */
async function introduce(connection: PoolConnection): Promise<boolean> {
  for (const setting of settings) await connection.query(setting)
  const [rows] = await connection.query('select version() as version')
  return /mariadb/i.test(String((rows as unknown as readonly DriverRow[])[0]?.['version']))
}

/** Kills over a connection of its own; when that fails too, the statement's own time-out ends it. */
async function killStatement(address: PoolOptions, threadId: number): Promise<void> {
  try {
    const connection = await createConnection({ ...address, connectTimeout: 2000 })
    try {
      // KILL takes no parameters; the id is the driver's own number.
      await connection.query({ sql: `kill query ${Math.trunc(threadId)}`, timeout: 2000 })
    } finally {
      cut(connection)
    }
  } catch {}
}

/** Closes a connection and its socket at once. The driver alone only ends its own half and waits for the server's, which a machine that is gone never sends. */
function cut(connection: Connection): void {
  connection.destroy()
  streamOf(connection).destroy()
}

function streamOf(connection: Connection): Socket {
  return (connection as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream
}
