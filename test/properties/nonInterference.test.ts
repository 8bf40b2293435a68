import { describe, expect, it } from 'vitest'
import type { PairedCase } from './cases.ts'
import { checks } from './checks.ts'
import { unknownFields } from './hub/documents.ts'
import { recordsFound } from './reference/answer.ts'
import { fieldOrder } from './reference/decide.ts'
import { runs, seed, within } from './soak.ts'
import { features, featuresOf } from './world/questions.ts'
import { typeNames } from './world/recordTypes.ts'

/** What was generated, in how many of the cases. */
class Coverage {
  readonly #counts = new Map<string, number>()
  #cases = 0

  readonly add = (one: PairedCase): void => {
    this.#cases++
    const met = new Set<string>([
      ...one.questions.flatMap(featuresOf),
      ...[...one.view.values()].flatMap(({ levels }) => Object.values(levels)),
      ...one.questions.map(({ type }) => type),
      ...(one.changes > 0 ? ['variant'] : []),
      ...(one.questions.some((question) => recordsFound(question, one.view).length > 0) ? ['records'] : []),
      ...(one.setting.holds.length > 0 ? ['held'] : []),
    ])
    for (const what of met) this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  /** What of these was met in fewer than this share of the cases. */
  rarer(whats: readonly string[], share: number): readonly string[] {
    return whats
      .filter((what) => (this.#counts.get(what) ?? 0) < share * this.#cases)
      .map((what) => `${what}: ${this.#counts.get(what) ?? 0} of ${this.#cases}`)
  }
}

/** A check over nothing proves nothing. */
function expectCovered(coverage: Coverage): void {
  expect(coverage.rarer(features, 0.2)).toEqual([])
  expect(coverage.rarer([...typeNames, 'held'], 0.2)).toEqual([])
  expect(coverage.rarer(fieldOrder, 0.05)).toEqual([])
  expect(coverage.rarer(['variant'], 0.9)).toEqual([])
  expect(coverage.rarer(['records'], 0.3)).toEqual([])
}

describe('two worlds that a caller cannot tell apart', () => {
  it('are the same to the caller by definition, in the channels that are still to come too', { timeout: within(300_000) }, async () => {
    const coverage = new Coverage()
    const found = await checks.definition({ seed, runs: runs(150), onCase: coverage.add })
    expect(found?.report).toBeUndefined()
    expectCovered(coverage)
  })

  it('are the same to the caller through the hub: answers, the work of the bureaus, and in company', {
    timeout: within(300_000),
  }, async () => {
    const coverage = new Coverage()
    const found = await checks.hub({ seed, runs: runs(100), onCase: coverage.add })
    expect(found?.report).toBeUndefined()
    expectCovered(coverage)
  })

  it('are the same to the caller while the bureaus answer one after the other, in every part of the answer', {
    timeout: within(300_000),
  }, async () => {
    const coverage = new Coverage()
    const found = await checks.progress({ seed: seed + 2, runs: runs(60), onCase: coverage.add })
    expect(found?.report).toBeUndefined()
    expectCovered(coverage)
  })

  it('are the same to the caller in what is told to have moved, under the rules of now and older ones, and all else is told as it is', {
    timeout: within(300_000),
  }, async () => {
    const coverage = new Coverage()
    const seen = new Map<string, number>()
    const onMove = (what: string) => void seen.set(what, (seen.get(what) ?? 0) + 1)
    const found = await checks.moves({ seed: seed + 3, runs: runs(150), onCase: coverage.add, onMove })
    expect(found?.report).toBeUndefined()
    expectCovered(coverage)
    for (const what of ['none', 'APPEARED', 'CHANGED', 'DISAPPEARED', 'fields', 'links', 'held', 'older rules'])
      expect([what, (seen.get(what) ?? 0) > 50]).toEqual([what, true])
  })

  it('are the same to the caller who looks for people: scores, ranks, reasons, groups and networks, whatever way they are looked up', {
    timeout: within(300_000),
  }, async () => {
    const coverage = new Coverage()
    const found = await checks.search({ seed: seed + 4, runs: runs(60), onCase: coverage.add })
    expect(found?.report).toBeUndefined()
    expectCovered(coverage)
  })

  it('are the same to the caller over HTTP, to the byte', { timeout: within(300_000) }, async () => {
    const coverage = new Coverage()
    const found = await checks.http({ seed: seed + 1, runs: runs(40), onCase: coverage.add })
    expect(found?.report).toBeUndefined()
    expectCovered(coverage)
  })

  it('are made of types and fields of the real schema', () => {
    expect(unknownFields()).toEqual([])
  })
})
