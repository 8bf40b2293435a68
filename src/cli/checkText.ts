import type { RowProblem } from '../model/bureau.ts'
import type { RecordType } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { Powers } from './checkPowers.ts'
import type { SourceReport } from './checkSource.ts'
import { wrap } from './wrap.ts'

/** Problems, each with its place and what to write instead. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problems.flatMap((problem) => {
    const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}:${problem.column ?? 1}`
    const where = problem.path === 'file' ? [] : wrap(problem.path, '      ')
    const hint = problem.suggestion === undefined ? [] : wrap(problem.suggestion, '      -> ')
    return [`  ${problem.severity} ${place}`, ...where, ...wrap(problem.message, '      '), ...hint]
  })
}

/** `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const warnings = problems.length - errors
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
}

/** Which fields of a type have an entry. */
export function coverageLines(type: RecordType, mapped: ReadonlySet<string>): readonly string[] {
  const stored = [...type.fields.values()].filter((field) => field.inverse === undefined).map((field) => field.name)
  const unmapped = stored.filter((field) => !mapped.has(field))
  const head = `  ${type.name}: ${stored.length - unmapped.length} of ${stored.length} fields mapped`
  return [head, ...(unmapped.length === 0 ? [] : wrap(`not mapped: ${unmapped.join(', ')}`, '    '))]
}

/** What a sample of rows showed. */
export function sampleLines({ rows, mapped, outside, known, problems, described }: SourceReport): readonly string[] {
  const failed = rows - mapped - outside
  const lines = wrap(`${rows} sample rows: ${mapped} mapped, ${failed} left out${outside > 0 ? `, ${outside} outside where:` : ''}`, '    ')
  const shares = [...known].map(([field, count]) => `${field} ${Math.floor((100 * count) / Math.max(1, mapped))}%`)
  if (shares.length > 0) lines.push(...wrap(`known in the mapped rows: ${shares.join(', ')}`, '    '))
  if (!described) lines.push('    this system cannot say what fields it has: names are checked by the sample alone')
  return [...lines, ...failureLines(problems)]
}

/** Failures by field and reason, with some keys to look up; never a value. */
function failureLines(problems: readonly RowProblem[]): readonly string[] {
  const groups = Map.groupBy(problems, (problem) => `${problem.field ?? 'row'}: ${problem.reason}`)
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length)
  return sorted.flatMap(([title, members]) => {
    const keys = [...new Set(members.map((member) => member.key))]
    const shown = keys.slice(0, 5).join(', ')
    return [...wrap(title, '    ! '), ...wrap(`${members.length} times, keys ${shown}${keys.length > 5 ? ', …' : ''}`, '      ')]
  })
}

/** What the system does itself. */
export function powerLines({ filters, orders, ordersHere, pageRows, resultRows }: Powers): readonly string[] {
  const lines = wrap(`the system filters by: ${filters.length === 0 ? 'nothing' : filters.join(', ')}`, '    ')
  lines.push(...wrap(`the system orders by: ${orders.length === 0 ? 'nothing' : orders.join(', ')}`, '    '))
  if (ordersHere.length > 0) lines.push(...wrap(`the hub orders by: ${ordersHere.join(', ')}`, '    '))
  if (pageRows !== null) lines.push(`    at most ${pageRows} rows in a page`)
  if (resultRows !== null) lines.push(`    at most ${resultRows} rows for one question`)
  return lines
}
