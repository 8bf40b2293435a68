import { basename } from 'node:path'
import {
  buildASTSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql'
import { type SourceFile, sourceFiles } from './sourceFile.ts'

/** Fields of a record that say nothing a rule could withhold. */
const ungoverned = new Set(['id', 'owner', '_disclosure', '_staleAsOf'])

/** Types a record may show that are about the hub and not from the record. */
const notGoverned = new Set(['Bureau', 'FieldDisclosure'])

/** What every connection has. */
const connectionFields = ['edges', 'nodes', 'pageInfo', 'sources', 'completeness', 'totalCount', 'facets']

/** The files of `schema/`. */
export function schemaFiles(): readonly SourceFile[] {
  return sourceFiles(/\.graphql$/, 'schema')
}

/** The schema of some files. Throws when a name is defined twice. */
export function schemaOf(files: readonly SourceFile[]): GraphQLSchema {
  return buildASTSchema(parse(files.map(({ text }) => text).join('\n')))
}

/** Names of the governed record types. */
export function recordTypeNames(schema: GraphQLSchema = schemaOf(schemaFiles())): readonly string[] {
  return recordTypes(schema).map((type) => type.name)
}

/** Everything without a description: types, fields, arguments, values, input fields, directives. */
export function undescribed(schema: GraphQLSchema): readonly string[] {
  const ofArguments = (place: string, args: readonly GraphQLArgument[]) =>
    args.map((arg) => [`${place}(${arg.name})`, arg.description] as const)
  const types = ownTypes(schema).flatMap((type) => {
    const place = [[type.name, type.description] as const]
    if (isEnumType(type)) return [...place, ...type.getValues().map((value) => [`${type.name}.${value.name}`, value.description] as const)]
    if (isInputObjectType(type))
      return [...place, ...Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description] as const)]
    if (!isObjectType(type) && !isInterfaceType(type)) return place
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const name = `${type.name}.${field.name}`
      return [[name, field.description] as const, ...ofArguments(name, field.args)]
    })
    return [...place, ...fields]
  })
  const own = schema.getDirectives().filter(({ astNode }) => astNode !== undefined && astNode !== null)
  const directives = own.flatMap((one) => [[`@${one.name}`, one.description] as const, ...ofArguments(`@${one.name}`, one.args)])
  return [...types, ...directives].filter(([, description]) => !description?.trim()).map(([place]) => `${place} has no description`)
}

/** Governed fields that could not be withheld, because they promise a value. */
export function promisingFields(schema: GraphQLSchema): readonly string[] {
  const seen = new Set<string>()
  const visit = (type: GraphQLObjectType, free: ReadonlySet<string>): readonly string[] => {
    if (seen.has(type.name)) return []
    seen.add(type.name)
    return Object.values(type.getFields()).flatMap((field) => {
      // The hub makes it of what the caller may see: there is nothing in it to withhold.
      if (free.has(field.name) || field.astNode?.directives?.some(({ name }) => name.value === 'derived')) return []
      const own = isNonNullType(field.type) ? [`${type.name}.${field.name} promises a value: a governed field is nullable`] : []
      const named = getNamedType(field.type)
      const inside = isObjectType(named) && !isRecord(named) && !notGoverned.has(named.name) ? visit(named, new Set()) : []
      return [...own, ...inside]
    })
  }
  return recordTypes(schema).flatMap((type) => visit(type, ungoverned))
}

/** Record types that lack a part of what every record type has: filter, order, connection, a door in Query. */
export function incompleteRecords(schema: GraphQLSchema): readonly string[] {
  return recordTypes(schema).flatMap((type) => {
    const { name } = type
    const lacking = (place: string, has: readonly string[], wanted: readonly string[]) =>
      wanted.filter((one) => !has.includes(one)).map((one) => `${place} lacks ${one}`)
    const fieldsOf = (typeName: string) => {
      const found = schema.getType(typeName)
      return isObjectType(found) || isInputObjectType(found) ? Object.keys(found.getFields()) : []
    }
    const door = Object.values(schema.getQueryType()?.getFields() ?? {}).find(
      (field) => getNamedType(field.type).name === `${name}Connection`,
    )
    return [
      ...lacking(`${name}Filter`, fieldsOf(`${name}Filter`), ['id', 'owner', 'and', 'or', 'not']),
      ...lacking(`${name}Order`, fieldsOf(`${name}Order`), ['field', 'direction']),
      ...lacking(`${name}Connection`, fieldsOf(`${name}Connection`), connectionFields),
      ...lacking(`${name}Edge`, fieldsOf(`${name}Edge`), ['cursor', 'node']),
      ...lacking(`Query of ${name}`, door?.args.map((arg) => arg.name) ?? [], ['where', 'match', 'orderBy', 'first', 'after']),
      ...unlikeQuestions(door, schema),
      ...strayConditions(type, schema),
    ]
  })
}

/** A question that is followed as the bureaus answer is the same question: the same arguments with the same defaults, and the same answer. */
function unlikeQuestions(door: GraphQLField<unknown, unknown> | undefined, schema: GraphQLSchema): readonly string[] {
  if (door === undefined) return []
  const name = `${door.name}Progress`
  const followed = schema.getSubscriptionType()?.getFields()[name]
  if (followed === undefined) return [`Subscription lacks ${name}`]
  const asked = ({ args, type }: GraphQLField<unknown, unknown>) =>
    JSON.stringify([args.map((arg) => [arg.name, String(arg.type), arg.defaultValue, arg.description]), String(type)])
  return asked(followed) === asked(door) ? [] : [`Subscription.${name} is not asked as Query.${door.name} is`]
}

/**
 * Filter fields, sort keys and facets that the record does not have. A sort key holds one value, since a list has no order of its own, and no text, whose
 * length would show in a cursor's. A facet is a code, or a value object with a country in it.
 */
function strayConditions(type: GraphQLObjectType, schema: GraphQLSchema): readonly string[] {
  const fields = type.getFields()
  const filter = schema.getType(`${type.name}Filter`)
  const conditions = isInputObjectType(filter) ? Object.keys(filter.getFields()).filter((name) => !['and', 'or', 'not'].includes(name)) : []
  const sorts = constantsOf(`${type.name}OrderField`, schema)
  const facets = constantsOf(`${type.name}FacetField`, schema)
  const isSortable = ({ type: of }: GraphQLField<unknown, unknown>) =>
    !isListType(of) && !isObjectType(getNamedType(of)) && getNamedType(of).name !== 'String'
  const isFacet = ({ type: of }: GraphQLField<unknown, unknown>) => {
    const named = getNamedType(of)
    const coded = (one: GraphQLNamedType | undefined) => isEnumType(one) || one?.name === 'CountryCode'
    return coded(named) || (isObjectType(named) && !isRecord(named) && coded(getNamedType(named.getFields()['country']?.type)))
  }
  return [
    ...conditions.filter((name) => fields[name] === undefined).map((name) => `${type.name}Filter.${name} is no field of ${type.name}`),
    ...sorts
      .filter((name) => fields[name] === undefined || !isSortable(fields[name]))
      .map((name) => `${type.name}OrderField has ${name}, which ${type.name} cannot be sorted by`),
    ...(sorts.length === 0 ? [`${type.name}OrderField is missing`] : []),
    ...facets
      .filter((name) => name !== 'owner' && (fields[name] === undefined || !isFacet(fields[name])))
      .map((name) => `${type.name}FacetField has ${name}, which ${type.name} cannot be divided by`),
    ...(facets.includes('owner') ? [] : [`${type.name}FacetField lacks owner`]),
  ]
}

/** The fields that an enum's constants name. */
function constantsOf(name: string, schema: GraphQLSchema): readonly string[] {
  const type = schema.getType(name)
  return isEnumType(type) ? type.getValues().map((value) => camel(value.name)) : []
}

/** Type names that differ in case only: generated code could not tell them apart. */
export function lookalikes(schema: GraphQLSchema): readonly string[] {
  const names = ownTypes(schema).map((type) => type.name)
  return names
    .filter((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < at)
    .map((name) => `${name} is there twice`)
}

/** A resolver file as the rules see it: the types it resolves and their fields. */
export interface ResolverFile {
  readonly path: string
  readonly lines: number
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Resolver files without a schema file, with another's types, too long; questions that nobody or two files answer. */
export function resolverProblems(resolvers: readonly ResolverFile[], schema: readonly SourceFile[]): readonly string[] {
  const roots = ['Query', 'Mutation', 'Subscription']
  const built = schemaOf(schema)
  const files = resolvers.flatMap(({ path, lines, resolvers: map }) => {
    const own = schema.find((file) => basename(file.path, '.graphql') === basename(path, '.ts'))
    const strange = Object.keys(map).filter(
      (type) => !roots.includes(type) && !own?.text.match(new RegExp(`^(type|union) ${type}\\b`, 'm')),
    )
    return [
      ...(own === undefined ? [`${path} has no schema file of its name`] : []),
      ...(lines >= 120 ? [`${path} has ${lines} lines: a door has under 120`] : []),
      ...strange.map((type) => `${path} resolves ${type}, which its schema file does not declare`),
    ]
  })
  const doors = roots.flatMap((root) => {
    const type = built.getType(root)
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : []
    return fields.flatMap((field) => {
      const answering = resolvers.filter(({ resolvers: map }) => map[root]?.[field] !== undefined)
      return answering.length === 1 ? [] : [`${root}.${field} is resolved by ${answering.length} files`]
    })
  })
  return [...files, ...doors]
}

function ownTypes(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap()).filter((type) => type.astNode !== undefined && type.astNode !== null)
}

function recordTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return ownTypes(schema).filter((type): type is GraphQLObjectType => isObjectType(type) && isRecord(type))
}

function isRecord(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some((one) => one.name === 'Record')
}

function camel(constant: string): string {
  return constant.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
