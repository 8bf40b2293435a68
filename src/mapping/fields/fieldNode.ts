import type { NativePredicate, NativeScalar } from '../../connectors/connector.ts'
import type { Predicate } from '../../model/predicate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import type { Condition } from '../condition.ts'
import type { Mistake, Mistakes } from '../mistake.ts'
import type { Scope } from '../nativeScope.ts'
import type { NativeFilters } from '../typeMapping.ts'
import type { RawCondition } from './interpretation.ts'

/** A condition in native terms, not yet simplified to what a connector takes. */
export type NativeCondition = Condition<NativePredicate & { kind: 'compare' }>

/** A predicate on the value of one field: its own name says nothing here. */
export type ValuePredicate = Extract<Predicate, { kind: 'compare' | 'some' }>

/** A canonical field, both ways. */
export interface FieldNode {
  /** The canonical value; a list may come for a field that holds one value, see `shapeNode`. Lenient mistakes go to `mistakes`. */
  read(scope: Scope, mistakes: Mistakes): CanonicalValue | Mistake
  /** A native condition implied by the predicate on this field. */
  push(predicate: ValuePredicate, can: NativeFilters): NativeCondition
  /** A native condition that holds of exactly the rows of which the predicate does, texts compared as they are stored; null, or absent, where there is none. */
  pushExactly?(predicate: ValuePredicate): NativeCondition | null
}

/** A native value, both ways, before transforms. */
export interface RawSource {
  read(scope: Scope): unknown
  push(condition: RawCondition, can: NativeFilters): NativeCondition
  /** What holds exactly when the native value is one of these; absent where that cannot be said. */
  isOneOf?(values: readonly NativeScalar[]): NativeCondition
  /** The column whose value this is, or null. */
  readonly path: string | null
}
