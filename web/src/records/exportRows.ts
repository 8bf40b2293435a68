import { plainValue, type ValueWords } from './plainValue.ts'
import { columnsOf, type RecordRow, valueOf } from './recordRow.ts'

const asIs: ValueWords = { name: (name) => name, date: (iso) => iso }

/**
 * The rows as a table of comma-separated values (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe (OWASP, CSV Injection). What is not in full says so in the last column.
 */
export function csvOf(rows: readonly RecordRow[]): string {
  const fields = columnsOf[rows[0]?.type ?? 'Person']
  const lines = rows.map((row) => [
    row.id,
    row.owner,
    ...fields.map((field) => plainValue(valueOf(row, field), asIs)),
    row.fields._disclosure.map(({ field, level, reason }) => `${field} ${level} ${reason}`).join('; '),
  ])
  return `\uFEFF${[['id', 'owner', ...fields, 'notInFull'], ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** The rows as JSON, each with what it says of its own disclosure. */
export function jsonOf(rows: readonly RecordRow[]): string {
  return `${JSON.stringify(
    rows.map(({ type, fields }) => ({ type, ...fields })),
    null,
    2,
  )}\n`
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
