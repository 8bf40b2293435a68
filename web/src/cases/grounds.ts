import type { ConditionOfUse, RefusalGround } from '../generated/graphql.ts'

/** The grounds of a refusal, as the schema has them. A test compares. */
export const grounds: readonly RefusalGround[] = [
  'SOVEREIGNTY_OR_SECURITY',
  'POLITICAL_OFFENCE',
  'PERSECUTION',
  'NO_DUAL_CRIMINALITY',
  'NE_BIS_IN_IDEM',
  'MILITARY_OFFENCE',
  'IMMUNITY',
  'NATIONALITY',
  'DEATH_PENALTY_OR_TREATMENT',
  'IN_ABSENTIA',
  'LAPSE_OF_TIME',
  'MINORITY',
  'TERRITORIALITY',
  'PENDING_PROCEEDINGS',
  'MEASURE_NOT_AVAILABLE',
  'DISPROPORTIONATE',
  'SPECIALITY_NOT_ASSURED',
  'INSUFFICIENT_INFORMATION',
  'WRONG_CHANNEL',
  'NOT_AVAILABLE',
  'ENDANGERS_INVESTIGATION',
  'ENDANGERS_PERSON',
  'THIRD_OWNER_REFUSES',
  'NO_JUDICIAL_AUTHORISATION',
  'OUT_OF_COMPETENCE',
]

/** Conditions under which an answer may be used. */
export const conditions: readonly ConditionOfUse[] = [
  'NOT_IN_COURT',
  'NO_ONWARD',
  'VERIFY_WITH_SOURCE_BEFORE_ACTION',
  'DO_NOT_ALERT_SUBJECT',
  'SPECIALITY',
  'NO_DEATH_PENALTY_CASE',
  'NO_PUBLIC',
  'HUMAN_REVIEW_REQUIRED',
]
