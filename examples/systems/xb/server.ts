import { timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { announce } from '../announce.ts'
import type { XbData, XbDocument } from './documents.ts'
import { QueryMistake, resources, select } from './query.ts'

/** Most documents that one question reaches, however it is paged. */
const ceiling = 5000
const pageSize = { usual: 50, most: 200 }

/** The case system of XB: documents over HTTP, by pages. `node examples/systems/xb/server.ts --data xb.json --port 4102`; the key is in XB_TOKEN. */
export function serveXb(data: XbData, token: string) {
  const collections = new Map<string, readonly XbDocument[]>(Object.entries(data))
  return createServer((request, response) => {
    if (!allowed(request, token)) return send(response, 401, { erreur: 'clé absente ou inconnue' })
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, api, version, name = '', id, ...rest] = url.pathname.split('/')
    const documents = collections.get(name)
    if (request.method !== 'GET') return send(response, 405, { erreur: 'lecture seule' })
    if (api === 'api' && version === 'v2' && name === 'etat') return send(response, 200, { etat: 'ok' })
    if (api !== 'api' || version !== 'v2' || documents === undefined || rest.length > 0)
      return send(response, 404, { erreur: 'ressource inconnue' })
    if (id !== undefined) return sendOne(response, documents, decodeURIComponent(id))
    try {
      send(response, 200, page(name, documents, url.searchParams))
    } catch (error) {
      if (!(error instanceof QueryMistake)) throw error
      send(response, 400, { erreur: error.message, ressources: Object.keys(resources) })
    }
  })
}

function allowed(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function page(name: string, documents: readonly XbDocument[], query: URLSearchParams) {
  const selected = select(name, documents, query)
  const parPage = Math.min(wholeNumber(query, 'parPage', pageSize.usual), pageSize.most)
  const number = wholeNumber(query, 'page', 1)
  const reachable = selected.slice(0, ceiling)
  return {
    resultats: reachable.slice((number - 1) * parPage, number * parPage),
    pagination: { page: number, parPage, total: selected.length, plafond: selected.length > ceiling },
  }
}

function wholeNumber(query: URLSearchParams, name: string, usual: number): number {
  const value = Number(query.get(name) ?? usual)
  if (!Number.isInteger(value) || value < 1) throw new QueryMistake(`${name} doit être un entier positif`)
  return value
}

function sendOne(response: ServerResponse, documents: readonly XbDocument[], id: string): void {
  const found = documents.find((document) => document.id === id)
  if (found === undefined) send(response, 404, { erreur: 'introuvable' })
  else send(response, 200, { resultat: found })
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string', default: '0' } } })
  const token = process.env['XB_TOKEN'] ?? ''
  if (values.data === undefined || token === '') {
    console.error('--data names the file with the documents; XB_TOKEN holds the key that callers give')
    process.exit(1)
  }
  announce('XB', serveXb(JSON.parse(readFileSync(values.data, 'utf8')) as XbData, token), Number(values.port))
}
