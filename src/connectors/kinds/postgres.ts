import { resolve } from 'node:path'
import { z } from 'zod'
import { type Connector, ConnectorError } from '../connector.ts'
import type { ConnectorEnvironment } from '../environment.ts'
import { postgresDialect } from '../sql/dialects/postgresDialect.ts'
import type { SqlSession } from '../sql/session.ts'
import { claimFolder } from '../sql/sessions/folderClaim.ts'
import { postgresFault } from '../sql/sessions/postgresFault.ts'
import { postgresSession } from '../sql/sessions/postgresSession.ts'
import { WorkerSession } from '../sql/sessions/workerSession.ts'
import { SqlConnector } from '../sql/sqlConnector.ts'

/** Options of kind `postgres`. */
export const optionsSchema = z
  .strictObject({
    kind: z.literal('postgres'),
    url: z
      .string()
      .optional()
      .describe(
        'Connection URL, `postgres://user:password@host:5432/database?sslmode=verify-full`. Absent or empty: the embedded database in `folder`.',
      ),
    folder: z
      .string()
      .optional()
      .describe('Folder of an embedded PGlite database; used when there is no `url`. It must exist: it is never created.'),
    schemas: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe("Schemas in which a source without a schema is looked for, in this order. Default: the role's search path."),
    connections: z
      .int()
      .min(1)
      .max(64)
      .default(4)
      .describe('Most connections open at once. An embedded database has one, whatever stands here.'),
    statementTimeoutMs: z
      .int()
      .min(100)
      .max(60_000)
      .default(10_000)
      .describe('Longest that one statement may run, whatever the deadline of the question.'),
    documents: z
      .array(z.string().regex(/^[^.]+(\.[^.]+){1,2}$/))
      .default([])
      .describe('Columns, as `table.column`, whose JSON arrives parsed. Other JSON columns arrive as text.'),
  })
  .refine((options) => Boolean(options.url) || Boolean(options.folder), {
    error: 'needs `url`, or `folder` for an embedded database',
    path: ['url'],
  })

/** Opens a connector to a server, or to an embedded database. */
export async function open(options: z.infer<typeof optionsSchema>, environment: ConnectorEnvironment): Promise<Connector> {
  return new SqlConnector({
    dialect: postgresDialect,
    session: options.url
      ? postgresSession({ ...options, url: options.url })
      : embedded(resolve(environment.folder, options.folder ?? '.'), options.statementTimeoutMs),
    schemas: options.schemas ?? null,
    documents: new Set(options.documents.map((name) => name.toLowerCase())),
  })
}

function embedded(folder: string, statementTimeoutMs: number): SqlSession {
  const session = new WorkerSession({
    thread: new URL('../sql/sessions/pgliteWorker.ts', import.meta.url),
    path: folder,
    statementTimeoutMs,
    claim: () => claimFolder(folder),
    fault: (code, words, opening) =>
      opening
        ? new ConnectorError('UNREACHABLE', 'the embedded database cannot be opened', { cause: words })
        : postgresFault({ code, message: words }),
  })
  session.warm()
  return session
}
