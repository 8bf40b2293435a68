import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

/** A browser with the desk open in it, and what went wrong or astray there. */
export interface OpenDesk {
  /** The page. */
  readonly page: Page
  /** Console errors, uncaught errors and breaches of the content security policy, in words. */
  readonly complaints: readonly string[]
  /** Origins of every request made so far. */
  readonly origins: ReadonlySet<string>
  /** Closes the browser and deletes its profile. */
  readonly close: () => Promise<void>
}

const executablePath = '/usr/bin/chromium'
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Opens a page in a real Chromium with an empty profile. Throws when Chromium is not installed. */
export async function openDesk(url: string, colorScheme: 'light' | 'dark' = 'light'): Promise<OpenDesk> {
  await access(executablePath).catch(() => {
    throw new Error('Chromium is not installed: run scripts/install-test-tools')
  })
  const profile = await mkdtemp(join(tmpdir(), 'comity-desk-'))
  const viewport = { width: 1400, height: 900 }
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: [...args, ...quiet], colorScheme, viewport })
  context.setDefaultTimeout(15_000)
  const page = context.pages()[0] ?? (await context.newPage())
  const complaints: string[] = []
  const origins = new Set<string>()
  context.on('request', (request) => origins.add(new URL(request.url()).origin))
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  await page.goto(url)
  const close = async (): Promise<void> => {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
  return { page, complaints, origins, close }
}
