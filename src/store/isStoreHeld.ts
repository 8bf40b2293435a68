import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Whether a hub is running over a data folder. Looks only. */
export function isStoreHeld(dataDir: string): boolean {
  const path = join(dataDir, 'hub.sqlite')
  if (!existsSync(path)) return false
  try {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 0 })
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
      return false
    } finally {
      db.close()
    }
  } catch (error) {
    return error instanceof Error && /locked|busy/.test(error.message)
  }
}
