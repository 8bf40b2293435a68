import type { Resolvers } from '../src/generated/resolvers.ts'

/** What owners' desks are told. */
export const desk: Resolvers = {
  Query: {
    deskEntries: (_parent, args, operation) => operation.deskEntries(args),
  },
  DeskEntry: {
    readerBureau: ({ reader }, _args, operation) => operation.memberOf(reader.bureau),
    readerOrganisation: ({ reader }) => reader.organisation,
    readerUnit: ({ reader }) => reader.unit,
    readerRoles: ({ reader }) => reader.roles,
    request: ({ request }, _args, operation) => (request === undefined ? null : operation.plan.idAt(request)),
    notice: ({ notice }, _args, operation) => (notice === undefined ? null : operation.plan.idAt(notice)),
    operation: ({ operation: at }, _args, operation) => (at === undefined ? null : operation.plan.idAt(at)),
    records: ({ owner, records }, _args, operation) => records.map((record) => operation.plan.idAt({ bureau: owner, ...record })),
  },
}
