import { Server as TlsServer } from 'node:tls'
import type { FastifyReply } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Hub } from '../hub.ts'
import type { Authenticator } from '../identity/authenticator.ts'
import type { SignInDoor } from '../identity/codeExchange.ts'
import type { DemoIssuer } from '../identity/demo/demoIssuer.ts'
import { ComityError } from '../model/errors.ts'
import { Admission } from './admission.ts'
import { errorAnswer, guarded } from './answer.ts'
import { createApollo } from './apollo.ts'
import { type CaptureDoor, captureRoute } from './captureRoute.ts'
import { type CertificateNames, certificateOf } from './clientCertificates.ts'
import { CompiledQueries } from './compiled/compiledQueries.ts'
import type { Uncovered } from './compiled/planQuery.ts'
import { demoRoutes } from './demoRoutes.ts'
import { deskRoutes } from './desk.ts'
import { Executor } from './executor.ts'
import { graphqlDoor } from './graphqlRoute.ts'
import { createHttpApp, type DoorTls, sendAnswer, type TlsText, tlsVersion } from './httpApp.ts'
import { negotiate, refusalType } from './mediaTypes.ts'
import { PublishedDocuments } from './publishedDocuments.ts'
import { signInRoutes } from './signInRoutes.ts'
import type { SocketPace } from './socket/connection.ts'
import { type SocketBounds, SocketDoor } from './socket/socketDoor.ts'
import { type StreamPace, writeEvents } from './writeEvents.ts'

/** What the server is made of. */
export interface ServerOptions {
  readonly schema: GraphQLSchema
  readonly hub: Pick<Hub, 'begin' | 'admit' | 'refuse' | 'refusals' | 'revocations'>
  readonly authenticator: Authenticator
  readonly purposes: readonly string[]
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly log: Logger
  /** Address and port to bind; port 0 takes any free one. */
  readonly host: string
  readonly port: number
  /**
   * How long drain() waits for what is in flight, in milliseconds. Default 10,000; for the last tenth of it operations are told to give
   * up.
   */
  readonly drainMs?: number
  /** How patient event streams are. Default: as `StreamPace` says. */
  readonly streamPace?: Partial<StreamPace>
  /** What executes queries. Default: plans. */
  readonly executor?: 'compiled' | 'graphql-js'
  /** Documents that were published; they are planned before the first request. Default: none, and any is answered. */
  readonly published?: PublishedDocuments
  /** Hears of every query that graphql-js executes because no plan covers it, and why. Default: nobody does. */
  readonly onFallback?: (reason: Uncovered) => void
  /** How patient sockets are. Default: as `SocketPace` says. */
  readonly socketPace?: Partial<SocketPace>
  /** How many sockets and subscriptions on them may be open. Default: as `limits` says. */
  readonly socketBounds?: Partial<SocketBounds>
  /** Told when the node begins to drain: what goes on without an end of its own is to end soon, having said so. */
  readonly onDrain?: () => void
  /** Takes messages of bureaus' systems. Default: there is no such door. */
  readonly capture?: CaptureDoor
  /** Why nothing can be disclosed, in one sentence; null while it can be. Default: it always can. */
  readonly cannotDisclose?: () => string | null
  /** TLS at the door. Default: none. */
  readonly tls?: DoorTls | null
  /** By which certificates bureaus are spoken for. Default: by any, or none. */
  readonly certificates?: CertificateNames
  /** Mounts the demo's sign-in; null outside the demo. */
  readonly demo: DemoIssuer | null
  /** Where people sign in at the desk. Default: nowhere, they bring a token. */
  readonly signIns?: readonly SignInDoor[]
}

/** The hub's server: HTTP, and sockets at the same place. */
export interface Server {
  /** Starts listening; gives the URL. */
  listen(): Promise<{ readonly url: string }>
  /** Takes another certificate and another list of revoked ones from the next connection on. Nothing where there is no TLS. */
  renewTls(text: TlsText): void
  /** Stops accepting, lets what is in flight finish for `drainMs` at most, closes. */
  drain(): Promise<void>
}

const defaultDrainMs = 10_000

/** Makes the server. Nothing listens yet. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { log, host, port, drainMs = defaultDrainMs } = options
  const { schema, onFallback, executor = 'compiled', published = new PublishedDocuments([], false) } = options
  const queries = executor === 'compiled' ? new CompiledQueries({ schema, ...(onFallback === undefined ? {} : { onFallback }) }) : null
  for (const { hash, document } of published.all) queries?.prepare(hash, document)
  const apollo = createApollo(schema, log, queries)
  await apollo.start()
  const shared = {
    schema,
    admission: new Admission({ ...options, published }),
    executor: new Executor({ ...options, apollo, queries }),
    log,
  }
  const door = graphqlDoor(shared)
  const { socketPace: pace = {}, socketBounds: bounds = {} } = options
  const sockets = new SocketDoor({ ...shared, pace, bounds })
  const app = createHttpApp(log, options.tls)
  const inFlight = new Set<AbortController>()
  let draining = false

  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close')
  })
  app.get('/healthz', (_request, reply) => reply.headers(guarded).send({ status: 'live' }))
  app.get('/readyz', (_request, reply) => {
    const reason = options.cannotDisclose?.() ?? null
    const status = draining ? 'draining' : reason === null ? 'ready' : 'not ready'
    return reply
      .headers(guarded)
      .code(status === 'ready' ? 200 : 503)
      .send({ status, ...(reason === null ? {} : { reason }) })
  })
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      if (draining) return sendAnswer(reply, errorAnswer(refusalType(negotiate(request.headers.accept)), new ComityError('NODE_DRAINING')))
      const { signal } = watch(reply, inFlight)
      const { search } = new URL(request.url, 'http://hub')
      const body = typeof request.body === 'string' ? request.body : ''
      const answer = await door({
        method: request.method,
        headers: request.headers,
        search: new URLSearchParams(search),
        body,
        signal,
        certificate: certificateOf(request.raw.socket),
      })
      if ('status' in answer) return sendAnswer(reply, answer)
      reply.hijack()
      await writeEvents(reply.raw, answer.results, options.streamPace).finally(answer.closed)
      return reply
    },
  })
  if (options.capture !== undefined) captureRoute(app, { door: options.capture, log, draining: () => draining })
  if (options.demo !== null) demoRoutes(app, options.demo)
  signInRoutes(app, options.signIns ?? [])
  deskRoutes(app)
  app.server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))

  return {
    async listen() {
      return { url: (await app.listen({ host, port })).replace(/\/$/, '') }
    },
    renewTls(text) {
      if (app.server instanceof TlsServer) app.server.setSecureContext({ ...text, ...tlsVersion })
    },
    async drain() {
      draining = true
      options.onDrain?.()
      const giveUp = () => {
        for (const one of inFlight) one.abort(new ComityError('NODE_DRAINING'))
        sockets.giveUp()
      }
      const cutOff = () => {
        sockets.cutOff()
        app.server.closeAllConnections()
      }
      const timers = [setTimeout(giveUp, 0.9 * drainMs), setTimeout(cutOff, drainMs)]
      await Promise.all([sockets.drain(), app.close()])
      for (const timer of timers) clearTimeout(timer)
      await apollo.stop()
    },
  }
}

/** Ends an operation when its connection closes before the answer has left. */
function watch(reply: FastifyReply, inFlight: Set<AbortController>): AbortController {
  const operation = new AbortController()
  inFlight.add(operation)
  reply.raw.once('close', () => {
    inFlight.delete(operation)
    if (!reply.raw.writableFinished) operation.abort()
  })
  return operation
}
