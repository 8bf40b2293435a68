import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from './sourceFile.ts'

const windows = process.platform === 'win32'
const packaged = `node-${windows ? 'win' : process.platform}-${process.arch}`

/** A program in place of Comity: says where it runs, counts signals, ends at SIGTERM. */
const program = `
console.log(JSON.stringify({ node: Number(process.versions.node.split('.')[0]), pid: process.pid, args: process.argv.slice(2) }))
const [first, ...rest]: string[] = process.argv.slice(2)
if (first === 'exit') process.exitCode = Number(rest[0])
if (first === 'die') process.kill(process.pid, 'SIGKILL')
if (first === 'serve') {
  const heard: Record<string, number> = { SIGINT: 0, SIGTERM: 0 }
  for (const signal of Object.keys(heard)) {
    process.on(signal, () => {
      heard[signal] = (heard[signal] ?? 0) + 1
      console.log('heard ' + signal)
      if (signal === 'SIGTERM') console.log(JSON.stringify(heard))
      if (signal === 'SIGTERM') process.exit(0)
    })
  }
  // Nobody waits longer: a test that fails leaves nothing running.
  setTimeout(() => process.exit(9), 25_000)
  console.log('serving')
}
`

/** Makes the Node it is loaded into look old, once: the program it starts is not touched. */
const pretendOld = `
if (process.env.PRETEND_OLD) {
  delete process.env.PRETEND_OLD
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.0.0' } })
  Object.defineProperty(process, 'execPath', { value: import.meta.filename })
}
`

/** How `node` is started: the program file, and what makes it an old one. */
export interface Launcher {
  readonly name: string
  readonly node: string
  readonly flags: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

/** Something that was started. */
export interface Started {
  readonly child: ChildProcess
  /** Resolves when its output holds `text`; rejects when it ends before. */
  shows(text: string): Promise<void>
  /** Resolves with how it ended and all it wrote. */
  readonly end: Promise<{ readonly code: number | null; readonly signal: string | null; readonly out: string; readonly err: string }>
}

/** A folder, with a space in its name, that holds the launcher, a program, and what npm would have installed. */
export class LauncherBench {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'comity launcher ')))
  readonly bin = join(this.folder, 'bin', 'comity.js')

  constructor() {
    this.#write('package.json', '{ "type": "module" }')
    this.#write('src/cli/comity.ts', program)
    this.#write('old.js', pretendOld)
    mkdirSync(join(this.folder, 'bin'))
    copyFileSync(join(root, 'bin/comity.js'), this.bin)
  }

  /** Installs the packaged Node: the one that runs the tests, or `file` in its place. */
  install(file: string = process.execPath): void {
    this.#write(`node_modules/${packaged}/package.json`, '{}')
    const target = join(this.folder, 'node_modules', packaged, 'bin', windows ? 'node.exe' : 'node')
    mkdirSync(join(target, '..'), { recursive: true })
    symlinkSync(file, target)
  }

  /** A file that no system can run. */
  unrunnable(): string {
    const file = this.#write('broken', 'no program\u0000')
    chmodSync(file, 0o644)
    return file
  }

  /** The Node of the tests, made to look old; and every real one on the path that is. */
  launchers(): readonly Launcher[] {
    const flags = ['--import', `file://${encodeURI(join(this.folder, 'old.js'))}`]
    const pretended = { name: 'a pretended Node 20', node: process.execPath, flags, variables: { PRETEND_OLD: '1' } }
    return [pretended, ...oldNodes().map((node) => ({ name: `the host's Node`, node, flags: [], variables: {} }))]
  }

  /** Starts the launcher in a process group of its own, as a terminal would. */
  start(launcher: Pick<Launcher, 'node' | 'flags' | 'variables'>, ...args: readonly string[]): Started {
    return this.startCommand(launcher.node, [...launcher.flags, this.bin, ...args], launcher.variables)
  }

  /** Starts any command in a process group of its own. */
  startCommand(command: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): Started {
    const { npm_lifecycle_event: _, ...environment } = process.env
    return started(spawn(command, args, { detached: true, stdio: 'pipe', env: { ...environment, ...variables } }))
  }

  /** Removes the folder. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  #write(path: string, text: string): string {
    const file = join(this.folder, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
    return file
  }
}

function started(child: ChildProcess): Started {
  let out = ''
  let err = ''
  const waiting = new Set<() => void>()
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
    for (const look of waiting) look()
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const closed = Promise.withResolvers<{ code: number | null; signal: string | null; out: string; err: string }>()
  child.on('error', closed.reject)
  child.on('close', (code, signal) => closed.resolve({ code, signal, out, err }))
  const shows = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!out.includes(text)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      closed.promise.then(() => reject(new Error(`ended without "${text}": ${out}${err}`)), reject)
      look()
    })
  return { child, shows, end: closed.promise }
}

/** Program files called `node` on the path whose version is older than the one needed. */
function oldNodes(): readonly string[] {
  const names = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, windows ? 'node.exe' : 'node'))
  const files = new Set(names.filter((file) => existsSync(file)).map((file) => realpathSync(file)))
  return [...files].filter((file) => Number(/^v(\d+)/.exec(execFileSync(file, ['--version'], { encoding: 'utf8' }))?.[1]) < 24)
}
