import { sql } from 'kysely'
import {
  type Call,
  type Capabilities,
  type Connector,
  ConnectorError,
  type Guarded,
  type NativeField,
  type NativeGet,
  type NativePage,
  type NativeQuery,
  type NativeRow,
} from '../connector.ts'
import type { ChangesQuery, NativeChanges } from '../nativeChange.ts'
import { readSqlChanges } from './capture/readSqlChanges.ts'
import { Catalogue, columnOf } from './catalogue.ts'
import { readChildren } from './children.ts'
import type { Column, Table } from './column.ts'
import { allOf, type Condition, comparison } from './comparison.ts'
import type { DriverRow, Fragment, SqlDialect } from './dialect.ts'
import { orderBy, placeOf, type SortPart, sortParts, strictlyAfter } from './keyset.ts'
import {
  condition,
  exactCondition,
  from,
  type Reading,
  readColumns,
  readToken,
  ref,
  resolveRead,
  selection,
  whereClause,
  writeToken,
} from './reading.ts'
import type { SqlSession } from './session.ts'

/** What `SqlConnector` needs. */
export interface SqlOptions {
  readonly dialect: SqlDialect
  readonly session: SqlSession
  /** Schemas for sources without one; null: the database's own search path. */
  readonly schemas: readonly string[] | null
  /** Columns, as `table.column` in lower case, whose JSON arrives parsed. */
  readonly documents: ReadonlySet<string>
}

/** Most keys in one statement. */
const keysAtOnce = 500

/**
 * Everything is on offer: what the database cannot evaluate soundly for a column's type is left out of the statement, and more rows come back than were asked for.
 */
const powers: Capabilities = {
  filters: () => true,
  orders: () => true,
  guards: true,
  reverses: true,
  pageRows: null,
  resultRows: null,
}

/** A database that speaks SQL. */
export class SqlConnector implements Connector {
  readonly #dialect: SqlDialect
  readonly #session: SqlSession
  readonly #documents: ReadonlySet<string>
  readonly #powers: Capabilities
  readonly #catalogue: Catalogue

  constructor({ dialect, session, schemas, documents }: SqlOptions) {
    this.#dialect = dialect
    this.#powers = { ...powers, captures: dialect.captures }
    this.#session = session
    this.#documents = documents
    this.#catalogue = new Catalogue(dialect, (statement, call) => this.#run(statement, call), schemas)
  }

  capabilities(_source: string): Capabilities {
    return this.#powers
  }

  find(query: NativeQuery, call: Call): Promise<NativePage> {
    return this.#withCatalogue(() => this.#find(query, call))
  }

  get(query: NativeGet, call: Call): Promise<ReadonlyMap<string, NativeRow>> {
    return this.#withCatalogue(() => this.#get(query, call))
  }

  changes(query: ChangesQuery, call: Call): Promise<NativeChanges> {
    const run = (statement: Fragment) => this.#run(statement, call)
    return this.#withCatalogue(() => readSqlChanges({ query, dialect: this.#dialect, catalogue: this.#catalogue, call, run }))
  }

  async describe(source: string, call: Call): Promise<readonly NativeField[]> {
    const table = await this.#catalogue.table(source, call)
    return [...table.columns.values()].map(({ name, type, nullable }) => ({ path: name, type, nullable }))
  }

  async health(call: Call): Promise<void> {
    await this.#run(sql`select 1 as c0`, call)
  }

  close(): Promise<void> {
    return this.#session.close()
  }

  async #find(query: NativeQuery, call: Call): Promise<NativePage> {
    const reading = await resolveRead(this.#catalogue, query, call)
    const parts = sortParts(this.#dialect, query, (path) => {
      const column = columnOf(reading.source.table, path)
      return { ref: ref(reading.source, column), column }
    })
    const limit = Math.max(1, Math.trunc(query.limit))
    const found = await this.#run(this.#pageStatement(query, reading, parts, limit), call)
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const next = found.length > limit && last !== undefined ? writeToken(parts.map((_, i) => last[`o${i}`])) : null
    return { rows: await this.#rows(reading, page, call), next, capped: false }
  }

  #pageStatement(query: NativeQuery, reading: Reading, parts: readonly SortPart[], limit: number): Fragment {
    const { source, key, columns } = reading
    const marks = sql.join(parts.map((part, i) => sql`${part.mark} as ${sql.id(`o${i}`)}`))
    const hasKey = key.nullable ? sql`${ref(source, key)} is not null` : true
    const where = allOf([
      condition(this.#dialect, reading, query.where, this.#isDocument),
      ...(query.guarded ?? []).map((one) => this.#guarded(one, reading)),
      hasKey,
      this.#beyond(query, parts, key),
    ])
    // In the order of keys a planner sees a way to a page, and walks the whole table for the few rows of it.
    const found =
      query.few === true
        ? sql`(select * from ${from(source)} ${whereClause(where)} ${this.#dialect.fence}) as ${sql.id(source.alias)}`
        : sql`${from(source)} ${whereClause(where)}`
    return sql`select ${selection(this.#dialect, source, columns)}, ${marks} from ${found}
      order by ${orderBy(this.#dialect, parts)} limit ${sql.lit(limit + 1)}`
  }

  #guarded({ guard, where }: Guarded, reading: Reading): Condition {
    const exact = exactCondition(this.#dialect, reading, guard, this.#isDocument)
    return exact === null ? true : allOf([exact, condition(this.#dialect, reading, where, this.#isDocument)])
  }

  #beyond(query: NativeQuery, parts: readonly SortPart[], key: Column): ReturnType<typeof strictlyAfter> {
    if (query.page !== null) {
      const marks = readToken(query.page)
      if (marks.length !== parts.length) throw new ConnectorError('REFUSED', 'this is no page of this source')
      return strictlyAfter(
        parts,
        parts.map((part, i) => {
          const mark = marks[i] ?? null
          return mark === null ? null : part.again(mark)
        }),
      )
    }
    if (query.orderBy === null || query.after === null) return true
    return strictlyAfter(parts, placeOf(parts, query.after, query.orderBy.path === query.key || query.orderBy.path === key.name))
  }

  async #get(query: NativeGet, call: Call): Promise<ReadonlyMap<string, NativeRow>> {
    const reading = await resolveRead(this.#catalogue, query, call)
    const { source, key, columns } = reading
    const wanted = new Set(query.keys)
    const found = new Map<string, NativeRow>()
    const keys = [...wanted]
    for (let from_ = 0; from_ < keys.length; from_ += keysAtOnce) {
      const chosen = comparison(this.#dialect, ref(source, key), key, 'in', keys.slice(from_, from_ + keysAtOnce))
      if (chosen === false) continue
      const statement = sql`select ${selection(this.#dialect, source, columns)} from ${from(source)} ${whereClause(chosen)}`
      for (const row of await this.#rows(reading, await this.#run(statement, call), call)) {
        // A database may find more than it was asked for: 'a ' for 'a', 'A' for 'a'.
        const text = String(row[query.key] ?? row[key.name])
        if (wanted.has(text)) found.set(text, row)
      }
    }
    return found
  }

  async #rows(reading: Reading, found: readonly DriverRow[], call: Call): Promise<NativeRow[]> {
    const { table } = reading.source
    const rows = found.map((row) => readColumns(this.#dialect, reading.columns, row, (column) => this.#isDocument(table, column)))
    await Promise.all(
      reading.children.map((child) =>
        readChildren({ dialect: this.#dialect, child, rows, isDocument: this.#isDocument, run: (statement) => this.#run(statement, call) }),
      ),
    )
    return rows
  }

  #isDocument = (table: Table, column: Column): boolean => {
    if (this.#documents.size === 0) return false
    const name = `${table.name}.${column.name}`.toLowerCase()
    return this.#documents.has(name) || (table.schema !== null && this.#documents.has(`${table.schema.toLowerCase()}.${name}`))
  }

  #run(statement: Fragment, call: Call): Promise<readonly DriverRow[]> {
    return this.#session.run(statement.compile(this.#dialect.compiler), call)
  }

  /** A name that is gone, or new since the catalogue was read, is looked up once more. */
  async #withCatalogue<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.reason !== 'NO_SOURCE' || !this.#catalogue.forgetIfOld()) throw error
      return work()
    }
  }
}
