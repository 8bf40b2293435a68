import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const comity = join(import.meta.dirname, '..', '..', 'bin', 'comity.js')

/** `comity demo` as a person starts it, in a process of its own. */
export interface DemoProcess {
  readonly url: string
  readonly pid: number
  /** All it has printed so far. */
  output(): string
  /** Ctrl-C; gives the exit code. */
  interrupt(): Promise<number | null>
}

/** Starts the demo on a free port and waits until it says where it answers. Unless it is `quiet`, its records change by themselves. Throws what it printed when it ends before that. */
export async function startDemoProcess(
  dataDir: string,
  options: readonly string[] = [],
  environment: Record<string, string> = {},
  { quiet = true } = {},
): Promise<DemoProcess> {
  const child = spawn(process.execPath, [comity, 'demo', ...(quiet ? ['--quiet'] : []), ...options], {
    env: { ...process.env, PORT: '0', COMITY_DATA_DIR: dataDir, NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { text, url } = await answering(child)
  return {
    url,
    pid: child.pid ?? 0,
    output: text,
    async interrupt() {
      if (child.exitCode !== null) return child.exitCode
      const exit = once(child, 'exit')
      child.kill('SIGINT')
      return ((await exit) as [number | null])[0]
    },
  }
}

function answering(child: ChildProcess): Promise<{ text: () => string; url: string }> {
  let printed = ''
  return new Promise((resolve, reject) => {
    const onText = (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /Comity answers at (\S+)\/graphql/.exec(printed)?.[1]
      if (url !== undefined && printed.includes('Ctrl-C')) resolve({ text: () => printed, url })
    }
    child.stdout?.on('data', onText)
    child.stderr?.on('data', onText)
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}:\n${printed}`)))
  })
}

/** Runs another command of `comity`; gives what it printed and its exit code. */
export async function runComity(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [comity, ...args], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}
