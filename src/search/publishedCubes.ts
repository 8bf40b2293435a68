import type { PublishedCube } from '../disclosure/cubes/publishedCube.ts'
import { type CubeCell, CubeTally } from '../disclosure/cubes/tabulate.ts'
import { LinkFailure } from '../links/link.ts'
import type { SourceState } from '../model/sourceStatus.ts'
import type { Reading } from '../plan/parts.ts'
import { type BureauSource, type RowReader, restrictionOf, sealRow } from '../records/bureauSource.ts'

/** A cube as it is offered to one caller (`Cube` in the schema). */
export interface OfferedCube extends PublishedCube {
  /** Code of the bureau that publishes it. */
  readonly owner: string
}

/** A table of counts, the same for every caller for a whole UTC day (`CubeTable` in the schema). */
export interface CubeTable {
  readonly cells: readonly CubeCell[]
  /** RFC 3339. */
  readonly asOf: string
}

interface Counted {
  readonly day: string
  readonly policy: string
  readonly reads: string
  /** A state of the link, or PARTIAL, where the bureau's records could not all be counted. */
  readonly table: Promise<CubeTable | SourceState>
}

/** Longest that one reading of all records may take, in milliseconds; a caller waits for it no longer than their operation has time. */
const longestMs = 300_000

/** Counts what owners publish: each cube at most once a day, whoever asks for it, so that no two tables of a day can be held against each other. */
export class PublishedCubes {
  readonly #tables = new Map<string, Counted>()

  /** The cubes that bureaus offer to the caller, in the order of codes and files. `bureau`: of this one alone. */
  offered(bureau: string | null, { context, caller }: Reading): readonly OfferedCube[] {
    return context.sources
      .filter(({ profile }) => bureau === null || profile.code === bureau)
      .flatMap(({ profile, policy, mappings }) =>
        (policy.cubesFor?.(caller) ?? []).filter(({ type }) => mappings.has(type)).map((cube) => ({ ...cube, owner: profile.code })),
      )
  }

  /** The table of a cube that was offered; null when the records cannot all be counted in time, and then the operation's statuses say why. */
  async tableOf({ owner, ...cube }: OfferedCube, { context, caller }: Reading): Promise<CubeTable | null> {
    const source = context.sources.find(({ profile }) => profile.code === owner)
    if (source === undefined) return null
    const started = Date.now()
    const { promise: late, resolve } = Promise.withResolvers<SourceState>()
    const timer = setTimeout(() => resolve('TIMEOUT'), Math.max(0, context.call.deadline - started))
    const found = await Promise.race([this.#counted(cube, source, context.catalogue, caller.date), late])
    clearTimeout(timer)
    const isTable = typeof found === 'object'
    context.onStatus(owner, isTable ? 'OK' : found, Date.now() - started, null)
    return isTable ? found : null
  }

  #counted(
    cube: PublishedCube,
    source: BureauSource,
    catalogue: ConstructorParameters<typeof CubeTally>[1],
    day: string,
  ): Counted['table'] {
    const { profile, policy, reads = '' } = source
    const place = JSON.stringify([profile.code, cube.id])
    const known = this.#tables.get(place)
    if (known?.day === day && known.policy === policy.digest && known.reads === reads) return known.table
    const table = count(source, new CubeTally(cube, catalogue, day), cube.type)
    const counted: Counted = { day, policy: policy.digest, reads, table }
    this.#tables.set(place, counted)
    const forget = () => {
      if (this.#tables.get(place) === counted) this.#tables.delete(place)
    }
    // What failed is tried again by the next who asks.
    table.then((found) => typeof found === 'string' && forget(), forget)
    return table
  }
}

/** Reads all records of a type, and gives the table or why there is none. Rejects for a fault of ours. */
async function count(source: BureauSource, tally: CubeTally, type: string): Counted['table'] {
  const mapping = source.mappings.get(type)
  if (mapping === undefined) return 'NOT_ASKED'
  const reader = { source, mapping, fields: tally.inputs } as Pick<RowReader, 'source' | 'mapping' | 'fields'>
  const read = {
    source: mapping.source,
    key: mapping.key,
    keyOrder: mapping.keyOrder,
    ...mapping.reads(tally.inputs),
    where: restrictionOf(reader),
  }
  const deadline = Date.now() + longestMs
  const { signal } = new AbortController()
  try {
    let page: string | null = null
    do {
      const call = { signal, deadline: Math.min(deadline, Date.now() + source.limits.deadlineMs), traceId: '0'.repeat(32) }
      if (Date.now() >= deadline) return 'TIMEOUT'
      const rows = await source.link.find({ ...read, orderBy: null, after: null, limit: source.limits.pageRows, page }, call)
      if (rows.capped) return 'PARTIAL'
      for (const row of rows.rows) {
        const sealed = sealRow(reader, row)
        if (sealed !== null) tally.add(sealed)
      }
      page = rows.next
    } while (page !== null)
    return { cells: tally.table(), asOf: new Date().toISOString() }
  } catch (error) {
    if (!(error instanceof LinkFailure)) throw error
    return error.state
  }
}
