import type { Edit, Leak } from './leak.ts'

const keptRows = 'src/records/kept/keptRows.ts'
const keptViews = 'src/records/kept/keptViews.ts'
const byKey = 'src/records/readByKey.ts'
const byLink = 'src/records/readByLink.ts'
const stream = 'src/plan/bureauStream.ts'

function leak(name: string, edits: readonly Edit[], comparison: Leak['comparison']): Leak {
  return { name, channel: 'cache', edits, check: 'kept', comparison }
}

function edit(file: string, find: string, replace: string): Edit {
  return { file, find, replace }
}

const reader = 'JSON.stringify([principal.bureau, principal.personRef, purpose.kind, purpose.case])'
const nothingStandsIn = edit(keptViews, 'return views.length === 0 ? null : { asOf', 'return { asOf')

/** Leaks in what is kept to stand in for a bureau that does not answer. */
export const keptLeaks: readonly Leak[] = [
  leak('kept rows are given to every reader', [edit(keptRows, reader, "''")], 'company'),
  leak('kept rows are given to everybody of the same bureau', [edit(keptRows, reader, 'principal.bureau')], 'company'),
  leak('a record that stands in does not say so', [edit(keptViews, 'Object.freeze({ ...view, staleAsOf: asOf })', 'view')], 'marking'),
  leak(
    'a bureau for which a page stands in does not say so',
    [edit(stream, "kept === null ? failure.state : 'STALE'", "kept === null ? failure.state : 'OK'")],
    'marking',
  ),
  leak(
    'a bureau for which single records stand in does not say so',
    [edit(byKey, "oldest === null ? failure.state : 'STALE'", 'failure.state')],
    'marking',
  ),
  leak(
    'a bureau for which linking records stand in does not say so',
    [edit(byLink, "oldest === null ? error.state : 'STALE'", 'error.state')],
    'marking',
  ),
  leak(
    'that there is nothing is told by what is kept',
    [nothingStandsIn, edit('src/plan/keptPart.ts', 'return sorted.length === 0 ? null : {', 'return {')],
    'marking',
  ),
  leak(
    'views are kept, and shown by the rules of their day',
    [
      edit(
        'src/records/bureauSource.ts',
        '  const view = sealed === null ? null : reader.plan.project(sealed)',
        '  const view = sealed === null ? null : reader.plan.project(sealed)\n  if (view !== null) (globalThis.viewsKept ??= new Map()).set(JSON.stringify(row), view)',
      ),
      edit(keptViews, '=> readRow(deciding, row)', '=> globalThis.viewsKept.get(JSON.stringify(row)) ?? readRow(deciding, row)'),
    ],
    'definition',
  ),
  leak(
    'that a withheld record is there is told by what is kept of it',
    [edit(byKey, 'else if ((found.get(refKey(ref)) ?? null) !== null)', 'else'), nothingStandsIn],
    'answers',
  ),
]
