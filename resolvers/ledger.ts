import type { Resolvers } from '../src/generated/resolvers.ts'

/** The record of disclosures: who read what, and the proof of it. */
export const ledger: Resolvers = {
  Query: {
    disclosures: (_parent, { filter, ...page }, operation) => operation.hub.ledgerDesk().disclosures(operation, filter ?? null, page),
    myDisclosures: (_parent, page, operation) => operation.hub.ledgerDesk().ownActs(operation, page),
    bureauDisclosures: (_parent, { filter, ...page }, operation) => operation.hub.ledgerDesk().bureauActs(operation, filter ?? null, page),
    ledgerCheckpoint: (_parent, _args, operation) => operation.hub.ledgerDesk().checkpoint(),
    ledgerInclusion: (_parent, { entry }, operation) => operation.hub.ledgerDesk().inclusion(operation, entry),
    ledgerConsistency: (_parent, { from, to }, operation) => operation.hub.ledgerDesk().consistency(from, to ?? null),
  },
  DisclosureEntry: {
    readerBureau: ({ reader }, _args, operation) => operation.memberOf(reader),
    readerRoles: ({ roles }) => roles,
    recordType: ({ type }) => type,
    records: ({ records }, _args, operation) => records.map((ref) => operation.plan.idAt(ref)),
    policyVersion: ({ policy }) => policy?.version ?? null,
    policyDigest: ({ policy }) => policy?.digest ?? null,
  },
  DisclosedField: {
    level: ({ level }) => levels[level],
  },
  DisclosurePage: {
    totalAccesses: ({ total }) => total.accesses,
    totalRecords: ({ total }) => total.records,
    counts: (page, { by }) => page.counts(by),
  },
  LedgerAct: {
    operationName: ({ operation }) => operation?.name ?? null,
    documentHash: ({ operation }) => operation?.hash ?? null,
    errors: ({ operation, refused }) => (refused === null ? (operation?.codes ?? []) : [refused]),
  },
  LedgerGift: {
    owner: ({ owner }, _args, operation) => operation.memberOf(owner),
    recordType: ({ type }) => type,
    records: ({ records }, _args, operation) => records.map((ref) => operation.plan.idAt(ref)),
  },
  LedgerHit: {
    bureau: ({ bureau }, _args, operation) => operation.memberOf(bureau),
  },
}

const levels = { none: 'NONE', masked: 'MASKED', generalised: 'GENERALISED', full: 'FULL' } as const
