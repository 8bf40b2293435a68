import Fastify, { type FastifyReply } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Hub } from '../hub.ts'
import type { Authenticator } from '../identity/authenticator.ts'
import type { DemoIssuer } from '../identity/demo/demoIssuer.ts'
import { ComityError } from '../model/errors.ts'
import { type Answer, errorAnswer } from './answer.ts'
import { createApollo } from './apollo.ts'
import { demoRoutes } from './demoRoutes.ts'
import { deskRoutes } from './desk.ts'
import { graphqlDoor } from './graphqlRoute.ts'

/** What the server is made of. */
export interface ServerOptions {
  readonly schema: GraphQLSchema
  readonly hub: Pick<Hub, 'begin'>
  readonly authenticator: Authenticator
  readonly purposes: readonly string[]
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly log: Logger
  /** Address and port to bind; port 0 takes any free one. */
  readonly host: string
  readonly port: number
  /** Mounts the demo's sign-in; null outside the demo. */
  readonly demo: DemoIssuer | null
}

/** The hub's HTTP server. */
export interface Server {
  /** Starts listening; gives the URL. */
  listen(): Promise<{ readonly url: string }>
  /** Stops accepting, lets what is in flight finish for ten seconds at most, closes. */
  drain(): Promise<void>
}

const bodyLimit = 256 * 1024
const drainMs = 10_000

/** Makes the server. Nothing listens yet. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { log, host, port } = options
  const apollo = createApollo(options.schema, log)
  await apollo.start()
  const door = graphqlDoor({ ...options, apollo })
  const app = Fastify({ bodyLimit, requestTimeout: 30_000, keepAliveTimeout: 65_000, forceCloseConnections: 'idle', logger: false })
  app.server.headersTimeout = 10_000
  const ending = new AbortController()
  let draining = false

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) log.error({ name: (error as Error).name }, 'a request failed')
    return send(reply, errorAnswer('application/json', new ComityError(status === 500 ? 'INTERNAL_ERROR' : 'BAD_REQUEST'), status))
  })
  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close')
  })
  app.get('/healthz', (_request, reply) => reply.send({ status: 'live' }))
  app.get('/readyz', (_request, reply) => reply.code(draining ? 503 : 200).send({ status: draining ? 'draining' : 'ready' }))
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      if (draining) return send(reply, errorAnswer('application/json', new ComityError('NODE_DRAINING')))
      const signal = AbortSignal.any([ending.signal, goneSignal(reply)])
      const { search } = new URL(request.url, 'http://hub')
      const body = typeof request.body === 'string' ? request.body : ''
      return send(reply, await door({ method: request.method, headers: request.headers, search: new URLSearchParams(search), body, signal }))
    },
  })
  if (options.demo !== null) demoRoutes(app, options.demo)
  deskRoutes(app)

  return {
    async listen() {
      return { url: (await app.listen({ host, port })).replace(/\/$/, '') }
    },
    async drain() {
      draining = true
      const timers = [setTimeout(() => ending.abort(), drainMs), setTimeout(() => app.server.closeAllConnections(), drainMs + 1000)]
      await app.close()
      for (const timer of timers) clearTimeout(timer)
      await apollo.stop()
    },
  }
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply.code(answer.status).headers(answer.headers).send(answer.body)
}

/** Fires when the connection closes before the answer has left. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
