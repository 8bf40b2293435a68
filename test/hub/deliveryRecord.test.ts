import { describe, expect, it } from 'vitest'
import type { DeliveryEntry } from '../../src/audit/entry.ts'
import { DeliveryRecord, type WriteDelivery } from '../../src/hub/deliveryRecord.ts'

/** A record whose turns are made by hand. */
function record(write: WriteDelivery) {
  let waiting: (() => void)[] = []
  const made = new DeliveryRecord(write, (act) => waiting.push(act))
  const note = (n: number) => made.note({ personRef: `XA-${n}`, case: null, trace: 't' })
  const turn = () => {
    const now = waiting
    waiting = []
    for (const act of now) act()
    return now.length
  }
  return { note, turn }
}

function writing() {
  const written: string[][] = []
  return {
    written,
    write: async (recipients: DeliveryEntry['recipients']) => void written.push(recipients.map(({ personRef }) => personRef)),
  }
}

describe('the record of a delivery', () => {
  it('names those who keep coming in one entry, written at the first turn without anybody', async () => {
    const { written, write } = writing()
    const { note, turn } = record(write)
    const noted = [note(1), note(2)]
    turn()
    noted.push(note(3))
    turn()
    expect(written).toEqual([])
    turn()
    await Promise.all(noted)
    expect(written).toEqual([['XA-1', 'XA-2', 'XA-3']])
    expect(turn()).toBe(0)
    const late = note(4)
    turn()
    turn()
    await late
    expect(written).toEqual([['XA-1', 'XA-2', 'XA-3'], ['XA-4']])
  })

  it('waits sixteen turns at most, however many come', async () => {
    const { written, write } = writing()
    const { note, turn } = record(write)
    const noted: Promise<void>[] = []
    for (let n = 0; written.length === 0 && n < 100; n++) {
      noted.push(note(n))
      turn()
    }
    await Promise.all(noted)
    expect(written.map(({ length }) => length)).toEqual([16])
  })

  it('names a thousand at most in one entry, and nobody twice or not at all', async () => {
    const { written, write } = writing()
    const { note, turn } = record(write)
    const noted = Array.from({ length: 2500 }, (_, n) => note(n))
    while (turn() > 0) {}
    await Promise.all(noted)
    expect(written.map(({ length }) => length).sort()).toEqual([1000, 1000, 500])
    expect(new Set(written.flat()).size).toBe(2500)
  })

  it('lets nobody have what could not be recorded, and is written again for who comes next', async () => {
    let fails = true
    const { note, turn } = record(async () => {
      if (fails) throw new Error('the disk is full')
    })
    const refused = [note(1), note(2)]
    for (const one of refused) one.catch(() => {})
    while (turn() > 0) {}
    for (const one of refused) await expect(one).rejects.toThrow('the disk is full')
    fails = false
    const next = note(3)
    while (turn() > 0) {}
    await next
  })
})
