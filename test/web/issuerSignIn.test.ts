import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CodeIssuer, codeIssuer } from '../support/codeIssuer.ts'
import { memoryServer } from '../support/memoryServer.ts'
import { buildDesk } from './buildDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'

const patience = 60_000
let issuer: CodeIssuer
let server: Awaited<ReturnType<typeof memoryServer>>
let desk: OpenDesk

beforeAll(async () => {
  await buildDesk()
  issuer = await codeIssuer(() => server.token)
  server = await memoryServer(undefined, { signIns: [issuer.door] })
  desk = await openDesk(`${server.url}/`)
}, patience)
afterAll(async () => {
  await desk?.close()
  await server?.[Symbol.asyncDispose]()
  await issuer?.[Symbol.asyncDispose]()
})

describe('a sign-in with an issuer', { timeout: patience }, () => {
  it('comes back with a code that is good for this desk alone, and leaves nothing behind; again in place when the session is over', async () => {
    const { page } = desk
    const button = page.getByRole('button', { name: 'Sign in with id.xa.example' })
    await button.click()
    // Asked for a purpose first: no window has opened.
    await page.getByLabel('Purpose').and(page.locator(':focus:invalid')).waitFor()
    expect(page.context().pages().length).toBe(1)

    await page.getByLabel('Purpose').selectOption('INVESTIGATION')
    const [popup] = await Promise.all([page.context().waitForEvent('page'), button.click()])
    await page.getByText('Nothing is asked').waitFor()
    await page.getByText('Signed in as').waitFor()
    if (!popup.isClosed()) expect(new URL(popup.url()).search).toBe('')
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie, location.search]')).toEqual([0, 0, '', ''])

    await page.getByLabel('Name', { exact: true }).fill('Zhenlan')
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 401, json: { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] } }),
    )
    await page.getByRole('button', { name: 'Search' }).click()
    const dialog = page.getByRole('dialog', { name: 'Your session is over' })
    await dialog.waitFor()
    await page.unroute('**/graphql')
    await dialog.getByRole('button', { name: 'Sign in with id.xa.example' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Zhenlan')
    expect(desk.complaints.filter((one) => !/404|401/.test(one))).toEqual([])
  })

  it('takes no code that comes back with another state than it left with', async () => {
    const page = await desk.page.context().newPage()
    const other = await desk.page.context().newPage()
    await other.goto(`${server.url}/`)
    await page.goto(`${server.url}/`)
    const exchanged: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/sign-in/token')) exchanged.push((request.postDataJSON() as { readonly code: string }).code)
    })
    const left = Promise.withResolvers<void>()
    const inserted = Promise.withResolvers<void>()
    await page.context().route('**/authorize?*', async (route) => {
      left.resolve()
      await inserted.promise
      await route.continue()
    })
    await page.getByLabel('Purpose').selectOption('INVESTIGATION')
    await page.getByRole('button', { name: 'Sign in with id.xa.example' }).click()
    await left.promise
    await other.evaluate("new BroadcastChannel('comity-sign-in').postMessage({ state: 'another', code: 'stolen' })")
    inserted.resolve()
    await page.getByText('Signed in as').waitFor()
    expect(exchanged.length).toBe(1)
    expect(exchanged).not.toContain('stolen')
  })
})
