import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'

/** How to start a process, again and again. */
export interface ProcessPlan {
  readonly program: string
  readonly args: readonly string[]
  readonly account?: { readonly uid?: number; readonly gid?: number }
  readonly environment?: Readonly<Record<string, string>>
  /** Resolves when it answers. */
  readonly isReady: () => Promise<unknown>
}

/** A process that faults come to: it may be killed, stopped in its tracks, and started again as it was. */
export class Killable {
  readonly #plan: ProcessPlan
  #child: ChildProcess | null = null
  #output = ''

  constructor(plan: ProcessPlan) {
    this.#plan = plan
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Starts it and waits until it answers. Throws what it printed when it does not within a minute. */
  async start(): Promise<void> {
    const { program, args, account = {}, environment = {}, isReady } = this.#plan
    this.#output = ''
    const child = spawn(program, [...args], { ...account, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    const orphaned = () => void child.kill('SIGKILL')
    process.once('exit', orphaned)
    child.once('exit', () => process.off('exit', orphaned))
    const collect = (chunk: Buffer) => {
      this.#output = `${this.#output}${chunk.toString()}`.slice(-4000)
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    this.#child = child
    const deadline = Date.now() + 60_000
    for (;;) {
      try {
        return void (await isReady())
      } catch (error) {
        if (Date.now() > deadline || child.exitCode !== null || child.signalCode !== null)
          throw new Error(`${program} did not start: ${this.#output}`, { cause: error })
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }

  /** `kill -9`, of the processes that it has started too: nothing of it gets to say goodbye. Resolves when it is gone. */
  async kill(): Promise<void> {
    const [, ...started] = family(this.pid)
    const ended = this.#end('SIGKILL')
    for (const pid of started) signal(pid, 'SIGKILL')
    await ended
  }

  /** Asks it to end in order, and gives its exit code. */
  terminate(): Promise<number | null> {
    return this.#end('SIGTERM')
  }

  /** It and the processes that it has started stop in their tracks: nothing answers, and connections stay open. */
  freeze(): void {
    for (const pid of family(this.pid)) signal(pid, 'SIGSTOP')
  }

  thaw(): void {
    for (const pid of family(this.pid)) signal(pid, 'SIGCONT')
  }

  /** The last of what it printed. */
  get output(): string {
    return this.#output
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const exit = once(child, 'exit') as Promise<[number | null]>
    child.kill(signal)
    return (await exit)[0]
  }
}

/** A process and those that it has started; nobody when there is none. */
function family(pid: number): readonly number[] {
  if (pid === 0) return []
  return [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)]
}

/** One that was started may have ended since. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Undoes steps in the opposite order, and leaves no folder behind. */
export class Cleanup {
  readonly #steps: (() => unknown)[] = []

  add(step: () => unknown): void {
    this.#steps.push(step)
  }

  folder(path: string): void {
    this.add(() => rmSync(path, { recursive: true, force: true }))
  }

  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await step()
  }
}
