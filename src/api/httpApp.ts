import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import { ComityError } from '../model/errors.ts'
import { type Answer, errorAnswer, guarded } from './answer.ts'
import { internalError } from './apollo.ts'

/** TLS at the door. */
export interface DoorTls extends TlsText {
  /** Whether a client must show a certificate that `ca` has signed; null: none is asked for. */
  readonly clients: 'required' | 'welcome' | null
}

/** PEM. */
export interface TlsText {
  readonly cert: string
  readonly key: string
  readonly ca?: string
  readonly crl?: string
}

/** The latest version alone: clients of a hub are programs of this decade, and it has no weak choices (RFC 8446). */
export const tlsVersion = { minVersion: 'TLSv1.3' } as const

const bounds = { headersTimeout: 10_000, connectionsCheckingInterval: 5000 }

/** Longest body of a request, in bytes. */
const bodyLimit = 256 * 1024

/**
 * A Fastify application with nothing mounted yet. It bounds what a client may send and how slowly, takes bodies as UTF-8 text and leaves
 * reading them to the routes, and refuses whatever it cannot serve in our own words: the framework's would repeat the URL.
 */
export function createHttpApp(log: Logger, tls: DoorTls | null = null): FastifyInstance {
  const app: FastifyInstance = Fastify({
    bodyLimit,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    ...(tls === null ? { http: bounds } : { https: { ...bounds, ...tlsOptions(tls) } }),
    forceCloseConnections: 'idle',
    // What still arrives while draining gets our own NODE_DRAINING.
    return503OnClosing: false,
    logger: false,
    frameworkErrors: (_error, _request, reply) => sendAnswer(reply, badRequest(400)),
  })
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
    try {
      done(null, utf8.decode(body))
    } catch {
      done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }))
    }
  })
  app.addHook('onRequest', async (request, reply) => {
    const encoding = request.headers['content-encoding']
    // A few bytes can unpack to gigabytes, so nothing is unpacked.
    if (encoding !== undefined && encoding !== 'identity') return sendAnswer(reply, badRequest(415))
  })
  app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) => {
    const { statusCode = 500 } = error
    return sendAnswer(reply, statusCode < 500 ? badRequest(statusCode) : errorAnswer('application/json', internalError(error, log)))
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).headers(guarded).type('text/plain; charset=utf-8').send('Not found.'))
  return app
}

/** Writes an answer. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply.code(answer.status).headers(answer.headers).send(answer.body)
}

function badRequest(status: number): Answer {
  return errorAnswer('application/json', new ComityError('BAD_REQUEST'), status)
}

function tlsOptions({ clients, ...text }: DoorTls) {
  return { ...text, ...tlsVersion, requestCert: clients !== null, rejectUnauthorized: clients === 'required' }
}
