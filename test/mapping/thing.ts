import { compileMapping } from '../../src/mapping/compileMapping.ts'
import type { FieldFile, MappingFile } from '../../src/mapping/language.ts'
import type { MappingProblem } from '../../src/mapping/mistake.ts'
import type { TypeMapping } from '../../src/mapping/typeMapping.ts'
import type { Catalogue, FieldKind, FieldType } from '../../src/model/catalogue.ts'

function field(name: string, kind: FieldKind, more: Partial<FieldType> = {}): [string, FieldType] {
  return [name, { name, kind, list: false, ...more }]
}

const nameFields = new Map([
  field('kind', 'enum', { enum: 'Sort' }),
  field('full', 'string'),
  field('family', 'string'),
  field('given', 'string'),
])

/** A record type with a field of every kind. */
export const catalogue: Catalogue = {
  enums: new Map([
    ['Sort', ['RED', 'BLUE', 'GREEN']],
    ['Purpose', []],
    ['Role', []],
  ]),
  types: new Map([
    [
      'Thing',
      {
        name: 'Thing',
        defaultOrder: { field: 'at', direction: 'DESC' },
        fields: new Map([
          field('title', 'string'),
          field('titles', 'string', { list: true }),
          field('sort', 'enum', { enum: 'Sort' }),
          field('sorts', 'enum', { enum: 'Sort', list: true }),
          field('flag', 'boolean'),
          field('day', 'date'),
          field('born', 'partialDate'),
          field('at', 'dateTime'),
          field('place', 'country'),
          field('tongues', 'language', { list: true }),
          field('heightCm', 'int'),
          field('weightKg', 'int'),
          field('sentenceMonths', 'int'),
          field('ratio', 'float'),
          field('names', 'object', { list: true, fields: nameFields }),
          field('name', 'object', { fields: nameFields }),
          field('origin', 'link', { to: 'Thing' }),
          field('origins', 'link', { to: 'Thing', list: true }),
          field('parts', 'link', { to: 'Thing', list: true, inverse: 'origin' }),
        ]),
      },
    ],
  ]),
}

/** Codes of bureaus in the tests: ours is XA. */
export const directory: ReadonlySet<string> = new Set(['XA', 'XB', 'XC'])

/** Compiles fields of a Thing; fails the test when the mapping has errors. */
export function thing(
  fields: Readonly<Record<string, FieldFile>>,
  more: Partial<MappingFile['types'][string]> & Pick<MappingFile, 'codes'> = {},
): TypeMapping {
  const { mapping, problems } = compileThing(fields, more)
  const errors = problems.filter((problem) => problem.severity === 'error')
  if (mapping === undefined || errors.length > 0) throw new Error(errors.map((one) => `${one.path.join('.')}: ${one.message}`).join('\n'))
  return mapping
}

/** Compiles fields of a Thing, mistakes and all. */
export function compileThing(
  fields: Readonly<Record<string, FieldFile>>,
  more: Partial<MappingFile['types'][string]> & Pick<MappingFile, 'codes'> = {},
): { mapping: TypeMapping | undefined; problems: readonly MappingProblem[] } {
  const { codes, ...type } = more
  const file: MappingFile = { ...(codes === undefined ? {} : { codes }), types: { Thing: { from: 'things', key: 'id', ...type, fields } } }
  const { mappings, problems } = compileMapping(file, 'XA', catalogue, directory)
  return { mapping: mappings.get('Thing'), problems }
}

/** The canonical value of one field of one row; problems as text where the row does not map. */
export function mappedValue(
  file: FieldFile,
  name: string,
  row: Readonly<Record<string, unknown>>,
  codes: NonNullable<MappingFile['codes']> = {},
): unknown {
  const { record, problems } = thing({ [name]: file }, { codes }).toCanonical({ id: 1, ...row })
  return record === null ? problems.map((problem) => `${problem.field}: ${problem.reason}`) : (record.values[name] ?? null)
}
