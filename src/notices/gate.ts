import type { NoticeWords, WarrantWords } from './heldNotice.ts'

/** What is known of the person a notice is about, as the owner sees it. */
export interface SubjectData {
  readonly hasFamilyName: boolean
  readonly hasGivenName: boolean
  readonly hasSex: boolean
  readonly hasBirthYear: boolean
  readonly hasDocument: boolean
  readonly hasDescription: boolean
}

/** Kinds that are about a person. */
const aboutPersons: ReadonlySet<string> = new Set(['RED', 'BLUE', 'GREEN', 'YELLOW', 'SILVER', 'UNSC_SPECIAL'])
/** Least penalty that the law threatens, and least sentence, in months (RPD Art. 83). */
const leastPenalty = 24
const leastSentence = 6

/** Everything that a notice lacks before it may be handed in, each point as a sentence; empty when it lacks nothing. `subject`: null where there is none. */
export function missingPoints(words: NoticeWords, subject: SubjectData | null): readonly string[] {
  const points: string[] = []
  if (aboutPersons.has(words.kind) && subject === null) points.push(`subject: a ${words.kind} notice is about a person`)
  if (words.summary === null) points.push('summary: the facts')
  if (words.actionRequested.length === 0) points.push('actionRequested: what the recipients are asked to do')
  if (words.form === 'DIFFUSION' && words.recipients?.length === 0) points.push('recipients: at least one bureau')
  if (words.kind === 'RED') points.push(...missingOfRed(words, subject))
  return points
}

function missingOfRed(words: NoticeWords, subject: SubjectData | null): readonly string[] {
  const points: string[] = []
  if (subject !== null && !isIdentified(subject))
    points.push('subject: family and given name, sex, year of birth, and a document or a description')
  if (words.offences.length === 0) points.push('offences: at least one')
  else if (words.offences.some(({ law, charge }) => law === null || charge === null)) points.push('offences: charge and law of each')
  if (words.warrants.length === 0) points.push('warrants: a warrant of arrest or a judgment')
  else if (!words.warrants.some(({ judicial }) => judicial)) points.push('warrants: one that a court has issued')
  else if (!words.warrants.some(isGraveEnough))
    points.push(`warrants: a penalty of at least ${leastPenalty} months at most, or a sentence of at least ${leastSentence} months`)
  if (!words.assurances.competentAuthority) points.push('assurances.competentAuthority: that the authority was competent')
  if (!words.assurances.extraditionSought) points.push('assurances.extraditionSought: that extradition will be sought')
  return points
}

/** Identity by particulars (RPD Art. 83(2)(a)); the other way, by photograph, is closed while the schema has none. */
function isIdentified({ hasFamilyName, hasGivenName, hasSex, hasBirthYear, hasDocument, hasDescription }: SubjectData): boolean {
  return hasFamilyName && hasGivenName && hasSex && hasBirthYear && (hasDocument || hasDescription)
}

function isGraveEnough({ maxPenaltyMonths, sentenceMonths }: WarrantWords): boolean {
  return (maxPenaltyMonths ?? 0) >= leastPenalty || (sentenceMonths ?? 0) >= leastSentence
}
