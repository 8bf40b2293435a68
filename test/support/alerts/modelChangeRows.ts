import type { ChangeRow, ChangeRows, LogState, NewChangeRow, Placed } from '../../../src/store/changes/changeRows.ts'

/** The history that several nodes share: what a database would keep. Time is the test's. */
export class ModelHistory {
  epoch = '0'.repeat(32)
  rows: ChangeRow[] = []
  /** Committed, without a place yet. */
  waiting: NewChangeRow[] = []
  /** Whether places are given at each commit, or when `place` is called. */
  placing = true
  readonly #now: () => number
  readonly #known = new Set<string>()
  #epochs = 0

  constructor(now: () => number) {
    this.#now = now
  }

  commit(rows: readonly NewChangeRow[]): number {
    const fresh = rows.filter(({ identity }) => !this.#known.has(hex(identity)))
    for (const { identity } of fresh) this.#known.add(hex(identity))
    const once = fresh.filter((row, at) => fresh.findIndex(({ identity }) => hex(identity) === hex(row.identity)) === at)
    this.waiting.push(...once)
    return once.length
  }

  place(): Placed {
    const before = this.rows.at(-1) ?? null
    const last = before?.sequence ?? 0
    const placed = this.waiting.map(({ sealed }, at) => ({ sequence: last + 1 + at, loggedAt: this.#now(), sealed }))
    this.rows.push(...placed)
    this.waiting = []
    return { epoch: this.epoch, before, rows: placed }
  }

  /** What a restore from an older copy does: the last rows are gone, and nobody is told. */
  lose(count: number): void {
    this.rows = this.rows.slice(0, Math.max(0, this.rows.length - count))
  }

  renew(from: string): void {
    if (from === this.epoch) this.epoch = String(++this.#epochs).padStart(32, '0')
  }

  trim(before: number): void {
    const kept = this.rows.findIndex(({ loggedAt }) => loggedAt >= before)
    this.rows = this.rows.slice(kept === -1 ? Math.max(0, this.rows.length - 1) : kept)
  }
}

/** One node's way to a history; it can be cut off from it. */
export class ModelChangeRows implements ChangeRows {
  reachable = true
  reads = 0
  readonly #history: ModelHistory
  readonly #listeners = new Set<(placed: Placed) => void>()

  constructor(history: ModelHistory) {
    this.#history = history
  }

  async append(rows: readonly NewChangeRow[]): Promise<number> {
    this.#reach()
    const added = this.#history.commit(rows)
    if (this.#history.placing) this.place()
    return added
  }

  /** Gives places as the elected node, and passes them on. */
  place(): void {
    this.#reach()
    const placed = this.#history.place()
    if (placed.rows.length === 0) return
    for (const listener of this.#listeners) listener(placed)
  }

  async read(after: number, limit: number): Promise<readonly ChangeRow[]> {
    this.#reach()
    this.reads++
    return this.#history.rows.filter(({ sequence }) => sequence > after).slice(0, limit)
  }

  async state(): Promise<LogState> {
    this.#reach()
    const { epoch, rows } = this.#history
    return { epoch, oldest: rows[0]?.sequence ?? 1, head: rows.at(-1) ?? null }
  }

  async trim(before: number): Promise<void> {
    this.#reach()
    this.#history.trim(before)
  }

  async renewEpoch(epoch: string): Promise<void> {
    this.#reach()
    this.#history.renew(epoch)
  }

  onPlaced(listener: (placed: Placed) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {}

  #reach(): void {
    if (!this.reachable) throw new Error('the database is away')
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
