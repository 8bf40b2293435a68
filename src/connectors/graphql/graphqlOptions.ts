import { z } from 'zod'
import { httpOptions } from '../http/httpOptions.ts'

const name = z.string().regex(/^[_A-Za-z][_0-9A-Za-z]*$/)
const namePath = z.string().regex(/^[_A-Za-z][_0-9A-Za-z]*(\.[_A-Za-z][_0-9A-Za-z]*)*$/)
const type = z.string().regex(/^[_0-9A-Za-z![\]]+$/)

const placeSchema = z.union([
  namePath.describe('Place of the value in the arguments; it is sent as a text.'),
  z.strictObject({
    at: namePath.describe('Place of the value in the arguments.'),
    as: z
      .enum(['String', 'Int', 'Float', 'Boolean'])
      .default('String')
      .describe('How a value is sent; what is none of these is not sent. Default `String`, for enums and ids too.'),
    values: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('The only values that the system takes, such as those of an enum; a comparison with another is not sent.'),
  }),
])

const orderSchema = z.strictObject({
  path: namePath.describe('Native path that rows are ordered by.'),
  direction: z.enum(['ASC', 'DESC']).default('ASC'),
  arguments: z.record(name, z.json()).default({}).describe('Argument -> value that asks for this order. Empty: rows always come in it.'),
  bound: namePath
    .optional()
    .describe(
      'Place in the arguments for the value to start at, included: a lower bound for ASC, an upper bound for DESC. Rows without a value must still come.',
    ),
})

const listSchema = z
  .strictObject({
    field: name.describe('Root field.'),
    shape: z.enum(['relay', 'list']).default('relay').describe('`relay`: edges, node, pageInfo. `list`: a plain list. Default `relay`.'),
    nodes: z
      .enum(['edges', 'nodes'])
      .default('edges')
      .describe('Whether a connection is read through `edges { node }` or `nodes`. Default `edges`.'),
    arguments: z
      .record(name, type)
      .default({})
      .describe('Every argument used here -> its GraphQL type, such as `{ first: Int, where: SubjectWhere }`.'),
    fixed: z.record(name, z.json()).default({}).describe('Arguments sent with every call for rows.'),
    first: name
      .optional()
      .describe('Argument for the number of rows. Default: `first` for `relay`; none for `list`, which then gives everything at once.'),
    after: name
      .optional()
      .describe('Argument for the place to go on from. Default: `after` for `relay`; for `list` the number of rows to skip.'),
    max: z.int().min(1).max(10_000).default(100).describe('Most rows in one page. Default 100.'),
    filters: z
      .record(namePath, z.partialRecord(z.enum(['eq', 'in', 'startsWith', 'gt', 'gte', 'lt', 'lte', 'isNull']), placeSchema))
      .default({})
      .describe('Native path -> operator -> place of the value in the arguments, such as `where.familyName.startsWith`.'),
    orders: z
      .array(orderSchema)
      .default([])
      .describe('Orders in which the system can give rows: total, ties by key ascending, text by code point, rows without a value last.'),
    cap: z.int().min(1).optional().describe('Most rows that one question can reach, however it is paged.'),
  })
  .superRefine((list, context) => {
    const known = new Set([...Object.keys(list.arguments), ...(list.shape === 'relay' ? ['first', 'after'] : [])])
    const places = Object.values(list.filters).flatMap((ops) =>
      Object.values(ops).map((place) => (typeof place === 'string' ? place : place.at)),
    )
    const orders = list.orders.flatMap((order) => [...Object.keys(order.arguments), ...(order.bound === undefined ? [] : [order.bound])])
    const used = [...Object.keys(list.fixed), ...places, ...orders, ...[list.first, list.after].filter((one) => one !== undefined)]
    for (const argument of new Set(used.map((place) => place.split('.')[0] ?? place))) {
      if (!known.has(argument))
        context.addIssue({ code: 'custom', path: ['arguments'], message: `the type of argument '${argument}' is missing` })
    }
  })

const getSchema = z.union([
  z.strictObject({
    field: name.describe('Root field that takes keys and gives a list of rows, in any order.'),
    keys: name.describe('Argument for the keys.'),
    type: type.default('[ID!]!').describe('Its GraphQL type. Default `[ID!]!`.'),
    batch: z.int().min(1).max(1000).default(100).describe('Most keys in one call. Default 100.'),
  }),
  z.strictObject({
    field: name.describe('Root field that takes one key and gives one row or null; asked for several times in one document.'),
    key: name.describe('Argument for the key.'),
    type: type.default('ID!').describe('Its GraphQL type. Default `ID!`.'),
    on: name.optional().describe('Type of the row, where the field gives an interface such as Node.'),
    batch: z.int().min(1).max(200).default(20).describe('Most keys in one document. Default 20.'),
  }),
])

const sourceSchema = z.strictObject({
  list: listSchema.describe('How rows are searched.'),
  get: getSchema.describe('How rows are read by key.'),
  expand: z
    .record(namePath, z.array(namePath).min(1))
    .default({})
    .describe('Object or list in a row -> paths selected in it where the mapping asks for it as a whole.'),
  nested: z
    .record(namePath, z.record(name, z.strictObject({ type, value: z.json() })))
    .default({})
    .describe(
      'Arguments of fields inside a row: path -> argument -> type and value, such as `{ photos: { first: { type: Int, value: 5 } } }`.',
    ),
})

/** Options of kind `graphql`. */
export const graphqlOptionsSchema = z.strictObject({
  kind: z.literal('graphql'),
  ...httpOptions,
  sources: z.record(z.string().min(1), sourceSchema).describe('What the mapping can read: name -> root fields.'),
})

export type GraphqlOptions = z.infer<typeof graphqlOptionsSchema>
export type GraphqlSource = GraphqlOptions['sources'][string]
export type GraphqlPlace = z.infer<typeof placeSchema>
export type GraphqlList = GraphqlSource['list']
