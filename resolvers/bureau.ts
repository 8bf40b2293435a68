import type { Resolvers } from '../src/generated/resolvers.ts'

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
    serves: ({ source }) => [...(source?.mappings.keys() ?? [])].sort(),
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
