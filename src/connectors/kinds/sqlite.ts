import { resolve } from 'node:path'
import { z } from 'zod'
import { type Connector, ConnectorError } from '../connector.ts'
import type { ConnectorEnvironment } from '../environment.ts'
import { sqliteDialect } from '../sql/dialects/sqliteDialect.ts'
import type { SqlSession } from '../sql/session.ts'
import { WorkerSession } from '../sql/sessions/workerSession.ts'
import { SqlConnector } from '../sql/sqlConnector.ts'

/** Options of kind `sqlite`. */
export const optionsSchema = z.strictObject({
  kind: z.literal('sqlite'),
  file: z.string().min(1).describe('The database file. It is opened read-only and must exist.'),
  statementTimeoutMs: z
    .int()
    .min(100)
    .max(60_000)
    .default(10_000)
    .describe('Longest that one statement may run, whatever the deadline of the question.'),
  documents: z
    .array(z.string().regex(/^[^.]+(\.[^.]+){1,2}$/))
    .default([])
    .describe('Columns, as `table.column`, whose JSON arrives parsed. Other columns with JSON arrive as text.'),
})

/** Opens a connector to a file. */
export async function open(options: z.infer<typeof optionsSchema>, environment: ConnectorEnvironment): Promise<Connector> {
  const session = sqliteSession(resolve(environment.folder, options.file), options.statementTimeoutMs)
  return new SqlConnector({
    dialect: sqliteDialect,
    session,
    schemas: null,
    documents: new Set(options.documents.map((name) => name.toLowerCase())),
  })
}

/** Reads one file in a thread of its own. */
export function sqliteSession(path: string, statementTimeoutMs: number): SqlSession {
  return new WorkerSession({
    thread: new URL('../sql/sessions/sqliteWorker.ts', import.meta.url),
    path,
    statementTimeoutMs,
    fault: sqliteFault,
  })
}

/** SQLite's primary result codes. */
function sqliteFault(code: string, words: string, opening: boolean): ConnectorError {
  const primary = Number(code) & 0xff
  if (primary === 5 || primary === 6) return new ConnectorError('BUSY', 'the file is locked', { cause: words })
  if (primary === 3 || primary === 8 || primary === 23)
    return new ConnectorError('REFUSED', 'the file may not be used so', { cause: words })
  if (primary === 1 && /^no such (table|column)/.test(words))
    return new ConnectorError('NO_SOURCE', 'a table or column is gone', { cause: words })
  if (opening || primary === 14) return new ConnectorError('UNREACHABLE', 'the file cannot be opened', { cause: words })
  return new ConnectorError('BAD_ANSWER', 'the file cannot be read', { cause: words })
}
