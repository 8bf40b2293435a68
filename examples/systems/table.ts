/** A value as SQL can hold it. */
export type Cell = string | number | boolean | null | readonly string[]

/** Rows of one SQL table. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A table from records; the columns are those of the first. */
export function tableOf(name: string, records: readonly Readonly<Record<string, Cell>>[]): Table {
  const columns = Object.keys(records[0] ?? {})
  return { name, columns, rows: records.map((record) => columns.map((column) => record[column] ?? null)) }
}

/** `INSERT` statements of many rows each; texts are quoted, arrays are written in Postgres notation. */
export function* insertStatements({ name, columns, rows }: Table, rowsEach = 500): Generator<string> {
  for (let i = 0; i < rows.length; i += rowsEach) {
    const values = rows.slice(i, i + rowsEach).map((row) => `(${row.map(literal).join(',')})`)
    yield `INSERT INTO ${name} (${columns.join(',')}) VALUES\n${values.join(',\n')};\n`
  }
}

function literal(cell: Cell): string {
  if (cell === null) return 'NULL'
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return quoted(typeof cell === 'string' ? cell : `{${cell.map((member) => JSON.stringify(member)).join(',')}}`)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
