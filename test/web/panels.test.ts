import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FaultProxy } from '../support/faultProxy.ts'
import { checkUntilHitAtXd, sendRequestToXd } from './askDemo.ts'
import { listRecords, showPanel, signIn } from './atDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'
import { type DeskUnderTest, startDesk } from './startDesk.ts'

const patience = 90_000
const dutyOfXd = { persona: 'xd-ncb-officer', purpose: 'INVESTIGATION', caseReference: 'XD-2026-0004' }
let hub: DeskUnderTest
let desk: OpenDesk
let proxy: FaultProxy
let page: Page

beforeAll(async () => {
  hub = await startDesk()
  proxy = await FaultProxy.start(Number(new URL(hub.url).port))
}, patience)
afterAll(async () => {
  await proxy?.stop()
  await hub?.stop()
})
beforeEach(async () => {
  desk = await openDesk(proxy.inFrontOf(hub.url))
  page = desk.page
  return async () => {
    expect([...desk.origins]).toEqual([new URL(proxy.inFrontOf(hub.url)).origin])
    await desk.close()
  }
}, patience)

describe('the cases panel', { timeout: patience }, () => {
  it('offers the steps that the hub says are possible, and takes the requested bureau from receipt to refusal', async () => {
    const reference = await sendRequestToXd(hub.url, 'XA-DESK-1')
    await signIn(page, dutyOfXd)
    await showPanel(page, 'Cases')
    await page.getByRole('button', { name: reference }).click()
    const next = page.getByRole('group', { name: 'Next steps' })
    await next.getByRole('button').first().waitFor()
    expect(await next.getByRole('button').allTextContents()).toEqual(['Acknowledge'])
    await next.getByRole('button').click()
    await page.getByRole('form', { name: 'Acknowledge' }).getByRole('button', { name: 'Acknowledge' }).click()
    await next.getByRole('button', { name: 'Examine' }).click()
    await page.getByRole('form', { name: 'Examine' }).getByRole('button', { name: 'Examine' }).click()
    await next.getByRole('button', { name: 'Refuse' }).click()
    const refusal = page.getByRole('form', { name: 'Refuse' })
    await refusal.getByRole('button', { name: 'Refuse' }).click()
    await page.getByText('Choose at least one ground.').waitFor()
    await refusal.getByLabel('Immunity').check()
    await refusal.getByLabel('Message').fill('The holder has immunity.')
    await refusal.getByRole('button', { name: 'Refuse' }).click()
    await page.locator('.case-file > header .tag', { hasText: 'Refused' }).waitFor()
    expect(await page.getByLabel('What was done').textContent()).toContain('Immunity')
  })

  it('keeps what was typed when the hub refuses the step, and says what to do', async () => {
    const reference = await sendRequestToXd(hub.url, 'XA-DESK-2')
    await signIn(page, dutyOfXd)
    await showPanel(page, 'Cases')
    await page.getByRole('button', { name: reference }).click()
    await page.getByRole('group', { name: 'Next steps' }).getByRole('button', { name: 'Acknowledge' }).click()
    const form = page.getByRole('form', { name: 'Acknowledge' })
    await page.route('**/graphql', (route) =>
      route.fulfill({ json: { data: null, errors: [{ message: 'It has moved.', extensions: { code: 'VERSION_CONFLICT' } }] } }),
    )
    await form.getByRole('button', { name: 'Acknowledge' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'VERSION_CONFLICT' })
    await alert.getByText('Somebody else has moved it on').waitFor()
    expect(await form.count()).toBe(1)
  })
})

describe('the alerts panel', { timeout: patience }, () => {
  it('goes on after a loss where it was, and says so: what came meanwhile comes once', async () => {
    await signIn(page, dutyOfXd)
    await showPanel(page, 'Alerts')
    await page.getByText('Live', { exact: true }).waitFor()
    const first = await sendRequestToXd(hub.url, 'XA-DESK-3')
    const line = (reference: string) => page.locator('.alert-list li', { hasText: reference })
    await line(first).first().waitFor()

    proxy.inject({ kind: 'reset' })
    await page.getByText('Connection lost', { exact: true }).waitFor({ timeout: 40_000 })
    const second = await sendRequestToXd(hub.url, 'XA-DESK-4')
    proxy.inject(null)
    await page.getByText('nothing was missed').waitFor({ timeout: 40_000 })
    await line(second).first().waitFor()
    const ids = await page.locator('.alert-list li[data-kind="NEW"]', { hasText: second }).count()
    expect(ids).toBe(1)

    await line(second).first().getByRole('button', { name: 'Acknowledge' }).click()
    await line(second).first().getByText('Acknowledged').waitFor()
    await line(second).first().getByRole('button', { name: second, exact: true }).click()
    await page.locator('#card-title', { hasText: second }).waitFor()
  })

  it('tells the desk that another bureau’s check came upon its records, of which bureau and why, and leads to the person', async () => {
    await signIn(page, dutyOfXd)
    await showPanel(page, 'Alerts')
    await page.getByText('Live', { exact: true }).waitFor()
    await checkUntilHitAtXd(hub.url)
    const line = page.locator('.alert-list li[data-kind="HIT"]', { hasText: 'A check came upon your records' }).first()
    await line.waitFor()
    expect(await line.textContent()).toMatch(/XB · Border check XB-2026-0009/)
    await line.getByRole('button', { name: 'Open the record' }).first().click()
    await page.locator('.record-card .full-name').first().waitFor()
  })

  it('sets a watch and takes it away', async () => {
    await signIn(page, dutyOfXd)
    await showPanel(page, 'Alerts')
    const watches = page.getByRole('region', { name: 'Watches' })
    await watches.getByLabel('Note').fill('Anna’s brother')
    await watches.getByLabel('Family name begins with').fill('Zzyzx')
    await watches.getByRole('button', { name: 'Set watch' }).click()
    await watches.getByText('Anna’s brother').waitFor()
    await watches.getByRole('button', { name: 'Delete' }).click()
    await watches.getByText('You have set no watch.').waitFor()
  })
})

describe('the check panel', { timeout: patience }, () => {
  it('asks nothing but by its button, and says of each bureau whether it knows a document, and whom to call', async () => {
    const { number, issuingCountry } = await checkUntilHitAtXd(hub.url)
    await signIn(page, { persona: 'xb-duty-officer', purpose: 'BORDER_CHECK', caseReference: 'XB-2026-0009' })
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push((request.postDataJSON() as { readonly operationName: string }).operationName)
    })
    await showPanel(page, 'Check')
    await page.getByLabel('Document number').and(page.locator('.panel-check *')).fill(number)
    await page.getByLabel('Issued by').fill(issuingCountry)
    expect(asked).not.toContain('HitCheck')
    await page.getByRole('button', { name: 'Check', exact: true }).and(page.locator('.panel-check *')).click()
    const rows = page.getByRole('region', { name: 'Answers of the bureaus' }).getByRole('listitem')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(5)
    expect(await rows.filter({ hasText: /^XD/ }).textContent()).toMatch(/Known.*\+9994/)
    expect(await rows.filter({ hasText: /^XA/ }).textContent()).toContain('Not known')
  })
})

describe('the bureaus panel', { timeout: patience }, () => {
  it('asks them all and shows of each who answered, how long it took and how far behind its changes are', async () => {
    await signIn(page, dutyOfXd)
    await showPanel(page, 'Bureaus')
    await page.getByText('Answered: 5 of 5').and(page.locator('.panel-bureaus *')).waitFor()
    const tiles = page.locator('.bureau-tile')
    expect(await tiles.count()).toBe(5)
    for (const text of await tiles.allTextContents()) expect(text).toMatch(/Answered in\d+ ms.*Persons/)
  })
})

describe('the network panel', { timeout: patience }, () => {
  it('draws what hangs together with a record, and says the same as a list', async () => {
    await signIn(page, dutyOfXd)
    await listRecords(page, 'Notices')
    await page.locator('.record-table[data-type="Notice"] .row-open').first().click()
    await page.getByRole('button', { name: 'Network' }).and(page.locator('.record-card *')).click()
    await page.getByText(/^Nodes: \d+ · links: \d+$/).waitFor()
    const nodes = Number(/Nodes: (\d+)/.exec((await page.getByText(/^Nodes:/).textContent()) ?? '')?.[1])
    expect(nodes).toBeGreaterThan(1)
    expect(await page.locator('.network-drawing .node').count()).toBe(nodes)
  })
})

describe('the ledger panel', { timeout: patience }, () => {
  it('tells an auditor who read what, and checks in the browser that an entry is in the ledger', async () => {
    await signIn(page, { persona: 'xb-analyst', purpose: 'INVESTIGATION', caseReference: 'XB-2026-0001' })
    await listRecords(page, 'Persons')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signIn(page, { persona: 'xe-auditor', purpose: 'AUDIT', caseReference: 'XE-2026-0001' })
    await showPanel(page, 'Ledger')
    await page.getByText('Who read our records').first().waitFor()
    const proof = page.locator('.panel-ledger tbody tr').last().locator('td').last()
    // The hub signs what it holds from time to time: what has just happened is in the next checkpoint.
    const check = async (): Promise<string> => {
      if ((await proof.getByRole('button').count()) > 0) await proof.getByRole('button').click()
      return (await proof.textContent()) ?? ''
    }
    await expect.poll(check, { timeout: 60_000, interval: 500 }).toContain('In the ledger, signed')
  })

  it('tells everybody what they did themselves', async () => {
    await signIn(page, dutyOfXd)
    await listRecords(page, 'Persons')
    await showPanel(page, 'Ledger')
    await page.locator('.panel-ledger code', { hasText: 'ListPersonsProgress' }).first().waitFor()
  })
})

describe('the record card', { timeout: patience }, () => {
  it('tells those who answer for the owner’s rules why somebody would learn what they learn, and nobody else', async () => {
    await signIn(page, { persona: 'xa-policy-officer', purpose: 'COMPLIANCE_REVIEW', caseReference: 'XA-2026-0001' })
    await listRecords(page, 'Persons')
    await page.getByLabel('Counts by bureau').getByRole('button', { name: 'XA' }).click()
    await page.locator('.record-row').first().waitFor()
    await page.locator('.row-open').first().click()
    const explain = page.getByRole('region', { name: 'Why somebody would learn this' })
    await explain.getByLabel('Bureau').selectOption('XC')
    await explain.getByLabel('Role').selectOption('BORDER_OFFICER')
    await explain.getByLabel('Purpose').selectOption('BORDER_CHECK')
    await explain.getByRole('button', { name: 'Explain' }).click()
    await explain.locator('.explained li').first().waitFor()
    expect(await explain.locator('.explained').textContent()).toContain('XA-')

    await page.getByRole('button', { name: 'Sign out' }).click()
    await signIn(page, { persona: 'xa-ncb-officer', purpose: 'INVESTIGATION', caseReference: 'XA-2026-0001' })
    await listRecords(page, 'Persons')
    await page.locator('.row-open').first().click()
    await page.locator('.card-body').waitFor()
    expect(await explain.count()).toBe(0)
  })

  it('marks in place what is not in full, with the reason and how to reach the owner', async () => {
    await signIn(page, { persona: 'xc-border', purpose: 'BORDER_CHECK', caseReference: 'XC-2026-0001' })
    await listRecords(page, 'Persons')
    await page
      .locator('.record-row', { has: page.locator('.count-of-marks:not(:text-is("0"))') })
      .first()
      .locator('.row-open')
      .click()
    await page.locator('.card-body .mark[data-level="NONE"]').first().waitFor()
    const withheld = page.locator('.card-fields > div[data-level="NONE"]').first()
    expect(await withheld.textContent()).toMatch(/Withheld.*(not share|other purposes|other roles|agreement)/)
    expect(await page.locator('.card-body .contact-route a').first().getAttribute('href')).toMatch(/^mailto:.+@x.\.example$/)
  })
})
