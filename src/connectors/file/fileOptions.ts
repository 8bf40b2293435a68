import { z } from 'zod'

const common = {
  files: z
    .string()
    .min(1)
    .describe('Files of this source: a glob relative to `folder`, such as `persons-*.ndjson`. They are read in the order of their names.'),
  key: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Path that identifies a row: a later row with the same key replaces an earlier one. Default: the key of the mapping; none for child tables.',
    ),
  deleted: z
    .strictObject({
      path: z.string().min(1).describe('Column or path of the marker.'),
      values: z
        .array(z.union([z.string(), z.number(), z.boolean()]))
        .min(1)
        .default([true, 'true', '1', 'Y'])
        .describe('Values that mean: removed.'),
    })
    .optional()
    .describe('A row with this marker removes the row with its key.'),
}
const encoding = z
  .enum(['utf-8', 'utf-16le', 'latin1'])
  .default('utf-8')
  .describe('How text is encoded. Default `utf-8`. A byte order mark is left out.')

const sourceSchema = z.discriminatedUnion('format', [
  z.strictObject({ ...common, format: z.literal('ndjson').describe('One JSON object a line.') }),
  z.strictObject({
    ...common,
    format: z.literal('csv').describe('Separated values; the first line names the columns.'),
    encoding,
    delimiter: z.string().min(1).max(4).default(',').describe('Between values. Default `,`.'),
    quote: z.string().length(1).nullable().default('"').describe('Around values that contain delimiters; null: no quoting. Default `"`.'),
    columns: z.array(z.string().min(1)).min(1).optional().describe('Names of the columns, for files without a first line that names them.'),
  }),
  z.strictObject({
    ...common,
    format: z.literal('xml').describe('One element a row.'),
    record: z.string().min(1).describe('Element of a row: its name, or its path from the root, such as `LIST/INDIVIDUALS/INDIVIDUAL`.'),
    arrays: z
      .array(z.string().min(1))
      .default([])
      .describe('Elements, by name or by path inside the row, that are lists even when they occur once or never.'),
  }),
  z.strictObject({
    ...common,
    format: z.literal('json').describe('One JSON document.'),
    rows: z.string().default('').describe('Where the rows are in the document, as a dotted path. Default: the document is the array.'),
  }),
])

/** Options of kind `file`. */
export const fileOptionsSchema = z.strictObject({
  kind: z.literal('file'),
  folder: z.string().min(1).describe('Folder that files are dropped into. Only files inside it are read.'),
  maxRows: z
    .int()
    .min(1)
    .max(5_000_000)
    .default(200_000)
    .describe('Most rows kept of one source. More than that is an error, not a cut. Default 200000.'),
  refreshMs: z
    .int()
    .min(0)
    .max(3_600_000)
    .default(1000)
    .describe('How long the files are taken to be as last seen, in milliseconds. Default 1000.'),
  sources: z.record(z.string().min(1), sourceSchema).describe('What the mapping can read: name -> files.'),
})

export type FileOptions = z.infer<typeof fileOptionsSchema>
export type FileSource = FileOptions['sources'][string]
