import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemoProcess } from '../support/demoProcess.ts'
import { buildDesk } from './buildDesk.ts'

/** A hub that serves the desk, and what to do there. */
export interface DeskUnderTest {
  /** Where the page is, with a slash at the end. */
  readonly url: string
  /** The persona to sign in as. */
  readonly persona: string
  /** A purpose it may declare and with which the owners withhold something. */
  readonly purpose: string
  /** A case reference. */
  readonly caseReference: string
  /** Stops the hub and frees its port. */
  readonly stop: () => Promise<void>
}

/** Builds the desk if it is not fresh and starts the demo that serves it. */
export async function startDesk(): Promise<DeskUnderTest> {
  await buildDesk()
  const dataDir = mkdtempSync(join(tmpdir(), 'comity-desk-'))
  const demo = await startDemoProcess(dataDir, ['--scale', '0.1'])
  return {
    url: `${demo.url}/`,
    persona: 'xb-investigator',
    purpose: 'INVESTIGATION',
    caseReference: 'XB-2026-0017',
    stop: async () => {
      await demo.interrupt()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
