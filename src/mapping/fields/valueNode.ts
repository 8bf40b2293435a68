import type { NativeScalar } from '../../connectors/connector.ts'
import type { Operator } from '../../model/predicate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { all, mapLeaves } from '../condition.ts'
import { Mistake, type Mistakes } from '../mistake.ts'
import type { Scope } from '../nativeScope.ts'
import type { FieldNode, NativeCondition, RawSource } from './fieldNode.ts'
import { type Interpretation, Refusal, textOf } from './interpretation.ts'
import { isBlank } from './rawSource.ts'
import type { Step } from './steps.ts'

/** What a value node is made of. */
export interface ValueParts {
  /** Canonical field, dotted, for mistakes. */
  readonly field: string
  readonly source: RawSource
  readonly steps: readonly Step[]
  readonly interpretation: Interpretation
  readonly lenient: boolean
  /** Joins the members of a list into one text; null: they stay a list. */
  readonly join: string | null
}

/** A scalar, or a list of scalars where the source or a transform gives one: each member goes its own way. */
export function valueNode(parts: ValueParts): FieldNode {
  const { source, steps, interpretation, join } = parts
  return {
    read: (scope, mistakes) => {
      const raw = source.read(scope)
      // Most values are one text that is taken as it stands.
      if (typeof raw === 'string' && steps.length === 0) {
        if (isBlank(raw)) return null
        const result = interpretation.read(raw, scope)
        return result instanceof Refusal ? refuse(result, parts, mistakes) : result
      }
      const value = walk(raw, 0, parts, scope, mistakes)
      return join !== null && Array.isArray(value) ? joinTexts(value, join) : value
    },
    push: (predicate, can) => {
      if (predicate.kind !== 'compare' || join !== null) return all
      let condition = interpretation.toRaw(predicate.op, predicate.value)
      for (const step of steps.toReversed()) condition = mapLeaves(condition, (one) => step.invert(one))
      return source.push(condition, can)
    },
    pushExactly: (predicate) => (predicate.kind === 'compare' ? pushExactly(parts, predicate.op, predicate.value) : null),
  }
}

const nowhere: Scope = { value: null, outer: null }

/**
 * Equality, taken back through the transforms to a list of native values: it leaves none out, and those of the list that do not lead forward again to what was asked for
 * are taken out of it.
 */
function pushExactly(
  { source, steps, interpretation, join, ...parts }: ValueParts,
  op: Operator,
  wanted: CanonicalValue,
): NativeCondition | null {
  if ((op !== 'eq' && op !== 'in') || join !== null || parts.lenient || source.isOneOf === undefined) return null
  let condition = interpretation.toRaw(op, wanted)
  for (const step of steps.toReversed()) condition = mapLeaves(condition, (one) => step.invert(one))
  if (condition.kind === 'none') return source.isOneOf([])
  if (condition.kind !== 'leaf' || (condition.leaf.op !== 'eq' && condition.leaf.op !== 'in')) return null
  const values = new Set([wanted].flat())
  const leadsThere = (value: NativeScalar) => {
    const found = walk(value, 0, { source, steps, interpretation, join, ...parts }, nowhere, [])
    return !(found instanceof Mistake) && values.has(found)
  }
  return source.isOneOf([condition.leaf.value].flat().filter(leadsThere))
}

function walk(value: unknown, at: number, parts: ValueParts, scope: Scope, mistakes: Mistakes): CanonicalValue | Mistake {
  if (isBlank(value)) return null
  if (value instanceof Refusal) return refuse(value, parts, mistakes)
  if (Array.isArray(value)) return walkMembers(value, at, parts, scope, mistakes)
  const step = parts.steps[at]
  if (step !== undefined) return walk(step.apply(value), at + 1, parts, scope, mistakes)
  const result = parts.interpretation.read(value, scope)
  return result instanceof Refusal ? refuse(result, parts, mistakes) : result
}

function walkMembers(
  members: readonly unknown[],
  at: number,
  parts: ValueParts,
  scope: Scope,
  mistakes: Mistakes,
): CanonicalValue | Mistake {
  const values: CanonicalValue[] = []
  for (const member of members) {
    const value = walk(member, at, parts, scope, mistakes)
    if (value instanceof Mistake) return value
    if (Array.isArray(value)) values.push(...value)
    else if (value !== null) values.push(value)
  }
  return values
}

function refuse(refusal: Refusal, { field, lenient }: ValueParts, mistakes: Mistakes): null | Mistake {
  const mistake = new Mistake(field, refusal.reason)
  if (!lenient) return mistake
  mistakes.push(mistake)
  return null
}

function joinTexts(members: readonly CanonicalValue[], join: string): string | null {
  return members.length === 0 ? null : members.map((member) => textOf(member) ?? '').join(join)
}
