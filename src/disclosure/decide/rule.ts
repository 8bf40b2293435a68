import type { RecordType } from '../../model/catalogue.ts'
import type { FieldForms } from '../forms/fieldForms.ts'
import type { Condition } from '../language/condition.ts'
import type { Enums } from './readRecord.ts'

/** One rule of a checked file, for one record type. */
export interface Rule {
  readonly id: string
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
  /** `explain: public`: that this rule looks at the record does not silence the reasons of others. */
  readonly openlyExplained: boolean
}

/** An agreement as far as the owner's file bounds it. */
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

/** All that a policy says of one record type. */
export interface TypeRules {
  readonly type: RecordType
  /** Never read for the owner's own officers. */
  readonly rules: readonly Rule[]
  /** By governed field, in schema order. */
  readonly forms: ReadonlyMap<string, FieldForms>
  readonly enums: Enums
}
