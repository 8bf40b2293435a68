import type { ChildFetch, NativePredicate, NativeRow } from '../connectors/connector.ts'
import type { RowProblem } from '../model/bureau.ts'
import type { RecordType } from '../model/catalogue.ts'
import type { CanonicalValue } from '../model/record.ts'
import type { Condition } from './condition.ts'
import { compileWhere } from './fields/compileEach.ts'
import { type CompiledField, compileField } from './fields/compileField.ts'
import { pushTerm, pushTermExactly } from './fields/compositeNodes.ts'
import { didYouMean, type FieldContext, fail, type MappingContext } from './fields/fieldContext.ts'
import type { FieldNode, NativeCondition } from './fields/fieldNode.ts'
import { textOf } from './fields/interpretation.ts'
import { matchesAll, type RowTest } from './fields/matchRow.ts'
import type { ChildFile, TypeFile } from './language.ts'
import { Mistake, type Mistakes, type Path } from './mistake.ts'
import { joinReads, type Reads, readSteps, rowScope, type Scope } from './nativeScope.ts'
import type { NativeFilters, SearchColumn, TypeMapping } from './typeMapping.ts'

interface MappedField extends CompiledField {
  readonly reads: Reads
  readonly crossBureau: boolean
}

/** Compiles one record type; mistakes are noted in the context. */
export function compileType(file: TypeFile, type: RecordType, mapping: MappingContext): TypeMapping {
  const path = ['types', type.name]
  const fields = new Map<string, MappedField>()
  for (const [name, fieldFile] of Object.entries(file.fields)) {
    const fieldType = type.fields.get(name)
    const context = contextOf(mapping, file, [...path, 'fields', name], name)
    let crossBureau = false
    if (fieldType === undefined) {
      fail(context, [], `${type.name} has no field "${name}"`, didYouMean(name, type.fields.keys()))
    } else if (fieldType.inverse !== undefined) {
      fail(
        context,
        [],
        `${name} is the other end of ${fieldType.to ?? ''}.${fieldType.inverse} and is never mapped`,
        `map ${fieldType.inverse} instead`,
      )
    } else {
      const compiled = compileField(fieldFile, fieldType, { ...context, onCrossBureau: () => (crossBureau = true) })
      if (compiled !== null) fields.set(name, { ...compiled, reads: context.reads, crossBureau })
    }
  }
  const whereContext = contextOf(mapping, file, [...path, 'where'], '')
  const tests = compileWhere(file.where ?? {}, whereContext)
  noteUnusedChildren(file, fields, path, mapping)
  return new CompiledType(file, type.name, mapping.bureau, fields, tests, whereContext.reads)
}

function contextOf(mapping: MappingContext, file: TypeFile, path: Path, field: string): FieldContext {
  const reads: Reads = { row: new Set(), children: new Map(), codeLists: new Set() }
  return { mapping, scope: rowScope, reads, children: new Set(Object.keys(file.children ?? {})), path, field, onCrossBureau: () => {} }
}

function noteUnusedChildren(file: TypeFile, fields: ReadonlyMap<string, MappedField>, path: Path, mapping: MappingContext): void {
  for (const name of Object.keys(file.children ?? {})) {
    if ([...fields.values()].some((field) => field.reads.children.has(name))) continue
    mapping.problems.push({ severity: 'warning', path: [...path, 'children', name], message: 'no field reads this child table' })
  }
}

/** Callers choose the fields, so only so many sets of them are kept. */
const mostReads = 200

/** A field with its name. */
interface NamedNode {
  readonly name: string
  readonly node: FieldNode
}

const noProblems: readonly RowProblem[] = []

class CompiledType implements TypeMapping {
  readonly type: string
  readonly source: string
  readonly key: string
  readonly keyOrder: 'number' | 'text'
  readonly restriction: NativePredicate | null
  readonly staleSeconds: number
  readonly mapped: ReadonlySet<string>
  readonly search?: SearchColumn
  readonly #bureau: string
  readonly #fields: ReadonlyMap<string, MappedField>
  readonly #nodes: ReadonlyMap<string, FieldNode>
  readonly #tests: readonly RowTest[]
  readonly #always: readonly string[]
  readonly #children: ReadonlyMap<string, ChildFetch>
  readonly #keySteps: readonly string[]
  readonly #all: readonly NamedNode[]
  readonly #chosen = new WeakMap<ReadonlySet<string>, readonly NamedNode[]>()
  readonly #reads = new Map<string, ReturnType<TypeMapping['reads']>>()

  constructor(
    file: TypeFile,
    type: string,
    bureau: string,
    fields: ReadonlyMap<string, MappedField>,
    tests: readonly RowTest[],
    whereReads: Reads,
  ) {
    this.type = type
    this.source = file.from
    this.key = file.key
    this.keyOrder = file.keyOrder ?? 'text'
    this.restriction = restrictionOf(file)
    this.staleSeconds = file.cache?.staleSeconds ?? 0
    this.mapped = new Set(fields.keys())
    const search = searchOf(file)
    if (search !== null) this.search = search
    this.#bureau = bureau
    this.#fields = fields
    this.#nodes = new Map([...fields].map(([name, field]) => [name, field.node]))
    this.#keySteps = file.key.split('.')
    this.#all = [...fields].map(([name, { node }]) => ({ name, node }))
    this.#tests = tests
    this.#always = [file.key, ...whereReads.row]
    this.#children = childrenOf(file)
  }

  reads(fields: ReadonlySet<string> = this.mapped): ReturnType<TypeMapping['reads']> {
    const key = [...fields].join()
    const known = this.#reads.get(key)
    if (known !== undefined) return known
    const parts = [...this.#fields].filter(([name]) => fields.has(name)).map(([, field]) => field.reads)
    const joined = joinReads(parts, this.#always, this.#children)
    const reads = { ...joined, fields: [...new Set([...joined.fields, ...joined.children.map((child) => child.parent)])] }
    if (this.#reads.size >= mostReads) this.#reads.clear()
    this.#reads.set(key, reads)
    return reads
  }

  toCanonical(row: NativeRow, fields?: ReadonlySet<string>): ReturnType<TypeMapping['toCanonical']> {
    const key = textOf(readSteps(row, this.#keySteps, this.key))
    if (key === null || key === '') return { record: null, problems: [this.#problem('?', null, 'has no key')] }
    try {
      const scope: Scope = { value: row, outer: null }
      return matchesAll(this.#tests, scope) ? this.#map(key, scope, fields) : { record: null, problems: [] }
    } catch {
      // A row that no value of should reach, such as one nested without end.
      return { record: null, problems: [this.#problem(key, null, 'cannot be read')] }
    }
  }

  #map(key: string, scope: Scope, wanted: ReadonlySet<string> | undefined): ReturnType<TypeMapping['toCanonical']> {
    const values: Record<string, CanonicalValue> = {}
    const lenient: Mistakes = []
    const grave: Mistakes = []
    for (const { name, node } of this.#among(wanted)) {
      const value = node.read(scope, lenient)
      if (value instanceof Mistake) grave.push(value)
      else if (value !== null) values[name] = value
    }
    if (grave.length === 0 && lenient.length === 0)
      return { record: { ref: { bureau: this.#bureau, type: this.type, key }, values }, problems: noProblems }
    const problems = [...grave, ...lenient].map((mistake) => this.#problem(key, mistake.field, mistake.reason))
    return { record: grave.length > 0 ? null : { ref: { bureau: this.#bureau, type: this.type, key }, values }, problems }
  }

  /** The fields of a set, in the order of the file. Rows come by the page with one and the same set. */
  #among(wanted: ReadonlySet<string> | undefined): readonly NamedNode[] {
    if (wanted === undefined) return this.#all
    const known = this.#chosen.get(wanted)
    if (known !== undefined) return known
    const chosen = this.#all.filter(({ name }) => wanted.has(name))
    this.#chosen.set(wanted, chosen)
    return chosen
  }

  toNative(predicate: Parameters<TypeMapping['toNative']>[0], filters: NativeFilters): NativePredicate | null {
    return toPredicate(pushTerm(predicate, this.#nodes, filters), this.key, filters)
  }

  toNativeExactly(predicate: Parameters<TypeMapping['toNative']>[0]): NativePredicate | null {
    const condition = pushTermExactly(predicate, this.#nodes)
    if (condition === null) return null
    return toPredicate(condition, this.key, () => true) ?? { kind: 'and', terms: [] }
  }

  orderPath(field: string): string | null {
    return this.#fields.get(field)?.order?.path ?? null
  }

  orderValue(field: string, value: CanonicalValue): string | number | boolean | null {
    return this.#fields.get(field)?.order?.interpretation.orderValue(value) ?? null
  }

  crossBureau(field: string): boolean {
    return this.#fields.get(field)?.crossBureau ?? false
  }

  #problem(key: string, field: string | null, reason: string): RowProblem {
    return { type: this.type, key, field, reason }
  }
}

function childrenOf(file: TypeFile): ReadonlyMap<string, ChildFetch> {
  return new Map(Object.entries(file.children ?? {}).map(([name, child]) => [name, childOf(name, child, file)]))
}

function childOf(name: string, { from, on, parent, orderBy }: ChildFile, { key }: TypeFile): ChildFetch {
  return { name, source: from, on, parent: parent ?? key, fields: [], orderBy: orderBy ?? null }
}

/** The child table of the search is named as no child of a file can be. */
function searchOf(file: TypeFile): SearchColumn | null {
  if (file.search === undefined) return null
  const { form, column, in: within } = file.search
  return { form, path: column, child: within === undefined ? null : { ...childOf('search keys', within, file), fields: [column] } }
}

function restrictionOf(file: TypeFile): NativePredicate | null {
  const terms = Object.entries(file.where ?? {}).map(([path, wanted]): NativePredicate => {
    if (typeof wanted !== 'object') return { kind: 'compare', path, op: 'eq', value: wanted }
    return { kind: 'compare', path, op: 'in', value: wanted }
  })
  return terms.length > 1 ? { kind: 'and', terms } : (terms[0] ?? null)
}

/** What selects nothing is said as a key in an empty list. */
function toPredicate(condition: NativeCondition, key: string, can: NativeFilters): NativePredicate | null {
  if (condition.kind === 'none') return can(key, 'in') ? { kind: 'compare', path: key, op: 'in', value: [] } : null
  return condition.kind === 'all' ? null : plain(condition)
}

function plain(condition: Condition<NativePredicate & { kind: 'compare' }>): NativePredicate {
  if (condition.kind === 'leaf') return condition.leaf
  // Simplification leaves `all` and `none` at the top only.
  if (condition.kind === 'all' || condition.kind === 'none') throw new TypeError('a condition was not simplified')
  return { kind: condition.kind, terms: condition.terms.map(plain) }
}
