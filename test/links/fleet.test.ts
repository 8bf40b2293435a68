import { beforeAll, describe, expect, it } from 'vitest'
import { type Behaviour, finish, Ledger, limitsWith } from '../support/links/ledger.ts'
import { seededRandom } from '../support/links/random.ts'

const bureaus = 100
const pages = 120
const deadlineMs = 1500

/** Log-normal about a bureau's own median, as the tail model has it: sigma 0.8, three calls of a hundred hang. */
function system(random: () => number, medianMs: number): () => Behaviour {
  return () => {
    if (random() < 0.03) return { kind: 'hang' }
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    return { kind: 'answer', ms: medianMs * Math.exp(0.8 * normal) }
  }
}

/** Pages over all bureaus, one after the other: one in ten is slow, three in a hundred are down altogether. */
async function fleet(hedgePercent: number) {
  const ledgers = Array.from({ length: bureaus }, (_, i) => {
    const random = seededRandom(i + 1)
    const down = i % 33 === 32
    const median = (i % 10 === 9 ? 400 : 40) * (0.7 + 0.6 * random())
    const behave: () => Behaviour = down ? () => ({ kind: 'hang' }) : system(random, median)
    return { down, ledger: new Ledger(limitsWith({ deadlineMs, concurrency: 8, hedgePercent }), behave, random) }
  })
  await Promise.all(
    ledgers.map(async ({ ledger }) => {
      for (let page = 0; page < pages; page++) {
        ledger.call(deadlineMs)
        await ledger.clock.advance(deadlineMs + 1)
      }
      await finish(ledger)
    }),
  )
  const live = ledgers.filter(({ down }) => !down).map(({ ledger }) => ledger)
  const down = ledgers.filter((one) => one.down).map(({ ledger }) => ledger)
  const calls = live.flatMap((ledger) => ledger.calls)
  const all = ledgers.flatMap(({ ledger }) => ledger.calls)
  return {
    completeness: calls.filter(({ outcomes }) => outcomes[0]?.kind === 'answered').length / calls.length,
    load: live.reduce((sum, ledger) => sum + ledger.steps.length, 0) / calls.length,
    longest: Math.max(...all.map(({ began, outcomes }) => (outcomes[0]?.at ?? Number.POSITIVE_INFINITY) - began)),
    /** Of the bureaus that are down, once their breakers know: how many callers had to wait. */
    waited: down.flatMap((ledger) => ledger.calls.slice(20)).filter(({ began, outcomes }) => outcomes[0]?.at !== began).length,
    askedDown: down.flatMap((ledger) => ledger.calls.slice(20)).length,
  }
}

describe('a hundred uneven bureaus', () => {
  let plain: Awaited<ReturnType<typeof fleet>>
  let hedged: Awaited<ReturnType<typeof fleet>>
  beforeAll(async () => {
    plain = await fleet(0)
    hedged = await fleet(8)
  })

  it('answer in time, all of them, whatever some do', () => {
    expect(plain.longest).toBeLessThanOrEqual(deadlineMs + 1)
    expect(hedged.longest).toBeLessThanOrEqual(deadlineMs + 1)
  })

  it('are more complete with hedging, for eight percent of load at most', () => {
    expect(plain.completeness).toBeLessThan(0.97)
    expect(hedged.completeness).toBeGreaterThan(0.985)
    expect(hedged.load).toBeGreaterThan(1.02)
    expect(hedged.load).toBeLessThanOrEqual(1.08)
    expect(plain.load).toBe(1)
  })

  it('are not held up by those that are down', () => {
    expect(hedged.askedDown).toBe(300)
    expect(hedged.waited / hedged.askedDown).toBeLessThan(0.15)
  })
})
