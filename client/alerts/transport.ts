import type { TypedDocumentNode } from '@graphql-typed-document-node/core'

/** One result of a subscription, as GraphQL has it. */
export interface SubscriptionResult<Data> {
  readonly data?: Data | null | undefined
  readonly errors?: readonly unknown[] | undefined
}

/**
 * What carries subscriptions: graphql-ws, graphql-sse, urql, Apollo Client, or anything of this form. The iterable ends when the stream has ended, throws when it broke off, and its
 * `return` ends the subscription. It must not come back by itself after a loss: it would ask for what came after the old cursor again.
 */
export interface AlertTransport {
  subscribe<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): AsyncIterable<SubscriptionResult<Data>>
}
