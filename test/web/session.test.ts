import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDemoSession, startTokenSession } from '../../web/src/session/session.ts'

const persona = { id: 'xb-investigator', name: 'Ines Koval', title: 'Investigator', bureau: 'XB', purposes: ['INVESTIGATION'] }
const start = Date.parse('2026-03-01T09:00:00Z')
let clock = start
let issued = 0
const now = (): number => clock

/** Issues `token-1`, `token-2` ..., each good for five minutes from the moment of the clock. */
const issuer = vi.fn(async () => Response.json({ token: `token-${++issued}`, expiresAt: new Date(clock + 300_000).toISOString() }))

beforeEach(() => {
  clock = start
  issued = 0
  issuer.mockClear()
  vi.stubGlobal('fetch', issuer)
})
afterEach(() => vi.unstubAllGlobals())

describe('a demo session', () => {
  it('names its holder and the purposes they may declare', async () => {
    const session = await startDemoSession(persona, now)
    expect(session.holder).toBe('Ines Koval, Investigator, XB')
    expect(session.purposes).toEqual(['INVESTIGATION'])
  })

  it('keeps its token while that is good', async () => {
    const session = await startDemoSession(persona, now)
    clock += 269_000
    expect(await session.token()).toBe('token-1')
  })

  it('renews its token before it expires, once for requests that leave together', async () => {
    const session = await startDemoSession(persona, now)
    clock += 271_000
    expect(await Promise.all([session.token(), session.token()])).toEqual(['token-2', 'token-2'])
    expect(issuer).toHaveBeenCalledTimes(2)
  })

  it('says so when the hub refuses, without the hub’s words', async () => {
    issuer.mockResolvedValueOnce(new Response('inner detail', { status: 403 }))
    await expect(startDemoSession(persona, now)).rejects.toThrow('The hub did not issue a token: it answered 403.')
  })

  it('refuses a token that does not say when it expires', async () => {
    issuer.mockResolvedValueOnce(Response.json({ token: 'x' }))
    await expect(startDemoSession(persona, now)).rejects.toThrow('The hub issued a token without a date of expiry.')
  })

  it('gives no token after it ended, nor shows one', async () => {
    const session = await startDemoSession(persona, now)
    session.end()
    await expect(session.token()).rejects.toThrow('Signed out.')
    expect(session.signal.aborted).toBe(true)
    expect(JSON.stringify(session)).not.toContain('token-')
  })
})

describe('a token session', () => {
  it('gives the token it was given until it ends', async () => {
    const session = startTokenSession('given')
    expect(await session.token()).toBe('given')
    session.end()
    await expect(session.token()).rejects.toThrow('Signed out.')
  })
})
