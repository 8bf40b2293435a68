import type { X509Certificate } from 'node:crypto'
import type { WebSocket as ProtocolSocket } from 'graphql-ws'
import type { RawData, WebSocket } from 'ws'
import type { Authenticated } from '../../identity/authenticator.ts'
import type { ComityError } from '../../model/errors.ts'
import type { Declared } from '../admission.ts'
import { closeCodes } from './closeCodes.ts'

/** How patient sockets are, in milliseconds. */
export interface SocketPace {
  /** How long a client may take to say who it is. Default 3,000. */
  readonly initMs: number
  /** How often a client is asked whether it is there; one that has not answered by the next time is cut off. Default 12,000. */
  readonly pingMs: number
  /** A client that has taken nothing of what waits for it for so long is cut off. Default 60,000. */
  readonly patienceMs: number
}

/** Whose socket it is, once it is known. */
export interface Session {
  readonly declared: Declared
  readonly principal: Authenticated
  /** Counts the socket out, and follows its person's access no longer. */
  readonly end: () => void
}

/**
 * Frames that wait to be written, or messages that are in hand, before a client is not read any further: one for each operation that it may have, and as many again for what it says
 * besides, and for operations that it has taken back and that are still ending.
 */
const most = 128

/**
 * One socket: what the protocol needs of it, and its end. A frame counts as sent once it has been written to the network, so that operations, which are asked for their next result
 * when the one before was sent, go as fast as their client takes them; and so that a client that takes nothing is not read either.
 */
export class Connection implements ProtocolSocket {
  readonly protocol: string
  /** With which the client made the connection. */
  readonly certificate: X509Certificate | null
  /** Null until the client has said who it is. */
  session: Session | null = null
  /** What ends each operation that goes on. */
  readonly operations = new Set<AbortController>()
  readonly #socket: WebSocket
  readonly #elapsed: () => number
  /** Messages that are being dealt with; that of an operation for as long as it goes on. */
  #inHand = 0
  #unwritten = 0
  /** Since when the client has taken nothing of what waits for it. */
  #waitingSince: number | null = null
  #hasAnswered = true
  #isClosing = false
  #closesWhenIdle = false
  #onClosed: (code: number, reason: string) => Promise<void> = async () => {}

  /** `elapsed`: milliseconds since some fixed moment. */
  constructor(socket: WebSocket, elapsed: () => number, certificate: X509Certificate | null = null) {
    this.certificate = certificate
    this.protocol = socket.protocol
    this.#socket = socket
    this.#elapsed = elapsed
    socket.on('pong', () => {
      this.#hasAnswered = true
    })
    // It closes the socket by itself, with the code that fits: frames against the rules, too long, not UTF-8.
    socket.on('error', () => this.#end(closeCodes.badRequest, ''))
    socket.on('close', (code, reason) => this.#end(code, reason.toString()))
  }

  /** Is told of the end, once. */
  set onClosed(listener: (code: number, reason: string) => Promise<void>) {
    this.#onClosed = listener
  }

  /** Whether nothing more is to be done for it. */
  get isClosing(): boolean {
    return this.#isClosing
  }

  /** Resolves once the client has taken the frame, or is gone. */
  send(frame: string): Promise<void> {
    if (this.#isClosing || this.#socket.readyState !== this.#socket.OPEN) return Promise.resolve()
    this.#unwritten++
    this.#waitingSince ??= this.#elapsed()
    this.#readOrNot()
    return new Promise((resolve) => {
      this.#socket.send(frame, () => {
        this.#unwritten--
        this.#waitingSince = this.#unwritten === 0 ? null : this.#elapsed()
        this.#readOrNot()
        resolve()
      })
    })
  }

  /** Ends all operations, sends nothing more, and says why. */
  close(code: number, reason: string): void {
    if (this.#isClosing) return
    this.#end(code, reason)
    this.#socket.close(code, reason)
  }

  /** Closes it once no message is in hand any more: now, if there is none. */
  closeWhenIdle(): void {
    this.#closesWhenIdle = true
    this.#closeIfIdle()
  }

  /** Tells its operations to come to their end: each may still give a last result. */
  giveUp(reason: ComityError): void {
    for (const operation of this.operations) operation.abort(reason)
  }

  /** Cuts it off. */
  terminate(): void {
    this.#end(1006, '')
    this.#socket.terminate()
  }

  /** Hands each message of the client to the protocol. A socket that is being closed hears no more. */
  onMessage(handle: (message: string) => Promise<void>): void {
    this.#socket.on('message', (data, isBinary) => {
      if (this.#isClosing) return
      this.#hasAnswered = true
      if (isBinary) return this.close(closeCodes.badRequest, 'Invalid message received')
      this.#inHand++
      this.#readOrNot()
      handle(textOf(data))
        .catch(() => this.close(closeCodes.internalError, 'Internal server error'))
        .finally(() => {
          this.#inHand--
          this.#readOrNot()
          this.#closeIfIdle()
        })
    })
  }

  /** To be called every `pingMs`: asks whether the client is there, and cuts off one that is not, or that has taken nothing for `patienceMs`. */
  pulse(patienceMs: number): void {
    const waitsSince = this.#isClosing ? null : this.#waitingSince
    // A question would stand in line behind what the client does not take.
    if (waitsSince !== null) {
      if (this.#elapsed() - waitsSince >= patienceMs) this.terminate()
    } else if (this.#hasAnswered) {
      this.#hasAnswered = false
      if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
    } else this.terminate()
  }

  #readOrNot(): void {
    const isMuch = this.#unwritten > most || this.#inHand > most
    if (isMuch && !this.#socket.isPaused) this.#socket.pause()
    if (!isMuch && this.#socket.isPaused) this.#socket.resume()
  }

  #closeIfIdle(): void {
    if (this.#closesWhenIdle && this.#inHand === 0) this.close(closeCodes.goingAway, 'Going away')
  }

  #end(code: number, reason: string): void {
    if (this.#isClosing) return
    this.#isClosing = true
    this.session?.end()
    this.#onClosed(code, reason).catch(() => {})
  }
}

function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString('utf8') : Buffer.from(data as Buffer).toString('utf8')
}
