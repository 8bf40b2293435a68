import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { postgresSettings } from './postgresSettings.ts'
import { errorCode, errorWords, type WorkerReply, type WorkerRequest, type WorkerStart } from './workerProtocol.ts'

/** The thread that runs one embedded Postgres. */
const { path, abandoned } = workerData as WorkerStart
const given = new Int32Array(abandoned)
let database: Promise<PGlite> | null = null
let running: Promise<unknown> = Promise.resolve()

async function open(): Promise<PGlite> {
  // PGlite would make a new, empty database.
  if (!existsSync(join(path, 'PG_VERSION'))) throw new Error('there is no database in this folder')
  const opened = await PGlite.create({ dataDir: path })
  await opened.exec(postgresSettings.join('; '))
  parentPort?.postMessage({ opened: true } satisfies WorkerReply)
  return opened
}

async function answer(id: number, sql: string, parameters: readonly unknown[]): Promise<WorkerReply> {
  let opening = true
  try {
    database ??= open()
    const opened = await database
    opening = false
    // Whoever asked may have gone while the database opened.
    if (Atomics.load(given, 0) === id) return { id, rows: [] }
    const { rows } = await opened.query<Readonly<Record<string, unknown>>>(sql, [...parameters])
    return { id, rows }
  } catch (error) {
    return { id, code: errorCode(error), words: errorWords(error), opening }
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  running = running.then(async () => {
    if (!('close' in request)) return parentPort?.postMessage(await answer(request.id, request.sql, request.parameters))
    await (await database)?.close()
    parentPort?.close()
  })
})
