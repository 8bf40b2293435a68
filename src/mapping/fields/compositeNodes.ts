import type { Predicate } from '../../model/predicate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { all, allOf, anyOf, none } from '../condition.ts'
import { Mistake, type Mistakes } from '../mistake.ts'
import type { Scope } from '../nativeScope.ts'
import type { NativeFilters } from '../typeMapping.ts'
import type { FieldNode, NativeCondition } from './fieldNode.ts'

/** A value object. `constants` are the sub-fields that alone do not make it known. */
export function objectNode(subFields: ReadonlyMap<string, FieldNode>, constants: ReadonlySet<string>): FieldNode {
  const parts = [...subFields].map(([name, node]) => ({ name, node, tells: !constants.has(name) }))
  return {
    read: (scope, mistakes) => {
      const values: Record<string, CanonicalValue> = {}
      let known = false
      for (const { name, node, tells } of parts) {
        const value = node.read(scope, mistakes)
        if (value instanceof Mistake) return value
        if (value === null) continue
        values[name] = value
        if (tells) known = true
      }
      return known ? values : null
    },
    push: (predicate, can) => (predicate.kind === 'some' ? pushTerm(predicate.term, subFields, can) : all),
    pushExactly(predicate) {
      const condition = predicate.kind === 'some' ? pushTermExactly(predicate.term, subFields) : null
      // What every known object satisfies tells nothing of whether there is one.
      return condition?.kind === 'all' ? null : condition
    },
  }
}

/** What a predicate says of fields by name. From `and` it keeps what it can, from `or` all or nothing, from `not` nothing; a field that is never known satisfies nothing. */
export function pushTerm(predicate: Predicate, fields: ReadonlyMap<string, FieldNode>, can: NativeFilters): NativeCondition {
  switch (predicate.kind) {
    case 'and':
      return allOf(predicate.terms.map((term) => pushTerm(term, fields, can)))
    case 'or':
      return anyOf(predicate.terms.map((term) => pushTerm(term, fields, can)))
    case 'not':
      return all
    default:
      return fields.get(predicate.field)?.push(predicate, can) ?? none
  }
}

/** What a predicate says of fields by name, no more and no less; null where that cannot be said of all of them. */
export function pushTermExactly(predicate: Predicate, fields: ReadonlyMap<string, FieldNode>): NativeCondition | null {
  if (predicate.kind === 'not') return null
  if (predicate.kind !== 'and' && predicate.kind !== 'or') {
    const field = fields.get(predicate.field)
    return field === undefined ? none : (field.pushExactly?.(predicate) ?? null)
  }
  const terms = predicate.terms.map((term) => pushTermExactly(term, fields))
  const said = terms.filter((term) => term !== null)
  if (said.length < terms.length) return null
  return predicate.kind === 'and' ? allOf(said) : anyOf(said)
}

/** Several sources in one list. Unknown when all of them are. */
export function listNode(nodes: readonly FieldNode[]): FieldNode {
  return {
    read: (scope, mistakes) => {
      const members: CanonicalValue[] = []
      let known = false
      for (const node of nodes) {
        const value = node.read(scope, mistakes)
        if (value instanceof Mistake) return value
        if (value === null) continue
        known = true
        if (Array.isArray(value)) members.push(...value)
        else members.push(value)
      }
      return known ? members : null
    },
    push: (predicate, can) => anyOf(nodes.map((node) => node.push(predicate, can))),
  }
}

/** The first of several sources that is known. A list without members is known. */
export function firstNode(nodes: readonly FieldNode[]): FieldNode {
  return {
    read: (scope, mistakes) => {
      for (const node of nodes) {
        const value = node.read(scope, mistakes)
        if (value !== null) return value
      }
      return null
    },
    push: (predicate, can) => anyOf(nodes.map((node) => node.push(predicate, can))),
  }
}

/** One member for each element. A single element that is not in an array counts as one; elements that are unknown are left out. */
export function eachNode(elements: (scope: Scope) => unknown, keep: (scope: Scope) => boolean, item: FieldNode): FieldNode {
  return {
    read: (scope, mistakes) => {
      const found = elements(scope)
      if (found instanceof Mistake) return found
      if (found === null || found === undefined || found === '') return null
      const members: CanonicalValue[] = []
      for (const value of Array.isArray(found) ? found : [found]) {
        const element: Scope = { value, outer: scope }
        if (!keep(element)) continue
        const member = item.read(element, mistakes)
        if (member instanceof Mistake) return member
        if (Array.isArray(member)) members.push(...member)
        else if (member !== null) members.push(member)
      }
      return members
    },
    push: (predicate, can) => item.push(predicate, can),
  }
}

/** Makes a value fit the field: a list, or one value. `first` takes the first member of a list. */
export function shapeNode(node: FieldNode, list: boolean, first: boolean, field: string): FieldNode {
  return {
    read: (scope, mistakes) => shape(node.read(scope, mistakes), list, first, field),
    push: (predicate, can) => node.push(predicate, can),
    pushExactly: (predicate) => (first ? null : (node.pushExactly?.(predicate) ?? null)),
  }
}

function shape(value: CanonicalValue | Mistake, list: boolean, first: boolean, field: string): CanonicalValue | Mistake {
  if (value === null || value instanceof Mistake) return value
  if (!Array.isArray(value)) return list ? [value] : value
  if (first) return list ? value.slice(0, 1) : (value[0] ?? null)
  if (list) return value
  return value.length > 1 ? new Mistake(field, 'holds several values, and the field holds one') : (value[0] ?? null)
}

/** Turns a mistake into an unknown value, noted beside the record. */
export function lenientNode(node: FieldNode): FieldNode {
  return {
    read: (scope, mistakes: Mistakes) => {
      const value = node.read(scope, mistakes)
      if (!(value instanceof Mistake)) return value
      mistakes.push(value)
      return null
    },
    push: (predicate, can) => node.push(predicate, can),
  }
}
