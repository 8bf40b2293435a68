import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import type { FileSource } from './fileOptions.ts'
import type { FileRead, FileTask, RowSink } from './fileRead.ts'

/** Reads a file of separated values. Every value is a text. A record with too few or too many values is broken. */
export async function readCsv(task: FileTask, sink: RowSink, source: FileSource & { readonly format: 'csv' }): Promise<FileRead> {
  const parser = parse({
    delimiter: source.delimiter,
    quote: source.quote ?? false,
    bom: false,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 1024 * 1024,
    info: true,
    on_skip: (error) => {
      sink.broken(Number(error?.['lines'] ?? 0), 'not separated values')
      return undefined
    },
  })
  const text = { last: '' }
  const fed = feed(task, source.encoding, parser, text)
  let columns: readonly string[] | undefined = source.columns
  const held: { readonly record: readonly string[]; readonly line: number }[] = []
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    // One record behind, for the last one may be unfinished.
    const before = held.pop()
    if (before !== undefined) columns = take(before.record, before.line, columns, sink)
    held.push({ record, line: info.lines })
  }
  await fed
  const unfinished = !task.settled && !/[\r\n]$/.test(text.last)
  const last = held.pop()
  if (last !== undefined && !unfinished) take(last.record, last.line, columns, sink)
  return { offset: 0, unfinished }
}

async function feed(task: FileTask, encoding: string, parser: ReturnType<typeof parse>, text: { last: string }): Promise<void> {
  const decoder = new TextDecoder(encoding)
  try {
    for await (const chunk of createReadStream(task.path, { signal: task.signal }) as AsyncIterable<Buffer>) {
      const part = decoder.decode(chunk, { stream: true })
      if (part === '') continue
      text.last = part.slice(-1)
      if (!parser.write(part)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end(decoder.decode())
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

function take(record: readonly string[], line: number, columns: readonly string[] | undefined, sink: RowSink): readonly string[] {
  if (columns === undefined) return record.map((name) => name.trim())
  if (record.length === columns.length) sink.row(Object.fromEntries(columns.map((name, i) => [name, record[i] ?? ''])))
  else sink.broken(line, `${record.length} values for ${columns.length} columns`)
  return columns
}
