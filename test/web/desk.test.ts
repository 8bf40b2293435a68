import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readAnswerWith, runQuery, showPanel, signIn } from './atDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'
import { type DeskUnderTest, startDesk } from './startDesk.ts'

const patience = 60_000
let hub: DeskUnderTest
let desk: OpenDesk
let page: Page

beforeAll(async () => {
  hub = await startDesk()
}, patience)
afterAll(async () => await hub?.stop())
beforeEach(async () => {
  desk = await openDesk(hub.url)
  page = desk.page
}, patience)
afterEach(async () => await desk?.close())

/** Signs in and runs the first example. */
async function askAtTheDesk(): Promise<void> {
  await signIn(page, hub)
  await showPanel(page, 'Query')
  await runQuery(page)
}

describe('the desk', { timeout: patience }, () => {
  it('answers a persona who declared a purpose, and shows what the owners withhold', async () => {
    await askAtTheDesk()
    expect(await readAnswerWith(page, '"nodes"')).toContain('"owner"')
    const withheld = page.getByLabel('Fields not in full').getByRole('listitem').filter({ hasText: 'Withheld' })
    await withheld.first().waitFor()
    const bureaus = page.getByLabel('About this answer').getByLabel('Bureaus', { exact: true }).getByRole('listitem')
    expect(await bureaus.count()).toBe(5)
  })

  it('sends token and purpose with every question, the schema’s included', async () => {
    const sent: Array<Readonly<Record<string, string>>> = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql') sent.push(request.headers())
    })
    await askAtTheDesk()
    await readAnswerWith(page, '"nodes"')
    expect(sent.length).toBeGreaterThanOrEqual(2)
    for (const headers of sent) {
      expect(headers['authorization']).toMatch(/^Bearer ./)
      expect(headers['comity-purpose']).toBe(`${hub.purpose}; case=${hub.caseReference}`)
    }
  })

  it('keeps nothing in the browser, asks no other origin, and breaks no content security policy', async () => {
    await askAtTheDesk()
    await readAnswerWith(page, '"nodes"')
    await useTheEditor()
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, ''])
    expect(await page.evaluate('indexedDB.databases()')).toEqual([])
    expect([...desk.origins]).toEqual([new URL(hub.url).origin])
    expect(desk.complaints).toEqual([])
  })

  it('forgets the caller and the answer when they sign out', async () => {
    await askAtTheDesk()
    await readAnswerWith(page, '"nodes"')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await page.getByLabel('Result Window').count()).toBe(0)
    await signIn(page, { ...hub, persona: 'xc-border', purpose: 'BORDER_CHECK' })
    await showPanel(page, 'Query')
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    expect(await page.getByLabel('Result Window').textContent()).not.toContain('nodes')
  })

  it('asks for a purpose before it signs anyone in', async () => {
    await page.getByLabel('Persona').selectOption(hub.persona)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Purpose').and(page.locator(':focus:invalid')).waitFor()
    expect(await page.getByText('Signed in as').count()).toBe(0)
  })

  it('is used without a mouse', async () => {
    await page.getByLabel('Persona').focus()
    await page.getByLabel('Persona').selectOption(hub.persona)
    await page.keyboard.press('Tab')
    await page.getByLabel('Purpose').and(page.locator(':focus')).selectOption(hub.purpose)
    await page.keyboard.press('Tab')
    await page.keyboard.type(hub.caseReference)
    await page.keyboard.press('Enter')
    await page.getByText('Signed in as').and(page.locator(':focus, :focus *')).waitFor()
    await page.getByRole('navigation').getByRole('button', { name: 'Query' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    await page.locator('.graphiql-query-editor textarea, .graphiql-query-editor .native-edit-context').first().focus()
    await page.keyboard.press('Control+Enter')
    await readAnswerWith(page, '"nodes"')
  })

  it('takes a token of the caller’s own when the hub is no demo', async () => {
    await page.route('**/demo/personas', (route) => route.fulfill({ status: 404, json: {} }))
    await page.route('**/graphql', (route) =>
      route.fulfill({ json: { data: { bureaus: [], seen: route.request().headers()['authorization'] } } }),
    )
    await page.reload()
    await page.getByLabel('Access token').fill('a.token.ofmine')
    await page.getByLabel('Purpose').selectOption('AUDIT')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await showPanel(page, 'Query')
    await runQuery(page)
    expect(await readAnswerWith(page, 'seen')).toContain('Bearer')
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
  })
})

/** Touches what makes Monaco fetch and draw: suggestions, problems, search, the documentation. */
async function useTheEditor(): Promise<void> {
  await page.locator('.graphiql-query-editor .view-line').nth(6).click()
  await page.keyboard.type(' nonsense')
  await page.locator('.squiggly-error').first().waitFor()
  await page.keyboard.press('Control+Space')
  await page.locator('.suggest-widget.visible').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+f')
  await page.locator('.find-widget.visible').waitFor()
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
  await page.getByText('All Schema Types').waitFor()
}
