import { asNumber } from '../../model/order.ts'
import { type Conjunct, serving, startIn } from '../conjuncts.ts'
import type { NativeQuery, NativeScalar } from '../connector.ts'
import { own } from '../own.ts'
import type { GraphqlList, GraphqlPlace } from './graphqlOptions.ts'

type Value = Exclude<NativeScalar, null>

/** Arguments of a list field: what is fixed, the order, and the comparisons that have a place. */
export function listArguments(list: GraphqlList, query: NativeQuery, wanted: readonly Conjunct[]): Record<string, unknown> {
  const result = structuredClone(list.fixed) as Record<string, unknown>
  const order = orderOf(list, query)
  if (order !== null) {
    for (const [name, value] of Object.entries(order.arguments)) result[name] = structuredClone(value)
    const start = query.after === null ? startIn(wanted, order.path, order.direction) : query.after.value
    if (order.bound !== undefined && start !== null) put(result, order.bound, start)
  }
  for (const conjunct of wanted) if (!conjunct.orNone) addFilter(result, list, conjunct)
  return result
}

/** The declared order that a query asks for, or null when it asks for none. */
export function orderOf(list: GraphqlList, { orderBy }: Pick<NativeQuery, 'orderBy'>): GraphqlList['orders'][number] | null {
  if (orderBy === null) return null
  return list.orders.find(({ path, direction }) => path === orderBy.path && direction === orderBy.direction) ?? null
}

function addFilter(result: Record<string, unknown>, list: GraphqlList, { path, op, values }: Conjunct): void {
  for (const one of serving(op)) {
    const place = own(list.filters, path)?.[one]
    if (place === undefined || (values.length > 1 && one !== 'in')) continue
    const sent = op === 'isNull' ? [true] : send(place, values)
    if (sent !== null && put(result, typeof place === 'string' ? place : place.at, one === 'in' ? sent : sent[0])) return
  }
}

/** The values as the system takes them; null when one of them has no such form. */
function send(place: GraphqlPlace, values: readonly Value[]): readonly Value[] | null {
  if (values.some((value) => typeof value === 'string' && !value.isWellFormed())) return null
  if (typeof place === 'string') return values.map(String)
  const { as, values: allowed } = place
  if (allowed !== undefined && !values.every((value) => allowed.includes(String(value)))) return null
  const sent = values.map((value) => convert(value, as))
  return sent.every((value) => value !== null) ? sent : null
}

function convert(value: Value, as: 'String' | 'Int' | 'Float' | 'Boolean'): Value | null {
  if (as === 'String') return String(value)
  if (as === 'Boolean') return String(value) === 'true' ? true : String(value) === 'false' ? false : null
  const number = asNumber(value)
  if (number === null || !Number.isFinite(number)) return null
  return as === 'Float' || (Number.isInteger(number) && Math.abs(number) < 2 ** 31) ? number : null
}

/** Puts a value in its place among the arguments; false when something is there already. */
function put(root: Record<string, unknown>, path: string, value: unknown): boolean {
  const names = path.split('.')
  const last = names.pop() ?? path
  let place = root
  for (const name of names) {
    const next = Object.hasOwn(place, name) ? place[name] : {}
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return false
    place[name] = next
    place = next as Record<string, unknown>
  }
  if (Object.hasOwn(place, last)) return false
  place[last] = value
  return true
}
