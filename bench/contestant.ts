import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Question } from './load.ts'

/** A server to measure. */
export interface Contestant {
  readonly name: string
  /** What Node is given to start it. */
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Matches what it prints once it is ready; the first group is its URL. */
  readonly ready: RegExp
  readonly question: (url: string, pid: number) => Promise<Question>
}

/** Starts a server, hands its question to `work`, and stops it. */
export async function withContestant<T>(
  { args, environment, ready, question }: Contestant,
  work: (asked: Question) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    return await work(await question(await readyUrl(child, ready), child.pid ?? 0))
  } finally {
    const exit = once(child, 'exit')
    child.kill('SIGINT')
    // Its own systems end with it, however it ends.
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await exit
    clearTimeout(patience)
  }
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
