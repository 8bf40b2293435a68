import { ComityError } from '../model/errors.ts'
import type { Caller } from '../model/principal.ts'
import { type Reading, servingSources } from '../plan/parts.ts'
import type { Account } from '../store/budgets.ts'
import { durably } from '../store/durably.ts'
import type { Store } from '../store/store.ts'
import type { KeptKeys } from './lookups.ts'
import { bindingOf, fromTheTop, type RankedPage, rankedPage } from './rankedPage.ts'
import { scoreView } from './scoreView.ts'
import { type BureauPart, type Judge, type Judged, searchBureau } from './searchBureau.ts'
import { type PersonSearchInput, type SoughtPerson, soughtPerson, subject } from './soughtPerson.ts'
import { scoredFields } from './viewSketch.ts'

/** Arguments of a search. */
export interface PersonSearchArguments {
  readonly input: PersonSearchInput
  /** 1 to 100. Default: 20. */
  readonly first?: number | null
  readonly after?: string | null
}

/** What searches work with. */
export interface SearchParts {
  readonly store: Pick<Store, 'budgets'>
  readonly kept: KeptKeys
  /** Searches that one person has in one hour of the clock (UTC). */
  readonly perHour: number
}

/** Finds people by what is known of them, over all bureaus and scripts, in what the caller may see. */
export class PersonSearches {
  readonly #parts: SearchParts

  constructor(parts: SearchParts) {
    this.#parts = parts
  }

  /**
   * One page of those who may be meant, the likeliest first. It costs one of the caller's searches of the hour, whatever is found. `asked` is told what was said of whom is looked for, in names of
   * fields. Throws BAD_USER_INPUT, CURSOR_INVALID, BUDGET_EXCEEDED, and AUDIT_UNAVAILABLE when a search cannot be counted.
   */
  async page(
    { input, first, after }: PersonSearchArguments,
    reading: Reading,
    asked: (fields: readonly string[]) => void,
  ): Promise<RankedPage> {
    const size = first ?? 20
    if (size < 1 || size > 100) throw new ComityError('BAD_USER_INPUT', { reason: 'first: a page has 1 to 100 records' })
    const sought = soughtPerson(input)
    const bound = reading.cursors.boundTo(() => bindingOf(sought.text, reading.context.sources, reading.caller))
    const state = typeof after === 'string' ? bound.open(after) : fromTheTop
    this.charge(reading.caller)
    asked(sought.asked)
    const parts = await this.find(sought, reading, (view) => scoreView(sought, view))
    const serving = servingSources({ type: subject }, reading.context)
    return rankedPage({ parts, state, bound, size, reading, serving, type: subject })
  }

  /** Everybody in all bureaus for whom `judge` has a word, bureau by bureau in the order of codes; `except`: not this bureau. Not charged. */
  async find<T extends Judged>(
    sought: SoughtPerson,
    { context, selected }: Reading,
    judge: Judge<T>,
    except: string | null = null,
  ): Promise<readonly BureauPart<T>[]> {
    const fields = selected.union(new Set(scoredFields))
    const serving = servingSources({ type: subject }, context)
    const parts = await Promise.all(
      serving.flatMap(({ profile: { code } }) => {
        const reader = context.readerFor(code, subject, fields)
        return reader === null || code === except
          ? []
          : [searchBureau({ reader, sought, kept: this.#parts.kept, call: context.call, among: serving.length, judge })]
      }),
    )
    for (const { status } of parts) context.onStatus(status.bureau, status.state, status.latencyMs ?? 0, status.retryAfterMs)
    return parts
  }

  /** Counts one search of the caller's hour. Throws BUDGET_EXCEEDED, which says when the next hour begins; AUDIT_UNAVAILABLE. */
  charge({ principal, instant }: Caller): void {
    const { store, perHour } = this.#parts
    const hour = new Date(instant).toISOString().slice(0, 13)
    const account: Account = {
      budget: `search ${hour.slice(11)}`,
      bureau: principal.bureau,
      person: principal.personRef,
      day: hour.slice(0, 10),
    }
    durably(() => {
      if (store.budgets.spend(account, perHour)) return
      const retryAt = `${new Date(Date.parse(`${hour}:00:00Z`) + 3_600_000).toISOString().slice(0, 19)}Z`
      throw new ComityError('BUDGET_EXCEEDED', { reason: `searches of this hour; again from ${retryAt} on` }, { retryAt })
    })
  }
}
