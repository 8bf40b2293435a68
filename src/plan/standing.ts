import { LinkFailure } from '../links/link.ts'
import type { RecordSketch } from '../model/change.ts'
import type { Match, Predicate } from '../model/predicate.ts'
import type { RecordRef, ViewRecord } from '../model/record.ts'
import type { SourceState } from '../model/sourceStatus.ts'
import { sealRow } from '../records/bureauSource.ts'
import { type Found, ReadByKey } from '../records/readByKey.ts'
import { ReadByLink } from '../records/readByLink.ts'
import { outcomesOf } from './evaluate.ts'
import { isFound } from './outcomes.ts'
import { type PageContext, readPage } from './page.ts'
import { linkedFor } from './selector.ts'

/** What reading for a question that stands takes. */
export type FreshReading = Omit<PageContext, 'selected'>

/** A question that is put again whenever something moves. */
export interface StandingQuestion {
  /** Record type. */
  readonly type: string
  readonly where: Predicate | null
  readonly match: Match
}

/** What satisfies a question now. */
export interface Standing {
  readonly refs: readonly RecordRef[]
  /** Whether there are more than were wanted. */
  readonly more: boolean
  /** Bureaus that did not answer. */
  readonly silent: readonly string[]
  /** Whether every bureau has told all that it has. */
  readonly complete: boolean
}

/** Whether a record satisfies a question; `silent`: a bureau that has to do with it did not answer. */
export type Verdict = boolean | 'silent'

/** All records that satisfy a question in the caller's view, at most so many. */
export async function readStanding({ type, where, match }: StandingQuestion, most: number, context: FreshReading): Promise<Standing> {
  const recordType = context.catalogue.types.get(type)
  if (recordType === undefined) throw new TypeError(`no record type ${type}`)
  const heard = listening(context)
  const page = { size: most, from: 'START', cursor: null } as const
  const query = { type, where, match, orderBy: [recordType.defaultOrder], page }
  const { records, hasNextPage: more } = await readPage(query, { ...heard.context, selected: new Set() })
  const complete = !more && heard.states.every(([, state]) => state === 'OK')
  return { refs: records.map(({ view }) => view.ref), more, silent: heard.silent(), complete }
}

/** The caller's view of a record with these fields, those left out that are withheld on every record. */
export function readView(ref: RecordRef, fields: ReadonlySet<string>, context: FreshReading): Promise<Found> {
  const reading = new ReadByKey((bureau, type) => context.readerFor(bureau, type, fields), context.call, context.onStatus)
  return reading.load(ref)
}

/** Which of these questions a view of their type satisfies, in their order. What the view links to is read in one batch for all of them. */
export async function verdicts(
  questions: readonly StandingQuestion[],
  view: ViewRecord,
  context: FreshReading,
): Promise<readonly Verdict[]> {
  const { types } = context.catalogue
  const wheres = questions.map(({ where }) => where).filter((where) => where !== null)
  const linked = await linkedFor(wheres, [view], context)
  return questions.map(({ where, match }) => {
    if (where === null) return true
    let isSilent = false
    const outcomes = outcomesOf(where, view, types, (ref) => {
      const end = linked(ref)
      if (end === 'silent') isSilent = true
      return end
    })
    return isFound(outcomes, match) || (isSilent ? 'silent' : false)
  })
}

/** The records that link to a record, as far as the caller may see them; `silent`: not all that might were heard. */
export async function readLinking(
  { type, field }: { readonly type: string; readonly field: string },
  target: RecordRef,
  context: FreshReading,
): Promise<{ readonly refs: readonly RecordRef[]; readonly silent: boolean }> {
  const heard = listening(context)
  const bureaus = context.sources.map(({ profile }) => profile.code)
  const readerFor = (bureau: string, name: string) => context.readerFor(bureau, name, new Set([field]))
  const found = await new ReadByLink(bureaus, readerFor, context.call, heard.context.onStatus).load({ type, field, target })
  const refs = found === 'silent' ? [] : found.map(({ ref }) => ref)
  return { refs, silent: heard.silent().length > 0 }
}

/** What is kept of a record's state, to decide later who may be told of it. Null: there is no such record. `digest` as in `Policy.sketch`. */
export async function sketchOf(
  ref: RecordRef,
  digest: (text: string) => string,
  context: FreshReading,
): Promise<RecordSketch | null | 'silent'> {
  const reader = context.readerFor(ref.bureau, ref.type, new Set())
  if (reader === null) return null
  const { source, mapping } = reader
  try {
    const read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads() }
    const row = (await source.link.get({ ...read, keys: [ref.key] }, context.call)).get(ref.key)
    const sealed = row === undefined ? null : sealRow({ ...reader, fields: mapping.mapped }, row)
    return sealed === null ? null : source.policy.sketch(sealed, digest)
  } catch (error) {
    if (error instanceof LinkFailure) return 'silent'
    throw error
  }
}

/** Hears how bureaus do, besides who hears of it anyway. */
function listening(context: FreshReading) {
  const states: [string, SourceState][] = []
  const onStatus: FreshReading['onStatus'] = (bureau, state, ...rest) => {
    states.push([bureau, state])
    context.onStatus(bureau, state, ...rest)
  }
  // A system that gives no more than a part will not give more the next time either.
  const answered = new Set<SourceState>(['OK', 'PARTIAL', 'NOT_ASKED'])
  const silent = () => [...new Set(states.filter(([, state]) => !answered.has(state)).map(([bureau]) => bureau))]
  return { states, silent, context: { ...context, onStatus } }
}
