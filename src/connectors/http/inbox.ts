import { type Connector, ConnectorError } from '../connector.ts'
import { checkedReceipt, receiptKey } from '../outbound.ts'
import type { InboxOptions } from './inboxOptions.ts'
import type { JsonClient } from './jsonClient.ts'

/** Hands messages to a system that speaks HTTP: one POST each, named by its key. */
export function inboxOf({ path, receiptKey: text }: InboxOptions, client: JsonClient): NonNullable<Connector['submit']> {
  const key = receiptKey(text)
  if (key === null) throw new TypeError('the options were not checked')
  return async (message, call) => {
    const headers = { 'idempotency-key': message.key }
    const answer = await client.send({ method: 'POST', path: client.under(path), headers, body: message.content }, call)
    if (answer === null) throw new ConnectorError('BAD_ANSWER', 'there is no receipt')
    return checkedReceipt(answer.body, message, key)
  }
}
