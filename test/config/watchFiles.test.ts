import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { watchFiles } from '../../src/config/watchFiles.ts'
import { eventually } from '../support/connectors/eventually.ts'
import { temporaryFolder } from './folders.ts'

/** A watch over `a` and `b/c` of a private folder that counts its calls. */
function watching(over: { restMs?: number; pollMs?: number; onChange?: () => Promise<void> } = {}) {
  const folder = temporaryFolder({ a: '1', 'b/c': '1' })
  const counter = { calls: 0 }
  const path = (name: string) => join(folder.path, name)
  const onChange = async () => {
    counter.calls++
    await over.onChange?.()
  }
  const watch = watchFiles({ files: () => [path('a'), path('b/c')], restMs: 20, pollMs: 60_000, ...over, onChange })
  return {
    counter,
    path,
    watch,
    async [Symbol.asyncDispose]() {
      await watch.close()
      folder[Symbol.dispose]()
    },
  }
}

describe('watched files', () => {
  it('are told of when one is written, replaced, added or taken away', async () => {
    await using files = watching()
    await eventually(() => files.counter.calls === 1)
    const changes: readonly (() => void)[] = [
      () => writeFileSync(files.path('a'), '2'),
      () => writeFileSync(files.path('b/c'), '2'),
      () => {
        writeFileSync(files.path('a.new'), '3')
        renameSync(files.path('a.new'), files.path('a'))
      },
      () => rmSync(files.path('a')),
      () => writeFileSync(files.path('a'), '4'),
    ]
    for (const [i, change] of changes.entries()) {
      change()
      await eventually(() => files.counter.calls >= i + 2)
    }
  })

  it('are told of without notifications of the system too', async () => {
    using folder = temporaryFolder({})
    let calls = 0
    // A folder that is not there yet cannot be watched.
    const watch = watchFiles({ files: () => [join(folder.path, 'later', 'a')], restMs: 5, pollMs: 10, onChange: async () => void calls++ })
    await eventually(() => calls === 1)
    mkdirSync(join(folder.path, 'later'))
    writeFileSync(join(folder.path, 'later', 'a'), '1')
    await eventually(() => calls === 2)
    await watch.close()
  })

  it('are told of in folders that appear, are replaced, or go', async () => {
    using folder = temporaryFolder({ 'XA/f': '1' })
    const at = (name: string) => join(folder.path, name)
    let calls = 0
    const files = () => readdirSync(folder.path).map((name) => at(`${name}/f`))
    const watch = watchFiles({ files, folders: [folder.path], restMs: 5, pollMs: 60_000, onChange: async () => void calls++ })
    await eventually(() => calls === 1)
    const told = async (change: () => void) => {
      const before = calls
      change()
      await eventually(() => calls > before)
      // What the change itself set off has rested.
      await eventually(async () => {
        const now = calls
        for (let i = 0; i < 20; i++) await stat(folder.path)
        return now === calls
      })
    }
    await told(() => mkdirSync(at('XB')))
    await told(() => writeFileSync(at('XB/f'), '1'))
    await told(() => {
      mkdirSync(at('new'))
      writeFileSync(at('new/f'), '2')
      renameSync(at('XB'), at('old'))
      renameSync(at('new'), at('XB'))
      rmSync(at('old'), { recursive: true })
    })
    await told(() => writeFileSync(at('XB/f'), '3'))
    await told(() => rmSync(at('XB'), { recursive: true }))
    await watch.close()
  })

  it('are not told of while they are being written', async () => {
    const seen: string[] = []
    await using files = watching({ restMs: 250, onChange: async () => void seen.push(readFileSync(files.path('a'), 'utf8')) })
    await eventually(() => files.counter.calls === 1)
    let written = 0
    // Each write comes well before the last has rested and long after it was seen, for much longer than a rest.
    for (const end = Date.now() + 800; Date.now() < end; ) {
      writeFileSync(files.path('a'), `${++written}`)
      for (let look = 0; look < 30; look++) await stat(files.path('a'))
    }
    await eventually(() => seen.length > 1)
    expect(seen).toEqual(['1', `${written}`])
    expect(written).toBeGreaterThan(10)
  })

  it('are told of again when acting upon them failed, and one at a time', async () => {
    let [failures, atOnce, most] = [2, 0, 0]
    await using files = watching({
      pollMs: 20,
      onChange: async () => {
        most = Math.max(most, ++atOnce)
        await new Promise((resolve) => setImmediate(resolve))
        atOnce--
        if (failures-- > 0) throw new Error('not now')
      },
    })
    await eventually(() => files.counter.calls === 3)
    expect(most).toBe(1)
  })

  it('are nobody’s concern once the watch is closed, also while it was acting', async () => {
    const [acting, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await using files = watching({
      onChange: async () => {
        acting.resolve()
        await go.promise
      },
    })
    await acting.promise
    writeFileSync(files.path('a'), '2')
    let closed = false
    const closing = files.watch.close().then(() => {
      closed = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(closed).toBe(false)
    go.resolve()
    await closing
    expect(files.counter.calls).toBe(1)
  })
})
