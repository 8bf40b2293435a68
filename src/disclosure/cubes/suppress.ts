/** A table of counts with its sums, as one list. */
export interface Lattice {
  /** How many values each dimension has; place `size` in a dimension is the sum over it. */
  readonly sizes: readonly number[]
  readonly counts: readonly number[]
}

/** A prime of 26 bits: the product of two remainders is exact in a double. */
const prime = 67_108_859

/**
 * Which cells of a table may not be shown: those below `least`, and as many others as it takes so that none of them can be worked out from the sums that are shown. Exact: a cell can be worked out when the
 * equations of all lines determine it, and until none can, another cell of a line through it goes too, the smallest first.
 */
export function suppressedCells({ sizes, counts }: Lattice, least: number): ReadonlySet<number> {
  const lines = linesOf(sizes)
  const suppressed = new Set(counts.keys().filter((cell) => (counts[cell] ?? 0) < least))
  for (;;) {
    const open = determinedCells(lines, suppressed)
    if (open.length === 0) return suppressed
    const beside = lines
      .filter((line) => line.some((cell) => open.includes(cell)))
      .flatMap((line) => line.filter((cell) => !suppressed.has(cell)))
    const next = beside.toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)[0]
    // Nothing is shown beside it from which it could follow: rather nothing at all than a case that was not thought of.
    if (next === undefined) return new Set(counts.keys())
    suppressed.add(next)
  }
}

/** The lines of a table: along each dimension, the cells with their sum last. */
export function linesOf(sizes: readonly number[]): readonly (readonly number[])[] {
  const strides = sizes.map((_, at) => sizes.slice(at + 1).reduce((cells, size) => cells * (size + 1), 1))
  const all = sizes.reduce((cells, size) => cells * (size + 1), 1)
  return sizes.flatMap((size, at) => {
    const stride = strides[at] ?? 1
    const starts = [...Array(all).keys()].filter((cell) => Math.floor(cell / stride) % (size + 1) === 0)
    return starts.map((start) => [...Array(size + 1).keys()].map((step) => start + step * stride))
  })
}

/** Of some cells that are not shown, those whose counts follow from the rest: the values of a line come to its sum. */
export function determinedCells(lines: readonly (readonly number[])[], hidden: ReadonlySet<number>): readonly number[] {
  const cells = [...hidden]
  const columnOf = new Map(cells.map((cell, column) => [cell, column]))
  const rows = lines
    .filter((line) => line.some((cell) => hidden.has(cell)))
    .map((line) => {
      const row = new Float64Array(cells.length)
      for (const [at, cell] of line.entries()) {
        const column = columnOf.get(cell)
        if (column !== undefined) row[column] = at === line.length - 1 ? prime - 1 : 1
      }
      return row
    })
  reduce(rows, cells.length)
  return rows.flatMap((row) => {
    const used = [...row.entries()].filter(([, factor]) => factor !== 0)
    const cell = used.length === 1 ? cells[used[0]?.[0] ?? -1] : undefined
    return cell === undefined ? [] : [cell]
  })
}

/** Gauss and Jordan, in place, modulo the prime. A determinant of such a table is small: that it is a multiple of the prime, and not nothing, is not to be met with. */
function reduce(rows: Float64Array[], columns: number): void {
  let top = 0
  for (let column = 0; column < columns && top < rows.length; column++) {
    const pivot = rows.findIndex((row, at) => at >= top && row[column] !== 0)
    const chosen = rows[pivot]
    if (chosen === undefined) continue
    rows[pivot] = rows[top] as Float64Array
    rows[top] = chosen
    const inverse = inverseOf(chosen[column] ?? 1)
    for (let i = column; i < columns; i++) chosen[i] = ((chosen[i] ?? 0) * inverse) % prime
    for (const row of rows) {
      const factor = row[column] ?? 0
      if (row === chosen || factor === 0) continue
      for (let i = column; i < columns; i++) row[i] = ((row[i] ?? 0) + (prime - factor) * (chosen[i] ?? 0)) % prime
    }
    top++
  }
}

/** By Fermat's little theorem. */
function inverseOf(number: number): number {
  let [result, power, rest] = [1, number, prime - 2]
  while (rest > 0) {
    if (rest % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
    rest = Math.floor(rest / 2)
  }
  return result
}
