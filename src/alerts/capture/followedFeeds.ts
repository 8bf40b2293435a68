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
  #turn = 0

  constructor(records: Pick<CaptureRecords, 'state'>, clock: Clock) {
    this.#records = records
    this.#clock = clock
  }

  /** These are the bureaus from now on; `reading`: this node runs none of their feeds and reads of each how it stands, now and from time to time. */
  follow(bureaus: readonly CapturedBureau[], reading: boolean): void {
    this.#bureaus = bureaus
    this.#cancel()
    this.#turn++
    if (reading) void this.#read(bureaus, this.#turn)
  }

  /** How every feed stands, by bureau and type. A store that cannot be read leaves what was known, and the lag grows. */
  statuses(): readonly FeedStatus[] {
    return feedsOf(this.#bureaus).map(({ id, mode }) => {
      return feedStatus(id, mode, this.#states.get(nameOf(id)) ?? feedBeginning, this.#clock.epoch())
    })
  }

  async #read(bureaus: readonly CapturedBureau[], turn: number): Promise<void> {
    for (const { id } of feedsOf(bureaus)) {
      if (this.#turn !== turn) return
      const state = await this.#records.state(id).catch(() => null)
      if (state !== null) this.#states.set(nameOf(id), state)
    }
    if (this.#turn === turn && bureaus.length > 0) this.#cancel = this.#clock.after(readMs, () => void this.#read(bureaus, turn))
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
