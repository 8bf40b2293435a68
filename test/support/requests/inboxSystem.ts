import { type ChildProcess, fork } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** How often, in percent, the system answers 503, says nothing, or takes a message and cuts the connection. */
export interface Moods {
  readonly busy?: number
  readonly hang?: number
  readonly cut?: number
}

/** A bureau's system that takes requests, as a process that can be killed and started again over what it has. */
export class InboxSystem {
  /** As `receiptKey` of a bureau's file. */
  readonly receiptKey: string
  readonly #privateKey: string
  readonly #file: string
  readonly #moods: Moods
  #port = 0
  #child: ChildProcess | null = null

  /** `folder`: where it keeps what it takes. */
  constructor(folder: string, moods: Moods = {}) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    this.receiptKey = String(publicKey.export({ format: 'jwk' }).x)
    this.#privateKey = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    this.#file = join(folder, 'inbox.sqlite')
    this.#moods = moods
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Starts it, at the same address as before. `moods`: others than those it was made with. */
  async start(moods: Moods = this.#moods): Promise<void> {
    const { busy = 0, hang = 0, cut = 0 } = moods
    const args = [this.#file, String(this.#port), this.#privateKey, String(busy), String(hang), String(cut)]
    const child = fork(join(import.meta.dirname, 'inboxProcess.ts'), args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    this.#child = child
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    child.once('message', (message: { port: number }) => resolve(message.port))
    child.once('exit', (code) => reject(new Error(`the inbox ended with code ${code ?? 'none'}`)))
    this.#port = await promise
  }

  /** As a power switch does. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  /** What it has taken, in its order, and how often it was asked. */
  effects(): {
    readonly keys: readonly string[]
    readonly contents: readonly Readonly<Record<string, unknown>>[]
    readonly attempts: number
  } {
    const db = new DatabaseSync(this.#file, { timeout: 2000 })
    const rows = db.prepare('SELECT key, content FROM effect ORDER BY seq').all()
    const attempts = Number(db.prepare('SELECT count(*) AS count FROM attempt').get()?.['count'])
    db.close()
    return {
      keys: rows.map((row) => String(row['key'])),
      contents: rows.map((row) => JSON.parse(String(row['content'])) as Record<string, unknown>),
      attempts,
    }
  }
}
