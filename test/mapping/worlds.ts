import fc from 'fast-check'
import type { NativeRow } from '../../src/connectors/connector.ts'
import type { FieldFile } from '../../src/mapping/language.ts'
import type { Predicate } from '../../src/model/predicate.ts'
import type { CanonicalValue } from '../../src/model/record.ts'

export const codes = {
  sort: { r: 'RED', R: 'RED', '1': 'RED', b: 'BLUE', '2': 'BLUE' },
  place: { AAA: 'XA', BBB: 'XB', '31': 'XB' },
  tag: { S: 'yes', N: 'no' },
  lang: { por: 'pt', ger: 'de' },
}
const text = fc.constantFrom(
  '',
  ' ',
  'A',
  'SILVA',
  'SILVA, João',
  'Silva,Rui',
  'João SILVA',
  'SILVA João',
  'e\u0301',
  'é',
  'SILVA  ',
  'r',
  'UNK',
  'São',
  'Sa\u0303o',
)
const dates = [
  '1980-06-15',
  '1980-06-01',
  '1980-06',
  '1980',
  '1981-01-01',
  '1979-12-31',
  '9999-12-31',
  '0001-01-01',
  '2024-02-29',
  '1980-03-31',
]
export const days = dates.filter((day) => day.length === 10)
const nativeDates = fc.constantFrom(
  ...[...dates, ...days.map((day) => day.split('-').reverse().join('/')), ...days.map((day) => day.replaceAll('-', ''))],
  ...[
    '1980-06-00',
    '1980-00-00',
    '0000-00-00',
    '00/00/0000',
    '00/06/1980',
    '5/6/1980',
    '15-Jun-1980',
    'June 1980',
    '',
    '1980-06-15 10:00:00',
    'soon',
  ],
)
export const instants = [
  '1980-06-15T10:00:00Z',
  '1980-06-15T10:00:00.5Z',
  '1980-06-15T09:59:59Z',
  '1980-06-15T00:00:00Z',
  '1980-06-14T23:30:00Z',
  '9999-12-31T23:59:59Z',
]
const nativeInstants = fc.constantFrom(
  ...instants,
  ...instants.map((one) => one.replace('T', ' ').slice(0, 19)),
  ...[
    '1980-06-15T12:00:00+02:00',
    '1980-06-15 12:00:00.500000+02',
    '1980-06-14T20:00:00-14:00',
    '15/06/1980 10:00',
    '1980-06-15',
    '19800615100000',
    '',
    null,
  ],
)
const scalar = fc.oneof(
  text,
  fc.constantFrom(null, true, false, 0, 1, 2, 31, 'S', 'N', 'b', 'R', 'AAA', 'BBB', 'XA', 'XB', 'ger', 'A;B', '["A","B"]'),
)
const native = fc.oneof(
  scalar,
  nativeDates,
  nativeInstants,
  fc.array(scalar, { maxLength: 3 }),
  fc.constantFrom(327_153_600, 329_911_200, 329_911_200_500, 71, 1.8),
)

const columns = ['a', 'b', 'c', 'd', 'doc.x', 'list.x'] as const

/** Rows whose every column holds values of one domain, and now and then anything. */
function rows(domain: fc.Arbitrary<unknown>): fc.Arbitrary<NativeRow> {
  const value = fc.oneof({ weight: 9, arbitrary: domain }, { weight: 1, arbitrary: native })
  const child = fc.record({ x: value, y: value, sort: fc.oneof(domain, scalar) })
  return fc.record({
    id: fc.constant('k1'),
    ...{ a: value, b: value, c: value, d: value },
    doc: fc.option(fc.record({ x: value }), { freq: 9 }),
    list: fc.option(fc.array(fc.record({ x: value }), { maxLength: 3 }), { freq: 9 }),
    kids: fc.array(child, { maxLength: 3 }),
  })
}

const column = fc.constantFrom(...columns)
const unknown = fc.constantFrom<FieldFile>({}, { unknown: ['UNK', 0, '2'] })
const trimmed = fc.constantFrom<FieldFile>({}, { trim: 'end' }, { trim: 'both' })

function field(base: FieldFile): fc.Arbitrary<FieldFile> {
  const plain = fc
    .tuple(column, unknown, trimmed)
    .map(([from, more, trim]): FieldFile => ({ column: from, ...more, ...trim, ...base, lenient: true }))
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    fc.tuple(plain, plain).map(([one, other]): FieldFile => ({ firstOf: [one, other] })),
    fc.tuple(column, column).map(([one, other]): FieldFile => ({ firstOf: [{ column: one }, { column: other }], ...base, lenient: true })),
  )
}

const datePatterns = fc.constantFrom<FieldFile>(
  ...[
    {},
    { date: ['yyyy-MM-dd'] },
    { date: ['dd/MM/yyyy'] },
    { date: ['dd/MM/yyyy', 'yyyy-MM-dd', 'MM/yyyy', 'yyyy'] },
    { date: ['d/M/yyyy', 'yyyyMMdd'] },
  ],
  ...[
    { date: ['dd-MMM-yyyy', 'MMM yyyy', 'yyyy-MM-dd'] },
    { date: ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd'] },
    { date: ['yyyy', 'yyyy-MM-dd HH:mm:ss'] },
    { date: ['yyyy-MM-dd', 'yyyyMMdd'] },
  ],
)
const instantPatterns = fc.constantFrom<FieldFile>(
  ...[
    {},
    { zone: 'Europe/Lisbon' },
    { date: ['yyyy-MM-dd HH:mm:ss'] },
    { date: ["yyyy-MM-dd'T'HH:mm:ss'Z'"] },
    { date: ["yyyy-MM-dd'T'HH:mm:ssXXX"] },
  ],
  ...([
    { date: ['yyyyMMddHHmmss'] },
    { date: ['dd/MM/yyyy HH:mm', 'yyyy-MM-dd'] },
    { date: ['yyyy-MM-dd', 'yyyy-MM-dd HH:mm:ss'], zone: 'Asia/Tokyo' },
    { epoch: 's' },
    { epoch: 'ms' },
  ] as FieldFile[]),
)
const born = fc.oneof(
  datePatterns.chain(field),
  fc
    .tuple(column, column, datePatterns)
    .map(([from, to, { date }]): FieldFile => ({ interval: { from, to }, ...(date ? { date } : {}), lenient: true })),
  fc.tuple(column, column).map(([age, on]): FieldFile => ({ column: age, age: { on }, lenient: true })),
  fc.tuple(column, column).map(([from, kind]): FieldFile => ({ column: from, approximateWhen: { [kind]: 'A' }, lenient: true })),
  fc.constant<FieldFile>({ each: 'kids', item: { column: 'x', lenient: true }, pick: 'first' }),
)
const title = fc.oneof(
  field({}),
  fc.constantFrom<FieldFile>(
    { columns: ['a', 'b'] },
    { const: 'SILVA' },
    { column: 'a', case: 'upper' },
    { column: 'a', codes: 'tag', lenient: true },
  ),
  fc.constantFrom<FieldFile>({ column: 'a', match: '^(S\\w+)', lenient: true }, { column: 'a', split: ';', pick: 'first' }),
)
const wholeName: fc.Arbitrary<FieldFile> = fc
  .constantFrom('FAMILY, Given', 'family-given', 'given-family')
  .chain((name) =>
    trimmed.map(
      (trim): FieldFile => ({ column: 'a', name: name as 'family-given', ...trim, lenient: true, also: { kind: { const: 'RED' } } }),
    ),
  )
const names: fc.Arbitrary<FieldFile> = fc.oneof(
  wholeName,
  field({ codes: 'sort' }).chain((kind) =>
    field({}).map((family): FieldFile => ({ object: { kind, family, full: { columns: ['a', 'c'] } } })),
  ),
  fc.constantFrom<FieldFile>(
    {
      each: 'kids',
      item: {
        object: {
          kind: { column: 'sort', codes: 'sort', lenient: true },
          family: { column: 'x', lenient: true },
          given: { column: '^a', lenient: true },
        },
      },
    },
    { each: 'kids', where: { sort: ['r', 'b'] }, item: { column: 'x', name: 'FAMILY, Given', lenient: true } },
    { each: 'list', item: { object: { family: { column: 'x', lenient: true } } } },
  ),
)
const list = (base: FieldFile): fc.Arbitrary<FieldFile> =>
  fc.oneof(
    field(base),
    fc.constantFrom<FieldFile>({ column: 'a', split: ';', ...base, lenient: true }, { column: 'a', json: true, ...base, lenient: true }),
    fc.constantFrom<FieldFile>(
      { each: 'kids', item: { column: 'x', ...base, lenient: true } },
      { each: 'list', item: { column: 'x', ...base, lenient: true } },
    ),
    fc.tuple(field(base), field(base)).map(([one, other]): FieldFile => ({ list: [one, other] })),
    fc.constant<FieldFile>({ list: [{ column: 'a' }, { column: 'list.x' }], ...base, lenient: true }),
  )
const link = fc.oneof(
  field({ link: {} }),
  field({ link: { bureau: { firstOf: [{ column: 'b' }, { const: 'XB' }] } } }),
  field({ link: { bureau: { column: 'c', codes: 'place', lenient: true } } }),
)

const wantedText = fc.constantFrom(
  'A',
  'B',
  'SILVA',
  'Silva',
  'João',
  'João SILVA',
  'SILVA, João',
  'é',
  'e\u0301',
  'São',
  '',
  'S',
  'yes',
  'A SILVA',
)
const wantedPartial = fc.constantFrom(...dates, '198X', '1980/1983', '1980~', '1979-12-31/1980-06-15')
const ref = fc.record({
  bureau: fc.constantFrom('XA', 'XB', 'XC'),
  type: fc.constant('Thing'),
  key: fc.constantFrom('A', 'SILVA', '1', 'r', '31'),
})
const compare = (name: string, ops: readonly string[], value: fc.Arbitrary<CanonicalValue>): fc.Arbitrary<Predicate> =>
  fc.oneof(
    fc.tuple(fc.constantFrom(...ops), value).map(([op, one]): Predicate => ({ kind: 'compare', field: name, op: op as 'eq', value: one })),
    fc.array(value, { maxLength: 3 }).map((values): Predicate => ({ kind: 'compare', field: name, op: 'in', value: values })),
  )
const sorts = fc.constantFrom('RED', 'BLUE', 'GREEN')
const nameTerm = fc.oneof(
  compare('kind', ['eq'], sorts),
  ...['full', 'family', 'given'].map((name) => compare(name, ['eq', 'startsWith'], wantedText)),
)
const combined = (one: fc.Arbitrary<Predicate>): fc.Arbitrary<Predicate> =>
  fc.oneof(
    { weight: 6, arbitrary: one },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(one, { maxLength: 3 }))
        .map(([kind, terms]): Predicate => ({ kind: kind as 'and', terms })),
    },
    { weight: 1, arbitrary: one.map((term): Predicate => ({ kind: 'not', term })) },
  )

export interface World {
  readonly files: Readonly<Record<string, FieldFile>>
  readonly row: NativeRow
  readonly question: Predicate
}

/** A field with rows and questions that have a chance to meet. */
function world(
  name: string,
  file: fc.Arbitrary<FieldFile>,
  domain: fc.Arbitrary<unknown>,
  question: fc.Arbitrary<Predicate>,
): fc.Arbitrary<World> {
  return fc.record({ files: file.map((one) => ({ [name]: one })), row: rows(domain), question: combined(combined(question)) })
}

const dayFiles = fc.constantFrom<FieldFile>(
  ...[{}, { date: ['yyyy-MM-dd'] }, { date: ['dd/MM/yyyy', 'yyyy-MM-dd'] }, { date: ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd'] }],
)
const sortCodes = fc.constantFrom('r', 'r ', 'R', '1', 1, 'b', '2', 'RED', 'BLUE', ['r', 'b'], 'r;b', '["1"]')
export const worlds: readonly fc.Arbitrary<World>[] = [
  world('title', title, text, compare('title', ['eq', 'startsWith'], wantedText)),
  world(
    'titles',
    list({}),
    fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constantFrom('A;B', '["A","SILVA"]')),
    compare('titles', ['eq', 'startsWith'], wantedText),
  ),
  world(
    'sort',
    fc.oneof(field({ codes: 'sort' }), field({}), fc.constant<FieldFile>({ const: 'RED' })),
    sortCodes,
    compare('sort', ['eq'], sorts),
  ),
  world('sorts', list({ codes: 'sort' }), sortCodes, compare('sorts', ['eq'], sorts)),
  world(
    'flag',
    fc.oneof(field({}), field({ boolean: { true: ['S', 1], false: ['N', 0] } })),
    fc.constantFrom(true, false, 0, 1, 'S', 'N', '1'),
    compare('flag', ['eq'], fc.boolean()),
  ),
  world('day', dayFiles.chain(field), nativeDates, compare('day', ['eq', 'gte', 'lte'], fc.constantFrom(...days))),
  world(
    'day',
    field({ epoch: 's', zone: 'Asia/Tokyo' }),
    fc.integer({ min: 327_000_000, max: 331_000_000 }),
    compare('day', ['eq', 'gte', 'lte'], fc.constantFrom(...days)),
  ),
  world('born', born, nativeDates, compare('born', ['eq', 'gte', 'lte'], wantedPartial)),
  world('at', instantPatterns.chain(field), nativeInstants, compare('at', ['gte', 'lte', 'eq'], fc.constantFrom(...instants))),
  world(
    'at',
    fc.constantFrom<FieldFile>({ epoch: 's' }, { epoch: 'ms' }).chain(field),
    fc.constantFrom(329_911_200, 329_911_200.5, 329_911_200_500, 329_911_200_000),
    compare('at', ['gte', 'lte', 'eq'], fc.constantFrom(...instants)),
  ),
  world(
    'heightCm',
    field({}),
    fc.oneof(fc.integer({ min: 160, max: 164 }), fc.constantFrom('161', '0162', '+163', ' 161 ', '161.0', '16e1', 2, '162,0')),
    compare('heightCm', ['eq', 'gte', 'lte'], fc.integer({ min: 160, max: 164 })),
  ),
  world(
    'place',
    fc.oneof(field({}), field({ codes: 'place' })),
    fc.constantFrom('XA', 'XB', 'AAA', 'BBB', '31', 31),
    compare('place', ['eq'], fc.constantFrom('XA', 'XB')),
  ),
  world(
    'names',
    wholeName,
    fc.constantFrom('SILVA, João', 'SILVA João', 'João SILVA', 'SILVA'),
    fc
      .tuple(fc.constantFrom('family', 'given', 'full'), fc.constantFrom('SILVA', 'João', 'SILVA João'))
      .map(([part, value]) => ({ kind: 'some', field: 'names', term: { kind: 'compare', field: part, op: 'eq', value } })),
  ),
  world(
    'names',
    names,
    text,
    combined(nameTerm).map((term) => ({ kind: 'some', field: 'names', term })),
  ),
  world('origin', link, fc.constantFrom('A', 'SILVA', 1, 'A', 'SILVA', 1, 'XB', 'AAA'), compare('origin', ['eq'], ref)),
  world('origins', list({ link: {} }), fc.constantFrom('A', 'SILVA', 1, 'A;1', '["A"]', ['r', '31']), compare('origins', ['eq'], ref)),
]
