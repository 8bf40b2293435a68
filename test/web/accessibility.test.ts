import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRequestToXd } from './askDemo.ts'
import { signIn } from './atDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'
import { type DeskUnderTest, startDesk } from './startDesk.ts'

const patience = 120_000
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where the pictures of this run are kept; `COMITY_PICTURES=docs/desk` renews those of the documentation. */
const pictures = process.env['COMITY_PICTURES'] ?? 'coverage/desk'
const panels = ['records', 'check', 'query', 'alerts', 'cases', 'network', 'bureaus', 'ledger']
let hub: DeskUnderTest
let sent = 7

beforeAll(async () => {
  hub = await startDesk()
  await sendRequestToXd(hub.url, 'XA-DESK-7')
  await mkdir(pictures, { recursive: true })
}, patience)
afterAll(async () => await hub?.stop())

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What breaks WCAG 2.2 AA on the page, in words. GraphiQL's own parts are GraphiQL's to mend, and left out by name. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const run = `axe.run({ exclude: [['.graphiql-container']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations)`
  const found = (await page.evaluate(run)) as readonly Violation[]
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  )
}

/** Keeps a picture of the page. */
async function keepPicture(page: Page, name: string): Promise<void> {
  await writeFile(`${pictures}/${name}.jpg`, await page.screenshot({ type: 'jpeg', quality: 72 }))
}

/** Shows a panel and what belongs to it, with content. */
async function show(page: Page, panel: string): Promise<void> {
  await page.locator('.nav-rail button').nth(panels.indexOf(panel)).click()
  if (panel === 'records') await page.locator('.row-more').nth(1).click()
  if (panel === 'check') {
    await page.locator('.panel-check input[name=number]').fill('L6886601')
    await page.locator('.panel-check input[name=country]').fill('XG')
    await page.locator('.panel-check button').click()
    await page.locator('.check-answer li').nth(4).waitFor()
  }
  if (panel === 'query') await page.locator('.graphiql-query-editor .view-line').first().waitFor()
  if (panel === 'alerts') {
    await page.locator('.stream-line[data-phase=live]').waitFor()
    const reference = await sendRequestToXd(hub.url, `XA-DESK-${++sent}`)
    await page.locator('.alert-list li', { hasText: reference }).first().waitFor()
  }
  if (panel === 'cases') {
    await page.locator('.case-row').first().click()
    await page.locator('.case-file').waitFor()
  }
  if (panel === 'bureaus') await page.locator('.bureau-tile[data-state="OK"]').nth(4).waitFor()
  if (panel === 'ledger') await page.locator('.ledger-table tbody tr').first().waitFor()
}

async function openAs(theme: 'light' | 'dark', width: number, language: string): Promise<OpenDesk> {
  const desk = await openDesk(hub.url, theme)
  await desk.page.setViewportSize({ width, height: 900 })
  await desk.page.locator('select[name=language]').selectOption(language)
  return desk
}

describe('the desk', { timeout: patience }, () => {
  it.each([
    ['light', 1400, 'en'],
    ['dark', 1400, 'en'],
    ['light', 420, 'fr'],
    ['dark', 1400, 'ar'],
  ] as const)('can be used by everybody in all its panels: %s, %d wide, %s', async (theme, width, language) => {
    const desk = await openAs(theme, width, language)
    const { page } = desk
    const kept = `${theme}-${width}-${language}`
    const found: string[] = []
    const look = async (name: string): Promise<void> => {
      found.push(...(await violations(page)).map((one) => `${name}: ${one}`))
      await keepPicture(page, `${name}-${kept}`)
    }
    await look('sign-in')
    await signIn(page, { persona: 'xd-ncb-officer', purpose: 'INVESTIGATION', caseReference: 'XD-2026-0004' })
    await look('start')
    await page.locator('.panel-records .sought button').click()
    await page.locator('.record-row').nth(3).waitFor()
    for (const panel of panels.filter((one) => one !== 'network')) {
      await show(page, panel)
      await look(panel)
    }
    await page.locator('.nav-rail button').first().click()
    await page.locator('input[name=view]').last().check({ force: true })
    await page.locator('.heat-map').waitFor()
    await look('heat-map')
    await page.locator('input[name=view]').first().check({ force: true })
    await page.locator('.record-row:has(.warning) .row-open').first().click()
    await page.locator('.card-body').waitFor()
    await look('card')
    await page.locator('.record-card .close').click()
    await page.locator('input[name=type][value=Notice]').check({ force: true })
    await page.locator('.panel-records .sought button').click()
    await page.locator('.record-table[data-type="Notice"] .row-open').first().click()
    await page.locator('.card-body').waitFor()
    await page.locator('.card-actions button').click()
    await page.locator('.record-card .close').click()
    await page.locator('.network-drawing .node').first().waitFor()
    await look('network')
    expect(found).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})
