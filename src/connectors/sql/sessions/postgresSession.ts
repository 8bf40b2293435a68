import pg from 'pg'
import { remainingMs, timedOut, within } from '../../budget.ts'
import { type Call, ConnectorError } from '../../connector.ts'
import type { DriverRow, Statement } from '../dialect.ts'
import type { SqlSession } from '../session.ts'
import { boundAnswer } from './answerBound.ts'
import { endWithin } from './endWithin.ts'
import { PostgresClient } from './postgresClient.ts'
import { postgresFault } from './postgresFault.ts'
import { postgresSettings } from './postgresSettings.ts'
import { timeoutStep } from './timeoutStep.ts'

/** How to reach a Postgres server. */
export interface PostgresAddress {
  readonly url: string
  readonly connections: number
  /** Longest that one statement may run, in milliseconds. */
  readonly statementTimeoutMs: number
}

interface Client extends pg.PoolClient {
  readonly stream: PostgresClient['stream']
  /** The server's process behind this connection. */
  readonly processID?: number | null
}

/** A pool of read-only connections to one server. */
export function postgresSession({ url, connections, statementTimeoutMs }: PostgresAddress): SqlSession {
  const address = {
    connectionString: url,
    connectionTimeoutMillis: statementTimeoutMs,
    application_name: 'comity',
    client_encoding: 'UTF8',
  }
  const pool = new pg.Pool({
    ...address,
    Client: PostgresClient,
    max: connections,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    keepAlive: true,
  })
  // An idle connection that breaks is replaced at the next statement; without a listener it would end the process.
  pool.on('error', () => {})
  const steps = new WeakMap<pg.PoolClient, number>()
  let closing: Promise<void> | null = null

  async function prepare(client: pg.PoolClient, call: Call): Promise<void> {
    const step = timeoutStep(remainingMs(call), statementTimeoutMs)
    if (steps.get(client) === step) return
    const settings = steps.has(client) ? [] : postgresSettings
    await client.query([...settings, `set statement_timeout = ${step}`].join('; '))
    steps.set(client, step)
  }

  async function run({ sql, parameters }: Statement, call: Call): Promise<readonly DriverRow[]> {
    return within(call, async (signal) => {
      const client = (await pool.connect()) as Client
      let broken: Error | undefined
      const cancel = () => {
        broken = timedOut()
        if (client.processID) void cancelStatement(address, client.processID)
        // The statement may end before its cancellation arrives, which would then hit the next one: the connection is not used again.
        client.release(true)
      }
      if (signal.aborted) {
        client.release()
        throw timedOut()
      }
      signal.addEventListener('abort', cancel, { once: true })
      const bound = boundAnswer(client.stream)
      try {
        await prepare(client, call)
        return (await client.query<DriverRow>(sql, [...parameters])).rows
      } catch (error) {
        const fault = bound.fault() ?? postgresFault(error)
        if (fault.reason !== 'NO_SOURCE' && broken === undefined) {
          broken = fault
          client.release(fault.reason === 'UNREACHABLE' || fault === bound.fault())
        }
        throw fault
      } finally {
        bound.release()
        signal.removeEventListener('abort', cancel)
        if (broken === undefined) client.release()
      }
    }).catch((error: unknown) => {
      throw error instanceof ConnectorError ? error : postgresFault(error)
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

/** Cancels over a connection of its own; when that fails too, the statement's own time-out ends it. */
async function cancelStatement(address: pg.ClientConfig, processId: number): Promise<void> {
  const client = new PostgresClient({ ...address, connectionTimeoutMillis: 2000, query_timeout: 2000 })
  try {
    await client.connect()
    await client.query('select pg_cancel_backend($1)', [processId])
  } catch {
  } finally {
    client.cut()
  }
}
