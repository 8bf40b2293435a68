import { readFile, stat } from 'node:fs/promises'
import { at, isRow, parseJson, rowsAt } from '../http/parseJson.ts'
import type { FileSource } from './fileOptions.ts'
import type { FileRead, FileTask, RowSink } from './fileRead.ts'

/** Largest document, in bytes: it is parsed in one go. */
const mostBytes = 32 * 1024 * 1024

/** Reads the rows of one JSON document. */
export async function readJson(task: FileTask, sink: RowSink, source: FileSource & { readonly format: 'json' }): Promise<FileRead> {
  const { size } = await stat(task.path)
  if (size > mostBytes) throw new Error(`larger than ${mostBytes} bytes: use ndjson`)
  const document = parseJson((await readFile(task.path, { encoding: 'utf8', signal: task.signal })).replace(/^\uFEFF/, ''))
  const rows = at(document, source.rows)
  if (!Array.isArray(rows)) rowsAt(document, source.rows)
  for (const [i, row] of (rows as unknown[]).entries()) {
    if (isRow(row)) sink.row(row)
    else sink.broken(i + 1, 'not an object')
  }
  return { offset: 0, unfinished: false }
}
