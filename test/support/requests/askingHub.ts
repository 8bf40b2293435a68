import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { InboxSystem } from './inboxSystem.ts'

interface Waiting {
  readonly lane: string
  readonly accepted: () => void
  readonly failed: (error: Error) => void
}

/** A hub that is asked to send requests, killed, and started again. Whoever has heard nothing sends the very same again, as a front-end does. */
export class AskingHub {
  readonly #dataDir: string
  readonly #inbox: InboxSystem
  readonly #waiting = new Map<string, Waiting>()
  #child: ChildProcess | null = null
  /** How often it was killed. */
  kills = 0
  /** Requests that were sent more than once. */
  repeated = 0

  constructor(dataDir: string, inbox: InboxSystem) {
    this.#dataDir = dataDir
    this.#inbox = inbox
  }

  async start(): Promise<void> {
    const args = [this.#dataDir, this.#inbox.url, this.#inbox.receiptKey]
    const child = fork(join(import.meta.dirname, 'askingProcess.ts'), args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    child.once('exit', (code) => reject(new Error(`the hub ended with code ${code ?? 'none'}`)))
    child.on('message', (message: { ready?: true; accepted?: string; failed?: string }) => {
      if (message.ready) resolve()
      if (message.failed !== undefined) for (const one of this.#waiting.values()) one.failed(new Error(message.failed))
      if (message.accepted !== undefined) this.#waiting.get(message.accepted)?.accepted()
    })
    await promise
    this.#child = child
    for (const [word, { lane }] of this.#waiting) {
      this.repeated++
      child.send({ word, lane })
    }
  }

  /** Resolves when a request under this word is accepted, whatever happens to the process meanwhile. */
  async ask(word: string, lane: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.set(word, { lane, accepted: resolve, failed: reject })
    this.#child?.send({ word, lane })
    await promise
    this.#waiting.delete(word)
  }

  /** As a power switch does. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    this.kills++
  }
}
