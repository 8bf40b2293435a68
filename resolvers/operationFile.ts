import type { Resolvers } from '../src/generated/resolvers.ts'

const isoOf = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())

/** Joint operations as their parties work on them. */
export const operationFile: Resolvers = {
  Query: {
    operationFile: (_parent, { id }, operation) => operation.joint.file(id),
    operationFiles: (_parent, _args, operation) => operation.joint.files(),
  },
  Mutation: {
    proposeOperation: (_parent, { input }, operation) => operation.joint.propose(input),
    amendOperation: (_parent, { input }, operation) => operation.joint.amend(input),
    inviteToOperation: (_parent, { input }, operation) => operation.joint.invite(input),
    nameOperationMember: (_parent, { input }, operation) => operation.joint.name(input),
    nominateOperationTarget: (_parent, { input }, operation) => operation.joint.nominate(input),
    setEmbargo: (_parent, { input }, operation) => operation.joint.embargo(input),
    actOnOperation: (_parent, { input }, operation) => operation.joint.act(input),
  },
  OperationFile: {
    id: ({ ref }, _args, operation) => operation.plan.idAt(ref),
    operation: ({ ref }, _args, operation, info) => operation.plan.reread(ref, info),
    lead: (file, _args, operation) => operation.memberOf(file.operation.standing.owner),
    pendingTerms: ({ pending }) => pending,
    parties: (file, _args, operation) => operation.joint.partiesOf(file),
  },
  OperationParty: {
    bureau: ({ bureau }, _args, operation) => operation.memberOf(bureau),
    acceptedAt: ({ accepted }) => isoOf(accepted),
    joinedAt: ({ joined }) => isoOf(joined),
    signed: ({ isSigned }) => isSigned,
  },
  OperationMember: { personRef: ({ person }) => person },
  OperationTarget: {
    own: ({ isOwn }) => isOwn,
    bureau: ({ bureau }, _args, operation) => (bureau === null ? null : operation.memberOf(bureau)),
    person: ({ person }, _args, operation, info) => (person === null ? null : operation.plan.reread(person, info)),
  },
  OperationEmbargo: {
    record: ({ record }, _args, operation) => operation.plan.idAt(record),
    bureaus: ({ from }, _args, operation) => from.map((code) => operation.memberOf(code)),
    until: ({ until }) => new Date(until).toISOString(),
  },
  OperationStep: {
    at: ({ at }) => new Date(at).toISOString(),
    bureau: ({ bureau }, _args, operation) => (bureau === null ? null : operation.memberOf(bureau)),
    about: ({ about }, _args, operation) => (about === null ? null : operation.memberOf(about)),
    personRef: ({ person }) => person,
  },
}
