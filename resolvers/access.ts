import type { Resolvers } from '../src/generated/resolvers.ts'

/** The end of somebody's access. */
export const access: Resolvers = {
  Query: {
    accessRevocations: (_parent, args, operation) => operation.accessRevocations(args),
  },
  Mutation: {
    revokeAccess: (_parent, { input }, operation) => operation.revokeAccess(input),
  },
  AccessRevocation: {
    revokedAt: ({ revokedAt }) => new Date(revokedAt).toISOString(),
    revokedBy: ({ by }) => by,
  },
}
