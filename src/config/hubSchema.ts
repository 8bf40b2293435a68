import { z } from 'zod'

/** `comity.yaml`, `comity: hub/v1`. Descriptions travel into the JSON Schema that editors read and into docs/configuration.md. */
const path = z.string().min(1).max(4096)

/** A reference is text, also where it stands for a number. */
const wholeNumber = (least: number, most: number) =>
  z
    .union([z.int(), z.string().regex(/^\d{1,9}$/, 'must be a whole number')])
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be a whole number from ${least} to ${most}`)

const address = (pattern: RegExp, begins: string) =>
  z.string().refine((text) => URL.canParse(text) && pattern.test(new URL(text).protocol), `must be an address that begins with ${begins}`)

const bureauCode = z.string().regex(/^[A-Z][A-Z0-9-]{1,19}$/, 'must be the code of a bureau, such as XA')

const clientsSchema = z
  .strictObject({
    authority: path.describe('Certificates of the authorities that sign those of clients, PEM.'),
    revoked: path.optional().describe('List of revoked certificates (CRL, RFC 5280), PEM. Read again when it changes.'),
    required: z.boolean().default(true).describe('Whether a client without a certificate is refused. Default true.'),
    bureaus: z
      .record(bureauCode, z.array(z.string().min(1).max(253)).min(1))
      .default({})
      .describe(
        'For which bureaus a certificate may bring tokens: bureau to DNS names (subjectAltName). A bureau that stands here is spoken for by these certificates alone. Default: any certificate for any bureau.',
      ),
  })
  .describe('Certificates of clients (mutual TLS). Default: none is asked for.')

const tlsSchema = z
  .strictObject({
    certificate: path.describe("The hub's certificate and those between it and its authority, PEM. Read again when it changes."),
    key: path.describe('Its private key, PEM.'),
    clients: clientsSchema.optional(),
  })
  .describe('TLS at the door, 1.3 only. Default: none, for a proxy on the same machine that has it.')

/** Files of TLS at the door. */
export type TlsFiles = z.output<typeof tlsSchema>

/** What may be accepted in production although it is refused otherwise, and why that is. */
export const risks = {
  CLEAR_HTTP: 'listens beyond this machine without `listen.tls`: tokens and answers would cross the network in the clear',
  CLEAR_DATABASE: 'reaches a database on another machine by an address without `sslmode=verify-full`',
  CLEAR_REDIS: 'reaches Redis on another machine by an address that does not begin with rediss://',
  OPEN_METRICS: 'serves metrics, which have no password, beyond this machine',
} as const

/** The name of such a risk. */
export type Risk = keyof typeof risks

export const hubSchema = z.strictObject({
  comity: z.literal('hub/v1').describe('What this file is.'),
  production: z
    .boolean()
    .optional()
    .describe('Whether combinations that are unsafe are refused, see `accept`. Also: NODE_ENV=production. Default false.'),
  accept: z
    .array(z.enum(Object.keys(risks) as [Risk, ...Risk[]]))
    .default([])
    .describe('Risks that are accepted in production because something else answers for them, such as a private network.'),
  listen: z
    .strictObject({
      host: z.string().min(1).max(253).optional().describe('Address to bind. Also: HOST. Default 127.0.0.1.'),
      port: wholeNumber(0, 65_535).optional().describe('Port; 0 takes any free one. Also: PORT. Default 4000.'),
      tls: tlsSchema.optional(),
    })
    .optional()
    .describe('Where the hub answers.'),
  bureaus: path.optional().describe('Folder of bureau folders. Also: COMITY_BUREAUS.'),
  issuers: path.optional().describe('File that lists the token issuers this hub trusts. Also: COMITY_ISSUERS.'),
  data: path.optional().describe("The hub's own state: keys and store. Also: COMITY_DATA_DIR. Default `.comity` in the current folder."),
  database: z
    .strictObject({ url: address(/^postgres(ql)?:$/, 'postgres://').describe('Also: DATABASE_URL.') })
    .optional()
    .describe('Postgres that the nodes of a cluster share. Default: none, a node on its own.'),
  redis: z
    .strictObject({ url: address(/^rediss?:$/, 'redis:// or rediss://').describe('Also: REDIS_URL.') })
    .optional()
    .describe('Redis by which nodes tell each other of changes; it may be lost at any time. Default: none.'),
  metrics: z
    .strictObject({
      host: z.string().min(1).max(253).default('127.0.0.1').describe('Address to bind. Default 127.0.0.1.'),
      port: wholeNumber(0, 65_535).describe('Port; 0 takes any free one.'),
    })
    .optional()
    .describe('Where Prometheus may read metrics. Also: COMITY_METRICS. Default: nowhere.'),
  ledger: z
    .strictObject({ export: path.describe('Folder to which the ledger is exported while the hub runs. Also: COMITY_LEDGER_EXPORT.') })
    .optional()
    .describe('What happens to the record of disclosures beside being kept.'),
  documents: z
    .strictObject({
      folder: path.describe('Folder of published documents. Also: COMITY_DOCUMENTS.'),
      required: z.boolean().default(false).describe('Whether nothing else is answered. Also: COMITY_DOCUMENTS_ONLY. Default false.'),
    })
    .optional()
    .describe('Operations that front-ends have published. Default: none, and any is answered.'),
  limits: z
    .strictObject({
      hitChecksPerDay: wholeNumber(0, 1_000_000)
        .optional()
        .describe('Hit checks that one person has on one UTC day. Also: COMITY_HIT_CHECKS. Default 200.'),
      searchesPerHour: wholeNumber(0, 1_000_000)
        .optional()
        .describe('Searches for people that one person has in one hour of the clock (UTC). Also: COMITY_SEARCHES. Default 300.'),
    })
    .optional()
    .describe('How much one person has.'),
  executor: z
    .enum(['compiled', 'graphql-js'])
    .optional()
    .describe('What executes queries; the answers are the same. Also: COMITY_EXECUTOR. Default compiled.'),
  log: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .optional()
    .describe('Least level of what is logged. Also: COMITY_LOG. Default info.'),
})

/** `comity.yaml` after checking; paths are absolute. */
export type HubFile = z.output<typeof hubSchema>
