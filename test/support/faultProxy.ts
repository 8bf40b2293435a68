import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * What is wrong with a connection. `after`: bytes of the server's answer that still pass unharmed, counted from when the fault was injected, or from the
 * connection's first byte if it was made later; default 0.
 */
export type Fault =
  /** Every piece of the answer arrives this many milliseconds late. */
  | { readonly kind: 'latency'; readonly ms: number; readonly after?: number }
  /** The answer arrives this fast at most. */
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number; readonly after?: number }
  /** The answer arrives one byte at a time, with this many milliseconds in between. */
  | { readonly kind: 'drip'; readonly everyMs: number; readonly after?: number }
  /** Nothing arrives any more and nothing is closed, as if the machine had lost its power. A new connection is accepted, and that is all. */
  | { readonly kind: 'halfOpen'; readonly after?: number }
  /** The connection is reset (RST): with `after: 0` at once, as soon as it is made. */
  | { readonly kind: 'reset'; readonly after?: number }
  /** The connection is closed in good order (FIN), as if the answer were over. */
  | { readonly kind: 'truncate'; readonly after?: number }
  /** Bytes arrive that are anybody's: as many as the server sent, drawn from `seed`. */
  | { readonly kind: 'garbage'; readonly seed: number; readonly after?: number }

/** A fault for every connection, or one that is chosen by the connection's number, from 0 up; null: none. */
export type Faults = Fault | null | ((connection: number) => Fault | null)

/**
 * Stands in front of a real server on a free port of this machine and spoils its answers. A connection that has lost bytes never recovers, as in life: when
 * the fault is lifted, it is for the client to find out and make a new one.
 */
export class FaultProxy {
  readonly #server: Server
  readonly #target: number
  readonly #connections = new Set<Passage>()
  #faults: Faults = null
  #accepted = 0

  private constructor(server: Server, target: number) {
    this.#server = server
    this.#target = target
    server.on('connection', (socket) => this.#accept(socket))
  }

  /** Starts one in front of a port of this machine. */
  static async start(target: number): Promise<FaultProxy> {
    // Half-open on purpose: that the client has ended must not end the other direction by itself.
    const server = createServer({ allowHalfOpen: true, noDelay: true })
    const proxy = new FaultProxy(server, target)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return proxy
  }

  /** The port to connect to instead of the server's. */
  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  /** An address of the server as a client is to use it. */
  inFrontOf(url: string): string {
    const address = new URL(url)
    address.hostname = '127.0.0.1'
    address.port = String(this.port)
    return address.href
  }

  /** Connections accepted so far. */
  get accepted(): number {
    return this.#accepted
  }

  /** Connections that the client has not ended yet. */
  get open(): number {
    return [...this.#connections].filter((connection) => !connection.isLeft).length
  }

  /** Injects faults into all connections from now on, those open included; null lifts them. */
  inject(faults: Faults): void {
    this.#faults = faults
    for (const connection of this.#connections) connection.suffer(this.#faultOf(connection.number))
  }

  /** Takes no more connections and cuts those there are. */
  async stop(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    await Promise.all([closed, ...[...this.#connections].map((connection) => connection.cut())])
  }

  #accept(client: Socket): void {
    // It may have been waiting to be accepted when the proxy stopped.
    if (!this.#server.listening) return void client.destroy()
    const number = this.#accepted++
    const connection = new Passage(number, client, this.#target, () => this.#connections.delete(connection))
    this.#connections.add(connection)
    connection.suffer(this.#faultOf(number))
  }

  #faultOf(number: number): Fault | null {
    return typeof this.#faults === 'function' ? this.#faults(number) : this.#faults
  }
}

/** One client's connection and its counterpart at the server. */
class Passage {
  readonly number: number
  readonly #client: Socket
  readonly #server: Socket
  readonly #closed: Promise<void>
  #fault: Fault | null = null
  /** Bytes of the answer that passed since the fault was injected. */
  #passed = 0
  #isDead = false
  /** Whether the client has ended it. One that is dead stays open at this end all the same: nobody is there to close it. */
  isLeft = false
  #random = 0
  #wake: (() => void) | null = null

  constructor(number: number, client: Socket, target: number, onClose: () => void) {
    this.number = number
    this.#client = client
    this.#server = connect({ port: target, host: '127.0.0.1', noDelay: true })
    client.on('error', () => {})
    this.#server.on('error', () => client.destroy())
    this.#closed = new Promise((resolve) => {
      client.once('close', () => {
        this.#server.destroy()
        this.#wake?.()
        onClose()
        resolve()
      })
    })
    client.on('data', (chunk: Buffer) => {
      if (!this.#isDead) this.#server.write(chunk)
    })
    client.once('end', () => {
      this.isLeft = true
      if (!this.#isDead) this.#server.end()
    })
    void this.#pass()
  }

  suffer(fault: Fault | null): void {
    this.#fault = fault
    this.#passed = 0
    this.#random = fault?.kind === 'garbage' ? fault.seed : 0
    if (fault !== null && (fault.after ?? 0) === 0) {
      if (fault.kind === 'reset') this.#client.resetAndDestroy()
      else if (fault.kind === 'halfOpen') this.#isDead = true
    }
    this.#wake?.()
  }

  cut(): Promise<void> {
    this.#client.destroy()
    return this.#closed
  }

  async #pass(): Promise<void> {
    try {
      for await (const chunk of this.#server as AsyncIterable<Buffer>) await this.#deliver(chunk)
    } catch {
      // The server's end of it broke; so does the client's, through the listener above.
    }
    if (!this.#isDead) this.#client.end()
  }

  async #deliver(chunk: Buffer): Promise<void> {
    let rest = chunk
    while (rest.length > 0 && !this.#isDead && !this.#client.destroyed) {
      const fault = this.#fault
      const free = fault === null ? rest.length : (fault.after ?? 0) - this.#passed
      const { bytes, pauseMs } = fault === null || free > 0 ? { bytes: rest.subarray(0, free), pauseMs: 0 } : this.#spoil(fault, rest)
      if (pauseMs > 0) await this.#pause(pauseMs)
      // While it paused, the fault may have changed, or the client gone.
      if (fault !== this.#fault || this.#client.destroyed || bytes.length === 0) continue
      rest = rest.subarray(bytes.length)
      this.#passed += bytes.length
      if (!this.#client.write(bytes)) await this.#drained()
    }
  }

  /** What arrives of the next bytes, and how late; no bytes where the connection is over. */
  #spoil(fault: Fault, rest: Buffer): { readonly bytes: Buffer; readonly pauseMs: number } {
    const nothing = { bytes: Buffer.alloc(0), pauseMs: 0 }
    switch (fault.kind) {
      case 'latency':
        return { bytes: rest, pauseMs: fault.ms }
      case 'throttle': {
        const bytes = rest.subarray(0, Math.max(1, Math.ceil(fault.bytesPerSecond / 100)))
        return { bytes, pauseMs: Math.ceil((bytes.length * 1000) / fault.bytesPerSecond) }
      }
      case 'drip':
        return { bytes: rest.subarray(0, 1), pauseMs: fault.everyMs }
      case 'garbage':
        return { bytes: Buffer.from(Array.from(rest, () => this.#byte())), pauseMs: 0 }
      case 'halfOpen':
        this.#isDead = true
        return nothing
      case 'reset':
        this.#client.resetAndDestroy()
        return nothing
      case 'truncate':
        this.#isDead = true
        this.#client.end()
        return nothing
    }
  }

  /** The next byte of a linear congruential sequence. */
  #byte(): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0
    return this.#random >>> 24
  }

  /** Ends early when the fault changes or the client goes away. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), ms)
      this.#wake = () => {
        clearTimeout(timer)
        this.#wake = null
        resolve()
      }
    })
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.#client.off('drain', go).off('close', go)
        resolve()
      }
      this.#client.on('drain', go).on('close', go)
    })
  }
}
