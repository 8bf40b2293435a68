import type { Resolvers } from '../src/generated/resolvers.ts'
import { constantOf } from '../src/model/constant.ts'

/** Live alerts, and those of the past. */
export const alert: Resolvers = {
  Query: {
    alerts: (_parent, args, operation) => operation.alertPage(args),
  },
  Subscription: {
    alerts: {
      subscribe: (_parent, args, operation) => operation.alerts(args),
    },
  },
  AlertEvent: {
    __resolveType: (item) => ('alert' in item ? 'Alert' : 'code' in item ? 'StreamNotice' : 'Heartbeat'),
  },
  Alert: {
    id: ({ alert }) => alert.id,
    kind: ({ alert }) => alert.kind,
    publishedAt: ({ alert }) => alert.publishedAt,
    late: ({ alert }) => alert.late,
    owner: ({ alert }, _args, operation) => operation.memberOf(alert.owner),
    recordType: ({ alert }) => (alert.ref === null ? null : constantOf(alert.ref.type)),
    recordId: ({ alert }, _args, operation) => (alert.ref === null ? null : operation.plan.idAt(alert.ref)),
    record: ({ alert }, _args, operation, info) =>
      alert.ref === null || alert.kind === 'WITHDRAWN' ? null : operation.plan.at(alert.ref, info),
    changedFields: ({ alert }) => alert.changedFields,
    deskEntry: ({ alert }) => alert.deskEntry,
    watch: ({ alert }, _args, operation) => (alert.watch === null ? null : operation.watches.desk.watchOf(alert.watch, operation.caller)),
  },
}
