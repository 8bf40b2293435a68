import type {
  Call,
  Capabilities,
  Connector,
  NativeGet,
  NativePage,
  NativePredicate,
  NativeQuery,
  NativeRow,
} from '../../connectors/connector.ts'
import type { HeldCondition, HeldOrderColumn, HeldQuestion, HeldSystem } from './heldSystem.ts'

type Column = HeldOrderColumn | 'party' | 'state'
type Compared = NativePredicate & { readonly kind: 'compare' }

/** Columns that stand open, with what they are compared by. Everything else is sealed, and the hub compares it itself. */
const columns: Readonly<Record<Column, 'text' | 'instant'>> = {
  key: 'text',
  party: 'text',
  state: 'text',
  sent: 'instant',
  due: 'instant',
  updated: 'instant',
}
const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const
const textOps: ReadonlySet<string> = new Set(['eq', 'in'])
const instantOps: ReadonlySet<string> = new Set(['gt', 'gte', 'lt', 'lte', 'isNull'])

const powers: Capabilities = {
  filters: (path, op) => isColumn(path) && (columns[path] === 'text' ? textOps : instantOps).has(op),
  orders: (path) => isOrdered(path),
  reverses: true,
  pageRows: null,
  resultRows: null,
}

/** What the hub keeps for one bureau, read as any bureau's system is. A native source is a record type. */
export class HeldConnector implements Connector {
  readonly #owner: string
  readonly #system: HeldSystem

  constructor(owner: string, system: HeldSystem) {
    this.#owner = owner
    this.#system = system
  }

  capabilities(_source: string): Capabilities {
    return powers
  }

  async find({ source, where, orderBy, after, limit, page }: NativeQuery, _call: Call): Promise<NativePage> {
    const column = orderBy === null || !isOrdered(orderBy.path) ? 'key' : orderBy.path
    const found = await this.#system.find({
      type: source,
      owner: this.#owner,
      where: where === null ? null : condition(where),
      orderBy: { column, direction: orderBy?.direction ?? 'ASC', reversed: orderBy?.reversed ?? false },
      after: page === null ? startOf(after) : (JSON.parse(page) as HeldQuestion['after']),
      limit: limit + 1,
    })
    const given = found.slice(0, limit)
    const last = given.at(-1)?.place
    const next = found.length > limit && last !== undefined ? JSON.stringify({ value: last[column], key: last.key }) : null
    return { rows: given.map(({ row }) => row), next, capped: false }
  }

  async get({ source, keys }: NativeGet, _call: Call): Promise<ReadonlyMap<string, NativeRow>> {
    const found = await this.#system.get(keys)
    const own = found.filter(({ owner, type }) => owner === this.#owner && type === source)
    return new Map(own.map(({ row, place }) => [place.key, row]))
  }

  async describe(): Promise<null> {
    return null
  }

  async health(): Promise<void> {}

  /** The store is not this one's to close. */
  async close(): Promise<void> {}
}

function startOf(after: NativeQuery['after']): HeldQuestion['after'] {
  if (after === null) return null
  return { value: typeof after.value === 'boolean' ? null : after.value, key: after.key }
}

function isColumn(path: string): path is Column {
  return Object.hasOwn(columns, path)
}

function isOrdered(path: string): path is HeldOrderColumn {
  return path === 'key' || (isColumn(path) && columns[path] === 'instant')
}

/** A condition on the open columns. Only comparisons for which `filters` said yes arrive. */
function condition(predicate: NativePredicate): HeldCondition {
  const parameters: (string | number)[] = []
  const sqlOf = (one: NativePredicate): string => {
    if (one.kind === 'compare') return comparison(one, parameters)
    const joined = one.terms.map((term) => `(${sqlOf(term)})`).join(one.kind === 'and' ? ' AND ' : ' OR ')
    return joined === '' ? (one.kind === 'and' ? '1' : '0') : joined
  }
  return { sql: sqlOf(predicate), parameters }
}

function comparison({ path, op, value }: Compared, parameters: (string | number)[]): string {
  if (!powers.filters(path, op)) throw new TypeError('this is no condition on what the hub keeps')
  if (op === 'isNull') return `${path} IS NULL`
  const values = [value].flat().filter((one) => typeof one === 'string' || typeof one === 'number')
  if (op === 'eq' || op === 'in') {
    parameters.push(...values.map(String))
    return values.length === 0 ? '0' : `${path} IN (${values.map(() => '?').join(', ')})`
  }
  const [bound] = values
  if (bound === undefined || op === 'startsWith') return '0'
  parameters.push(bound)
  return `${path} ${operators[op]} ?`
}
