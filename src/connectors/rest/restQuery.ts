import { type Conjunct, serving, startIn } from '../conjuncts.ts'
import type { NativeQuery, NativeScalar } from '../connector.ts'
import { own } from '../own.ts'
import type { RestParameter, RestSource } from './restOptions.ts'

/** Parameters of a call, in order. A parameter that is set already stays as it is: two comparisons on one parameter would contradict each other. */
export class RestQuery {
  readonly #pairs: (readonly [string, string])[] = []
  readonly #set = new Set<string>()

  /** Sets a parameter; tells whether it was free. */
  set(name: string, values: readonly string[]): boolean {
    if (this.#set.has(name)) return false
    this.#set.add(name)
    for (const value of values) this.#pairs.push([name, value])
    return true
  }

  /** `?a=1&b=2`, or nothing. */
  toString(): string {
    const text = this.#pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
    return text === '' ? '' : `?${text}`
  }
}

/** Percent-encodes everything but letters, digits and `-._~`; half a surrogate pair becomes the replacement character. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** What a query asks of a source, apart from paging. */
export function restQuery(source: RestSource, query: NativeQuery, wanted: readonly Conjunct[]): RestQuery {
  const parameters = new RestQuery()
  for (const [name, value] of Object.entries(source.query)) parameters.set(name, [String(value)])
  const order = orderOf(source, query)
  if (order !== null) {
    for (const [name, value] of Object.entries(order.query)) parameters.set(name, [String(value)])
    startAt(parameters, order, query, wanted)
  }
  for (const conjunct of wanted) if (!conjunct.orNone) addFilter(parameters, source, conjunct)
  return parameters
}

/** The declared order that a query asks for, or null when it asks for none. */
export function orderOf(source: RestSource, { orderBy }: Pick<NativeQuery, 'orderBy'>): RestSource['orders'][number] | null {
  if (orderBy === null) return null
  return source.orders.find(({ path, direction }) => path === orderBy.path && direction === orderBy.direction) ?? null
}

function startAt(parameters: RestQuery, order: RestSource['orders'][number], { after }: NativeQuery, wanted: readonly Conjunct[]): void {
  const { keyset, bound, path, direction } = order
  // Among rows without a value there is no place to name: they are read from the start.
  if (after !== null && after.value === null) return
  if (after !== null && keyset !== undefined) {
    parameters.set(keyset.key, [after.key])
    if (keyset.value !== undefined) parameters.set(keyset.value, [String(after.value)])
    return
  }
  const start = after === null ? startIn(wanted, path, direction) : after.value
  if (bound !== undefined && start !== null) parameters.set(bound, [String(start)])
}

function addFilter(parameters: RestQuery, source: RestSource, { path, op, values }: Conjunct): void {
  const declared = own(source.filters, path)
  if (declared === undefined) return
  for (const one of serving(op)) {
    const parameter = declared[one]
    if (parameter === undefined || (values.length > 1 && one !== 'in')) continue
    const written = write(parameter, op === 'isNull' ? [true] : values)
    if (written !== null && parameters.set(nameOf(parameter), written)) return
  }
}

function nameOf(parameter: RestParameter): string {
  return typeof parameter === 'string' ? parameter : parameter.parameter
}

/** The values as the system wants them; null when they cannot be written so that only they are meant. */
function write(parameter: RestParameter, values: readonly Exclude<NativeScalar, null>[]): readonly string[] | null {
  const { join, format, allowed } =
    typeof parameter === 'string' ? { join: 'repeat', format: '{}', allowed: undefined } : { ...parameter, allowed: parameter.values }
  if (allowed !== undefined && !values.every((value) => allowed.some((one) => String(one) === String(value)))) return null
  const texts = values.map((value) => format.replaceAll('{}', () => String(value)))
  if (texts.some((text) => !text.isWellFormed())) return null
  if (join === 'repeat' || texts.length === 1) return join !== 'repeat' && texts[0]?.includes(join) ? null : texts
  return texts.some((text) => text.includes(join)) ? null : [texts.join(join)]
}
