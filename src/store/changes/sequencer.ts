import pg from 'pg'
import { changeRows, rowsAtOnce } from './changeQueries.ts'
import type { Placed } from './changeRows.ts'

/** `ChangeQueries.last` and `ChangeQueries.place`, without parameters. */
export interface Round {
  readonly last: string
  readonly place: string
}

/** What a sequencer works with. */
export interface SequencerParts {
  /** How to reach the server. Sessions are its own: a pooler that shares them between clients would share the lock too. */
  readonly config: pg.ClientConfig
  readonly round: Round
  readonly onPlaced: (placed: Placed) => void
  /** How long a node waits between two attempts to be elected, in milliseconds. */
  readonly electionMs: number
}

/** The channel on which an append tells that it has committed. */
export const channel = 'comity_change'

/** A round is repeated at least so often, whether anybody told of an append or not. */
const unaskedMs = 1000

/**
 * Gives committed rows their places in the log. One node does, the one whose session holds an advisory lock; when that session ends, another
 * takes over. The lock only saves work: `placeRound` keeps two at once from harm.
 */
export class Sequencer {
  readonly #parts: SequencerParts
  readonly #ending = new AbortController()
  #wake: () => void = () => {}
  #client: pg.Client | null = null
  #elected = false
  readonly #running: Promise<void>

  constructor(parts: SequencerParts) {
    this.#parts = parts
    this.#running = this.#run()
  }

  /** Whether this node is the one. */
  get elected(): boolean {
    return this.#elected
  }

  async stop(): Promise<void> {
    this.#ending.abort()
    this.#wake()
    await this.#running
  }

  async #run(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const client = new pg.Client({ ...this.#parts.config, application_name: 'comity sequencer', keepAlive: true })
      // An error also ends the statement that runs, or wakes the wait between two.
      client.on('error', () => this.#wake())
      client.on('end', () => this.#wake())
      client.on('notification', () => this.#wake())
      this.#client = client
      try {
        await client.connect()
        await this.#reign(client)
      } catch {
        // Whatever it was, another session begins anew.
      }
      this.#elected = false
      this.#client = null
      await client.end().catch(() => {})
      await this.#pause(this.#parts.electionMs)
    }
  }

  async #reign(client: pg.Client): Promise<void> {
    while (!(await this.#elect(client))) {
      await this.#pause(this.#parts.electionMs)
      if (this.#ending.signal.aborted) return
    }
    this.#elected = true
    await client.query(`listen ${channel}`)
    while (!this.#ending.signal.aborted && this.#client === client) {
      // Whoever commits from here on wakes the next round.
      const woken = this.#woken()
      const placed = await placeRound(client, this.#parts.round)
      if (placed.rows.length > 0) this.#parts.onPlaced(placed)
      if (placed.rows.length < rowsAtOnce) await woken(unaskedMs)
    }
  }

  async #elect(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query("select pg_try_advisory_lock(hashtext('comity change log sequencer')) as elected")
    return (rows as readonly Record<string, unknown>[])[0]?.['elected'] === true
  }

  #woken(): (ms: number) => Promise<void> {
    let wake: () => void = () => {}
    const told = new Promise<void>((resolve) => {
      wake = resolve
    })
    this.#wake = wake
    return async (ms) => {
      const timer = setTimeout(wake, ms)
      await told
      clearTimeout(timer)
    }
  }

  async #pause(ms: number): Promise<void> {
    if (!this.#ending.signal.aborted) await this.#woken()(ms)
  }
}

/**
 * One round: at most `rowsAtOnce` rows. It is one message to the server, so that a process which is stopped in the middle holds no lock; and each
 * statement sees what was committed before it began, so that a second sequencer, which waits for the row, does not place rows twice.
 */
export async function placeRound(client: pg.ClientBase | pg.Pool, { last, place }: Round): Promise<Placed> {
  const answer: unknown = await client.query(`begin; select epoch from change_log for update; ${last}; ${place}; commit`)
  const [, locked, before, placed] = answer as readonly pg.QueryResult<Record<string, unknown>>[]
  const [preceding] = changeRows(before?.rows ?? [])
  return { epoch: String(locked?.rows[0]?.['epoch'] ?? ''), before: preceding ?? null, rows: changeRows(placed?.rows ?? []) }
}
