import type { NativeScalar } from '../../connectors/connector.ts'
import type { Operator } from '../../model/predicate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import type { Condition } from '../condition.ts'
import type { Scope } from '../nativeScope.ts'

/** A comparison with a native value before the transforms of a field took it apart. */
export interface RawLeaf {
  readonly op: 'eq' | 'in' | 'startsWith' | 'gte' | 'lte'
  /** A list for `in`. */
  readonly value: NativeScalar | readonly NativeScalar[]
}

/** A condition on a native value. */
export type RawCondition = Condition<RawLeaf>

/** The last step of a field: a native scalar as a canonical value of the field's kind, and back. */
export interface Interpretation {
  /** The canonical value; null: unknown; a text prefixed by nothing else than our own words in `{ reason }`: why it does not map. */
  read(raw: unknown, scope: Scope): CanonicalValue | Refusal
  /** What holds of the native value whenever the comparison holds of the canonical one. */
  toRaw(op: Operator, value: CanonicalValue): RawCondition
  /** Whether the order of native values is the order of canonical ones, null last. */
  readonly ordered: boolean
  /** A canonical value as the native one, for `ordered` interpretations. */
  orderValue(value: CanonicalValue): NativeScalar
}

/** Why a value does not map, without the value. */
export class Refusal {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** A native scalar as text; null for documents and lists. */
export function textOf(raw: unknown): string | null {
  if (typeof raw === 'string') return raw
  if (typeof raw === 'number') return Number.isFinite(raw) ? String(raw) : null
  return typeof raw === 'bigint' || typeof raw === 'boolean' ? String(raw) : null
}

/** The refusal of documents where a scalar was expected. */
export const notScalar = new Refusal('holds a document where one value was expected')
