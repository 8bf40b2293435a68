import type { CreateWatchInput, Resolvers } from '../src/generated/resolvers.ts'
import { constantOf } from '../src/model/constant.ts'
import { ComityError } from '../src/model/errors.ts'

const typeNames = { notices: 'Notice', persons: 'Person', requests: 'AssistanceRequest', operations: 'Operation' } as const
const sorts = Object.keys(typeNames) as (keyof typeof typeNames)[]

/** An instant as the schema has it. */
function instant(ms: number): string {
  return new Date(ms).toISOString()
}

/** The one filter that is given. Throws BAD_USER_INPUT. */
function wanted(input: CreateWatchInput): { readonly type: string; readonly where: unknown } {
  const given = sorts.filter((sort) => input[sort] !== null && input[sort] !== undefined)
  const [sort] = given
  if (sort === undefined || given.length > 1)
    throw new ComityError('BAD_USER_INPUT', { reason: `exactly one of ${sorts.join(', ')} is to be given` })
  return { type: typeNames[sort], where: input[sort] }
}

/** Officers' questions that stand. */
export const watch: Resolvers = {
  Query: {
    watches: (_parent, _args, operation) => operation.watches.desk.watchesOf(operation.caller),
  },
  Mutation: {
    createWatch: (_parent, { input }, operation) => operation.watches.create({ note: input.note, match: input.match, ...wanted(input) }),
    renewWatch: (_parent, { id }, operation) => operation.watches.renew(id),
    deleteWatch: (_parent, { id }, operation) => operation.watches.delete(id),
  },
  Watch: {
    recordType: ({ question }) => constantOf(question.type),
    createdAt: ({ createdAt }) => instant(createdAt),
    expiresAt: ({ expiresAt }) => instant(expiresAt),
    matches: (watch, _args, operation) => operation.watches.desk.matches(watch),
  },
}
