import type { FieldKind, FieldType } from '../../model/catalogue.ts'
import type { FieldFile } from '../language.ts'
import { type FieldContext, fail } from './fieldContext.ts'

const sources = ['column', 'columns', 'const', 'firstOf', 'object', 'each', 'list', 'interval'] as const
const dates: readonly FieldKind[] = ['date', 'partialDate', 'dateTime']

/** Kinds of fields that a transform makes sense for; transforms that are not named serve all. */
const kindsOf: Partial<Readonly<Record<keyof FieldFile, readonly FieldKind[]>>> = {
  date: dates,
  epoch: dates,
  zone: dates,
  whole: ['partialDate'],
  interval: ['partialDate'],
  approximateWhen: ['partialDate'],
  age: ['partialDate'],
  boolean: ['boolean'],
  unit: ['int', 'float'],
  name: ['object'],
  also: ['object'],
  object: ['object'],
  link: ['link'],
}

/** Keys that mean something only beside others. */
const beside: Partial<Readonly<Record<keyof FieldFile, readonly (keyof FieldFile)[]>>> = {
  item: ['each'],
  where: ['each'],
  also: ['name'],
  at: ['json', 'each'],
}

/** Transforms that a source takes; sources that are not named take all. */
const taken: Partial<Readonly<Record<(typeof sources)[number], readonly (keyof FieldFile)[]>>> = {
  object: ['lenient', 'pick'],
  each: ['item', 'where', 'json', 'at', 'split', 'pick', 'lenient'],
  interval: ['date', 'approximateWhen', 'lenient', 'pick'],
}

/** Keys that decide on the shape of a field: with one of them in the wrong place, nothing more can be said of it. */
const shaping: readonly (keyof FieldFile)[] = ['interval', 'name', 'also', 'object', 'link']

/** Notes what of a field cannot stand together; false when that leaves nothing to compile. */
export function checkField(file: FieldFile, type: FieldType, context: FieldContext): boolean {
  const keys = Object.keys(file) as (keyof FieldFile)[]
  const found = sources.filter((source) => file[source] !== undefined)
  const [source] = found
  if (source === undefined) fail(context, [], `nothing says where the value comes from: one of ${sources.join(', ')}`)
  if (found.length > 1) fail(context, [], `the value comes from one place, and this names ${found.length}: ${found.join(', ')}`)
  for (const key of keys) {
    const kinds = kindsOf[key]
    if (kinds !== undefined && !kinds.includes(type.kind))
      fail(context, [key], `${key} is for fields of kind ${kinds.join(', ')}, and this one is of kind ${type.kind}`)
    const needs = beside[key]
    if (needs !== undefined && !needs.some((other) => file[other] !== undefined))
      fail(context, [key], `${key} stands beside ${needs.join(' or ')} only`)
    const allowed = source === undefined || key === source ? undefined : taken[source]
    if (allowed !== undefined && found.length === 1 && !allowed.includes(key)) fail(context, [key], `${key} does not go with ${source}`)
  }
  if (file.each !== undefined && file.item === undefined) fail(context, [], 'each needs item, which says how one member is read')
  if (source === 'list' && !type.list && file.pick === undefined)
    fail(context, ['list'], 'the field holds one value; a list needs pick: first')
  const misplaced = shaping.some((key) => file[key] !== undefined && kindsOf[key]?.includes(type.kind) === false)
  return found.length === 1 && !misplaced && (file.each === undefined || file.item !== undefined)
}
