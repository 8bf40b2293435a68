import { createHmac } from 'node:crypto'
import { Broadcast } from '../../../src/alerts/broadcast.ts'
import { InProcessFanout } from '../../../src/alerts/inProcessFanout.ts'
import { StoredChangeLog } from '../../../src/alerts/storedChangeLog.ts'
import { seal } from '../../../src/disclosure/seal.ts'
import type { HubParts } from '../../../src/hub.ts'
import type { RecordSketch } from '../../../src/model/change.ts'
import type { CanonicalValue } from '../../../src/model/record.ts'
import { Store } from '../../../src/store/store.ts'
import { eventsOf } from '../eventStream.ts'
import type { MemoryBureau } from '../memoryBureau.ts'
import { memoryServer } from '../memoryServer.ts'

const secret = new Uint8Array(32).fill(3)

/** A keyed digest as capture makes it. */
export function testDigest(text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url').slice(0, 8)
}

/** A row of a bureau in memory. */
export type Row = { readonly key: string } & Readonly<Record<string, CanonicalValue>>

/** What is kept of a row's state. */
export function sketchOf({ source }: MemoryBureau, type: string, row: Row): RecordSketch {
  const { key, ...values } = row
  return source.policy.sketch(seal({ ref: { bureau: source.profile.code, type, key }, values }), testDigest)
}

/** A client's events of one stream, as they come. */
export class LiveEvents {
  readonly #events: AsyncGenerator<{ readonly event: string; readonly data: unknown }>
  readonly #abort: AbortController

  constructor(events: AsyncGenerator<{ readonly event: string; readonly data: unknown }>, abort: AbortController) {
    this.#events = events
    this.#abort = abort
  }

  /** The next item of the stream, as the value of `alerts`; the errors when there are any; null at its end. */
  async next(): Promise<Record<string, unknown> | null> {
    const { done, value } = await this.#events.next()
    if (done === true || value.event === 'complete') return null
    const { data, errors } = value.data as { data?: { alerts: Record<string, unknown> } | null; errors?: unknown }
    return errors === undefined ? (data?.alerts ?? null) : { errors }
  }

  /** The next that is an alert. */
  async alert(): Promise<Record<string, unknown>> {
    for (;;) {
      const item = await this.next()
      if (item === null) throw new Error('the stream has ended')
      if (item['__typename'] === 'Alert' || 'errors' in item) return item
    }
  }

  stop(): void {
    this.#abort.abort()
  }
}

/** The real server over bureaus in memory, whose changes are told to the log as capture tells them. */
export async function liveServer(bureaus: readonly MemoryBureau[], parts: Partial<HubParts> = {}) {
  const store = new Store(null)
  const log = await StoredChangeLog.open(store.changes, secret)
  const broadcast = await Broadcast.open({ log, fanout: new InProcessFanout(), secret })
  const server = await memoryServer(bureaus, {}, { store, broadcast, changeLog: log, ...parts })
  let batch = 0
  const bureauOf = (code: string) => {
    const found = bureaus.find(({ source }) => source.profile.code === code)
    if (found === undefined) throw new Error(`no bureau ${code}`)
    return found
  }
  return {
    ...server,
    store,
    log,
    broadcast,
    /** A record becomes this row; null: it is gone. */
    async change(code: string, type: string, key: string, row: Omit<Row, 'key'> | null): Promise<void> {
      const bureau = bureauOf(code)
      const rows = bureau.rows[type] ?? []
      const known = rows.find((one) => one['key'] === key) as Row | undefined
      const now = row === null ? null : ({ ...row, key } as Row)
      bureau.rows = { ...bureau.rows, [type]: [...rows.filter((one) => one['key'] !== key), ...(now === null ? [] : [now])] }
      await log.append([
        {
          bureau: code,
          type,
          key,
          kind: now === null ? 'DELETED' : known === undefined ? 'CREATED' : 'CHANGED',
          version: String(batch++),
          occurredAt: null,
          late: false,
          before: known === undefined ? null : sketchOf(bureau, type, known),
          after: now === null ? null : sketchOf(bureau, type, now),
        },
      ])
    },
    /** Subscribes by an event stream. */
    async subscribe(query: string, variables: unknown = {}, extra: Record<string, string> = {}): Promise<LiveEvents> {
      const abort = new AbortController()
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { ...server.headers, ...extra, accept: 'text/event-stream' },
        body: JSON.stringify({ query, variables }),
        signal: abort.signal,
      })
      return new LiveEvents(eventsOf(response), abort)
    },
    async [Symbol.asyncDispose]() {
      await server.hub.watchDesk?.stop()
      await broadcast.close()
      await server[Symbol.asyncDispose]()
      store.close()
    },
  }
}
