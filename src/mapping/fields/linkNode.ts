import type { Predicate } from '../../model/predicate.ts'
import type { CanonicalValue, RecordRef } from '../../model/record.ts'
import { all, allOf, anyOf, none } from '../condition.ts'
import { Mistake } from '../mistake.ts'
import type { NativeFilters } from '../typeMapping.ts'
import type { FieldNode, NativeCondition } from './fieldNode.ts'

/** How links are made of keys. */
export interface LinkParts {
  readonly to: string
  /** This bureau's code. */
  readonly home: string
  /** The owner of the record linked to; null: this bureau. */
  readonly bureau: FieldNode | null
  readonly directory: ReadonlySet<string>
}

/** A link, or a list of links, from a node that gives keys as text. */
export function linkNode(keys: FieldNode, parts: LinkParts): FieldNode {
  return {
    read: (scope, mistakes) => {
      const key = keys.read(scope, mistakes)
      if (key === null || key instanceof Mistake) return key
      const bureau = parts.bureau === null ? parts.home : parts.bureau.read(scope, mistakes)
      if (bureau instanceof Mistake) return bureau
      if (typeof bureau !== 'string' || !parts.directory.has(bureau)) return null
      const refs = (Array.isArray(key) ? key : [key]).map((one): RecordRef => ({ bureau, type: parts.to, key: String(one) }))
      return Array.isArray(key) ? refs : (refs[0] ?? null)
    },
    push: (predicate, can) => {
      const refs = predicate.kind === 'compare' ? refsOf(predicate.op, predicate.value) : idsOf(predicate.term)
      return refs === null ? all : pushRefs(keys, parts, refs, can)
    },
  }
}

function pushRefs(keys: FieldNode, parts: LinkParts, refs: readonly RecordRef[], can: NativeFilters): NativeCondition {
  const groups = Map.groupBy(
    refs.filter((ref) => ref.type === parts.to),
    (ref) => ref.bureau,
  )
  return anyOf(
    [...groups].map(([bureau, members]) => {
      const keyed = keys.push({ kind: 'compare', field: '', op: 'in', value: members.map((ref) => ref.key) }, can)
      if (parts.bureau === null) return bureau === parts.home ? keyed : none
      return allOf([keyed, parts.bureau.push({ kind: 'compare', field: '', op: 'eq', value: bureau }, can)])
    }),
  )
}

function refsOf(op: string, value: CanonicalValue): readonly RecordRef[] | null {
  if (op !== 'eq' && op !== 'in') return null
  const values = op === 'in' && Array.isArray(value) ? value : [value]
  return values.every(isRef) ? values : null
}

/** Records that a predicate on the linked record names by id; null where it does not. */
function idsOf(term: Predicate): readonly RecordRef[] | null {
  if (term.kind === 'compare' && term.field === 'id') return refsOf(term.op, term.value)
  if (term.kind !== 'and') return null
  return term.terms.map(idsOf).find((refs) => refs !== null) ?? null
}

function isRef(value: CanonicalValue): value is RecordRef {
  return typeof value === 'object' && value !== null && 'bureau' in value && 'type' in value && 'key' in value
}
