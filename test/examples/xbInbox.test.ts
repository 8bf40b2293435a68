import { generateKeyPairSync, verify } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Inbox } from '../../examples/systems/xb/inbox.ts'
import { serveXb } from '../../examples/systems/xb/server.ts'
import { contentDigest, receiptText } from '../../src/connectors/outbound.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-xb-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
const now = new Date('2026-11-01T10:00:00Z')
const noData = { personnes: [], avis: [], commissions: [], operations: [] }

describe('the inbox of XB’s system', () => {
  it('files a message once, signs for it, and knows it after a crash in the middle of the next', () => {
    const file = join(folder, 'demandes.ndjson')
    const content = { question: 'Qui ?' }
    const first = new Inbox(file, key).take('k1', JSON.stringify(content), now)
    appendFileSync(file, '{"cle":"k2","nume')
    const again = new Inbox(file, key)
    expect(again.take('k1', JSON.stringify(content), new Date())).toEqual(first)
    expect(again.take('k1', '{"question":"autre"}', now)).toBeNull()
    expect(again.take('k2', '{}', now)?.receipt).toBe('D-00002')
    expect(readFileSync(file, 'utf8').trim().split('\n').length).toBe(2)
    expect(new Inbox(file, key).take('k2', '{}', new Date())?.at).toBe(now.toISOString())
    const text = receiptText('k1', contentDigest({ key: 'k1', content }), first?.receipt ?? '', first?.at ?? '')
    expect(verify(null, Buffer.from(text), publicKey, Buffer.from(first?.signature ?? '', 'base64url'))).toBe(true)
  })

  it('takes messages by POST with the key, and refuses what it cannot read', async () => {
    const server = serveXb(noData, 'secret', new Inbox(join(folder, 'd.ndjson'), key))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2/demandes`
    const post = async (headers: Record<string, string>, body: string) => (await fetch(url, { method: 'POST', headers, body })).status
    const named = { authorization: 'Bearer secret', 'idempotency-key': 'k' }
    expect(await post({ 'idempotency-key': 'k' }, '{}')).toBe(401)
    expect(await post({ authorization: 'Bearer secret' }, '{}')).toBe(400)
    expect(await post(named, 'no json')).toBe(400)
    expect(await post(named, '{}')).toBe(200)
    expect(await post(named, '{"other":1}')).toBe(409)
    expect(await post(named, JSON.stringify({ x: 'x'.repeat(1024 * 1024) }))).toBe(413)
    await new Promise((resolve) => server.close(resolve))
  })
})
