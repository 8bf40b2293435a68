import { type Call, ConnectorError } from '../connector.ts'
import { suggestion } from '../nearest.ts'
import type { Column, Table } from './column.ts'
import type { DriverRow, Fragment, SqlDialect, TableName } from './dialect.ts'

/** Runs a fragment as a statement. */
export type Run = (statement: Fragment, call: Call) => Promise<readonly DriverRow[]>

/** How soon after a name was missing the catalogue is read again, in milliseconds. */
const rereadMs = 10_000

/**
 * What the database says of its tables and columns, read at first use and remembered. Names of a mapping are looked up here and never become SQL:
 * what is quoted into a statement is the catalogue's own spelling.
 */
export class Catalogue {
  readonly #dialect: SqlDialect
  readonly #run: Run
  readonly #schemas: readonly string[] | null
  #names: readonly TableName[] = []
  #readAt = Number.NEGATIVE_INFINITY
  #tables = new Map<string, Table>()

  constructor(dialect: SqlDialect, run: Run, schemas: readonly string[] | null) {
    this.#dialect = dialect
    this.#run = run
    this.#schemas = schemas
  }

  /** The table of a source. Throws NO_SOURCE with the nearest name when there is none, or more than one. */
  async table(source: string, call: Call): Promise<Table> {
    const known = this.#tables.get(source)
    if (known !== undefined) return known
    const name = await this.#find(source, call)
    const rows = await this.#run(this.#dialect.columns(name), call)
    const columns = rows.map((row) => this.#dialect.column(row))
    const table = { schema: name.schema, name: name.name, columns: new Map(columns.map((column) => [column.name, column])) }
    this.#tables.set(source, table)
    return table
  }

  /** Forgets everything: the database said that a name is gone. */
  forget(): void {
    this.#tables = new Map()
    this.#readAt = Number.NEGATIVE_INFINITY
  }

  /** Forgets unless it was read just now; tells whether it did. */
  forgetIfOld(): boolean {
    if (Date.now() - this.#readAt < rereadMs) return false
    this.forget()
    return true
  }

  async #find(source: string, call: Call): Promise<TableName> {
    let found = candidates(this.#names, source)
    if (found.length === 0 && Date.now() - this.#readAt >= rereadMs) {
      this.#names = (await this.#run(this.#dialect.tables(this.#schemas), call)).map(tableName)
      this.#readAt = Date.now()
      found = candidates(this.#names, source)
    }
    const [first] = found
    if (first !== undefined && found.length === 1) return first
    const why = first === undefined ? 'there is no table' : 'there is more than one table'
    throw new ConnectorError('NO_SOURCE', `${why} '${source}'${suggestion(source, shownNames(this.#names, source))}`)
  }
}

/** The column of a path: a column of that name, or the one that its first segment names. Throws NO_SOURCE with the nearest name. */
export function columnOf(table: Table, path: string): Column {
  const column = byName(table, path) ?? byName(table, path.split('.')[0] ?? path)
  if (column !== undefined) return column
  throw new ConnectorError('NO_SOURCE', `there is no column '${path}' in '${table.name}'${suggestion(path, table.columns.keys())}`)
}

/** The name under which a path's column stands in a row. */
export function rowName(table: Table, path: string): string {
  return byName(table, path) === undefined ? (path.split('.')[0] ?? path) : path
}

function byName(table: Table, name: string): Column | undefined {
  const exact = table.columns.get(name)
  if (exact !== undefined) return exact
  const alike = [...table.columns.values()].filter((column) => column.name.toLowerCase() === name.toLowerCase())
  return alike.length === 1 ? alike[0] : undefined
}

/** Tables that a source can mean: exact names first, then without regard to case; on the search path unless the schema is named. */
function candidates(names: readonly TableName[], source: string): readonly TableName[] {
  for (const fold of [(name: string) => name, (name: string) => name.toLowerCase()]) {
    const wanted = fold(source)
    const bare = names.filter((name) => name.rank !== null && fold(name.name) === wanted)
    const first = Math.min(...bare.map((name) => name.rank ?? 0))
    if (bare.length > 0) return bare.filter((name) => name.rank === first)
    const qualified = names.filter((name) => name.schema !== null && fold(`${name.schema}.${name.name}`) === wanted)
    if (qualified.length > 0) return qualified
  }
  return []
}

function* shownNames(names: readonly TableName[], source: string): Iterable<string> {
  for (const { schema, name, rank } of names) {
    if (rank !== null) yield name
    // A bare name that exists in another schema: the whole name is the help.
    else if (schema !== null) yield name.toLowerCase() === source.toLowerCase() || source.includes('.') ? `${schema}.${name}` : name
  }
}

function tableName(row: DriverRow): TableName {
  const rank = row['rank']
  return {
    schema: row['schema'] === null ? null : String(row['schema']),
    name: String(row['name']),
    handle: String(row['handle']),
    rank: rank === null || rank === undefined ? null : Number(rank),
  }
}
