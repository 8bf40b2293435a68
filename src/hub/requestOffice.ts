import { type Clock, systemClock } from '../links/clock.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import type { HeldSources } from '../records/held/heldSources.ts'
import type { RecordIds } from '../records/recordId.ts'
import { type DeliverySettings, Dispatcher } from '../requests/dispatcher.ts'
import { requestType, rowOf } from '../requests/heldMapping.ts'
import type { HeldRequest } from '../requests/heldRequest.ts'
import { RequestClock } from '../requests/requestClock.ts'
import { Requests } from '../requests/requests.ts'
import { SealedRequests } from '../requests/sealedRequests.ts'
import { Sending } from '../requests/sending.ts'
import type { Store } from '../store/store.ts'
import { changeWriting } from './changeWriting.ts'

/** What requests for assistance need of the hub. */
export interface RequestOfficeParts {
  readonly store: Pick<Store, 'held' | 'outbox'>
  /** What the hub keeps, as it is read. */
  readonly held: HeldSources
  /** At least 32 bytes, kept for as long as the requests; of the log of changes too. */
  readonly secret: Uint8Array
  readonly ids: RecordIds
  /** Sources of the members of this moment. */
  readonly sources: () => readonly BureauSource[]
  /** Codes of the members of this moment. */
  readonly members: () => readonly string[]
  readonly agreementsOf: (bureau: string, day: string) => readonly string[]
  /** Whether anything is kept: false for a node of a cluster, whose store the other nodes do not read. Default true. */
  readonly keeps?: boolean
  /** Default: the machine's. */
  readonly clock?: Clock
  readonly delivery?: DeliverySettings
  /** The store could not be read or written while something was delivered or the clock looked. Default: nobody hears. */
  readonly onFault?: (error: unknown) => void
}

/** Requests for assistance at the hub: what is kept, who works on it, what travels, and the clock. */
export class RequestOffice {
  readonly requests: Requests
  readonly #dispatcher: Dispatcher
  readonly #clock: RequestClock
  #isOpen = false

  constructor({ store, held, secret, ids, sources, members, agreementsOf, ...rest }: RequestOfficeParts) {
    const { clock = systemClock, delivery = {}, keeps = true, onFault = () => {} } = rest
    const { held: rows, outbox } = store
    const sealed = new SealedRequests(secret)
    const { sealChange, sketchOf } = changeWriting(requestType, secret, held, sources)
    const writing = { sealed, sealChange, sketch: (request: HeldRequest) => sketchOf(request.standing.owner, rowOf(request)) }
    const linkOf = (bureau: string) => {
      const link = sources().find(({ profile }) => profile.code === bureau)?.link
      return link?.submits === true ? link : null
    }
    this.#dispatcher = new Dispatcher({ ...writing, rows, outbox, linkOf, clock, random: Math.random, onFault, settings: delivery })
    this.#clock = new RequestClock({ ...writing, rows, clock, onFault })
    this.requests = new Requests({
      ...writing,
      rows,
      outbox,
      sending: new Sending({ held, sources, agreementsOf, idOf: (ref) => ids.encode(ref) }),
      keeps,
      members,
      delivers: (bureau) => linkOf(bureau) !== null,
      onMessage: () => {
        if (this.#isOpen) this.#dispatcher.wake()
      },
    })
  }

  /** Begins to deliver, and starts the clock. */
  open(): void {
    this.#isOpen = true
    this.#dispatcher.wake()
    this.#clock.start()
  }

  /** Ends both; what is under way is taken up by the next one who opens. Idempotent. */
  async close(): Promise<void> {
    this.#isOpen = false
    await Promise.all([this.#dispatcher.stop(), this.#clock.stop()])
  }
}
