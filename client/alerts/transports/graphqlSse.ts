import { print } from 'graphql'
import type { Client } from 'graphql-sse'
import type { AlertTransport, SubscriptionResult } from '../transport.ts'

/**
 * As an event stream. Make the client with `retryAttempts: 0`, since coming back is done here, and with `headers` as a function, so that it sends the token of the moment:
 *
 *     createClient({ url, retryAttempts: 0, headers: () => ({ authorization: `Bearer ${token}`, 'comity-purpose': purpose }) })
 */
export function overGraphqlSse(client: Pick<Client, 'iterate'>): AlertTransport {
  return {
    subscribe: (document, variables) => client.iterate({ query: print(document), variables }) as AsyncIterable<SubscriptionResult<never>>,
  }
}
