import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SealedRequests } from '../../src/requests/sealedRequests.ts'
import { Store } from '../../src/store/store.ts'
import { runs, within } from '../properties/soak.ts'
import { AskingHub } from '../support/requests/askingHub.ts'
import { InboxSystem } from '../support/requests/inboxSystem.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-crashes-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const lanes = 6
const kills = runs(4)
const restless = { busy: 10, hang: 2, cut: 15 }

describe('a hub and a bureau’s system that are killed again and again', () => {
  it('lose no request, double none, and keep the order of each case', { timeout: within(120_000) }, async () => {
    const inbox = new InboxSystem(folder, restless)
    const hub = new AskingHub(join(folder, 'hub'), inbox)
    await inbox.start()
    await hub.start()
    let isOver = false
    const accepted: string[] = []
    const events = new EventEmitter().setMaxListeners(0)
    const someMore = async (most: number) => {
      for (let left = Math.ceil(Math.random() * most); left > 0; left--) await once(events, 'accepted')
    }
    const asking = Array.from({ length: lanes }, async (_, lane) => {
      for (let i = 0; !isOver; i++) {
        const word = `${lane}-${i}`
        await hub.ask(word, `C-${lane}`)
        accepted.push(word)
        events.emit('accepted')
      }
    })
    const killing = [
      (async () => {
        while (hub.kills < kills) {
          await someMore(20)
          await hub.kill()
          await hub.start()
        }
      })(),
      (async () => {
        while (hub.kills < kills) {
          await someMore(40)
          await inbox.kill()
          await inbox.start()
        }
      })(),
    ]
    await Promise.all(killing)
    isOver = true
    await Promise.all(asking)
    await inbox.kill()
    await inbox.start({})
    await vi.waitFor(() => expect(inbox.effects().keys.length).toBeGreaterThanOrEqual(accepted.length), { timeout: 30_000, interval: 100 })
    await hub.kill()
    await inbox.kill()

    const { keys, contents, attempts } = inbox.effects()
    const taken = contents.map(({ record }) => String((record as { question: string }).question))
    expect(new Set(keys).size).toBe(keys.length)
    expect(taken.toSorted()).toEqual(accepted.toSorted())
    for (let lane = 0; lane < lanes; lane++) {
      const inLane = taken.filter((word) => word.startsWith(`${lane}-`))
      expect(inLane).toEqual(inLane.map((_, i) => `${lane}-${i}`))
    }
    // That something was put to the test: acts that nobody knew to have happened, and messages that came again.
    expect(hub.repeated).toBeGreaterThan(0)
    expect(attempts).toBeGreaterThan(keys.length)
    const store = new Store(join(folder, 'hub'))
    const sealed = new SealedRequests(new Uint8Array(32).fill(9))
    const rows = await store.held.getAll(keys.map((key) => key.split('.')[0] ?? ''))
    for (const row of rows) {
      const { standing } = sealed.request(row)
      const steps = (await store.held.steps(standing.key)).map((step) => sealed.stepOf(standing.key, step))
      expect(steps.map(({ number }) => number)).toEqual(steps.map((_, i) => i + 1))
      expect(steps.at(-1)).toMatchObject({ number: standing.version, state: standing.state })
    }
    store.close()
  })
})
