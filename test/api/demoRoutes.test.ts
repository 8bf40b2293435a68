import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoIssuer } from '../../src/identity/demo/demoIssuer.ts'
import { memoryServer } from '../support/memoryServer.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'comity-demo-routes-'))
let server: Awaited<ReturnType<typeof memoryServer>>
beforeAll(async () => {
  server = await memoryServer(undefined, { demo: await createDemoIssuer({ dataDir, host: '127.0.0.1', production: false }) })
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(dataDir, { recursive: true })
})

/** `fetch` does not let a test choose the Host header. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${server.url}${path}`, { method: options.method ?? 'GET', headers: options.headers ?? {} }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    outgoing.on('error', reject).end(options.body)
  })
}

const json = { 'content-type': 'application/json' }
const body = JSON.stringify({ persona: 'xb-investigator' })

describe("the demo's sign-in", () => {
  it('lists personas without their references, and gives a token for one', async () => {
    const list = JSON.parse((await send('/demo/personas')).body) as Record<string, unknown>[]
    expect(list).toHaveLength(12)
    expect(Object.keys(list[0] ?? {})).toEqual(['id', 'name', 'title', 'bureau', 'roles', 'purposes'])
    const issued = JSON.parse((await send('/demo/token', { method: 'POST', headers: json, body })).body) as {
      token: string
      expiresAt: string
    }
    expect(issued.token.split('.')).toHaveLength(3)
    expect(Date.parse(issued.expiresAt)).toBeGreaterThan(Date.now())
    expect((await send('/demo/token', { method: 'POST', headers: json, body: '{"persona":"nobody"}' })).status).toBe(404)
    expect((await send('/demo/token', { method: 'POST', headers: json, body: 'x' })).status).toBe(404)
  })

  it('gives nothing to a page of another site, nor under a name that was rebound to this machine', async () => {
    const attempts = [
      { headers: { ...json, host: 'evil.example' }, status: 403 },
      { headers: { ...json, origin: 'https://evil.example' }, status: 403 },
      { headers: { ...json, origin: 'null' }, status: 403 },
      { headers: { 'content-type': 'text/plain' }, status: 415 },
    ]
    for (const { headers, status } of attempts)
      expect(await send('/demo/token', { method: 'POST', headers, body })).toMatchObject({ status })
    expect((await send('/demo/personas', { headers: { host: 'evil.example' } })).status).toBe(403)
  })

  it('does not exist outside the demo', async () => {
    await using plain = await memoryServer()
    expect((await fetch(`${plain.url}/demo/personas`)).status).toBe(404)
    expect((await fetch(`${plain.url}/demo/token`, { method: 'POST', headers: json, body })).status).toBe(404)
  })
})
