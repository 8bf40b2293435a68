import type { FieldType, RecordType } from '../../model/catalogue.ts'
import { type CheckedCube, type CubeDimension, cellsOf, mostCells, unknownValue } from '../cubes/publishedCube.ts'
import { type FileCheck, suggest, typesOf } from './checkNames.ts'
import { checkRule } from './checkRule.ts'
import type { CubeFile } from './policyFile.ts'
import { hint } from './scope.ts'
import type { Path } from './source.ts'

const [usualBase, usualLeast] = [5, 10]

/** Checks a published cube; null after reporting what is wrong with its type or its dimensions. */
export function checkCube(check: FileCheck, file: CubeFile, path: Path): CheckedCube | null {
  const { id, title, on, dimensions: names, to, for: purposes, under, base = usualBase, least = usualLeast } = file
  const [type, ...more] = typesOf(check, [...path, 'on'], on)
  if (type === undefined || more.length > 0) return more.length > 0 ? check.report([...path, 'on'], 'a cube counts one record type') : null
  const dimensions = names.flatMap((name, i) => dimensionOf(check, type, name, [...path, 'dimensions', i]) ?? [])
  if (new Set(names).size < names.length) check.report([...path, 'dimensions'], 'a dimension is named twice')
  if (cellsOf(dimensions) > mostCells)
    check.report([...path, 'dimensions'], `a cube has at most ${mostCells} cells, sums among them, and this one ${cellsOf(dimensions)}`)
  if (least < base) check.report([...path, 'least'], `"least" is at least "base", or what is suppressed would be rounded to nothing anyway`)
  const permit = { id, title, on: type.name, record: 'listed' as const, to, for: purposes, ...(under === undefined ? {} : { under }) }
  const rule = checkRule(check, permit, path).get(type.name)
  return rule === undefined ? null : { cube: { id, title, type: type.name, dimensions, base, least }, rule }
}

/** A field whose values the schema knows, of which a record has one: a code that nobody has would else tell that somebody has. */
function dimensionOf(check: FileCheck, type: RecordType, name: string, path: Path): CubeDimension | null {
  const field = type.fields.get(name)
  const known = [...type.fields.values()].filter(isDimension).map((one) => one.name)
  if (field === undefined) return check.report(path, `${type.name} has no field "${name}"`, suggest(hint(name, known)))
  if (!isDimension(field)) return check.report(path, `a dimension is one code or yes and no: ${known.join(', ')}`)
  const values = field.kind === 'boolean' ? ['TRUE', 'FALSE'] : (check.enums.get(field.enum ?? '') ?? [])
  return { field: name, values: [...values.filter((value) => value !== unknownValue), unknownValue] }
}

function isDimension({ kind, list }: FieldType): boolean {
  return !list && (kind === 'enum' || kind === 'boolean')
}
