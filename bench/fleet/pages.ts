import { Pool } from 'undici'
import type { RunningFleet } from './withFleet.ts'

/** What one page came to. */
export interface PageSeen {
  readonly tookMs: number
  readonly bytes: number
  readonly rows: number
  readonly endCursor: string | null
  /** Every bureau that the answer names. */
  readonly sources: readonly { readonly bureau: string; readonly state: string; readonly latencyMs: number | null }[]
  readonly completeness: { readonly asked: number; readonly answered: number; readonly complete: boolean }
}

/** The page that the fleet is asked for: newest first, over all bureaus. */
export const pageQuery = `query Page($first: Int!, $after: String) {
  notices(first: $first, after: $after) {
    nodes { owner { code } number kind state summary issuedOn }
    pageInfo { endCursor }
    sources { bureau { code } state latencyMs }
    completeness { asked answered complete }
  }
}`

/** One caller's connection to the hub's door. */
export class Reader {
  readonly #pool: Pool
  readonly #headers: Readonly<Record<string, string>>

  /** `connections`: how many pages may be asked for at once. */
  constructor({ url, headers }: Pick<RunningFleet, 'url' | 'headers'>, connections: number) {
    this.#pool = new Pool(url, { connections, pipelining: 1 })
    this.#headers = headers
  }

  /** Asks for a page. Throws when the answer has errors. */
  async page(first: number, after: string | null = null): Promise<PageSeen> {
    const began = performance.now()
    const { statusCode, body } = await this.#pool.request({
      path: '/graphql',
      method: 'POST',
      headers: this.#headers,
      body: JSON.stringify({ query: pageQuery, variables: { first, after } }),
    })
    const text = await body.text()
    const tookMs = performance.now() - began
    const { data, errors } = JSON.parse(text) as Answer
    if (statusCode !== 200 || data?.notices == null) throw new Error(`no page (${statusCode})`, { cause: errors })
    const { nodes, pageInfo, sources, completeness } = data.notices
    return {
      tookMs,
      bytes: text.length,
      rows: nodes.length,
      endCursor: pageInfo.endCursor,
      sources: sources.map(({ bureau, state, latencyMs }) => ({ bureau: bureau.code, state, latencyMs })),
      completeness,
    }
  }

  /** Asks for `count` first pages, `atOnce` at a time. */
  async pages(count: number, atOnce: number, first: number): Promise<readonly PageSeen[]> {
    const seen: PageSeen[] = []
    let left = count
    const caller = async () => {
      while (left-- > 0) seen.push(await this.page(first))
    }
    await Promise.all(Array.from({ length: atOnce }, caller))
    return seen
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}

interface Answer {
  readonly data?: {
    readonly notices: {
      readonly nodes: readonly unknown[]
      readonly pageInfo: { readonly endCursor: string | null }
      readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string; readonly latencyMs: number | null }[]
      readonly completeness: PageSeen['completeness']
    } | null
  }
  readonly errors?: unknown
}
