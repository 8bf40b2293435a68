import type { Match, Order, PageRequest, Predicate } from '../../src/model/predicate.ts'
import type { Caller } from '../../src/model/principal.ts'
import { Cursors } from '../../src/plan/cursor.ts'
import { type Page, readPage } from '../../src/plan/page.ts'
import { caller } from '../support/caller.ts'
import { catalogue } from '../support/catalogue.ts'
import type { MemoryBureau } from '../support/memoryBureau.ts'

const sealing = new Cursors(new Uint8Array(32).fill(7))

/** A question about notices. */
export interface Question {
  readonly first?: number
  readonly after?: string | null
  readonly last?: number
  readonly before?: string | null
  readonly orderBy?: readonly Order[]
  readonly where?: Predicate | null
  readonly match?: Match
  readonly who?: Caller
  readonly cursors?: Cursors
  readonly signal?: AbortSignal
}

/** One page of the bureaus' notices, without GraphQL. */
export function askNotices(bureaus: readonly MemoryBureau[], question: Question): Promise<Page> {
  const {
    first = 20,
    after = null,
    last,
    before = null,
    orderBy,
    where = null,
    match = 'CERTAIN',
    who = caller(),
    cursors = sealing,
  } = question
  const { signal = new AbortController().signal } = question
  const sources = bureaus.map((bureau) => bureau.source)
  const page: PageRequest = last === undefined ? { size: first, from: 'START', cursor: after } : { size: last, from: 'END', cursor: before }
  return readPage(
    { type: 'Notice', where, match, orderBy: orderBy ?? [{ field: 'issuedOn', direction: 'DESC' }], page },
    {
      catalogue,
      sources,
      cursors,
      caller: who,
      call: { signal, deadline: Date.now() + 5000, traceId: '0'.repeat(32) },
      selected: new Set(['kind', 'issuedOn']),
      onStatus: () => {},
      readerFor: (code, type, fields) => {
        const source = sources.find((one) => one.profile.code === code)
        const mapping = source?.mappings.get(type)
        return source && mapping ? { source, mapping, fields, plan: source.policy.planFor(type, who) } : null
      },
    },
  )
}

/** The records of a page, as `bureau/key`. */
export const identities = (page: Page) => page.records.map(({ view }) => `${view.ref.bureau}/${view.ref.key}`)
