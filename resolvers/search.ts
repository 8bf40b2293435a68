import type { Resolvers, SearchOutcome } from '../src/generated/resolvers.ts'

/** Searches for people. */
export const search: Resolvers = {
  Query: {
    network: (_parent, args, operation, info) => operation.network(args, info),
    searchPersons: (_parent, args, operation, info) => operation.searchPersons(args, info),
  },
  Mutation: {
    judgeMatch: async (_parent, { input }, operation, info) => ({
      records: await operation.judgeMatch(input, info),
      verdict: input.verdict,
    }),
  },
  SearchFeature: {
    outcome: ({ outcome }) => outcome as SearchOutcome,
  },
  ComparedWords: {
    sought: ({ a }) => a,
    found: ({ b }) => b,
  },
}
