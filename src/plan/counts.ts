import type { FieldLevel } from '../model/record.ts'
import type { FacetCount, Tally } from './tally.ts'

/** A facet as callers see it. */
export interface Facet {
  readonly field: string
  readonly buckets: FacetCount['buckets']
  readonly below: readonly { readonly level: Uppercase<FieldLevel>; readonly count: number }[]
  readonly withheld: number
  readonly unknown: number
}

/** Counts and facets of one connection, read when they are asked for: what one step of the execution asks for shares one reading of the bureaus. */
export class Counts {
  readonly #read: (facets: readonly string[]) => Promise<Tally | null>
  #next: { readonly facets: Set<string>; readonly tally: Promise<Tally | null> } | null = null

  /** `read` counts everything the query finds, divided by these fields. */
  constructor(read: (facets: readonly string[]) => Promise<Tally | null>) {
    this.#read = read
  }

  /** How many records there are; null when the number would not be exact. */
  async total(): Promise<number | null> {
    return (await this.#tally([]))?.total ?? null
  }

  /** One facet per field, in the order first asked; null when the numbers would not be exact. */
  async facets(fields: readonly string[]): Promise<readonly Facet[] | null> {
    const tally = await this.#tally(fields)
    if (tally === null) return null
    return [...new Set(fields)].flatMap((field) => {
      const count = tally.facets.get(field)
      return count === undefined ? [] : [facetOf(count)]
    })
  }

  #tally(fields: readonly string[]): Promise<Tally | null> {
    this.#next ??= this.#soon()
    for (const field of fields) this.#next.facets.add(field)
    return this.#next.tally
  }

  /** Starts once all fields of this step have said what they need. */
  #soon() {
    const facets = new Set<string>()
    const tally = Promise.resolve().then(() => {
      this.#next = null
      return this.#read([...facets])
    })
    return { facets, tally }
  }
}

function facetOf({ below, ...count }: FacetCount): Facet {
  return {
    ...count,
    below: below.map(({ level, count: records }) => ({ level: level.toUpperCase() as Uppercase<FieldLevel>, count: records })),
    withheld: below.reduce((sum, { count: records }) => sum + records, 0),
  }
}
