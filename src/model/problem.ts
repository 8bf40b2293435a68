/** A mistake in a file that a person wrote, told so that they can mend it. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  /** Path of the file, as it was given. */
  readonly file: string
  /** 1-based; null where the file as a whole is meant. */
  readonly line: number | null
  /** 1-based. */
  readonly column: number | null
  /** Where in the file's structure: `types.Person.fields.birthDate.date`. */
  readonly path: string
  /** What is wrong and why, in one sentence. */
  readonly message: string
  /** What to write instead, if it can be guessed. */
  readonly suggestion?: string
}

/** `problem` on one line: `bureau.yaml:12:7 error types.Person.key: … (did you mean "id"?)`. */
export function formatProblem(p: Problem): string {
  const place = p.line === null ? p.file : `${p.file}:${p.line}:${p.column ?? 1}`
  const hint = p.suggestion === undefined ? '' : ` (${p.suggestion})`
  return `${place} ${p.severity} ${p.path}: ${p.message}${hint}`
}

/** The member of `known` nearest to `word`, if it is near enough to be a slip of the pen. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const d = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance)
    if (d < bestDistance) [best, bestDistance] = [candidate, d]
  }
  return best
}

/** Insertions, deletions and substitutions between two words (Levenshtein 1966); `limit` when their lengths alone differ by as much. */
export function editDistance(a: string, b: string, limit: number = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution))
    }
    row = next
  }
  return row[b.length] ?? limit
}
