import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryServer } from '../support/memoryServer.ts'

let server: Awaited<ReturnType<typeof memoryServer>>
beforeAll(async () => {
  server = await memoryServer()
})
afterAll(() => server[Symbol.asyncDispose]())

/** Signs each audit's request; undici keeps the connection alive between them. */
const fetchFn = (url: string, init: RequestInit = {}) => {
  const { authorization, 'comity-purpose': purpose } = server.headers
  return fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization, 'comity-purpose': purpose } })
}

const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn })

describe('GraphQL over HTTP', () => {
  it('has 61 audits', () => {
    expect(audits).toHaveLength(61)
  })

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    const reason = result.status === 'ok' ? '' : `${result.reason}: ${await result.response.text().catch(() => '')}`
    expect(`${result.status} ${reason}`).toBe('ok ')
  })
})
