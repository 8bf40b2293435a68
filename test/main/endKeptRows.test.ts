import { afterEach, beforeEach, expect, it } from 'vitest'
import { Broadcast } from '../../src/alerts/broadcast.ts'
import { InProcessFanout } from '../../src/alerts/inProcessFanout.ts'
import { StoredChangeLog } from '../../src/alerts/storedChangeLog.ts'
import { Roster } from '../../src/hub/roster.ts'
import { endKeptRows } from '../../src/main/endKeptRows.ts'
import { BureauRows, type KeptRows } from '../../src/records/kept/keptRows.ts'
import { RowVault } from '../../src/records/kept/rowVault.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

const secret = new Uint8Array(32).fill(1)
const change = { bureau: 'XA', type: 'Person', kind: 'CHANGED', occurredAt: null, late: false } as const

let log: StoredChangeLog
let broadcast: Broadcast
let kept: KeptRows
let stop: () => Promise<void>
beforeEach(async () => {
  log = await StoredChangeLog.open(new Store(null).changes, secret)
  broadcast = await Broadcast.open({ log, fanout: new InProcessFanout(), secret })
  const { source } = memoryBureau('XA', { rows: { Person: [] } })
  const rows = new BureauRows('XA', new RowVault())
  const reader = rows.of({ type: 'Person', staleSeconds: 60 }, caller())
  if (reader === null) throw new Error('nothing is kept')
  kept = reader
  const roster = new Roster([{ profile: source.profile, source: { ...source, kept: rows } }])
  stop = endKeptRows({ broadcast, roster })
  for (const key of ['1', '2']) kept.keep(`question ${key}`, 's', [{ key, row: { key } }], Date.now())
})
afterEach(async () => {
  await stop()
  await broadcast.close()
})

const held = () => ['1', '2'].filter((key) => kept.recall(`question ${key}`) !== null)

it('what is kept of a record ends when the log says that it has changed, and what is kept of others does not', async () => {
  await log.append([
    { ...change, key: '1', version: 'a' },
    { ...change, bureau: 'ZZ', key: '2', version: 'a' },
    { ...change, type: 'Other', key: '2', version: 'a' },
  ])
  await expect.poll(held).toEqual(['2'])
  await log.append([{ ...change, key: '2', kind: 'DELETED', version: 'b' }])
  await expect.poll(held).toEqual([])
})

it('all that is kept ends when the log is not the one that was followed, and the new one is followed', async () => {
  await log.append([{ ...change, key: '3', version: 'a' }])
  await expect.poll(held).toEqual(['1', '2'])
  await log.renewEpoch((await log.state()).epoch)
  await expect.poll(held, { timeout: 5000 }).toEqual([])
  kept.keep('question 1', 's', [{ key: '1', row: { key: '1' } }], Date.now())
  await log.append([{ ...change, key: '1', version: 'b' }])
  await expect.poll(held).toEqual([])
})

it('ends with the broadcast', async () => {
  await broadcast.drain(0)
  await stop()
  expect(broadcast.streams.size).toBe(0)
})
