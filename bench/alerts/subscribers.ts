import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { SubscriberPlan } from './subscriber.ts'
import type { Judging, SubscribersQuestion, SubscribersReport } from './subscribersProcess.ts'
import type { Truth } from './verdict.ts'

/** Many subscribers, in a process of their own. */
export class Subscribers {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  static async start(): Promise<Subscribers> {
    const child = fork(join(import.meta.dirname, 'subscribersProcess.ts'), [], {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    await told(child)
    return new Subscribers(child)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Resolves when each subscriber has had its first item. The first `paused` of them then take nothing any more, and do not count. */
  async begin(plans: readonly SubscriberPlan[], paused = 0): Promise<void> {
    await this.#ask({ ask: 'begin', plans, paused })
  }

  /** Alerts that have arrived so far. */
  async count(): Promise<number> {
    return (await this.#ask({ ask: 'count' })) as number
  }

  /** What came of it, once all has arrived or nothing has for so long. */
  async judge(truth: readonly Truth[], how: Judging): Promise<SubscribersReport> {
    return (await this.#ask({ ask: 'judge', truth, ...how })) as SubscribersReport
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return
    const exit = once(this.#child, 'exit')
    this.#child.disconnect()
    await exit
  }

  #ask(question: SubscribersQuestion): Promise<unknown> {
    this.#child.send(question)
    return told(this.#child)
  }
}

function told(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the subscribers' process ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve((message as { value: unknown }).value)
    })
  })
}
