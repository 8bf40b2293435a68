import { readFileSync } from 'node:fs'
import { Pool } from 'undici'

/** What was measured at one number of connections. */
export interface Measured {
  readonly connections: number
  readonly requests: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  /** Milliseconds of user and system time of the server process per request; null where /proc is missing. */
  readonly cpuMs: number | null
  /** Requests that were not answered with 200. */
  readonly failed: number
}

/** One question, asked over and over. */
export interface Question {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Process of the server. */
  readonly pid: number
}

/** Asks once; throws unless the answer is 200. */
export async function askOnce(question: Question): Promise<string> {
  const pool = new Pool(new URL(question.url).origin)
  const text = await post(pool, question)
  await pool.close()
  return text
}

/** Asks `requests` times over `connections` connections, each with one request in flight. `tolerant`: counts those that fail instead of giving up at the first. */
export async function measure(question: Question, connections: number, requests: number, { tolerant = false } = {}): Promise<Measured> {
  const pool = new Pool(new URL(question.url).origin, { connections, pipelining: 1 })
  const times: number[] = []
  let left = requests
  let failed = 0
  const cpuBefore = cpuMs(question.pid)
  const started = performance.now()
  const worker = async () => {
    while (left-- > 0) {
      const begun = performance.now()
      try {
        await post(pool, question)
        times.push(performance.now() - begun)
      } catch (error) {
        if (!tolerant) throw error
        failed++
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - started) / 1000
  const cpuAfter = cpuMs(question.pid)
  await pool.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  const cpu = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / Math.max(1, times.length)
  return { connections, requests, p50: at(0.5), p99: at(0.99), perSecond: times.length / seconds, cpuMs: cpu, failed }
}

async function post(pool: Pool, { url, headers, body }: Question): Promise<string> {
  const { statusCode, body: answer } = await pool.request({ path: new URL(url).pathname, method: 'POST', headers, body })
  const text = await answer.text()
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
  return text
}

/** User and system time of a process so far (proc(5), fields 14 and 15, in ticks of 10 ms). */
function cpuMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}
