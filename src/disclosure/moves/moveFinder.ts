import type { RecordRef } from '../../model/record.ts'
import { settle } from '../forms/fieldForms.ts'
import { FULL, LISTED, NONE } from '../levels.ts'
import type { DisclosurePlan, Move } from '../policy.ts'
import { digestsDiffer, endsOf, noEnds, type ReadSketch, readSketch } from './sketch.ts'
import { type SketchedLevels, withheld } from './sketchedLevels.ts'
import type { FieldPlace, SketchLayout } from './sketchLayout.ts'

const appeared: Move = Object.freeze({ kind: 'APPEARED', fields: Object.freeze([]), links: Object.freeze([]) })
const disappeared: Move = Object.freeze({ kind: 'DISAPPEARED', fields: Object.freeze([]), links: Object.freeze([]) })

/**
 * Tells what moved in a caller's view between two states, both decided by the rules of now.
 * INVARIANT: what it tells follows from the two views. Where one state cannot be decided it is taken to be decided as the other; where neither can, nothing is told.
 */
export function moveFinder(
  layout: SketchLayout,
  bureau: string,
  levelsOf: (sketch: ReadSketch) => SketchedLevels,
): Pick<DisclosurePlan, 'moves'> {
  return {
    moves(before, after) {
      const [old, now] = [before === null ? null : readSketch(before), after === null ? null : readSketch(after)]
      const [was, is] = [old === null ? withheld : levelsOf(old), now === null ? withheld : levelsOf(now)]
      const wasListed = (was.record ?? is.record) === LISTED
      const isListed = (is.record ?? was.record) === LISTED
      if (!wasListed || !isListed) return isListed ? appeared : wasListed ? disappeared : null
      const [from, to] = [was.fields ?? is.fields, is.fields ?? was.fields]
      // There is a record on both sides, or one of them would not be listed.
      return old === null || now === null || from === null || to === null ? null : changed(old, now, from, to)
    },
  }

  function changed(old: ReadSketch, now: ReadSketch, from: readonly number[], to: readonly number[]): Move | null {
    const fields: string[] = []
    const links: Move['links'][number][] = []
    // Digests of another shape stand in places of which nothing is known.
    const alike = old.shape === layout.shape && now.shape === layout.shape
    for (const [i, place] of layout.places.entries()) {
      const [one, other] = [settle(place.forms, from[i] ?? NONE), settle(place.forms, to[i] ?? NONE)]
      // The level is told beside the record, whatever the value.
      if (one !== other || (alike && one !== NONE && isMoved(place, one, old, now))) fields.push(place.field)
      if (!alike || place.to === null || (one !== FULL && other !== FULL)) continue
      const ends = endsMoved(place, one === FULL ? old : null, other === FULL ? now : null)
      if (ends.length > 0) links.push({ field: place.field, ends })
    }
    return fields.length === 0 && links.length === 0 ? null : { kind: 'CHANGED', fields, links }
  }

  function isMoved({ field, coarser, full }: FieldPlace, level: number, old: ReadSketch, now: ReadSketch): boolean {
    if (level === FULL) return full >= 0 && digestsDiffer(old, now, full)
    // INVARIANT: a form that the rules of now do not show tells of more, or of other things, than the view holds.
    const form = layout.chosen[field]
    return coarser >= 0 && old.chosen[field] === form && now.chosen[field] === form && digestsDiffer(old, now, coarser)
  }

  function endsMoved(place: FieldPlace, old: ReadSketch | null, now: ReadSketch | null): readonly RecordRef[] {
    const were = old === null ? noEnds : endsOf(old, place, bureau)
    const are = now === null ? noEnds : endsOf(now, place, bureau)
    if (were === null || are === null || (were.size === 0 && are.size === 0)) return []
    const gone = [...were].filter(([end]) => !are.has(end))
    const come = [...are].filter(([end]) => !were.has(end))
    return [...gone, ...come].map(([, ref]) => ref)
  }
}
