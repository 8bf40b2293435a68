import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { ConnectorError } from './connector.ts'

/** A message for a bureau's own system. */
export interface OutboundMessage {
  /** Names it for ever: the system takes what comes a second time under the same key for what it has already. */
  readonly key: string
  /** JSON. The same content for the same key, always. */
  readonly content: Readonly<Record<string, unknown>>
}

/** What a system says when a message is safe with it. */
export interface Receipt {
  /** The system's own number for it. */
  readonly receipt: string
  /** When it took it, RFC 3339. */
  readonly at: string
  /** The system's signature, as it was given. */
  readonly signature: string
}

/** SHA-256 of a message's content, in hex, as it travels. */
export function contentDigest({ content }: OutboundMessage): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** The text that a system signs: which message it has, with which content, under which number, since when. */
export function receiptText(key: string, digest: string, receipt: string, at: string): string {
  return ['comity receipt v1', key, digest, receipt, at].join('\n')
}

/** A system's Ed25519 key for receipts: 32 bytes in base64url. Null for anything else. */
export function receiptKey(text: string): KeyObject | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return null
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' })
  } catch {
    return null
  }
}

/** The receipt in a system's answer. Throws `ConnectorError` BAD_ANSWER unless it is for this message, with this content, and signed by the system. */
export function checkedReceipt(answer: unknown, message: OutboundMessage, key: KeyObject): Receipt {
  const { receipt, at, signature } = typeof answer === 'object' && answer !== null ? (answer as Readonly<Record<string, unknown>>) : {}
  if (!isShortText(receipt) || !isShortText(at) || !isShortText(signature))
    throw new ConnectorError('BAD_ANSWER', 'a receipt has the texts receipt, at and signature')
  const signed = Buffer.from(receiptText(message.key, contentDigest(message), receipt, at))
  if (!verify(null, signed, key, Buffer.from(signature, 'base64url')))
    throw new ConnectorError('BAD_ANSWER', 'the receipt is not signed by the system, or is for something else')
  return { receipt, at, signature }
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= 300 && !value.includes('\n')
}
