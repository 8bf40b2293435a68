import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the repository. */
export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** The repository's root. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What holds nothing anyone wrote; in a linked worktree `.git` is a file. */
const notOurs = new Set(['node_modules', '.git', '.comity', 'dist', 'coverage'])

/** Every file below `places` (folders or files; the root when none is given) whose path matches, in the order of paths. */
export function sourceFiles(pattern: RegExp, ...places: readonly string[]): readonly SourceFile[] {
  const paths = (places.length === 0 ? [''] : places).flatMap(filesBelow)
  return paths
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Everything written by hand in TypeScript or JavaScript, tests apart. */
export function handWritten(): readonly SourceFile[] {
  const places = ['src', 'resolvers', 'web', 'client', 'bench', 'examples', 'bin', 'scripts']
  return sourceFiles(/\.(ts|tsx|js)$/, ...places).filter(({ path }) => !path.includes('/generated/'))
}

function filesBelow(place: string): readonly string[] {
  const folder = join(root, place)
  let entries: ReturnType<typeof readdirNames>
  try {
    entries = readdirNames(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [place]
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return entries.flatMap(({ name, folder: isFolder }) => {
    const path = place === '' ? name : `${place}/${name}`
    if (notOurs.has(name)) return []
    return isFolder ? filesBelow(path) : [path]
  })
}

function readdirNames(folder: string): readonly { readonly name: string; readonly folder: boolean }[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
}
