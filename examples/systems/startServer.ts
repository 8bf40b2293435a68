import { type ChildProcess, fork } from 'node:child_process'

/** A server that runs in a process of its own. */
export interface RunningServer {
  /** Base address, without a path. */
  readonly url: string
  readonly pid: number
  /** Ends the process. Idempotent. */
  stop(): Promise<void>
}

/** What to start. */
export interface ServerToStart {
  /** Path of the script. */
  readonly script: string
  /** Path of its data. */
  readonly data: string
  /** Its environment, besides the caller's. */
  readonly environment: Readonly<Record<string, string>>
  /** Port; 0 for any that is free. */
  readonly port: number
}

const longestStart = 10_000

/** Starts a server and waits until it listens. It ends with this process, for the channel between the two closes then. Throws when it ends or stays silent instead. */
export async function startServer({ script, data, environment, port }: ServerToStart): Promise<RunningServer> {
  const child = fork(script, ['--data', data, '--port', String(port)], {
    env: { ...process.env, ...environment },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
  try {
    const listening = await readyPort(child)
    return { url: `http://127.0.0.1:${listening}`, pid: child.pid ?? 0, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function readyPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the demo server does not get ready')), longestStart)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      act()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('exit', (code) => settle(() => reject(new Error(`the demo server ended with code ${code ?? 'none'}`))))
    child.once('message', (message: { port?: number }) => settle(() => resolve(message.port ?? 0)))
  })
}
