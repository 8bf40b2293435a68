import { createHmac, hkdfSync } from 'node:crypto'
import { ComityError } from '../model/errors.ts'
import { compareText } from '../model/order.ts'
import { hasRole, matchJudges } from '../model/principal.ts'
import { type RecordRef, refKey, type ViewRecord } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'
import { matchThreshold } from '../names/scoreCandidate.ts'
import { lookupKeys } from '../names/searchKeys.ts'
import { type Completeness, completenessOf } from '../plan/connection.ts'
import type { Reading } from '../plan/parts.ts'
import { ReadByKey } from '../records/readByKey.ts'
import { durably } from '../store/durably.ts'
import type { JudgedMatch, MatchVerdict, MatchVerdicts } from '../store/matchVerdicts.ts'
import type { PersonSearches } from './personSearches.ts'
import { type ScoredView, scoreView, searchAlgorithm } from './scoreView.ts'
import { type SoughtPerson, soughtOf, subject } from './soughtPerson.ts'
import { descriptionOf, scoredFields, sketchOf } from './viewSketch.ts'

/** A record that may be of the same person (`PossibleMatch` in the schema). */
export interface PossibleMatch {
  readonly person: ViewRecord
  /** 0 to 1, in thousandths. */
  readonly score: number
  readonly explanation: string
  readonly features: ScoredView['features']
  /** The last word of the reader's own bureau; null: it has none. */
  readonly judged: JudgedMatch | null
}

/** What may be one person, as one reader sees it. Nothing of it is stored, and no record is merged (`PossibleMatches` in the schema). */
export interface MatchCluster {
  /** Names this group of records to the reader's bureau; to another the same group has another name. */
  readonly id: string
  readonly matches: readonly PossibleMatch[]
  readonly sources: readonly SourceStatus[]
  readonly completeness: Completeness
  readonly threshold: number
  readonly algorithm: string
}

/** Arguments of `Person.possibleMatches`. */
export interface MatchArguments {
  /** 1 to 100. Default: 10. */
  readonly first?: number | null
  /** Whether matches that the reader's bureau has rejected are among them. Default: not. */
  readonly rejected?: boolean | null
}

/** An officer's word (`JudgeMatchInput` in the schema): ids as the hub gives them out. */
export interface JudgeMatchInput {
  readonly one: string
  readonly other: string
  readonly verdict: MatchVerdict
  readonly reason: string
}

/** What possible matches are made with. */
export interface MatchParts {
  readonly searches: PersonSearches
  readonly verdicts: MatchVerdicts
  /** At least 32 bytes. */
  readonly secret: Uint8Array
}

const [shortestReason, longestReason] = [10, 1000]

/** Finds records of several bureaus that may be of one person, for one reader, and keeps what officers say of them. */
export class PossibleMatchFinder {
  readonly #parts: MatchParts
  readonly #clusterKey: Uint8Array

  constructor(parts: MatchParts) {
    this.#parts = parts
    this.#clusterKey = new Uint8Array(hkdfSync('sha256', parts.secret, '', 'comity match cluster', 32))
  }

  /**
   * Records of other bureaus that may be of the same person: what the reader sees of this one is looked for in what they see of all others. Null when the record is gone or its bureau silent.
   * Costs a search. Throws BAD_USER_INPUT, BUDGET_EXCEEDED, AUDIT_UNAVAILABLE.
   */
  async of(ref: RecordRef, { first, rejected }: MatchArguments, reading: Reading): Promise<MatchCluster | null> {
    const size = first ?? 10
    if (size < 1 || size > 100) throw new ComityError('BAD_USER_INPUT', { reason: 'first: a page has 1 to 100 records' })
    const { searches, verdicts } = this.#parts
    searches.charge(reading.caller)
    const records = readerOf(reading)
    const seed = await records.load(ref)
    if (seed === null || seed === 'silent') return null
    const sought = soughtLike(seed)
    const least = Math.round(matchThreshold * 1000)
    const parts = await searches.find(sought, reading, (view) => scoreView(sought, view, least), ref.bureau)
    const judged = verdicts.of(reading.caller.principal.bureau, refKey(ref))
    const found = new Map(parts.flatMap((part) => part.found).map((one) => [refKey(one.view.ref), one]))
    for (const one of await this.#confirmed(sought, judged, found, records)) found.set(refKey(one.view.ref), one)
    const matches = [...found.values()]
      .map((one) => matchOf(one, judged.get(refKey(one.view.ref)) ?? null))
      .filter((match) => rejected === true || match.judged?.verdict !== 'REJECTED')
      .sort(byLikeness)
      .slice(0, size)
    const sources = parts.map(({ status }) => status)
    const id = this.#clusterId(reading.caller.principal.bureau, [ref, ...matches.map(({ person }) => person.ref)])
    return { id, matches, sources, completeness: completenessOf(sources), threshold: matchThreshold, algorithm: searchAlgorithm }
  }

  /**
   * Takes down an officer's word on two records that they may both see; durable when it returns. What is not theirs to see, is no person, is of one bureau or is not theirs to judge is refused in
   * the same words. Throws CASE_REQUIRED, BAD_USER_INPUT, AUDIT_UNAVAILABLE.
   */
  async judge({ one, other, verdict, reason }: JudgeMatchInput, reading: Reading): Promise<readonly [ViewRecord, ViewRecord]> {
    const { principal, purpose, instant } = reading.caller
    if (purpose.case === null) throw new ComityError('CASE_REQUIRED')
    if (reason.trim().length < shortestReason || reason.length > longestReason)
      throw refused(`reason: ${shortestReason} to ${longestReason} characters`)
    const refs = [one, other].map((id) => reading.ids.decode(id))
    const [a, b] = refs.every((ref) => ref?.type === subject) ? (refs as RecordRef[]) : []
    const views = a === undefined || b === undefined ? [] : await readerOf(reading).loadAll([a, b])
    const [first, second] = views.filter((view) => view !== null && view !== 'silent')
    if (first === undefined || second === undefined || first.ref.bureau === second.ref.bureau || !hasRole(principal, matchJudges))
      throw refused('one, other: two records of people, of two bureaus, that you may see and whose role it is to judge')
    const judged: JudgedMatch = {
      bureau: principal.bureau,
      person: principal.personRef,
      records: [refKey(first.ref), refKey(second.ref)],
      verdict,
      reason,
      at: new Date(instant).toISOString(),
    }
    durably(() => this.#parts.verdicts.add(judged))
    return [first, second]
  }

  /** Records that the reader's bureau has confirmed and that the search has not found: as far as the reader may see them today. */
  async #confirmed(
    sought: SoughtPerson,
    judged: ReadonlyMap<string, JudgedMatch>,
    found: ReadonlyMap<string, ScoredView>,
    records: ReadByKey,
  ): Promise<readonly ScoredView[]> {
    const missing = [...judged].filter(([key, { verdict }]) => verdict === 'CONFIRMED' && !found.has(key)).map(([key]) => refOf(key))
    const views = (await records.loadAll(missing)).filter((view) => view !== null && view !== 'silent')
    return views.map((view) => scoreView(sought, view, 0) ?? { view, score: 0, explanation: '', features: [] })
  }

  #clusterId(bureau: string, refs: readonly RecordRef[]): string {
    const members = refs.map(refKey).toSorted()
    return createHmac('sha256', this.#clusterKey)
      .update(JSON.stringify([bureau, members]))
      .digest('base64url')
      .slice(0, 22)
  }
}

/** Somebody like a record, as far as its reader sees it. */
function soughtLike(view: ViewRecord): SoughtPerson {
  const sketch = sketchOf(view)
  const numbers = sketch.documents.map(({ number }) => number)
  return soughtOf(sketch, descriptionOf(view), lookupKeys(sketch), numbers)
}

function readerOf({ context, selected }: Reading): ReadByKey {
  const fields = selected.union(new Set(scoredFields))
  return new ReadByKey((bureau, type) => context.readerFor(bureau, type, fields), context.call, context.onStatus)
}

function matchOf({ view, score, explanation, features }: ScoredView, judged: JudgedMatch | null): PossibleMatch {
  return { person: view, score: score / 1000, explanation, features, judged }
}

function byLikeness(a: PossibleMatch, b: PossibleMatch): number {
  return b.score - a.score || compareText(refKey(a.person.ref), refKey(b.person.ref))
}

/** The place that `refKey` wrote. */
function refOf(text: string): RecordRef {
  const [bureau = '', type = '', key = ''] = text.split('\u0000')
  return { bureau, type, key }
}

function refused(reason: string): ComityError {
  return new ComityError('BAD_USER_INPUT', { reason: `input: ${reason}` })
}
