import type { Resolvers } from '../src/generated/resolvers.ts'

/** An instant as the schema has it. */
function instant(ms: number): string {
  return new Date(ms).toISOString()
}

/** Requests for assistance as the two bureaus work on them. */
export const requestFile: Resolvers = {
  Query: {
    requestFile: (_parent, { id }, operation) => operation.requests.file(id),
  },
  Mutation: {
    createRequest: (_parent, { input }, operation) => operation.requests.create(input),
    sendRequest: (_parent, { input }, operation) => operation.requests.act('sendRequest', 'SEND', input),
    authoriseRequest: (_parent, { input }, operation) => operation.requests.act('authoriseRequest', 'AUTHORISE', input),
    acknowledgeRequest: (_parent, { input }, operation) => operation.requests.act('acknowledgeRequest', 'ACKNOWLEDGE', input),
    examineRequest: (_parent, { input }, operation) => operation.requests.act('examineRequest', 'EXAMINE', input),
    askMore: (_parent, { input }, operation) => operation.requests.act('askMore', 'ASK_MORE', input),
    answerMore: (_parent, { input }, operation) => operation.requests.act('answerMore', 'ANSWER_MORE', input),
    acceptRequest: (_parent, { input }, operation) => operation.requests.act('acceptRequest', 'ACCEPT', input),
    refuseRequest: (_parent, { input }, operation) => operation.requests.act('refuseRequest', 'REFUSE', input),
    postponeRequest: (_parent, { input }, operation) => operation.requests.act('postponeRequest', 'POSTPONE', input),
    startRequest: (_parent, { input }, operation) => operation.requests.act('startRequest', 'START', input),
    answerRequest: (_parent, { input }, operation) => operation.requests.answer(input),
    withdrawRequest: (_parent, { input }, operation) => operation.requests.act('withdrawRequest', 'WITHDRAW', input),
    redeliverRequest: (_parent, { id }, operation) => operation.requests.redeliver(id),
    closeRequest: (_parent, { input }, operation) => operation.requests.act('closeRequest', 'CLOSE', input),
  },
  RequestFile: {
    id: ({ ref }, _args, operation) => operation.plan.idAt(ref),
    request: ({ ref }, _args, operation, info) => operation.plan.reread(ref, info),
    state: ({ request }) => request.standing.state,
    version: ({ request }) => request.standing.version,
    requester: ({ request }, _args, operation) => operation.memberOf(request.standing.owner),
    requested: ({ request }, _args, operation) => operation.memberOf(request.standing.requested),
    dueAt: ({ request }) => (request.standing.due === null ? null : instant(request.standing.due)),
    attachments: ({ request }) => request.content.asked.attachments,
    delivery: ({ messages }) => messages.find(({ state }) => state === 'DEAD_LETTER') ?? messages[0] ?? null,
  },
  RequestStep: {
    at: ({ at }) => instant(at),
    bureau: ({ bureau }, _args, operation) => (bureau === null ? null : operation.memberOf(bureau)),
    personRef: ({ person }) => person,
    reviewAt: ({ reviewAt }) => (reviewAt === null ? null : instant(reviewAt)),
    reply: ({ reply, bureau }) => (reply === null ? null : { bureau, kind: reply.kind, text: reply.text, answeredAt: instant(reply.at) }),
  },
  RequestDelivery: {
    nextAttemptAt: ({ state, due }) => (state === 'WAITING' ? instant(due) : null),
    deliveredAt: ({ state, ended }) => (state === 'DELIVERED' && ended !== null ? instant(ended) : null),
  },
}
