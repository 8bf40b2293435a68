import { randomBytes } from 'node:crypto'
import type { ChangeLog } from '../alerts/changeLog.ts'
import type { Clock } from '../links/clock.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { ComityError } from '../model/errors.ts'
import type { Caller, Principal } from '../model/principal.ts'
import type { FreshReading, StandingQuestion } from '../plan/standing.ts'
import { durably } from '../store/durably.ts'
import type { WatchRecords } from '../store/watches.ts'
import type { LookWork } from './changeLook.ts'
import { SealedWatches } from './sealedWatches.ts'
import { ownerOf, type Watch } from './watch.ts'
import type { WatchGround } from './watchGround.ts'
import { WatchIndex } from './watchIndex.ts'
import { WatchMatcher } from './watchMatcher.ts'
import { mostFound, readWatch } from './watchReader.ts'

/** What the desk works with. */
export interface WatchDeskParts {
  readonly catalogue: Catalogue
  readonly ground: WatchGround
  readonly records: WatchRecords
  readonly log: ChangeLog
  /** At least 32 bytes. */
  readonly secret: Uint8Array
  readonly clock: Clock
  /** Hears why watches could not be kept up: it is tried again, and nothing is passed over. */
  readonly onFailure: (error: unknown) => void
}

/** What somebody wants to watch for. */
export interface WatchInput {
  readonly note: string
  readonly question: StandingQuestion
}

/** Watches that one person may have. */
const mostWatches = 50
/** Signs of a note. */
const longestNote = 200
/** How long a watch lasts, in milliseconds: a year. */
const lastsMs = 365 * 86_400_000
/** Changes that came while a watch was being set are looked at one by one; when there are more, the watch is read anew. */
const mostMeanwhile = 1000
const hourMs = 3_600_000

/** Officers' watches: sets them, keeps them up, and lets their owners alone see that there are any. Throws when what the store holds was sealed under another secret. */
export class WatchDesk {
  readonly #parts: WatchDeskParts
  readonly #sealed: SealedWatches
  readonly #index: WatchIndex
  readonly #matcher: WatchMatcher
  readonly #abort = new AbortController()
  #stopTimer: () => void = () => {}

  constructor(parts: WatchDeskParts) {
    const { catalogue, ground, records, log, secret, clock, onFailure } = parts
    this.#parts = parts
    this.#sealed = new SealedWatches(secret)
    this.#index = new WatchIndex(catalogue)
    for (const row of records.all()) this.#index.add(this.#sealed.open(row))
    const now = () => clock.epoch()
    const look = { ground, index: this.#index, sealed: this.#sealed, signal: this.#abort.signal, now, onFailure }
    this.#matcher = new WatchMatcher({ ...look, records, log, clock })
    this.#sweep()
  }

  /** What looking at changes came to so far. */
  get work(): LookWork {
    return this.#matcher.work
  }

  /**
   * Sets a watch, with what satisfies it now as known. `onStatus` hears how bureaus did. Throws BAD_USER_INPUT, WATCH_TOO_BROAD, TOO_MANY_WATCHES, and AUDIT_UNAVAILABLE when it cannot be
   * kept; then there is none.
   */
  async create({ note: given, question }: WatchInput, caller: Caller, onStatus: FreshReading['onStatus']): Promise<Watch> {
    const note = given.trim()
    const length = [...note].length
    if (length < 1 || length > longestNote) throw new ComityError('BAD_USER_INPUT', { reason: `note: 1 to ${longestNote} signs` })
    const { ground, records, log, clock } = this.#parts
    const owner = this.#sealed.owner(caller.principal)
    if (records.ownedBy(owner) >= mostWatches) throw tooMany()
    const asWho = { principal: rightsOf(caller.principal), purpose: caller.purpose }
    // What moves from here on is looked at again below: it may have been read before or after.
    const { epoch, head } = await log.state()
    using reading = ground.begin(ground.callerOf(asWho), this.#abort.signal, onStatus)
    const { refs, more, complete } = await readWatch({ question }, reading.context)
    if (more) throw new ComityError('WATCH_TOO_BROAD', { most: String(mostFound) })
    const createdAt = clock.epoch()
    const id = randomBytes(16).toString('base64url')
    const watch: Watch = { id, ...asWho, question, note, complete, createdAt, expiresAt: createdAt + lastsMs }
    const found = refs.map((ref) => ({ watch: id, record: this.#sealed.record(ref) }))
    durably(() => {
      const place = records.place()
      if (place === null) records.write({ place: { epoch, ...head } })
      const meanwhile = place === null ? 0 : Math.max(0, this.#matcher.reached - head.sequence)
      const isKnown = (place === null || place.epoch === epoch) && meanwhile <= mostMeanwhile
      const sequences = isKnown ? Array.from({ length: meanwhile }, (_, i) => head.sequence + 1 + i) : []
      const waiting = sequences.map((sequence) => ({ sequence, attempts: 0, due: createdAt }))
      const reread = isKnown ? null : `set ${id}`
      if (!records.add({ ...this.#sealed.seal(watch), reread }, mostWatches, { found, waiting })) throw tooMany()
      this.#index.add(watch)
      if (reread === null) this.#matcher.wake()
      else this.#matcher.readAnew(id, reread)
    })
    return watch
  }

  /** A person's watches, the latest first, as their token now has it. */
  watchesOf(caller: Caller): readonly Watch[] {
    this.noteRights(caller)
    return this.#index.ownedBy(caller.principal).filter((watch) => this.#isOpen(watch))
  }

  /** A person's watch; null when it does not exist, has ended or is somebody else's. */
  watchOf(id: string, { principal }: Pick<Caller, 'principal'>): Watch | null {
    const watch = this.#index.get(id)
    return watch !== null && this.#isOpen(watch) && ownerOf(watch.principal) === ownerOf(principal) ? watch : null
  }

  /** Records that satisfy a watch now, as far as is known. */
  matches({ id }: Watch): number {
    return this.#parts.records.count(id)
  }

  /** Lets a watch last for another year from now. Throws WATCH_NOT_FOUND, AUDIT_UNAVAILABLE. */
  renew(id: string, caller: Caller): Watch {
    const renewed = { ...this.#own(id, caller), expiresAt: this.#parts.clock.epoch() + lastsMs }
    this.#replace([renewed])
    return renewed
  }

  /** Takes a watch away. Throws WATCH_NOT_FOUND, AUDIT_UNAVAILABLE. */
  delete(id: string, caller: Caller): Watch {
    const watch = this.#own(id, caller)
    durably(() => this.#parts.records.remove(id))
    this.#index.remove(id)
    return watch
  }

  /** Brings the rights by which somebody's watches are decided up to what their token says now; their watches are read anew then. Throws AUDIT_UNAVAILABLE. */
  noteRights({ principal }: Caller): void {
    const rights = rightsOf(principal)
    const said = JSON.stringify(rights)
    const others = this.#index.ownedBy(principal).filter((watch) => JSON.stringify(watch.principal) !== said)
    if (others.length === 0) return
    this.#replace(others.map((watch) => ({ ...watch, principal: rights })))
    const reading = `rights ${randomBytes(16).toString('base64url')}`
    durably(() =>
      this.#parts.records.readAnew(
        others.map(({ id }) => id),
        reading,
      ),
    )
    for (const { id } of others) this.#matcher.readAnew(id, reading)
  }

  /** Stops keeping watches up; resolves when nothing is being written any more. What happens meanwhile is found when the desk is opened again. */
  async stop(): Promise<void> {
    this.#stopTimer()
    const stopped = this.#matcher.stop()
    this.#abort.abort()
    await stopped
  }

  #own(id: string, caller: Caller): Watch {
    const watch = this.watchOf(id, caller)
    if (watch === null) throw new ComityError('WATCH_NOT_FOUND')
    return watch
  }

  #replace(watches: readonly Watch[]): void {
    durably(() => this.#parts.records.replace(watches.map((watch) => this.#sealed.seal(watch))))
    for (const watch of watches) this.#index.add(watch)
  }

  #isOpen({ expiresAt }: Watch): boolean {
    return expiresAt > this.#parts.clock.epoch()
  }

  /** What has ended finds nothing; here it is forgotten. What cannot be forgotten now is forgotten later. */
  #sweep(): void {
    const { records, clock, onFailure } = this.#parts
    const now = clock.epoch()
    try {
      const ended = this.#index.ended(now)
      if (ended.length > 0) records.removeEnded(now)
      for (const { id } of ended) this.#index.remove(id)
    } catch (error) {
      onFailure(error)
    }
    this.#stopTimer = clock.after(hourMs, () => this.#sweep())
  }
}

/** What of a principal is kept with a watch: what the hub itself knows is asked anew each time, and a watch outlasts the token. */
function rightsOf({ personRef, bureau, organisation, unit, roles, clearance, purposes }: Principal): Principal {
  const sorted = { roles: [...roles].sort(), purposes: [...purposes].sort() }
  return { personRef, bureau, organisation, unit, ...sorted, clearance, agreements: [], expiresAt: 0 }
}

function tooMany(): ComityError {
  return new ComityError('TOO_MANY_WATCHES', { most: String(mostWatches) })
}
