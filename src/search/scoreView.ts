import type { ViewRecord } from '../model/record.ts'
import { readName } from '../names/readName.ts'
import { type CandidateScore, candidateThreshold, explainCandidate, scoreCandidate } from '../names/scoreCandidate.ts'
import { nameAlgorithm } from '../names/scoreNames.ts'
import { searchKeyAlgorithm, searchKeys } from '../names/searchKeys.ts'
import { compareDescriptions, type Description, type DescriptionOutcome, movedBy } from './description.ts'
import type { SoughtPerson } from './soughtPerson.ts'
import { descriptionOf, namesOf, type Outline, outlineOf } from './viewSketch.ts'

/** Which way of searching found and scored somebody. Changes whenever what is found, or a score, may. */
export const searchAlgorithm = `comity-search-1 ${searchKeyAlgorithm} ${nameAlgorithm}`

/** Scores from here on are in an answer, in thousandths. */
export const searchThreshold = Math.round(candidateThreshold * 1000)

/** One thing that a score rests on (`SearchFeature` in the schema). */
export interface Feature {
  /** The field of the record. */
  readonly field: string
  /** What comparing it said: `AGREES`, `YEAR_AGREES`, ... */
  readonly outcome: string
  /** Of names, the words that were held against each other. */
  readonly words: CandidateScore['name']['features']
}

/** A record that fits, and why. */
export interface ScoredView {
  readonly view: ViewRecord
  /** In thousandths. */
  readonly score: number
  readonly explanation: string
  /** In the order of `scoredFields`; what is unknown on either side is not among them. */
  readonly features: readonly Feature[]
}

/**
 * Scores what a caller sees of a record; null for one that is not looked at, because what they see of it has no key in common with what is looked for, or not worth a look. `least`: in
 * thousandths.
 */
export function scoreView(sought: SoughtPerson, view: ViewRecord, least: number = searchThreshold): ScoredView | null {
  const outline = outlineOf(view)
  if (mostOf(sought, outline) < least) return null
  const sketch = { names: namesOf(view), ...outline }
  const found = scoreCandidate(sought.sketch, sketch)
  const looks = compareDescriptions(sought.description, descriptionOf(view))
  const score = movedBy(Math.round(found.score * 1000), Object.values(looks))
  // Few come as far as this, and keys cost more than a score.
  if (score < least || !shareKeys(sought, searchKeys(sketch))) return null
  return { view, score, explanation: explanationOf(found, looks), features: featuresOf(found, looks) }
}

/** Any name: one that agrees with itself. */
const same = [readName('Anybody')]

/** What somebody could come to at most, whatever their names: most of those whom a common name brings were born in another year. */
function mostOf({ sketch, description }: SoughtPerson, outline: Outline): number {
  const most = scoreCandidate({ ...sketch, names: same }, { ...outline, names: same }).score
  const unknown = Object.values(description).length
  return movedBy(
    Math.round(most * 1000),
    Array.from({ length: unknown }, () => 'agrees' as const),
  )
}

function shareKeys({ keys: { names, dated, documents } }: SoughtPerson, own: readonly string[]): boolean {
  const wanted = new Set([...names, ...dated, ...documents])
  return own.some((key) => wanted.has(key))
}

type Looks = Readonly<Record<keyof Description, DescriptionOutcome>>

const wordOf: Readonly<Record<keyof Description, string>> = { heightCm: 'height', weightKg: 'weight', eyes: 'eyes', hair: 'hair' }

function explanationOf(found: CandidateScore, looks: Looks): string {
  const parts = Object.entries(looks) as [keyof Description, DescriptionOutcome][]
  const known = parts.filter(([, outcome]) => outcome !== 'unknown').map(([part, outcome]) => `${wordOf[part]} ${outcome}`)
  return [explainCandidate(found), ...known].filter((text) => text !== '').join('; ')
}

function featuresOf({ name, birthDate, nationality, sex, document }: CandidateScore, looks: Looks): readonly Feature[] {
  const feature = (field: string, outcome: string): readonly Feature[] =>
    outcome === 'unknown' ? [] : [{ field, outcome: constant(outcome), words: [] }]
  const outcomes = Object.values(looks).filter((outcome) => outcome !== 'unknown')
  const description = outcomes.length === 0 ? 'unknown' : outcomes.includes('differs') ? 'differs' : 'agrees'
  const named = name.score === 0 ? [] : [{ field: 'names', outcome: name.score >= 0.995 ? 'AGREES' : 'LOOKS_ALIKE', words: name.features }]
  return [
    ...named,
    ...feature('birthDate', birthDate),
    ...feature('nationalities', nationality),
    ...feature('sex', sex),
    ...feature('documents', document),
    ...feature('description', description),
  ]
}

/** `yearAgrees` is YEAR_AGREES. */
function constant(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}
