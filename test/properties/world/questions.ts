import fc from 'fast-check'
import type { RecordRef } from '../../../src/model/record.ts'
import { type FilterCase, filterOf } from './filters.ts'
import { recordTypes, type TypeName, typeNames } from './recordTypes.ts'
import { ruledFields } from './rules.ts'
import { places, type Setting } from './world.ts'

/** One question to the hub. */
export interface Question {
  readonly type: TypeName
  readonly where: FilterCase | null
  readonly orderBy: readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[]
  /** Page size; now and then one that is refused. */
  readonly first: number
  /** From which end the pages are read. */
  readonly from: 'START' | 'END'
  /** How many pages are followed. */
  readonly pages: number
  readonly match: 'CERTAIN' | 'POSSIBLE'
  readonly count: boolean
  readonly facets: readonly string[]
  /** Fields of the records, links and inverse links included. */
  readonly select: readonly string[]
  /** Read by id as well, whether or not a record is there. */
  readonly nodes: readonly RecordRef[]
  /** A mistake in the question. */
  readonly mistake: 'null' | 'cursor' | null
}

/** What each type can be divided by, in the schema's constants, with the field meant. */
export const facetFields: Readonly<Record<TypeName, readonly string[]>> = {
  Notice: ['owner', 'kind', 'state'],
  Person: ['owner', 'status', 'sex', 'birthPlace', 'warnings'],
  AssistanceRequest: ['owner', 'kind', 'urgency', 'requestedBureaus'],
}

/** Any question about a setting. */
export function questionFor(setting: Setting): fc.Arbitrary<Question> {
  return fc.constantFrom(...typeNames).chain((type) => {
    const direction = fc.constantFrom('ASC' as const, 'DESC' as const)
    const order = fc.record({ field: fc.constantFrom(...recordTypes[type].orders), direction })
    return fc.record({
      type: fc.constant(type),
      where: fc.oneof({ arbitrary: fc.constant(null), weight: 1 }, { arbitrary: filterOf(type), weight: 2 }),
      orderBy: fc.oneof(
        { arbitrary: fc.constant([]), weight: 1 },
        { arbitrary: fc.uniqueArray(order, { minLength: 1, maxLength: 2, selector: ({ field }) => field }), weight: 2 },
      ),
      first: fc.constantFrom(1, 2, 3, 5, 20, 20, 20, 20, 20, 0),
      from: fc.constantFrom('START', 'START', 'END'),
      pages: fc.constantFrom(1, 1, 2, 3),
      match: fc.constantFrom('CERTAIN' as const, 'CERTAIN' as const, 'POSSIBLE' as const),
      count: fc.boolean(),
      facets: fc.subarray([...facetFields[type]], { maxLength: 2 }),
      select: fc.subarray([...ruledFields(type)], { minLength: 2 }),
      nodes: fc.subarray([...places(setting)], { maxLength: 3 }),
      mistake: fc.oneof(
        { arbitrary: fc.constant(null), weight: 16 },
        { arbitrary: fc.constantFrom('null' as const, 'cursor' as const), weight: 1 },
      ),
    })
  })
}

/** What a question makes use of, for the count of what was generated. */
export function featuresOf(question: Question): readonly string[] {
  const { where, orderBy, pages, first, from, select, type, nodes, mistake, count, facets, match } = question
  const text = JSON.stringify(where)
  const { fields, inverses } = recordTypes[type]
  const links = select.filter((field) => field in inverses || fields[field]?.to !== undefined)
  return [
    ...(where === null ? [] : ['filter']),
    ...(/"(subject|subjects)":/.test(text) ? ['filter of a link'] : []),
    ...(text.includes('"not"') ? ['negation'] : []),
    ...(text.includes('"or"') ? ['alternative'] : []),
    ...(text.includes('"owner"') ? ['filter of the owner'] : []),
    ...(text.includes('"id"') ? ['filter of the id'] : []),
    ...(orderBy.length > 0 ? ['order'] : []),
    ...(orderBy.length > 1 ? ['order by two'] : []),
    ...(pages > 1 && first > 0 && first < 5 ? ['pages'] : []),
    ...(from === 'END' ? ['from the end'] : []),
    ...(links.some((field) => field in fields) ? ['link'] : []),
    ...(links.some((field) => field in inverses) ? ['inverse link'] : []),
    ...(nodes.length > 0 ? ['node'] : []),
    ...(mistake !== null || first === 0 ? ['mistake'] : []),
    ...(count ? ['count'] : []),
    ...(facets.length > 0 ? ['facets'] : []),
    ...(match === 'POSSIBLE' ? ['match'] : []),
  ]
}

/** Everything that `featuresOf` can say. */
export const features = [
  'filter',
  'filter of a link',
  'negation',
  'alternative',
  'filter of the owner',
  'filter of the id',
  'order',
  'order by two',
  'pages',
  'from the end',
  'link',
  'inverse link',
  'node',
  'mistake',
  'count',
  'facets',
  'match',
] as const
