import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskRoutes } from '../../src/api/desk.ts'

const place = mkdtempSync(join(tmpdir(), 'comity-desk-'))
// An answer whose body nobody reads would hold its connection, and the end of the test, up.
const app = Fastify({ forceCloseConnections: true })
let url: string
beforeAll(async () => {
  mkdirSync(join(place, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(place, 'dist', 'index.html'), '<!doctype html>')
  writeFileSync(join(place, 'dist', 'assets', 'desk-1.js'), 'export {}')
  writeFileSync(join(place, 'secret.txt'), 'canary')
  mkdirSync(join(place, 'dist-secret'))
  writeFileSync(join(place, 'dist-secret', 'x.txt'), 'canary')
  deskRoutes(app, join(place, 'dist'))
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  rmSync(place, { recursive: true })
})

/** `fetch` would resolve the dots itself. */
function raw(path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { path }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

describe('the desk', () => {
  it.each(['/', '/assets/desk-1.js', '/nothing'])('comes with its policy at %s', async (path) => {
    const { headers } = await fetch(`${url}${path}`)
    const policy = new Map((headers.get('content-security-policy') ?? '').split('; ').map((one) => [one.split(' ')[0], one]))
    expect(policy.get('default-src')).toBe("default-src 'none'")
    expect(policy.get('script-src')).toBe("script-src 'self'")
    expect(policy.get('connect-src')).toBe("connect-src 'self'")
    expect(policy.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(policy.get('base-uri')).toBe("base-uri 'none'")
    expect(policy.get('form-action')).toBe("form-action 'none'")
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  it('keeps what is named by its content, and asks again for the page', async () => {
    expect((await fetch(`${url}/assets/desk-1.js`)).headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${url}/`)).headers.get('cache-control')).toBe('no-cache')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/../dist-secret/x.txt',
    '/..%5csecret.txt',
    '/%00',
    '//secret.txt',
    '/assets',
  ])('gives nothing from outside its folder: %s', async (path) => {
    const { status, body } = await raw(path)
    expect(status).toBe(404)
    expect(body).not.toContain('canary')
  })
})
