import { describe, expect, it } from 'vitest'
import { conjuncts } from '../../../src/connectors/conjuncts.ts'
import type { NativeOperator, NativePredicate, NativeQuery, NativeScalar } from '../../../src/connectors/connector.ts'
import { restOptionsSchema } from '../../../src/connectors/rest/restOptions.ts'
import { restQuery } from '../../../src/connectors/rest/restQuery.ts'

const filters = {
  country: { in: { parameter: 'c', join: ',' } },
  tag: { in: { parameter: 'tag', join: 'repeat' } },
  name: { startsWith: { parameter: 'q', format: '{}*' } },
  sex: { eq: { parameter: 'sex', values: ['M', 'F'] } },
  born: { gte: 'from', lte: 'to' },
  'papers.number': { eq: 'paper' },
  late: { gte: 'from' },
}
const orders = [
  { path: 'id', keyset: { key: 'afterKey' } },
  { path: 'born', query: { sort: 'born' }, keyset: { value: 'afterValue', key: 'afterKey' } },
  { path: 'born', direction: 'DESC', query: { sort: '-born' }, bound: 'to' },
]
const { sources } = restOptionsSchema.parse({
  kind: 'rest',
  url: 'http://x/',
  sources: { s: { path: '/s', query: { lang: 'es' }, paging: { kind: 'none' }, filters, orders, get: { path: '/s/{key}' } } },
})

const written = (where: NativePredicate | null, differences: Partial<NativeQuery> = {}) => {
  const query: NativeQuery = {
    source: 's',
    key: 'id',
    keyOrder: 'text',
    fields: [],
    children: [],
    where,
    orderBy: null,
    after: null,
    limit: 1,
    page: null,
    ...differences,
  }
  const wanted = conjuncts(where)
  if (wanted === 'nothing' || sources['s'] === undefined) return wanted
  return restQuery(sources['s'], query, wanted).toString()
}
const compare = (path: string, op: NativeOperator, value: NativeScalar | readonly NativeScalar[], child?: string): NativePredicate => ({
  kind: 'compare',
  path,
  op,
  value,
  ...(child !== undefined && { child }),
})

describe('parameters of rest', () => {
  it.each<[string, NativePredicate, string]>([
    ['a list joined as declared', compare('country', 'in', ['XA', 'XB']), '&c=XA%2CXB'],
    ['a list repeated', compare('tag', 'in', ['a b', 'c&d=e']), '&tag=a%20b&tag=c%26d%3De'],
    ['one value of a list', compare('country', 'eq', 'XA'), '&c=XA'],
    ['a format', compare('name', 'startsWith', "O'B"), '&q=O%27B%2A'],
    ['a bound for a strict bound', compare('born', 'gt', '2020-01-01'), '&from=2020-01-01'],
    ['a path in the elements of a list', compare('number', 'eq', 'P1', 'papers'), '&paper=P1'],
    ['alternatives on one path', { kind: 'or', terms: [compare('country', 'eq', 'XA'), compare('country', 'in', ['XB'])] }, '&c=XA%2CXB'],
    ['both of two', { kind: 'and', terms: [compare('country', 'eq', 'XA'), compare('sex', 'eq', 'F')] }, '&c=XA&sex=F'],
  ])('write %s', (_words, where, expected) => {
    expect(written(where)).toBe(`?lang=es${expected}`)
  })

  it.each<[string, NativePredicate]>([
    ['a member that contains the separator', compare('country', 'in', ['X,A', 'XB'])],
    ['a value that the system does not take', compare('sex', 'eq', 'X')],
    ['half a surrogate pair', compare('name', 'startsWith', '\ud83d')],
    ['a path of the row for one of a list', compare('number', 'eq', 'P1')],
    ['a path of a list for one of the row', compare('name', 'startsWith', 'A', 'papers')],
    ['alternatives on two paths', { kind: 'or', terms: [compare('country', 'eq', 'XA'), compare('sex', 'eq', 'F')] }],
    ['what is not declared', compare('shoe', 'eq', 4)],
    ['a name from elsewhere', compare('constructor', 'eq', 4)],
  ])('leave out %s, so that more rows come', (_words, where) => {
    expect(written(where)).toBe('?lang=es')
  })

  it('say one thing with one parameter', () => {
    expect(written({ kind: 'and', terms: [compare('born', 'gte', '2020'), compare('late', 'gte', '2021')] })).toBe('?lang=es&from=2020')
  })

  it('know when nothing can be found', () => {
    expect(written({ kind: 'and', terms: [compare('country', 'in', []), compare('sex', 'eq', 'F')] })).toBe('nothing')
    expect(written(compare('country', 'eq', null))).toBe('nothing')
  })

  it('say where to go on', () => {
    expect(written(null, { orderBy: { path: 'born', direction: 'ASC' }, after: { value: '2020', key: 'k' } })).toBe(
      '?lang=es&sort=born&afterKey=k&afterValue=2020',
    )
    expect(written(null, { orderBy: { path: 'born', direction: 'DESC' }, after: { value: '2020', key: 'k' } })).toBe(
      '?lang=es&sort=-born&to=2020',
    )
    // Among rows without a value there is no place to name: they are read from the start and skipped.
    expect(written(null, { orderBy: { path: 'born', direction: 'DESC' }, after: { value: null, key: 'k' } })).toBe('?lang=es&sort=-born')
    expect(written(null, { orderBy: { path: 'id', direction: 'ASC' }, after: { value: 'k', key: 'k' } })).toBe('?lang=es&afterKey=k')
  })

  it('start an order at a value of another bureau', () => {
    const where: NativePredicate = { kind: 'or', terms: [compare('born', 'lte', '2020'), compare('born', 'isNull', null)] }
    expect(written(where, { orderBy: { path: 'born', direction: 'DESC' } })).toBe('?lang=es&sort=-born&to=2020')
    // Without that order it would leave out rows without a value.
    expect(written(where)).toBe('?lang=es')
    expect(written(where, { orderBy: { path: 'born', direction: 'ASC' } })).toBe('?lang=es&sort=born')
  })
})
