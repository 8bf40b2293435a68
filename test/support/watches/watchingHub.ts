import { setImmediate } from 'node:timers/promises'
import { Broadcast } from '../../../src/alerts/broadcast.ts'
import type { ChangeLog } from '../../../src/alerts/changeLog.ts'
import { InProcessFanout } from '../../../src/alerts/inProcessFanout.ts'
import { StoredChangeLog } from '../../../src/alerts/storedChangeLog.ts'
import type { HubParts } from '../../../src/hub.ts'
import type { Caller } from '../../../src/model/principal.ts'
import { Store } from '../../../src/store/store.ts'
import type { Row } from '../alerts/liveServer.ts'
import { caller } from '../caller.ts'
import { VirtualClock } from '../links/virtualClock.ts'
import type { MemoryBureau } from '../memoryBureau.ts'
import { memoryHub } from '../memoryHub.ts'
import { capturedChange } from './capturedChange.ts'

const secret = new Uint8Array(32).fill(3)

/** One who watches. */
export const officer: Caller = caller({ personRef: 'XA-0001', bureau: 'XA', clearance: 1 })
/** A colleague with the same rights. */
export const colleague: Caller = caller({ personRef: 'XA-0002', bureau: 'XA', clearance: 1 })

/** What is told of a watch. */
export interface ToldMatch {
  readonly late: boolean
  readonly recordId: string
  readonly watch: { readonly id: string; readonly note: string } | null
  readonly record: Readonly<Record<string, unknown>> | null
}

/** A watch as its owner sees it. */
export interface SeenWatch {
  readonly id: string
  readonly note: string
  readonly recordType: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly matches: number
  readonly complete: boolean
}

/** Where a hub's state is, and what is put in the way of it. */
export interface WatchingOptions {
  /** Default: in memory. */
  readonly dataDir?: string | null
  /** What the hub sees of the log. Default: the log. */
  readonly logOf?: (log: ChangeLog) => ChangeLog
  /** What stands in the store before the hub begins. */
  readonly prepare?: (store: Store) => void
  readonly clock?: VirtualClock
  readonly parts?: Partial<HubParts>
}

/** A hub over bureaus in memory with watches, asked by GraphQL without HTTP; on a clock of its own, which starts on the day of the tests. */
export async function watchingHub(bureaus: readonly MemoryBureau[], options: WatchingOptions = {}) {
  const { dataDir = null, logOf = (log) => log, prepare = () => {}, clock = new VirtualClock(), parts = {} } = options
  const store = new Store(dataDir)
  prepare(store)
  const log = await StoredChangeLog.open(store.changes, secret)
  const broadcast = await Broadcast.open({ log, fanout: new InProcessFanout(), secret, clock })
  const failures: unknown[] = []
  const memory = memoryHub(bureaus, {
    store,
    broadcast,
    changeLog: logOf(log),
    onWatchFailure: (error) => failures.push(error),
    tempo: { clock, firstMs: 50, betweenMs: 200 },
    ...parts,
  })
  let version = 0
  const data = async (source: string, variables: Record<string, unknown>, who: Caller): Promise<Record<string, unknown>> => {
    const { data, errors } = await memory.ask(source, variables, who)
    if (errors !== undefined) throw errors[0]
    return JSON.parse(JSON.stringify(data)) as Record<string, unknown>
  }
  const fields = 'id note recordType createdAt expiresAt matches complete'
  const hub = {
    ...memory,
    store,
    log,
    clock,
    failures,
    data,
    /** Sets a watch. */
    async watch(input: Record<string, unknown>, who: Caller = officer): Promise<SeenWatch> {
      const document = `mutation($input: CreateWatchInput!) { createWatch(input: $input) { ${fields} } }`
      return (await data(document, { input: { note: 'n', ...input } }, who))['createWatch'] as SeenWatch
    },
    /** Somebody's watches. */
    async watches(who: Caller = officer): Promise<readonly SeenWatch[]> {
      return (await data(`{ watches { ${fields} } }`, {}, who))['watches'] as readonly SeenWatch[]
    },
    /** All that somebody was told of watches. */
    async told(who: Caller = officer, filter: Record<string, unknown> = {}): Promise<readonly ToldMatch[]> {
      const document = `query($filter: AlertFilter) { alerts(filter: $filter) { hasNextPage nodes {
        kind late recordId watch { id note } record { ... on Notice { number } ... on Person { sex } } } } }`
      const { alerts } = (await data(document, { filter: { kinds: ['WATCH_MATCH'], ...filter } }, who)) as {
        alerts: { nodes: readonly ToldMatch[]; hasNextPage: boolean }
      }
      if (alerts.hasNextPage) throw new Error('more was told than a page holds')
      return alerts.nodes
    },
    /** Numbers of the records that somebody was told of, in their order. */
    async numbers(who: Caller = officer): Promise<readonly unknown[]> {
      return (await hub.told(who)).map(({ record }) => record?.['number'] ?? null)
    },
    /** A record becomes this row, null: it is gone; and the hub has looked at it. */
    async change(code: string, type: string, key: string, row: Omit<Row, 'key'> | null): Promise<void> {
      await hub.changeOnly(code, type, key, row)
      await hub.settled()
    },
    /** A record becomes this row, and the log is told. */
    async changeOnly(code: string, type: string, key: string, row: Omit<Row, 'key'> | null): Promise<void> {
      const bureau = bureaus.find(({ source }) => source.profile.code === code)
      if (bureau === undefined) throw new Error(`no bureau ${code}`)
      await log.append([capturedChange(bureau, type, key, row, `${clock.epoch()} ${version++}`)])
    },
    /** So many milliseconds pass, and what is due comes at their end. */
    async later(ms: number): Promise<void> {
      clock.stall(ms)
      await clock.advance(0)
      await hub.settled()
    },
    /** Every watch that was to be read anew has been. */
    async readAnew(): Promise<void> {
      while (store.watches.all().some(({ reread }) => reread !== null)) await setImmediate()
    },
    /** The matcher has looked at all that the log has. */
    async settled(): Promise<void> {
      for (;;) {
        for (let i = 0; i < 5; i++) await setImmediate()
        const place = store.watches.place()
        const { epoch, head } = await log.state()
        if (place?.epoch === epoch && place.sequence === head.sequence) return
      }
    },
    /** Ends as a process does that is killed: whatever is not durable is gone. */
    async close(): Promise<void> {
      await memory.hub.watchDesk?.stop()
      await broadcast.close()
      store.close()
    },
    [Symbol.asyncDispose]: () => hub.close(),
  }
  return hub
}
