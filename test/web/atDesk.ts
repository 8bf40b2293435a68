import type { Page } from 'playwright-core'

/** Who signs in at the desk, and why. */
export interface SignsIn {
  readonly persona: string
  readonly purpose: string
  readonly caseReference: string
}

/** Signs in as a persona of the demo. */
export async function signIn(page: Page, { persona, purpose, caseReference }: SignsIn): Promise<void> {
  await page.locator('select[name=persona]').selectOption(persona)
  await page.locator('select[name=purpose]').selectOption(purpose)
  await page.locator('input[name=case]').fill(caseReference)
  await page.locator('.sign-in-form button').click()
  await page.locator('.holder').waitFor()
}

/** Shows a panel by its English name. */
export async function showPanel(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click()
}

/** Asks for the list of a sort of records: Persons, Notices, Requests or Operations. */
export async function listRecords(page: Page, sort: string): Promise<void> {
  await page.getByRole('radio', { name: sort }).check({ force: true })
  await page.getByRole('button', { name: `List ${sort}` }).click()
  await page.locator('.record-row').first().waitFor()
}

/** Runs the query of the editor's open tab; the editor is there once its first line is. */
export async function runQuery(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor()
  await page.getByRole('button', { name: /^Execute query/ }).click()
}

/** The text of the editor's answer, once it holds a word. */
export async function readAnswerWith(page: Page, word: string): Promise<string> {
  const result = page.getByLabel('Result Window')
  await result.getByText(word).first().waitFor()
  return (await result.textContent()) ?? ''
}
