import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.ts'
import { Roster } from '../../src/hub/roster.ts'
import { Metrics } from '../../src/metrics/metrics.ts'
import { serveMetrics } from '../../src/metrics/metricsServer.ts'
import { metricTable } from '../../src/metrics/metricTable.ts'
import type { FeedStatus } from '../../src/model/capture.ts'
import { bureauFiles, changingHub, openPolicy } from '../flows/changingHub.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

/** Samples of the hub's own metrics: name with labels, and value. */
function samples(text: string): Readonly<Record<string, number>> {
  const lines = text.split('\n').filter((line) => line.startsWith('comity_'))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

const withoutTimes = (all: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !/_bucket|_sum|timestamp/.test(name)))

describe('metrics', () => {
  it('tell how calls, extra attempts, operations and changes came out', async () => {
    const metrics = new Metrics()
    metrics.called('XA', 'ok', 12)
    metrics.called('XA', 'timeout', 2500)
    metrics.extra('XA', 'hedge')
    metrics.operated('query', 'incomplete', 40)
    metrics.changed('bureau', 'refused')
    metrics.reloadFailed()
    metrics.tokenRefused()
    const { type, body } = await metrics.text()
    expect(type).toContain('text/plain')
    expect(withoutTimes(samples(body))).toEqual({
      'comity_bureau_calls_total{bureau="XA",outcome="ok"}': 1,
      'comity_bureau_calls_total{bureau="XA",outcome="timeout"}': 1,
      'comity_bureau_call_seconds_count{bureau="XA"}': 2,
      'comity_bureau_extra_attempts_total{bureau="XA",kind="hedge"}': 1,
      'comity_operations_total{type="query",outcome="incomplete"}': 1,
      'comity_operation_seconds_count{type="query"}': 1,
      'comity_file_changes_total{what="bureau",outcome="refused"}': 1,
      comity_reload_failures_total: 1,
      comity_tokens_refused_total: 1,
    })
    expect(samples(body)['comity_bureau_call_seconds_bucket{le="0.025",bureau="XA"}']).toBe(1)
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
      'process_open_fds',
    ])
      expect(body).toContain(`\n${name} `)
  })

  it('tell how members are doing when they are read, and nothing of those who have left', async () => {
    const [xa, xb] = ['XA', 'XB'].map((code) => memoryBureau(code, { rows: { Notice: [] } }))
    if (xa === undefined || xb === undefined) throw new Error('no bureaus')
    const members = [xa, xb].map(({ source }) => ({ profile: source.profile, source }))
    const roster = new Roster([...members, { profile: { ...xa.source.profile, code: 'XC' }, source: null }])
    const metrics = new Metrics()
    metrics.watch({ members: roster.members, policyStatus: (bureau) => ({ problems: bureau === 'XB' ? [1, 2] : [] }), feeds: () => [] })
    const read = async () => withoutTimes(samples((await metrics.text()).body))
    const all = await read()
    expect(all).toMatchObject({
      'comity_bureau_attempts_in_flight{bureau="XA"}': 0,
      'comity_bureau_calls_waiting{bureau="XB"}': 0,
      'comity_bureau_breaker{bureau="XA",state="closed"}': 1,
      'comity_bureau_breaker{bureau="XA",state="open"}': 0,
      'comity_bureau_pending_problems{bureau="XB"}': 2,
      'comity_bureaus{status="ready"}': 2,
      'comity_bureaus{status="broken"}': 1,
    })
    expect(all['comity_bureau_attempts_limit{bureau="XA"}']).toBe(xa.source.limits.concurrency)
    const hub = {
      get members() {
        return roster.members
      },
      policyStatus: () => null,
      feeds: () => [],
    }
    const later = new Metrics()
    later.watch(hub)
    for (const outcome of ['ok', 'gone'] as const) later.called('XB', outcome, 1)
    later.extra('XB', 'retry')
    expect((await later.text()).body).toContain('comity_bureau_breaker{bureau="XB"')
    roster.replace(members.slice(0, 1))
    later.left('XB')
    expect((await later.text()).body).not.toContain('"XB"')
  })

  it('tell how feeds stand and what became of messages, and nothing of a bureau that has left', async () => {
    const feed = {
      bureau: 'XA',
      type: 'Thing',
      mode: 'poll',
      watermark: null,
      lagMs: 2500,
      lastReconcileAt: null,
      gap: true,
      missed: 3,
      lastError: 'TIMEOUT',
    } as const
    const metrics = new Metrics()
    let feeds: readonly FeedStatus[] = [feed, { ...feed, type: 'Other', lagMs: null, gap: false, missed: 0, lastError: null }]
    metrics.watch({ members: [], policyStatus: () => null, feeds: () => feeds })
    metrics.messageEnded('XA', 'TAKEN')
    metrics.messageEnded('XA', 'SIGNATURE')
    metrics.messageEnded(null, 'UNKNOWN')
    const { body } = await metrics.text()
    expect(Object.fromEntries(Object.entries(samples(body)).filter(([name]) => /feed|messages/.test(name)))).toEqual({
      'comity_feed_lag_seconds{bureau="XA",type="Thing"}': 2.5,
      'comity_feed_gap{bureau="XA",type="Thing"}': 1,
      'comity_feed_gap{bureau="XA",type="Other"}': 0,
      'comity_feed_missed{bureau="XA",type="Thing"}': 3,
      'comity_feed_missed{bureau="XA",type="Other"}': 0,
      'comity_feed_failing{bureau="XA",type="Thing"}': 1,
      'comity_feed_failing{bureau="XA",type="Other"}': 0,
      'comity_capture_messages_total{bureau="XA",outcome="taken"}': 1,
      'comity_capture_messages_total{bureau="XA",outcome="signature"}': 1,
      'comity_capture_messages_total{bureau="none",outcome="unknown"}': 1,
    })
    feeds = []
    metrics.left('XA')
    expect((await metrics.text()).body).not.toContain('"XA"')
  })

  it('count each operation of a hub once, with its outcome', async () => {
    const [up, down] = ['XA', 'XB'].map((code) => memoryBureau(code, { rows: { Notice: [] } }))
    if (up === undefined || down === undefined) throw new Error('no bureaus')
    const heard: unknown[] = []
    const { ask, hub } = memoryHub([up, down], { onOperation: (type, outcome, ms) => heard.push([type, outcome, ms >= 0]) })
    await ask('{ notices { nodes { id } } }')
    down.down = true
    await ask('{ notices { nodes { id } } }')
    await ask('{ nothing }')
    const left = hub.begin((await ask('{ viewer { case } }')).operation.caller, { signal: new AbortController().signal, traceId: '0' })
    left[Symbol.dispose]()
    left[Symbol.dispose]()
    expect(heard).toEqual([
      ['query', 'ok', true],
      ['query', 'incomplete', true],
      ['query', 'errors', true],
      ['query', 'ok', true],
      ['unknown', 'failed', true],
    ])
  })

  it('are served to a GET of /metrics at an address of their own, and nothing else is', async () => {
    const server = await serveMetrics(new Metrics(), { host: '127.0.0.1', port: 0 })
    const got = await fetch(server.url)
    expect([got.status, got.headers.get('content-type'), got.headers.get('cache-control')]).toEqual([
      200,
      expect.stringContaining('text/plain'),
      'no-store',
    ])
    expect(await got.text()).toContain('# TYPE comity_bureau_calls_total counter')
    const statuses = await Promise.all([
      fetch(new URL('/', server.url)),
      fetch(server.url, { method: 'POST' }),
      fetch(new URL('/graphql', server.url)),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([404, 405, 404])
    const { port } = new URL(server.url)
    await expect(serveMetrics(new Metrics(), { host: '127.0.0.1', port: Number(port) })).rejects.toThrow(
      'COMITY_METRICS: nothing can listen at',
    )
    await server.close()
    await expect(fetch(server.url)).rejects.toThrow()
  })

  it('of a running hub are nowhere unless they are asked for, and never at its door', async () => {
    await using silent = await changingHub()
    expect(silent.running.metricsUrl).toBeNull()
    await using hub = await changingHub(undefined, { COMITY_METRICS: '0' })
    await hub.notices()
    hub.write({ ...bureauFiles('XC', await hub.system('XC')), 'XA/disclosure.yaml': openPolicy('XA', '2', 'nothing') })
    await hub.running.reload()
    await hub.askWith('abc', '{ viewer { case } }')
    expect((await fetch(`${hub.running.url}/metrics`)).status).toBe(404)
    const text = await (await fetch(hub.running.metricsUrl ?? '')).text()
    expect(samples(text)).toMatchObject({
      'comity_operations_total{type="query",outcome="ok"}': 1,
      'comity_bureaus{status="ready"}': 3,
      'comity_bureau_pending_problems{bureau="XA"}': 1,
      'comity_file_changes_total{what="bureau",outcome="taken"}': 1,
      'comity_file_changes_total{what="policy",outcome="refused"}': 1,
      comity_tokens_refused_total: 1,
    })
    expect(samples(text)['comity_bureau_calls_total{bureau="XC",outcome="ok"}']).toBe(1)
    // Whoever reads metrics learns nothing of what was asked, by whom, or of how much there is.
    for (const word of ['Notice', 'notices', 'INVESTIGATION', 'xb-investigator', 'XB-1', 'rows', 'records'])
      expect(text).not.toContain(word)
  })

  it('are those of the table, with their types and labels, and those of docs/operations.md', async () => {
    const metrics = new Metrics()
    metrics.watch({ members: [], policyStatus: () => null, feeds: () => [] })
    const { body } = await metrics.text()
    const own = [...body.matchAll(/^# TYPE (comity_\w+) (\w+)$/gm)].map(([, name, type]) => `${name} ${type}`)
    const rows = Object.values(metricTable)
    expect(own.sort()).toEqual(rows.map(({ name, type }) => `${name} ${type}`).sort())
    const docs = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operations.md'), 'utf8')
    const told = docs.split('\n').filter((line) => line.startsWith('| `comity_'))
    expect(told).toEqual(
      rows.map(({ name, type, labels, help }) => `| \`${name}\` | ${type} | ${labels.map((one) => `\`${one}\``).join(', ')} | ${help} |`),
    )
  })
})

describe('COMITY_METRICS', () => {
  const of = (text: string) => readEnvironment({ COMITY_METRICS: text }).metrics

  it('names a port of loopback, or an address', () => {
    expect(readEnvironment({}).metrics).toBeNull()
    expect(of(' ')).toBeNull()
    expect(of('9464')).toEqual({ host: '127.0.0.1', port: 9464 })
    expect(of('10.0.0.5:9464')).toEqual({ host: '10.0.0.5', port: 9464 })
    expect(of('[::1]:9464')).toEqual({ host: '::1', port: 9464 })
  })

  it.each(['on', '10.0.0.5', '70000', ':9464', '1.2.3.4:', 'http://x:1/'])('is refused as "%s"', (text) => {
    expect(() => of(text)).toThrow('COMITY_METRICS must be')
  })
})
