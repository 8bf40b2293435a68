import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebhookDoor } from '../../src/alerts/capture/webhook/webhookDoor.ts'
import { guarded } from '../../src/api/answer.ts'
import { captureRoute } from '../../src/api/captureRoute.ts'
import { createHttpApp } from '../../src/api/httpApp.ts'
import { Store } from '../../src/store/store.ts'
import { seals, ways } from '../alerts/capture/bureau.ts'

const secret = Buffer.alloc(32, 5)
const capture = { reconcileMinutes: 60, webhookKeys: [`whsec_${secret.toString('base64')}`], types: { Thing: ways.webhook } }
const feed = { bureau: 'XA', type: 'Thing' }
const text = JSON.stringify({ type: 'record.changed', data: { records: [{ type: 'Thing', key: 'a' }] } })

let store: Store
let app: FastifyInstance
let draining: boolean
let counted: string[]
const lines: string[] = []
beforeEach(() => {
  store = new Store(null)
  draining = false
  counted = []
  lines.length = 0
  const log = pino({}, { write: (line: string) => void lines.push(line) })
  app = createHttpApp(log)
  const door = new WebhookDoor({
    records: store.capture,
    seals,
    captureOf: (bureau) => (bureau === 'XA' ? capture : undefined),
    onTaken: () => {},
    onOutcome: (bureau, outcome) => counted.push(`${bureau} ${outcome}`),
  })
  captureRoute(app, { door, log, draining: () => draining })
})
afterEach(async () => {
  await app.close()
  store.close()
})

function post(body: Buffer, { path = '/capture/XA', headers = {} }: { path?: string; headers?: Record<string, string> } = {}) {
  const time = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secret)
    .update(Buffer.concat([Buffer.from(`m.${time}.`), body]))
    .digest('base64')
  const own = { 'webhook-id': 'm', 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}`, 'content-type': 'application/json' }
  return app.inject({ method: 'POST', url: path, headers: { ...own, ...headers }, payload: body })
}

const waiting = async () => (await store.capture.inbox(feed, 10)).length

describe('the route of messages', () => {
  it('takes a signed message, and answers by a status alone', async () => {
    const response = await post(Buffer.from(text))
    expect(response.statusCode).toBe(202)
    expect(response.body).toBe('')
    expect(response.headers).toMatchObject(guarded)
    expect(await waiting()).toBe(1)
    expect((await post(Buffer.from(text))).statusCode).toBe(208)
    expect(await waiting()).toBe(1)
  })

  it('holds the signature against the bytes that were sent', async () => {
    // A decoder would take the mark at the beginning away, or put a sign in the place of what is no UTF-8.
    expect((await post(Buffer.from(`\ufeff${text}`))).statusCode).toBe(400)
    expect((await post(Buffer.from([0xff, 0xfe]))).statusCode).toBe(401)
    expect(counted).toEqual(['XA MALFORMED', 'XA SIGNATURE'])
  })

  it('reads no more than 65,536 bytes, announced or not, and counts it', async () => {
    const large = Buffer.alloc(65_537, 0x20)
    for (const path of ['/capture/XA', '/capture/ZZ']) {
      const response = await post(large, { path })
      expect(response.statusCode).toBe(path === '/capture/XA' ? 413 : 404)
      expect(response.body).toBe('')
    }
    expect(counted).toEqual(['XA TOO_LARGE', 'null UNKNOWN'])
    expect((await post(Buffer.concat([Buffer.from(text), large]).subarray(0, 65_536))).statusCode).toBe(202)
  })

  it('unpacks nothing, knows no other method and no bureau that takes no messages', async () => {
    expect((await post(gzipSync(text), { headers: { 'content-encoding': 'gzip' } })).statusCode).toBe(415)
    expect((await post(Buffer.from(text), { path: '/capture/XB' })).statusCode).toBe(404)
    expect((await app.inject({ method: 'GET', url: '/capture/XA' })).statusCode).toBe(404)
    expect(await waiting()).toBe(0)
  })

  it('says 503 when the message cannot be written down, and nothing of it to the log', async () => {
    store.close()
    const response = await post(Buffer.from(text))
    expect([response.statusCode, response.body]).toEqual([503, ''])
    expect(response.headers).toMatchObject(guarded)
    expect(counted).toEqual([])
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toContain('Thing')
  })

  it('says 503 while the node shuts down', async () => {
    draining = true
    expect((await post(Buffer.from(text))).statusCode).toBe(503)
    expect(await waiting()).toBe(0)
  })
})
