/** Every name of `Purpose` in the schema, for callers whose token does not say which they may declare. */
export const purposes: readonly string[] = [
  'PROSECUTION',
  'SENTENCE_EXECUTION',
  'INVESTIGATION',
  'PREVENTION_THREAT',
  'BORDER_CHECK',
  'MISSING_PERSON',
  'IDENTIFICATION',
  'ASSET_TRACING',
  'SANCTIONS',
  'COMPLIANCE_REVIEW',
  'OVERSIGHT',
  'AUDIT',
  'SYSTEM_ADMIN',
]
