import type { Resolvers } from '../src/generated/resolvers.ts'

/** Notices and diffusions. */
export const notice: Resolvers = {
  Query: {
    notices: (_parent, args, operation, info) => operation.connection('Notice', args, info),
  },
  Subscription: {
    noticesProgress: {
      subscribe: (_parent, args, operation, info) => operation.progress('noticesProgress', 'Notice', args, info),
    },
  },
}
