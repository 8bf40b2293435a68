import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { InProcessFanout } from '../../../src/alerts/inProcessFanout.ts'
import { relayed } from '../../../src/alerts/mark.ts'
import { noFanout } from '../../../src/alerts/noFanout.ts'
import { RedisFanout } from '../../../src/alerts/redisFanout.ts'
import { changesFrom } from '../../support/alerts/changes.ts'
import type { PrivateServer } from '../../support/privateServer.ts'
import { command, startRedis } from '../../support/redis.ts'
import { arrived, begun, Cluster, fanoutSuite, numbers } from './fanoutSuite.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describe('a fan-out within one process', () => {
  let shared: InProcessFanout | null = null
  afterEach(() => {
    shared = null
  })
  fanoutSuite(() => (shared ??= new InProcessFanout()), closing)
})

describe('no fan-out', () => {
  fanoutSuite(() => noFanout, closing)
})

describe('a fan-out through Redis', () => {
  let server: PrivateServer | undefined
  let prefixes = 0
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server?.stop())

  const url = () => {
    if (server === undefined) throw new Error('Redis did not start')
    return server.url
  }
  let prefix = ''
  afterEach(() => {
    prefix = ''
  })
  const make = () => {
    prefix ||= `t${prefixes++}`
    return new RedisFanout(url(), prefix)
  }
  const cluster = async () => {
    const made = new Cluster()
    closing.push(() => made.close())
    const nodes = [await made.add(make()), await made.add(make())] as const
    const readers = nodes.map((node) => made.read(node))
    await begun(readers)
    return { made, nodes, readers }
  }
  const heardThrough = async () => Number(await command(url(), 'XLEN', `${prefix}:changes:${'0'.repeat(32)}`))

  fanoutSuite(make, closing)

  it('is enough by itself for a while: a node that is cut off from the log hears through Redis', async () => {
    const { nodes, readers, made } = await cluster()
    // From the first time on that the other node is heard.
    await expect
      .poll(async () => {
        await nodes[0].log.append(changesFrom(made.history.rows.length + 1, 1))
        return heardThrough()
      })
      .toBeGreaterThan(1)
    await arrived(readers, numbers(1, made.history.rows.length))
    nodes[1].rows.reachable = false
    const before = made.history.rows.length
    await nodes[0].log.append(changesFrom(before + 1, 30))
    await arrived(readers, numbers(1, before + 30))
  })

  it('passes a row on once, however often it is published', async () => {
    const { nodes, readers, made } = await cluster()
    await expect
      .poll(async () => {
        await nodes[0].log.append(changesFrom(made.history.rows.length + 1, 1))
        return heardThrough()
      })
      .toBeGreaterThan(0)
    const placed = relayed({ epoch: made.history.epoch, before: null, rows: made.history.rows })
    const before = await heardThrough()
    for (const { fanout } of nodes) fanout.publish(placed)
    await nodes[1].log.append(changesFrom(made.history.rows.length + 1, 1))
    await expect.poll(heardThrough).toBe(before + 1)
    await arrived(readers, numbers(1, made.history.rows.length))
  })

  it('loses, doubles and turns around nothing when Redis is emptied, frozen, killed and started again, and stays quick', async () => {
    const { nodes, readers } = await cluster()
    let appended = 0
    const took: number[] = []
    /** Appends some, through either node, and times each until both subscribers have it. */
    const some = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const started = performance.now()
        await nodes[i % 2]?.log.append(changesFrom(++appended, 1))
        await expect.poll(() => readers.every(({ values }) => values.length === appended), { interval: 1, timeout: 5000 }).toBe(true)
        took.push(performance.now() - started)
      }
    }
    await some(20)
    await command(url(), 'FLUSHALL')
    await some(20)
    server?.freeze()
    await some(20)
    server?.thaw()
    await some(20)
    const port = Number(new URL(url()).port)
    await server?.stop()
    await some(20)
    server = await startRedis(port)
    await some(20)
    for (let i = 0; i < 10; i++) {
      await Promise.all([command(url(), 'FLUSHALL'), nodes[0].log.append(changesFrom(appended + 1, 5))])
      appended += 5
    }
    await arrived(readers, numbers(1, appended))
    expect(readers.flatMap(({ codes }) => codes)).toEqual([])
    // Not a measurement: a node that waits for Redis would take seconds.
    expect(Math.max(...took)).toBeLessThan(1000)
    // It is back: what is appended now is passed on again.
    await expect
      .poll(async () => {
        await some(1)
        return heardThrough()
      })
      .toBeGreaterThan(0)
  })
})
