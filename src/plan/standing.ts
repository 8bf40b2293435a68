import { LinkFailure } from '../links/link.ts'
import type { RecordSketch } from '../model/change.ts'
import type { Match, Predicate } from '../model/predicate.ts'
import { type RecordRef, refKey, type ViewRecord } from '../model/record.ts'
import type { SourceState } from '../model/sourceStatus.ts'
import { readRow, sealRow } from '../records/bureauSource.ts'
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

/** Reading in which nothing that was kept stands in for a bureau. */
export function freshReading(context: FreshReading): FreshReading {
  return {
    ...context,
    readerFor: (bureau, type, fields) => {
      const reader = context.readerFor(bureau, type, fields)
      return reader === null ? null : { ...reader, kept: null }
    },
  }
}

/** Those of these records that the caller may see, as `refKey` names them. One whose bureau is silent is not among them. */
export async function visibleAmong(refs: readonly RecordRef[], { readerFor, call }: FreshReading): Promise<ReadonlySet<string>> {
  const byKey = new ReadByKey(
    (bureau, type) => readerFor(bureau, type, new Set()),
    call,
    () => {},
  )
  const found = await byKey.loadAll(refs)
  return new Set(refs.filter((_, i) => found[i] !== null && found[i] !== 'silent').map(refKey))
}

/** All records that satisfy a question in the caller's view, at most so many. */
export async function readStanding({ type, where, match }: StandingQuestion, most: number, context: FreshReading): Promise<Standing> {
  const recordType = context.catalogue.types.get(type)
  if (recordType === undefined) throw new TypeError(`no record type ${type}`)
  const heard = listening(context)
  const page = { size: most, from: 'START', cursor: null } as const
  const query = { type, where, match, orderBy: [recordType.defaultOrder], page }
  const { records, hasNextPage } = await readPage(query, { ...heard.context, selected: new Set() })
  const complete = !hasNextPage && heard.states.every(([, state]) => state === 'OK')
  // Where a bureau is silent there may be more as well, but not more than were wanted.
  return { refs: records.map(({ view }) => view.ref), more: hasNextPage && records.length >= most, silent: heard.silent(), complete }
}

/** One class of callers who ask for a record. */
export interface ViewQuestion {
  readonly context: FreshReading
  /** Fields that the view is wanted for. */
  readonly fields: ReadonlySet<string>
}

/**
 * Each class's view of one record, which is read from its bureau once for all of them: each is decided from those of its own fields alone. Fields that are withheld from all of
 * them on every record are not read.
 */
export async function readViews(ref: RecordRef, questions: readonly ViewQuestion[]): Promise<readonly Found[]> {
  const readers = questions.map(({ context, fields }) => context.readerFor(ref.bureau, ref.type, fields))
  const first = readers.find((reader) => reader !== null)
  const call = questions[0]?.context.call
  if (first === undefined || call === undefined) return questions.map(() => null)
  const { source, mapping } = first
  const fields = new Set(readers.flatMap((reader) => [...(reader?.fields ?? [])]))
  try {
    const read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads(fields) }
    const row = (await source.link.get({ ...read, keys: [ref.key] }, call)).get(ref.key)
    return readers.map((reader) => (row === undefined || reader === null ? null : readRow(reader, row)))
  } catch (error) {
    if (error instanceof LinkFailure) return questions.map(() => 'silent' as const)
    throw error
  }
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
