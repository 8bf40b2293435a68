import type { Caller } from '../model/principal.ts'
import type { ViewRecord } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'
import { type Completeness, completenessOf } from '../plan/connection.ts'
import type { BoundCursors, CursorState } from '../plan/cursor.ts'
import { mergePage } from '../plan/merge.ts'
import { Line } from '../plan/pace.ts'
import type { Reading } from '../plan/parts.ts'
import { Ordering, type Position } from '../plan/position.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import { type ScoredView, searchAlgorithm, searchThreshold } from './scoreView.ts'
import type { BureauPart } from './searchBureau.ts'
import { scoredFields } from './viewSketch.ts'

/** One place in a page of people who may be meant (`FoundPersonEdge` in the schema). */
export interface FoundEdge {
  readonly node: ViewRecord
  /** It ranks above somebody whom an earlier page handed out: its bureau had been silent. */
  readonly late: boolean
  /** 0 to 1, in thousandths. */
  readonly score: number
  readonly explanation: string
  readonly features: ScoredView['features']
  cursor(): string
}

/** People of all bureaus who may be meant, the likeliest first (`PersonSearchConnection` in the schema). */
export interface RankedPage {
  readonly edges: readonly FoundEdge[]
  readonly nodes: readonly ViewRecord[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    /** Ranks are read from the top on only: null. */
    readonly startCursor: null
    endCursor(): string | null
  }
  readonly sources: readonly SourceStatus[]
  readonly completeness: Completeness
  readonly threshold: number
  readonly algorithm: string
}

/** What a page is made of. */
export interface RankedParts {
  /** Those that were asked, each with what it found. */
  readonly parts: readonly BureauPart<ScoredView>[]
  readonly state: CursorState
  readonly bound: BoundCursors
  readonly size: number
  readonly reading: Reading
  /** Those that serve the type. */
  readonly serving: readonly BureauSource[]
  readonly type: string
}

/** The first page. */
export const fromTheTop: CursorState = { from: 'START', at: null, watermark: null, behind: new Map(), pace: null }

/** Puts all that was found in one order: the best score first, then by owner and key. A page is a function of what was found and of its cursor. */
export function rankedPage({ parts, state, bound, size, reading, serving, type }: RankedParts): RankedPage {
  const recordType = reading.context.catalogue.types.get(type)
  if (recordType === undefined) throw new TypeError(`no record type ${type}`)
  const ordering = new Ordering([{ field: 'score', direction: 'DESC' }], recordType)
  const keyOrders = new Map(serving.map((source) => [source.profile.code, source.mappings.get(type)?.keyOrder ?? 'text']))
  const keyOrderOf = (bureau: string) => keyOrders.get(bureau) ?? 'text'
  const { watermark, behind } = state
  const scored = new Map<ViewRecord, ScoredView>()
  const given = parts.map(({ found, status: { bureau, state: did } }) => {
    const start = behind.has(bureau) ? (behind.get(bureau) ?? null) : watermark
    const positions = found.map((one) => {
      scored.set(one.view, one)
      return { view: one.view, position: { values: [one.score], bureau, key: one.view.ref.key } satisfies Position }
    })
    const isNext = ({ position }: { readonly position: Position }) =>
      start === null || ordering.compare(position, start, keyOrderOf(bureau)) > 0
    const entries = positions.filter(isNext).sort((a, b) => ordering.compare(a.position, b.position, keyOrderOf(bureau)))
    return { bureau, start, entries, failed: did !== 'OK' && did !== 'PARTIAL', heard: true }
  })
  const codes = serving.map(({ profile }) => profile.code)
  const merged = mergePage(given, { ordering, keyOrderOf, line: new Line(ordering, codes), watermark, size })
  const give = (view: ViewRecord) => reading.give(view, scoredFields)
  const edges = merged.records.map(({ view, late }, at): FoundEdge => {
    const { score = 0, explanation = '', features = [] } = scored.get(view) ?? {}
    return { node: view, late, score: score / 1000, explanation, features, cursor: () => bound.seal(merged.stateAfter(at + 1)) }
  })
  const sources = parts.map(({ status }) => status)
  return {
    get edges() {
      for (const { node } of edges) give(node)
      return edges
    },
    get nodes() {
      for (const { node } of edges) give(node)
      return edges.map(({ node }) => node)
    },
    pageInfo: {
      hasNextPage: merged.goesOn,
      hasPreviousPage: state.at !== null,
      startCursor: null,
      endCursor: () => (edges.length > 0 || merged.goesOn ? bound.seal(merged.stateAfter(edges.length)) : null),
    },
    sources,
    completeness: completenessOf(sources),
    threshold: searchThreshold / 1000,
    algorithm: searchAlgorithm,
  }
}

/** What a page of a search is a function of, besides the data: equal for equal searches by the same class of caller under the same rules. */
export function bindingOf(text: string, sources: readonly BureauSource[], { principal, purpose, ...caller }: Caller): string {
  const classes = sources.map(({ profile, policy }) => [profile.code, policy.digest, policy.classKey({ principal, purpose, ...caller })])
  return JSON.stringify(['search', searchAlgorithm, text, principal.bureau, purpose, classes])
}
