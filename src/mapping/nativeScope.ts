import type { ChildFetch, CodeListRead } from '../connectors/connector.ts'

/** What a path is read from at run time: a row, a child row or an element of an array, and what stands around it. */
export interface Scope {
  readonly value: unknown
  readonly outer: Scope | null
}

/** Native paths that a field reads: of the row itself, and of each child. */
export interface Reads {
  readonly row: Set<string>
  readonly children: Map<string, Set<string>>
  /** Lists of codes that values are looked up in. */
  readonly codeLists: Set<CodeListRead>
}

/** The same at compile time. */
export interface NativeScope {
  /** Name of the child table that the scope lies in, or null for the row. */
  readonly child: string | null
  /** Path of the array whose elements these are, within the row or the child row; null for a row itself. */
  readonly prefix: string | null
  /** Whether the elements come out of JSON text, of which only the whole can be asked for. */
  readonly sealed: boolean
  readonly outer: NativeScope | null
}

/** The scope of a row. */
export const rowScope: NativeScope = { child: null, prefix: null, sealed: false, outer: null }

/** A path ready to be read. */
export interface Place {
  /** How many scopes out: the number of `^`. */
  readonly levels: number
  /** Empty for the element itself. */
  readonly steps: readonly string[]
  /** As the row may hold it whole: a column whose name has a dot in it. */
  readonly path: string
  /** How a system can be asked about it, `list.path` inside arrays; null inside JSON text. */
  readonly native: { readonly path: string; readonly child: string | null } | null
  /** Whether it is a value of the row itself, of which there is one. */
  readonly ofRow: boolean
}

/** Resolves a path in a scope and notes that it is read; null when it leaves the row by too many `^`. */
export function resolvePlace(text: string, scope: NativeScope, reads: Reads): Place | null {
  const levels = /^\^*/.exec(text)?.[0].length ?? 0
  let target: NativeScope | null = scope
  for (let i = 0; i < levels; i++) target = target?.outer ?? null
  if (target === null) return null
  const path = text.slice(levels)
  const full = fullPath(path, target)
  if (target.child === null) reads.row.add(full)
  else reads.children.get(target.child)?.add(full) ?? reads.children.set(target.child, new Set([full]))
  const native = target.sealed ? null : { path: full, child: target.child }
  return { levels, steps: path === '.' ? [] : path.split('.'), path, native, ofRow: target.child === null && target.prefix === null }
}

/** A path as the row, or the child row, knows it. Of what stands in JSON text only the whole is known. */
export function fullPath(path: string, scope: NativeScope): string {
  if (scope.prefix === null) return path
  return scope.sealed || path === '.' ? scope.prefix : `${scope.prefix}.${path}`
}

/** What stands at a place; undefined when nothing does. */
export function readPlace(place: Place, scope: Scope): unknown {
  const { levels, steps } = place
  // A column of the row itself, which most are.
  if (levels === 0 && steps.length === 1 && isObject(scope.value) && !Array.isArray(scope.value)) {
    const step = steps[0] as string
    return Object.hasOwn(scope.value, step) ? scope.value[step] : undefined
  }
  let source: Scope | null = scope
  for (let i = 0; i < place.levels; i++) source = source?.outer ?? null
  return readSteps(source?.value, place.steps, place.path)
}

/** Follows steps into a value. A name read from an array is read from each of its members. */
export function readSteps(value: unknown, steps: readonly string[], path: string): unknown {
  if (steps.length > 1 && isObject(value) && Object.hasOwn(value, path)) return value[path]
  let current = value
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as string
    if (Array.isArray(current) && !/^\d+$/.test(step)) return readMembers(current, steps.slice(i))
    if (!isObject(current) || !Object.hasOwn(current, step)) return undefined
    current = current[step]
  }
  return current
}

function readMembers(members: readonly unknown[], steps: readonly string[]): unknown[] {
  return members.flatMap((member) => readSteps(member, steps, steps.join('.'))).filter((value) => value !== undefined)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Native paths of several fields together. `extra` is always among those of the row. */
export function joinReads(parts: readonly Reads[], extra: readonly string[], children: ReadonlyMap<string, ChildFetch>) {
  const row = new Set(extra)
  const childFields = new Map<string, Set<string>>()
  for (const part of parts) {
    for (const path of part.row) row.add(path)
    for (const [name, paths] of part.children) childFields.set(name, new Set([...(childFields.get(name) ?? []), ...paths]))
  }
  const fetches: ChildFetch[] = []
  for (const [name, paths] of childFields) {
    const child = children.get(name)
    if (child === undefined) continue
    fetches.push({ ...child, fields: [...paths] })
  }
  const codeLists = [...new Set([...parts].flatMap((part) => [...part.codeLists]))]
  return { fields: [...row], children: fetches, ...(codeLists.length === 0 ? {} : { codeLists }) }
}
