import type { Resolvers } from '../src/generated/resolvers.ts'

/** Notices and diffusions. */
export const notice: Resolvers = {
  Query: {
    notices: (_parent, args, operation, info) => operation.connection('Notice', args, info),
  },
}
