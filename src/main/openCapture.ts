import { hkdfSync } from 'node:crypto'
import type { Logger } from 'pino'
import { Capture, type CapturedBureau } from '../alerts/capture/capture.ts'
import type { AppendChanges } from '../alerts/capture/feedLog.ts'
import { FeedSeals } from '../alerts/capture/feedSeals.ts'
import { FollowedFeeds } from '../alerts/capture/followedFeeds.ts'
import { RecordVersions } from '../alerts/capture/recordVersions.ts'
import { WebhookDoor, type WebhookOutcome } from '../alerts/capture/webhook/webhookDoor.ts'
import { seal } from '../disclosure/seal.ts'
import { type Member, standingOf } from '../hub/member.ts'
import type { Lease, Roster } from '../hub/roster.ts'
import { systemClock } from '../links/clock.ts'
import type { FeedStatus } from '../model/capture.ts'
import type { CaptureRecords } from '../store/capture/captureRecords.ts'
import { PostgresCaptureRecords } from '../store/capture/postgresCaptureRecords.ts'
import { aborted, type Lead, type Leadership } from '../store/leadership.ts'

/** Hears how capture goes. Nothing it hears says what records say. */
export interface CaptureObserver {
  /** A message of a bureau's system has come; `bureau` is null for one that takes none. */
  messageEnded(bureau: string | null, outcome: WebhookOutcome): void
}

/** What capture is composed of. */
export interface CaptureParts {
  readonly roster: Roster
  /** Where its state is kept on a node on its own. */
  readonly records: CaptureRecords
  /** Postgres of a cluster, in which it is kept instead; null: none. */
  readonly databaseUrl: string | null
  readonly leadership: Leadership
  /** At least 32 bytes, the same on all nodes of a cluster. */
  readonly secret: Uint8Array
  /** Takes changes into the log. */
  readonly append: AppendChanges
  readonly log: Pick<Logger, 'warn' | 'debug'>
  /** Default: nobody hears anything. */
  readonly observer?: CaptureObserver
}

/** Capture from the bureaus' systems, by this node or by another one of the cluster. */
export interface RunningCapture {
  /** Where bureaus' systems say that records changed; any node takes messages. */
  readonly door: WebhookDoor
  /**
   * Captures from the members of this moment, as their files say, from now on; resolves without waiting for any of their systems. What members that are gone hold open stays open until their
   * feeds have ended.
   */
  follow(): Promise<void>
  /** How every feed stands, by bureau and type. */
  statuses(): readonly FeedStatus[]
  /** Resolves when nothing is read or written any more. Idempotent. */
  stop(): Promise<void>
}

/** Opens the state of capture. Nothing is captured before it is told to follow the members. Rejects when the state cannot be opened. */
export async function openCapture(parts: CaptureParts): Promise<RunningCapture> {
  const { databaseUrl } = parts
  const shared = databaseUrl === null ? null : await PostgresCaptureRecords.open(databaseUrl)
  return new MembersCapture({ ...parts, records: shared ?? parts.records })
}

class MembersCapture implements RunningCapture {
  readonly door: WebhookDoor
  readonly #parts: CaptureParts
  readonly #versions: RecordVersions
  readonly #capture: Capture
  readonly #followed: FollowedFeeds
  readonly #lead: Lead
  /** The same for the same member, so that its feeds go on undisturbed. */
  readonly #known = new WeakMap<Member, CapturedBureau>()
  #bureaus: readonly CapturedBureau[] = []
  #lease: Lease | null = null
  #leads = false
  #last: Promise<void> = Promise.resolve()

  constructor(parts: CaptureParts) {
    const { records, append, secret, log, roster, observer } = parts
    this.#parts = parts
    this.#versions = new RecordVersions(new Uint8Array(hkdfSync('sha256', secret, '', 'comity record versions', 32)))
    const seals = new FeedSeals(secret)
    this.#capture = new Capture({
      records,
      versions: this.#versions,
      seals,
      append,
      onFailure(bureau, type, error) {
        log.warn({ bureau, type, reason: classOf(error) }, 'changes of a bureau cannot be captured for now: they are told once they can be')
        // What its system says may hold values.
        log.debug({ bureau, type, err: error }, 'why changes of a bureau cannot be captured')
      },
      onMissed: (bureau, type, count) =>
        log.warn({ bureau, type, count }, 'changes were missed and found by comparing: they are told late'),
    })
    this.#followed = new FollowedFeeds(records, systemClock)
    this.door = new WebhookDoor({
      records,
      seals,
      captureOf: (bureau) => roster.member(bureau)?.capture,
      onTaken: (bureau) => this.#capture.wake(bureau),
      onOutcome: (bureau, outcome) => observer?.messageEnded(bureau, outcome),
    })
    this.#lead = parts.leadership.lead('capture', async (signal) => {
      await this.#then(() => this.#run(true))
      await aborted(signal)
      await this.#then(() => this.#run(false))
    })
  }

  follow(): Promise<void> {
    return this.#then(async () => {
      const before = this.#lease
      this.#lease = this.#parts.roster.hold()
      this.#bureaus = this.#lease.members.flatMap((member) => this.#captured(member) ?? [])
      await this.#run(this.#leads)
      before?.release()
    })
  }

  statuses(): readonly FeedStatus[] {
    const running = new Map(this.#capture.statuses().map((feed) => [`${feed.bureau} ${feed.type}`, feed]))
    return this.#followed.statuses().map((feed) => {
      const own = running.get(`${feed.bureau} ${feed.type}`)
      // One that has just begun does not know yet how it stands, but may have failed already.
      return own === undefined ? feed : own.watermark === null ? { ...feed, lastError: own.lastError } : own
    })
  }

  async stop(): Promise<void> {
    this.#bureaus = []
    await this.#lead.stop()
    await this.#then(async () => {
      await this.#run(false)
      this.#lease?.release()
      this.#lease = null
    })
    await this.#parts.records.close()
  }

  /** One after the other. */
  #then(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work)
    return this.#last
  }

  async #run(leads: boolean): Promise<void> {
    this.#leads = leads
    await this.#capture.run(leads ? this.#bureaus : [])
    this.#followed.follow(this.#bureaus, !leads)
  }

  #captured(member: Member): CapturedBureau | null {
    const { source, capture } = member
    if (source === null || capture === undefined || standingOf(member) !== 'READY') return null
    const known = this.#known.get(member)
    if (known !== undefined) return known
    const digest = (text: string) => this.#versions.digest(text)
    const made: CapturedBureau = { source, capture, sketchOf: (record) => source.policy.sketch(seal(record), digest) }
    this.#known.set(member, made)
    return made
  }
}

/** The class of a failure; its message may hold the system's own words. */
function classOf(error: unknown): string {
  return error instanceof Error ? ((error as { state?: string }).state ?? error.name) : typeof error
}
