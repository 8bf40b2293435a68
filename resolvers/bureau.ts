import type { Resolvers } from '../src/generated/resolvers.ts'

/** The greatest value of GraphQL's Int. */
const mostInt = 2 ** 31 - 1
const feedErrors = ['TIMEOUT', 'UNAVAILABLE', 'BUSY', 'BREAKER_OPEN', 'INTERNAL'] as const

/** Member bureaus and what they do for an answer. */
export const bureau: Resolvers = {
  Query: {
    bureaus: (_parent, _args, operation) => operation.members,
    bureau: (_parent, { code }, operation) => operation.member(code),
  },
  Bureau: {
    code: ({ profile }) => profile.code,
    name: ({ profile }) => profile.name,
    kind: ({ profile }) => profile.kind,
    timeZone: ({ profile }) => profile.timeZone,
    languages: ({ profile }) => profile.languages,
    duty24x7: ({ profile }) => profile.duty24x7,
    contact: ({ profile }) => profile.contact,
    supervision: ({ profile }) => profile.supervision,
    status: (member, _args, operation) => operation.standingOf(member),
    health: (member, _args, operation) => operation.healthOf(member),
    policy: (member, _args, operation) => operation.policyOf(member),
    feeds: (member, _args, operation) => operation.feedsOf(member),
    serves: ({ source }) => [...(source?.mappings.keys() ?? [])].sort(),
  },
  BureauFeed: {
    bureau: ({ bureau: code }, _args, operation) => operation.memberOf(code),
    mode: ({ mode }) => mode.toUpperCase() as Uppercase<typeof mode>,
    lagMs: ({ lagMs }) => (lagMs === null ? null : Math.min(lagMs, mostInt)),
    missed: ({ missed }) => (missed === null ? null : Math.min(missed, mostInt)),
    lastError: ({ lastError }) => feedErrors.find((one) => one === lastError) ?? (lastError === null ? null : 'INTERNAL'),
  },
  BureauPolicy: {
    pendingProblems: ({ problems }) => problems,
  },
  PolicyProblem: {
    // Where the hub keeps its files is nobody's business.
    file: ({ file }) => file.split(/[\\/]/).at(-1) ?? '',
    suggestion: ({ suggestion }) => suggestion ?? null,
  },
  SourceStatus: {
    bureau: (status, _args, operation) => operation.memberOf(status.bureau),
  },
}
