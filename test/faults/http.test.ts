import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/connectors/eventually.ts'
import { sendJson } from '../support/connectors/httpServer.ts'
import { type Fault, FaultProxy } from '../support/faultProxy.ts'
import { openSocketsTo } from '../support/openSockets.ts'
import { type Federation, type Outcome, openFederation } from './federation.ts'
import { type NoticeSystem, noticeRows, startNoticeSystem } from './noticeSystems.ts'

const deadlineMs = 700
/** The bar is 100 ms beyond the deadline; a machine that does other things as well gets more. The neighbours' own deadline is far beyond. */
const marginMs = 1500
const mega = 1024 * 1024
const numbersOf = (code: string) => noticeRows(code).map(({ number }) => number)

for (const kind of ['rest', 'graphql'] as const) {
  describe(`a bureau with a ${kind} interface, in a federation of three`, () => {
    let [system, rest, graphql]: NoticeSystem[] = []
    let proxy: FaultProxy
    let federation: Federation
    const faulty = () => system as NoticeSystem
    beforeAll(async () => {
      ;[system, rest, graphql] = await Promise.all([
        startNoticeSystem(kind, 'XA'),
        startNoticeSystem('rest', 'XB'),
        startNoticeSystem('graphql', 'XC'),
      ])
      proxy = await FaultProxy.start(Number(new URL(faulty().server.url).port))
      const neighbour = (one: NoticeSystem | undefined) => ({
        connector: (one as NoticeSystem).connector((one as NoticeSystem).server.url),
        deadlineMs: 15_000,
      })
      federation = await openFederation({
        XA: { connector: faulty().connector(proxy.inFrontOf(faulty().server.url), 'connections: 3'), deadlineMs },
        XB: neighbour(rest),
        XC: neighbour(graphql),
      })
      expectWhole(await federation.ask())
    })
    // Whatever it was: the next answer after it is whole, and no socket stays behind for it.
    afterEach(async () => {
      proxy.inject(null)
      faulty().answer = null
      await recovers()
      await eventually(() => openSocketsTo(proxy.port) <= 3 && proxy.open <= 3)
    })
    afterAll(async () => {
      await federation.close()
      await eventually(() => openSocketsTo(proxy.port) === 0 && proxy.open === 0)
      await proxy.stop()
      await Promise.all([system, rest, graphql].map((one) => one?.server.stop()))
    })

    function expectWhole({ states, numbers, complete }: Outcome): void {
      expect(states).toEqual({ XA: 'OK', XB: 'OK', XC: 'OK' })
      expect(numbers).toEqual({ XA: numbersOf('XA'), XB: numbersOf('XB'), XC: numbersOf('XC') })
      expect(complete).toBe(true)
    }
    /** The bureau's own part is missing, and says why; the neighbours' are whole; nobody waits for longer than the bureau may. */
    function expectLost({ states, numbers, complete, tookMs }: Outcome, state: string): void {
      expect(states).toEqual({ XA: state, XB: 'OK', XC: 'OK' })
      expect(numbers).toEqual({ XB: numbersOf('XB'), XC: numbersOf('XC') })
      expect(complete).toBe(false)
      expect(tookMs).toBeLessThan(deadlineMs + marginMs)
    }
    const recovers = () =>
      eventually(async () => (await federation.ask()).complete, 10_000).then(async () => expectWhole(await federation.ask()))

    it.each<[string, Fault, string, string]>([
      ['goes dead', { kind: 'halfOpen' }, 'TIMEOUT', 'TIMEOUT'],
      ['goes dead in the middle of its answer', { kind: 'halfOpen', after: 500 }, 'TIMEOUT', 'TIMEOUT'],
      ['drips its head', { kind: 'drip', everyMs: 20 }, 'TIMEOUT', 'TIMEOUT'],
      ['drips its body', { kind: 'drip', everyMs: 20, after: 400 }, 'TIMEOUT', 'TIMEOUT'],
      ['is too far away', { kind: 'latency', ms: 60_000 }, 'TIMEOUT', 'TIMEOUT'],
      ['has a thin line', { kind: 'throttle', bytesPerSecond: 100 }, 'TIMEOUT', 'TIMEOUT'],
      ['resets every connection', { kind: 'reset' }, 'UNAVAILABLE', 'UNREACHABLE'],
      ['resets in the head', { kind: 'reset', after: 20 }, 'UNAVAILABLE', 'UNREACHABLE'],
      ['resets in the body', { kind: 'reset', after: 500 }, 'UNAVAILABLE', 'UNREACHABLE'],
      ['ends in the body', { kind: 'truncate', after: 500 }, 'UNAVAILABLE', 'UNREACHABLE'],
      ['sends garbage after its head', { kind: 'garbage', seed: 1, after: 400 }, 'UNAVAILABLE', 'BAD_ANSWER'],
      ['sends nothing but garbage', { kind: 'garbage', seed: 2 }, 'UNAVAILABLE', 'BAD_ANSWER'],
    ])('that %s loses its own part only, and has it back afterwards', async (_words, fault, state, reason) => {
      proxy.inject(fault)
      const before = federation.reasons.length
      expectLost(await federation.ask(), state)
      expect(federation.reasons.slice(before)).toEqual([reason])
    })

    it('loses nothing when it is slow, but in time', async () => {
      proxy.inject({ kind: 'latency', ms: 100 })
      expectWhole(await federation.ask())
    })

    it('that answers for many callers at once and hangs holds no more connections than it may', async () => {
      proxy.inject({ kind: 'halfOpen' })
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => federation.ask()))
      for (const outcome of outcomes) expectLost(outcome, 'TIMEOUT')
      expect(openSocketsTo(proxy.port)).toBeLessThanOrEqual(3)
    })

    it('that sends 500 MB is cut off at the bound, and costs no memory', async () => {
      let [sent, peak] = [0, 0]
      const piece = Buffer.alloc(mega, 0x20)
      faulty().answer = (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const more = () => {
          peak = Math.max(peak, process.memoryUsage().rss)
          while (sent < 500 && !response.destroyed) {
            sent++
            if (!response.write(piece)) return void response.once('drain', more)
          }
          response.end()
        }
        more()
      }
      const before = process.memoryUsage().rss
      const outcome = await federation.ask()
      expect(outcome.states).toMatchObject({ XB: 'OK', XC: 'OK' })
      expectLost(outcome, outcome.states['XA'] === 'TIMEOUT' ? 'TIMEOUT' : 'UNAVAILABLE')
      // 10 MiB, and what lies in buffers between here and there.
      expect(sent).toBeLessThan(60)
      expect(peak - before).toBeLessThan(150 * mega)
    })

    it.each<[string, (system: NoticeSystem) => Buffer | string]>([
      ['bytes that are no UTF-8', (one) => spoilt(JSON.stringify(one.wrap(noticeRows('XA'))), 'XA-003', [0xff, 0xfe])],
      ['half of a character', (one) => spoilt(JSON.stringify(one.wrap(noticeRows('XA'))), 'XA-003', [0xe2, 0x82])],
      ['the shape of another interface', () => JSON.stringify({ result: { records: noticeRows('XA') }, next: 2 })],
      ['numbers for rows', (one) => JSON.stringify(one.wrap([1, 2, 3]))],
      ['lists for rows', (one) => JSON.stringify(one.wrap([[noticeRows('XA')[0]]]))],
      ['one row in place of the list', (one) => JSON.stringify(one.wrap(noticeRows('XA')[0] as unknown as []))],
      ['nothing at all', () => ''],
    ])('that answers with %s loses its own part only', async (_words, body) => {
      faulty().answer = (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body(faulty()))
      expectLost(await federation.ask(), 'UNAVAILABLE')
      expect(federation.reasons.at(-1)).toBe('BAD_ANSWER')
    })

    it('that says 200 to everything with a page of HTML loses its own part only', async () => {
      faulty().answer = (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome')
      expectLost(await federation.ask(), 'UNAVAILABLE')
    })

    it('that gives rows of another system, without key or fields, shows none of them', async () => {
      faulty().answer = (_request, response) => sendJson(response, faulty().wrap([{ uuid: 'x', colour: 'RED' }, {}]))
      const { states, numbers } = await federation.ask()
      expect(states).toMatchObject({ XB: 'OK', XC: 'OK' })
      expect(numbers).toEqual({ XB: numbersOf('XB'), XC: numbersOf('XC') })
    })

    it('that gives rows twice shows each record once', async () => {
      const rows = noticeRows('XA')
      faulty().answer = (_request, response) => sendJson(response, faulty().wrap([...rows, ...rows.slice(3, 9), ...rows.slice(0, 2)]))
      expectWhole(await federation.ask())
    })
  })
}

/** A text with bytes in place of some of its characters. */
function spoilt(text: string, part: string, bytes: readonly number[]): Buffer {
  const [before = '', after = ''] = text.split(part)
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
}
