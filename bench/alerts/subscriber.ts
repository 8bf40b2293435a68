import { EventSocket } from './eventSocket.ts'

/** What one subscriber is. */
export interface SubscriberPlan {
  readonly token: string
  /** Decides what it may see. */
  readonly clearance: number
  /** Addresses of all nodes; it begins with the one at `first` and goes on to the next whenever it is left alone. */
  readonly nodes: readonly string[]
  readonly first: number
  readonly document: string
  /** Without a word for so long, a node counts as dead; in milliseconds. Of a connection that has not had its first word yet twice as long, four times and so on for each that failed before it. */
  readonly silenceMs: number
}

/** One alert as it arrived. */
export interface Arrival {
  /** The record's id. */
  readonly record: string
  readonly id: string
  readonly kind: string
  /** Epoch milliseconds, with fractions. */
  readonly at: number
}

/** What a server sends; servers that do not know of cursors leave them out. */
interface Item {
  readonly __typename: 'Alert' | 'Heartbeat' | 'StreamNotice'
  readonly cursor?: string
  readonly id?: string
  readonly kind?: string
  readonly recordId?: string
  readonly code?: string
  readonly resumeAfter?: string | null
}

const [firstPauseMs, mostPauseMs, mostPatientMs] = [20, 1000, 30_000]

const now = () => performance.timeOrigin + performance.now()

/**
 * A client as a careful one is: it keeps its last cursor, goes on after it at the next node when a connection ends or falls silent, and drops what it has already by its id.
 */
export class Subscriber {
  readonly plan: SubscriberPlan
  /** All that arrived and was not a repeat, in order. */
  readonly arrivals: Arrival[] = []
  /** Words of the streams, by code. */
  readonly notices = new Map<string, number>()
  /** Errors, by code, refusals by their status, and connections that were given up without a first word as `silent`. */
  readonly errors = new Map<string, number>()
  /** How long each resumption took: from the end of a connection to the first item of the next, in milliseconds. */
  readonly resumes: number[] = []
  /** Alerts that it had already, dropped. */
  repeats = 0
  /** Of those, such as came twice on one connection. */
  doubled = 0
  #had = new Set<string>()
  #hadHere = new Set<string>()
  #cursor: string | null = null
  #node: number
  #socket: EventSocket | null = null
  #brokenAt: number | null = null
  /** Connections since the last word. */
  #attempts = 0
  #silent: NodeJS.Timeout | null = null
  #stopped = false
  readonly #begun: () => void

  /** Resolves `begun` at its first item. */
  constructor(plan: SubscriberPlan, begun: () => void) {
    this.plan = plan
    this.#node = plan.first
    this.#begun = begun
    this.#connect()
  }

  stop(): void {
    this.#stopped = true
    if (this.#silent !== null) clearTimeout(this.#silent)
    this.#socket?.close()
  }

  /** Leaves what comes lying. */
  pause(): void {
    if (this.#silent !== null) clearTimeout(this.#silent)
    this.#silent = null
    this.#socket?.pause()
  }

  #connect(): void {
    if (this.#stopped) return
    const { nodes, document, token } = this.plan
    const url = `${nodes[this.#node % nodes.length]}/graphql`
    const headers = {
      authorization: `Bearer ${token}`,
      'comity-purpose': 'INVESTIGATION; case=XA-2026-0017',
      'content-type': 'application/json',
      accept: 'text/event-stream',
    }
    const body = JSON.stringify({ query: document, variables: { after: this.#cursor } })
    this.#hadHere = new Set()
    const socket = new EventSocket(
      url,
      { headers, body },
      {
        data: (text) => this.#take(text),
        refused: (status) => count(this.errors, `HTTP ${status}`),
        over: () => this.#over(socket),
      },
    )
    this.#socket = socket
    this.#listenForSilence(Math.min(mostPatientMs, this.plan.silenceMs * 2 ** ++this.#attempts))
  }

  #over(socket: EventSocket): void {
    if (this.#stopped || socket !== this.#socket) return
    this.#brokenAt ??= now()
    this.#node++
    // Not all at once, and less and less often: many who come back soon keep each other out.
    setTimeout(() => this.#connect(), (0.5 + Math.random()) * Math.min(mostPauseMs, firstPauseMs * 1.5 ** this.#attempts))
  }

  #listenForSilence(ms: number): void {
    if (this.#silent !== null) clearTimeout(this.#silent)
    this.#silent = setTimeout(() => {
      if (this.#attempts > 0) count(this.errors, 'silent')
      this.#socket?.close()
    }, ms)
  }

  #take(text: string): void {
    const at = now()
    if (text === '') return
    if (this.#attempts > 0) {
      this.#attempts = 0
      this.#listenForSilence(this.plan.silenceMs)
    } else this.#silent?.refresh()
    const { data, errors } = JSON.parse(text) as { data?: { alerts?: Item } | null; errors?: readonly { extensions?: { code?: string } }[] }
    for (const { extensions } of errors ?? []) count(this.errors, extensions?.code ?? 'UNKNOWN')
    const item = data?.alerts
    if (item === undefined || item === null) return
    if (this.#brokenAt !== null) {
      this.resumes.push(at - this.#brokenAt)
      this.#brokenAt = null
    }
    this.#begun()
    if (item.__typename === 'StreamNotice') count(this.notices, item.code ?? '')
    if (item.__typename === 'Alert') this.#arrived(item, at)
    this.#cursor = item.resumeAfter ?? item.cursor ?? null
  }

  #arrived({ id = '', kind = '', recordId: record = '' }: Item, at: number): void {
    if (this.#had.has(id)) {
      this.repeats++
      if (this.#hadHere.has(id)) this.doubled++
      return
    }
    this.#had.add(id)
    this.#hadHere.add(id)
    this.arrivals.push({ record, id, kind, at })
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
