import { type Call, ConnectorError } from '../../connector.ts'
import type { ChangesQuery, NativeChange, NativeChanges } from '../../nativeChange.ts'
import type { Catalogue } from '../catalogue.ts'
import type { DriverRow, Fragment, SqlDialect } from '../dialect.ts'
import type { Reading } from '../reading.ts'

/** What reading changes from a database needs. */
export interface SqlFeed {
  readonly query: ChangesQuery
  readonly reading: Reading
  readonly dialect: SqlDialect
  readonly catalogue: Catalogue
  readonly call: Call
  run(statement: Fragment): Promise<readonly DriverRow[]>
}

/** An answer without anything unusual about it. */
export function plainChanges(changes: readonly NativeChange[], checkpoint: unknown, more: boolean): NativeChanges {
  return { changes, checkpoint: JSON.stringify(checkpoint), more, compare: false, gap: false }
}

/** The feed begins anew: what was before is lost to it. */
export function lostChanges(checkpoint: unknown): NativeChanges {
  return { changes: [], checkpoint: JSON.stringify(checkpoint), more: false, compare: true, gap: true }
}

/** A checkpoint that `plainChanges` or `lostChanges` wrote; null where the feed is to begin. Throws REFUSED for another feed's. */
export function readCheckpoint<T extends object>(since: string | null, isOne: (value: object) => value is T): T | null {
  if (since === null) return null
  try {
    const value = JSON.parse(since) as unknown
    if (typeof value === 'object' && value !== null && isOne(value)) return value
  } catch {}
  throw new ConnectorError('REFUSED', 'this is no checkpoint of this feed')
}

/** A row of an outbox as a change; everything, when all rows of its source went at once. */
export function outboxChange(row: DriverRow): NativeChange | 'everything' {
  const kind = kinds[String(row['kind'])] ?? 'UNKNOWN'
  const key = row['record_key']
  if (key === null || key === undefined) return 'everything'
  const at = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)Z?$/.exec(String(row['at'] ?? ''))
  return { key: String(key), kind, at: at === null ? null : `${at[1]}T${at[2]}Z` }
}

const kinds: Readonly<Record<string, NativeChange['kind']>> = { I: 'CREATED', U: 'CHANGED', D: 'DELETED' }
