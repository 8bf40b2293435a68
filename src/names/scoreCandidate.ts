import { type BirthDateOutcome, compareBirthDates } from './compareBirthDates.ts'
import { compareDocumentNumbers, type DocumentOutcome } from './documentNumber.ts'
import type { ReadName } from './readName.ts'
import { explainName, type NameScore, scoreNameLists } from './scoreNames.ts'

/** What is known of somebody: of who is looked for, or of a record as its reader sees it. What is unknown or withheld is null or missing from a list. */
export interface Sketch {
  readonly names: readonly ReadName[]
  /** `PartialDate` values. */
  readonly birthDates: readonly string[]
  /** Country codes, as the schema has them. */
  readonly nationalities: readonly string[]
  /** `F`, `M`, or anything else, which says nothing. */
  readonly sex: string | null
  readonly documents: readonly { readonly number: string; readonly country: string | null }[]
}

/** How well a candidate fits, and why. */
export interface CandidateScore {
  /** 0 to 1, in thousandths. */
  readonly score: number
  readonly name: NameScore
  readonly birthDate: BirthDateOutcome
  readonly nationality: 'agrees' | 'differs' | 'unknown'
  readonly sex: 'agrees' | 'differs' | 'unknown'
  readonly document: DocumentOutcome
}

/** Scores from here on are worth a look: a name that may be the same, or a document that is. */
export const candidateThreshold = 0.76

/** Scores from here on are probably one person: somebody may be asked to say so. Both chosen on the tuning seed of the demo world. */
export const matchThreshold = 0.9

/** Thousandths of what is missing to 1 that a finding adds, or of what is there that it leaves. What is unknown does neither. */
const birthDateSteps: Readonly<Record<BirthDateOutcome, Step>> = {
  agrees: { adds: 500 },
  swapped: { adds: 350 },
  monthAgrees: { adds: 350 },
  yearAgrees: { adds: 150 },
  possible: { adds: 0 },
  contradicts: { leaves: 700 },
  unknown: { adds: 0 },
}
const documentSteps: Readonly<Record<DocumentOutcome, Step>> = {
  agrees: { adds: 900 },
  looksAlike: { adds: 600 },
  differs: { adds: 0 },
  unknown: { adds: 0 },
}
const nationalitySteps = { agrees: { adds: 80 }, differs: { leaves: 880 }, unknown: { adds: 0 } } as const
const sexSteps = { agrees: { adds: 0 }, differs: { leaves: 800 }, unknown: { adds: 0 } } as const

type Step = { readonly adds: number } | { readonly leaves: number }

/**
 * How well somebody fits what is looked for. It begins with the names; every other field that both sides know moves it. Symmetric and deterministic. It knows
 * the two sketches and nothing else: a field that is withheld from the reader is to be left out of the sketch, and then it neither helps nor harms.
 */
export function scoreCandidate(a: Sketch, b: Sketch): CandidateScore {
  const name = scoreNameLists(a.names, b.names)
  const birthDate = bestBirthDate(a, b)
  const nationality = overlapOf(a.nationalities, b.nationalities)
  const sex = sexes(a.sex, b.sex)
  const document = bestDocument(a, b)
  const steps: readonly Step[] = [birthDateSteps[birthDate], nationalitySteps[nationality], sexSteps[sex], documentSteps[document]]
  let score = Math.round(name.score * 1000)
  for (const step of steps)
    score = 'adds' in step ? score + Math.round(((1000 - score) * step.adds) / 1000) : Math.round((score * step.leaves) / 1000)
  // Without a name or a document in common, a birth date and a country are many people's.
  const known = name.score >= 0.5 || document === 'agrees' || document === 'looksAlike'
  return { score: (known ? score : Math.min(score, 400)) / 1000, name, birthDate, nationality, sex, document }
}

const said: Readonly<Record<string, string>> = {
  swapped: 'agrees with day and month swapped',
  monthAgrees: 'month agrees',
  yearAgrees: 'year agrees',
  possible: 'is possible',
  looksAlike: 'looks alike',
}

/** A score in words: `name 0.93: Мухаммед ~ Mohamed; birth year agrees; nationality agrees`. What is unknown is not spoken of. */
export function explainCandidate(candidate: CandidateScore): string {
  const { name, birthDate, nationality, sex, document } = candidate
  const birth = birthDate === 'monthAgrees' || birthDate === 'yearAgrees' ? 'birth' : 'birth date'
  return [
    ...(name.score > 0 ? [explainName(name)] : []),
    ...(birthDate === 'unknown' ? [] : [`${birth} ${said[birthDate] ?? birthDate}`]),
    ...(nationality === 'unknown' ? [] : [`nationality ${nationality}`]),
    ...(sex === 'unknown' ? [] : [`sex ${sex}`]),
    ...(document === 'unknown' || document === 'differs' ? [] : [`document ${said[document] ?? document}`]),
  ].join('; ')
}

const birthDateOrder: readonly BirthDateOutcome[] = ['agrees', 'swapped', 'monthAgrees', 'yearAgrees', 'possible', 'contradicts']
const documentOrder: readonly DocumentOutcome[] = ['agrees', 'looksAlike', 'differs']

function bestBirthDate(a: Sketch, b: Sketch): BirthDateOutcome {
  const found = new Set(a.birthDates.flatMap((one) => b.birthDates.map((other) => compareBirthDates(one, other))))
  return birthDateOrder.find((outcome) => found.has(outcome)) ?? 'unknown'
}

function bestDocument(a: Sketch, b: Sketch): DocumentOutcome {
  const found = new Set(
    a.documents.flatMap((one) =>
      b.documents
        .filter(({ country }) => country === null || one.country === null || country === one.country)
        .map((other) => compareDocumentNumbers(one.number, other.number)),
    ),
  )
  return documentOrder.find((outcome) => found.has(outcome)) ?? 'unknown'
}

function overlapOf(a: readonly string[], b: readonly string[]): 'agrees' | 'differs' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown'
  return a.some((one) => b.includes(one)) ? 'agrees' : 'differs'
}

function sexes(a: string | null, b: string | null): 'agrees' | 'differs' | 'unknown' {
  const told = (sex: string | null) => sex === 'F' || sex === 'M'
  return !told(a) || !told(b) ? 'unknown' : a === b ? 'agrees' : 'differs'
}
