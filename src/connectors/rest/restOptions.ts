import { z } from 'zod'
import { httpOptions } from '../http/httpOptions.ts'
import { inboxSchema } from '../http/inboxOptions.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

const parameterSchema = z.union([
  z.string().min(1).describe('Name of the query parameter.'),
  z.strictObject({
    parameter: z.string().min(1).describe('Name of the query parameter.'),
    join: z
      .string()
      .min(1)
      .default('repeat')
      .describe('How a list is written: `repeat` (a=1&a=2), or the text between members, such as `,`. Default `repeat`.'),
    values: z.array(scalar).min(1).optional().describe('The only values that the system takes; a comparison with another is not sent.'),
    format: z.string().includes('{}').default('{}').describe('How one value is written; `{}` is the value. Default `{}`.'),
  }),
])

const filterSchema = z
  .partialRecord(z.enum(['eq', 'in', 'startsWith', 'gt', 'gte', 'lt', 'lte', 'isNull']), parameterSchema)
  .describe('Operator -> parameter. The system may return more rows than the comparison selects, never fewer.')

const size = z
  .string()
  .min(1)
  .optional()
  .describe('Parameter for the number of rows in a page. Absent: the system always gives `max` rows.')
const max = z.int().min(1).max(10_000).describe('Most rows that the system gives in one page.')

const pagingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('page'),
    parameter: z.string().min(1).describe('Parameter for the page number.'),
    first: z.int().min(0).max(1).default(1).describe('Number of the first page. Default 1.'),
    size,
    max,
  }),
  z.strictObject({
    kind: z.literal('offset'),
    parameter: z.string().min(1).describe('Parameter for the number of rows to skip.'),
    size,
    max,
  }),
  z.strictObject({
    kind: z.literal('cursor'),
    parameter: z.string().min(1).describe('Parameter for the cursor.'),
    next: z.string().min(1).describe('Where the next cursor is in the answer; null, absent or empty there: no more rows.'),
    size,
    max,
  }),
  z.strictObject({
    kind: z.literal('link'),
    next: z
      .string()
      .min(1)
      .optional()
      .describe('Where the address of the next page is in the answer. Absent: the `Link` header with rel="next".'),
    size,
    max,
  }),
  z.strictObject({ kind: z.literal('none') }),
])

const orderSchema = z.strictObject({
  path: z.string().min(1).describe('Native path that rows are ordered by.'),
  direction: z.enum(['ASC', 'DESC']).default('ASC'),
  query: z.record(z.string(), scalar).default({}).describe('Parameters that ask for this order. Empty: rows always come in it.'),
  bound: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Parameter with the value to start at, included: a lower bound for ASC, an upper bound for DESC. Rows without a value must still come.',
    ),
  keyset: z
    .strictObject({ value: z.string().min(1).optional(), key: z.string().min(1) })
    .optional()
    .describe('Parameters with the value and the key of the last row read: only rows strictly after it come back.'),
})

const getSchema = z.union([
  z.strictObject({
    path: z.string().includes('{key}').describe('Path of one row, with `{key}`. An answer 404 means that there is none.'),
    row: z.string().default('').describe('Where the row is in the answer. Default: the answer is the row.'),
    replace: z
      .record(z.string().min(1), z.string())
      .default({})
      .describe('Texts of a key written differently in the path, such as `{ "/": "-" }`.'),
  }),
  z.strictObject({
    parameter: z.string().min(1).describe('Query parameter with the keys, on the path of the source.'),
    join: z.string().min(1).default(',').describe('Text between keys, or `repeat`. Default `,`.'),
    batch: z.int().min(1).max(1000).default(50).describe('Most keys in one call. Default 50.'),
  }),
])

const sourceSchema = z.strictObject({
  path: z.string().startsWith('/').describe('Path of the resource, appended to `url`.'),
  rows: z.string().default('').describe('Where the rows are in the answer, as a dotted path. Default: the answer is the array.'),
  total: z.string().min(1).optional().describe('Where the number of all matching rows is in the answer.'),
  query: z.record(z.string(), scalar).default({}).describe('Parameters sent with every call for rows.'),
  paging: pagingSchema,
  filters: z
    .record(z.string(), filterSchema)
    .default({})
    .describe('Native path -> comparisons that the system can make. `list.path` is a path inside the elements of a list.'),
  orders: z
    .array(orderSchema)
    .default([])
    .describe('Orders in which the system can give rows: total, ties by key ascending, text by code point, rows without a value last.'),
  cap: z.int().min(1).optional().describe('Most rows that one question can reach, however it is paged.'),
  get: getSchema.describe('How rows are read by key.'),
})

/** Options of kind `rest`. */
export const restOptionsSchema = z.strictObject({
  kind: z.literal('rest'),
  ...httpOptions,
  health: z
    .string()
    .startsWith('/')
    .optional()
    .describe('Path that answers 2xx when the system is well. Default: one row of the first source.'),
  inbox: inboxSchema.optional(),
  sources: z.record(z.string().min(1), sourceSchema).describe('What the mapping can read: name -> resource.'),
})

export type RestOptions = z.infer<typeof restOptionsSchema>
export type RestSource = RestOptions['sources'][string]
export type RestPaging = RestSource['paging']
export type RestParameter = z.infer<typeof parameterSchema>
