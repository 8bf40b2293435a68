import { z } from 'zod'
import type { CacheFile, ChildFile, CodeListFile, FieldFile, LinkFile, MappingFile, SearchFile, TypeFile } from './language.ts'

/** The checked form of `language.ts`. Descriptions travel into the JSON Schema that editors read. */
const path = z.string().min(1).max(300)
const scalar = z.union([z.string(), z.number(), z.boolean()])
const where = z
  .record(path, z.union([scalar, z.array(scalar).min(1)]))
  .describe('Only elements for which every path equals its value, or one of a list.')

const linkSchema: z.ZodType<LinkFile> = z
  .lazy(() =>
    z.strictObject({
      to: z.string().exactOptional().describe('Canonical type of the record linked to. Default: the type the field has in the schema.'),
      bureau: fieldSchema.exactOptional().describe('How the owner of that record is read. Default: this bureau.'),
    }),
  )
  .meta({ id: 'Link' })

/** One field. */
export const fieldSchema: z.ZodType<FieldFile> = z
  .lazy(() =>
    z.strictObject({
      column: path
        .exactOptional()
        .describe('A column, or a dotted path into a document. `.` is the element itself inside each; `^path` reads the row around it.'),
      columns: z.array(path).min(1).exactOptional().describe('Several columns joined with `join`, unknown ones left out.'),
      join: z.string().max(20).exactOptional().describe('Between joined texts. Default: one space.'),
      const: scalar.exactOptional().describe('The same canonical value for every row.'),
      firstOf: z.array(fieldSchema).min(1).exactOptional().describe('The first of these that is known.'),
      object: z.record(z.string(), fieldSchema).exactOptional().describe('A value object: sub-field -> how it is read.'),
      each: path
        .exactOptional()
        .describe('One member per row of this child table, or per element of this array; `item` says how each is read.'),
      item: fieldSchema.exactOptional().describe('How one member of `each` is read.'),
      where: where.exactOptional(),
      list: z.array(fieldSchema).min(1).exactOptional().describe('Several sources in one list.'),
      json: z.boolean().exactOptional().describe('The text is JSON.'),
      at: path.exactOptional().describe('A path inside the parsed JSON.'),
      trim: z.enum(['end', 'both']).exactOptional().describe('Takes blanks off.'),
      unknown: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .exactOptional()
        .describe('Native values that mean "unknown", besides null and blank text.'),
      split: z.string().min(1).max(20).exactOptional().describe('Splits text into a list at this separator.'),
      match: z.string().min(1).max(200).exactOptional().describe('First group of this pattern; no match: unknown.'),
      case: z.enum(['upper', 'lower']).exactOptional(),
      codes: z.string().exactOptional().describe('Name of a table under `codes:`, or of a list under `codeLists:`.'),
      boolean: z
        .strictObject({ true: z.array(scalar), false: z.array(scalar) })
        .exactOptional()
        .describe('Yes and no by their native texts.'),
      date: z
        .array(z.string().min(1).max(60))
        .min(1)
        .max(20)
        .exactOptional()
        .describe('Date patterns, tried in turn: yyyy MM dd M d MMM HH mm ss S XXX.'),
      whole: z.boolean().exactOptional().describe('Every known value is a whole day.'),
      epoch: z.enum(['s', 'ms']).exactOptional().describe('The number counts from the Unix epoch in these units.'),
      zone: z.string().exactOptional().describe('IANA zone of texts that name none. Default: UTC.'),
      interval: z.strictObject({ from: path, to: path }).exactOptional().describe('A date known between two columns.'),
      approximateWhen: z
        .record(path, z.union([z.string(), z.array(z.string()).min(1)]))
        .exactOptional()
        .describe('Paths with the values that say the date is approximate.'),
      age: z.strictObject({ on: path }).exactOptional().describe('The number is an age in years on the day in this column.'),
      unit: z
        .enum(['m', 'cm', 'mm', 'in', 'ft', 'kg', 'g', 'lb', 'months', 'years', 'days'])
        .exactOptional()
        .describe('Unit of the native number.'),
      name: z.enum(['FAMILY, Given', 'family-given', 'given-family']).exactOptional().describe('The text holds a whole name.'),
      also: z.record(z.string(), fieldSchema).exactOptional().describe('With `name`: further sub-fields.'),
      link: linkSchema.exactOptional().describe('The value is the key of another record.'),
      pick: z.enum(['first']).exactOptional().describe('Of a list, its first known member.'),
      lenient: z
        .boolean()
        .exactOptional()
        .describe('A value that does not map becomes unknown and is counted, instead of the row being left out.'),
    }),
  )
  .meta({ id: 'Field' })

const childSchema: z.ZodType<ChildFile> = z
  .strictObject({
    from: z.string().min(1).describe('Native source of the child.'),
    on: path.describe("Column of the child that holds the parent's value."),
    parent: path.exactOptional().describe("Column of the parent it equals. Default: the type's key."),
    orderBy: path.exactOptional().describe('Column of the child to order by.'),
  })
  .meta({ id: 'Child' })

/** A day: what is older than that is no answer of this morning's. */
const mostStaleSeconds = 86_400

const cacheSchema: z.ZodType<CacheFile> = z
  .strictObject({
    staleSeconds: z
      .int()
      .min(0)
      .max(mostStaleSeconds)
      .describe('How old, in seconds, rows may be that stand in, marked as stale, where the system does not answer. 0: none are kept.'),
  })
  .meta({ id: 'Cache' })

const searchSchema: z.ZodType<SearchFile> = z
  .strictObject({
    form: z
      .enum(['keys', 'words', 'prefixes', 'text'])
      .describe(
        "What the column holds: Comity's own search keys (`comity search-keys`), words in small Latin letters, such words to be compared by their first three letters, or nothing: the system searches a whole name by itself. All but `keys` may find less.",
      ),
    column: path.describe(
      'A column, or a path that the connector filters by; made of names (with `keys`, of birth years and documents too) alone.',
    ),
    in: childSchema.exactOptional().describe("The child table that has the column. Default: the type's own."),
  })
  .meta({ id: 'Search' })

const typeSchema: z.ZodType<TypeFile> = z
  .strictObject({
    from: z.string().min(1).describe('Native table, resource or file set.'),
    key: path.describe('Path of the native key.'),
    keyOrder: z.enum(['number', 'text']).exactOptional().describe('How keys compare. Default: text.'),
    where: where.exactOptional(),
    cache: cacheSchema
      .exactOptional()
      .describe('What the hub may keep of the rows, sealed and in memory, for the reader to whom they were shown. Default: nothing.'),
    search: searchSchema.exactOptional().describe('How the system looks people up by name. Default: it cannot.'),
    children: z
      .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a child is named by letters, digits and _'), childSchema)
      .exactOptional()
      .describe('Child tables joined by key.'),
    fields: z.record(z.string(), fieldSchema).describe('Canonical field -> how it is read.'),
  })
  .meta({ id: 'Type' })

const codeListSchema: z.ZodType<CodeListFile> = z
  .strictObject({
    from: z.string().min(1).describe('Native table, resource or file set.'),
    code: path.describe('Path of the code, looked up exactly.'),
    means: path.describe('Path of its meaning: a canonical value of every field that uses the list.'),
    refreshSeconds: z.int().min(60).max(86_400).exactOptional().describe('Age in seconds at which it is read again. Default: 3600.'),
    staleSeconds: z
      .int()
      .min(60)
      .max(604_800)
      .exactOptional()
      .describe('Age in seconds at which it serves no more: the bureau is silent until it has been read. Default: 86400.'),
  })
  .meta({ id: 'CodeList' })

/** Everything under `mapping:`. */
export const mappingSchema: z.ZodType<MappingFile> = z
  .strictObject({
    codes: z
      .record(z.string(), z.record(z.string(), z.string()))
      .exactOptional()
      .describe('Code tables by name: native code -> canonical value.'),
    codeLists: z
      .record(z.string(), codeListSchema)
      .exactOptional()
      .describe("Lists of codes that the bureau's system holds itself, by name. Fields name them in `codes`."),
    types: z.record(z.string(), typeSchema).describe('One entry per canonical record type that the bureau serves.'),
  })
  .meta({ id: 'Mapping' })
