import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { memoryServer } from '../support/memoryServer.ts'
import { buildDesk } from './buildDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'

const patience = 60_000
/** Markup, and a right-to-left override (U+202E) that would turn what follows around. */
const hostile = '<img src=x onerror=alert(1)>\u202Egnp.exe'
let server: Awaited<ReturnType<typeof memoryServer>>
let desk: OpenDesk
let page: Page

const person = (key: string, full: string) => ({
  key,
  names: [{ kind: 'PRIMARY', full }],
  birthDate: '1984-05-17',
  warnings: ['ARMED'],
  recordedAt: '2026-01-01T00:00:00Z',
})

function bureaus(): readonly MemoryBureau[] {
  return [
    memoryBureau('XA', { rows: { Person: [person('1', hostile), person('2', '=1+1')] } }),
    memoryBureau('XB', { rows: { Person: [person('3', 'Zhenlan Qu')] } }),
  ]
}

beforeAll(async () => {
  await buildDesk()
  server = await memoryServer(bureaus())
}, patience)
afterAll(async () => await server?.[Symbol.asyncDispose]())
beforeEach(async () => {
  desk = await openDesk(`${server.url}/`)
  page = desk.page
  await page.getByLabel('Access token').fill(server.token)
  await page.getByLabel('Purpose').selectOption('INVESTIGATION')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'List Persons' }).click()
  await page.locator('.record-row').first().waitFor()
  return async () => await desk.close()
}, patience)

describe('the records panel', { timeout: patience }, () => {
  it('shows a bureau’s text as text, whatever it holds', async () => {
    expect(await page.locator('.record-row bdi', { hasText: '<img' }).textContent()).toBe(hostile)
    expect(await page.locator('.record-table img').count()).toBe(0)
    await page.getByRole('button', { name: '<img' }).click()
    await page.locator('.record-card .full-name').waitFor()
    expect(await page.locator('.record-card img').count()).toBe(0)
    expect(desk.complaints.filter((one) => !one.includes('404'))).toEqual([])
  })

  it('says who answered and how the records divide by bureau, and shows one bureau alone', async () => {
    const tiles = page.locator('.panel-records .source-tiles li')
    expect(await tiles.allTextContents()).toEqual([expect.stringMatching(/^XA Answered/), expect.stringMatching(/^XB Answered/)])
    await page.getByLabel('Counts by bureau').getByRole('button', { name: 'XB' }).click()
    await page.getByText('Loaded: 1 of 1').waitFor()
    expect(await page.locator('.row-owner .owner').allTextContents()).toEqual(['XB'])
  })

  it('hands out a file in which no cell is a formula', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'as CSV' }).click()])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain('"\'=1+1"')
    expect(text.split('\r\n').length).toBe(5)
    expect(download.suggestedFilename()).toMatch(/^comity-Person-\d{4}-\d\d-\d\d\.csv$/)
  })

  it('is used by keyboard: from row to row, into the card and back', async () => {
    await page.locator('.row-open').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.locator('[data-index="2"] .row-open').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#card-title').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[data-index="2"] .row-open').and(page.locator(':focus')).waitFor()
  })

  it('puts the warnings first on the card', async () => {
    await page.locator('.row-open').first().click()
    const body = page.locator('.card-body > *')
    await body.first().waitFor()
    expect(await body.first().textContent()).toContain('Armed')
  })
})
