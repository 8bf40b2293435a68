import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CodeIssuer, codeIssuer } from '../support/codeIssuer.ts'
import { memoryServer } from '../support/memoryServer.ts'

const verifier = 'v'.repeat(43)
let issuer: CodeIssuer
let server: Awaited<ReturnType<typeof memoryServer>>

beforeAll(async () => {
  issuer = await codeIssuer(() => 'the.access.token')
  server = await memoryServer([], { signIns: [issuer.door] })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await issuer?.[Symbol.asyncDispose]()
})

/** A code as the browser brings it back. */
async function codeFor(redirectUri: string): Promise<string> {
  const address = new URL(issuer.door.authorize)
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const asked = { response_type: 'code', redirect_uri: redirectUri, state: 's', code_challenge: challenge, code_challenge_method: 'S256' }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  const { headers } = await fetch(address, { redirect: 'manual' })
  return new URL(headers.get('location') ?? '').searchParams.get('code') ?? ''
}
const redirectUri = 'http://127.0.0.1/signedIn.html'
const post = async (body: unknown, type = 'application/json'): Promise<Response> =>
  await fetch(`${server.url}/sign-in/token`, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) })
const good = async () => ({ issuer: issuer.door.issuer, code: await codeFor(redirectUri), verifier, redirectUri })

describe('the desk’s sign-in with an issuer', () => {
  it('says where to send the browser, and not where the hub takes the code', async () => {
    const response = await fetch(`${server.url}/sign-in`)
    const { token: _, ...shown } = issuer.door
    expect(await response.json()).toEqual([shown])
    expect(response.headers.get('cache-control')).toContain('no-store')
  })

  it('gives a token for a code and its verifier, once', async () => {
    const given = await good()
    const first = await post(given)
    expect([first.status, await first.json()]).toEqual([200, { token: 'the.access.token' }])
    expect((await post(given)).status).toBe(403)
  })

  it.each([
    ['another verifier', { verifier: 'w'.repeat(43) }],
    ['another redirect', { redirectUri: 'http://127.0.0.1/elsewhere' }],
    ['another code', { code: 'guessed' }],
  ])('gives none for %s', async (_what, change) => {
    const response = await post({ ...(await good()), ...change })
    expect([response.status, await response.json()]).toEqual([403, { error: 'refused' }])
  })

  it('takes no code to an issuer that is not its own, and nothing malformed', async () => {
    expect((await post({ ...(await good()), issuer: 'https://evil.example' })).status).toBe(400)
    for (const body of [
      null,
      'x',
      {},
      { ...(await good()), code: 7 },
      { ...(await good()), verifier: '' },
      { ...(await good()), code: 'x'.repeat(5000) },
    ])
      expect((await post(body)).status).toBe(400)
    expect((await post(await good(), 'text/plain')).status).toBe(415)
  })

  it.each([
    ['refuses', { status: 400, body: '{"error":"invalid_grant","error_description":"Anna"}' }],
    ['sends no JSON', { status: 200, body: '<html>' }],
    ['sends no token', { status: 200, body: '{"id_token":"x"}' }],
    ['sends a token of another type', { status: 200, body: '{"access_token":"x","token_type":"DPoP"}' }],
    ['sends more than a token', { status: 200, body: `{"access_token":"x","token_type":"Bearer","more":"${'x'.repeat(70_000)}"}` }],
  ])('says no more than that when the issuer %s', async (_what, says) => {
    issuer.says = says
    try {
      const response = await post(await good())
      expect([response.status, await response.json()]).toEqual([403, { error: 'refused' }])
    } finally {
      issuer.says = null
    }
  })

  it('takes twenty codes to an issuer at once and no more, and more when those have ended', async () => {
    const silent = createServer()
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const token = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/token`
    await using slow = await memoryServer([], { signIns: [{ ...issuer.door, token }] })
    const ask = async (): Promise<number> => {
      const body = JSON.stringify({ issuer: issuer.door.issuer, code: 'c', verifier, redirectUri })
      return (await fetch(`${slow.url}/sign-in/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status
    }
    const asked = Array.from({ length: 25 }, ask)
    const statuses: number[] = []
    for (const one of asked) void one.then((status) => statuses.push(status))
    await expect.poll(() => statuses).toEqual([503, 503, 503, 503, 503])
    silent.closeAllConnections()
    silent.close()
    await Promise.all(asked)
    expect(statuses.filter((status) => status === 403).length).toBe(20)
    expect(await ask()).toBe(403)
  })

  it('leaves no code, verifier or token in the log', async () => {
    const given = await good()
    await post(given)
    const log = server.lines.join('\n')
    for (const secret of [given.code, verifier, 'the.access.token']) expect(log).not.toContain(secret)
  })
})
