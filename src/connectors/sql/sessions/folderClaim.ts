import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ConnectorError } from '../../connector.ts'

const held = new Set<string>()

/**
 * Claims an embedded database for this process until the returned function runs: two processes in one folder destroy it, and PGlite itself does not see the other.
 * A claim left behind by a process that has ended is taken over. Throws BUSY.
 */
export function claimFolder(folder: string): () => void {
  const file = join(folder, 'comity.claim')
  if (!existsSync(folder)) throw new ConnectorError('UNREACHABLE', 'there is no database in this folder')
  if (held.has(file) || !(take(file) || (isLeftBehind(file) && retake(file)))) {
    throw new ConnectorError('BUSY', 'the embedded database is open already: only one process can use its folder')
  }
  held.add(file)
  return () => {
    if (held.delete(file)) rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    const descriptor = openSync(file, 'wx')
    writeSync(descriptor, String(process.pid))
    closeSync(descriptor)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new ConnectorError('UNREACHABLE', 'the folder of the database cannot be written to', { cause: error })
  }
}

function retake(file: string): boolean {
  rmSync(file, { force: true })
  return take(file)
}

function isLeftBehind(file: string): boolean {
  try {
    const owner = Number(readFileSync(file, 'utf8'))
    // Its number, but not one of its own claims: an earlier process in the same container.
    if (owner === process.pid) return true
    process.kill(owner, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' || (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
