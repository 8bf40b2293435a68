// Builds the GraphiQL desk into web/dist unless it is newer than all it is made of. npm calls this after an install and before `start` and
// `test`. An install without development packages has no builder and needs none: it says nothing and goes on.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../web', import.meta.url))
const page = join(root, 'dist', 'index.html')

if (hasBuilder() && existsSync(join(root, 'index.html')) && newest(root) > changedAt(page)) {
  const { build } = await import('vite')
  await build({ root, logLevel: 'warn' })
}

function hasBuilder() {
  try {
    const require = createRequire(import.meta.url)
    require.resolve('@vitejs/plugin-react')
    require.resolve('vite/package.json')
    return true
  } catch {
    return false
  }
}

/** When the latest of the desk's sources changed. */
function newest(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => join(folder, entry.name) !== join(root, 'dist'))
  const times = entries.map((entry) => (entry.isDirectory() ? newest(join(folder, entry.name)) : changedAt(join(folder, entry.name))))
  return Math.max(0, ...times)
}

function changedAt(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0
}
