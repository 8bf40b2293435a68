import type { Level, RecordLevel, Resolvers, RuleKind, RuleLayer } from '../src/generated/resolvers.ts'

/** What a bureau's own policy would show, and why it showed what it did. */
export const policy: Resolvers = {
  Query: {
    disclosurePreview: (_parent, { caller, type }, operation) => operation.disclosurePreview(caller, type ?? null),
    explainDisclosure: (_parent, { id, caller }, operation) => operation.explainDisclosure(id, caller),
  },
  RecordOutlook: {
    lowest: ({ lowest }) => lowest.toUpperCase() as RecordLevel,
    highest: ({ highest }) => highest.toUpperCase() as RecordLevel,
  },
  FieldOutlook: {
    lowest: ({ lowest }) => lowest.toUpperCase() as Level,
    highest: ({ highest }) => highest.toUpperCase() as Level,
  },
  RecordDecision: {
    level: ({ level }) => level.toUpperCase() as RecordLevel,
  },
  FieldDecision: {
    level: ({ level }) => level.toUpperCase() as Level,
  },
  ExplainedRule: {
    layer: ({ layer }) => layer.toUpperCase() as RuleLayer,
    kind: ({ kind }) => kind.toUpperCase() as RuleKind,
    level: ({ level }) => level?.toUpperCase() ?? null,
  },
}
