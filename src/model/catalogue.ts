/**
 * The canonical types as data, read once from `schema/`. Everything below `api/` knows the domain only through this:
 * no code outside `schema/`, `resolvers/` and the bureaus' files names a type or a field.
 */
export interface Catalogue {
  /** Governed record types by name: those that implement `Record`. */
  readonly types: ReadonlyMap<string, RecordType>
  /** Values of every enum, by the enum's name, in schema order. */
  readonly enums: ReadonlyMap<string, readonly string[]>
}

/** A governed record type. */
export interface RecordType {
  readonly name: string
  /** Governed fields in schema order: all but `id`, `owner` and the markers. Inverse links are among them. */
  readonly fields: ReadonlyMap<string, FieldType>
  readonly defaultOrder: { readonly field: string; readonly direction: 'ASC' | 'DESC' }
}

/** What a field holds. */
export type FieldKind =
  | 'string'
  | 'int'
  | 'float'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'partialDate'
  /** A country or organisation code; also fields whose GraphQL type is `Bureau`, which hold its code. */
  | 'country'
  | 'language'
  | 'enum'
  /** A value object: has no id and no rules of its own. */
  | 'object'
  /** A reference to another governed record (`RecordRef`). */
  | 'link'

/** How a value on the record itself limits who may learn of the record (`DisclosureLimit` in the schema). */
export type DisclosureLimit = 'EXPIRY' | 'EXCLUDED_COUNTRIES' | 'ORIGINATOR'

/** One field of a record type or of a value object. */
export interface FieldType {
  readonly name: string
  readonly kind: FieldKind
  readonly list: boolean
  /** Name of the enum, for kind `enum`. */
  readonly enum?: string
  /** Fields of the value object, for kind `object`. */
  readonly fields?: ReadonlyMap<string, FieldType>
  /** Name of the record type linked to, for kind `link`. */
  readonly to?: string
  /** The limit that the field's value sets to disclosure, whatever the owner's rules permit (`@limits` in the schema). */
  readonly limits?: DisclosureLimit
  /** Width of the bands that a number is shown in where its object is generalised (`@band` in the schema). */
  readonly band?: number
  /** Whether this is what remains of its object when the object is generalised (`@coarse` in the schema). */
  readonly coarse?: true
  /** Whether the value names classes of people who need protection (`@protects` in the schema). */
  readonly protects?: true
  /** For an inverse link: the link field on the other type that this one reverses. Such a field is never mapped or stored. */
  readonly inverse?: string
}
