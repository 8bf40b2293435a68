import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { mostAnswerBytes } from './answerBound.ts'
import { errorCode, errorWords, type WorkerReply, type WorkerRequest, type WorkerStart } from './workerProtocol.ts'

/** The thread that reads one SQLite file: one statement at a time, looking up between rows whether anybody still waits for it. */
const { path, abandoned } = workerData as WorkerStart
const given = new Int32Array(abandoned)
/** SQLite's own code for it. */
const tooBig = '18'
const statements = new Map<string, StatementSync>()
let database: DatabaseSync | null = null

function open(): DatabaseSync {
  const opened = new DatabaseSync(path, { readOnly: true, timeout: 500, limits: { length: mostAnswerBytes } })
  parentPort?.postMessage({ opened: true } satisfies WorkerReply)
  return opened
}

function answer(id: number, sql: string, parameters: readonly unknown[]): WorkerReply {
  let opening = true
  try {
    database ??= open()
    opening = false
    const rows: Record<string, unknown>[] = []
    if (Atomics.load(given, 0) === id) return { id, rows }
    let size = 0
    for (const row of prepare(database, sql).iterate(...(parameters as SQLInputValue[]))) {
      if (Atomics.load(given, 0) === id) break
      rows.push({ ...row })
      size += sizeOf(row)
      if (size > mostAnswerBytes) return { id, code: tooBig, words: 'the answer is too large', opening }
    }
    return { id, rows }
  } catch (error) {
    return { id, code: errorCode(error), words: errorWords(error), opening }
  }
}

/** Bytes of its texts and blobs, nearly: what is long in a row is one of these. */
function sizeOf(row: Readonly<Record<string, unknown>>): number {
  let size = 0
  for (const name in row) {
    const value = row[name]
    if (typeof value === 'string' || value instanceof Uint8Array) size += value.length
  }
  return size
}

function prepare(open: DatabaseSync, sql: string): StatementSync {
  const known = statements.get(sql)
  if (known !== undefined) return known
  if (statements.size >= 100) statements.clear()
  const statement = open.prepare(sql)
  statement.setReadBigInts(true)
  statements.set(sql, statement)
  return statement
}

parentPort?.on('message', (request: WorkerRequest) => {
  if (!('close' in request)) return parentPort?.postMessage(answer(request.id, request.sql, request.parameters))
  statements.clear()
  database?.close()
  parentPort?.close()
})
