import type { Leak } from './leak.ts'

const delivery = 'src/alerts/delivery/alertOf.ts'

function leak(name: string, file: string, find: string, replace: string): Leak {
  return { name, channel: 'subscription delta', edits: [{ file, find, replace }], check: 'alerts', comparison: 'answers' }
}

/** Leaks in what is told of changes as they happen. */
export const alertLeaks: readonly Leak[] = [
  leak('a link that moved is told whoever may see its ends', delivery, 'ends.some((end) => visible.has(refKey(end)))', 'ends.length > 0'),
  leak('a change that shows nothing is told without saying of what', delivery, 'return changedFields.length === 0 ? null :', 'return'),
  leak(
    'a record that does not move in the view is told as changed',
    delivery,
    'if (move === null || deciding.hides(ref)) return null',
    "if (deciding.hides(ref)) return null\n  if (move === null) return before === null || after === null ? null : { ...plain(logged, deciding, ref), kind: 'CHANGED' }",
  ),
]
