import { expect, it } from 'vitest'
import { Broadcast } from '../../../src/alerts/broadcast.ts'
import type { Fanout } from '../../../src/alerts/fanout.ts'
import { StoredChangeLog } from '../../../src/alerts/storedChangeLog.ts'
import { changesFrom, numberOf } from '../../support/alerts/changes.ts'
import { ModelChangeRows, ModelHistory } from '../../support/alerts/modelChangeRows.ts'
import { Reader } from '../../support/alerts/reader.ts'

const secret = new Uint8Array(32).fill(3)

/** Some nodes over one log, each with its own fan-out, and what has to be closed. */
export class Cluster {
  readonly history = new ModelHistory(Date.now)
  readonly nodes: {
    readonly rows: ModelChangeRows
    readonly log: StoredChangeLog
    readonly fanout: Fanout
    readonly broadcast: Broadcast
  }[] = []

  async add(fanout: Fanout): Promise<Cluster['nodes'][number]> {
    const rows = new ModelChangeRows(this.history)
    const log = await StoredChangeLog.open(rows, secret)
    const node = { rows, log, fanout, broadcast: await Broadcast.open({ log, fanout, secret }) }
    this.nodes.push(node)
    return node
  }

  /** A subscriber who gets the numbers of changes. */
  read(node: Cluster['nodes'][number], after: string | null = null): Reader<number> {
    return new Reader(
      node.broadcast.subscribe({ after, caller: 'c', filter: 'f', decide: ({ change }) => numberOf(change), heartbeatMs: 60_000 }),
    )
  }

  async close(): Promise<void> {
    for (const { broadcast, fanout } of this.nodes) {
      await broadcast.close()
      await fanout.close()
    }
  }
}

/** Numbers from one on, so many. */
export const numbers = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at)

/** Waits until all of these are there, and nothing else. */
export async function arrived(readers: readonly Reader<number>[], wanted: readonly number[], timeout = 10_000): Promise<void> {
  for (const reader of readers) {
    await expect.poll(() => reader.values.length, { interval: 5, timeout }).toBeGreaterThanOrEqual(wanted.length)
    expect(reader.values).toEqual(wanted)
  }
}

/** Waits until a subscriber has begun. */
export async function begun(readers: readonly Reader<number>[]): Promise<void> {
  await expect.poll(() => readers.every(({ items }) => items.length > 0), { interval: 2 }).toBe(true)
}

/** What holds for the ways in which nodes tell each other. `make` gives a node's own. */
export function fanoutSuite(make: () => Fanout | Promise<Fanout>, closing: (() => unknown)[]): void {
  const cluster = async (nodes: number) => {
    const made = new Cluster()
    closing.push(() => made.close())
    for (let i = 0; i < nodes; i++) await made.add(await make())
    return made
  }

  it('brings every change to every node once and in order, whichever node took it', async () => {
    const made = await cluster(3)
    const readers = made.nodes.map((node) => made.read(node))
    await begun(readers)
    for (let i = 0; i < 60; i++) await made.nodes[i % 3]?.log.append(changesFrom(1 + i * 10, 10))
    await arrived(readers, numbers(1, 600))
    expect(readers.flatMap(({ codes }) => codes)).toEqual([])
  })

  it('needs nobody to have told: what the log has arrives', async () => {
    const made = await cluster(2)
    const readers = made.nodes.map((node) => made.read(node))
    await begun(readers)
    const [one] = made.nodes
    await one?.log.append(changesFrom(1, 3))
    made.history.placing = false
    await one?.log.append(changesFrom(4, 3))
    made.history.place()
    await arrived(readers, numbers(1, 6))
    made.history.placing = true
    await one?.log.append(changesFrom(7, 3))
    await arrived(readers, numbers(1, 9))
  })

  it('lets a node that comes later begin where it begins, and its subscribers go on from any node', async () => {
    const made = await cluster(1)
    const [one] = made.nodes
    if (one === undefined) throw new Error('no node')
    const reader = made.read(one)
    await begun([reader])
    await one.log.append(changesFrom(1, 20))
    await arrived([reader], numbers(1, 20))
    const item = reader.items.find((found) => found.kind === 'delivery' && found.value === 7)
    const second = await made.add(await make())
    const resumed = made.read(second, item?.cursor)
    const fresh = made.read(second)
    await begun([resumed, fresh])
    await one.log.append(changesFrom(21, 5))
    await arrived([resumed], numbers(8, 18))
    await arrived([fresh], numbers(21, 5))
  })

  it('ignores rows of another history, and what does not open', async () => {
    const made = await cluster(2)
    const [one, two] = made.nodes
    if (one === undefined || two === undefined) throw new Error('no node')
    const reader = made.read(two)
    await begun([reader])
    const sealed = Buffer.alloc(80)
    one.fanout.publish({ epoch: 'f'.repeat(32), rows: [{ sequence: 1, loggedAt: 1, previous: 0, sealed }] })
    one.fanout.publish({ epoch: made.history.epoch, rows: [{ sequence: 1, loggedAt: 1, previous: 0, sealed }] })
    await one.log.append(changesFrom(1, 3))
    await arrived([reader], numbers(1, 3))
    expect(reader.codes).toEqual([])
  })
}
