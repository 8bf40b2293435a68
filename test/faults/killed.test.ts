import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LedgerFolder } from '../../src/audit/ledger/ledgerFolder.ts'
import { verifyLedger } from '../../src/audit/ledger/verifyLedger.ts'
import { openLedger } from '../../src/store/openLedger.ts'
import { Store } from '../../src/store/store.ts'

let path: string
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'comity-killed-'))
})
afterEach(() => {
  rmSync(path, { recursive: true, force: true })
})

/** Cases of the operations that are on record, and what verifying says. */
function onRecord() {
  const { tables, close } = openLedger(path)
  const names = [...tables.rows()].flatMap(({ entry }) => JSON.parse(entry).case ?? [])
  const { problem } = verifyLedger(tables, { log: new LedgerFolder(path).verifier() })
  close()
  return { names: new Set<string>(names), problem }
}

describe('a hub that is killed', () => {
  it('has every operation on record that it has answered, time and again, and the ledger is whole', async () => {
    const answered: string[] = []
    for (let round = 0; round < 4; round++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'killedHub.ts'), path, `${round}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const end = once(child, 'close')
      let text = ''
      // At another moment of a commit each time.
      const enough = 40 + 37 * round
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        if (text.split('\n').length > enough) child.kill('SIGKILL')
      })
      const [, signal] = await end
      expect(signal).toBe('SIGKILL')
      const names = text.split('\n').slice(0, -1)
      expect(names.length).toBeGreaterThanOrEqual(enough)
      answered.push(...names)
      const { names: recorded, problem } = onRecord()
      expect(problem).toBeNull()
      expect(answered.filter((name) => !recorded.has(name))).toEqual([])
    }
  }, 60_000)
})

describe('a data folder that cannot be written', () => {
  it('is refused at the start with the reason, and nothing in it is changed', () => {
    new Store(path).close()
    const before = openLedger(path)
    const { lastEntry } = before.tables.extent()
    before.close()
    chmodSync(join(path, 'hub.sqlite'), 0o444)
    chmodSync(path, 0o555)
    const script = `import { Store } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/store.ts'))}
      try { new Store(${JSON.stringify(path)}); console.log('opened') } catch (error) { console.log(error.message) }`
    // Nothing is read-only for root: then the hub is somebody else's.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', ...nobody })
    chmodSync(path, 0o700)
    expect(stdout.trim() || stderr).toMatch(
      new RegExp(
        `^the hub cannot write to its data folder ${path}: (attempt to write a readonly database|disk I/O error|unable to open database file)$`,
      ),
    )
    const after = openLedger(path)
    expect(after.tables.extent().lastEntry).toBe(lastEntry)
    after.close()
  })
})
