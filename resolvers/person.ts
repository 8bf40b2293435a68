import type { Resolvers } from '../src/generated/resolvers.ts'

/** Persons of interest. */
export const person: Resolvers = {
  Query: {
    persons: (_parent, args, operation, info) => operation.connection('Person', args, info),
  },
  Person: {
    possibleMatches: (view, args, operation, info) => operation.possibleMatches(view, args, info),
  },
  Subscription: {
    personsProgress: {
      subscribe: (_parent, args, operation, info) => operation.progress('personsProgress', 'Person', args, info),
    },
  },
}
