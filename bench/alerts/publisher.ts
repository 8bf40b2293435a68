import { StoredChangeLog } from '../../src/alerts/storedChangeLog.ts'
import { PostgresChangeRows } from '../../src/store/changes/postgresChangeRows.ts'
import { query } from '../../test/support/postgres.ts'
import { keyAt, type Move, type RecordState, type World } from './world.ts'

/** What was published: a move, and the moment at which somebody knew that it is committed. */
export interface Published extends Move {
  /** Epoch milliseconds, with fractions. Null: nobody was told, as when the server died in the middle. */
  readonly knownAt: number | null
}

/** A move as the log has it. */
export interface Committed extends Published {
  readonly sequence: number
  /** When the log gave it its place; epoch milliseconds. */
  readonly loggedAt: number
}

/** What a publisher works with. */
export interface PublisherParts {
  readonly databaseUrl: string
  readonly world: World
  readonly secret: Uint8Array
  /** Share of commits that are late. */
  readonly late: number
  /** Commits are late by up to so many milliseconds. */
  readonly lateMs: number
  /** `mixed`: records come, change in what everybody or only some may see, are withheld, and go. `open`: each move is told to everybody. */
  readonly mix: 'mixed' | 'open'
}

/** How to publish. */
export interface PublishingOptions {
  readonly perSecond: number
  readonly until: () => boolean
  readonly onKnown?: (move: Published) => void
}

/** Never, as a timer has it: a publisher's own session must not become the sequencer, which a node has to be. */
const never = 2 ** 31 - 1
const againMs = 50
/** Committed rows have their places after so many milliseconds at the latest, or are lost. */
const placedMs = 60_000

/** Appends moves of records to the log as a feed does, again until the log has taken them, at an even pace. */
export class Publisher {
  readonly #parts: PublisherParts
  readonly #rows: PostgresChangeRows
  readonly #log: StoredChangeLog
  readonly #published: { -readonly [K in keyof Published]: Published[K] }[] = []
  readonly #versions: string[] = []
  /** Records that have come and may move once more: nobody is then told the same of a record twice. */
  readonly #resting: { readonly key: string; readonly state: RecordState }[] = []
  readonly #underWay = new Set<Promise<void>>()
  #made = 0
  #retries = 0

  private constructor(parts: PublisherParts, rows: PostgresChangeRows, log: StoredChangeLog) {
    this.#parts = parts
    this.#rows = rows
    this.#log = log
  }

  /** To be opened when nodes run: the first to come gives out the places. */
  static async open(parts: PublisherParts): Promise<Publisher> {
    const rows = await PostgresChangeRows.open(parts.databaseUrl, { electionMs: never })
    if (parts.late > 0) await query(parts.databaseUrl, lateCommits(parts))
    return new Publisher(parts, rows, await StoredChangeLog.open(rows, parts.secret))
  }

  /** Publishes `perSecond` until it is told to end; resolves when all of them are committed. `onKnown` hears of each as soon as it is. */
  async run({ perSecond, until, onKnown = () => {} }: PublishingOptions): Promise<void> {
    const started = performance.now()
    for (let sent = 0; !until(); ) {
      const due = Math.min(((performance.now() - started) / 1000) * perSecond, sent + perSecond)
      for (; sent < due; sent++) this.#begin(onKnown)
      await new Promise((resolve) => setTimeout(resolve, Math.min(20, 1000 / perSecond)))
    }
    while (this.#underWay.size > 0) await Promise.race(this.#underWay)
  }

  /** Appends that the log had not taken and that were tried again. */
  get retries(): number {
    return this.#retries
  }

  /** All that the log holds, in its order, once it has given a place to all that it acknowledged; throws when it does not within a minute, or holds what nobody has appended. */
  async committed(): Promise<readonly Committed[]> {
    for (const deadline = performance.now() + placedMs; ; ) {
      const { placed, missing } = await this.#held()
      if (missing === 0) return placed
      if (performance.now() > deadline) throw new Error(`the log has lost ${missing} changes that it had acknowledged`)
      await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }

  async #held(): Promise<{ readonly placed: readonly Committed[]; readonly missing: number }> {
    const byVersion = new Map(this.#published.map((move, at) => [this.#versions[at], move]))
    const placed: Committed[] = []
    for (let after = 0; ; ) {
      const page = await this.#log.read(after, 1000)
      const [last] = page.slice(-1)
      if (last === undefined) break
      for (const { sequence, logged } of page) {
        const move = byVersion.get(logged?.change.version ?? '')
        if (sequence !== placed.length + 1 || logged === null || move === undefined)
          throw new Error(`the log holds at ${sequence} what nobody has appended there`)
        byVersion.delete(logged.change.version)
        placed.push({ ...move, sequence, loggedAt: Date.parse(logged.loggedAt) })
      }
      after = last.sequence
    }
    return { placed, missing: [...byVersion.values()].filter(({ knownAt }) => knownAt !== null).length }
  }

  close(): Promise<void> {
    return this.#rows.close()
  }

  #begin(onKnown: (move: Published) => void): void {
    const move = this.#nextMove()
    const published = { ...move, knownAt: null as number | null }
    this.#published.push(published)
    const change = this.#parts.world.changeOf(move)
    this.#versions.push(change.version)
    const underWay: Promise<void> = this.#append(change).then(() => {
      published.knownAt = performance.timeOrigin + performance.now()
      this.#underWay.delete(underWay)
      if (move.before === null && move.after !== null) this.#resting.push({ key: move.key, state: move.after })
      onKnown(published)
    })
    this.#underWay.add(underWay)
  }

  /** A repeat of what was taken after all is dropped by the log. */
  async #append(change: Parameters<StoredChangeLog['append']>[0][number]): Promise<void> {
    for (;;) {
      try {
        await this.#log.append([change])
        return
      } catch {
        this.#retries++
        await new Promise((resolve) => setTimeout(resolve, againMs))
      }
    }
  }

  #nextMove(): Move {
    const turn = this.#made++
    const number = `2026/${String(turn % 100_000).padStart(5, '0')}`
    const fresh: RecordState = { number, kind: 'RED', state: 'PUBLISHED', summary: 'first' }
    const resting = this.#parts.mix === 'open' || turn % 8 < 3 ? undefined : this.#resting.shift()
    if (resting === undefined) {
      const state = this.#parts.mix === 'mixed' && turn % 8 === 1 ? 'UNDER_REVIEW' : 'PUBLISHED'
      return { key: keyAt(turn), before: null, after: { ...fresh, state } }
    }
    const { key, state: before } = resting
    const after: readonly (RecordState | null)[] = [
      { ...before, kind: before.kind === 'RED' ? 'BLUE' : 'GREEN' },
      { ...before, summary: `${before.summary}, and more` },
      { ...before, state: before.state === 'PUBLISHED' ? 'UNDER_REVIEW' : 'PUBLISHED' },
      null,
      { ...before, number: `${before.number}a` },
    ]
    return { key, before, after: after[(turn % 8) - 3] ?? null }
  }
}

/** Has the server itself commit late: what was inserted first is then not what is committed first. */
function lateCommits({ late, lateMs }: Pick<PublisherParts, 'late' | 'lateMs'>): string {
  return `create or replace function commits_late() returns trigger language plpgsql as
      $$ begin if random() < ${late} then perform pg_sleep(random() * ${lateMs / 1000}); end if; return null; end $$;
    drop trigger if exists commits_late on change_entry;
    create constraint trigger commits_late after insert on change_entry deferrable initially deferred for each row execute function commits_late()`
}
