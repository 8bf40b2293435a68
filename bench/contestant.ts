import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Question } from './load.ts'

/** A process that serves something. */
export interface Server {
  /** What Node is given to start it. */
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Matches what it prints once it is ready; the first group is its URL. */
  readonly ready: RegExp
}

/** A server to measure. */
export interface Contestant extends Server {
  readonly name: string
  readonly question: (url: string, pid: number) => Promise<Question>
}

/** Starts a server, hands its question to `work`, and stops it. */
export function withContestant<T>(contestant: Contestant, work: (asked: Question) => Promise<T>): Promise<T> {
  return withServer(contestant, async (url, pid) => work(await contestant.question(url, pid)))
}

/** Starts a server, hands what it printed and its process to `work`, and stops it. */
export async function withServer<T>({ args, environment, ready }: Server, work: (url: string, pid: number) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    return await work(await readyUrl(child, ready), child.pid ?? 0)
  } finally {
    await stop(child)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGINT')
  // Its own systems end with it, however it ends.
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exit
  clearTimeout(patience)
}

/** A question to a demo hub, asked by one of its personas. */
export async function demoQuestion(url: string, pid: number, persona: string, query: string): Promise<Question> {
  const response = await fetch(new URL('/demo/token', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  const { token } = (await response.json()) as { token: string }
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'comity-purpose': 'INVESTIGATION; case=XB-2026-0017',
  }
  return { url, headers, body: JSON.stringify({ query }), pid }
}

function readyUrl(child: ChildProcess, ready: RegExp): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const url = ready.exec(printed)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)))
  })
}
