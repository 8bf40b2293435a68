import { inspect } from 'node:util'
import fc from 'fast-check'
import { type PairedCase, pairedCase } from './cases.ts'
import { assertSame, type Comparison, comparisons, Difference } from './difference.ts'
import { checkAlerts } from './hub/checkAlerts.ts'
import { checkHttp } from './hub/checkHttp.ts'
import { checkHub } from './hub/checkHub.ts'
import { checkKept, type KeptCase } from './hub/checkKept.ts'
import { checkMoves, type MoveSeen } from './hub/checkMoves.ts'
import { checkProgress } from './hub/checkProgress.ts'
import { checkSearch } from './hub/checkSearch.ts'
import { checkWatches } from './hub/checkWatches.ts'

import { answerOf } from './reference/answer.ts'
import { otherChannels } from './reference/channels.ts'
import { viewerFor } from './reference/view.ts'
import { idOf } from './world/ids.ts'

/** How long and from where a check generates. */
export interface CheckRun {
  readonly seed: number
  readonly runs: number
  /** What is compared; default: everything. */
  readonly compare?: readonly Comparison[]
  /** Gets every case, for the count of what was generated. */
  readonly onCase?: (one: PairedCase) => void
  /** Gets what came of each case of what stands in. */
  readonly onKept?: (seen: KeptCase) => void
  /** Gets what was told of each move. */
  readonly onMove?: (seen: MoveSeen) => void
  /** Gets the kind of each alert. */
  readonly onAlert?: (kind: string) => void
  /** Gets how many matches each step brought. */
  readonly onMatches?: (count: number) => void
}

/** The first difference that was found, with the case that shows it. */
export interface Found {
  readonly difference: Difference
  /** How many cases it took. */
  readonly runs: number
  readonly report: string
}

/**
 * The checks, by name. Each holds two worlds that a caller cannot tell from one another against each other, and gives the first difference, or null. They are
 * called from tests, and from processes with a leak planted.
 */
export const checks = {
  /** Of the definition itself. */
  definition: (run: CheckRun) => firstDifference(run, checkDefinition),
  /** Of the hub, in process; its answers are held against the definition as well. */
  hub: (run: CheckRun) => firstDifference(run, (one) => checkHub(one, new Set(run.compare ?? comparisons))),
  /** Of questions that are followed as the bureaus answer, one after the other. */
  progress: (run: CheckRun) => firstDifference(run, (one) => checkProgress(one, new Set(run.compare ?? comparisons))),
  /** Of the hub whose bureaus have fallen silent. */
  kept: (run: CheckRun) => firstDifference(run, (one) => checkKept(one, new Set(run.compare ?? comparisons), run.onKept)),
  /** Of what is told to have moved in a view. */
  moves: (run: CheckRun) => firstDifference(run, (one) => checkMoves(one, new Set(run.compare ?? comparisons), run.onMove)),
  /** Of alerts. */
  alerts: (run: CheckRun) => firstDifference(run, (one) => checkAlerts(one, new Set(run.compare ?? comparisons), run.onAlert)),
  /** Of searches for people, and of what is made of them. */
  search: (run: CheckRun) => firstDifference(run, (one) => checkSearch(one, new Set(run.compare ?? comparisons))),
  /** Of what watches find. */
  watches: (run: CheckRun) => firstDifference(run, (one) => checkWatches(one, new Set(run.compare ?? comparisons), run.onMatches)),
  /** Of the hub over HTTP. */
  http: (run: CheckRun) => checkHttp((check) => firstDifference(run, check)),
} as const

/** The name of a check. */
export type CheckName = keyof typeof checks

async function firstDifference({ seed, runs, onCase }: CheckRun, check: (one: PairedCase) => Promise<void>): Promise<Found | null> {
  const property = fc.asyncProperty(pairedCase, async (one) => {
    onCase?.(one)
    await check(one)
  })
  // Not shrunk: the case is large, and what differs is small and shown first.
  const details = await fc.check(property, { seed, numRuns: runs, endOnFailure: true })
  if (!details.failed) return null
  const { errorInstance: error, counterexample, counterexamplePath } = details
  if (!(error instanceof Difference)) throw error
  const example = inspect(counterexample, { depth: 12, breakLength: 140, maxArrayLength: 50 })
  const report = `${error.message}\nseed ${seed}, path ${counterexamplePath}\n${example}`
  return { difference: error, runs: details.numRuns, report }
}

async function checkDefinition({ setting, caller, records, secret, questions }: PairedCase): Promise<void> {
  const viewOf = viewerFor(setting, caller)
  const [one, two] = [viewOf(records), viewOf(secret)]
  for (const question of questions) {
    const told = [one, two].map((view) =>
      JSON.stringify([answerOf(question, view, idOf), otherChannels(view, two, caller, question, idOf)]),
    )
    assertSame('answers', told[0], told[1])
  }
}
