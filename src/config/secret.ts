import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The hub's own secret, from which ids and cursors are keyed: `<dataDir>/keys/hub.key`, 32 random bytes, made at the first start, readable by its
 * owner only. Ids stay the same for as long as the file does.
 */
export function hubSecret(dataDir: string): Uint8Array {
  const path = join(dataDir, 'keys', 'hub.key')
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(path)
  if (secret.length !== 32) throw new Error(`${path} must hold 32 bytes; restore it from a backup, or remove it and all ids change`)
  return secret
}
