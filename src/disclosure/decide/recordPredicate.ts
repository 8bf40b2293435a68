import type { FieldType, RecordType } from '../../model/catalogue.ts'
import type { Operator, Predicate } from '../../model/predicate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { type Condition, type Many, type Range, type Ref, refsOf, type Single } from '../language/condition.ts'
import { compileCondition, TRUE } from './compileCondition.ts'
import type { Enums } from './readRecord.ts'
import { days, turningPoint, wholeNumbers } from './turningPoint.ts'

/**
 * What a predicate can say of records. It is true of every record that it is about; `exact`: and of no other. `true` says nothing, `false` that there is no
 * such record.
 */
export interface Said {
  readonly predicate: Predicate | boolean
  readonly exact: boolean
}

/** What the schema says of the record. */
export interface RecordShape {
  readonly type: RecordType
  readonly enums: Enums
  /** Fields that records can hold; any other is unknown on all of them. */
  readonly mapped: ReadonlySet<string>
}

const unsaid: Said = { predicate: true, exact: false }
const everything: Said = { predicate: true, exact: true }
const nothing: Said = { predicate: false, exact: true }

/** The records that satisfy all of these. Of what cannot be said, nothing is said. */
export function allOf(terms: readonly Said[]): Said {
  if (terms.some((term) => term.predicate === false)) return nothing
  const open = terms.map(({ predicate }) => predicate).filter((one) => typeof one !== 'boolean')
  const [first] = open
  const predicate = first === undefined ? true : open.length === 1 ? first : ({ kind: 'and', terms: open } as const)
  return { predicate, exact: terms.every(({ exact }) => exact) }
}

/** The records that satisfy one of these: all is said, or nothing. */
export function anyOf(terms: readonly Said[]): Said {
  if (terms.some(({ predicate }) => predicate === true))
    return terms.some((term) => term.predicate === true && term.exact) ? everything : unsaid
  const open = terms.map(({ predicate }) => predicate).filter((one) => typeof one !== 'boolean')
  const [first] = open
  const predicate = first === undefined ? false : open.length === 1 ? first : ({ kind: 'or', terms: open } as const)
  return { predicate, exact: terms.every(({ exact }) => exact) }
}

/**
 * The records of which a condition is true, or is false, said without negation: a predicate that is not true of a value says nothing of it, so "is false" is turned
 * into what the value is instead. What is unknown is neither.
 */
export function recordsWhere(condition: Condition, wanted: boolean, shape: RecordShape): Said {
  if (condition.op !== 'and' && condition.op !== 'or' && condition.op !== 'not' && readsUnmapped(condition, shape)) {
    // Of what is never known only this is known.
    return condition.op === 'has' && !wanted ? everything : nothing
  }
  switch (condition.op) {
    case 'known':
      return condition.value === wanted ? everything : nothing
    case 'not':
      return recordsWhere(condition.term, !wanted, shape)
    case 'and':
    case 'or': {
      const terms = condition.terms.map((term) => recordsWhere(term, wanted, shape))
      return (condition.op === 'and') === wanted ? allOf(terms) : anyOf(terms)
    }
    case 'yes':
      return saying(condition.of, 'eq', wanted)
    case 'has':
      return unsaid
    case 'same':
      return condition.a.is === 'constant'
        ? among(condition.b, [condition.a.value], wanted, shape)
        : condition.b.is === 'constant'
          ? among(condition.a, [condition.b.value], wanted, shape)
          : unsaid
    case 'in':
      return isIn(condition.item, condition.list, wanted, shape)
    case 'intersects':
      return shareOne(condition.a, condition.b, wanted)
    case 'startsWith':
      return beginsWith(condition.of, condition.prefix, wanted)
    case 'less':
      return wanted ? relation('less', condition.a, condition.b, shape) : relation('atMost', condition.b, condition.a, shape)
    case 'atMost':
      return wanted ? relation('atMost', condition.a, condition.b, shape) : relation('less', condition.b, condition.a, shape)
    case 'equal': {
      const { a, b } = condition
      if (wanted) return allOf([relation('atMost', a, b, shape), relation('atMost', b, a, shape)])
      return anyOf([relation('less', a, b, shape), relation('less', b, a, shape)])
    }
  }
}

function readsUnmapped(condition: Condition, { mapped }: RecordShape): boolean {
  return refsOf(condition).some(({ root, field }) => root === 'record' && !mapped.has(field))
}

function isIn(item: Single, list: Many, wanted: boolean, shape: RecordShape): Said {
  if (list.is === 'constant') return list.values === null ? nothing : among(item, list.values, wanted, shape)
  if (item.is !== 'constant') return unsaid
  if (item.value === null) return nothing
  return wanted ? saying(list.ref, 'eq', item.value) : unsaid
}

function shareOne(a: Many, b: Many, wanted: boolean): Said {
  const [list, constant] = a.is === 'ref' ? [a, b] : [b, a]
  if (list.is !== 'ref' || constant.is !== 'constant') return unsaid
  if (constant.values === null) return nothing
  return wanted ? saying(list.ref, 'in', known(constant.values)) : unsaid
}

/** A value among others, or not among them: of an enum, that it is one of the rest. */
function among(item: Single, members: readonly (string | number | null)[], wanted: boolean, { enums }: RecordShape): Said {
  if (item.is !== 'ref') return unsaid
  const values = item.ref.enum === null ? null : (enums.get(item.ref.enum) ?? [])
  // With a member that is unknown, nobody can tell that the value is not among them.
  if (!wanted && members.includes(null)) return nothing
  if (wanted)
    return saying(
      item.ref,
      'in',
      known(members).filter((member) => values?.includes(String(member)) ?? true),
    )
  return values === null
    ? unsaid
    : saying(
        item.ref,
        'in',
        values.filter((value) => !members.includes(value)),
      )
}

function known(values: readonly (string | number | null)[]): readonly (string | number)[] {
  return values.filter((value) => value !== null)
}

/** Filters compare in NFC and conditions do not: a letter that an accent may follow could become another one. */
const endsApart = /[0-9/\-._:]$/

function beginsWith(text: Single, prefix: string, wanted: boolean): Said {
  return wanted && text.is === 'ref' && endsApart.test(prefix) ? { ...saying(text.ref, 'startsWith', prefix), exact: false } : unsaid
}

/** The records of which `a op b` is true, where one value of the record stands on one side: every amount that can be written grows or falls with it. */
function relation(op: 'less' | 'atMost', a: Range, b: Range, { type, enums }: RecordShape): Said {
  const condition: Condition = { op, a, b }
  const [ref, another] = refsOf(condition)
  if (ref === undefined || another !== undefined || ref.root !== 'record' || ref.through) return unsaid
  const kind = fieldOf(ref, type)?.kind
  const axis = kind === 'int' ? wholeNumbers : kind === 'date' || kind === 'partialDate' || kind === 'dateTime' ? days : null
  if (axis === null) return unsaid
  const test = compileCondition(condition, enums)
  const stored = (value: string | number) => (kind === 'dateTime' ? `${value}T12:00:00Z` : value)
  const turn = turningPoint(axis, (value) => test(recordWith(ref, stored(value))) === TRUE)
  if (turn === null) return unsaid
  const value = axis.valueAt(turn.place)
  const bound = kind !== 'dateTime' ? value : turn.op === 'gte' ? `${value}T00:00:00Z` : `${value}T23:59:59.999999999Z`
  return { ...saying(ref, turn.op, bound), exact: turn.exact }
}

function fieldOf({ field, sub }: Ref, type: RecordType): FieldType | undefined {
  const found = type.fields.get(field)
  return sub === null ? found : found?.fields?.get(sub)
}

function recordWith({ field, sub }: Ref, value: string | number): Readonly<Record<string, unknown>> {
  return { [field]: sub === null ? value : { [sub]: value } }
}

function saying({ root, field, sub }: Ref, op: Operator, value: CanonicalValue): Said {
  if (root !== 'record') return unsaid
  if (Array.isArray(value) && value.length === 0) return nothing
  const compare: Predicate = { kind: 'compare', field: sub ?? field, op, value }
  return { predicate: sub === null ? compare : { kind: 'some', field, term: compare }, exact: true }
}
