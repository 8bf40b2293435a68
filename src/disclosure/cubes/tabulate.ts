import type { Catalogue, DisclosureLimit, RecordType } from '../../model/catalogue.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { type SealedRecord, unseal } from '../seal.ts'
import { allValues, cellsOf, type PublishedCube, unknownValue } from './publishedCube.ts'
import { suppressedCells } from './suppress.ts'

/** One count of a table. */
export interface CubeCell {
  /** A value for each dimension; `ALL` for the sum over it. */
  readonly values: readonly string[]
  /** Rounded; null: suppressed. */
  readonly count: number | null
}

/**
 * Counts an owner's records for a cube. Left out are those that nobody abroad may hear of: of protected people, past their expiry, with countries that are excluded, and held for another bureau. It opens records, and what comes
 * out of it is nothing but the table.
 */
export class CubeTally {
  /** Fields that a record has to be read with. */
  readonly inputs: ReadonlySet<string>
  readonly #cube: PublishedCube
  readonly #type: RecordType
  readonly #day: string
  readonly #counts: number[]

  /** `day`: the hub's UTC day. */
  constructor(cube: PublishedCube, { types }: Catalogue, day: string) {
    const type = types.get(cube.type)
    if (type === undefined) throw new TypeError(`no record type ${cube.type}`)
    this.#cube = cube
    this.#type = type
    this.#day = day
    this.#counts = new Array<number>(cellsOf(cube.dimensions)).fill(0)
    const guarded = [...type.fields.values()].filter(
      ({ protects, limits, fields }) =>
        protects === true || limits !== undefined || [...(fields?.values() ?? [])].some((part) => part.limits !== undefined),
    )
    this.inputs = new Set([...cube.dimensions.map(({ field }) => field), ...guarded.map(({ name }) => name)])
  }

  /** Counts a record. */
  add(sealed: SealedRecord): void {
    const { values, ref } = unseal(sealed)
    if (this.#isOut(values, ref.bureau)) return
    let cells: readonly number[] = [0]
    for (const { field, values: known } of this.#cube.dimensions) {
      const value = values[field] ?? null
      const at = known.indexOf(typeof value === 'string' ? value : typeof value === 'boolean' ? String(value).toUpperCase() : unknownValue)
      const place = at < 0 ? known.indexOf(unknownValue) : at
      cells = cells.flatMap((cell) => [cell * (known.length + 1) + place, cell * (known.length + 1) + known.length])
    }
    for (const cell of cells) this.#counts[cell] = (this.#counts[cell] ?? 0) + 1
  }

  /** The table: every cell there can be, whatever was counted, in one order. */
  table(): readonly CubeCell[] {
    const { dimensions, base, least } = this.#cube
    const hidden = suppressedCells({ sizes: dimensions.map(({ values }) => values.length), counts: this.#counts }, least)
    return this.#counts.map((count, cell) => ({
      values: this.#valuesOf(cell),
      count: hidden.has(cell) ? null : Math.round(count / base) * base,
    }))
  }

  #valuesOf(cell: number): readonly string[] {
    let rest = cell
    return this.#cube.dimensions
      .toReversed()
      .map(({ values }) => {
        const at = rest % (values.length + 1)
        rest = Math.floor(rest / (values.length + 1))
        return values[at] ?? allValues
      })
      .toReversed()
  }

  #isOut(values: Readonly<Record<string, CanonicalValue>>, owner: string): boolean {
    return [...this.#type.fields.values()].some((field) => {
      const value = values[field.name] ?? null
      if (field.protects === true && isGiven(value)) return true
      if (field.limits !== undefined && this.#limits(field.limits, value, owner)) return true
      return [...(field.fields?.values() ?? [])].some(
        (part) => part.limits !== undefined && this.#limits(part.limits, partOf(value, part.name), owner),
      )
    })
  }

  /** What cannot be read limits. */
  #limits(limit: DisclosureLimit, value: CanonicalValue, owner: string): boolean {
    if (!isGiven(value)) return false
    if (limit === 'EXPIRY') return typeof value !== 'string' || value < this.#day
    return limit === 'EXCLUDED_COUNTRIES' || value !== owner
  }
}

function isGiven(value: CanonicalValue): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0)
}

function partOf(value: CanonicalValue, name: string): CanonicalValue {
  return typeof value === 'object' && value !== null ? ((value as Readonly<Record<string, CanonicalValue>>)[name] ?? null) : null
}
