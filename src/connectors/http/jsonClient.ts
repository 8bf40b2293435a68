import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Dispatcher, Pool } from 'undici'
import { remainingMs, within } from '../budget.ts'
import { type Call, ConnectorError } from '../connector.ts'
import type { ConnectorEnvironment } from '../environment.ts'
import { httpFault, retryAfterMs, statusFault } from './httpFault.ts'
import type { HttpOptions } from './httpOptions.ts'
import { parseJson } from './parseJson.ts'

/** What is asked. */
export interface JsonRequest {
  readonly method: 'GET' | 'POST'
  /** Path with its query, after the base address. */
  readonly path: string
  /** Besides the usual ones. */
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Gives null on 404 and 410 instead of failing. */
  readonly mayBeAbsent?: boolean
}

/** What came back with a 2xx status. */
export interface JsonAnswer {
  readonly body: unknown
  /** The `Link` header, or null. */
  readonly link: string | null
}

/** One system's HTTP interface: a pool of connections, every call within its time, every answer within its size. */
export class JsonClient {
  readonly #pool: Pool
  readonly #base: URL
  readonly #headers: Readonly<Record<string, string>>
  readonly #maxBytes: number
  #closed: Promise<void> | null = null

  private constructor(pool: Pool, base: URL, options: HttpOptions) {
    this.#pool = pool
    this.#base = base
    this.#headers = { ...options.headers, ...authorization(options.auth) }
    this.#maxBytes = options.maxBytes
  }

  /** Reads certificates; connects to nothing yet. */
  static async open(options: HttpOptions, environment: ConnectorEnvironment): Promise<JsonClient> {
    const base = new URL(options.url)
    const read = async (file: string | undefined) => (file === undefined ? undefined : await readFile(resolve(environment.folder, file)))
    const { caFile, certFile, keyFile } = options.tls ?? {}
    const [ca, cert, key] = await Promise.all([read(caFile), read(certFile), read(keyFile)])
    const tls = { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) }
    // Time is the call's: it ends the request through its signal.
    const pool = new Pool(base.origin, {
      connections: options.connections,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: 10_000, ...tls },
    })
    return new JsonClient(pool, base, options)
  }

  /** Sends a request. Null only when `mayBeAbsent`. Throws `ConnectorError`. */
  async send(request: JsonRequest, call: Call): Promise<JsonAnswer | null> {
    if (this.#closed !== null) throw new ConnectorError('UNREACHABLE', 'the connector is closed')
    return within(call, async (signal) => {
      const response = await this.#respond(request, call, signal)
      const { statusCode: status, headers } = response
      if (status < 200 || status > 299) {
        discard(response)
        if (request.mayBeAbsent && (status === 404 || status === 410)) return null
        throw statusFault(status, retryAfterMs(header(headers, 'retry-after'), Date.now()))
      }
      this.#checkHead(response)
      const body = parseJson(await this.#text(response))
      return { body, link: header(headers, 'link') }
    })
  }

  /** The path of an address that the system gave, if it leads back into the same base address; otherwise BAD_ANSWER. */
  pathOf(address: string): string {
    const url = URL.parse(address, `${this.#base.origin}${this.under('/')}`)
    if (url === null || url.origin !== this.#base.origin)
      throw new ConnectorError('BAD_ANSWER', 'the address of the next page leads to another system')
    return `${url.pathname}${url.search}`
  }

  /** The path of a resource under the base address. */
  under(path: string): string {
    return `${this.#base.pathname.replace(/\/$/, '')}${path}`
  }

  close(): Promise<void> {
    this.#closed ??= this.#pool.destroy()
    return this.#closed
  }

  async #respond(request: JsonRequest, call: Call, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const options = this.#options(request, call, signal)
    try {
      return await this.#pool.request(options)
    } catch (error) {
      const fault = httpFault(error)
      // The other side may have closed an idle connection just now; reading again is harmless.
      if (!isReset(error) || signal.aborted) throw fault
    }
    try {
      return await this.#pool.request(options)
    } catch (error) {
      throw httpFault(error)
    }
  }

  #options(request: JsonRequest, call: Call, signal: AbortSignal): Dispatcher.RequestOptions {
    const body = request.body === undefined ? undefined : JSON.stringify(request.body)
    return {
      method: request.method,
      path: request.path,
      signal,
      ...(body === undefined ? {} : { body }),
      headers: {
        ...this.#headers,
        ...request.headers,
        accept: 'application/graphql-response+json, application/json',
        'accept-encoding': 'identity',
        'comity-deadline-ms': String(remainingMs(call)),
        traceparent: `00-${call.traceId}-${spanId()}-01`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    }
  }

  #checkHead(response: Dispatcher.ResponseData): void {
    const type = header(response.headers, 'content-type') ?? ''
    const encoding = header(response.headers, 'content-encoding') ?? 'identity'
    const length = Number(header(response.headers, 'content-length') ?? 0)
    const wrong = !/^application\/([\w.+-]+\+)?json\b/i.test(type)
      ? 'the answer is not JSON by its content type'
      : encoding !== 'identity'
        ? 'the answer is compressed'
        : length > this.#maxBytes
          ? 'the answer is too large'
          : null
    if (wrong === null) return
    discard(response)
    throw new ConnectorError('BAD_ANSWER', wrong)
  }

  async #text(response: Dispatcher.ResponseData): Promise<string> {
    const bytes = await this.#bytes(response)
    try {
      return utf8.decode(bytes)
    } catch {
      throw new ConnectorError('BAD_ANSWER', 'the answer is not UTF-8')
    }
  }

  async #bytes(response: Dispatcher.ResponseData): Promise<Uint8Array> {
    try {
      // An answer that says how long it is was held against the limit by its head, and one that is longer than it said is no HTTP.
      if (/^\d+$/.test(header(response.headers, 'content-length') ?? '')) return await response.body.bytes()
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of response.body as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > this.#maxBytes) throw new ConnectorError('BAD_ANSWER', 'the answer is too large')
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    } catch (error) {
      discard(response)
      throw httpFault(error)
    }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The id of one call in a trace: 16 hex digits, not all of them zero. UUIDs, because Node draws their random bytes many at a time. */
function spanId(): string {
  return randomUUID().replaceAll('-', '').slice(16)
}

function authorization(auth: HttpOptions['auth']): Record<string, string> {
  if (auth === undefined) return {}
  if ('bearer' in auth) return { authorization: `Bearer ${auth.bearer}` }
  if ('basic' in auth) return { authorization: `Basic ${Buffer.from(`${auth.basic.user}:${auth.basic.password}`).toString('base64')}` }
  return { [auth.header.name]: auth.header.value }
}

function header(headers: Dispatcher.ResponseData['headers'], name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value.join(', ') : value) ?? null
}

/** Closes the connection under an answer that nobody reads. */
function discard(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => {}).destroy()
}

function isReset(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET'
}
