import pg from 'pg'
import { type Lead, type Leadership, type LeadFailure, pause } from './leadership.ts'

/** How nodes come to lead. */
export interface PostgresLeadershipSettings {
  /** How often a node tries to become the one, in milliseconds. Default 500. */
  readonly electionMs?: number
  /** A node that is silent for so long leads no more, in milliseconds. Default 10,000; PostgreSQL before 14 only notices sessions that end. */
  readonly leaseMs?: number
  /** Hears of work that has failed. Default: nobody does. */
  readonly onFailure?: LeadFailure
  /** This node's clock, in epoch milliseconds. Default: the machine's. */
  readonly clock?: () => number
  /** A node whose clock is further from the database's does not lead: it would see to what is due too early or too late. In milliseconds. Default 5000. */
  readonly mostApartMs?: number
  /** Hears that this node does not lead because of its clock, and by how many milliseconds it is ahead; once, until the clock is right again. Default: nobody does. */
  readonly onWrongClock?: (name: string, aheadMs: number) => void
}

/**
 * Among the nodes of a cluster the one leads whose session holds an advisory lock. The server ends the session of a node that stands still. Such a node may wake and not know yet that another leads:
 * what it does must be harmless then, as a write is that tells which state it goes on from.
 */
export class PostgresLeadership implements Leadership {
  readonly #url: string
  readonly #settings: PostgresLeadershipSettings

  /** `url`: of the server itself: a pooler that shares sessions between clients would share the locks too. */
  constructor(url: string, settings: PostgresLeadershipSettings = {}) {
    this.#url = url
    this.#settings = settings
  }

  lead(name: string, work: (signal: AbortSignal) => Promise<void>): Lead {
    const { electionMs = 500, leaseMs = 10_000, onFailure = () => {} } = this.#settings
    const { clock = Date.now, mostApartMs = 5000, onWrongClock = () => {} } = this.#settings
    return new PostgresLead({ name, work, url: this.#url, electionMs, leaseMs, onFailure, clock, mostApartMs, onWrongClock })
  }
}

interface LeadParts extends Required<PostgresLeadershipSettings> {
  readonly name: string
  readonly work: (signal: AbortSignal) => Promise<void>
  readonly url: string
}

class PostgresLead implements Lead {
  readonly #parts: LeadParts
  readonly #ending = new AbortController()
  readonly #running: Promise<void>
  #leads = false
  /** Whether somebody was told that the clock is wrong. */
  #told = false

  constructor(parts: LeadParts) {
    this.#parts = parts
    this.#running = this.#run()
  }

  get leads(): boolean {
    return this.#leads
  }

  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    const { url, electionMs, leaseMs } = this.#parts
    while (!this.#ending.signal.aborted) {
      const patience = { connectionTimeoutMillis: leaseMs, query_timeout: Math.ceil(leaseMs / 3) }
      const client = new pg.Client({ connectionString: url, ...patience, application_name: 'comity leader', keepAlive: true })
      const lost = new AbortController()
      client.on('error', () => lost.abort())
      client.on('end', () => lost.abort())
      try {
        await client.connect()
        await this.#hold(client, lost)
      } catch {
        // Whatever it was, another session begins anew.
      }
      await client.end().catch(() => {})
      await pause(electionMs, this.#ending.signal)
    }
  }

  /** Waits to be the one, and is it until the session ends, or somebody stops it. */
  async #hold(client: pg.Client, lost: AbortController): Promise<void> {
    const { name, work, electionMs, leaseMs, onFailure } = this.#parts
    const term = AbortSignal.any([lost.signal, this.#ending.signal])
    await client.query(`set idle_session_timeout = ${leaseMs}`).catch((error: unknown) => {
      if (!isUnknownSetting(error)) throw error
    })
    while (!term.aborted && !((await this.#isClockRight(client)) && (await this.#elect(client))))
      await pause(Math.min(electionMs, leaseMs / 3), term)
    if (term.aborted) return
    this.#leads = true
    const over = new AbortController()
    const beating = this.#beat(client, AbortSignal.any([term, over.signal])).catch(() => lost.abort())
    // The lock is given back when the work is over, not before.
    await work(term).catch((error: unknown) => onFailure(name, error))
    this.#leads = false
    over.abort()
    await beating
  }

  async #beat(client: pg.Client, term: AbortSignal): Promise<void> {
    while (!term.aborted) {
      if (!(await this.#isClockRight(client))) throw new Error('the clock is wrong')
      await pause(this.#parts.leaseMs / 3, term)
    }
  }

  /** Also tells that the database is there. */
  async #isClockRight(client: pg.Client): Promise<boolean> {
    const { name, clock, mostApartMs, onWrongClock } = this.#parts
    const before = clock()
    const { rows } = await client.query<{ now: string }>('select extract(epoch from clock_timestamp()) * 1000 as now')
    const theirs = Number(rows[0]?.now)
    // Somewhere on the way there and back the question was answered: what that time explains is no fault of the clock.
    const aheadMs = theirs < before ? before - theirs : Math.min(0, clock() - theirs)
    const isRight = Math.abs(aheadMs) <= mostApartMs
    if (!isRight && !this.#told) onWrongClock(name, Math.round(aheadMs))
    this.#told = !isRight
    return isRight
  }

  async #elect(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query('select pg_try_advisory_lock(hashtext($1)) as elected', [`comity leader ${this.#parts.name}`])
    return (rows as readonly Record<string, unknown>[])[0]?.['elected'] === true
  }
}

function isUnknownSetting(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '42704'
}
