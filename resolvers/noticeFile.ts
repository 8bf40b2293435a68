import type { Resolvers } from '../src/generated/resolvers.ts'

/** Notices as their owner and the Secretariat work on them. */
export const noticeFile: Resolvers = {
  Query: {
    noticeFlag: (_parent, { id }, operation) => operation.notices.flagOf(id),
    noticeFile: (_parent, { id }, operation) => operation.notices.file(id),
  },
  Mutation: {
    createNotice: (_parent, { input }, operation) => operation.notices.create(input),
    amendNotice: (_parent, { input }, operation) => operation.notices.amend(input),
    flagNotice: (_parent, { input }, operation) => operation.notices.flag(input),
    actOnNotice: (_parent, { input }, operation) => operation.notices.act(input),
  },
  NoticeFile: {
    id: ({ ref }, _args, operation) => operation.plan.idAt(ref),
    notice: ({ ref }, _args, operation, info) => operation.plan.reread(ref, info),
    state: ({ notice }) => notice.standing.state,
    version: ({ notice }) => notice.standing.version,
    owner: ({ notice }, _args, operation) => operation.memberOf(notice.standing.owner),
    reviewer: ({ notice }, _args, operation) => operation.memberOf(notice.standing.reviewer),
    review: ({ notice }) => notice.content.review,
    doubted: ({ notice }) => notice.content.doubt,
    flags: ({ notice }) => notice.content.flags,
    onHold: ({ notice }) => notice.content.isOnHold,
    amendment: (file, _args, operation, info) => operation.notices.amendment(file, info),
    endsAt: ({ notice: { standing } }) => (standing.due === null ? null : new Date(standing.due).toISOString()),
  },
  NoticeFlag: {
    bureau: ({ bureau }, _args, operation) => operation.memberOf(bureau),
    at: ({ at }) => new Date(at).toISOString(),
  },
  NoticeStep: {
    at: ({ at }) => new Date(at).toISOString(),
    bureau: ({ bureau }, _args, operation) => (bureau === null ? null : operation.memberOf(bureau)),
    personRef: ({ person }) => person,
  },
}
