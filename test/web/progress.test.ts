import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { memoryServer } from '../support/memoryServer.ts'
import { showPanel } from './atDesk.ts'
import { buildDesk } from './buildDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'

const patience = 60_000
const gate = Promise.withResolvers<void>()
const gaveUp = Promise.withResolvers<void>()
let server: Awaited<ReturnType<typeof memoryServer>>
let desk: OpenDesk

/** XA answers at once, XB when it is let go. */
function bureaus(): readonly MemoryBureau[] {
  const all = ['XA', 'XB'].map((code) =>
    memoryBureau(code, { limits: { deadlineMs: patience }, rows: { Notice: [{ key: 'n', number: `${code}-1`, issuedOn: '2026-01-01' }] } }),
  )
  const [, xb] = all
  if (xb !== undefined) {
    const find = xb.source.link.find.bind(xb.source.link)
    xb.source.link.find = (query, call) => {
      call.signal.addEventListener('abort', () => gaveUp.resolve())
      return find(query, call)
    }
    xb.holdBack = () => gate.promise
  }
  return all
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

describe('a question that is followed at the desk', { timeout: patience }, () => {
  it('shows who has answered as it comes, ends when it is stopped, and is whole in the end', async () => {
    const { page } = desk
    await page.getByLabel('Access token').fill(server.token)
    await page.getByLabel('Purpose').selectOption('INVESTIGATION')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Signed in as').waitFor()
    await showPanel(page, 'Query')
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    await page.getByRole('tab', { name: 'NoticesProgress' }).click()
    const run = page.getByRole('button', { name: /^Execute query/ })
    await page.locator('.graphiql-query-editor .view-line', { hasText: 'noticesProgress(' }).waitFor()
    const bureau = (code: string, state: string) =>
      page
        .getByLabel('About this answer')
        .getByLabel('Bureaus', { exact: true })
        .getByRole('listitem')
        .filter({ hasText: `${code} ${state}` })
    const answer = page.getByLabel('Result Window')

    await run.click()
    await answer.getByText('"XA-1"').waitFor()
    await bureau('XA', 'Answered').waitFor()
    await bureau('XB', 'Asked…').waitFor()
    await page.getByText('Answered: 1 of 2').waitFor()

    await page.getByRole('button', { name: 'Stop query' }).click()
    await gaveUp.promise
    await run.waitFor()
    expect(await answer.textContent()).toContain('XA-1')

    await run.click()
    await bureau('XB', 'Asked…').waitFor()
    gate.resolve()
    await bureau('XB', 'Answered').waitFor()
    await answer.getByText('"XB-1"').waitFor()
    expect(await page.getByLabel('About this answer').getByText('of 2').count()).toBe(0)
    await run.waitFor()
    expect(desk.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
  })
})
