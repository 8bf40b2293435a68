import type { Socket } from 'node:net'
import pg from 'pg'

/** What the driver keeps of a connection; no part of its public interface, so it is looked at here only. */
interface DriverConnection {
  readonly stream: Socket
  attachListeners(stream: Socket): void
}

/**
 * A connection that can only fail by itself. The driver reads what the server sends inside a listener of the socket: bytes that are not its protocol
 * throw there, where nobody catches, and an error while a statement runs is emitted besides failing the statement. Either would end the process.
 */
export class PostgresClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => {})
    const connection = this.#connection
    const attach = connection.attachListeners.bind(connection)
    // Called for the plain socket, and for the encrypted one on top of it.
    connection.attachListeners = (stream) => attach(failingByItself(stream))
  }

  /** Closes the socket at once, whether the server is there or not: a farewell to a machine that is gone would keep it open. */
  cut(): void {
    this.#connection.stream.destroy()
  }

  /** What arrives, of the encrypted connection where it is one. */
  get stream(): Socket {
    return this.#connection.stream
  }

  get #connection(): DriverConnection {
    return (this as unknown as { readonly connection: DriverConnection }).connection
  }
}

function failingByItself(stream: Socket): Socket {
  const emit = stream.emit.bind(stream)
  stream.emit = (event: string, ...values: unknown[]): boolean => {
    if (event !== 'data') return emit(event, ...values)
    try {
      return emit(event, ...values)
    } catch (error) {
      stream.destroy(error instanceof Error ? error : new Error('the driver failed'))
      return true
    }
  }
  return stream
}
