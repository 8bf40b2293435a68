import type { Resolvers } from '../src/generated/resolvers.ts'

const minute = 60_000
const hour = 60 * minute

/** An instant as the schema has it. */
function instant(ms: number): string {
  return new Date(ms).toISOString()
}

/** Emergency access. */
export const emergency: Resolvers = {
  Query: {
    emergencyBlocks: (_parent, _args, operation) => operation.hub.emergencies.blocks(operation.caller),
    emergencyAccesses: (_parent, { overdue, ...page }, operation) => operation.emergencyAccesses(overdue === true, page),
  },
  Mutation: {
    invokeEmergency: (_parent, { input }, operation) => operation.invokeEmergency(input),
    closeEmergency: (_parent, { id }, operation) => operation.closeEmergency(id),
    reviewEmergency: (_parent, { input }, operation) => operation.reviewEmergency(input),
  },
  EmergencyBlock: {
    bureau: ({ owner }, _args, operation) => operation.memberOf(owner),
    block: ({ block }) => block.id,
    title: ({ block }) => block.title,
    types: ({ block }) => block.types,
    ttlMinutes: ({ block }) => Math.floor(block.ttlMs / minute),
    justificationMin: ({ block }) => block.justificationMin,
    perDay: ({ block }) => block.perDay,
    leftToday: ({ left }) => Math.max(0, left),
    reviewHours: ({ block }) => Math.ceil(block.reviewMs / hour),
  },
  EmergencyAccess: {
    bureau: ({ owner }, _args, operation) => operation.memberOf(owner),
    openedAt: ({ opened }) => instant(opened),
    expiresAt: ({ expires }) => instant(expires),
    closedAt: ({ closed }) => (closed === null ? null : instant(closed)),
    readerBureau: ({ bureau }, _args, operation) => operation.memberOf(bureau),
    readerPersonRef: ({ person }) => person,
    readerOrganisation: ({ grounds }) => grounds.organisation,
    readerUnit: ({ grounds }) => grounds.unit,
    readerRoles: ({ grounds }) => grounds.roles,
    purpose: ({ grounds }) => grounds.purpose,
    case: ({ grounds }) => grounds.case,
    justification: ({ grounds }) => grounds.justification,
    reviewDueAt: ({ reviewDue }) => instant(reviewDue),
    overdue: ({ finding, reviewDue }, _args, { caller }) => finding === null && reviewDue <= caller.instant,
    reviewedAt: ({ review }) => review?.at ?? null,
    reviewedBy: ({ owner, review }, _args, { caller }) => (caller.principal.bureau === owner ? (review?.by ?? null) : null),
    remark: ({ owner, review }, _args, { caller }) => (caller.principal.bureau === owner ? (review?.remark ?? null) : null),
  },
}
