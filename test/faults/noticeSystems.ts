import type { RequestListener } from 'node:http'
import { type HttpServer, sendJson, startHttpServer } from '../support/connectors/httpServer.ts'

/** A row of a system in these tests. */
export interface NoticeRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly day: string
}

/** Rows of one bureau, newest first. */
export function noticeRows(code: string, count = 20): readonly NoticeRow[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `n${String(i).padStart(3, '0')}`,
    number: `${code}-${String(i).padStart(3, '0')}`,
    kind: 'RED',
    day: new Date(Date.UTC(2026, 0, 30 - i)).toISOString().slice(0, 10),
  }))
}

/** A system that speaks HTTP, and what it answers: its rows, until a test has it answer something else. */
export interface NoticeSystem {
  readonly server: HttpServer
  /** Null: its rows. */
  answer: ((...args: Parameters<RequestListener>) => void) | null
  /** What it says when these are its rows. */
  wrap(rows: readonly unknown[]): unknown
  /** The `connector:` of a bureau that reads it at this address. */
  connector(url: string, more?: string): string
}

const kinds = {
  rest: {
    wrap: (rows: readonly unknown[]): unknown => ({ items: rows }),
    connector: (url: string, more = '') => `  kind: rest
  url: ${url}
  ${more}
  sources:
    notices:
      path: /notices
      rows: items
      paging: { kind: none }
      get: { path: '/notices/{key}' }`,
  },
  graphql: {
    wrap: (rows: readonly unknown[]): unknown => ({ data: { page: rows } }),
    connector: (url: string, more = '') => `  kind: graphql
  url: ${url}
  ${more}
  sources:
    notices:
      list: { field: notices, shape: list }
      get: { field: notice, keys: ids, type: '[ID!]!' }`,
  },
}

/** Starts one with this bureau's rows. */
export async function startNoticeSystem(kind: keyof typeof kinds, code: string): Promise<NoticeSystem> {
  const { wrap, connector } = kinds[kind]
  const server = await startHttpServer((request, response) => {
    if (system.answer === null) sendJson(response, wrap(noticeRows(code)))
    else system.answer(request, response)
  })
  const system: NoticeSystem = { server, answer: null, wrap, connector }
  return system
}
