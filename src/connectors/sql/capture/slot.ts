import { sql } from 'kysely'
import { ConnectorError } from '../../connector.ts'
import type { NativeChange, NativeChanges } from '../../nativeChange.ts'
import { comparison } from '../comparison.ts'
import type { DriverRow } from '../dialect.ts'
import { type Child, from, ref, whereClause } from '../reading.ts'
import { type Message, type Relation, readMessage, type Tuple } from './pgoutput.ts'
import { lostChanges, plainChanges, readCheckpoint, type SqlFeed } from './sqlFeed.ts'

/** Everything committed before this place in the server's log is durable here. */
interface Place {
  readonly lsn: string
}

/**
 * Reads a logical replication slot. It is only looked into; it moves on when the hub asks on from a later place, that is, when what lies before is durable. A slot that
 * is gone, or that lost its log, is made anew and the gap told.
 */
export async function readSlot(
  feed: SqlFeed,
  { slot, publication }: { readonly slot: string; readonly publication: string },
): Promise<NativeChanges> {
  const { query, run } = feed
  const known = readCheckpoint(query.since, isPlace)
  const [standing] = await run(sql`
    select cast(confirmed_flush_lsn as text) as "lsn", cast(wal_status = 'lost' as text) as "lost", plugin as "plugin",
      cast(database = current_database() as text) as "here", cast(confirmed_flush_lsn > cast(cast(${known?.lsn ?? null} as text) as pg_lsn) as text) as "ahead",
      cast(confirmed_flush_lsn < cast(cast(${known?.lsn ?? null} as text) as pg_lsn) as text) as "behind"
    from pg_catalog.pg_replication_slots where slot_name = cast(${slot} as text)`)
  if (standing === undefined) return begin(feed, slot, known)
  if (standing['plugin'] !== 'pgoutput' || standing['here'] !== 'true') throw new ConnectorError('REFUSED', 'the slot is of another kind')
  if (standing['lost'] === 'true') {
    await run(sql`select pg_drop_replication_slot(cast(${slot} as text)) is null as "done"`)
    return begin(feed, slot, known)
  }
  if (known === null) return plainChanges([], { lsn: String(standing['lsn']) }, false)
  // Somebody else has read from it.
  if (standing['ahead'] === 'true') return lostChanges({ lsn: String(standing['lsn']) })
  if (standing['behind'] === 'true')
    await run(sql`select 1 as "done" from pg_replication_slot_advance(cast(${slot} as text), cast(cast(${known.lsn} as text) as pg_lsn))`)
  // Asked before looking: what is committed up to here is among what is found.
  const [wal] = await run(sql`select cast(pg_current_wal_flush_lsn() as text) as "lsn"`)
  const found = await run(sql`
    select encode(data, 'hex') as "data" from pg_logical_slot_peek_binary_changes(cast(${slot} as text), null, ${sql.lit(query.limit)},
      'proto_version', '1', 'publication_names', cast(${publication} as text))`)
  const told = readTold(feed, found)
  const more = found.length >= query.limit
  // A log in which nothing here changed moves on too, or the server would keep it for ever.
  const lsn = more ? (told.end ?? known.lsn) : String(wal?.['lsn'] ?? known.lsn)
  const parents = await parentsOf(feed, told.lookUps)
  return { ...plainChanges([...told.changes, ...parents], { lsn }, more && told.end !== null), compare: told.compare }
}

async function begin({ run }: SqlFeed, slot: string, known: Place | null): Promise<NativeChanges> {
  const [made] = await run(
    sql`select cast(lsn as text) as "lsn" from pg_create_logical_replication_slot(cast(${slot} as text), 'pgoutput')`,
  )
  const place = { lsn: String(made?.['lsn']) }
  return known === null ? plainChanges([], place, false) : lostChanges(place)
}

/** What the messages say of the rows asked for. */
interface Told {
  readonly changes: NativeChange[]
  /** Values of a parent's column, by child, whose keys have to be looked up. */
  readonly lookUps: Map<Child, Map<string, string | null>>
  /** End of the last whole transaction. */
  end: string | null
  /** Something happened that the messages do not say enough of. */
  compare: boolean
}

function readTold(feed: SqlFeed, rows: readonly DriverRow[]): Told {
  const told: Told = { changes: [], lookUps: new Map(), end: null, compare: false }
  const relations = new Map<number, Relation>()
  let at: string | null = null
  for (const row of rows) {
    const message = understood(String(row['data']))
    if (message.kind === 'begin') at = message.at
    else if (message.kind === 'commit') told.end = message.end
    else if (message.kind === 'relation') relations.set(message.id, message.relation)
    else if (message.kind === 'row') noteRow(feed, told, message, relations.get(message.relation), at)
    else if (message.kind === 'truncate' && message.relations.some((id) => isOurs(feed, relations.get(id)))) told.compare = true
  }
  return told
}

function understood(hex: string): Message {
  try {
    return readMessage(Buffer.from(hex, 'hex'))
  } catch (error) {
    throw new ConnectorError('BAD_ANSWER', 'the slot tells what cannot be read', { cause: error })
  }
}

function noteRow(
  feed: SqlFeed,
  told: Told,
  { change, old, row }: Message & { kind: 'row' },
  relation: Relation | undefined,
  at: string | null,
) {
  const { reading } = feed
  if (relation === undefined) {
    told.compare = true
    return
  }
  if (isSame(reading.source.table, relation)) {
    const [before, after] = [valueIn(relation, old, reading.key.name), valueIn(relation, row, reading.key.name)]
    if (change === 'DELETED' && typeof before === 'string') told.changes.push({ key: before, kind: 'DELETED', at })
    else if (typeof after !== 'string') told.compare = true
    else {
      if (typeof before === 'string' && before !== after) told.changes.push({ key: before, kind: 'DELETED', at })
      told.changes.push({ key: after, kind: change, at })
    }
  }
  for (const child of reading.children.filter(({ table }) => isSame(table, relation))) {
    const values = [valueIn(relation, old, child.on.name), valueIn(relation, row, child.on.name)]
    // A deleted row of a table that identifies rows by other columns does not say whose child it was.
    if (!values.some((value) => typeof value === 'string')) told.compare = true
    for (const value of values.filter((one) => typeof one === 'string')) {
      if (child.parent.name === reading.key.name) told.changes.push({ key: value, kind: 'CHANGED', at })
      else told.lookUps.set(child, (told.lookUps.get(child) ?? new Map()).set(value, at))
    }
  }
}

async function parentsOf({ reading, dialect, run }: SqlFeed, lookUps: Told['lookUps']): Promise<readonly NativeChange[]> {
  const { source, key } = reading
  const changes: NativeChange[] = []
  for (const [child, values] of lookUps) {
    const chosen = comparison(dialect, ref(source, child.parent), child.parent, 'in', [...values.keys()])
    const rows = await run(sql`select ${dialect.asText(ref(source, key), key)} as "key" from ${from(source)} ${whereClause(chosen)}`)
    changes.push(...rows.map((row) => ({ key: String(row['key']), kind: 'CHANGED' as const, at: null })))
  }
  return changes
}

function valueIn({ columns }: Relation, tuple: Tuple | null, name: string): string | null | undefined {
  return tuple?.[columns.indexOf(name)]
}

function isOurs({ reading }: SqlFeed, relation: Relation | undefined): boolean {
  return (
    relation === undefined || [reading.source.table, ...reading.children.map(({ table }) => table)].some((table) => isSame(table, relation))
  )
}

function isSame(table: { readonly schema: string | null; readonly name: string }, relation: Relation): boolean {
  return table.name === relation.name && table.schema === relation.schema
}

function isPlace(value: object): value is Place {
  return 'lsn' in value && typeof value.lsn === 'string' && /^[0-9A-F]+\/[0-9A-F]+$/i.test(value.lsn)
}
