import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
} from 'graphql'
import type { Catalogue, DisclosureLimit, FieldKind, FieldType, RecordType } from '../model/catalogue.ts'

/** The contract's folder, beside `src/`. */
const schemaFolder = join(import.meta.dirname, '..', '..', 'schema')

/** Fields of a record that no rule governs. */
const ungoverned = new Set(['id', 'owner', '_disclosure', '_staleAsOf'])

const scalarKinds: Readonly<Record<string, FieldKind>> = {
  String: 'string',
  Int: 'int',
  Float: 'float',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'dateTime',
  PartialDate: 'partialDate',
  CountryCode: 'country',
  LanguageTag: 'language',
  Bureau: 'country',
}

/** The SDL of `schema/`, all files in the order of their names. */
export function readTypeDefs(folder: string = schemaFolder): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'))
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

/** The canonical types as data. Throws when the SDL uses something the catalogue has no word for: a mistake of ours, seen at start. */
export function readCatalogue(typeDefs: string = readTypeDefs()): Catalogue {
  const schema = buildASTSchema(parse(typeDefs))
  const types = new Map<string, RecordType>()
  const enums = new Map<string, readonly string[]>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isEnumType(type)) {
      enums.set(
        type.name,
        type.getValues().map((value) => value.name),
      )
    }
    if (isRecord(type)) types.set(type.name, recordType(schema, type))
  }
  return { types, enums }
}

function isRecord(type: unknown): type is GraphQLObjectType {
  return isObjectType(type) && type.getInterfaces().some((i) => i.name === 'Record')
}

function recordType(schema: GraphQLSchema, type: GraphQLObjectType): RecordType {
  const directive = schema.getDirective('defaultOrder')
  const order = directive && type.astNode ? getDirectiveValues(directive, type.astNode) : undefined
  if (order === undefined) throw new Error(`schema: ${type.name} needs @defaultOrder`)
  const fields = Object.values(type.getFields()).filter(
    (field) => !ungoverned.has(field.name) && argumentsOf(schema, 'derived', field) === undefined,
  )
  return {
    name: type.name,
    fields: new Map(fields.map((field) => [field.name, fieldType(schema, type.name, field)])),
    defaultOrder: { field: order['field'] as string, direction: order['direction'] as 'ASC' | 'DESC' },
  }
}

function fieldType(schema: GraphQLSchema, parent: string, field: GraphQLField<unknown, unknown>): FieldType {
  const list = isListType(getNullableType(field.type))
  const named = getNamedType(field.type)
  const limits = argumentsOf(schema, 'limits', field)
  const band = argumentsOf(schema, 'band', field)
  const base = {
    name: field.name,
    list,
    ...(limits ? { limits: limits['by'] as DisclosureLimit } : {}),
    ...(band ? { band: band['width'] as number } : {}),
    ...(argumentsOf(schema, 'coarse', field) ? { coarse: true as const } : {}),
    ...(argumentsOf(schema, 'protects', field) ? { protects: true as const } : {}),
  }
  if (isEnumType(named)) return { ...base, kind: 'enum', enum: named.name }
  const scalar = scalarKinds[named.name]
  if (scalar !== undefined) return { ...base, kind: scalar }
  if (isRecord(named)) {
    const inverse = argumentsOf(schema, 'inverse', field)
    return { ...base, kind: 'link', to: named.name, ...(inverse ? { inverse: inverse['of'] as string } : {}) }
  }
  if (isObjectType(named)) {
    const fields = Object.values(named.getFields())
    return { ...base, kind: 'object', fields: new Map(fields.map((f) => [f.name, fieldType(schema, named.name, f)])) }
  }
  throw new Error(`schema: ${parent}.${field.name} has type ${named.name}, which the catalogue has no word for`)
}

function argumentsOf(schema: GraphQLSchema, directive: string, field: GraphQLField<unknown, unknown>) {
  const definition = schema.getDirective(directive)
  return definition && field.astNode ? getDirectiveValues(definition, field.astNode) : undefined
}
