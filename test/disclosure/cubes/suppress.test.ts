import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { determinedCells, linesOf, suppressedCells } from '../../../src/disclosure/cubes/suppress.ts'

/** The sums of a table beside its inner cells. */
function withSums(sizes: readonly number[], inner: (place: readonly number[]) => number): readonly number[] {
  const all = sizes.reduce((cells, size) => cells * (size + 1), 1)
  const placeOf = (cell: number) =>
    sizes.map((_, at) => Math.floor(cell / sizes.slice(at + 1).reduce((cells, size) => cells * (size + 1), 1)) % ((sizes[at] ?? 0) + 1))
  const sum = (place: readonly number[]): number => {
    const at = place.findIndex((one, i) => one === sizes[i])
    if (at < 0) return inner(place)
    return Array.from({ length: sizes[at] ?? 0 }, (_, value) => sum(place.with(at, value))).reduce((a, b) => a + b, 0)
  }
  return Array.from({ length: all }, (_, cell) => sum(placeOf(cell)))
}

const table = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }).chain((sizes) => {
  const inner = sizes.reduce((cells, size) => cells * size, 1)
  return fc.array(fc.constantFrom(0, 1, 3, 9, 12, 40), { minLength: inner, maxLength: inner }).map((counts) => ({
    sizes,
    counts: withSums(sizes, (place) => counts[place.reduce((at, one, i) => at * (sizes[i] ?? 1) + one, 0)] ?? 0),
  }))
})

describe('a table of counts', () => {
  it('shows no small count, and nothing from which one could be worked out', () => {
    let more = 0
    fc.assert(
      fc.property(table, ({ sizes, counts }) => {
        const hidden = suppressedCells({ sizes, counts }, 10)
        for (const [cell, count] of counts.entries()) if (count < 10) expect(hidden.has(cell)).toBe(true)
        if ([...hidden].some((cell) => (counts[cell] ?? 0) >= 10)) more++
        expect(hasAnother(sizes, counts, hidden)).toEqual([])
      }),
      { numRuns: 300, seed: 8 },
    )
    expect(more).toBeGreaterThan(30)
  })

  it('can be worked out where only the small counts are left out', () => {
    // 3 = 43 - 40: the attack that the suppression is against, by the same arithmetic.
    const sizes = [2]
    const counts = withSums(sizes, ([at]) => (at === 0 ? 40 : 3))
    expect(determinedCells(linesOf(sizes), new Set([1]))).toEqual([1])
    expect([...suppressedCells({ sizes, counts }, 10)].toSorted()).toEqual([0, 1])
  })

  it('is shown whole where nothing in it is small', () => {
    expect(suppressedCells({ sizes: [2, 2], counts: withSums([2, 2], () => 50) }, 10).size).toBe(0)
  })

  it('is not worked out along two tables that hang together by one cell', () => {
    // Every line has two that are hidden, and the one between the two blocks would still follow from the sums.
    const small = new Set(['0 0', '0 1', '1 0', '1 1', '2 2', '2 3', '3 2', '3 3', '1 2'])
    const sizes = [4, 4]
    const counts = withSums(sizes, (place) => (small.has(place.join(' ')) ? 2 : 60))
    const primary = new Set([...counts.keys()].filter((cell) => (counts[cell] ?? 0) < 10))
    expect(determinedCells(linesOf(sizes), primary)).toEqual([1 * 5 + 2])
    expect(hasAnother(sizes, counts, suppressedCells({ sizes, counts }, 10))).toEqual([])
  })
})

/** Hidden cells for which the sums leave no second value: worked out anew with exact fractions, and not by the code under test. */
function hasAnother(sizes: readonly number[], counts: readonly number[], hidden: ReadonlySet<number>): readonly number[] {
  const cells = [...hidden]
  const rows = linesOf(sizes).map((line) => cells.map((cell) => (line.includes(cell) ? BigInt(cell === line.at(-1) ? -1 : 1) : 0n)))
  const rank = (matrix: readonly (readonly bigint[])[]): number => {
    const work = matrix.map((row) => [...row])
    let found = 0
    for (let column = 0; column < cells.length && found < work.length; column++) {
      const pivot = work.findIndex((row, at) => at >= found && row[column] !== 0n)
      const chosen = work[pivot]
      if (chosen === undefined) continue
      work[pivot] = work[found] as bigint[]
      work[found] = chosen
      for (const row of work.slice(found + 1)) {
        const [a, b] = [chosen[column] ?? 1n, row[column] ?? 0n]
        if (b === 0n) continue
        for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0n) * a - (chosen[i] ?? 0n) * b
      }
      found++
    }
    return found
  }
  const all = rank(rows)
  // A cell is fixed by the sums when saying what it is adds no equation.
  return cells.filter((_, at) => rank([...rows, cells.map((__, i) => (i === at ? 1n : 0n))]) === all && counts.length > 0)
}
