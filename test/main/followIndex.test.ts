import { afterEach, beforeEach, expect, it } from 'vitest'
import { Broadcast } from '../../src/alerts/broadcast.ts'
import { InProcessFanout } from '../../src/alerts/inProcessFanout.ts'
import { StoredChangeLog } from '../../src/alerts/storedChangeLog.ts'
import { followIndex } from '../../src/main/followIndex.ts'
import { Store } from '../../src/store/store.ts'

const secret = new Uint8Array(32).fill(1)
const change = { bureau: 'XA', type: 'Person', kind: 'CHANGED', occurredAt: null, late: false } as const

let log: StoredChangeLog
let broadcast: Broadcast
let stop: () => Promise<void>
let told: string[]
beforeEach(async () => {
  log = await StoredChangeLog.open(new Store(null).changes, secret)
  broadcast = await Broadcast.open({ log, fanout: new InProcessFanout(), secret })
  told = []
  const index = {
    changed: ({ bureau, type, key }: { bureau: string; type: string; key: string }) => void told.push(`${bureau} ${type} ${key}`),
    missed: () => void told.push('missed'),
  }
  stop = followIndex({ broadcast, index })
})
afterEach(async () => {
  await stop()
  await broadcast.close()
})

it('search keys follow every change that is logged, whichever node has noticed it', async () => {
  await log.append([
    { ...change, key: '1', version: 'a' },
    { ...change, bureau: 'XB', key: '2', kind: 'DELETED', version: 'a' },
  ])
  await expect.poll(() => told.toSorted()).toEqual(['XA Person 1', 'XB Person 2'])
})

it('search keys are built anew when the log is not the one that was followed, and the new one is followed', async () => {
  await log.append([{ ...change, key: '1', version: 'a' }])
  await expect.poll(() => told).toContain('XA Person 1')
  await log.renewEpoch((await log.state()).epoch)
  await expect.poll(() => told, { timeout: 5000 }).toContain('missed')
  await log.append([{ ...change, key: '2', version: 'b' }])
  await expect.poll(() => told, { timeout: 5000 }).toContain('XA Person 2')
})
