import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/connectors/eventually.ts'
import { type Fault, FaultProxy } from '../support/faultProxy.ts'
import { query as mariadbQuery, startMariadb } from '../support/mariadb.ts'
import { openSocketsTo } from '../support/openSockets.ts'
import { query as postgresQuery, startPostgres } from '../support/postgres.ts'
import type { PrivateServer } from '../support/privateServer.ts'
import { type Federation, type Outcome, openFederation } from './federation.ts'
import { type NoticeSystem, noticeRows, startNoticeSystem } from './noticeSystems.ts'

const deadlineMs = 700
/** As in `http.test.ts`. */
const marginMs = 1500
const connections = 2
const numbersOf = (code: string) => noticeRows(code).map(({ number }) => number)
const servers = { postgres: { start: startPostgres, query: postgresQuery }, mysql: { start: startMariadb, query: mariadbQuery } }

for (const [kind, { start, query }] of Object.entries(servers)) {
  describe(`a bureau with a ${kind} database, in a federation of two`, () => {
    let database: PrivateServer
    let neighbour: NoticeSystem
    let proxy: FaultProxy
    let federation: Federation
    beforeAll(async () => {
      ;[database, neighbour] = await Promise.all([start(), startNoticeSystem('rest', 'XB')])
      await query(database.url, 'create table notices (id varchar(20) primary key, number varchar(20), kind varchar(20), day date)')
      const values = noticeRows('XA').map(({ id, number, kind: colour, day }) => `('${id}', '${number}', '${colour}', '${day}')`)
      await query(database.url, `insert into notices values ${values.join()}`)
      proxy = await FaultProxy.start(Number(new URL(database.url).port))
      const options = `  url: ${proxy.inFrontOf(database.url)}\n  connections: ${connections}\n  statementTimeoutMs: 1000`
      federation = await openFederation({
        XA: { connector: `  kind: ${kind}\n${options}`, deadlineMs },
        XB: { connector: neighbour.connector(neighbour.server.url), deadlineMs: 15_000 },
      })
      await recovers()
    })
    afterEach(async () => {
      proxy.inject(null)
      await recovers()
      await eventually(() => openSocketsTo(proxy.port) <= connections)
    })
    afterAll(async () => {
      await federation.close()
      await eventually(() => openSocketsTo(proxy.port) === 0)
      await proxy.stop()
      await Promise.all([database.stop(), neighbour.server.stop()])
    })

    function expectWhole({ states, numbers, complete }: Outcome): void {
      expect(states).toEqual({ XA: 'OK', XB: 'OK' })
      expect(numbers).toEqual({ XA: numbersOf('XA'), XB: numbersOf('XB') })
      expect(complete).toBe(true)
    }
    function expectLost({ states, numbers, complete, tookMs }: Outcome, state: string): void {
      expect(states).toEqual({ XA: state, XB: 'OK' })
      expect(numbers).toEqual({ XB: numbersOf('XB') })
      expect(complete).toBe(false)
      expect(tookMs).toBeLessThan(deadlineMs + marginMs)
    }
    async function recovers(): Promise<void> {
      await eventually(async () => (await federation.ask()).complete, 10_000)
      expectWhole(await federation.ask())
    }

    it.each<[string, Fault, string]>([
      ['goes dead', { kind: 'halfOpen' }, 'TIMEOUT'],
      ['goes dead in the middle of its answer', { kind: 'halfOpen', after: 200 }, 'TIMEOUT'],
      ['drips', { kind: 'drip', everyMs: 20 }, 'TIMEOUT'],
      ['is too far away', { kind: 'latency', ms: 60_000 }, 'TIMEOUT'],
      ['resets every connection', { kind: 'reset' }, 'UNAVAILABLE'],
      ['resets in the middle of its answer', { kind: 'reset', after: 200 }, 'UNAVAILABLE'],
      ['ends in the middle of its answer', { kind: 'truncate', after: 200 }, 'UNAVAILABLE'],
    ])('that %s loses its own part only, and has it back afterwards', async (_words, fault, state) => {
      proxy.inject(fault)
      expectLost(await federation.ask(), state)
    })

    it('that accepts new connections and never greets anybody is back when it greets again', async () => {
      proxy.inject({ kind: 'reset' })
      await eventually(() => proxy.open === 0)
      proxy.inject({ kind: 'halfOpen' })
      expectLost(await federation.ask(), 'TIMEOUT')
    })

    it('that hangs for question after question does not collect sockets', async () => {
      proxy.inject({ kind: 'halfOpen' })
      for (let i = 0; i < 4; i++) expectLost(await federation.ask(), 'TIMEOUT')
      // Its connections, and those that came to cancel.
      await eventually(() => openSocketsTo(proxy.port) <= connections, 4000)
    })

    it.each(Array.from({ length: 12 }, (_, seed) => seed))('that sends garbage (seed %i) loses its own part only', async (seed) => {
      proxy.inject({ kind: 'garbage', seed, after: seed * 13 })
      const outcome = await federation.ask()
      expect(['TIMEOUT', 'UNAVAILABLE']).toContain(outcome.states['XA'])
      expectLost(outcome, outcome.states['XA'] ?? '')
    })
  })
}
