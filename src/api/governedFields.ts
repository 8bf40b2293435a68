import { type GraphQLSchema, isObjectType } from 'graphql'
import type { HubOperation } from '../hub/hubOperation.ts'
import type { Catalogue, FieldType, RecordType } from '../model/catalogue.ts'
import { ownerOf, type ViewRecord } from '../model/record.ts'
import type { ResolveInfo } from '../plan/operation.ts'

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
    if (target !== undefined) target.resolve = resolverOf(field)
  }
  const id = fields['id']
  const owner = fields['owner']
  const disclosure = fields['_disclosure']
  const stale = fields['_staleAsOf']
  if (id) id.resolve = (view: ViewRecord, _args, operation: HubOperation) => operation.plan.idOf(view)
  if (owner) owner.resolve = (view: ViewRecord, _args, operation: HubOperation) => operation.member(ownerOf(view.ref.bureau))
  if (stale) stale.resolve = (view: ViewRecord) => view.staleAsOf ?? null
  if (disclosure) {
    disclosure.resolve = (view: ViewRecord) => view.disclosure.map((one) => ({ ...one, level: one.level.toUpperCase() }))
  }
}

function resolverOf(field: FieldType) {
  if (field.kind !== 'link') return (view: ViewRecord) => view.values[field.name] ?? null
  const { inverse, to } = field
  if (inverse === undefined || to === undefined) {
    return (view: ViewRecord, _args: unknown, operation: HubOperation, info: ResolveInfo) => operation.plan.follow(view, field.name, info)
  }
  return (view: ViewRecord, args: { first?: number }, operation: HubOperation, info: ResolveInfo) =>
    operation.plan.followBack(view, { name: field.name, type: to, field: inverse }, args.first, info)
}
