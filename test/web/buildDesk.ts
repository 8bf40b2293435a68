import { execFile } from 'node:child_process'
import { glob, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = 'web/{index.html,vite.config.ts,src/**/*.*,public/**/*.*}'
const vite = 'node_modules/vite/bin/vite.js'

/** Builds `web/dist` as a release does, unless it is newer than every source: a test of yesterday's page would prove nothing. */
export async function buildDesk(): Promise<void> {
  const built = await changedAt('web/dist/index.html')
  const files = await Array.fromAsync(glob([sources, 'package-lock.json'], { cwd: root }))
  const changes = await Promise.all(files.map(changedAt))
  if (changes.every((change) => change < built)) return
  // A process of its own: the test runner's NODE_ENV would put React's development build into the page.
  await promisify(execFile)(process.execPath, [vite, 'build', 'web'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
}

async function changedAt(file: string): Promise<number> {
  try {
    return (await stat(root + file)).mtimeMs
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}
