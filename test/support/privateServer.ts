import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { accessSync, constants, existsSync, globSync, readFileSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A server that belongs to one test file. */
export interface PrivateServer {
  /** Connection URL of an account that may do everything. */
  readonly url: string
  /** Stops the server at once and removes what it kept. */
  readonly stop: () => Promise<void>
  /** Stops the server from answering, as if it hung, and lets it go on. */
  readonly freeze: () => void
  readonly thaw: () => void
}

/** A program in one of these places or on the path; `missing` is the sentence to fail with. */
export function findProgram(name: string, places: readonly string[], missing: string): string {
  const folders = [...places.flatMap((place) => globSync(place).sort().reverse()), ...(process.env['PATH'] ?? '').split(delimiter)]
  for (const folder of folders) {
    const file = join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      if (existsSync(file)) return file
    } catch {}
  }
  throw new Error(missing)
}

/** Who a server runs as: itself, or, where root may not run it, its own account. */
export function accountFor(user: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return { uid: 65534, gid: 65534 }
  }
}

/** A folder of its own for a server. */
export async function privateFolder(name: string, account: { readonly uid?: number; readonly gid?: number }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `comity-${name}-`))
  if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid)
  return folder
}

/** A port on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** Runs a program to its end. */
export function runProgram(program: string, args: readonly string[], options: SpawnOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${output.slice(-2000)}`))))
  })
}

/** Starts a server and waits until `isReady` resolves. */
export async function startServer(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  { url, folder, isReady }: { readonly url: string; readonly folder: string; readonly isReady: () => Promise<unknown> },
): Promise<PrivateServer> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    output = `${output}${chunk.toString()}`.slice(-4000)
  })
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  const stop = async () => {
    process.off('exit', end)
    await ended(child)
    await rm(folder, { recursive: true, force: true })
  }
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      await isReady()
      return { url, stop, freeze: () => signalAll(child, 'SIGSTOP'), thaw: () => signalAll(child, 'SIGCONT') }
    } catch (error) {
      if (Date.now() > deadline || child.exitCode !== null) {
        await stop()
        throw new Error(`${program} did not start: ${output}`, { cause: error })
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Fills a server that was just started; when that fails, the server does not stay behind. */
export async function filled(server: PrivateServer, fill: (url: string) => Promise<unknown>): Promise<PrivateServer> {
  try {
    await fill(server.url)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** A server and the processes that it has started. */
function signalAll({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  process.kill(pid, signal)
  for (const child of children) signalIfThere(child, signal)
}

/** A server's helpers come and go by themselves: one may have ended since they were counted. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exit
}

/** Resolves when something accepts connections on a port. */
export function accepts(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', reject)
  })
}
