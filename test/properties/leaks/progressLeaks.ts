import { rowsRead } from './hubLeaks.ts'
import type { Edit, Leak } from './leak.ts'

const page = 'src/plan/page.ts'

function leak(
  name: string,
  file: string,
  find: string,
  replace: string,
  comparison: Leak['comparison'] = 'definition',
  also: readonly Edit[] = [],
): Leak {
  return { name, channel: 'progress', edits: [...also, { file, find, replace }], check: 'progress', comparison }
}

/** Leaks, and records lost, in the items of an answer that comes in parts. */
export const progressLeaks: readonly Leak[] = [
  leak(
    'a page hides that bureaus are still to come',
    page,
    'entries: [], failed: false, heard: false',
    'entries: [], failed: false, heard: true',
  ),
  leak(
    'a bureau that is still to come tells how many rows were read',
    'src/plan/statuses.ts',
    "state: 'PENDING', asOf: null, latencyMs: null",
    "state: 'PENDING', asOf: null, latencyMs: globalThis.rowsRead",
    'answers',
    rowsRead,
  ),
]
