import { Worker } from 'node:worker_threads'
import { timedOut, within } from '../../budget.ts'
import { type Call, ConnectorError } from '../../connector.ts'
import type { DriverRow, Statement } from '../dialect.ts'
import type { SqlSession } from '../session.ts'
import type { WorkerReply, WorkerRequest, WorkerStart } from './workerProtocol.ts'

/** A database that lives in this process. */
export interface WorkerOptions {
  /** The thread's file. */
  readonly thread: URL
  /** The database file or folder. */
  readonly path: string
  /** Longest that one statement may run, in milliseconds. */
  readonly statementTimeoutMs: number
  /** Why a statement failed, from what the thread says. */
  readonly fault: (code: string, words: string, opening: boolean) => ConnectorError
  /** Before the thread starts; what it gives runs when the session closes. Throws `ConnectorError`. */
  readonly claim?: () => () => void
}

type StatementReply = Exclude<WorkerReply, { readonly opened: true }>

interface Waiting {
  readonly settle: (reply: StatementReply | ConnectorError) => void
}

/** How long opening the database may take before its thread is given up, in milliseconds: it goes on when the first to ask is gone. */
const openingMs = 20_000
/** How long an abandoned statement may go on before its thread is given up for a new one, in milliseconds. */
const graceMs = 250
/** Threads given up that have not ended yet; with this many, the database counts as busy. */
const mostAbandoned = 4

/** Runs statements in a thread of its own, one after another, so that the event loop never waits for them. */
export class WorkerSession implements SqlSession {
  readonly #options: WorkerOptions
  readonly #abandoned = new SharedArrayBuffer(4)
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #isOpen = false
  #onOpen = () => {}
  #release: (() => void) | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #ids = 0
  #ending = 0
  #closed: Promise<void> | null = null

  constructor(options: WorkerOptions) {
    this.#options = options
  }

  /** Begins to open the database, so that the first question does not wait for it. What goes wrong shows at the first statement. */
  warm(): void {
    const call: Call = { signal: new AbortController().signal, deadline: Date.now() + openingMs, traceId: '0'.repeat(32) }
    void this.run({ sql: 'select 1', parameters: [] }, call).catch(() => {})
  }

  run(statement: Statement, call: Call): Promise<readonly DriverRow[]> {
    const deadline = Math.min(call.deadline, Date.now() + this.#options.statementTimeoutMs)
    return within({ ...call, deadline }, (signal) => {
      const before = this.#turn
      const result = before.then(() => this.#execute(statement, signal))
      this.#turn = result.then(
        () => {},
        () => {},
      )
      return result
    })
  }

  close(): Promise<void> {
    this.#closed ??= this.#end()
    return this.#closed
  }

  async #execute({ sql, parameters }: Statement, signal: AbortSignal): Promise<readonly DriverRow[]> {
    if (signal.aborted) throw timedOut()
    if (this.#closed !== null) throw new ConnectorError('UNREACHABLE', 'the connector is closed')
    const worker = this.#start()
    const id = ++this.#ids
    let grace: NodeJS.Timeout | undefined
    const arm = () => {
      clearTimeout(grace)
      grace = setTimeout(() => this.#giveUp(worker), this.#isOpen ? graceMs : openingMs)
    }
    const abandon = () => {
      Atomics.store(new Int32Array(this.#abandoned), 0, id)
      this.#onOpen = arm
      arm()
    }
    signal.addEventListener('abort', abandon, { once: true })
    try {
      const reply = await new Promise<StatementReply | ConnectorError>((settle) => {
        this.#waiting.set(id, { settle })
        worker.postMessage({ id, sql, parameters } satisfies WorkerRequest)
      })
      if (reply instanceof ConnectorError) throw reply
      if ('rows' in reply) return reply.rows
      if (reply.opening) this.#giveUp(worker)
      throw this.#options.fault(reply.code, reply.words, reply.opening)
    } finally {
      this.#waiting.delete(id)
      this.#onOpen = () => {}
      clearTimeout(grace)
      signal.removeEventListener('abort', abandon)
    }
  }

  #start(): Worker {
    if (this.#worker !== null) return this.#worker
    if (this.#ending >= mostAbandoned) throw new ConnectorError('BUSY', 'earlier statements are still running')
    this.#release ??= this.#options.claim?.() ?? null
    this.#isOpen = false
    const worker = new Worker(this.#options.thread, {
      workerData: { path: this.#options.path, abandoned: this.#abandoned } satisfies WorkerStart,
      execArgv: [],
    })
    worker.unref()
    worker.on('message', (reply: WorkerReply) => this.#hear(worker, reply))
    worker.on('error', (error) => this.#lost(worker, error))
    worker.on('exit', () => this.#lost(worker))
    this.#worker = worker
    return worker
  }

  #hear(worker: Worker, reply: WorkerReply): void {
    if (!('opened' in reply)) {
      this.#waiting.get(reply.id)?.settle(reply)
    } else if (this.#worker === worker) {
      this.#isOpen = true
      this.#onOpen()
    }
  }

  #lost(worker: Worker, cause?: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { settle } of this.#waiting.values()) settle(new ConnectorError('UNREACHABLE', 'the database stopped', { cause }))
  }

  /** A statement does not end: later ones get a new thread. */
  #giveUp(worker: Worker): void {
    this.#lost(worker)
    this.#ending++
    void worker.terminate().then(() => this.#ending--)
  }

  async #end(): Promise<void> {
    await this.#turn
    const worker = this.#worker
    this.#worker = null
    if (worker !== null) {
      worker.ref()
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      worker.postMessage({ close: true } satisfies WorkerRequest)
      const late = setTimeout(() => void worker.terminate(), 3000)
      await ended
      clearTimeout(late)
    }
    this.#release?.()
    this.#release = null
  }
}
