import type { Resolvers } from '../src/generated/resolvers.ts'

/** For those who watch over all bureaus. */
export const oversight: Resolvers = {
  Query: {
    subjectReport: (_parent, { records }, operation) => operation.hub.oversightDesk().report(operation, records),
    subjectRequests: (_parent, { overdue, ...page }, operation) =>
      operation.hub.oversightDesk().requests(operation, overdue === true, page),
  },
  Mutation: {
    openSubjectRequest: (_parent, { input }, operation) => operation.hub.oversightDesk().open(operation, input),
    answerSubjectRequest: (_parent, { number, reply }, operation) => operation.hub.oversightDesk().answer(operation, number, reply),
  },
  ReportedRecord: {
    owner: ({ owner }, _args, operation) => operation.memberOf(owner),
    recordType: ({ type }) => type,
    disclosures: ({ accesses }) => accesses,
  },
  ReportedDisclosure: {
    readerBureau: ({ reader }, _args, operation) => operation.memberOf(reader),
    readerRoles: ({ roles }) => roles,
    policyVersion: ({ policy }) => policy?.version ?? null,
  },
  SubjectRequest: {
    overdue: ({ due, answered }, _args, { caller }) => answered === null && due < caller.date,
    answeredOn: ({ answered }) => answered?.on ?? null,
    reply: ({ answered }) => answered?.reply ?? null,
    neutralReply: (request, _args, operation) => operation.hub.oversightDesk().reply(request),
  },
}
