import type { DisclosureLimit, FieldType, RecordType } from '../../model/catalogue.ts'
import { always, type Condition, type Ref } from '../language/condition.ts'
import type { Layer, Rule } from './rule.ts'

/**
 * The limits that a record carries itself, as caps: past its expiry it is shown to nobody, and never to the countries it excludes. A value
 * that is not recorded limits nobody; one that is recorded and cannot be read limits everybody.
 */
export function layerRules(type: RecordType): readonly Rule[] {
  return limitsOf(type).flatMap(({ limit, ref, field }) => {
    if (limit === 'EXPIRY') return [cap('expiry', 'EXPIRY', `no record is shown after its ${field.name}`, expired(ref))]
    if (limit === 'EXCLUDED_COUNTRIES')
      return [cap('handling', 'EXCLUDED', `callers named in ${field.name} do not see the record`, excluded(ref))]
    return []
  })
}

/** Where a record of this type says for whom its owner holds it; null when it has no place for that. */
export function originatorRef(type: RecordType): Ref | null {
  const known = originators.get(type)
  if (known !== undefined) return known
  const found = limitsOf(type).find(({ limit }) => limit === 'ORIGINATOR')?.ref ?? null
  originators.set(type, found)
  return found
}

/** What names the limit that the originator of a record sets, where rules are named. */
export const originatorId = 'COMITY-ORIGINATOR'

/** Asked for by every operation, and the same for as long as there is the schema. */
const originators = new WeakMap<RecordType, Ref | null>()

interface Limit {
  readonly limit: DisclosureLimit
  readonly ref: Ref
  readonly field: FieldType
}

/** Limits on the record's own fields, and one level deeper. */
function limitsOf(type: RecordType): readonly Limit[] {
  return [...type.fields.values()].flatMap((field) => [
    ...limitOf(field, refTo(field.name, null)),
    ...[...(field.fields?.values() ?? [])].flatMap((part) => limitOf(part, refTo(field.name, part.name))),
  ])
}

function limitOf(field: FieldType, ref: Ref): readonly Limit[] {
  return field.limits === undefined ? [] : [{ limit: field.limits, ref, field }]
}

function refTo(field: string, sub: string | null): Ref {
  return { root: 'record', field, sub, through: false, enum: null }
}

function expired(ref: Ref): Condition {
  const today: Ref = { root: 'request', field: 'date', sub: null, through: false, enum: null }
  return {
    op: 'and',
    terms: [
      { op: 'has', of: ref },
      { op: 'less', a: { is: 'date', ref }, b: { is: 'date', ref: today } },
    ],
  }
}

function excluded(ref: Ref): Condition {
  const country: Ref = { root: 'caller', field: 'country', sub: null, through: false, enum: null }
  return {
    op: 'and',
    terms: [
      { op: 'has', of: ref },
      { op: 'in', item: { is: 'ref', ref: country }, list: { is: 'ref', ref } },
    ],
  }
}

function cap(layer: Layer, id: string, title: string, when: Condition): Rule {
  return {
    id: `COMITY-${id}`,
    title,
    why: null,
    layer,
    kind: 'cap',
    fields: null,
    level: 0,
    purposes: null,
    agreement: null,
    to: always,
    when,
    from: null,
    until: null,
    absolute: true,
    emergency: false,
    blind: false,
    openlyExplained: false,
    declassifies: [],
    mayInclude: [],
  }
}
