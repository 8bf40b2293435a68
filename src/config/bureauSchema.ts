import { z } from 'zod'
import { mappingSchema } from '../mapping/mappingSchema.ts'
import { anomaliesSchema } from './anomalySchema.ts'
import { captureSchema } from './captureSchema.ts'
import { isPolicyKey } from './policySignature.ts'

/** `bureau.yaml`, `comity: bureau/v1`. Descriptions travel into the JSON Schema that editors read. */
const text = z.string().min(1).max(300)

const contactSchema = z
  .strictObject({
    desk: text.nullable().default(null).describe("The desk's name."),
    email: text.nullable().default(null),
    phone: text.nullable().default(null).describe('E.164, such as +15550100.'),
  })
  .describe('How to reach the desk.')

const limitsSchema = z
  .strictObject({
    deadlineMs: z
      .int()
      .min(50)
      .max(60_000)
      .default(2500)
      .describe('Time for one call, in milliseconds. A whole operation gets the longest of all bureaus.'),
    concurrency: z.int().min(1).max(1000).default(8).describe('Calls in flight at once.'),
    queue: z.int().min(0).max(10_000).default(32).describe('Calls that may wait for a free place.'),
    pageRows: z.int().min(1).max(10_000).default(200).describe('Rows asked for in one call.'),
    scanRows: z
      .int()
      .min(1)
      .max(10_000_000)
      .default(20_000)
      .describe('Rows read at most for one question where the hub filters or orders by itself.'),
    slowMs: z
      .int()
      .min(10)
      .max(60_000)
      .nullable()
      .default(null)
      .describe('A call that takes this long shows that the system is overloaded. Null: nine tenths of deadlineMs.'),
    breakerPercent: z
      .int()
      .min(20)
      .max(100)
      .default(50)
      .describe('Percent of recent calls, ten at least, that have to fail before the system is left alone for a while.'),
    retryPercent: z
      .int()
      .min(0)
      .max(10)
      .default(10)
      .describe('Percent of the calls that may be tried a second time after a failure. 0: none.'),
    hedgePercent: z
      .int()
      .min(0)
      .max(8)
      .default(8)
      .describe('Percent of the calls that may be asked a second time when the answer takes longer than 95 percent of them do. 0: none.'),
  })
  .describe("What the hub allows itself against the bureau's system.")

/** Who the bureau is. */
const profile = {
  comity: z.literal('bureau/v1').describe('The language of this file.'),
  code: z
    .string()
    .regex(/^(?=.*[A-Z])[A-Z0-9]{2,3}$/, 'must be two or three upper-case letters or digits, a letter among them')
    .describe("The member's code."),
  name: text.describe("The bureau's name, in English."),
  kind: z.enum(['NCB', 'INTERNATIONAL_ENTITY', 'SECRETARIAT', 'OVERSIGHT', 'LIST']).default('NCB'),
  timeZone: z.string().refine(isZone, 'must be an IANA time zone, such as Europe/Lisbon').describe('IANA time zone of its working day.'),
  languages: z
    .array(z.string().refine(isLanguageTag, 'must be a BCP 47 language tag, such as pt'))
    .min(1)
    .describe('Languages it works in, the preferred one first.'),
  duty24x7: z.boolean().default(false).describe('Whether its desk is staffed round the clock.'),
  contact: contactSchema.nullable().default(null),
  supervision: z.enum(['NONE', 'PRE_CLEARANCE', 'SUSPENDED']).default('NONE').describe('Supervision by the Secretariat.'),
  takesPart: z
    .boolean()
    .default(true)
    .describe(
      'Whether its system is asked. false drains the bureau: no operation that begins from then on asks it, and its connection is closed when the last one that does has ended.',
    ),
  limits: limitsSchema.prefault({}),
  policyKeys: z
    .array(z.string().refine(isPolicyKey, 'must be an Ed25519 public key in base64url, as "comity policy keygen" prints it'))
    .min(1)
    .optional()
    .describe("The bureau's public keys. With any, each disclosure.yaml must be signed by one of them; without, it is taken unsigned."),
}

/** The head alone: enough to name a bureau whose file has mistakes further down. */
export const profileSchema = z.object(profile)

/** The whole file, the connector's own options aside. */
export const bureauSchema = z.strictObject({
  ...profile,
  connector: z
    .looseObject({ kind: z.string().describe('postgres, mysql, sqlite, rest, graphql or file.') })
    .describe("How the bureau's system is reached."),
  mapping: mappingSchema.describe('What its rows mean.'),
  capture: captureSchema.optional(),
  anomalies: anomaliesSchema.optional(),
  search: z
    .strictObject({
      keepKeys: z
        .boolean()
        .default(false)
        .describe(
          'Whether the hub keeps search keys of the records: pieces of keyed digests of how names sound, of birth years and of document numbers. No value can be read from them; false removes them.',
        ),
    })
    .optional()
    .describe('What the hub may do so that a search for people need not read everything. Default: nothing.'),
})

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
