import { glob, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { compareText } from '../../model/order.ts'
import { ConnectorError } from '../connector.ts'

/** A file of a source. */
export interface ListedFile {
  /** Relative to the folder. */
  readonly name: string
  readonly path: string
}

/** Files that match a pattern, in the order of their names. Only files that really lie inside the folder. Throws UNREACHABLE without the folder. */
export async function listFiles(folder: string, pattern: string): Promise<readonly ListedFile[]> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new ConnectorError('UNREACHABLE', 'the folder is not there', { cause })
  })
  const found: ListedFile[] = []
  for await (const entry of glob(pattern, { cwd: root, withFileTypes: true })) {
    if (entry.isDirectory() || entry.name.startsWith('.')) continue
    const path = await realpath(join(entry.parentPath, entry.name)).catch(() => null)
    if (path === null || !isInside(root, path)) continue
    found.push({ name: relative(root, join(entry.parentPath, entry.name)), path })
  }
  return found.sort((a, b) => compareText(a.name, b.name))
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
