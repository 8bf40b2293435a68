import type { Resolvers } from '../src/generated/resolvers.ts'

/** Reading by id. */
export const root: Resolvers = {
  Query: {
    node: (_parent, { id }, operation, info) => operation.plan.node(id, info),
  },
}
