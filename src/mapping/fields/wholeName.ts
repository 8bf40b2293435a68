import type { CanonicalValue } from '../../model/record.ts'
import { all } from '../condition.ts'
import type { FieldFile } from '../language.ts'
import { Mistake } from '../mistake.ts'
import { pushTerm } from './compositeNodes.ts'
import type { FieldNode, ValuePredicate } from './fieldNode.ts'

type Format = NonNullable<FieldFile['name']>
type Part = 'family' | 'given'

/** The part of the text that stands first in it, from its first character on. */
const leading: Readonly<Record<Format, Part>> = { 'FAMILY, Given': 'family', 'family-given': 'family', 'given-family': 'given' }

/** A whole name in one text as `{ full, family, given }`, with further sub-fields. */
export function wholeNameNode(text: FieldNode, format: Format, also: ReadonlyMap<string, FieldNode>): FieldNode {
  const first = leading[format]
  const parts: Record<string, FieldNode> = { full: text, [first]: leadingNode(text), [first === 'family' ? 'given' : 'family']: openNode }
  const fields = new Map([...Object.entries(parts), ...also])
  return {
    read: (scope, mistakes) => {
      const value = text.read(scope, mistakes)
      if (value === null || value instanceof Mistake) return value
      const extra: Record<string, CanonicalValue> = {}
      for (const [name, node] of also) {
        const one = node.read(scope, mistakes)
        if (one instanceof Mistake) return one
        if (one !== null) extra[name] = one
      }
      const names = (Array.isArray(value) ? value : [value]).map((one) => ({ ...splitName(String(one), format), ...extra }))
      return Array.isArray(value) ? names : (names[0] ?? null)
    },
    push: (predicate, can) => (predicate.kind === 'some' ? pushTerm(predicate.term, fields, can) : all),
  }
}

/** Nothing can be said to a system about a part that does not stand first. */
const openNode: FieldNode = { read: () => null, push: () => all }

function leadingNode(text: FieldNode): FieldNode {
  return { read: () => null, push: (predicate, can) => text.push(asPrefix(predicate), can) }
}

/** Equal to one of several becomes: begins with one of them; a list with `startsWith` is understood by texts. */
function asPrefix(predicate: ValuePredicate): ValuePredicate {
  if (predicate.kind !== 'compare' || (predicate.op !== 'eq' && predicate.op !== 'in')) return predicate
  return { ...predicate, op: 'startsWith' }
}

/** Blanks before the first part stay with it, so that the text begins with the part. */
export function splitName(full: string, format: Format): { full: string; family?: string; given?: string } {
  const [family, given] = format === 'FAMILY, Given' ? cut(full, full.indexOf(',')) : splitAtBlank(full, format)
  return { full, ...(family.trim() === '' ? {} : { family }), ...(given.trim() === '' ? {} : { given }) }
}

function cut(full: string, at: number): [string, string] {
  return at < 0 ? [full.trimEnd(), ''] : [full.slice(0, at).trimEnd(), full.slice(at + 1).trim()]
}

function splitAtBlank(full: string, format: Format): [string, string] {
  const text = full.trimEnd()
  if (format === 'family-given') {
    const parts = /^(\s*\S+)\s+(.*)$/su.exec(text)
    return parts === null ? [text, ''] : [parts[1] ?? '', parts[2] ?? '']
  }
  const at = text.search(/\s\S*$/u)
  return text.slice(0, at + 1).trim() === '' ? [text, ''] : [text.slice(at + 1), text.slice(0, at).trimEnd()]
}
