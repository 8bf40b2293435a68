import type { ViewRecord } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'
import type { Facet } from './counts.ts'
import type { Page } from './page.ts'

/** How many bureaus an answer covers. */
export interface Completeness {
  readonly asked: number
  readonly answered: number
  readonly complete: boolean
}

/** A page in the shape of Relay's connections. Cursors are sealed, and records counted, only when they are selected. */
export interface Connection {
  readonly edges: readonly { readonly node: ViewRecord; readonly late: boolean; cursor(): string }[]
  readonly nodes: readonly ViewRecord[]
  readonly pageInfo: Pick<Page, 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor'>
  readonly sources: readonly SourceStatus[]
  readonly completeness: Completeness
  totalCount(): Promise<number | null>
  /** `by`: constants of the type's facet fields. */
  facets(args: { readonly by: readonly string[] }): Promise<readonly Facet[] | null>
}

/** What stands behind a connection. */
export interface ConnectionParts extends Pick<Connection, 'totalCount' | 'facets'> {
  readonly page: Page
  /** Takes note that a record of the page was handed to the answer. */
  onGiven(view: ViewRecord): void
}

/** A page as a connection. A page of which no record is selected hands out none. */
export function connectionOf({ page, onGiven, totalCount, facets }: ConnectionParts): Connection {
  const { records, sources } = page
  const given = () => {
    for (const { view } of records) onGiven(view)
    return records
  }
  return {
    get edges() {
      return given().map(({ view, late, cursor }) => ({ node: view, late, cursor }))
    },
    get nodes() {
      return given().map(({ view }) => view)
    },
    pageInfo: page,
    sources,
    completeness: completenessOf(sources),
    totalCount,
    facets,
  }
}

/** How many of the bureaus that were asked answered. */
export function completenessOf(sources: readonly SourceStatus[]): Completeness {
  const asked = sources.filter((source) => source.state !== 'NOT_ASKED')
  const answered = asked.filter((source) => source.state === 'OK' || source.state === 'PARTIAL').length
  return { asked: asked.length, answered, complete: asked.every((source) => source.state === 'OK') }
}
