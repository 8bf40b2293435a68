import type { FieldType, RecordType } from '../../model/catalogue.ts'
import { nearest } from '../../model/problem.ts'
import type { ConditionProblem, Node, Span } from './ast.ts'
import type { Ref } from './condition.ts'
import { type ExprType, typeOfField } from './exprType.ts'

/** What a condition may name. */
export interface Scope {
  /** Part of the rule: only `when` may read the record. */
  readonly part: 'to' | 'when'
  readonly record: RecordType
  /** `sets:` of the file. */
  readonly sets: ReadonlyMap<string, readonly (string | number)[]>
  /** Values of every enum, `Role` and `Purpose` included. */
  readonly enums: ReadonlyMap<string, readonly string[]>
  /** Names of agreements, or null when nobody knows them all. */
  readonly agreements: ReadonlySet<string> | null
}

/** A checker's surroundings. */
export interface Check {
  readonly text: string
  readonly scope: Scope
  /** Notes a mistake; always returns null, so that callers can `return` it. */
  readonly report: (span: Span, message: string, suggestion?: string) => null
}

/** A check that collects into `problems`. */
export function openCheck(text: string, scope: Scope, problems: ConditionProblem[]): Check {
  const report = (span: Span, message: string, suggestion?: string): null => {
    problems.push({ message, start: span.start, end: span.end, ...(suggestion === undefined ? {} : { suggestion }) })
    return null
  }
  return { text, scope, report }
}

const string: ExprType = { is: 'text', kind: 'string' }

const roots: Readonly<Record<'caller' | 'request', ReadonlyMap<string, ExprType>>> = {
  caller: new Map<string, ExprType>([
    ['country', { is: 'text', kind: 'country' }],
    ['organisation', string],
    ['unit', string],
    ['roles', { is: 'list', of: { is: 'enum', name: 'Role' } }],
    ['clearance', { is: 'number', whole: true }],
    ['agreements', { is: 'list', of: string }],
    ['operations', { is: 'list', of: string }],
  ]),
  request: new Map<string, ExprType>([
    ['purpose', { is: 'enum', name: 'Purpose' }],
    ['case', string],
    ['date', { is: 'date', kind: 'date' }],
  ]),
}

/** A reference and what it yields. */
export interface Resolved {
  readonly ref: Ref
  readonly type: ExprType
}

/** Resolves `caller.x`, `request.x`, `record.x` and `record.x.y`; null after reporting what is wrong with it. */
export function resolve(check: Check, node: Node): Resolved | null {
  const path = pathOf(node)
  if (path === null)
    return check.report(node, `${quote(check, node)} is not a value: write caller., request. or record. and a field's name`)
  const [root, field, sub] = path
  if (root !== 'caller' && root !== 'request' && root !== 'record') return unknownName(check, node, root ?? '')
  if (root === 'record' && check.scope.part === 'to')
    return check.report(node, `"${path.join('.')}" may not be used in "to:"`, 'move the condition to "when:"')
  if (field === undefined) return check.report(node, `"${root}" alone is not a value: name one of its fields`)
  if (path.length > 3) return check.report(node, `"${path.join('.')}" reaches deeper than one level`)
  return root === 'record' ? recordField(check, node, field, sub) : plainField(check, node, root, field, sub)
}

function pathOf(node: Node): readonly string[] | null {
  if (node.kind === 'name') return [node.name]
  if (node.kind !== 'member') return null
  const inner = pathOf(node.of)
  return inner === null ? null : [...inner, node.name]
}

function unknownName(check: Check, node: Node, name: string): null {
  const known = ['caller', 'request', 'record', ...check.scope.sets.keys()]
  const sets = check.scope.sets.size === 0 ? '' : `, or a set of this file (${[...check.scope.sets.keys()].join(', ')})`
  return check.report(
    node,
    `"${name}" is not known here: write caller., request., record. and a field${sets}; texts stand in quotes`,
    hint(name, known),
  )
}

function plainField(check: Check, node: Node, root: 'caller' | 'request', field: string, sub: string | undefined): Resolved | null {
  const type = roots[root].get(field)
  if (type === undefined)
    return check.report(node, `${root === 'caller' ? 'Caller' : 'Request'} has no field "${field}"`, hint(field, roots[root].keys()))
  if (sub !== undefined) return check.report(node, `"${root}.${field}" has no fields of its own`)
  return { ref: { root, field, sub: null, through: false, enum: null }, type }
}

function recordField(check: Check, node: Node, field: string, sub: string | undefined): Resolved | null {
  const { record } = check.scope
  const found = record.fields.get(field)
  if (found === undefined) return check.report(node, `${record.name} has no field "${field}"`, hint(field, record.fields.keys()))
  if (found.inverse !== undefined)
    return check.report(node, `"record.${field}" is an inverse link: nothing is stored for it, so no condition can read it`)
  const ref: Ref = { root: 'record', field, sub: sub ?? null, through: sub !== undefined && found.list, enum: found.enum ?? null }
  return sub === undefined ? { ref, type: typeOfField(found) } : subField(check, node, ref, found, sub)
}

function subField(check: Check, node: Node, ref: Ref, field: FieldType, sub: string): Resolved | null {
  if (field.kind === 'link')
    return check.report(node, `"record.${field.name}" is a link: a condition cannot read the record at its other end`)
  const found = field.fields?.get(sub)
  if (field.fields === undefined) return check.report(node, `"record.${field.name}" has no fields of its own`)
  if (found === undefined) return check.report(node, `"record.${field.name}" has no field "${sub}"`, hint(sub, field.fields.keys()))
  if (field.list && found.list)
    return check.report(node, `"record.${field.name}.${sub}" is a list within a list, which no condition can read`)
  const type = typeOfField(found)
  return { ref: { ...ref, enum: found.enum ?? null }, type: field.list ? { is: 'list', of: type } : type }
}

/** `did you mean "x"?`, when something known is near enough. */
export function hint(word: string, known: Iterable<string>): string | undefined {
  const near = nearest(word, known)
  return near === undefined ? undefined : `did you mean "${near}"?`
}

/** What is written there, in quotes and short. */
export function quote(check: Check, span: Span): string {
  const written = check.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  return `"${written.length > 80 ? `${written.slice(0, 77)}...` : written}"`
}
