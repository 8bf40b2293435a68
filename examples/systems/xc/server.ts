import { timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildSchema, graphql } from 'graphql'
import { announce } from '../announce.ts'
import type { XcData } from './nodes.ts'
import { rootValue } from './resolvers.ts'

const longestQuestion = 1_000_000

/** The case system of XC: a GraphQL endpoint of its own. `node examples/systems/xc/server.ts --data xc.json --port 4103`; the key is in XC_KEY. */
export function serveXc(data: XcData, key: string) {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8'))
  const root = rootValue(data)
  return createServer((request, response) => {
    if (!allowed(request, key)) return send(response, 401, { errors: [{ message: 'clave de acceso no válida' }] })
    if (request.method !== 'POST' || request.url !== '/graphql') return send(response, 404, { errors: [{ message: 'no existe' }] })
    readBody(request).then(
      async (body) => {
        const question = parse(body)
        if (question === null) return send(response, 400, { errors: [{ message: 'se espera { query, variables }' }] })
        const { query, variables } = question
        send(response, 200, await graphql({ schema, rootValue: root, source: query, variableValues: variables }))
      },
      () => response.destroy(),
    )
  })
}

function allowed(request: IncomingMessage, key: string): boolean {
  const given = Buffer.from(String(request.headers['x-api-key'] ?? ''))
  const expected = Buffer.from(key)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > longestQuestion) throw new Error('too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(body: string): { query: string; variables: Record<string, unknown> } | null {
  try {
    const { query, variables } = JSON.parse(body) as { query?: unknown; variables?: Record<string, unknown> | null }
    return typeof query === 'string' ? { query, variables: variables ?? {} } : null
  } catch {
    return null
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string', default: '0' } } })
  const key = process.env['XC_KEY'] ?? ''
  if (values.data === undefined || key === '') {
    console.error('--data names the file with the nodes; XC_KEY holds the key that callers give')
    process.exit(1)
  }
  announce('XC', serveXc(JSON.parse(readFileSync(values.data, 'utf8')) as XcData, key), Number(values.port))
}
