import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { NativeRow } from '../connector.ts'
import type { FileSource } from './fileOptions.ts'
import type { FileRead, FileTask, RowSink } from './fileRead.ts'
import { readCsv } from './readCsv.ts'
import { readJson } from './readJson.ts'
import { readNdjson } from './readNdjson.ts'
import { readXml } from './readXml.ts'

/** A file changed less than this before it was looked at may change again within the same instant, or be half-written. Milliseconds. */
const settleMs = 2000

/** What is known of one file since it was last read. */
export interface WatchedFile {
  readonly name: string
  readonly size: number
  readonly mtimeMs: number
  /** Whether it had been left alone for a while when it was read. */
  readonly settled: boolean
  readonly read: FileRead
  /** Hash of the whole file; for NDJSON of the bytes before `read.offset`, at most 4096. */
  readonly hash: string
  readonly rows: readonly NativeRow[]
  /** Lines and records left out. */
  readonly broken: number
}

/** What reading needs besides the file. */
export interface ReadContext {
  readonly path: string
  readonly name: string
  readonly source: FileSource
  /** Rows that may still be kept. */
  readonly room: number
  readonly signal: AbortSignal
  readonly log: (message: string) => void
}

/** Raised when a source has more rows than it may. */
export class TooManyRows extends Error {}

/** Looks at a file and reads what is new in it. Gives the known state itself when nothing is. */
export async function readWatched(known: WatchedFile | undefined, context: ReadContext): Promise<WatchedFile> {
  const { size, mtimeMs } = await stat(context.path)
  const settled = Date.now() - mtimeMs > settleMs
  const isSame = known !== undefined && known.size === size && known.mtimeMs === mtimeMs
  if (isSame && known.settled) return known
  if (context.source.format === 'ndjson') return readGrown(known, context, { size, mtimeMs, settled })
  const hash = await hashOf(context.path, context.signal)
  if (known !== undefined && known.hash === hash && !(settled && known.read.unfinished)) return { ...known, size, mtimeMs, settled }
  const found = await readRows(context, 0, settled)
  // A file that breaks off is being replaced, or was spoilt: what it said before still stands.
  if (found.failed && known !== undefined) return { ...known, size, mtimeMs, settled, hash, broken: known.broken + 1 }
  return { name: context.name, size, mtimeMs, settled, hash, ...found }
}

async function readGrown(
  known: WatchedFile | undefined,
  context: ReadContext,
  seen: Pick<WatchedFile, 'size' | 'mtimeMs' | 'settled'>,
): Promise<WatchedFile> {
  const from = known?.read.offset ?? 0
  const goesOn = known !== undefined && seen.size >= from && (await hashBefore(context.path, from)) === known.hash
  if (goesOn && seen.size === from) return { ...known, ...seen }
  const found = await readRows(context, goesOn ? from : 0, seen.settled)
  const hash = await hashBefore(context.path, found.read.offset)
  if (!goesOn) return { name: context.name, ...seen, hash, ...found }
  const rows = found.rows.length === 0 ? known.rows : [...known.rows, ...found.rows]
  return { name: context.name, ...seen, hash, read: found.read, rows, broken: known.broken + found.broken }
}

interface Found extends Pick<WatchedFile, 'read' | 'rows' | 'broken'> {
  readonly failed: boolean
}

async function readRows(context: ReadContext, from: number, settled: boolean): Promise<Found> {
  const rows: NativeRow[] = []
  let broken = 0
  const sink: RowSink = {
    row: (row) => {
      if (rows.length >= context.room) throw new TooManyRows()
      rows.push(row)
    },
    broken: (line, reason) => {
      broken++
      if (broken <= 20) context.log(`${context.name}, line ${line}: ${reason}; left out`)
    },
  }
  const task: FileTask = { path: context.path, from, settled, signal: context.signal }
  try {
    return { read: await readAs(context.source, task, sink), rows, broken, failed: false }
  } catch (error) {
    if (error instanceof TooManyRows || context.signal.aborted) throw error
    // The parser's words may quote the file.
    context.log(`${context.name} cannot be read to its end: ${rows.length} rows were`)
    return { read: { offset: from, unfinished: true }, rows, broken: broken + 1, failed: true }
  }
}

function readAs(source: FileSource, task: FileTask, sink: RowSink): Promise<FileRead> {
  if (source.format === 'ndjson') return readNdjson(task, sink)
  if (source.format === 'csv') return readCsv(task, sink, source)
  return source.format === 'xml' ? readXml(task, sink, source) : readJson(task, sink, source)
}

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { signal }) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

/** Hash of the bytes that end where reading stopped: a file that was replaced does not have them there. */
async function hashBefore(path: string, offset: number): Promise<string> {
  const length = Math.min(offset, 4096)
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset - length)
    return `${offset}:${createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex')}`
  } finally {
    await file.close()
  }
}
