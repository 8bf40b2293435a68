import type { Leak } from './leak.ts'

const standing = 'src/plan/standing.ts'

function leak(name: string, find: string, replace: string): Leak {
  return { name, channel: 'subscription delta', edits: [{ file: standing, find, replace }], check: 'watches', comparison: 'answers' }
}

/** Leaks in what watches find. */
export const watchLeaks: readonly Leak[] = [
  leak(
    'a watch is held against the record as its owner has it',
    'readers.map((reader) => (row === undefined || reader === null ? null : readRow(reader, row)))',
    `readers.map((reader) => {
      const record = row === undefined || reader === null ? null : reader.mapping.toCanonical(row).record
      return record === null ? null : { ref: record.ref, values: record.values, disclosure: [] }
    })`,
  ),
  leak(
    'a watch looks along a link to a record that is withheld',
    'return end\n    })',
    'return end ?? { ref, values: {}, disclosure: [] }\n    })',
  ),
]
