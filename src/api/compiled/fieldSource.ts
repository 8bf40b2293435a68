import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver } from 'graphql'
import type { HubOperation } from '../../hub/hubOperation.ts'
import type { ViewRecord } from '../../model/record.ts'
import type { ResolveInfo } from '../../plan/operation.ts'

/** What a field's value is read from. */
export type FieldSource =
  /** The name of the object's type. */
  | { readonly from: 'typename' }
  /** A property of plain data, which waits for nothing and calls nothing. */
  | { readonly from: 'property'; readonly name: string }
  /** At once, from the view of a record. */
  | { readonly from: 'view'; readonly read: (view: ViewRecord, operation: HubOperation) => unknown; readonly plain: boolean }
  /** The markers of a view: one frozen array for all records that were decided alike. */
  | { readonly from: 'markers' }
  /** From records elsewhere, for all views of a level together. */
  | { readonly from: 'links'; readonly readAll: ReadAll }
  /** By the field's resolver, which may wait. */
  | { readonly from: 'resolver'; readonly resolve: GraphQLFieldResolver<unknown, HubOperation> }

/** Reads a field of all these views: one value for each, in their order. */
export type ReadAll = (
  views: readonly ViewRecord[],
  args: Readonly<Record<string, unknown>>,
  operation: HubOperation,
  info: ResolveInfo,
) => Promise<readonly unknown[]>

/** Where a field's source is kept. */
const extension = 'comity'

/** Says what a field can be read from besides its resolver, which must give the same. */
export function declareSource(field: GraphQLField<unknown, unknown>, source: FieldSource): void {
  field.extensions = { ...field.extensions, [extension]: source }
}

/** The source of a field. `plain`: its parents are plain data, so that a field without a resolver is a property of them. */
export function sourceOf(field: GraphQLField<unknown, unknown>, plain: boolean): FieldSource {
  const declared = field.extensions[extension] as FieldSource | undefined
  if (declared !== undefined) return declared
  if (field.name === '__typename') return { from: 'typename' }
  if (field.resolve === undefined && plain) return { from: 'property', name: field.name }
  return { from: 'resolver', resolve: (field.resolve ?? defaultFieldResolver) as GraphQLFieldResolver<unknown, HubOperation> }
}

/** Whether what a source gives is plain data: no functions, no promises, nothing that changes. */
export function givesPlainData(source: FieldSource): boolean {
  return source.from === 'property' || source.from === 'markers' || (source.from === 'view' && source.plain)
}
