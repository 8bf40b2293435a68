import { arrivals, type Tempo } from './arrivals.ts'
import type { OpenPage, Page } from './page.ts'

/** One item of progress. */
export interface ProgressItem {
  /** The page over the bureaus that have answered so far. It takes the place of the one before. */
  readonly page: Page
  /** Codes of those that have not. */
  readonly pending: readonly string[]
  /** Whether it is the page that a query would have given. */
  readonly last: boolean
}

/** Reads a page, and gives it as far as it is known each time that an item is due. Who takes an item late gets the next as things are then. */
export async function* readProgress({ streams, wanted, over }: OpenPage, tempo: Tempo): AsyncGenerator<ProgressItem, void, undefined> {
  for await (const received of arrivals(streams, wanted, tempo)) {
    const pending = streams.filter((stream) => !received.has(stream)).map(({ bureau }) => bureau)
    yield { page: over(received), pending, last: pending.length === 0 }
  }
}
