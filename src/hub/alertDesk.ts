import { createHmac } from 'node:crypto'
import type { Broadcast } from '../alerts/broadcast.ts'
import type { ChangeStream } from '../alerts/changeStream.ts'
import { type AlertFilter, alertTest, filterText } from '../alerts/delivery/alert.ts'
import { alertOf, isAddressedTo } from '../alerts/delivery/alertOf.ts'
import type { DisclosurePlan } from '../disclosure/policy.ts'
import type { LoggedChange } from '../model/change.ts'
import { ComityError } from '../model/errors.ts'
import { type Caller, rightsKey } from '../model/principal.ts'
import type { RecordRef } from '../model/record.ts'
import { AlertFeed, type AlertPage } from './alertFeed.ts'
import { type CallerSources, callerOfNow } from './callerOfNow.ts'
import { Delivery } from './delivery.ts'

/** The rules of one moment. Another object as soon as any of them is another. */
export interface RulesOfNow {
  /** Null for a bureau that takes no part. */
  planFor(bureau: string, type: string, caller: Caller): DisclosurePlan | null
  /** Whether an owner hides a record from the caller for a time. */
  hides(record: RecordRef, caller: Caller): boolean
  /** Whether any rule reads the case that a caller declares. */
  readonly readsCase: boolean
  /** Those of the records that the caller may see. */
  visible(refs: readonly RecordRef[], caller: Caller): Promise<ReadonlySet<string>>
}

/** What the desk works with. */
export interface AlertDeskParts extends CallerSources {
  readonly broadcast: Broadcast
  /** At least 32 bytes, the same on all nodes. */
  readonly secret: Uint8Array
  readonly rules: () => RulesOfNow
  /** Whether changes of some feed are missing. */
  readonly hasGap: () => boolean
}

/** What is asked of a stream. */
export interface AlertRequest {
  readonly after: string | null
  readonly filter: AlertFilter
}

/** What was decided stands for so long: less than the second within which whatever has changed must tell. */
const standsMs = 500
/** How often streams are held against the rules and the clock. */
const lookMs = 250
/** A token is said to expire so long before it does. */
const expiringMs = 60_000

/** Alerts that leave together at most. */
const mostTogether = 32
/** Deliveries of all streams, one after the other, that are made well within the time for which what was decided stands: those who are equally far behind then share it. */
const deliveriesAround = 1000

interface Open {
  readonly stream: ChangeStream<Delivery>
  readonly expiresAt: number
  toldExpiring: boolean
}

interface Decided {
  readonly at: number
  readonly delivery: Delivery | null | Promise<Delivery | null>
}

/** Callers who are decided alike. */
interface CallerClass {
  readonly key: string
  readonly caller: Caller
  readonly madeAt: number
  /** Of what was known of memberships. */
  readonly membership: number
  readonly rules: RulesOfNow
}

/**
 * Alerts for everybody who is connected to this node. What a class of callers is told of a change is decided once, by the rules of now: it stands for half a second, or until a
 * rule changes.
 */
export class AlertDesk {
  readonly #parts: AlertDeskParts
  readonly #open = new Set<Open>()
  readonly #decided = new Map<string, Decided>()
  #rules: RulesOfNow
  #told: RulesOfNow
  #hadGap: boolean
  #stop: () => void = () => {}

  constructor(parts: AlertDeskParts) {
    this.#parts = parts
    this.#rules = parts.rules()
    this.#told = this.#rules
    this.#hadGap = parts.hasGap()
    this.#look()
  }

  /** Begins a stream of alerts. Throws CURSOR_INVALID, CURSOR_MISMATCH. */
  open(caller: Caller, request: AlertRequest & { readonly heartbeatMs: number; readonly trace: string }): AlertFeed {
    const stream = this.#parts.broadcast.subscribe({ ...this.#subscription(caller, request), heartbeatMs: request.heartbeatMs })
    this.#open.add({ stream, expiresAt: caller.principal.expiresAt * 1000, toldExpiring: false })
    return new AlertFeed(stream, caller, request.trace, () => Math.min(mostTogether, Math.floor(deliveriesAround / this.#open.size)))
  }

  /** A page of alerts of the past. Throws CURSOR_INVALID, CURSOR_MISMATCH. */
  async page(caller: Caller, request: AlertRequest & { readonly first: number }): Promise<AlertPage> {
    const { items, ...page } = await this.#parts.broadcast.page({ ...this.#subscription(caller, request), first: request.first })
    return { ...page, nodes: items.map(({ cursor, value }) => ({ cursor, alert: value.alert })) }
  }

  /** Streams that are open. */
  get streams(): number {
    return this.#open.size
  }

  /** Sends everybody to other nodes, spread over `ms`. */
  drain(ms: number): Promise<void> {
    return this.#parts.broadcast.drain(ms)
  }

  close(): void {
    this.#stop()
  }

  #subscription(caller: Caller, { after, filter }: AlertRequest) {
    const passes = alertTest(filter)
    const { bureau, personRef } = caller.principal
    let callers = this.#classOf(caller)
    const decide = (logged: LoggedChange): Delivery | null | Promise<Delivery | null> => {
      if (!isAddressedTo(logged.change, caller)) return null
      const now = this.#parts.clock.epoch()
      if (caller.principal.expiresAt * 1000 <= now) throw new ComityError('UNAUTHENTICATED')
      if (!this.#stands(callers, now)) callers = this.#classOf(caller)
      const decided = this.#decide(logged, callers)
      if (decided instanceof Promise) return decided.then((delivery) => (delivery !== null && passes(delivery.alert) ? delivery : null))
      return decided !== null && passes(decided.alert) ? decided : null
    }
    return { after, caller: JSON.stringify([bureau, personRef]), filter: filterText(filter), decide }
  }

  /** The caller as of now, without what is only theirs. What a token says is taken as it was; what the hub itself knows is asked anew. */
  #classOf(as: Caller): CallerClass {
    const rules = this.#rulesOfNow()
    const caller = callerOfNow(as, this.#parts)
    const { principal, date, instant } = caller
    const known = [principal.agreements, principal.operations ?? [], date]
    const { version: membership } = this.#parts.live
    return { key: JSON.stringify([rightsKey(caller, rules.readsCase), ...known]), caller, madeAt: instant, membership, rules }
  }

  /** Whether who somebody is need not be asked anew. Who leaves an operation is out of it with the next alert. */
  #stands({ rules, madeAt, membership }: CallerClass, now: number): boolean {
    return rules === this.#rulesOfNow() && membership === this.#parts.live.version && now - madeAt < standsMs && now >= madeAt
  }

  #decide(logged: LoggedChange, callers: CallerClass): Delivery | null | Promise<Delivery | null> {
    const key = `${logged.sequence} ${callers.key}`
    const now = this.#parts.clock.epoch()
    const known = this.#decided.get(key)
    if (known !== undefined && now - known.at < standsMs && now >= known.at) return known.delivery
    const { caller, rules } = callers
    const alert = alertOf(logged, {
      caller,
      planFor: (bureau, type) => rules.planFor(bureau, type, caller),
      hides: (ref) => rules.hides(ref, caller),
      visible: (refs) => rules.visible(refs, caller),
      idOf: (one) => this.#idOf(one),
    })
    const made = (one: typeof alert extends Promise<infer A> ? A : Awaited<typeof alert>) =>
      one === null ? null : new Delivery(one, caller)
    const delivery = alert instanceof Promise ? alert.then(made) : made(alert)
    this.#forget(now)
    this.#decided.delete(key)
    this.#decided.set(key, { at: now, delivery })
    return delivery
  }

  /** Oldest first, as they were put in. */
  #forget(now: number): void {
    for (const [key, { at }] of this.#decided) {
      if (now - at < standsMs && now >= at) return
      this.#decided.delete(key)
    }
  }

  #rulesOfNow(): RulesOfNow {
    const rules = this.#parts.rules()
    if (rules !== this.#rules) {
      this.#rules = rules
      this.#decided.clear()
    }
    return rules
  }

  #idOf({ sequence, loggedAt, change: { bureau, type, key, version } }: LoggedChange): string {
    const text = JSON.stringify([sequence, loggedAt, bureau, type, key, version])
    return createHmac('sha256', this.#parts.secret).update('comity alert id').update(text).digest().subarray(0, 16).toString('base64url')
  }

  /** Tells streams what no change of a record brings about. */
  #look(): void {
    const { clock, hasGap } = this.#parts
    const rules = this.#rulesOfNow()
    const gap = hasGap()
    const now = clock.epoch()
    for (const one of this.#open) {
      if (one.stream.ended) this.#open.delete(one)
      else this.#tell(one, { now, changed: rules !== this.#told, gap: gap && !this.#hadGap })
    }
    this.#told = rules
    this.#hadGap = gap
    this.#stop = clock.after(lookMs, () => this.#look())
  }

  #tell(one: Open, { now, changed, gap }: { readonly now: number; readonly changed: boolean; readonly gap: boolean }): void {
    if (one.expiresAt <= now) one.stream.fail(new ComityError('UNAUTHENTICATED'))
    if (one.expiresAt - now <= expiringMs && !one.toldExpiring) {
      one.toldExpiring = true
      one.stream.notify('TOKEN_EXPIRING', one.expiresAt - now)
    }
    if (changed) one.stream.notify('POLICY_CHANGED')
    if (gap) one.stream.notify('SOURCE_FEED_GAP')
  }
}
