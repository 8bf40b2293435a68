import type { Resolvers } from '../src/generated/resolvers.ts'
import type { HubOperation } from '../src/hub/hubOperation.ts'
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
  Heartbeat: {
    feeds: (_heartbeat, { owners }, operation) => feedsOf(operation, owners ?? null),
  },
  StreamNotice: {
    feeds: ({ code }, _args, operation) => (code === 'SOURCE_FEED_GAP' ? feedsOf(operation, null).filter(({ gap }) => gap) : []),
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

/** The feeds of all members, or of these; each as the caller may know of it. */
function feedsOf(operation: HubOperation, owners: readonly string[] | null) {
  const members = operation.members.filter(({ profile }) => owners === null || owners.includes(profile.code))
  return members.flatMap((member) => operation.feedsOf(member))
}
