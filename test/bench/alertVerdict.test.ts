import { describe, expect, it } from 'vitest'
import { quantile, type Truth, verdictOf } from '../../bench/alerts/verdict.ts'
import { expectedKind, type RecordState } from '../../bench/alerts/world.ts'

const truth: readonly Truth[] = [
  { record: 'a', committedAt: 100, kinds: { 1: 'NEW', 3: 'NEW' } },
  { record: 'b', committedAt: 200, kinds: { 3: 'NEW' } },
  { record: 'a', committedAt: 300, kinds: { 1: 'WITHDRAWN', 3: 'CHANGED' } },
  { record: 'c', committedAt: 400, kinds: { 1: 'NEW', 3: 'NEW' } },
]
const arrived = (record: string, kind: string, at = 1000) => ({ record, kind, at, id: `${record}${kind}` })
const judged = (clearance: number, ...arrivals: readonly ReturnType<typeof arrived>[]) => verdictOf(truth, [{ clearance, arrivals }])
const whole = { lost: 0, gaps: 0, duplicated: 0, reordered: 0, wrong: 0 }

describe('the verdict on what subscribers got', () => {
  it('finds nothing where each got what it may see, in order', () => {
    const low = [arrived('a', 'NEW', 110), arrived('a', 'WITHDRAWN', 330), arrived('c', 'NEW', 420)]
    expect(judged(1, ...low)).toMatchObject({ ...whole, deliveries: 3, latencies: Float64Array.of(10, 20, 30) })
    expect(judged(3, arrived('a', 'NEW'), arrived('b', 'NEW'), arrived('a', 'CHANGED'), arrived('c', 'NEW'))).toMatchObject(whole)
  })

  it('finds what is missing, at the end too', () => {
    expect(judged(3, arrived('a', 'NEW'), arrived('c', 'NEW'))).toMatchObject({ ...whole, lost: 2, gaps: 1 })
    expect(judged(3, arrived('b', 'NEW'))).toMatchObject({ ...whole, lost: 3, gaps: 2 })
    expect(judged(1)).toMatchObject({ ...whole, lost: 3, gaps: 1 })
  })

  it('finds what came twice, and what came too late', () => {
    const all = [arrived('a', 'NEW'), arrived('a', 'WITHDRAWN'), arrived('c', 'NEW')]
    expect(judged(1, ...all, arrived('a', 'NEW'))).toMatchObject({ ...whole, duplicated: 1 })
    expect(judged(1, arrived('a', 'WITHDRAWN'), arrived('a', 'NEW'), arrived('c', 'NEW'))).toMatchObject({ ...whole, reordered: 1 })
  })

  it('finds what was not for this subscriber', () => {
    const all = [arrived('a', 'NEW'), arrived('a', 'WITHDRAWN'), arrived('c', 'NEW')]
    expect(judged(1, ...all, arrived('b', 'NEW'))).toMatchObject({ ...whole, wrong: 1 })
    expect(judged(1, ...all, arrived('a', 'CHANGED'))).toMatchObject({ ...whole, wrong: 1 })
    expect(judged(1, ...all, arrived('z', 'NEW'))).toMatchObject({ ...whole, wrong: 1 })
  })

  it('measures what was committed since it began to', () => {
    const all = [arrived('a', 'NEW', 110), arrived('a', 'WITHDRAWN', 330), arrived('c', 'NEW', 420)]
    expect(verdictOf(truth, [{ clearance: 1, arrivals: all }], 300).latencies).toEqual(Float64Array.of(20, 30))
  })

  it('refuses to judge what cannot be told apart', () => {
    const twice = [...truth, { record: 'c', committedAt: 500, kinds: { 1: 'NEW' } }]
    expect(() => verdictOf(twice, [{ clearance: 1, arrivals: [] }])).toThrow(RangeError)
  })

  it('has quantiles of what there is', () => {
    expect([quantile([1, 2, 3, 4], 0.5), quantile([1, 2, 3, 4], 0.99), quantile([], 0.5)]).toEqual([3, 4, null])
  })
})

describe('what the rules of the run come to', () => {
  const open: RecordState = { number: '1', kind: 'RED', state: 'PUBLISHED', summary: 's' }
  it.each([
    ['a record that comes', null, open, 'NEW', 'NEW'],
    ['one under review that comes', null, { ...open, state: 'UNDER_REVIEW' }, null, 'NEW'],
    ['a field for all that changes', open, { ...open, kind: 'BLUE' }, 'CHANGED', 'CHANGED'],
    ['a field for some that changes', open, { ...open, summary: 't' }, null, 'CHANGED'],
    ['one that is withheld', open, { ...open, state: 'UNDER_REVIEW' }, 'WITHDRAWN', 'CHANGED'],
    ['one that is gone', open, null, 'WITHDRAWN', 'WITHDRAWN'],
  ] as const)('tells of %s', (_, before, after, low, high) => {
    expect([expectedKind({ key: 'k', before, after }, 1), expectedKind({ key: 'k', before, after }, 3)]).toEqual([low, high])
  })
})
