import type { ViewRecord } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'
import type { Page } from './page.ts'

/** How many bureaus an answer covers. */
export interface Completeness {
  readonly asked: number
  readonly answered: number
  readonly complete: boolean
}

/** A page in the shape of Relay's connections. Cursors are sealed only when they are selected. */
export interface Connection {
  readonly edges: readonly { readonly node: ViewRecord; cursor(): string }[]
  readonly nodes: readonly ViewRecord[]
  readonly pageInfo: { readonly hasNextPage: boolean; endCursor(): string | null }
  readonly sources: readonly SourceStatus[]
  readonly completeness: Completeness
}

/** A page as a connection. */
export function connectionOf(page: Page): Connection {
  const { views, hasNextPage, sources } = page
  const goesOn = views.length > 0 || hasNextPage
  return {
    edges: views.map((node, at) => ({ node, cursor: () => page.cursorAfter(at + 1) })),
    nodes: views,
    pageInfo: { hasNextPage, endCursor: () => (goesOn ? page.cursorAfter(views.length) : null) },
    sources,
    completeness: completenessOf(sources),
  }
}

/** How many of the bureaus that were asked answered. */
export function completenessOf(sources: readonly SourceStatus[]): Completeness {
  const asked = sources.filter((source) => source.state !== 'NOT_ASKED')
  const answered = asked.filter((source) => source.state === 'OK' || source.state === 'PARTIAL').length
  return { asked: asked.length, answered, complete: asked.every((source) => source.state === 'OK') }
}
