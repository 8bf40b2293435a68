import type { RecordType } from '../../model/catalogue.ts'
import type { FieldForms } from '../forms/fieldForms.ts'
import type { Condition } from '../language/condition.ts'
import type { Enums } from './readRecord.ts'

/**
 * Who set a rule. Only the owner permits; `handling` (what stands on the record itself), `expiry` and the hub's `baseline` lower.
 */
export type Layer = 'owner' | 'handling' | 'expiry' | 'baseline'

/** One rule of a checked file, or of a layer above it, for one record type. */
export interface Rule {
  readonly id: string
  /** One line in plain words. */
  readonly title: string
  /** Its legal basis in the owner's words, or null. */
  readonly why: string | null
  readonly layer: Layer
  /** A permit raises to `level`, a cap lowers to it. */
  readonly kind: 'permit' | 'cap'
  /** The fields it is about, or null when it is about the record itself. */
  readonly fields: readonly string[] | null
  /** A number of `fieldLevels`, or of `recordLevels` when it is about the record. */
  readonly level: number
  /** Purposes it counts for, or null for any. */
  readonly purposes: ReadonlySet<string> | null
  /** The agreement a permit stands under, or null. */
  readonly agreement: Agreement | null
  /** Reads the caller and the request only. */
  readonly to: Condition
  readonly when: Condition
  /** First instant at which a grant counts, epoch milliseconds; null: since ever. */
  readonly from: number | null
  /** First instant at which a grant no longer counts, epoch milliseconds; null: for ever. */
  readonly until: number | null
  /** A cap that emergency access does not lift. */
  readonly absolute: boolean
  /** A permit that counts only while the caller has invoked the `emergency:` block with this id. */
  readonly emergency: boolean
  /** A hit permit that tells the reader nothing and alarms the owner. */
  readonly blind: boolean
  /** `explain: public`: that this rule looks at the record does not silence the reasons of others. */
  readonly openlyExplained: boolean
  /** Fields whose content the pattern of withholding may give away, by the owner's own word. */
  readonly declassifies: readonly string[]
  /** Protected classes that a record permit is meant to cover too, by the owner's own word. */
  readonly mayInclude: readonly string[]
}

/** An agreement as far as the owner's file and the hub's registry bound it. */
export interface Agreement {
  readonly name: string
  /** Bureaus it binds, or null when the file does not say. */
  readonly parties: ReadonlySet<string> | null
  /** First and last day in force as numbers yyyymmdd, both inclusive. */
  readonly from: number
  readonly until: number
  /** The most a field permit under it gives, as a number of `fieldLevels`. */
  readonly ceiling: number
}

/** All that a policy says of one record type, the layers above it included. */
export interface TypeRules {
  readonly type: RecordType
  /** Never read for the owner's own officers. */
  readonly rules: readonly Rule[]
  /** By governed field, in schema order. */
  readonly forms: ReadonlyMap<string, FieldForms>
  /** By governed field: name of the form in which it is shown at the one level between none and full that it has; null when it has none. */
  readonly coarserForms: ReadonlyMap<string, string | null>
  readonly enums: Enums
}
