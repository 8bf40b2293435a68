import { createHmac } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { type NoticeRow, noticeRows } from '../faults/noticeSystems.ts'
import { sendJson } from '../support/connectors/httpServer.ts'
import { changingHub, openPolicy, restBureau } from './changingHub.ts'

const secret = Buffer.alloc(32, 9)
const capture = `capture:
  webhookKeys: ['whsec_${secret.toString('base64')}']
  types: { Notice: { mode: webhook, everySeconds: 3600 } }
`
const state = `{
  alerts(first: 100) { nodes { kind late owner { code } changedFields } }
  bureau(code: "XA") { feeds { type mode watermark lagMs lastReconcileAt gap missed lastError } }
}`

interface State {
  readonly data: {
    readonly alerts: { readonly nodes: readonly object[] }
    readonly bureau: { readonly feeds: readonly { readonly watermark: string | null }[] }
  }
}

it('a bureau tells of changes by messages, which become alerts; a drained one is captured no more', { timeout: 60_000 }, async () => {
  await using hub = await changingHub()
  const system = await hub.system('XA')
  const rows: NoticeRow[] = [...noticeRows('XA', 5)]
  system.answer = (request, response) => {
    const [, , key] = new URL(request.url ?? '', 'http://system').pathname.split('/')
    sendJson(response, key === undefined ? system.wrap(rows) : rows.find(({ id }) => id === key))
  }
  const read = (as = 'xb-investigator') => hub.ask<State>(state, {}, as)
  expect((await read()).data.bureau.feeds).toEqual([])

  hub.write({ 'XA/bureau.yaml': restBureau('XA', system, capture), 'XA/disclosure.yaml': openPolicy('XA', '2') })
  await hub.running.reload()
  await vi.waitFor(async () => expect((await read()).data.bureau.feeds[0]?.watermark).toMatch(/^20/), 10_000)
  const feed = { type: 'Notice', mode: 'WEBHOOK', gap: false, lastError: null }
  // How many were missed is for the bureau's own officers.
  expect((await read()).data.bureau.feeds).toMatchObject([{ ...feed, missed: null }])
  expect((await read('xa-ncb-officer')).data.bureau.feeds).toMatchObject([{ ...feed, missed: 0 }])
  expect((await read()).data.alerts.nodes).toEqual([])

  let sent = 0
  const send = (key: string, signedWith = secret) => {
    const [id, time] = [`m${sent++}`, String(Math.floor(Date.now() / 1000))]
    const body = JSON.stringify({ type: 'record.changed', data: { records: [{ type: 'Notice', key }] } })
    const signature = `v1,${createHmac('sha256', signedWith).update(`${id}.${time}.${body}`).digest('base64')}`
    const headers = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature, 'content-type': 'application/json' }
    return fetch(`${hub.running.url}/capture/XA`, { method: 'POST', headers, body }).then(({ status }) => status)
  }
  const first = rows[0] as NoticeRow
  const was = { ...first }
  for (const number of ['XA-other', was.number]) {
    rows[0] = { ...first, number }
    expect(await send(first.id, Buffer.alloc(32))).toBe(401)
    expect(await send(first.id)).toBe(202)
    await vi.waitFor(async () => expect((await read()).data.alerts.nodes).toHaveLength(number === was.number ? 2 : 1), 10_000)
  }
  const changed = { kind: 'CHANGED', late: false, owner: { code: 'XA' }, changedFields: ['number'] }
  expect((await read()).data.alerts.nodes).toEqual([changed, changed])

  hub.write({ 'XA/bureau.yaml': restBureau('XA', system, `takesPart: false\n${capture}`) })
  await hub.running.reload()
  expect((await read()).data.bureau.feeds).toEqual([])
  expect(await send(first.id)).toBe(404)
  await vi.waitFor(() => expect(hub.said("a bureau's connection is closed: no operation needs it any more", 'XA')).toBe(1))
})
