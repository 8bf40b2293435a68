import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NativePredicate, NativeQuery } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'
import { type HttpServer, sendJson, startHttpServer } from '../../support/connectors/httpServer.ts'

const rows = Array.from({ length: 47 }, (_, i) => ({
  id: `r${String(i).padStart(2, '0')}`,
  day: `2020-01-${String(1 + (i % 9)).padStart(2, '0')}`,
}))
const base: NativeQuery = {
  source: 's',
  key: 'id',
  keyOrder: 'text',
  fields: ['id'],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 10,
  page: null,
}

describe('paging of rest', () => {
  let server: HttpServer
  let reachable = 1000
  const total: number | null = null
  beforeAll(async () => {
    server = await startHttpServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://x')
      const read = (name: string, other: number) => Number(url.searchParams.get(name) ?? other)
      const size = Math.min(10, read('size', 10))
      const start = url.searchParams.has('p') ? (read('p', 0) - read('first', 0)) * size : read('skip', read('cursor', 0))
      const part = rows.slice(start, Math.min(start + size, reachable))
      const next = start + part.length < Math.min(rows.length, reachable) ? start + part.length : null
      if (next !== null)
        response.setHeader(
          'link',
          `<https://else.example/x>; rel="prev", </base/s?cursor=${next}&size=${size}>; title="a, b"; rel="last next"`,
        )
      sendJson(response, { rows: part, total: total ?? rows.length, next, href: next === null ? null : `s?cursor=${next}&size=${size}` })
    })
  })
  afterAll(() => server.stop())

  const open = (paging: unknown, differences: Readonly<Record<string, unknown>> = {}) =>
    openConnector(
      {
        kind: 'rest',
        url: `${server.url}/base`,
        sources: { s: { path: '/s', rows: 'rows', paging, get: { path: '/s/{key}' }, ...differences } },
      },
      { folder: '/' },
    )
  const readAll = async (paging: unknown, differences: Readonly<Record<string, unknown>> = {}, where: NativePredicate | null = null) => {
    const connector = await open(paging, differences)
    const ids: unknown[] = []
    let capped = false
    let limit = 3
    for (let page: string | null = null, first = true; first || page !== null; first = false) {
      const found = await connector.find({ ...base, where, limit, page }, callWithin(2000))
      ids.push(...found.rows.map((row) => row['id']))
      capped ||= found.capped
      page = found.next
      limit *= 2
    }
    await connector.close()
    return { ids, capped }
  }
  const all = { ids: rows.map(({ id }) => id), capped: false }

  it.each([
    ['pages from 1', { kind: 'page', parameter: 'p', first: 1, size: 'size', max: 10 }, { query: { first: 1 } }],
    ['pages from 0', { kind: 'page', parameter: 'p', first: 0, size: 'size', max: 10 }, {}],
    ['pages of a fixed size', { kind: 'page', parameter: 'p', first: 0, max: 10 }, {}],
    ['pages with a total', { kind: 'page', parameter: 'p', first: 0, size: 'size', max: 10 }, { total: 'total' }],
    ['offsets', { kind: 'offset', parameter: 'skip', size: 'size', max: 10 }, {}],
    ['offsets with a total', { kind: 'offset', parameter: 'skip', size: 'size', max: 50 }, { total: 'total' }],
    ['cursors', { kind: 'cursor', parameter: 'cursor', next: 'next', size: 'size', max: 10 }, {}],
    ['links in the answer', { kind: 'link', next: 'href', size: 'size', max: 10 }, {}],
    ['links in the header', { kind: 'link', size: 'size', max: 10 }, {}],
  ])('by %s gives every row once, in growing pages', async (_words, paging, differences) => {
    expect(await readAll(paging, differences)).toEqual(all)
  })

  it('says that rows cannot be reached beyond the cap, by page and by offset', async () => {
    for (const paging of [
      { kind: 'page', parameter: 'p', first: 0, size: 'size', max: 10 },
      { kind: 'offset', parameter: 'skip', size: 'size', max: 10 },
    ]) {
      const { ids, capped } = await readAll(paging, { cap: 24, total: 'total' })
      expect([ids.length >= 24 && ids.length < 47, capped]).toEqual([true, true])
    }
  })

  it('says so when the system stops before its own total', async () => {
    reachable = 25
    const { ids, capped } = await readAll({ kind: 'page', parameter: 'p', first: 0, size: 'size', max: 10 }, { total: 'total' })
    reachable = 1000
    expect([ids.length, capped]).toEqual([25, true])
  })

  it('refuses a page size that the system does not keep, for rows would be left out', async () => {
    const connector = await open({ kind: 'page', parameter: 'p', first: 0, size: 'size', max: 50 }, { total: 'total' })
    await expect(connector.find({ ...base, limit: 50 }, callWithin(2000))).rejects.toMatchObject({
      reason: 'BAD_ANSWER',
      message: expect.stringContaining('paging.max'),
    })
    await connector.close()
  })

  it('refuses a total that is none', async () => {
    const connector = await open({ kind: 'page', parameter: 'p', size: 'size', max: 10 }, { total: 'absent' })
    await expect(connector.find(base, callWithin(2000))).rejects.toMatchObject({ reason: 'BAD_ANSWER' })
    await connector.close()
  })

  it('follows no link to another system', async () => {
    const evil = await startHttpServer((_request, response) =>
      sendJson(response, { rows: rows.slice(0, 1), next: 'http://127.0.0.1:9/steal' }),
    )
    const connector = await openConnector(
      {
        kind: 'rest',
        url: evil.url,
        sources: { s: { path: '/s', rows: 'rows', paging: { kind: 'link', next: 'next', max: 10 }, get: { path: '/s/{key}' } } },
      },
      { folder: '/' },
    )
    const { next } = await connector.find(base, callWithin(2000))
    await expect(connector.find({ ...base, page: next }, callWithin(2000))).rejects.toMatchObject({
      reason: 'BAD_ANSWER',
      message: expect.stringContaining('another system'),
    })
    await connector.close()
    await evil.stop()
  })
})
