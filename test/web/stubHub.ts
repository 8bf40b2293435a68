import { readFile, readdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSchema, type GraphQLSchema, graphql } from 'graphql'
import csp from '../../web/csp.json' with { type: 'json' }
import type { DeskUnderTest } from './startDesk.ts'
import { answers, personas } from './stubAnswers.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const policy = Object.entries(csp).map(([directive, values]) => [directive, ...values].join(' ')).join('; ')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}

/** A hub with canned answers, the real schema and the desk's content security policy on everything it serves. */
export async function startStubHub(): Promise<DeskUnderTest> {
  const schema = await readSchema()
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy)
    route(schema, request, response).catch(() => send(response, 500, {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}/`, persona: 'xb-investigator', purpose: 'INVESTIGATION', caseReference: 'XB-2026-0017', stop }
}

async function readSchema(): Promise<GraphQLSchema> {
  const files = (await readdir(join(root, 'schema'))).filter((file) => file.endsWith('.graphql'))
  const texts = await Promise.all(files.map((file) => readFile(join(root, 'schema', file), 'utf8')))
  return buildSchema(texts.join('\n'))
}

async function route(schema: GraphQLSchema, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://stub').pathname
  if (path === '/demo/personas') return send(response, 200, personas)
  if (path === '/demo/token') return send(response, 200, { token: 'stub-token-0001', expiresAt: new Date(Date.now() + 300_000).toISOString() })
  if (path === '/graphql') return await answer(schema, request, response)
  const file = path === '/' ? '/index.html' : path
  try {
    const body = await readFile(join(root, 'web/dist', file))
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(body)
  } catch {
    send(response, 404, {})
  }
}

async function answer(schema: GraphQLSchema, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const identified = request.headers.authorization === 'Bearer stub-token-0001'
  const declared = request.headers['comity-purpose'] === 'INVESTIGATION; case=XB-2026-0017'
  if (!identified || !declared) return send(response, 401, { errors: [{ message: 'Who asks, and why?' }] })
  const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>)
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables?: Record<string, unknown> }
  const result = await graphql({ schema, source: query, rootValue: answers, variableValues: variables ?? {} })
  send(response, 200, { ...result, extensions: { sources: answers.sources } })
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
