import { openConnector } from '../../../src/connectors/open.ts'
import type { ContractFixture } from './contractFixture.ts'
import { counters, things } from './contractRows.ts'
import { eventually } from './eventually.ts'
import { sendJson, startHttpServer } from './httpServer.ts'
import { byCodePoint } from './referenceOrder.ts'

type Row = Readonly<Record<string, unknown>>

/** Just enough of a case system: pages, a few filters, two orders, rows by id. Its words are its own. */
function answer(rows: readonly Row[], keyName: string, query: URLSearchParams): { readonly items: readonly Row[]; readonly total: number } {
  const text = (row: Row, name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]))
  const ids = query.getAll('id')
  const starts = query.get('nameStarts')
  const [from, to] = [query.get('bornFrom'), query.get('bornTo')]
  const found = rows.filter((row) => {
    if (ids.length > 0 && !ids.includes(String(row[keyName]))) return false
    // Without regard to case: more rows than were asked for.
    if (starts !== null && !text(row, 'name')?.toLowerCase().startsWith(starts.toLowerCase())) return false
    if (from !== null && !(String(row['born'] ?? '') >= from)) return false
    return to === null || (row['born'] !== null && String(row['born']) <= to)
  })
  const compareKeys = (a: Row, b: Row) =>
    typeof a[keyName] === 'number' ? Number(a[keyName]) - Number(b[keyName]) : byCodePoint(String(a[keyName]), String(b[keyName]))
  const sort = query.get('sort') ?? ''
  const compareBorn = (a: Row, b: Row) => {
    const [x, y] = [text(a, 'born'), text(b, 'born')]
    if (x === y) return 0
    if (x === null) return 1
    if (y === null) return -1
    return (x < y ? -1 : 1) * (sort === '-born' ? -1 : 1)
  }
  const ordered = found.sort((a, b) => (sort.endsWith('born') ? compareBorn(a, b) : 0) || compareKeys(a, b))
  const afterKey = query.get('afterKey')
  const place = { born: query.get('afterBorn'), [keyName]: typeof rows[0]?.[keyName] === 'number' ? Number(afterKey) : afterKey }
  const rest =
    afterKey === null
      ? ordered
      : ordered.filter((row) => ((sort.endsWith('born') ? compareBorn(row, place) : 0) || compareKeys(row, place)) > 0)
  const size = Math.min(20, Number(query.get('size') ?? 20))
  const start = (Number(query.get('page') ?? 1) - 1) * size
  return { items: rest.slice(start, start + size), total: rest.length }
}

/** A REST system, with lists inside its rows. */
export async function restFixture(): Promise<ContractFixture> {
  const sources: Readonly<Record<string, { readonly rows: readonly Row[]; readonly key: string }>> = {
    '/api/things': { rows: things as unknown as readonly Row[], key: 'id' },
    '/api/counters': { rows: counters, key: 'no' },
  }
  const hanging = new Set<unknown>()
  const server = await startHttpServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    const source = sources[url.pathname]
    if (source !== undefined) return sendJson(response, { data: answer(source.rows, source.key, url.searchParams) })
    if (url.pathname === '/api/status') return sendJson(response, {})
    if (url.pathname !== '/api/slow') return sendJson(response, {}, 404)
    hanging.add(response)
    response.on('close', () => hanging.delete(response))
  })
  const connector = await openConnector(restOptions(`${server.url}/api`), { folder: '/' })
  return {
    connector,
    sources: { things: 'things', counters: 'counters', aliases: null },
    children: 'row',
    typed: true,
    tellsNull: true,
    filters: [
      ['id', 'eq'],
      ['id', 'in'],
      ['name', 'startsWith'],
      ['born', 'gte'],
      ['born', 'lt'],
    ],
    orders: [
      ['born', 'ASC'],
      ['born', 'DESC'],
    ],
    slow: { source: 'slow', key: 'id', stopped: () => eventually(() => hanging.size === 0) },
    described: null,
    absent: () => openConnector(restOptions('http://127.0.0.1:9'), { folder: '/' }),
    stop: async () => {
      await connector.close()
      await server.stop()
    },
  }
}

function restOptions(url: string): { readonly kind: 'rest'; readonly [option: string]: unknown } {
  const common = { rows: 'data.items', total: 'data.total', paging: { kind: 'page', parameter: 'page', size: 'size', max: 20 } }
  const get = { parameter: 'id', join: 'repeat', batch: 15 }
  return {
    kind: 'rest',
    url,
    health: '/status',
    sources: {
      things: {
        ...common,
        path: '/things',
        filters: {
          id: { in: { parameter: 'id', join: 'repeat' } },
          name: { startsWith: 'nameStarts' },
          born: { gte: 'bornFrom', lte: 'bornTo' },
        },
        orders: [
          { path: 'id', query: { sort: 'id' }, keyset: { key: 'afterKey' } },
          { path: 'born', query: { sort: 'born' }, keyset: { value: 'afterBorn', key: 'afterKey' } },
          { path: 'born', direction: 'DESC', query: { sort: '-born' } },
        ],
        get,
      },
      counters: { ...common, path: '/counters', orders: [{ path: 'no' }], get },
      slow: { ...common, path: '/slow', get },
    },
  }
}
