import { sql } from 'kysely'
import type { NativeChanges } from '../../nativeChange.ts'
import type { Fragment } from '../dialect.ts'
import { from, ref } from '../reading.ts'
import { lostChanges, plainChanges, readCheckpoint, type SqlFeed } from './sqlFeed.ts'

/** Rows written by transactions from `horizon` on are told; of these, keys up to `after` have been. `next`: the horizon of the round that is going on. */
interface Place {
  readonly horizon: string
  readonly next: string | null
  readonly after: string
}

/**
 * Reads rows written by transactions that were open at the last look, or have begun since: PostgreSQL marks every row with its writer. No clock and no column of the
 * bureau's is relied upon, and no commit is too late. The price: each look reads through the table, and rows of the transactions at the edge are told again.
 */
export async function readXmin(feed: SqlFeed): Promise<NativeChanges> {
  const { query, reading, dialect, run } = feed
  const known = readCheckpoint(query.since, isPlace)
  const next = known?.next ?? (await horizonNow(feed))
  if (known === null) return plainChanges([], { horizon: next, next: null, after: '' }, false)
  if (await isOutOfReach(feed, known.horizon)) return lostChanges({ horizon: next, next: null, after: '' })
  const { source, key, children } = reading
  const isNew = (alias: string) => sql`age(${sql.id(alias, 'xmin')}) <= age(cast(cast(cast(${known.horizon} as text) as xid8) as xid))`
  const some: readonly Fragment[] = children.map((child) => {
    const inner = { table: child.table, alias: 'k' }
    const joined = dialect.joins(ref(inner, child.on), child.on, ref(source, child.parent), child.parent)
    return sql`exists (select 1 from ${from(inner)} where ${joined} and ${isNew('k')})`
  })
  const text = dialect.asText(ref(source, key), key)
  const found = await run(sql`select ${text} as "key" from ${from(source)}
    where ${text} > cast(${known.after} as text) collate "C" and (${sql.join([isNew(source.alias), ...some], sql` or `)})
    order by 1 limit ${sql.lit(query.limit + 1)}`)
  const keys = found.slice(0, query.limit).map((row) => String(row['key']))
  const more = found.length > query.limit
  const place = more ? { horizon: known.horizon, next, after: keys.at(-1) ?? '' } : { horizon: next, next: null, after: '' }
  return plainChanges(
    keys.map((one) => ({ key: one, kind: 'UNKNOWN', at: null })),
    place,
    more,
  )
}

/** Every transaction before it has ended. Taken before the rows are read. */
async function horizonNow({ run }: SqlFeed): Promise<string> {
  const [row] = await run(sql`select cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as "horizon"`)
  return String(row?.['horizon'])
}

/** Rows hold the lower half of a transaction's number: beyond two milliards it says nothing, and a number to come is another server's. */
async function isOutOfReach({ run }: SqlFeed, horizon: string): Promise<boolean> {
  const [row] = await run(sql`select cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as "now"`)
  const distance = BigInt(String(row?.['now'])) - BigInt(horizon)
  return distance < 0n || distance > 2_000_000_000n
}

function isPlace(value: object): value is Place {
  return 'horizon' in value && typeof value.horizon === 'string' && /^\d+$/.test(value.horizon) && 'next' in value && 'after' in value
}
