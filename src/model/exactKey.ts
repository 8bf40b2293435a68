/**
 * One condition of an exact key. Exact keys know neither ranges nor patterns nor negation: either a record holds what was asked for, or it does not, and
 * a value that is not known never matches.
 */
export type KeyTerm =
  /** A text or code that equals one of these, code point by code point after NFC. Of a list, at least one member does. */
  | { readonly kind: 'oneOf'; readonly field: string; readonly values: readonly string[] }
  /** A text that reads the same: after NFC, letter case and the number of blanks aside. Of a list, at least one member does. */
  | { readonly kind: 'reads'; readonly field: string; readonly text: string }
  /** A day that is known to be this one: neither a month nor a year in which it lies. `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly field: string; readonly day: string }
  /** A value object, or at least one member of a list of them, that meets all of `terms` by itself. */
  | { readonly kind: 'some'; readonly field: string; readonly terms: readonly KeyTerm[] }
  /** At least one of the alternatives is met. */
  | { readonly kind: 'any'; readonly alternatives: readonly KeyTerm[] }

/** What a hit check asks about: a record type, and conditions that all have to be met. Its values are personal data and are never recorded. */
export interface ExactKey {
  readonly type: string
  /** Never empty. */
  readonly terms: readonly KeyTerm[]
}

/** What a hit check comes to for one record. Of each, the ids of the owner's rules; an empty list says that nothing came of it. */
export interface HitFinding {
  /** Whether the reader is told of a hit. */
  readonly hit: boolean
  /** The rules that permit the hit. Empty for the owner's own officers, who need none. */
  readonly permits: readonly string[]
  /** The blind hit permits that alarm the owner. They tell the reader nothing. */
  readonly alarms: readonly string[]
}
