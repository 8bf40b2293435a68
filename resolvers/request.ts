import type { Resolvers } from '../src/generated/resolvers.ts'

/** Requests for assistance. */
export const request: Resolvers = {
  Query: {
    requests: (_parent, args, operation, info) => operation.connection('AssistanceRequest', args, info),
  },
  Subscription: {
    requestsProgress: {
      subscribe: (_parent, args, operation, info) => operation.progress('requestsProgress', 'AssistanceRequest', args, info),
    },
  },
}
