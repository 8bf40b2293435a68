import { z } from 'zod'
import { receiptKey } from '../outbound.ts'

/** Where a system that speaks HTTP takes requests for assistance. */
export const inboxSchema = z
  .strictObject({
    path: z.string().startsWith('/').describe('Path that takes one message by POST, with its key in `Idempotency-Key`. Appended to `url`.'),
    receiptKey: z
      .string()
      .refine((text) => receiptKey(text) !== null, 'must be an Ed25519 public key in base64url')
      .describe("The system's Ed25519 public key, in base64url: it signs a receipt for each message."),
  })
  .describe('How the system takes requests for assistance. Absent: the bureau works on them at the hub.')

export type InboxOptions = z.infer<typeof inboxSchema>
