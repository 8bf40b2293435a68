import { type HostileCase, times } from '../hostileCase.ts'

const costly = (name: string, query: string, variables?: Readonly<Record<string, unknown>>): HostileCase => ({
  name,
  query,
  verdict: 'QUERY_TOO_COSTLY',
  ...(variables === undefined ? {} : { variables }),
})

const wave = (levels: number, leaf = 'id') => `${'bureau { '.repeat(levels)}${leaf}${' }'.repeat(levels)}`
const doubling = (levels: number) =>
  `{ ...f0 } ${times(levels, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f${levels} on Query { __typename }`
const page = (inner: string, size = 100) => `notices(first: ${size}) { nodes { ${inner} } }`

/** Operations that ask for more than anybody may. */
export const costlyOperations: readonly HostileCase[] = [
  ...[11, 20, 50, 100, 150].map((levels) => costly(`${levels} levels`, `{ viewer { ${wave(levels)} } }`)),
  ...[11, 40].map((levels) =>
    costly(`${levels} levels of inline fragments with fields`, `{ ${'... { a: viewer { '.repeat(levels)}id${' } }'.repeat(levels)} }`),
  ),
  ...[10, 20, 30, 45].map((levels) => costly(`fragments that double ${levels} times`, doubling(levels))),
  ...[51, 100, 400].map((count) => costly(`${count} aliases of one field`, `{ ${times(count, (n) => `a${n}: __typename`)} }`)),
  ...[51, 120].map((count) =>
    costly(`${count} aliases of a question to all bureaus`, `{ ${times(count, (n) => `a${n}: notices(first: 1) { nodes { id } }`)} }`),
  ),
  ...[51, 300].map((count) => costly(`${count} directives on one field`, `{ viewer ${times(count, () => '@a')} { personRef } }`)),
  costly('directives on many fields', `{ ${times(60, (n) => `f${n} @include(if: true)`)} }`),
  ...[101, 300].map((count) => costly(`${count} inline fragments`, `{ ${times(count, () => '... { __typename }')} }`)),
  costly('a hundred and one spreads', `{ ${times(101, () => '...f')} } fragment f on Query { __typename }`),
  ...[103, 500, 1500].map((count) => costly(`one field ${count} times`, `{ ${times(count, () => '__typename')} }`)),
  costly(
    'one field again and again in fragments',
    `{ ...a ...b } fragment a on Query { ${times(60, () => '__typename')} } fragment b on Query { ${times(60, () => '__typename')} }`,
  ),
  costly('pages within pages within pages', `{ ${page(`subject { notices(first: 100) { subject { notices(first: 100) { id } } } }`)} }`),
  costly('a page of everything, many times', `{ ${times(30, (n) => `a${n}: ${page(times(35, (m) => `f${m}`))}`)} }`),
  costly(
    'page sizes from variables',
    `query ($n: Int) { ${times(40, (n) => `a${n}: notices(first: $n) { nodes { ${times(30, (m) => `f${m}`)} } }`)} }`,
    { n: 100 },
  ),
  costly(
    'page sizes from defaults',
    `query ($n: Int = 100) { ${times(40, (n) => `a${n}: notices(first: $n) { nodes { ${times(30, (m) => `f${m}`)} } }`)} }`,
  ),
  ...[11, 40].map((count) => costly(`${count} counts`, `{ ${times(count, (n) => `a${n}: notices(first: 1) { totalCount }`)} }`)),
  costly('eleven facets', `{ ${times(11, (n) => `a${n}: notices(first: 1) { facets(by: [KIND]) { field } }`)} }`),
  ...[10, 45].map((count) =>
    costly(`${count} hit checks`, `mutation { ${times(count, (n) => `a${n}: hitCheck(input: {}) { checksLeft }`)} }`),
  ),
  ...[10, 45].map((count) =>
    costly(`${count} searches`, `{ ${times(count, (n) => `a${n}: searchPersons(input: { names: ["A"] }) { totalCount }`)} }`),
  ),
  ...[10, 30].map((count) => costly(`${count} networks`, `{ ${times(count, (n) => `a${n}: network(seed: "x") { truncated }`)} }`)),
  costly('ten watches', `mutation { ${times(10, (n) => `a${n}: createWatch(input: {}) { id }`)} }`),
  costly('a list of 2,001 values', 'query ($v: [String!]) { notices(where: { number: { in: $v } }) { nodes { id } } }', {
    v: Array.from({ length: 2001 }, (_, n) => `n${n}`),
  }),
  costly(
    'many lists',
    `query (${times(8, (n) => `$v${n}: [String!]`, ', ')}) { ${times(8, (n) => `a${n}: notices(where: { number: { in: $v${n} } }) { nodes { id } }`)} }`,
    Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`v${n}`, Array.from({ length: 300 }, (_, m) => `n${m}`)])),
  ),
  costly(
    'one list in many places',
    `query ($v: [String!]) { ${times(20, (n) => `a${n}: notices(where: { number: { in: $v } }) { nodes { id } }`)} }`,
    { v: Array.from({ length: 200 }, (_, n) => `n${n}`) },
  ),
  costly('variables seventeen levels deep', 'query ($w: NoticeFilter) { notices(where: $w) { nodes { id } } }', { w: nestedAnd(17) }),
  costly('variables a thousand levels deep', 'query ($w: NoticeFilter) { notices(where: $w) { nodes { id } } }', { w: nestedAnd(1000) }),
  costly('variables that are lists of lists', 'query ($v: [String!]) { notices(where: { number: { in: $v } }) { nodes { id } } }', {
    v: nestedList(400),
  }),
  costly('values beside those that are used', '{ __typename }', { unused: Array.from({ length: 3000 }, () => 0) }),
]

function nestedAnd(levels: number): unknown {
  let where: unknown = { number: { eq: 'x' } }
  for (let i = 0; i < levels; i++) where = { and: [where] }
  return where
}

function nestedList(levels: number): unknown {
  let list: unknown = []
  for (let i = 0; i < levels; i++) list = [list]
  return list
}
