import type { Edit, Leak } from './leak.ts'

const finder = 'src/disclosure/moves/moveFinder.ts'
const inputs = 'src/disclosure/moves/keptInputs.ts'
const readings = 'src/disclosure/moves/readings.ts'
const levels = 'src/disclosure/moves/sketchedLevels.ts'
const writer = 'src/disclosure/moves/sketch.ts'
const held = 'src/disclosure/decide/held.ts'

function leak(name: string, comparison: Leak['comparison'], ...edits: readonly Edit[]): Leak {
  return { name, channel: 'moves', edits, check: 'moves', comparison }
}

function edit(file: string, find: string, replace: string): Edit {
  return { file, find, replace }
}

/** Leaks in what is told to have moved in a view. */
export const moveLeaks: readonly Leak[] = [
  leak('a change of a withheld record is told', 'answers', edit(finder, 'wasListed ? disappeared : null', 'disappeared')),
  leak(
    'a change of a withheld field is told',
    'answers',
    edit(finder, 'one !== NONE && isMoved(place, one, old, now)', 'isMoved(place, one || FULL, old, now)'),
  ),
  leak(
    'a change that a coarser form does not show is told',
    'answers',
    edit(finder, 'digestsDiffer(old, now, coarser)', 'digestsDiffer(old, now, full)'),
  ),
  leak(
    'an end of a withheld link is told',
    'answers',
    edit(finder, ' || (one !== FULL && other !== FULL)', ''),
    edit(finder, 'one === FULL ? old : null, other === FULL ? now : null', 'old, now'),
  ),
  leak(
    'the originator of a held record is not asked',
    'answers',
    edit(held, 'lower(plan.sketchedLevels(sketch), allowed.sketchedLevels(sketch))', 'plan.sketchedLevels(sketch)'),
  ),
  leak(
    'an originator without rules is passed over',
    'answers',
    edit(held, 'allowed === null ? withheld : lower', 'allowed === null ? plan.sketchedLevels(sketch) : lower'),
  ),
  leak(
    'an input that was not kept is taken to be unknown',
    'answers',
    edit(inputs, 'if (!Object.hasOwn(values, field)) return false', 'if (!Object.hasOwn(values, field)) return true'),
  ),
  leak(
    'levels that a sketch does not decide are none',
    'answers',
    edit(levels, 'holdsAll(inputs, fields) ? levels.fields : null', 'holdsAll(inputs, fields) ? levels.fields : []'),
  ),
  leak(
    'a record that a sketch does not decide is withheld',
    'answers',
    edit(levels, 'if (!holdsAll(inputs, record)) return undecided', 'if (!holdsAll(inputs, record)) return withheld'),
  ),
  leak(
    'who holds a record is not kept with it',
    'definition',
    edit('src/disclosure/moves/recordSketcher.ts', 'distinct([valueAt(originator), ...own', 'distinct([...own'),
  ),
  leak(
    'what the rules of an originator read is not kept',
    'definition',
    edit('src/disclosure/moves/recordSketcher.ts', 'theirs === undefined ? []', 'theirs !== null ? []'),
  ),
  leak(
    'what a cap reads is not kept',
    'definition',
    edit(readings, "kind === 'cap' || fields !== null", "kind !== 'cap' && fields !== null"),
  ),
  leak(
    'unknown looks like any value',
    'definition',
    edit(writer, 'a !== b && isDigest(a) && isDigest(b)', "a !== b && typeof a === 'string' && typeof b === 'string'"),
  ),
]
