import { glob, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../web/', import.meta.url))

/** Builds `web/dist` unless it is newer than every source: a test of yesterday's page would prove nothing. */
export async function buildDesk(): Promise<void> {
  const built = await changedAt(`${root}dist/index.html`)
  for await (const file of glob('{index.html,vite.config.ts,src/**/*.*,public/**/*.*}', { cwd: root })) {
    if ((await changedAt(root + file)) <= built) continue
    await build({ root, logLevel: 'warn' })
    return
  }
}

async function changedAt(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}
