import type { ChangeStream } from '../alerts/changeStream.ts'
import type { Alert } from '../alerts/delivery/alert.ts'
import type { Delivered, StreamCode } from '../alerts/streamItem.ts'
import type { Caller } from '../model/principal.ts'
import type { Delivery } from './delivery.ts'

/** An alert as it is answered: what a class of callers is told, with the cursor of one of them. */
export interface AlertItem {
  readonly alert: Alert
  readonly cursor: string
}

/** A heartbeat as it is answered. */
export interface HeartbeatItem {
  readonly cursor: string
  /** RFC 3339. */
  readonly at: string
  readonly lagMs: number
}

/** A notice as it is answered. */
export interface NoticeItem {
  readonly code: StreamCode
  readonly cursor: string
  readonly resumeAfter: string | null
  readonly retryAfterMs: number | null
}

/** A page of alerts of the past as it is answered. */
export interface AlertPage {
  readonly nodes: readonly AlertItem[]
  readonly endCursor: string
  readonly hasNextPage: boolean
}

/** An alert for one subscriber. */
export interface DeliveryItem {
  readonly alerts: AlertItem
  readonly delivery: Delivery
}

/** What one subscriber gets, as the value of the field `alerts`. */
export type FeedItem =
  | DeliveryItem
  /** The stream's own word to this one. */
  | { readonly alerts: HeartbeatItem | NoticeItem; readonly delivery: null }

/** Who gets what is delivered, for the record. */
export interface Recipient {
  readonly personRef: string
  readonly case: string | null
  /** W3C trace id of the subscription. */
  readonly trace: string
}

/** One subscriber's alerts. */
export class AlertFeed implements AsyncIterableIterator<FeedItem> {
  readonly recipient: Recipient
  readonly #stream: ChangeStream<Delivery>
  readonly #mostReady: () => number

  /** `mostReady`: how many may be given together now. */
  constructor(stream: ChangeStream<Delivery>, { principal, purpose }: Caller, trace: string, mostReady: () => number) {
    this.#stream = stream
    this.#mostReady = mostReady
    this.recipient = { personRef: principal.personRef, case: purpose.case, trace }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<FeedItem>> {
    const { done, value } = await this.#stream.next()
    if (done === true) return { done, value: undefined }
    const { cursor } = value
    switch (value.kind) {
      case 'delivery':
        return { done: false, value: itemOf(value) }
      case 'heartbeat':
        return { done: false, value: { alerts: { cursor, at: new Date(value.at).toISOString(), lagMs: value.lagMs }, delivery: null } }
      case 'notice': {
        const { code, resumeAfter, retryAfterMs } = value
        return { done: false, value: { alerts: { code, cursor, resumeAfter, retryAfterMs }, delivery: null } }
      }
    }
  }

  /** Alerts that follow upon the last item at once: a few, and fewer the more streams there are. */
  ready(): readonly DeliveryItem[] {
    return this.#stream.ready(this.#mostReady()).map(itemOf)
  }

  async return(): Promise<IteratorResult<FeedItem>> {
    await this.#stream.return()
    return { done: true, value: undefined }
  }
}

function itemOf({ cursor, value }: Delivered<Delivery>): DeliveryItem {
  return { alerts: { cursor, alert: value.alert }, delivery: value }
}
