import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Behaviour, finish, Ledger, limitsWith, type SeenCall, type Step } from '../support/links/ledger.ts'
import { seededRandom } from '../support/links/random.ts'

const deadlineMs = 1000
const reasons = fc.constantFrom('UNREACHABLE' as const, 'TIMEOUT' as const, 'REFUSED' as const, 'BAD_ANSWER' as const, 'BUSY' as const)
const behaviours: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), ms: fc.integer({ min: 0, max: 1300 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer' as const), ms: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fail' as const), ms: fc.integer({ min: 0, max: 700 }), reason: reasons }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      ms: fc.integer({ min: 0, max: 50 }),
      reason: fc.constant('BUSY' as const),
      retryAfterMs: fc.integer({ min: 1, max: 800 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'hang' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deaf' as const), ms: fc.integer({ min: 1, max: 5000 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'throw' as const }) },
)

const well: Behaviour[] = [15, 30, 20, 25, 40].map((ms) => ({ kind: 'answer', ms }))

/** A stretch of time in which the system behaves in one way: it takes its behaviours in turns. */
const phases = fc.record({
  calls: fc.integer({ min: 10, max: 90 }),
  gapMs: fc.constantFrom(0, 5, 20, 50, 150, 400),
  turns: fc.oneof(
    fc.array(behaviours, { minLength: 1, maxLength: 5 }),
    fc.constantFrom<Behaviour[]>(
      [{ kind: 'fail', ms: 5, reason: 'UNREACHABLE' }],
      [{ kind: 'hang' }],
      [{ kind: 'deaf', ms: 3000 }],
      [{ kind: 'answer', ms: 950 }],
    ),
    fc.array(behaviours, { minLength: 1, maxLength: 2 }).map((faults) => [...well, ...faults]),
  ),
  /** Every so many calls: the caller goes away, cannot be asked twice, or has little time. */
  goneEvery: fc.integer({ min: 2, max: 30 }),
  onceEvery: fc.integer({ min: 2, max: 30 }),
  hurriedEvery: fc.integer({ min: 2, max: 30 }),
})
type Phase = typeof phases extends fc.Arbitrary<infer T> ? T : never

const learning: Phase = { calls: 40, gapMs: 50, turns: well, goneEvery: 99, onceEvery: 99, hurriedEvery: 99 }

const worlds = fc.record({
  concurrency: fc.integer({ min: 1, max: 6 }),
  queue: fc.integer({ min: 0, max: 8 }),
  hedgePercent: fc.constantFrom(0, 3, 8),
  retryPercent: fc.constantFrom(0, 4, 10),
  breakerPercent: fc.constantFrom(30, 50, 90, 100),
  learned: fc.boolean(),
  phases: fc.array(phases, { minLength: 2, maxLength: 6 }),
  seed: fc.nat(),
})

/** Lives through the phases, and then through a hundred seconds in which the system is well. */
async function live(world: typeof worlds extends fc.Arbitrary<infer T> ? T : never): Promise<Ledger> {
  const { phases: given, learned, seed, ...limits } = world
  let turns: readonly Behaviour[] = well
  let turn = 0
  const next = (): Behaviour => turns[turn++ % turns.length] ?? { kind: 'hang' }
  const ledger = new Ledger(limitsWith({ ...limits, deadlineMs }), next, seededRandom(seed))
  for (const phase of learned ? [learning, ...given] : given) {
    turns = phase.turns
    for (let i = 1; i <= phase.calls; i++) {
      const call = ledger.call(i % phase.hurriedEvery === 0 ? (i * 37) % 300 : 5000, i % phase.onceEvery !== 0)
      if (i % phase.goneEvery === 0) ledger.clock.after((i * 53) % 400, () => call.caller.abort())
      await ledger.clock.advance(phase.gapMs)
    }
  }
  turns = well
  for (let i = 0; i < 100; i++) {
    ledger.call(5000)
    await ledger.clock.advance(1000)
  }
  await finish(ledger)
  return ledger
}

/** By how much one kind of extra attempts goes over its share in the worst run of 100 or more calls; an extra attempt belongs to the latest call before it. */
function worstExcess(steps: readonly Step[], kind: Step, percent: number): number {
  const before: number[] = []
  let sum = 0
  for (const step of steps) {
    if (step === 'call') {
      before.push(sum)
      sum -= percent / 100
    } else if (step === kind) sum++
  }
  before.push(sum)
  let worst = 0
  let least = Number.POSITIVE_INFINITY
  for (let end = 100; end < before.length; end++) {
    least = Math.min(least, before[end - 100] ?? 0)
    worst = Math.max(worst, (before[end] ?? 0) - least)
  }
  return worst
}

function expectCallKept(call: SeenCall): void {
  const [outcome] = call.outcomes
  expect(call.outcomes).toHaveLength(1)
  if (outcome === undefined) return
  expect(outcome.at).toBeLessThanOrEqual(call.end + 1)
  expect(call.left).toBe(0)
  for (const attempt of call.attempts) {
    expect(attempt.began).toBeLessThan(call.end)
    expect(attempt.ended !== null && attempt.ended <= call.end ? true : attempt.signal.aborted).toBe(true)
    expect(attempt.breaker).not.toBe('OPEN')
  }
  const [first, second] = call.attempts
  expect(call.attempts.length).toBeLessThanOrEqual(call.idempotent ? 2 : 1)
  if (second !== undefined) expect(second.breaker).toBe('CLOSED')
  if (first?.ended !== null && first !== undefined && second !== undefined && first.ended < second.began && !first.signal.aborted) {
    expect(call.end - second.began).toBeGreaterThanOrEqual(0.4 * (call.end - call.began) - 1e-6)
    expect(second.began - first.ended).toBeGreaterThanOrEqual(first.retryAfterMs)
  }
  if (call.breaker !== 'CLOSED' && first === undefined) expect(outcome.at).toBe(call.began)
  if (outcome.kind === 'open') expect(outcome.retryAfterMs).toBeGreaterThan(0)
}

/** While half-open, the one that tries is over, or told to stop, before the next begins. */
function expectOneProbe(ledger: Ledger): number {
  const probes = ledger.calls.flatMap(({ attempts, outcomes }) =>
    attempts
      .filter(({ breaker }) => breaker === 'HALF_OPEN')
      .map(({ began }) => ({ began, over: outcomes[0]?.at ?? Number.POSITIVE_INFINITY })),
  )
  probes.sort((a, b) => a.began - b.began)
  for (const [i, probe] of probes.entries()) expect(probes[i + 1]?.began ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(probe.over)
  return probes.length
}

/** When it opens, those who wait are sent away at once, and nothing is asked for at least four seconds. */
function expectPauses(ledger: Ledger): void {
  const opened = ledger.changes.filter(({ state }) => state === 'OPEN').map(({ at }) => at)
  for (const at of opened) {
    const meanwhile = ledger.calls.flatMap(({ attempts }) => attempts).filter(({ began }) => began > at && began < at + 4000)
    expect(meanwhile).toEqual([])
    const kept = ledger.calls.filter(({ began, attempts, outcomes }) => attempts.length === 0 && began < at && (outcomes[0]?.at ?? 0) > at)
    expect(kept).toEqual([])
  }
}

it('keeps every promise of a link whatever a system does', async () => {
  const seen = { hedges: 0, retries: 0, openings: 0, probes: 0, closings: 0, shrunk: 0, runsOver100: 0 }
  const outcomes = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const ledger = await live(world)
      for (const call of ledger.calls) expectCallKept(call)
      expect(ledger.most).toBeLessThanOrEqual(world.concurrency)
      expect(ledger.leastPlaces).toBeGreaterThanOrEqual(1)
      expect(ledger.mostPlaces).toBeLessThanOrEqual(world.concurrency)
      expect(worstExcess(ledger.steps, 'hedge', world.hedgePercent)).toBeLessThanOrEqual(1e-6)
      expect(worstExcess(ledger.steps, 'retry', world.retryPercent)).toBeLessThanOrEqual(1e-6)
      const probes = expectOneProbe(ledger)
      expectPauses(ledger)
      expect(ledger.guard.breaker).toBe('CLOSED')
      expect(ledger.calls.at(-1)?.outcomes[0]?.kind).toBe('answered')
      expect({
        timers: ledger.clock.pending,
        running: ledger.guard.running,
        waiting: ledger.guard.waiting,
        listeners: ledger.listeners(),
      }).toEqual({ timers: 0, running: 0, waiting: 0, listeners: 0 })
      seen.hedges += ledger.count('hedge')
      seen.retries += ledger.count('retry')
      seen.probes += probes
      seen.openings += ledger.changes.filter(({ state }) => state === 'OPEN').length
      seen.closings += ledger.changes.filter(({ state }) => state === 'CLOSED').length
      seen.shrunk += ledger.leastPlaces < world.concurrency ? 1 : 0
      seen.runsOver100 += ledger.count('call') > 200 ? 1 : 0
      for (const { outcomes: all } of ledger.calls) for (const { kind } of all) outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1)
    }),
    { numRuns: 100 },
  )
  // The generator reaches everything that is promised above.
  for (const [what, count] of Object.entries(seen)) expect([what, count > 10]).toEqual([what, true])
  for (const kind of ['answered', 'open', 'full', 'late', 'gone', 'error'])
    expect([kind, (outcomes.get(kind) ?? 0) > 50]).toEqual([kind, true])
}, 60_000)
