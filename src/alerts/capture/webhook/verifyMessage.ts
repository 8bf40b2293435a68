import type { WebhookKey } from './webhookKey.ts'

/** Headers by lower-case name, as Node gives them. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** Why a message is not taken. */
export type MessageFault = 'MALFORMED' | 'TIMESTAMP' | 'SIGNATURE'

/** Milliseconds that a message's time may be off ours. */
export const toleranceMs = 5 * 60_000
const mostSignatures = 8

/**
 * Holds a message against Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature` over all three of id, time and body. Gives its id, or why it is not
 * taken. Nothing of a message is read before it is known to be signed.
 */
export function verifyMessage(
  { headers, body }: { readonly headers: WebhookHeaders; readonly body: string },
  keys: readonly WebhookKey[],
  now: number,
): { readonly id: string } | { readonly fault: MessageFault } {
  const [id, time, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name])
  if (typeof id !== 'string' || typeof time !== 'string' || typeof given !== 'string') return { fault: 'MALFORMED' }
  if (!/^[\x21-\x7e]{1,128}$/.test(id) || id.includes('.') || !/^\d{1,12}$/.test(time) || given.length > 2048) return { fault: 'MALFORMED' }
  if (Math.abs(now - Number(time) * 1000) > toleranceMs) return { fault: 'TIMESTAMP' }
  const signatures = given.split(' ').slice(0, mostSignatures)
  const text = `${id}.${time}.${body}`
  const isSigned = signatures.some((one) => {
    const comma = one.indexOf(',')
    return keys.some((key) => key.version === one.slice(0, comma) && key.signed(text, one.slice(comma + 1)))
  })
  return isSigned ? { id } : { fault: 'SIGNATURE' }
}
