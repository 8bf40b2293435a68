import { timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { announce } from '../announce.ts'
import type { XbData, XbDocument } from './documents.ts'
import { Inbox } from './inbox.ts'
import { QueryMistake, resources, select } from './query.ts'

/** Most documents that one question reaches, however it is paged. */
const ceiling = 5000
const pageSize = { usual: 50, most: 200 }

/** Largest request of another bureau, in bytes. */
const longestRequest = 1024 * 1024

/**
 * The case system of XB: documents over HTTP, by pages, and requests of other bureaus by POST. `node examples/systems/xb/server.ts --data xb.json --port 4102`; the key is in XB_TOKEN, the one that signs
 * receipts in XB_RECEIPT_PRIVATE_KEY. Without `inbox` it takes no requests.
 */
export function serveXb(data: XbData, token: string, inbox: Inbox | null = null) {
  const collections = new Map<string, readonly XbDocument[]>(Object.entries(data))
  return createServer((request, response) => {
    if (!allowed(request, token)) return send(response, 401, { erreur: 'clé absente ou inconnue' })
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, api, version, name = '', id, ...rest] = url.pathname.split('/')
    const documents = collections.get(name)
    if (inbox !== null && request.method === 'POST' && url.pathname === '/api/v2/demandes') return void receive(request, response, inbox)
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

/** Files a request of another bureau and answers with a receipt. */
async function receive(request: IncomingMessage, response: ServerResponse, inbox: Inbox): Promise<void> {
  const key = request.headers['idempotency-key']
  try {
    const chunks: Buffer[] = []
    for await (const chunk of request) {
      chunks.push(chunk as Buffer)
      if (chunks.reduce((sum, { length }) => sum + length, 0) > longestRequest)
        return send(response, 413, { erreur: 'demande trop longue' })
    }
    if (typeof key !== 'string' || key === '' || key.length > 200) return send(response, 400, { erreur: 'Idempotency-Key manque' })
    const receipt = inbox.take(key, Buffer.concat(chunks).toString('utf8'), new Date())
    if (receipt === null) return send(response, 409, { erreur: 'clé déjà employée' })
    send(response, 200, receipt)
  } catch {
    if (!response.headersSent) send(response, 400, { erreur: 'demande illisible' })
  }
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
  const receiptKey = process.env['XB_RECEIPT_PRIVATE_KEY'] ?? ''
  const inbox = receiptKey === '' ? null : new Inbox(`${values.data}.demandes.ndjson`, receiptKey)
  announce('XB', serveXb(JSON.parse(readFileSync(values.data, 'utf8')) as XbData, token, inbox), Number(values.port))
}
