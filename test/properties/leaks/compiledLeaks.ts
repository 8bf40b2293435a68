import type { Edit, Leak } from './leak.ts'

const run = 'src/api/compiled/run.ts'
const writeJson = 'src/api/compiled/writeJson.ts'
const compiledQueries = 'src/api/compiled/compiledQueries.ts'

function leak(channel: string, name: string, edit: Edit, comparison: Leak['comparison']): Leak {
  return { name, channel, edits: [edit], check: 'hub', comparison }
}

/** Leaks in the plans of queries. */
export const compiledLeaks: readonly Leak[] = [
  leak(
    'loader',
    'a plan gives an object what was read for the one before it',
    { file: run, find: 'return this.#values[slot ?? -1]?.[place]', replace: 'return this.#values[slot ?? -1]?.[Math.max(0, place - 1)]' },
    'definition',
  ),
  leak(
    'marker',
    'a plan writes the markers of one record for all',
    {
      file: writeJson,
      find: 'const known = written.get(disclosure)',
      replace: 'const known = (globalThis.written ??= write(valueNow(field, parent, run.operation), run))',
    },
    'definition',
  ),
  leak(
    'cache',
    'an answer is kept with its plan',
    {
      file: compiledQueries,
      find: 'const text = run.fatal === null ? writeJson(run) : null',
      replace:
        'const text = ((globalThis.answers ??= new WeakMap()).has(plan) ? globalThis.answers : globalThis.answers.set(plan, writeJson(run))).get(plan)',
    },
    'definition',
  ),
]
