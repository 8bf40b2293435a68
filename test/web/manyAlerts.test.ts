import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryServer } from '../support/memoryServer.ts'
import { showPanel } from './atDesk.ts'
import { buildDesk } from './buildDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'

const patience = 90_000
/** What a thousand alerts a minute come to in ten minutes. */
const many = 10_000
let server: Awaited<ReturnType<typeof memoryServer>>
let desk: OpenDesk
let page: Page

beforeAll(async () => {
  await buildDesk()
  server = await memoryServer()
  desk = await openDesk(`${server.url}/`)
  page = desk.page
}, patience)
afterAll(async () => {
  await desk?.close()
  await server?.[Symbol.asyncDispose]()
})

/** So many alerts as an event stream, and a heartbeat at the end. */
function eventStream(): string {
  const next = (alerts: object): string => `event: next\ndata: ${JSON.stringify({ data: { alerts } })}\n\n`
  const alert = (number: number): object => ({
    __typename: 'Alert',
    cursor: `c${number}`,
    id: `a${number}`,
    kind: 'CHANGED',
    publishedAt: '2026-01-01T00:00:00Z',
    late: false,
    owner: { code: 'XA' },
    recordType: 'PERSON',
    recordId: `p${number}`,
    changedFields: ['names', 'birthDate', 'addresses'],
    record: { names: [{ full: `Person ${number} ${'x'.repeat(200)}` }], warnings: ['ARMED'] },
    deskEntry: null,
    watch: null,
  })
  return Array.from({ length: many }, (_, number) => next(alert(number))).join('')
}

describe('ten minutes of a thousand alerts a minute', { timeout: patience }, () => {
  it('leave the page no more than 50 MB larger, with the newest at hand', async ({ annotate }) => {
    await page.getByLabel('Access token').fill(server.token)
    await page.getByLabel('Purpose').selectOption('INVESTIGATION')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Nothing is asked').waitFor()
    const heap = await page.context().newCDPSession(page)
    const used = async (): Promise<number> => {
      await heap.send('HeapProfiler.collectGarbage')
      return (await heap.send('Runtime.getHeapUsage')).usedSize / 1e6
    }
    const before = await used()
    let asked = 0
    await page.route('**/graphql', async (route) => {
      const { operationName } = route.request().postDataJSON() as { readonly operationName: string }
      if (operationName !== 'AlertStream') return await route.continue()
      // The second time is after the end of all there is: it waits as a quiet stream does.
      if (asked++ === 0) await route.fulfill({ contentType: 'text/event-stream', body: eventStream() })
    })
    await showPanel(page, 'Alerts')
    await page.getByText(`Received: ${many.toLocaleString('en')}`).waitFor({ timeout: 60_000 })
    await page.getByText(`Person ${many - 1}`).waitFor()
    expect(await page.locator('.alert-list li').count()).toBe(100)
    const growth = (await used()) - before
    await annotate(`heap grew by ${growth.toFixed(1)} MB`)
    expect(growth).toBeLessThanOrEqual(50)
  })
})
