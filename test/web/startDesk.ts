import { buildDesk } from './buildDesk.ts'
import { startStubHub } from './stubHub.ts'

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

/** Builds the desk if it is not fresh and starts a hub that serves it. The one place that knows which hub the tests drive. */
export async function startDesk(): Promise<DeskUnderTest> {
  await buildDesk()
  return await startStubHub()
}
