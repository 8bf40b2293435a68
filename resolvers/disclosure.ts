import type { Resolvers } from '../src/generated/resolvers.ts'

/** Who asks, and why. */
export const disclosure: Resolvers = {
  Query: {
    viewer: (_parent, _args, operation) => operation.caller,
  },
  Viewer: {
    personRef: ({ principal }) => principal.personRef,
    bureau: ({ principal }, _args, operation) => operation.memberOf(principal.bureau),
    organisation: ({ principal }) => principal.organisation,
    unit: ({ principal }) => principal.unit,
    roles: ({ principal }) => principal.roles,
    clearance: ({ principal }) => principal.clearance,
    agreements: ({ principal }) => principal.agreements,
    purpose: ({ purpose }) => purpose.kind,
    case: ({ purpose }) => purpose.case,
    emergencies: (_caller, _args, operation) => operation.hub.emergencies.openOf(operation.caller),
    emergency: (caller) => caller.emergency?.id ?? null,
  },
}
