import type { Client } from '@urql/core'
import { pushed } from '../pushed.ts'
import type { AlertTransport, SubscriptionResult } from '../transport.ts'

/** Over urql, with whatever its `subscriptionExchange` forwards to; a client of graphql-ws is made with `retryAttempts: 0`. */
export function overUrql(client: Pick<Client, 'subscription'>): AlertTransport {
  return {
    subscribe: (document, variables) =>
      pushed<SubscriptionResult<never>>((sink) => {
        let last: unknown
        let talkback: (signal: 0 | 1) => void = () => {}
        // A source of urql tells its end to who listens to its signals alone: 0 is the end, tag 0 the beginning, and whatever else holds a result.
        client.subscription(
          document,
          variables,
        )((signal) => {
          if (signal === 0) return sink.complete()
          if (signal.tag === 0) talkback = signal[0] as typeof talkback
          else {
            const { data, error } = signal[0]
            if (error !== undefined) sink.error(error)
            // When a subscription completes, urql gives its last result once more.
            else if (data !== undefined && data !== last) sink.next({ data: data as never })
            last = data
          }
          talkback(0)
        })
        return () => talkback(1)
      }),
  }
}
