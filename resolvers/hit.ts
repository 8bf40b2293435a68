import type { Resolvers } from '../src/generated/resolvers.ts'

/** Hit checks. */
export const hit: Resolvers = {
  Mutation: {
    hitCheck: (_parent, { input }, operation) => operation.hitCheck(input),
  },
  HitCheckAnswer: {
    checksLeft: ({ left }) => left,
  },
  HitCheckRow: {
    bureau: ({ bureau }, _args, operation) => operation.memberOf(bureau),
    contact: ({ bureau }, _args, operation) => operation.memberOf(bureau).profile.contact,
  },
}
