import { createReadStream } from 'node:fs'
import { isRow, parseJson } from '../http/parseJson.ts'
import type { FileRead, FileTask, RowSink } from './fileRead.ts'

/** Longest line, in bytes. */
const longestLine = 4 * 1024 * 1024

/** Reads the complete lines of an NDJSON file, from a byte on. A last line without its end counts once it is a whole object: no object is the beginning of another. */
export async function readNdjson(task: FileTask, sink: RowSink): Promise<FileRead> {
  let offset = task.from
  let rest: Buffer = Buffer.alloc(0)
  let line = 0
  for await (const chunk of createReadStream(task.path, { start: task.from, signal: task.signal }) as AsyncIterable<Buffer>) {
    let data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10)) {
      take(data.subarray(0, end), ++line, sink)
      offset += end + 1
      data = data.subarray(end + 1)
    }
    if (data.length > longestLine) throw new Error(`line ${line + 1} is longer than ${longestLine} bytes`)
    rest = data
  }
  const last = parse(rest)
  if (!isRow(last)) return { offset, unfinished: rest.length > 0 }
  sink.row(last)
  return { offset: offset + rest.length, unfinished: false }
}

function take(bytes: Buffer, line: number, sink: RowSink): void {
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
  if (text === '') return
  const row = parse(text)
  if (isRow(row)) sink.row(row)
  else sink.broken(line, 'not a JSON object')
}

function parse(text: string | Buffer): unknown {
  try {
    return parseJson(text.toString('utf8'))
  } catch {
    return undefined
  }
}
