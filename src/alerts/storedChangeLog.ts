import type { Change } from '../model/change.ts'
import type { ChangeRow, ChangeRows, Placed } from '../store/changes/changeRows.ts'
import type { ChangeLog, LogEntry, LogPosition, LogStanding } from './changeLog.ts'
import { markOf } from './mark.ts'
import { SealedChanges } from './sealedChanges.ts'

/** The beginning of every log. */
const beginning: LogPosition = { sequence: 0, mark: 0 }
/** How many of the last rows have to be unreadable for the secret to be another one. */
const probes = 8

/** The log over the hub's store. */
export class StoredChangeLog implements ChangeLog {
  readonly #rows: ChangeRows
  readonly #sealed: SealedChanges

  private constructor(rows: ChangeRows, secret: Uint8Array) {
    this.#rows = rows
    this.#sealed = new SealedChanges(secret)
  }

  /** Throws when what the log holds was sealed under another secret: going on would be to lose it without a word. */
  static async open(rows: ChangeRows, secret: Uint8Array): Promise<StoredChangeLog> {
    const log = new StoredChangeLog(rows, secret)
    const { head } = await rows.state()
    if (head === null) return log
    const last = await log.read(Math.max(0, head.sequence - probes), probes)
    if (last.every(({ logged }) => logged === null)) throw new Error('the change log was written under another secret')
    return log
  }

  append(changes: readonly Change[]): Promise<number> {
    return changes.length === 0 ? Promise.resolve(0) : this.#rows.append(changes.map((change) => this.#sealed.seal(change)))
  }

  async read(after: number, limit: number): Promise<readonly LogEntry[]> {
    return (await this.#rows.read(after, limit)).map((row) => this.open(row))
  }

  async state(): Promise<LogStanding> {
    const { epoch, oldest, head } = await this.#rows.state()
    return { epoch, oldest, head: head === null ? beginning : { sequence: head.sequence, mark: markOf(head) } }
  }

  open(row: ChangeRow): LogEntry {
    const { sequence, loggedAt, sealed } = row
    const change = this.#sealed.open(sealed)
    const logged = change === null ? null : { sequence, loggedAt: new Date(loggedAt).toISOString(), change }
    return { sequence, mark: markOf(row), logged }
  }

  trim(before: number): Promise<void> {
    return this.#rows.trim(before)
  }

  renewEpoch(epoch: string): Promise<void> {
    return this.#rows.renewEpoch(epoch)
  }

  onPlaced(listener: (placed: Placed) => void): () => void {
    return this.#rows.onPlaced(listener)
  }
}
