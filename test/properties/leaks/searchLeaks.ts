import { rowsRead } from './hubLeaks.ts'
import type { Edit, Leak } from './leak.ts'

const sketch = 'src/search/viewSketch.ts'
const score = 'src/search/scoreView.ts'
const lookups = 'src/search/lookups.ts'
const matches = 'src/search/possibleMatches.ts'
const network = 'src/search/network.ts'

/** The raw record behind a view, for those who should not have it. */
const smuggled: Edit = {
  file: 'src/disclosure/decide/plan.ts',
  find: 'return Object.freeze({ ref, values: Object.freeze(view), disclosure })',
  replace: `const made = Object.freeze({ ref, values: Object.freeze(view), disclosure })
  ;(globalThis.rawOf ??= new WeakMap()).set(made, values)
  return made`,
}

function leak(
  name: string,
  file: string,
  find: string,
  replace: string,
  comparison: Leak['comparison'] = 'answers',
  also: readonly Edit[] = [],
): Leak {
  return { name, channel: 'people', edits: [...also, { file, find, replace }], check: 'search', comparison }
}

/** Leaks in scores, ranks, reasons, groups and networks of people. */
export const searchLeaks: readonly Leak[] = [
  leak(
    'a score rests on what is stored',
    sketch,
    "levelOf(view, field) === 'masked' ? null : (view.values[field] ?? null)",
    '(globalThis.rawOf?.get(view) ?? view.values)[field] ?? null',
    'answers',
    [smuggled],
  ),
  leak(
    'a withheld birth date moves a score',
    score,
    'const score = movedBy(Math.round(found.score * 1000), Object.values(looks))',
    `const raw = globalThis.rawOf?.get(view)?.birthDate
  const score = movedBy(Math.round(found.score * 1000), Object.values(looks)) - (typeof raw === 'string' && raw.startsWith('1980') ? 0 : 1)`,
    'answers',
    [smuggled],
  ),
  leak(
    'a reason rests on a birth date that is withheld',
    score,
    'explanation: explanationOf(found, looks), features',
    "explanation: explanationOf(found, looks) + (globalThis.rawOf?.get(view)?.birthDate ?? ''), features",
    'answers',
    [smuggled],
  ),
  leak(
    'a rank knows how many rows were read',
    score,
    'return { view, score, explanation: explanationOf(found, looks), features: featuresOf(found, looks) }',
    'return { view, score: score - (globalThis.rowsRead % 7), explanation: explanationOf(found, looks), features: featuresOf(found, looks) }',
    'answers',
    rowsRead,
  ),
  leak(
    'people are looked up by names that some records withhold',
    lookups,
    "return level === null ? 'some'",
    "return level === null ? 'open'",
    'openness',
  ),
  leak(
    'people are looked up by birth dates that are withheld, or shown coarser',
    lookups,
    "const isYearOpen = byYear === 'open'",
    "const isYearOpen = byYear !== 'closed'",
    'openness',
  ),
  leak('people are looked up by names that are withheld', lookups, ": 'closed'\n}", ": 'open'\n}", 'openness'),
  leak(
    'whom the hub keeps keys of is in an answer before it is decided upon',
    'src/search/searchBureau.ts',
    "return { found: all.slice(0, mostFound), status: done(isWhole && all.length <= mostFound ? 'OK' : 'PARTIAL') }",
    "return { found: all.slice(0, mostFound), status: { ...done(isWhole ? 'OK' : 'PARTIAL'), latencyMs: globalThis.keysRead ?? 0 } }",
    'answers',
    [
      {
        file: 'src/search/searchBureau.ts',
        find: 'const most = scans',
        replace: 'globalThis.keysRead = keys.length\n  const most = scans',
      },
    ],
  ),
  leak(
    'who is in a group rests on what is stored',
    matches,
    'scoreView(sought, view, least)',
    `String(globalThis.rawOf?.get(view)?.birthDate).startsWith('1980') ? { view, score: 950, explanation: '', features: [] } : null`,
    'answers',
    [smuggled],
  ),
  leak(
    'a group is named by what is stored',
    matches,
    'const members = refs.map(refKey).toSorted()',
    'const members = [...refs.map(refKey).toSorted(), String(globalThis.rowsRead)]',
    'answers',
    rowsRead,
  ),
  leak(
    'a network follows a link that is withheld',
    network,
    'recordRefs(view.values[name]).map(',
    'recordRefs((globalThis.rawOf?.get(view) ?? view.values)[name]).map(',
    'answers',
    [smuggled],
  ),
  leak(
    'a network has values that are masked',
    'src/search/sharedValues.ts',
    "const value = levelOf(view, field) === 'full' ? (view.values[field] ?? null) : null",
    'const value = (globalThis.rawOf?.get(view) ?? view.values)[field] ?? null',
    'answers',
    [smuggled],
  ),
]
