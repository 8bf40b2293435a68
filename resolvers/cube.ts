import type { Resolvers } from '../src/generated/resolvers.ts'

/** Counts that bureaus publish. */
export const cube: Resolvers = {
  Query: {
    cubes: (_parent, { bureau }, operation, info) => operation.offeredCubes(bureau ?? null, info),
  },
  Cube: {
    owner: ({ owner }, _args, operation) => operation.memberOf(owner),
    dimensions: ({ dimensions }) => dimensions.map(({ field }) => field),
    table: (offered, _args, operation, info) => operation.cubeTable(offered, info),
  },
}
