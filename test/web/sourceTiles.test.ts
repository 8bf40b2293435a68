import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryServer } from '../support/memoryServer.ts'
import { buildDesk } from './buildDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'

const patience = 60_000
const gate = Promise.withResolvers<void>()
let server: Awaited<ReturnType<typeof memoryServer>>
let desk: OpenDesk

/** XA answers at once, XB when it is let go, XC not in time. */
function bureaus() {
  const person = (full: string) => ({ key: full, names: [{ kind: 'PRIMARY', full }], recordedAt: '2026-01-01T00:00:00Z' })
  const [xa, xb, xc] = [
    memoryBureau('XA', { rows: { Person: [person('Of XA')] } }),
    memoryBureau('XB', { limits: { deadlineMs: patience }, rows: { Person: [person('Of XB')] } }),
    memoryBureau('XC', { limits: { deadlineMs: 300 }, rows: { Person: [person('Of XC')] } }),
  ]
  xb.holdBack = () => gate.promise
  xc.holdBack = () => new Promise(() => {})
  return [xa, xb, xc]
}

beforeAll(async () => {
  await buildDesk()
  server = await memoryServer(bureaus(), { drainMs: 500 })
  desk = await openDesk(`${server.url}/`)
}, patience)
afterAll(async () => {
  await desk?.close()
  await server?.server.drain()
})

describe('the tiles of the bureaus', { timeout: patience }, () => {
  it('fill as the parts arrive: who has answered, who is waited for, who was too late, and the records so far', async () => {
    const { page } = desk
    await page.getByLabel('Access token').fill(server.token)
    await page.getByLabel('Purpose').selectOption('INVESTIGATION')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'List Persons' }).click()
    const tile = (code: string, state: string) => page.locator(`.source-tiles li[data-state="${state}"]`, { hasText: code })
    await tile('XA', 'OK').waitFor()
    await tile('XB', 'PENDING').waitFor()
    await page.locator('.record-row', { hasText: 'Of XA' }).waitFor()
    await tile('XC', 'TIMEOUT').waitFor()
    expect(await page.locator('.record-row').count()).toBe(1)
    gate.resolve()
    await tile('XB', 'OK').waitFor()
    await page.locator('.record-row', { hasText: 'Of XB' }).waitFor()
  })
})
