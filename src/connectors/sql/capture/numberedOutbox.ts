import { sql } from 'kysely'
import type { NativeChanges } from '../../nativeChange.ts'
import type { Table } from '../column.ts'
import type { DriverRow } from '../dialect.ts'
import { from } from '../reading.ts'
import { outboxChange, plainChanges, readCheckpoint, type SqlFeed } from './sqlFeed.ts'

/** All numbers up to `last` have been told but those in `holes`: first, last, and when they were first missing. */
interface Place {
  readonly last: number
  readonly holes: readonly Hole[]
}
type Hole = readonly [first: number, last: number, since: number]

/** More holes than this are not waited for. */
const mostHoles = 500
/** How many numbers before the first look are searched for transactions that are still open. */
const lookBack = 5000

/**
 * Reads an outbox of a database that does not say which transactions are open. A number is drawn before its commit, so one that is missing may still come: each hole is
 * looked into again until it has been there for `holdMs`.
 */
export async function readNumberedOutbox(
  feed: SqlFeed,
  { table: name, holdMs }: { readonly table: string; readonly holdMs: number },
): Promise<NativeChanges> {
  const { query } = feed
  const table = await feed.catalogue.table(name, feed.call)
  const known = readCheckpoint(query.since, isPlace)
  const now = Date.now()
  if (known === null) return plainChanges([], await beginning(feed, table, now), false)
  const late = known.holes.length === 0 ? [] : await rowsOf(feed, table, { holes: known.holes })
  const news = await rowsOf(feed, table, { beyond: known.last })
  const rows = news.slice(0, query.limit)
  const numbers = rows.map((row) => Number(row['seq']))
  const holes = [
    ...filled(
      known.holes,
      late.map((row) => Number(row['seq'])),
    ),
    ...gapsIn(known.last, numbers, now),
  ]
  const open = holes.filter(([, , since]) => now - since < holdMs)
  const kept = open.slice(-mostHoles)
  const changes = [...late, ...rows].filter((row) => row['source'] === query.read.source).map(outboxChange)
  const gap = kept.length < open.length
  return {
    ...plainChanges(
      changes.filter((change) => change !== 'everything'),
      { last: numbers.at(-1) ?? known.last, holes: kept },
      news.length > query.limit,
    ),
    compare: gap || changes.includes('everything'),
    gap,
  }
}

async function beginning(feed: SqlFeed, table: Table, now: number): Promise<Place> {
  const rows = await feed.run(
    sql`select o.seq as ${sql.id('seq')} from ${from({ table, alias: 'o' })} order by o.seq desc limit ${sql.lit(lookBack)}`,
  )
  const numbers = rows.map((row) => Number(row['seq'])).reverse()
  const first = numbers[0] ?? 1
  return { last: numbers.at(-1) ?? 0, holes: gapsIn(numbers.length < lookBack ? 0 : first - 1, numbers, now).slice(-mostHoles) }
}

function rowsOf(
  { query, run }: SqlFeed,
  table: Table,
  which: { readonly beyond: number } | { readonly holes: readonly Hole[] },
): Promise<readonly DriverRow[]> {
  const condition =
    'beyond' in which
      ? sql`o.seq > ${sql.lit(which.beyond)}`
      : sql.join(
          which.holes.map(([first, last]) => sql`o.seq between ${sql.lit(first)} and ${sql.lit(last)}`),
          sql` or `,
        )
  const limit = 'beyond' in which ? sql`limit ${sql.lit(query.limit + 1)}` : sql``
  return run(sql`select o.seq as ${sql.id('seq')}, o.source as ${sql.id('source')}, o.record_key as ${sql.id('record_key')}, o.kind as ${sql.id('kind')}, o.at as ${sql.id('at')}
    from ${from({ table, alias: 'o' })} where ${condition} order by o.seq ${limit}`)
}

/** Numbers that are missing among those after `last`. */
function gapsIn(last: number, numbers: readonly number[], now: number): readonly Hole[] {
  const holes: Hole[] = []
  let before = last
  for (const number of numbers) {
    if (number > before + 1) holes.push([before + 1, number - 1, now])
    before = number
  }
  return holes
}

/** What is left of the holes. */
function filled(holes: readonly Hole[], numbers: readonly number[]): readonly Hole[] {
  return holes.flatMap(([first, last, since]) => {
    const inside = numbers.filter((number) => number >= first && number <= last)
    return gapsIn(first - 1, [...inside, last + 1], since)
  })
}

function isPlace(value: object): value is Place {
  return 'last' in value && typeof value.last === 'number' && 'holes' in value && Array.isArray(value.holes)
}
