import { print } from 'graphql'
import type { Client } from 'graphql-ws'
import type { AlertTransport, SubscriptionResult } from '../transport.ts'

/**
 * Over a socket. Make the client with `retryAttempts: 0`, since coming back is done here, and with `connectionParams` as a function, so that it sends the token of the moment:
 *
 *     createClient({ url, retryAttempts: 0, connectionParams: () => ({ authorization: `Bearer ${token}`, 'comity-purpose': purpose }) })
 */
export function overGraphqlWs(client: Pick<Client, 'iterate'>): AlertTransport {
  return {
    subscribe: (document, variables) => client.iterate({ query: print(document), variables }) as AsyncIterable<SubscriptionResult<never>>,
  }
}
