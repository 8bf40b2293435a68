import type { FieldType } from '../../model/catalogue.ts'
import type { FieldFile, LinkFile } from '../language.ts'
import { checkField } from './checkField.ts'
import { compileInterval } from './compileDates.ts'
import { compileEach } from './compileEach.ts'
import { hasSteps } from './compileSteps.ts'
import { compileValue } from './compileValue.ts'
import { firstNode, lenientNode, listNode, objectNode, shapeNode } from './compositeNodes.ts'
import { didYouMean, type FieldContext, fail, inside } from './fieldContext.ts'
import type { FieldNode } from './fieldNode.ts'
import type { Interpretation } from './interpretation.ts'
import { linkNode } from './linkNode.ts'
import { wholeNameNode } from './wholeName.ts'

/** A field ready to be read and asked about. */
export interface CompiledField {
  readonly node: FieldNode
  /** Where the field's order is a column's: the column, and how its values are written. */
  readonly order: { readonly path: string; readonly interpretation: Interpretation } | null
}

/** Compiles one canonical field, or one part of it; null when it has mistakes, which are noted. */
export function compileField(file: FieldFile, type: FieldType, context: FieldContext): CompiledField | null {
  if (!checkField(file, type, context)) return null
  const compiled = compileSource(file, type, context)
  if (compiled === null) return null
  const shaped = shapeNode(compiled.node, type.list, file.pick === 'first', context.field)
  return { node: file.lenient === true ? lenientNode(shaped) : shaped, order: compiled.order }
}

function compileSource(file: FieldFile, type: FieldType, context: FieldContext): CompiledField | null {
  const only = (node: FieldNode | null) => (node === null ? null : { node, order: null })
  if (file.object !== undefined) return only(compileObject(file.object, type, inside(context, ['object'])))
  if (file.each !== undefined) return only(compileEach(file, type, context, compileField))
  if (file.interval !== undefined) return only(compileInterval(file, file.interval, context))
  if (file.list !== undefined && !isTransformed(file)) return only(compileMembers('list', file.list, { ...type, list: true }, context))
  if (file.firstOf !== undefined && !isTransformed(file)) return only(compileMembers('firstOf', file.firstOf, type, context))
  if (file.name !== undefined) return only(compileName(file, file.name, type, context))
  if (type.kind === 'link') return only(compileLink(file, file.link ?? {}, type, context))
  const value = compileValue(file, type, context)
  if (value === null) return null
  return { node: value.node, order: value.orderPath === null ? null : { path: value.orderPath, interpretation: value.interpretation } }
}

/** Whether members of `list` or `firstOf` are native values, which transforms of the whole make canonical. */
function isTransformed(file: FieldFile): boolean {
  const { date, epoch, age, unit, name, link, join } = file
  return hasSteps(file) || [date, epoch, age, unit, name, link, join].some((transform) => transform !== undefined)
}

function compileMembers(key: 'list' | 'firstOf', members: readonly FieldFile[], type: FieldType, context: FieldContext): FieldNode | null {
  const nodes = members.map((member, i) => compileField(member, type, inside(context, [key, i]))?.node ?? null)
  const usable = nodes.filter((node) => node !== null)
  if (usable.length < nodes.length) return null
  return key === 'list' ? listNode(usable) : firstNode(usable)
}

function compileObject(subFiles: Readonly<Record<string, FieldFile>>, type: FieldType, context: FieldContext): FieldNode {
  const constants = Object.keys(subFiles).filter((name) => subFiles[name]?.const !== undefined)
  return objectNode(compileSubFields(subFiles, type, context), new Set(constants))
}

function compileSubFields(
  subFiles: Readonly<Record<string, FieldFile>>,
  type: FieldType,
  context: FieldContext,
): ReadonlyMap<string, FieldNode> {
  const nodes = new Map<string, FieldNode>()
  for (const [name, subFile] of Object.entries(subFiles)) {
    const subType = type.fields?.get(name)
    if (subType === undefined) {
      fail(context, [name], `${context.field} has no sub-field "${name}"`, didYouMean(name, type.fields?.keys() ?? []))
      continue
    }
    const compiled = compileField(subFile, subType, inside(context, [name], name))
    if (compiled !== null) nodes.set(name, compiled.node)
  }
  return nodes
}

function compileName(file: FieldFile, format: NonNullable<FieldFile['name']>, type: FieldType, context: FieldContext): FieldNode | null {
  const missing = ['full', 'family', 'given'].filter((name) => !type.fields?.has(name))
  if (missing.length > 0) fail(context, ['name'], `a whole name gives ${missing.join(', ')}, which the field does not have`)
  const also = compileSubFields(file.also ?? {}, type, inside(context, ['also']))
  for (const name of ['full', 'family', 'given']) if (also.has(name)) fail(context, ['also', name], `${name} comes from the whole name`)
  const text = compileValue(file, { name: 'full', kind: 'string', list: type.list }, context)
  return text === null || missing.length > 0 ? null : wholeNameNode(text.node, format, also)
}

function compileLink(file: FieldFile, link: LinkFile, type: FieldType, context: FieldContext): FieldNode | null {
  const { mapping } = context
  const to = link.to ?? type.to ?? ''
  if (to !== type.to)
    fail(context, ['link', 'to'], `${context.field} links to ${type.to ?? ''}`, `write "${type.to ?? ''}", or leave it out`)
  const owner: FieldType = { name: 'bureau', kind: 'string', list: false }
  const bureau = link.bureau === undefined ? null : compileField(link.bureau, owner, inside(context, ['link', 'bureau']))
  if (link.bureau !== undefined && bureau === null) return null
  if (bureau !== null) context.onCrossBureau()
  else if (!mapping.types.has(to)) {
    const message = `this file maps no ${to}, so these links lead nowhere`
    mapping.problems.push({
      severity: 'warning',
      path: context.path,
      message,
      suggestion: 'say whose records they are, with link: { bureau: … }',
    })
  }
  const keys = compileValue(file, { name: 'key', kind: 'string', list: type.list }, context)
  if (keys === null) return null
  return linkNode(keys.node, {
    to,
    home: mapping.bureau,
    bureau: bureau?.node ?? null,
    directory: new Set([...mapping.directory, mapping.bureau]),
  })
}
