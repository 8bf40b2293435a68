import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'

/** Installs what a folder's lock file says, unless it is there: peers are no dependencies of Comity, and its own `npm ci` does not fetch them. Runs no script of theirs. Default: the gateways. */
export function installPeers(folder: string = import.meta.dirname): void {
  if (changedAt(join(folder, 'node_modules', '.package-lock.json')) > changedAt(join(folder, 'package-lock.json'))) return
  const npm = process.env['npm_execpath']
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm]
  execFileSync(command ?? 'npm', [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
