import { resolve } from 'node:path'
import { z } from 'zod'
import type { Connector } from '../connector.ts'
import type { ConnectorEnvironment } from '../environment.ts'
import { mysqlDialect } from '../sql/dialects/mysqlDialect.ts'
import { mysqlSession } from '../sql/sessions/mysqlSession.ts'
import { SqlConnector } from '../sql/sqlConnector.ts'

/** Options of kind `mysql`: MySQL 8 and MariaDB 10.6 or later. */
export const optionsSchema = z.strictObject({
  kind: z.literal('mysql'),
  url: z
    .string()
    .min(1)
    .describe(
      'Connection URL, `mysql://user:password@host:3306/database`. The database in it is where sources without one are looked for.',
    ),
  connections: z.int().min(1).max(64).default(4).describe('Most connections open at once.'),
  statementTimeoutMs: z
    .int()
    .min(100)
    .max(60_000)
    .default(10_000)
    .describe('Longest that one statement may run, whatever the deadline of the question.'),
  tls: z
    .strictObject({
      caFile: z.string().optional().describe('PEM file with the authority that signed the server certificate. Default: the public ones.'),
    })
    .optional()
    .describe('Encrypts and verifies the server. Default: off, for servers on the same machine.'),
  documents: z
    .array(z.string().regex(/^[^.]+(\.[^.]+){1,2}$/))
    .default([])
    .describe('Columns, as `table.column`, whose JSON arrives parsed. Other JSON columns arrive as text.'),
})

/** Opens a connector to a server. */
export async function open(options: z.infer<typeof optionsSchema>, environment: ConnectorEnvironment): Promise<Connector> {
  const caFile = options.tls?.caFile === undefined ? undefined : resolve(environment.folder, options.tls.caFile)
  return new SqlConnector({
    dialect: mysqlDialect,
    session: await mysqlSession({ ...options, tls: options.tls === undefined ? undefined : { caFile } }),
    schemas: null,
    documents: new Set(options.documents.map((name) => name.toLowerCase())),
  })
}
