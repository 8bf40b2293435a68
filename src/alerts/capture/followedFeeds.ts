import type { Clock } from '../../links/clock.ts'
import type { FeedState, FeedStatus } from '../../model/capture.ts'
import { type CaptureRecords, feedBeginning } from '../../store/capture/captureRecords.ts'
import type { CapturedBureau } from './capture.ts'
import { feedStatus } from './feedStatus.ts'

/** How often what another node has written is read, in milliseconds. */
const readMs = 5000

/** How feeds stand that another node runs, as far as it has written it down. */
export class FollowedFeeds {
  readonly #records: Pick<CaptureRecords, 'state'>
  readonly #clock: Clock
  readonly #states = new Map<string, FeedState>()
  #bureaus: readonly CapturedBureau[] = []
  #cancel = () => {}

  constructor(records: Pick<CaptureRecords, 'state'>, clock: Clock) {
    this.#records = records
    this.#clock = clock
  }

  /** Follows the feeds of these bureaus from now on; resolves when each has been read once. */
  async follow(bureaus: readonly CapturedBureau[]): Promise<void> {
    this.#bureaus = bureaus
    this.#cancel()
    await this.#read(bureaus)
  }

  /** How every feed stands, by bureau and type. A store that cannot be read leaves what was known, and the lag grows. */
  statuses(): readonly FeedStatus[] {
    return feedsOf(this.#bureaus).map(({ id, mode }) => {
      return feedStatus(id, mode, this.#states.get(nameOf(id)) ?? feedBeginning, this.#clock.epoch())
    })
  }

  async #read(bureaus: readonly CapturedBureau[]): Promise<void> {
    for (const { id } of feedsOf(bureaus)) {
      const state = await this.#records.state(id).catch(() => null)
      if (state !== null) this.#states.set(nameOf(id), state)
    }
    if (this.#bureaus !== bureaus) return
    this.#cancel = bureaus.length === 0 ? () => {} : this.#clock.after(readMs, () => void this.#read(bureaus))
  }
}

function feedsOf(bureaus: readonly CapturedBureau[]) {
  return bureaus.flatMap(({ source, capture }) => {
    const bureau = source.profile.code
    const types = Object.entries(capture.types).filter(([type]) => source.mappings.has(type))
    return types.map(([type, { mode }]) => ({ id: { bureau, type }, mode }))
  })
}

const nameOf = ({ bureau, type }: { readonly bureau: string; readonly type: string }) => `${bureau} ${type}`
