import {
  type CompiledQuery,
  type DialectAdapter,
  DummyDriver,
  type Generated,
  Kysely,
  type QueryCompiler,
  SqliteIntrospector,
  sql,
} from 'kysely'
import type { FeedId, FeedState } from '../../model/capture.ts'
import type { ChangeKind } from '../../model/change.ts'
import { feedBeginning, type InboxEntry, type NumberedInboxEntry, type PresentRecord, type ReceivedMessage } from './captureRecords.ts'

/** The tables of capture. */
interface CaptureTables {
  readonly capture_feed: FeedId & {
    readonly checkpoint: string | null
    readonly caught_up: number | null
    readonly reconciled: number | null
    readonly missed: number
    readonly gap: number
    readonly last_error: string | null
    readonly batches: number
  }
  readonly capture_known: FeedId & { readonly key: Uint8Array; readonly version: string; readonly sketch: Uint8Array | null }
  readonly capture_waiting: FeedId & { readonly place: number; readonly sealed: Uint8Array }
  readonly capture_message: { readonly bureau: string; readonly id: string; readonly digest: string; readonly received: number }
  readonly capture_inbox: FeedId & {
    readonly seq: Generated<number>
    readonly key: Uint8Array
    readonly kind: ChangeKind
    readonly at: string | null
  }
}

/** A statement ready to be sent. */
export type CaptureQuery = Pick<CompiledQuery, 'sql' | 'parameters'>

/** A row as a driver gives it. */
export type CaptureFields = Readonly<Record<string, unknown>>

/** Rows of one statement: far below the number of parameters that either system takes. */
export const rowsAtOnce = 500

/** The statements of capture, the same for both systems. */
export class CaptureQueries {
  readonly #db: Kysely<CaptureTables>

  constructor(adapter: DialectAdapter, compiler: QueryCompiler) {
    this.#db = new Kysely<CaptureTables>({
      dialect: {
        createAdapter: () => adapter,
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => compiler,
      },
    })
  }

  state({ bureau, type }: FeedId): CaptureQuery {
    return this.#db.selectFrom('capture_feed').selectAll().where('bureau', '=', bureau).where('type', '=', type).compile()
  }

  /** Writes the state unless somebody has since it was read; then it writes no row. */
  setState(feed: FeedId, state: FeedState): CaptureQuery {
    const columns = {
      checkpoint: state.checkpoint,
      caught_up: state.caughtUpAt,
      reconciled: state.reconciledAt,
      missed: state.missed,
      gap: state.gap ? 1 : 0,
      last_error: state.lastError,
      batches: state.batches + 1,
    }
    const { bureau, type } = feed
    if (state.batches === feedBeginning.batches)
      return this.#db
        .insertInto('capture_feed')
        .values({ bureau, type, ...columns })
        .onConflict((conflict) => conflict.columns(['bureau', 'type']).doNothing())
        .compile()
    return this.#db
      .updateTable('capture_feed')
      .set(columns)
      .where('bureau', '=', bureau)
      .where('type', '=', type)
      .where('batches', '=', state.batches)
      .compile()
  }

  waiting({ bureau, type }: FeedId): CaptureQuery {
    return this.#db
      .selectFrom('capture_waiting')
      .select('sealed')
      .where('bureau', '=', bureau)
      .where('type', '=', type)
      .orderBy('place')
      .compile()
  }

  clearWaiting({ bureau, type }: FeedId): CaptureQuery {
    return this.#db.deleteFrom('capture_waiting').where('bureau', '=', bureau).where('type', '=', type).compile()
  }

  /** At most `rowsAtOnce`, the first at `place`. */
  addWaiting({ bureau, type }: FeedId, place: number, sealed: readonly Uint8Array[]): CaptureQuery {
    const rows = sealed.map((one, at) => ({ bureau, type, place: place + at, sealed: one }))
    return this.#db.insertInto('capture_waiting').values(rows).compile()
  }

  /** Of at most `rowsAtOnce` keys. */
  known({ bureau, type }: FeedId, keys: readonly Uint8Array[]): CaptureQuery {
    return this.#db
      .selectFrom('capture_known')
      .select(['key', 'version', 'sketch'])
      .where('bureau', '=', bureau)
      .where('type', '=', type)
      .where('key', 'in', keys)
      .compile()
  }

  range({ bureau, type }: FeedId, from: number, to: number): CaptureQuery {
    const query = this.#db
      .selectFrom('capture_known')
      .select(['key', 'version'])
      .where('bureau', '=', bureau)
      .where('type', '=', type)
      .where('key', '>=', Buffer.of(from))
    return (to > 0xff ? query : query.where('key', '<', Buffer.of(to))).compile()
  }

  /** At most `rowsAtOnce`, no key twice. */
  setKnown({ bureau, type }: FeedId, known: readonly PresentRecord[]): CaptureQuery {
    return this.#db
      .insertInto('capture_known')
      .values(known.map(({ key, version, sketch }) => ({ bureau, type, key, version, sketch })))
      .onConflict((conflict) =>
        conflict.columns(['bureau', 'type', 'key']).doUpdateSet({
          version: (of) => of.ref('excluded.version'),
          sketch: (of) => of.ref('excluded.sketch'),
        }),
      )
      .compile()
  }

  /** At most `rowsAtOnce` keys. */
  forget({ bureau, type }: FeedId, keys: readonly Uint8Array[]): CaptureQuery {
    return this.#db.deleteFrom('capture_known').where('bureau', '=', bureau).where('type', '=', type).where('key', 'in', keys).compile()
  }

  /** Notes a message; one whose id is known adds no row. */
  addMessage(bureau: string, { id, digest, at }: ReceivedMessage): CaptureQuery {
    return this.#db
      .insertInto('capture_message')
      .values({ bureau, id, digest, received: at })
      .onConflict((conflict) => conflict.columns(['bureau', 'id']).doNothing())
      .compile()
  }

  digestOf(bureau: string, id: string): CaptureQuery {
    return this.#db.selectFrom('capture_message').select('digest').where('bureau', '=', bureau).where('id', '=', id).compile()
  }

  forgetMessages(before: number): CaptureQuery {
    return this.#db.deleteFrom('capture_message').where('received', '<', before).compile()
  }

  /** At most `rowsAtOnce`. */
  addEntries(bureau: string, entries: readonly InboxEntry[]): CaptureQuery {
    return this.#db
      .insertInto('capture_inbox')
      .values(entries.map(({ type, key, kind, at }) => ({ bureau, type, key, kind, at })))
      .compile()
  }

  entries({ bureau, type }: FeedId, limit: number): CaptureQuery {
    return this.#db
      .selectFrom('capture_inbox')
      .select(['seq', 'key', 'kind', 'at'])
      .where('bureau', '=', bureau)
      .where('type', '=', type)
      .orderBy('seq')
      .limit(sql.lit(limit))
      .compile()
  }

  /** At most `rowsAtOnce` places. */
  removeEntries(places: readonly number[]): CaptureQuery {
    return this.#db.deleteFrom('capture_inbox').where('seq', 'in', places).compile()
  }
}

/** What `state` answers. */
export function feedState(row: CaptureFields | undefined): FeedState {
  if (row === undefined) return feedBeginning
  const { checkpoint, caught_up, reconciled, missed, gap, last_error, batches } = row
  return {
    checkpoint: textOf(checkpoint),
    caughtUpAt: numberOf(caught_up),
    reconciledAt: numberOf(reconciled),
    missed: Number(missed),
    gap: Number(gap) === 1,
    lastError: textOf(last_error),
    batches: Number(batches),
  }
}

/** What `known` and `range` answer; of `range`, the sketch is null. */
export function presentRecord({ key, version, sketch }: CaptureFields): PresentRecord {
  return { key: key as Uint8Array, version: String(version), sketch: (sketch as Uint8Array | null | undefined) ?? null }
}

/** What `entries` answers. */
export function inboxEntry({ type }: FeedId, { seq, key, kind, at }: CaptureFields): NumberedInboxEntry {
  return { seq: Number(seq), type, key: key as Uint8Array, kind: String(kind) as ChangeKind, at: textOf(at) }
}

/** Parts of a list that are small enough for one statement, each with where it begins. */
export function* parts<T>(all: readonly T[]): Generator<readonly [part: readonly T[], start: number]> {
  for (let start = 0; start < all.length; start += rowsAtOnce) yield [all.slice(start, start + rowsAtOnce), start]
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}

function numberOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
