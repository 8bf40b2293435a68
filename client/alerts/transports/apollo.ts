import type { ApolloClient } from '@apollo/client'
import { pushed } from '../pushed.ts'
import type { AlertTransport, SubscriptionResult } from '../transport.ts'

/** Over Apollo Client, with whatever link carries its subscriptions; `GraphQLWsLink` over a client of graphql-ws that was made with `retryAttempts: 0`. Nothing goes into its cache. */
export function overApollo(client: Pick<ApolloClient, 'subscribe'>): AlertTransport {
  return {
    subscribe: (query, variables) =>
      pushed<SubscriptionResult<never>>((sink) => {
        const results = client.subscribe<unknown, Record<string, unknown>>({ query, variables, fetchPolicy: 'no-cache' })
        const subscription = results.subscribe({
          next: ({ data, error }) => (error === undefined ? sink.next({ data: data as never }) : sink.error(error)),
          error: (error: unknown) => sink.error(error),
          complete: () => sink.complete(),
        })
        return () => subscription.unsubscribe()
      }),
  }
}
