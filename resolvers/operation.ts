import type { Resolvers } from '../src/generated/resolvers.ts'

/** Joint operations. */
export const operation: Resolvers = {
  Query: {
    operations: (_parent, args, context, info) => context.connection('Operation', args, info),
  },
  Subscription: {
    operationsProgress: {
      subscribe: (_parent, args, context, info) => context.progress('operationsProgress', 'Operation', args, info),
    },
  },
  Participant: {
    bureau: (participant, _args, context) => context.member(participant.bureau),
  },
}
