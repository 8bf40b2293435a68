import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** Makes an embedded database in a thread of its own, which takes seconds of one core; then runs the statements it is sent and closes. */
const { folder } = workerData as { folder: string }
const created = PGlite.create(folder, { relaxedDurability: true })
created.catch(() => {})

parentPort?.once('message', (statements: readonly string[]) => {
  void run(statements).then(
    () => parentPort?.postMessage(null),
    (error: unknown) => parentPort?.postMessage(error instanceof Error ? error.message : String(error)),
  )
})

async function run(statements: readonly string[]): Promise<void> {
  const database = await created
  try {
    for (const statement of statements) await database.exec(statement)
  } finally {
    // Only one process may have it open, and the hub is next.
    await database.close()
  }
}
