import type { X509Certificate } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { GraphQLSchema } from 'graphql'
import { handleProtocols } from 'graphql-ws'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import { ComityError } from '../../model/errors.ts'
import type { Admission } from '../admission.ts'
import { type Answer, errorAnswer } from '../answer.ts'
import { certificateOf } from '../clientCertificates.ts'
import type { Executor } from '../executor.ts'
import { limits } from '../limits/limits.ts'
import { OpenStreams } from '../limits/openStreams.ts'
import { Connection, type SocketPace } from './connection.ts'
import { isOwnOrigin } from './origin.ts'
import { socketProtocol } from './protocol.ts'

/** What the sockets' door needs. */
export interface SocketDoorParts {
  readonly schema: GraphQLSchema
  readonly admission: Admission
  readonly executor: Executor
  readonly log: Logger
  /** How patient it is. Default: as `SocketPace` says. */
  readonly pace?: Partial<SocketPace>
  /** How much may be open. Default: as `limits` says. */
  readonly bounds?: Partial<SocketBounds>
}

/** How many sockets and subscriptions may be open. */
export type SocketBounds = Pick<typeof numbers, keyof typeof numbers>

const usualPace: SocketPace = { initMs: 3000, pingMs: 12_000, patienceMs: 60_000 }
const numbers: Readonly<Record<'socketsPerPerson' | 'sockets' | 'subscriptionsPerPerson' | 'subscriptions', number>> = limits

/** Takes sockets at the path of HTTP's door. */
export class SocketDoor {
  readonly #pace: SocketPace
  readonly #bounds: SocketBounds
  readonly #protocol: ReturnType<typeof socketProtocol>
  readonly #connections = new Set<Connection>()
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.socketMessage,
    // A few bytes can unpack to gigabytes, so nothing is unpacked.
    perMessageDeflate: false,
    handleProtocols,
  })
  #pulse: NodeJS.Timeout | null = null
  #isDraining = false
  #onEmpty: () => void = () => {}

  constructor(parts: SocketDoorParts) {
    this.#pace = { ...usualPace, ...parts.pace }
    this.#bounds = { ...numbers, ...parts.bounds }
    const { socketsPerPerson, sockets, subscriptionsPerPerson, subscriptions } = this.#bounds
    this.#protocol = socketProtocol({
      ...parts,
      sockets: new OpenStreams({ perPerson: socketsPerPerson, all: sockets }),
      subscriptions: new OpenStreams({ perPerson: subscriptionsPerPerson, all: subscriptions }),
      isDraining: () => this.#isDraining,
      initMs: this.#pace.initMs,
    })
  }

  /** Answers a request to speak another protocol than HTTP. Never throws. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#refusalOf(request)
    if (refusal === null) this.#server.handleUpgrade(request, socket, head, (opened) => this.#opened(opened, certificateOf(socket)))
    else refuse(socket, refusal)
  }

  /**
   * Begins nothing more, and closes each socket once its operations are over. Resolves when all are closed.
   */
  drain(): Promise<void> {
    this.#isDraining = true
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#onEmpty = resolve
    for (const connection of this.#connections) connection.closeWhenIdle()
    if (this.#connections.size === 0) resolve()
    return promise
  }

  /** Tells all operations to come to their end. */
  giveUp(): void {
    for (const connection of this.#connections) connection.giveUp(new ComityError('NODE_DRAINING'))
  }

  /** Cuts off whoever is still there. */
  cutOff(): void {
    for (const connection of this.#connections) connection.terminate()
  }

  #refusalOf({ url = '', headers }: IncomingMessage): Answer | null {
    const refusal = (code: 'BAD_REQUEST' | 'NODE_DRAINING' | 'TOO_MANY_STREAMS', status?: number) =>
      errorAnswer('application/json', new ComityError(code, { reason: 'as many as this node takes' }), status)
    if (url.split('?', 1)[0] !== '/graphql') return refusal('BAD_REQUEST', 404)
    if (this.#isDraining) return refusal('NODE_DRAINING')
    if (!isOwnOrigin(headers.origin, headers.host)) return refusal('BAD_REQUEST', 403)
    return this.#connections.size >= this.#bounds.sockets ? refusal('TOO_MANY_STREAMS', 503) : null
  }

  #opened(socket: WebSocket, certificate: X509Certificate | null): void {
    const connection = new Connection(socket, () => performance.now(), certificate)
    this.#connections.add(connection)
    this.#pulse ??= setInterval(() => this.#ask(), this.#pace.pingMs).unref()
    socket.once('close', () => this.#gone(connection))
    connection.onClosed = this.#protocol.opened(connection, { connection })
    // It may have been on its way when the node began to drain.
    if (this.#isDraining) connection.closeWhenIdle()
  }

  #ask(): void {
    for (const connection of this.#connections) connection.pulse(this.#pace.patienceMs)
  }

  #gone(connection: Connection): void {
    this.#connections.delete(connection)
    if (this.#connections.size > 0) return
    if (this.#pulse !== null) clearInterval(this.#pulse)
    this.#pulse = null
    this.#onEmpty()
  }
}

/** Answers in HTTP, and closes. */
function refuse(socket: Duplex, { status, headers, body }: Answer): void {
  const all = { ...headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`)
}
