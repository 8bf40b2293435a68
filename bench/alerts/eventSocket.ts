import { connect, type Socket } from 'node:net'

/** What a stream of events is asked with. */
export interface EventRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Who hears of a stream. */
export interface EventListener {
  /** The `data` of one event. */
  data(text: string): void
  /** The answer is none of events. */
  refused(status: string): void
  /** The connection is over, or was never made; called once. */
  over(): void
}

const [cr, lf] = [13, 10]

/**
 * A stream of server-sent events over a connection of its own, with as little work for each event as can be: the load is made on the same processors as what is
 * measured.
 */
export class EventSocket {
  readonly #socket: Socket
  readonly #listener: EventListener
  #rest: Buffer = Buffer.alloc(0)
  #isBody = false
  #text = ''
  #isOver = false

  constructor(url: string, { headers, body }: EventRequest, listener: EventListener) {
    this.#listener = listener
    const { hostname, port, pathname } = new URL(url)
    const lines = Object.entries({ host: `${hostname}:${port}`, ...headers, 'content-length': String(Buffer.byteLength(body)) })
    const head = `POST ${pathname} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`
    this.#socket = connect(Number(port), hostname, () => this.#socket.write(head + body))
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk))
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => this.#end())
  }

  /** Takes nothing any more, and does not say so. */
  pause(): void {
    this.#socket.pause()
  }

  close(): void {
    this.#socket.destroy()
    this.#end()
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#listener.over()
  }

  #take(chunk: Buffer): void {
    if (this.#isOver) return
    let rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    if (!this.#isBody) {
      const end = rest.indexOf('\r\n\r\n')
      if (end < 0) {
        this.#rest = rest
        return
      }
      const status = rest.toString('latin1', 9, 12)
      if (status !== '200') {
        this.#listener.refused(status)
        this.close()
        return
      }
      this.#isBody = true
      rest = rest.subarray(end + 4)
    }
    // Chunks (RFC 9112, 7.1): their length in hexadecimal, CRLF, content, CRLF.
    let at = 0
    for (;;) {
      const line = rest.indexOf(lf, at)
      if (line < 0) break
      const length = Number.parseInt(rest.toString('latin1', at, rest[line - 1] === cr ? line - 1 : line), 16)
      if (length === 0) {
        this.#events()
        this.close()
        return
      }
      if (line + 1 + length + 2 > rest.length) break
      this.#text += rest.toString('utf8', line + 1, line + 1 + length)
      at = line + 1 + length + 2
    }
    this.#rest = rest.subarray(at)
    this.#events()
  }

  #events(): void {
    const blocks = this.#text.split('\n\n')
    this.#text = blocks.pop() ?? ''
    for (const block of blocks) {
      const at = block.indexOf('data: ')
      if (at >= 0 && !this.#isOver) this.#listener.data(block.slice(at + 6))
    }
  }
}
