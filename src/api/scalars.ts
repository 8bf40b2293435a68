import { type GraphQLLeafType, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { isPartialDate } from '../model/partialDate.ts'

/** Such a scalar leaves the hub as it is. */
const asItIs = (value: unknown): unknown => value

/** Whether texts of a type leave as they are. */
export function isPlainText(type: GraphQLLeafType): boolean {
  return type.serialize === asItIs
}

/** A scalar whose values are texts of one form. What comes in wrong is answered with the form that is wanted; the value is not repeated. */
function textScalar(name: string, form: string, accept: (text: string) => string | null): GraphQLScalarType<string, unknown> {
  const parse = (value: unknown): string => {
    const accepted = typeof value === 'string' ? accept(value) : null
    if (accepted === null) throw new TypeError(`${name} wants ${form}`)
    return accepted
  }
  return new GraphQLScalarType({
    name,
    serialize: asItIs,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
  })
}

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : null)

function day(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

/** Any RFC 3339 instant comes in; it is kept in UTC, to the nanosecond at most. */
function instant(text: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/i.exec(text)
  if (match === null || day(match[1] ?? '') === null) return null
  const time = Date.parse(`${match[1]}T${match[2]}${match[4]?.toUpperCase()}`)
  if (Number.isNaN(time)) return null
  const fraction = match[3] === undefined ? '' : `.${match[3]}`
  return `${new Date(time).toISOString().slice(0, 19)}${fraction}Z`
}

/** The schema's own scalars. */
export const scalars = {
  Date: textScalar('Date', 'a day, YYYY-MM-DD', day),
  DateTime: textScalar('DateTime', 'an instant, YYYY-MM-DDTHH:MM:SSZ', instant),
  PartialDate: textScalar('PartialDate', 'a day known in part: YYYY-MM-DD, YYYY-MM, YYYY, 198X, 1980~ or 1980/1983', (text) =>
    isPartialDate(text) ? text : null,
  ),
  CountryCode: textScalar(
    'CountryCode',
    'a country or organisation code of two or three capitals or digits, a capital among them',
    matching(/^(?=.*[A-Z])[A-Z0-9]{2,3}$/),
  ),
  Cursor: textScalar('Cursor', 'a cursor that this hub gave out', matching(/^[A-Za-z0-9_-]{1,400}$/)),
  LanguageTag: textScalar('LanguageTag', 'a BCP 47 tag', matching(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)),
}
