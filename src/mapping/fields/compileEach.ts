import type { FieldType } from '../../model/catalogue.ts'
import type { FieldFile } from '../language.ts'
import { Mistake } from '../mistake.ts'
import { fullPath, type NativeScope, readPlace, resolvePlace, type Scope } from '../nativeScope.ts'
import type { CompiledField } from './compileField.ts'
import { compileSteps } from './compileSteps.ts'
import { eachNode } from './compositeNodes.ts'
import { type FieldContext, fail, inside, placeOf } from './fieldContext.ts'
import type { FieldNode } from './fieldNode.ts'
import { Refusal } from './interpretation.ts'
import { matchesAll, type RowTest, rowTest } from './matchRow.ts'
import { isBlank } from './rawSource.ts'

type CompileField = (file: FieldFile, type: FieldType, context: FieldContext) => CompiledField | null

/** One member for each child row, or for each element of an array in the row. `compile` is handed in: the two call each other. */
export function compileEach(file: FieldFile, type: FieldType, context: FieldContext, compile: CompileField): FieldNode | null {
  const found = elementsOf(file, context)
  if (found === null || file.item === undefined) return null
  const within: FieldContext = { ...context, scope: found.scope }
  const tests = compileWhere(file.where ?? {}, inside(within, ['where']))
  const item = compile(file.item, { ...type, list: false }, inside(within, ['item']))
  noteWhole(found.scope, context)
  return item === null ? null : eachNode(found.read, (scope) => matchesAll(tests, scope), item.node)
}

/** The tests of a `where:`. */
export function compileWhere(where: NonNullable<FieldFile['where']>, context: FieldContext): readonly RowTest[] {
  return Object.entries(where).flatMap(([path, wanted]) => {
    const place = placeOf(context, path, [path])
    return place === null ? [] : [rowTest(place, wanted)]
  })
}

interface Elements {
  readonly scope: NativeScope
  readonly read: (scope: Scope) => unknown
}

function elementsOf(file: FieldFile, context: FieldContext): Elements | null {
  const path = file.each ?? ''
  const isRow = context.scope.child === null && context.scope.prefix === null
  if (isRow && context.children.has(path)) {
    if (file.json ?? file.at ?? file.split) fail(context, ['each'], `${path} is a child table: json, at and split are for columns`)
    const scope: NativeScope = { child: path, prefix: null, sealed: false, outer: context.scope }
    return { scope, read: (row) => readPlace({ levels: 0, steps: [path], path, native: null, ofRow: true }, row) }
  }
  return arrayOf(file, path, context)
}

function arrayOf(file: FieldFile, path: string, context: FieldContext): Elements | null {
  const place = resolvePlace(path, context.scope, { row: new Set(), children: new Map(), codeLists: new Set() })
  if (place === null) {
    fail(context, ['each'], `"${path}" leads out of the row: there are fewer rows around this one than it has ^`)
    return null
  }
  let around: NativeScope = context.scope
  for (let i = 0; i < place.levels; i++) around = around.outer ?? around
  const steps = compileSteps(file, context)
  const sealed = around.sealed || steps.length > 0
  const prefix = fullPath(place.path, around)
  const read = (scope: Scope) => {
    let value = readPlace(place, scope)
    for (const step of steps) {
      if (isBlank(value)) return null
      value = step.apply(value)
      if (value instanceof Refusal) return new Mistake(context.field, value.reason)
    }
    return isBlank(value) ? null : value
  }
  return { scope: { child: around.child, prefix, sealed, outer: context.scope }, read }
}

/** Asks for the array itself, or for the child's rows, where nothing in `item` did. */
function noteWhole(scope: NativeScope, context: FieldContext): void {
  const { row, children } = context.reads
  if (scope.child !== null && !children.has(scope.child)) children.set(scope.child, new Set())
  const paths = scope.child === null ? row : children.get(scope.child)
  const { prefix } = scope
  if (prefix === null || paths === undefined) return
  if (![...paths].some((path) => path === prefix || path.startsWith(`${prefix}.`))) paths.add(prefix)
}
