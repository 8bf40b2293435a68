import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issuerKeys } from '../../src/identity/issuerKeys.ts'

const { publicKey } = await generateKeyPair('ES256')
const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }
let server: Server
let url: URL
let fetched = 0
let down = false
let keys: unknown[] = [jwk]

beforeEach(async () => {
  fetched = 0
  down = false
  keys = [jwk]
  server = createServer((_request, response) => {
    fetched++
    if (down) response.writeHead(503).end()
    else response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`)
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const header = (kid: string) => ({ alg: 'ES256', kid })
const noToken = { payload: '', signature: '' }

describe("an issuer's keys", () => {
  it('are fetched once and remembered', async () => {
    const find = issuerKeys(url, () => Date.now())
    await find(header('k1'), noToken)
    await find(header('k1'), noToken)
    expect(fetched).toBe(1)
  })

  it('are believed for a day while the issuer is down, and no longer', async () => {
    let now = 0
    const find = issuerKeys(url, () => now, 1)
    await find(header('k1'), noToken)
    down = true
    const fetches = async () => {
      await find(header('k1'), noToken)
      return fetched
    }
    await expect.poll(fetches).toBeGreaterThan(1)
    now = 23 * 3600_000
    await expect(find(header('k1'), noToken)).resolves.toBeDefined()
    now = 25 * 3600_000
    await expect(find(header('k1'), noToken)).rejects.toThrow()
  })

  it('are no longer believed once the issuer has taken them back', async () => {
    const find = issuerKeys(url, () => 0, 1)
    await find(header('k1'), noToken)
    keys = []
    const outcome = async () => {
      try {
        await find(header('k1'), noToken)
        return 'found'
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    await expect.poll(outcome).toBe('ERR_JWKS_NO_MATCHING_KEY')
  })

  it('are not there for a key that the issuer never had', async () => {
    await expect(issuerKeys(url, () => 0)(header('k2'), noToken)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' })
  })
})
