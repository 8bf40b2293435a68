import type { CheckedCube } from '../cubes/publishedCube.ts'
import type { TypeRules } from '../decide/rule.ts'
import type { PolicyParts } from '../decide/rulePolicy.ts'
import type { CallerWorld } from './exampleCallers.ts'
import { type Direction, permitDiff } from './levelDiff.ts'

/** A change of the counts that a bureau publishes. */
export interface CubeChange {
  readonly cube: string
  /** `readers`: callers who may read the counts, or may not any more; `counted`: the type and the dimensions; `base` and `least`: how coarse the counts are. */
  readonly about: 'readers' | 'counted' | 'base' | 'least'
  /** Empty for a change of readers, which `direction` and `callers` tell. */
  readonly from: string
  readonly to: string
  /** The callers concerned, in words, a group a text; of a change of what is counted, none: it is all who may read it. */
  readonly callers: readonly string[]
  readonly direction: Direction
}

/** Compares the cubes of two files of one bureau by their ids. Counts by other dimensions, or of another type, tell something that was not told: only fewer of the same dimensions tell less. */
export function cubeDiff(older: PolicyParts, newer: PolicyParts, world: CallerWorld): readonly CubeChange[] {
  const [before, after] = [byId(older), byId(newer)]
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((id) => {
    const [one, other] = [before.get(id), after.get(id)]
    const about = other ?? one
    const type = about === undefined ? undefined : newer.types.get(about.cube.type)
    if (type === undefined) return []
    return [...readerChanges(id, type, one, other, world), ...(one === undefined || other === undefined ? [] : countChanges(one, other))]
  })
}

function byId({ cubes = [] }: PolicyParts): ReadonlyMap<string, CheckedCube> {
  return new Map(cubes.map((one) => [one.cube.id, one]))
}

/** Who may read a cube is said by a permit as for records, and compared as one. */
function readerChanges(
  cube: string,
  type: TypeRules,
  before: CheckedCube | undefined,
  after: CheckedCube | undefined,
  world: CallerWorld,
): readonly CubeChange[] {
  const only = (one: CheckedCube | undefined): TypeRules => ({ ...type, rules: one === undefined ? [] : [one.rule] })
  return permitDiff(only(before), only(after), world).map(
    ({ direction, callers }): CubeChange => ({ cube, about: 'readers', from: '', to: '', callers, direction }),
  )
}

function countChanges({ cube: before }: CheckedCube, { cube: after }: CheckedCube): readonly CubeChange[] {
  const fields = ({ dimensions }: typeof before) => dimensions.map(({ field }) => field)
  const text = (one: typeof before) => `${one.type} by ${fields(one).toSorted().join(', ')}`
  const isCoarser = before.type === after.type && fields(after).every((field) => fields(before).includes(field))
  const counted: readonly CubeChange[] =
    text(before) === text(after)
      ? []
      : [
          {
            cube: after.id,
            about: 'counted',
            from: text(before),
            to: text(after),
            callers: [],
            direction: isCoarser ? 'tightens' : 'loosens',
          },
        ]
  const terms = (['base', 'least'] as const).flatMap((about): readonly CubeChange[] => {
    const [from, to] = [before[about], after[about]]
    const direction = to < from ? 'loosens' : 'tightens'
    return from === to ? [] : [{ cube: after.id, about, from: String(from), to: String(to), callers: [], direction }]
  })
  return [...counted, ...terms]
}
