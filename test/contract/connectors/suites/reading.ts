import type { NativeGet, NativePage, NativePredicate, NativeQuery, NativeRow } from '../../../../src/connectors/connector.ts'
import { type ContractFixture, callWithin } from '../../../support/connectors/contractFixture.ts'

/** A query for the common rows, with these differences. */
export function thingsQuery(fixture: ContractFixture, differences: Partial<NativeQuery> = {}): NativeQuery {
  return {
    source: fixture.sources.things,
    key: 'id',
    keyOrder: 'text',
    fields: ['id', 'name', 'born', 'n'],
    children: [],
    where: null,
    orderBy: null,
    after: null,
    limit: 1000,
    page: null,
    ...differences,
  }
}

/** A get of the common rows. */
export function thingsGet(fixture: ContractFixture, keys: readonly string[], differences: Partial<NativeGet> = {}): NativeGet {
  const { source, key, keyOrder, fields, children } = thingsQuery(fixture)
  return { source, key, keyOrder, fields, children, keys, ...differences }
}

/** A query for the rows with number keys. */
export function countersQuery(fixture: ContractFixture, differences: Partial<NativeQuery> = {}): NativeQuery {
  return {
    ...thingsQuery(fixture),
    source: fixture.sources.counters,
    key: 'no',
    keyOrder: 'number',
    fields: ['no', 'word'],
    ...differences,
  }
}

/** All pages of a query. */
export async function pagesOf(fixture: ContractFixture, query: NativeQuery): Promise<readonly NativePage[]> {
  const pages: NativePage[] = []
  let page: string | null = null
  do {
    const found: NativePage = await fixture.connector.find({ ...query, page }, callWithin(10_000))
    pages.push(found)
    page = found.next
    if (pages.length > 500) throw new Error('paging does not end')
  } while (page !== null)
  return pages
}

/** All rows of a query. */
export async function rowsOf(fixture: ContractFixture, query: NativeQuery): Promise<readonly NativeRow[]> {
  return (await pagesOf(fixture, query)).flatMap(({ rows }) => rows)
}

/** Keys of all rows that satisfy a predicate, sorted. */
export async function idsWhere(fixture: ContractFixture, where: NativePredicate): Promise<readonly string[]> {
  return (await rowsOf(fixture, thingsQuery(fixture, { where }))).map((row) => String(row['id'])).sort()
}
