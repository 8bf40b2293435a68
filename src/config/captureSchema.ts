import { z } from 'zod'

const everySeconds = z.int().min(1).max(86_400).default(5).describe('Seconds between two looks. Default 5.')

const slot = z.strictObject({
  mode: z
    .literal('slot')
    .describe('A logical replication slot of PostgreSQL: nothing is missed, and deletions are seen, while the slot lives.'),
  slot: z
    .string()
    .regex(/^[a-z0-9_]{1,63}$/, 'must be lower-case letters, digits and _')
    .describe("The slot's name; the hub makes it. One for each type."),
  publication: z
    .string()
    .min(1)
    .max(63)
    .default('comity')
    .describe('The publication, made with what `comity outbox ddl` prints. Default `comity`.'),
  everySeconds,
})

const outbox = z.strictObject({
  mode: z
    .literal('outbox')
    .describe('A table that triggers write, made with what `comity outbox ddl` prints: nothing is missed, and deletions are seen.'),
  table: z
    .string()
    .regex(/^[A-Za-z_]\w{0,62}(\.[A-Za-z_]\w{0,62})?$/, 'must be letters, digits and _, with a schema before a point or not')
    .default('comity_outbox')
    .describe('The table. Default `comity_outbox`.'),
  lateCommitMinutes: z
    .int()
    .min(1)
    .max(1440)
    .default(60)
    .describe('Longest that a transaction of the system is open; of no account for PostgreSQL, which says itself. Default 60.'),
  everySeconds,
})

const xmin = z.strictObject({
  mode: z
    .literal('xmin')
    .describe(
      'PostgreSQL only: rows by the transactions that wrote them. Nothing is missed but deletions; each look reads through the whole table.',
    ),
  everySeconds,
})

const poll = z.strictObject({
  mode: z
    .literal('poll')
    .describe('Rows that say they changed since the last look. Deletions, and what comes later than the overlap, wait for the comparison.'),
  by: z
    .string()
    .min(1)
    .default('updatedAt')
    .describe('Canonical date-time field that says when a record last changed. Default `updatedAt`.'),
  overlapSeconds: z
    .int()
    .min(0)
    .max(604_800)
    .default(600)
    .describe('How far back each look reads again: at least four times the longest that a commit is late or a clock is off. Default 600.'),
  everySeconds,
})

const webhook = z.strictObject({
  mode: z.literal('webhook').describe('Signed messages of the system to /capture/<code>. What they leave out waits for the comparison.'),
  everySeconds,
})

const files = z.strictObject({ mode: z.literal('files').describe('New, changed and removed files of a drop folder.'), everySeconds })

/** What stands under `capture:`. */
export const captureSchema = z
  .strictObject({
    reconcileMinutes: z
      .int()
      .min(1)
      .max(43_200)
      .default(1440)
      .describe('Minutes between two comparisons of everything with what was captured. Default 1440, a day.'),
    webhookKeys: z
      .array(
        z.string().refine(isWebhookKey, 'must be a Standard Webhooks key: whsec_ and 24 to 64 bytes, or whpk_ and an Ed25519 public key'),
      )
      .max(8)
      .default([])
      .describe(
        'Keys that may sign messages, as Standard Webhooks writes them; several while they are being changed. Secrets belong in the environment.',
      ),
    types: z
      .record(z.string(), z.discriminatedUnion('mode', [slot, outbox, xmin, poll, webhook, files]))
      .describe('Record type -> how its changes are captured. A type without an entry is not captured.'),
  })
  .describe('How the hub learns that records changed. Default: it does not, and there are no alerts about them.')

function isWebhookKey(text: string): boolean {
  const [, kind, encoded = ''] = /^(whsec|whpk)_([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  const { length } = Buffer.from(encoded, 'base64')
  return kind === 'whsec' ? length >= 24 && length <= 64 : kind === 'whpk' && length === 32
}
