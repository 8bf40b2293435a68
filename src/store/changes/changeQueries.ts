import {
  type DialectAdapter,
  DummyDriver,
  type Generated,
  Kysely,
  type QueryCompiler,
  type RawBuilder,
  SqliteIntrospector,
  sql,
} from 'kysely'
import type { ChangeRow, LogState, NewChangeRow } from './changeRows.ts'

/** The two tables of the log. */
export interface ChangeTables {
  readonly change_log: { readonly id: number; readonly epoch: string }
  readonly change_entry: {
    readonly id: Generated<number>
    readonly identity: Uint8Array
    readonly sealed: Uint8Array
    /** Null until the sequencer has seen the row committed. */
    readonly sequence: number | null
    readonly logged_at: number | null
  }
}

/** A statement ready to be sent. */
export interface ChangeQuery {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** A row as a driver gives it. */
export type ChangeFields = Readonly<Record<string, unknown>>

/** Rows that one statement adds: far below the number of parameters that either system takes. */
export const rowsAtOnce = 1000

/** The log's statements, the same for both systems but for how each writes the time. */
export class ChangeQueries {
  readonly #db: Kysely<ChangeTables>
  readonly #now: RawBuilder<number>

  /** `now`: epoch milliseconds as an expression. */
  constructor(adapter: DialectAdapter, compiler: QueryCompiler, now: RawBuilder<number>) {
    this.#now = now
    this.#db = new Kysely<ChangeTables>({
      dialect: {
        createAdapter: () => adapter,
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => compiler,
      },
    })
  }

  /** Adds at most `rowsAtOnce` rows; those that are there already are left as they are. */
  insert(rows: readonly NewChangeRow[]): ChangeQuery {
    const values = rows.map(({ identity, sealed }) => ({ identity, sealed }))
    return this.#db
      .insertInto('change_entry')
      .values(values)
      .onConflict((conflict) => conflict.column('identity').doNothing())
      .compile()
  }

  /**
   * Gives committed rows their places after the last one. Without parameters, so that it can travel together with other statements. Safe only
   * under a lock that keeps a second one out.
   */
  place(): ChangeQuery {
    const entry = sql.table('change_entry')
    return sql`update ${entry} set sequence = waiting.place, logged_at = ${this.#now}
      from (select id, (select coalesce(max(sequence), 0) from ${entry}) + row_number() over (order by id) as place
            from ${entry} where sequence is null order by id limit ${sql.lit(rowsAtOnce)}) as waiting
      where change_entry.id = waiting.id
      returning change_entry.sequence, change_entry.logged_at, change_entry.sealed`.compile(this.#db)
  }

  /** The last row that has a place. Without parameters, as `place`. */
  last(): ChangeQuery {
    return this.#db
      .selectFrom('change_entry')
      .select(['sequence', 'logged_at', 'sealed'])
      .where('sequence', 'is not', null)
      .orderBy('sequence', 'desc')
      .limit(sql.lit(1))
      .compile()
  }

  read(after: number, limit: number): ChangeQuery {
    return this.#db
      .selectFrom('change_entry')
      .select(['sequence', 'logged_at', 'sealed'])
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(limit)
      .compile()
  }

  /** Epoch, bounds, the last row, and whether rows are waiting for their places. */
  state(): ChangeQuery {
    return this.#db
      .selectFrom('change_log')
      .leftJoin('change_entry as head', (join) =>
        join.on('head.sequence', '=', (on) => on.selectFrom('change_entry').select((of) => of.fn.max('sequence').as('last'))),
      )
      .select(['epoch', 'head.sequence', 'head.logged_at', 'head.sealed'])
      .select((of) =>
        of
          .selectFrom('change_entry')
          .select((one) => one.fn.min('sequence').as('first'))
          .as('oldest'),
      )
      .select((of) => of.selectFrom('change_entry').select('id').where('sequence', 'is', null).limit(1).as('waiting'))
      .compile()
  }

  /** Forgets a beginning of the log: a clock that was set back leaves no hole, and the last row stays. */
  trim(before: number): ChangeQuery {
    return sql`delete from ${sql.table('change_entry')} where sequence <
      (select coalesce((select min(sequence) from change_entry where logged_at >= ${before}), (select max(sequence) from change_entry)))`.compile(
      this.#db,
    )
  }

  renewEpoch(from: string, to: string): ChangeQuery {
    return this.#db.updateTable('change_log').set({ epoch: to }).where('epoch', '=', from).compile()
  }
}

/** A row of the log. */
export function changeRow(fields: ChangeFields): ChangeRow {
  return { sequence: Number(fields['sequence']), loggedAt: Number(fields['logged_at']), sealed: fields['sealed'] as Uint8Array }
}

/** Rows in the order of their places; `returning` promises none. */
export function changeRows(rows: readonly ChangeFields[]): readonly ChangeRow[] {
  return rows.map(changeRow).sort((a, b) => a.sequence - b.sequence)
}

/** What `state` answers. */
export function logState(fields: ChangeFields | undefined): LogState {
  if (fields === undefined) throw new Error('the change log has lost its epoch')
  const head = fields['sequence'] === null ? null : changeRow(fields)
  return { epoch: String(fields['epoch']), oldest: Number(fields['oldest'] ?? 1), head }
}
