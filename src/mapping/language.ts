/**
 * The mapping language: what stands under `codes:` and `types:` of a `bureau.yaml`. Data, never a function. The zod schema in
 * `mappingSchema.ts` is the checked form of these types; `docs/adding-a-bureau.md` teaches them by example.
 */

/** Everything a bureau says of its own shape. */
export interface MappingFile {
  /** Code tables by name: native code -> canonical value. Keys are text; a native number is looked up by its text. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Lists of codes that the bureau's system holds itself, by name: fields name them in `codes` as they do a table. */
  readonly codeLists?: Readonly<Record<string, CodeListFile>>
  /** One entry per canonical record type that the bureau serves. */
  readonly types: Readonly<Record<string, TypeFile>>
}

/** How one record type is read. */
export interface TypeFile {
  /** Native table, resource or file set. */
  readonly from: string
  /** Path of the native key. */
  readonly key: string
  /** How keys compare. Default `text`. */
  readonly keyOrder?: 'number' | 'text'
  /** Only rows for which every path equals its value belong to the type: `{ ACTIVE: 'Y' }`; a list means any of its values. */
  readonly where?: Readonly<Record<string, string | number | boolean | readonly (string | number | boolean)[]>>
  /** What the hub may keep of the rows. Default: nothing. */
  readonly cache?: CacheFile
  /** How the system looks people up by name. Default: it cannot. */
  readonly search?: SearchFile
  /** Child tables joined by key; they appear as an array in the row, under their name. */
  readonly children?: Readonly<Record<string, ChildFile>>
  /** Canonical field -> how it is read. A field without an entry is never known from this bureau. */
  readonly fields: Readonly<Record<string, FieldFile>>
}

/** A list of codes in the bureau's system. It is read when it is first needed, kept in memory, and read again beside the questions that use it. At most 10,000 codes. */
export interface CodeListFile {
  /** Native table, resource or file set. */
  readonly from: string
  /** Path of the code: a column, or a dotted path into a document. Looked up exactly, as in a table. */
  readonly code: string
  /** Path of its meaning: a canonical value of every field that uses the list. Blanks at its end are taken off. */
  readonly means: string
  /** Age in seconds at which it is read again. 60 to 86,400; default 3600. */
  readonly refreshSeconds?: number
  /** Age in seconds at which it does not serve any more and the bureau counts as silent until it has been read. 60 to 604,800; default 86,400. */
  readonly staleSeconds?: number
}

/** What the hub may keep of a type's rows, sealed and in memory, for the reader to whom they were shown. */
export interface CacheFile {
  /** How old, in seconds, rows may be that stand in, marked as stale, where the system does not answer. 0 to 86,400; 0: none are kept. */
  readonly staleSeconds: number
}

/** What the system is asked with for a name that may be written otherwise in it. */
export interface SearchFile {
  /**
   * What the column holds. `keys`: Comity's own search keys (`comity search-keys`), an array or a table of them; they find all that the hub would. `words`: words of names in small Latin letters.
   * `prefixes`: the same, compared by their first three letters. `text`: nothing; the system takes a whole name and searches by itself. All but `keys` may find less.
   */
  readonly form: 'keys' | 'words' | 'prefixes' | 'text'
  /** A column, or a path that the connector filters by. It must be made of names (and with `keys` of birth years and documents) alone. */
  readonly column: string
  /** The child table that has the column. Default: the type's own. */
  readonly in?: ChildFile
}

/** A child table. */
export interface ChildFile {
  readonly from: string
  /** Column of the child that holds the parent's value. */
  readonly on: string
  /** Column of the parent it equals. Default: the type's key. */
  readonly parent?: string
  /** Column of the child to order by. Default: as the system gives them. */
  readonly orderBy?: string
}

/**
 * How one value is read: exactly one source (`column`, `columns`, `const`, `firstOf`, `object`, `each`, `list`), then any transforms, applied in
 * the order in which they stand here. A transform given a list applies to each member.
 */
export interface FieldFile {
  // sources -----------------------------------------------------------------------------------------------------------------
  /** A column, or a dotted path into a document (`person.name.last`). Inside `each`, a path of the element, and `.` is the element itself; `^path` reads the row around it. */
  readonly column?: string
  /** Several columns joined with `join` (default one space), unknown ones left out. */
  readonly columns?: readonly string[]
  readonly join?: string
  /** The same canonical value for every row. */
  readonly const?: string | number | boolean
  /** The first of these that is known. */
  readonly firstOf?: readonly FieldFile[]
  /** A value object: sub-field -> how it is read. Unknown when every sub-field other than a `const` is. */
  readonly object?: Readonly<Record<string, FieldFile>>
  /** One member per child row, or per element of an array in the row; `item` says how each is read. */
  readonly each?: string
  readonly item?: FieldFile
  /** Keeps only the elements of `each` for which every path equals its value (or one of a list). */
  readonly where?: Readonly<Record<string, string | number | boolean | readonly (string | number | boolean)[]>>
  /** Several sources concatenated into one list: the members of lists, and single values. */
  readonly list?: readonly FieldFile[]

  // transforms, in this order -------------------------------------------------------------------------------------------------
  /** The text is JSON. On `each`: the elements stand in JSON text. */
  readonly json?: boolean
  /** A path inside the parsed JSON. */
  readonly at?: string
  /** Takes blanks off: `end` for padded columns, `both` for any. Without it a text is taken as it stands. The system can filter behind `end` only. */
  readonly trim?: 'end' | 'both'
  /** Native values that mean "unknown", besides null and the empty text: `['0', 'UNK', '0000/00/00']`. Compared as text after trimming. */
  readonly unknown?: readonly (string | number)[]
  /** Splits text into a list at this separator (members trimmed, empty ones left out). */
  readonly split?: string
  /** First capture group of this pattern (RE2-like subset: no look-around, no back-reference; at most 200 characters); no match: unknown. */
  readonly match?: string
  /** `upper` or `lower`, by Unicode default casing. */
  readonly case?: 'upper' | 'lower'
  /** Looks the text up in a code table; a code it lacks is a mistake in the row. */
  readonly codes?: string
  /** Yes and no by their native texts: `{ true: [S, 1], false: [N, 0] }`. */
  readonly boolean?: { readonly true: readonly (string | number | boolean)[]; readonly false: readonly (string | number | boolean)[] }
  /**
   * Date patterns, tried in turn: tokens `yyyy`, `MM`, `dd` (two digits), `M`, `d` (one or two digits), `MMM` (English month, whole or abbreviated), `HH`, `mm`, `ss`,
   * `S` to `SSSSSSSSS` (so many digits of a second), `XXX` (`Z` or an offset); other characters, and anything between single quotes, stand for themselves. `MM` or `dd` that is `00` is unknown, and so is all
   * after it; the year `0000` makes the whole value unknown. Default for kinds date and partialDate: `['yyyy-MM-dd', 'yyyy-MM', 'yyyy']`. Without patterns a dateTime is
   * ISO 8601 text, with `T` or a space, an offset or none, as typed columns give it.
   */
  readonly date?: readonly string[]
  /** For kind partialDate: every known value is a whole day, anything less is a mistake in the row. The system can then order by the column. Default false. */
  readonly whole?: boolean
  /** The number counts from the Unix epoch in these units. For dates and date-times. In a column of texts all must have the same number of digits. */
  readonly epoch?: 's' | 'ms'
  /** IANA zone of a native date-time that names none. Default UTC. */
  readonly zone?: string
  /** A date known between two columns (years or dates), approximate or exact, as an EDTF value. A source of its own, beside `column`. */
  readonly interval?: { readonly from: string; readonly to: string }
  /** True when the date is approximate: `1971` becomes `1971~`. Paths with the values that say so. */
  readonly approximateWhen?: Readonly<Record<string, string | readonly string[]>>
  /** The number is an age in years on the day in this column (a path, in `date` patterns or ISO): gives the two years in which birth is possible, as an interval. */
  readonly age?: { readonly on: string }
  /** Unit of the native number; the canonical unit stands in the field's description. */
  readonly unit?: 'm' | 'cm' | 'mm' | 'in' | 'ft' | 'kg' | 'g' | 'lb' | 'months' | 'years' | 'days'
  /** The text holds a whole name; gives `{ full, family, given }`. `family-given` and `given-family` split at the last or first space; `FAMILY, Given` at the comma. */
  readonly name?: 'FAMILY, Given' | 'family-given' | 'given-family'
  /** With `name`: further sub-fields of the value object, beside those that the name gives: `{ kind: { const: PRIMARY } }`. */
  readonly also?: Readonly<Record<string, FieldFile>>
  /** The value is the key of another record. */
  readonly link?: LinkFile
  /** Of a list, its first known member, for a field that holds one value. */
  readonly pick?: 'first'
  /** A value that does not map becomes unknown and is counted, instead of the whole row being left out. Default false. */
  readonly lenient?: boolean
}

/** A link to another record. */
export interface LinkFile {
  /** Canonical type of the record linked to. Default: the field's own. */
  readonly to?: string
  /** How the owner of that record is read; default: this bureau. A code outside the directory makes the link unknown. */
  readonly bureau?: FieldFile
}
