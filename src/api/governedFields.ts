import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql'
import type { HubOperation } from '../hub/hubOperation.ts'
import type { Catalogue, FieldType, RecordType } from '../model/catalogue.ts'
import { ownerOf, type ViewRecord } from '../model/record.ts'
import { declareSource, type ReadAll } from './compiled/fieldSource.ts'

/**
 * Gives every governed field of every record type its resolver. They are all alike: a value of the view, a link to follow, or a link to
 * follow back; so a new type needs none of its own.
 */
export function attachGovernedFields(schema: GraphQLSchema, catalogue: Catalogue): GraphQLSchema {
  for (const type of catalogue.types.values()) attachType(schema, type)
  return schema
}

function attachType(schema: GraphQLSchema, type: RecordType): void {
  const object = schema.getType(type.name)
  if (!isObjectType(object)) throw new TypeError(`no object type ${type.name}`)
  object.isTypeOf = (value) => (value as ViewRecord).ref.type === type.name
  const fields = object.getFields()
  for (const field of type.fields.values()) {
    const target = fields[field.name]
    if (target !== undefined) attachField(target, field)
  }
  const id = fields['id']
  const owner = fields['owner']
  const disclosure = fields['_disclosure']
  const stale = fields['_staleAsOf']
  if (id) attachValue(id, (view, operation) => operation.plan.idOf(view))
  if (owner) attachValue(owner, (view, operation) => operation.member(ownerOf(view.ref.bureau)), false)
  if (stale) attachValue(stale, (view) => view.staleAsOf ?? null)
  if (disclosure) {
    disclosure.resolve = (view: ViewRecord) => markersOf(view)
    declareSource(disclosure, { from: 'markers' })
  }
}

/** The markers of a view, with levels as the contract has them. */
export function markersOf({ disclosure }: ViewRecord): readonly unknown[] {
  return disclosure.map((one) => ({ ...one, level: one.level.toUpperCase() }))
}

function attachField(target: GraphQLField<unknown, unknown>, field: FieldType): void {
  const { name, kind, inverse, to } = field
  if (kind !== 'link') {
    attachValue(target, (view) => view.values[name] ?? null)
  } else if (inverse === undefined || to === undefined) {
    attachLinks(target, (views, _args, operation, info) => operation.plan.follow(views, name, info))
  } else {
    const link = { name, type: to, field: inverse }
    attachLinks(target, (views, args: { first?: number }, operation, info) => operation.plan.followBack(views, link, args.first, info))
  }
}

/** `plain`: what it gives is data, and no object with fields of its own to resolve. */
function attachValue(
  target: GraphQLField<unknown, unknown>,
  read: (view: ViewRecord, operation: HubOperation) => unknown,
  plain = true,
): void {
  target.resolve = (view, _args, operation) => read(view as ViewRecord, operation as HubOperation)
  declareSource(target, { from: 'view', read, plain })
}

/** A link is read for all records of a level at once where the plan of a query can, and one by one where graphql-js executes; the reads of one step go out together either way. */
function attachLinks(target: GraphQLField<unknown, unknown>, readAll: ReadAll): void {
  target.resolve = async (view, args, operation, info) => (await readAll([view as ViewRecord], args, operation as HubOperation, info))[0]
  declareSource(target, { from: 'links', readAll })
}
