import { AlertCursors } from '../../../src/alerts/alertCursors.ts'
import { Broadcast } from '../../../src/alerts/broadcast.ts'
import { SealedChanges } from '../../../src/alerts/sealedChanges.ts'
import { StoredChangeLog } from '../../../src/alerts/storedChangeLog.ts'
import type { StreamItem } from '../../../src/alerts/streamItem.ts'
import { Turns } from '../../../src/alerts/turns.ts'
import type { NewChangeRow } from '../../../src/store/changes/changeRows.ts'
import { seededRandom } from '../links/random.ts'
import { VirtualClock } from '../links/virtualClock.ts'
import { changeOf, changesFrom, numberOf } from './changes.ts'
import { ModelBus } from './modelBus.ts'
import { ModelChangeRows, ModelHistory } from './modelChangeRows.ts'
import { Reader } from './reader.ts'

/** Something that happens. Numbers choose among what there is. */
export type Happening =
  | { readonly kind: 'append' | 'appendUntold' | 'beginLate'; readonly node: number; readonly count: number }
  | { readonly kind: 'commitLate' | 'crash' | 'cut' | 'mend' | 'pause' | 'go'; readonly node: number }
  | { readonly kind: 'start' | 'wipe' | 'busDown' | 'busUp' | 'trim' | 'lose' }
  | { readonly kind: 'time'; readonly ms: number }

const secret = new Uint8Array(32).fill(5)

interface Node {
  readonly rows: ModelChangeRows
  readonly log: StoredChangeLog
  readonly broadcast: Broadcast
}

/** A subscriber who comes back whenever its stream ends, with the last cursor that it has. */
export class Subscriber {
  /** What it may see. */
  readonly wants: (number: number) => boolean
  readonly binding: { readonly caller: string; readonly filter: string }
  readonly #together: number
  node: Node | null = null
  reader: Reader<number> | null = null
  cursor: string | null = null
  /** Since it last had to load anew: from which place on, and what came. */
  segment: { from: number; readonly numbers: number[] } | null = null
  /** Items that no stream may have. */
  readonly mistakes: string[] = []
  #gate: Promise<void> | null = null
  #open: () => void = () => {}

  constructor(name: number) {
    this.wants = (number) => number % (name + 1) !== 1
    this.#together = name % 2 === 0 ? 0 : 3 * name
    this.binding = { caller: `caller ${name}`, filter: 'f' }
  }

  pause(): void {
    this.#gate ??= new Promise((resolve) => {
      this.#open = resolve
    })
  }

  go(): void {
    this.#open()
    this.#gate = null
  }

  connect(node: Node, placeOf: (cursor: string) => number): void {
    const { wants, binding } = this
    const decide = ({ change }: { readonly change: Parameters<typeof numberOf>[0] }) => (wants(numberOf(change)) ? numberOf(change) : null)
    const stream = node.broadcast.subscribe({ ...binding, after: this.cursor, decide, heartbeatMs: 700 })
    this.node = node
    const take = (item: StreamItem<number>) => {
      this.#take(item, placeOf)
      return this.#gate ?? undefined
    }
    this.reader = new Reader(stream, take, this.#together)
  }

  #take(item: StreamItem<number>, placeOf: (cursor: string) => number): void {
    const before = this.cursor
    this.cursor = item.kind === 'notice' ? (item.resumeAfter ?? item.cursor) : item.cursor
    const place = placeOf(this.cursor)
    if (item.kind === 'notice' && (item.code === 'EPOCH_CHANGED' || item.code === 'RETENTION_EXCEEDED')) {
      this.segment = { from: place, numbers: [] }
      return
    }
    this.segment ??= { from: place, numbers: [] }
    if (before !== null && place < placeOf(before)) this.mistakes.push(`went back from ${placeOf(before)} to ${place}`)
    if (item.kind === 'delivery') this.segment.numbers.push(item.value)
  }
}

/** Some nodes, a log, a bus and subscribers, on one clock. */
export class AlertWorld {
  readonly clock = new VirtualClock()
  readonly history = new ModelHistory(() => this.clock.epoch())
  readonly subscribers: readonly Subscriber[]
  readonly #random: () => number
  readonly #bus: ModelBus
  readonly #cursors = new AlertCursors(secret)
  readonly #sealed = new SealedChanges(secret)
  #nodes: Node[] = []
  #late: NewChangeRow[][] = []
  #number = 1

  constructor(seed: number, subscribers: number) {
    this.#random = seededRandom(seed)
    this.#bus = new ModelBus(this.clock, () => Math.floor(this.#random() * 40))
    this.subscribers = Array.from({ length: subscribers }, (_, name) => new Subscriber(name + 1))
  }

  async begin(): Promise<void> {
    await this.#start()
    await this.#start()
    await this.#tend()
  }

  async happen(happening: Happening): Promise<void> {
    await this.#act(happening)
    await this.clock.advance(happening.kind === 'time' ? happening.ms : 0)
    await this.#tend()
  }

  /** Everything works again for long enough. */
  async recover(): Promise<void> {
    this.#bus.up = true
    for (const { rows } of this.#nodes) rows.reachable = true
    while (this.#late.length > 0) await this.#act({ kind: 'commitLate', node: 0 })
    if (this.#nodes.length === 0) await this.#start()
    for (const subscriber of this.subscribers) subscriber.go()
    for (let i = 0; i < 20; i++) {
      await this.#tend()
      await this.clock.advance(500)
    }
  }

  /** What is wrong with what subscribers got, as sentences. To be asked after `recover`. */
  problems(): readonly string[] {
    const head = this.history.rows.at(-1)?.sequence ?? 0
    const numberAt = new Map(this.history.rows.map((row) => [row.sequence, numberOf(this.#sealed.open(row.sealed) ?? changeOf(0))]))
    return this.subscribers.flatMap(({ segment, cursor, binding, wants, mistakes }) => {
      const at = cursor === null ? -1 : this.#place(binding, cursor)
      const oldest = this.history.rows[0]?.sequence ?? 1
      const seen = segment?.numbers ?? []
      // What was forgotten since cannot be compared any longer.
      const wanted = [...numberAt]
        .filter(([sequence]) => sequence > (segment?.from ?? 0))
        .flatMap(([, number]) => (wants(number) ? [number] : []))
      const compared = (segment?.from ?? 0) + 1 >= oldest ? seen : seen.slice(-wanted.length || seen.length)
      const same = wanted.length === 0 ? compared.every(() => oldest > (segment?.from ?? 0) + 1) : compared.join() === wanted.join()
      return [
        ...mistakes.map((mistake) => `${binding.caller} ${mistake}`),
        ...(at === head ? [] : [`${binding.caller} is at ${at} of ${head}`]),
        ...(same ? [] : [`${binding.caller} got ${compared.join()} and not ${wanted.join()}`]),
        ...(new Set(seen).size === seen.length ? [] : [`${binding.caller} got something twice`]),
      ]
    })
  }

  async close(): Promise<void> {
    for (const { broadcast } of this.#nodes) await broadcast.close()
  }

  async #act(happening: Happening): Promise<void> {
    const node = 'node' in happening ? this.#nodes[happening.node % Math.max(1, this.#nodes.length)] : undefined
    const subscriber = 'node' in happening ? this.subscribers[happening.node % this.subscribers.length] : undefined
    if (happening.kind === 'append' || happening.kind === 'appendUntold') {
      if (node === undefined || !node.rows.reachable) return
      // Untold: the node that gave the places ended before it told anybody.
      this.history.placing = happening.kind === 'append'
      await node.log.append(this.#changes(happening.count))
      this.history.placing = true
      this.history.place()
    }
    if (happening.kind === 'beginLate') this.#late.push(this.#changes(happening.count).map((change) => this.#sealed.seal(change)))
    if (happening.kind === 'commitLate') {
      this.history.commit(this.#late.shift() ?? [])
      if (node?.rows.reachable) node.rows.place()
      else this.history.place()
    }
    if (happening.kind === 'crash' && node !== undefined) await this.#crash(node)
    if (happening.kind === 'start' && this.#nodes.length < 3) await this.#start()
    if (happening.kind === 'cut' && node !== undefined) node.rows.reachable = false
    if (happening.kind === 'mend' && node !== undefined) node.rows.reachable = true
    if (happening.kind === 'pause') subscriber?.pause()
    if (happening.kind === 'go') subscriber?.go()
    if (happening.kind === 'wipe') this.#bus.wipe()
    if (happening.kind === 'busDown') this.#bus.up = false
    if (happening.kind === 'busUp') this.#bus.up = true
    if (happening.kind === 'trim') this.history.trim(this.clock.epoch() - 300)
    if (happening.kind === 'lose') this.history.lose(1 + Math.floor(this.#random() * 30))
  }

  #changes(count: number) {
    const changes = changesFrom(this.#number, count)
    this.#number += count
    return changes
  }

  async #start(): Promise<void> {
    const rows = new ModelChangeRows(this.history)
    const log = await StoredChangeLog.open(rows, secret)
    const turns = new Turns(8, queueMicrotask)
    const { clock } = this
    const broadcast = await Broadcast.open({ log, fanout: this.#bus.node(), secret, clock, ringSize: 16, turns, retentionMs: 1e12 })
    this.#nodes.push({ rows, log, broadcast })
  }

  async #crash(node: Node): Promise<void> {
    this.#nodes = this.#nodes.filter((one) => one !== node)
    await node.broadcast.close()
  }

  /** Who has no stream connects, to any node. */
  async #tend(): Promise<void> {
    await this.clock.advance(0)
    for (const subscriber of this.subscribers) {
      const { node, reader, binding } = subscriber
      const gone = node === null || !this.#nodes.includes(node) || reader?.over === true
      const next = this.#nodes[Math.floor(this.#random() * this.#nodes.length)]
      if (gone && next !== undefined) subscriber.connect(next, (cursor) => this.#place(binding, cursor))
    }
    await this.clock.advance(0)
  }

  #place(binding: { readonly caller: string; readonly filter: string }, cursor: string): number {
    return this.#cursors.boundTo(binding).open(cursor).sequence
  }
}
