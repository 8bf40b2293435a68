import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { idOf } from '../../properties/world/ids.ts'

/** A query with its variables. */
export interface GeneratedQuery {
  readonly source: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** A whole number from 1 to this, drawn. */
export type Draw = (most: number) => number

/** Draws from a seed (mulberry32): tens of thousands for each query, which need no shrinking. */
export function drawsFrom(seed: number): Draw {
  let state = seed >>> 0
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return 1 + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
  }
}

const deepest = 5
/** Searches, each of which is in the audit entry: an object that is met twice is searched for once by a plan, and twice by graphql-js. */
const noted = new Set(['possibleMatches'])
/** Required arguments that are drawn; fields with others are left out. */
const given = new Set(['id', 'code', 'by'])
/** Fields behind which records are: drawn more often than others. */
const records = new Set(['notices', 'persons', 'requests', 'node', 'nodes', 'edges', 'subject', 'subjects', 'notice'])
/** Alerts and watches need a log of changes, and those who read the ledger a ledger, which a hub of these tests has none of; what is asked of policies is no page of records. */
const leftOut = new Set([
  'alerts',
  'watches',
  'disclosures',
  'myDisclosures',
  'bureauDisclosures',
  'ledgerCheckpoint',
  'ledgerInclusion',
  'ledgerConsistency',
  'subjectReport',
  'subjectRequests',
  'disclosurePreview',
  'explainDisclosure',
  'deskEntries',
  'emergencyAccesses',
  'emergencyBlocks',
])
/** Ids of records that may be there, and one that is none. */
const ids = [
  ...['XA', 'XB'].flatMap((bureau) =>
    ['Notice', 'Person', 'AssistanceRequest'].flatMap((type) => ['k1', '10'].map((key) => idOf({ bureau, type, key }))),
  ),
  'bm9uZQ',
]

/** Any valid query of the schema: aliases, fragments of all kinds, conditions by constants and variables, fields that are asked for again, and arguments that are refused. */
export function queryOf(schema: GraphQLSchema, draw: Draw): GeneratedQuery {
  return new QueryWriter(schema, draw).query()
}

class QueryWriter {
  readonly #schema: GraphQLSchema
  readonly #draw: Draw
  readonly #fragments: string[] = []
  readonly #definitions: string[] = []
  readonly #variables: Record<string, unknown> = {}
  #aliases = 0
  #left = 60

  constructor(schema: GraphQLSchema, draw: Draw) {
    this.#schema = schema
    this.#draw = draw
  }

  query(): GeneratedQuery {
    const root = this.#schema.getQueryType()
    if (!root) throw new TypeError('a schema without queries')
    const selection = this.#selection(root, 0)
    const defined = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : ''
    return { source: [`query Q${defined} ${selection}`, ...this.#fragments].join('\n'), variables: this.#variables }
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const count = this.#draw(depth === 0 ? 3 : 5)
    const parts = Array.from({ length: count }, () => this.#part(type, depth)).filter((part) => part !== null)
    const [first] = parts
    // Asked for again under the same name: the two are one field of the answer.
    const again = first !== undefined && this.#chance(8) ? [first] : []
    return `{ ${parts.length === 0 ? '__typename' : [...parts, ...again].join(' ')} }`
  }

  #part(type: GraphQLNamedType, depth: number): string | null {
    if (this.#chance(12)) return `${this.#chance(2) ? this.#alias() : ''}__typename ${this.#condition()}`
    if (this.#chance(6)) return this.#fragment(type, depth)
    return this.#field(type, depth)
  }

  /** On the type itself, on what it is one of, or on what is one of it; inline or by a name. */
  #fragment(type: GraphQLNamedType, depth: number): string {
    const on = this.#one(this.#related(type))
    if (this.#chance(4)) return `... ${this.#condition()} ${this.#selection(type, depth)}`
    const selection = this.#selection(on, depth)
    if (this.#chance(2)) return `... on ${on.name} ${this.#condition()} ${selection}`
    const name = `F${this.#fragments.length}`
    this.#fragments.push(`fragment ${name} on ${on.name} ${selection}`)
    return `...${name} ${this.#condition()} ${this.#chance(3) ? `...${name}` : ''}`
  }

  #related(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (isAbstractType(type)) return [type, ...this.#schema.getPossibleTypes(type)]
    return isObjectType(type) ? [type, ...type.getInterfaces()] : [type]
  }

  #field(type: GraphQLNamedType, depth: number): string | null {
    if (!('getFields' in type)) return null
    const fields = Object.values((type as GraphQLObjectType).getFields()) as GraphQLField<unknown, unknown>[]
    const usable = fields.filter(
      (field) =>
        !(depth === 0 && leftOut.has(field.name)) &&
        !noted.has(field.name) &&
        field.args.every(
          (argument) => !isRequiredArgument(argument) || (given.has(argument.name) && (argument.name !== 'by' || field.name === 'facets')),
        ) &&
        (!isCompositeType(getNamedType(field.type)) || (depth < deepest && this.#left > 0)),
    )
    if (usable.length === 0 || this.#left-- <= 0) return null
    const doors = usable.filter(({ name }) => records.has(name))
    const field = doors.length > 0 && this.#chance(2) ? this.#one(doors) : this.#one(usable)
    const named = getNamedType(field.type)
    // An alias of its own wherever another field, or other arguments, could stand under the same name.
    const name = `${this.#alias()}${field.name}${this.#arguments(field)}`
    return `${name} ${this.#condition()} ${isCompositeType(named) ? this.#selection(named, depth + 1) : ''}`
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap((argument) => {
      const value = this.#argument(field, argument)
      return value === null ? [] : [`${argument.name}: ${value}`]
    })
    return given.length === 0 ? '' : `(${given.join(', ')})`
  }

  #argument({ name: field }: GraphQLField<unknown, unknown>, { name }: GraphQLArgument): string | null {
    switch (name) {
      case 'id':
        return this.#value('ID!', this.#one(ids))
      case 'code':
        return JSON.stringify(this.#one(['XA', 'XB', 'ZZ']))
      case 'first':
        // Now and then one that no page has; refused by the hub, and by nothing before it in these tests.
        return this.#chance(2) ? null : this.#value('Int', this.#one([1, 2, 3, 5, 20, 20, 0]))
      case 'after':
        return this.#chance(9) ? JSON.stringify('bm90IGEgY3Vyc29y') : null
      case 'by':
        return field === 'facets' ? `[OWNER]` : null
      case 'match':
        return this.#chance(3) ? this.#one(['CERTAIN', 'POSSIBLE']) : null
      default:
        return null
    }
  }

  /** As a constant or as a variable. */
  #value(type: string, value: unknown): string {
    if (this.#chance(2)) return JSON.stringify(value)
    const name = `v${this.#definitions.length}`
    const isDefault = type === 'Int' && this.#chance(3)
    this.#definitions.push(isDefault ? `$${name}: ${type} = ${JSON.stringify(value)}` : `$${name}: ${type}`)
    if (!isDefault) this.#variables[name] = value
    return `$${name}`
  }

  #condition(): string {
    if (!this.#chance(8)) return ''
    const directive = this.#one(['skip', 'include'])
    if (this.#chance(3)) return `@${directive}(if: ${this.#chance(2)})`
    const name = `v${this.#definitions.length}`
    this.#definitions.push(`$${name}: Boolean!`)
    this.#variables[name] = this.#chance(2)
    return `@${directive}(if: $${name})`
  }

  #alias(): string {
    return this.#chance(20) ? `__proto__${this.#aliases++}: ` : `a${this.#aliases++}: `
  }

  #one<T>(values: readonly T[]): T {
    const value = values[this.#draw(values.length) - 1]
    if (value === undefined) throw new TypeError('nothing to choose from')
    return value
  }

  /** True once in so many times. */
  #chance(times: number): boolean {
    return this.#draw(times) === 1
  }
}
