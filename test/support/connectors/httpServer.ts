import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A small HTTP server of a test's own. */
export interface HttpServer {
  /** Base address. */
  readonly url: string
  /** Requests so far: method, path with query, headers. */
  readonly seen: { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  /** Connections open now. */
  readonly open: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** Answers a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>

/** Starts a server on a free port. */
export async function startHttpServer(handler: Handler): Promise<HttpServer> {
  const seen: HttpServer['seen'] = []
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers })
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part
    })
    request.on('end', () => void handler(request, response, body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    open: () => new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count)))),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}
