import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isStoreHeld } from '../../store/isStoreHeld.ts'
import { doubtful, type Examination, type Finding, ill, well } from './finding.ts'

/** Less free space than this is worth a word, in bytes: the ledger of a busy month. */
const scarce = 2 * 1024 ** 3
/** With less than this a hub should not be started at all, in bytes. */
const spent = 64 * 1024 ** 2

/** Looks at the hub's own state: whether it can be written, whether others can read its keys, and how much room there is. */
export function examineDataFolder(dataDir: string): Examination {
  return { name: 'data folder', look: async () => (existsSync(dataDir) ? findings(dataDir) : absent(dataDir)) }
}

function absent(dataDir: string): readonly Finding[] {
  const parent = nearestFolder(dataDir)
  if (canWrite(parent)) return [well(`${dataDir} will be made at the first start`)]
  return [ill(`${dataDir} is not there and cannot be made`, `make it, and give it to the account that runs the hub`)]
}

function findings(dataDir: string): readonly Finding[] {
  if (!canWrite(dataDir)) return [ill(`${dataDir} cannot be written`, 'give it to the account that runs the hub')]
  const found: Finding[] = []
  if (isStoreHeld(dataDir)) found.push(well(`a hub is running over ${dataDir}`))
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const room = `${(free / 1024 ** 3).toFixed(1)} GiB are free`
  if (free < spent) found.push(ill(room, 'make room: what cannot be put on record is not disclosed'))
  else found.push(free < scarce ? doubtful(room, 'make room: the ledger grows with every disclosure') : well(room))
  for (const name of ['hub.key', 'ledger.key']) found.push(...keyFindings(join(dataDir, 'keys', name)))
  return found
}

function keyFindings(path: string): readonly Finding[] {
  if (!existsSync(path)) return []
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return []
  return [ill(`${path} can be read by others than its owner`, `chmod 600 ${path}, and think about who has read it`)]
}

function nearestFolder(path: string): string {
  const parent = dirname(path)
  return existsSync(parent) || parent === path ? parent : nearestFolder(parent)
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
