import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { WebhookDoor, type WebhookOutcome } from '../../../src/alerts/capture/webhook/webhookDoor.ts'
import { webhookKey } from '../../../src/alerts/capture/webhook/webhookKey.ts'
import type { CaptureFile } from '../../../src/model/capture.ts'
import { Store } from '../../../src/store/store.ts'
import { seals, ways } from './bureau.ts'

const secret = Buffer.alloc(32, 5)
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
const capture: CaptureFile = {
  reconcileMinutes: 1440,
  webhookKeys: [`whsec_${secret.toString('base64')}`, `whpk_${raw.toString('base64')}`],
  types: { Thing: ways.webhook, Other: ways.poll },
}
const now = Date.parse('2026-06-15T12:00:00Z')
const thing = { type: 'Thing', id: { bureau: 'XA', type: 'Thing' } }
const message = (records: unknown = [{ type: 'Thing', key: 'a' }]) => JSON.stringify({ type: 'record.changed', data: { records } })

let store: Store
let counted: (readonly [string | null, WebhookOutcome])[]
let woken: string[]
let door: WebhookDoor
beforeEach(() => {
  store = new Store(null)
  counted = []
  woken = []
  door = new WebhookDoor({
    records: store.capture,
    seals,
    captureOf: (bureau) => (bureau === 'XA' ? capture : bureau === 'XB' ? { ...capture, webhookKeys: [] } : undefined),
    onTaken: (bureau) => woken.push(bureau),
    onOutcome: (bureau, outcome) => counted.push([bureau, outcome]),
    now: () => now,
  })
})

interface Sent {
  readonly id?: string
  readonly at?: number
  readonly body?: string
  readonly signed?: string
  readonly headers?: Readonly<Record<string, string>>
}

const hmac = (text: string) => `v1,${createHmac('sha256', secret).update(text).digest('base64')}`
const ed25519 = (text: string) => `v1a,${sign(null, Buffer.from(text), privateKey).toString('base64')}`

function send({ id = 'msg_1', at = now, body = message(), signed, headers = {} }: Sent = {}, by = hmac, bureau = 'XA') {
  const time = String(Math.floor(at / 1000))
  const own = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': by(signed ?? `${id}.${time}.${body}`) }
  return door.receive(bureau, { headers: { ...own, ...headers }, body: Buffer.from(body) })
}
const waiting = async () => (await store.capture.inbox(thing.id, 10)).map(({ key, kind, at }) => ({ key: seals.openKey(key), kind, at }))

describe('the webhook door', () => {
  it.each([
    ['a shared secret', hmac],
    ['an Ed25519 key', ed25519],
    ['one of several signatures', (text: string) => `v1,AAAA v2,x ${ed25519(text)}`],
  ])('takes a message signed with %s, durably, and wakes the feeds', async (_, by) => {
    const records = [
      { type: 'Thing', key: 'a' },
      { type: 'Thing', key: 'b', kind: 'DELETED', at: '2026-06-15T13:00:00+02:00' },
    ]
    expect(await send({ body: message(records) }, by)).toEqual({ status: 202, outcome: 'TAKEN' })
    expect(await waiting()).toEqual([
      { key: 'a', kind: 'UNKNOWN', at: null },
      { key: 'b', kind: 'DELETED', at: '2026-06-15T11:00:00.000Z' },
    ])
    expect(woken).toEqual(['XA'])
  })

  it('knows the published test vector', () => {
    // From the Standard Webhooks specification.
    const key = webhookKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
    const text = 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}'
    expect(key?.signed(text, 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')).toBe(true)
    expect(key?.signed(text, 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=')).toBe(false)
  })

  const refused: readonly (readonly [string, Sent, number, WebhookOutcome])[] = [
    ['another body than was signed', { signed: `msg_1.${now / 1000}.${message([{ type: 'Thing', key: 'b' }])}` }, 401, 'SIGNATURE'],
    ['another id than was signed', { signed: `msg_2.${now / 1000}.${message()}` }, 401, 'SIGNATURE'],
    ['another time than was signed', { signed: `msg_1.${now / 1000 - 1}.${message()}` }, 401, 'SIGNATURE'],
    ['a signature over the body alone', { signed: message() }, 401, 'SIGNATURE'],
    ['no signature', { headers: { 'webhook-signature': '' } }, 401, 'SIGNATURE'],
    ['a signature under the wrong version', { headers: { 'webhook-signature': hmac('x').replace('v1', 'v1a') } }, 401, 'SIGNATURE'],
    ['a time more than five minutes ago', { at: now - 301_000 }, 401, 'TIMESTAMP'],
    ['a time more than five minutes ahead', { at: now + 301_000 }, 401, 'TIMESTAMP'],
    ['a time that is none', { headers: { 'webhook-timestamp': '1e9' } }, 400, 'MALFORMED'],
    ['an id without end', { id: 'x'.repeat(129) }, 400, 'MALFORMED'],
    ['an id that blurs what is signed', { id: 'a.b' }, 400, 'MALFORMED'],
    ['what is not JSON', { body: '{' }, 400, 'MALFORMED'],
    ['another kind of message', { body: '{"type":"ping","data":{}}' }, 400, 'MALFORMED'],
    ['a type that is captured otherwise', { body: message([{ type: 'Other', key: 'a' }]) }, 400, 'MALFORMED'],
    ['a type of every object', { body: message([{ type: 'constructor', key: 'a' }]) }, 400, 'MALFORMED'],
    ['a key that is no text', { body: message([{ type: 'Thing', key: 5 }]) }, 400, 'MALFORMED'],
    ['a moment that is none', { body: message([{ type: 'Thing', key: 'a', at: 'yesterday' }]) }, 400, 'MALFORMED'],
    ['too many records', { body: message(Array.from({ length: 501 }, () => ({ type: 'Thing', key: 'a' }))) }, 400, 'MALFORMED'],
    ['a body that is too large', { body: message([{ type: 'Thing', key: 'a'.repeat(70_000) }]) }, 413, 'TOO_LARGE'],
  ]
  it.each(refused)('refuses %s, counts it, and nothing changes', async (_, sent, status, outcome) => {
    expect(await send(sent)).toEqual({ status, outcome })
    expect(counted).toEqual([['XA', outcome]])
    expect(await waiting()).toEqual([])
    expect(woken).toEqual([])
    // Its id is not used up.
    if (sent.id === undefined) expect((await send()).outcome).toBe('TAKEN')
  })

  it('takes a message once: again it is counted and nothing changes, and another body under its id is refused', async () => {
    await send()
    expect(await send()).toEqual({ status: 208, outcome: 'REPEATED' })
    expect(await send({ at: now + 60_000 })).toEqual({ status: 208, outcome: 'REPEATED' })
    expect(await send({ body: message([{ type: 'Thing', key: 'b' }]) })).toEqual({ status: 409, outcome: 'OTHER_BODY' })
    expect(await waiting()).toHaveLength(1)
    expect(woken).toEqual(['XA'])
    expect(counted.map(([, outcome]) => outcome)).toEqual(['TAKEN', 'REPEATED', 'REPEATED', 'OTHER_BODY'])
  })

  it('does not tell a bureau that takes no messages from one that there is not', async () => {
    expect(await send({}, hmac, 'XB')).toEqual({ status: 404, outcome: 'UNKNOWN' })
    expect(await send({}, hmac, 'ZZ')).toEqual({ status: 404, outcome: 'UNKNOWN' })
  })

  it('does not say that a message was taken which could not be written', async () => {
    store.close()
    await expect(send()).rejects.toThrow()
    expect(counted).toEqual([])
  })
})

describe('keys of webhooks', () => {
  it.each(['', 'whsec_', 'whsec_AAAA', 'whpk_AAAA', 'whsec_***', `whsec_${Buffer.alloc(65).toString('base64')}`, 'secret'])(
    'are not %j',
    (text) => {
      expect(webhookKey(text)).toBeNull()
    },
  )
})
