import { AlertsRefused, watchAlerts } from '../../../client/alerts/watchAlerts.ts'
import { AlertStreamDocument, type AlertStreamSubscription, type StreamCode } from '../generated/graphql.ts'
import type { Hub } from '../hub/hub.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { overHub } from './overHub.ts'

/** An alert as the desk shows it. */
export type AlertLine = Extract<AlertStreamSubscription['alerts'], { readonly __typename: 'Alert' }>

/** Something about the stream that whoever watches it should know: nothing is hidden of a loss. */
export interface StreamEvent {
  readonly at: number
  readonly what: StreamCode | 'LIVE' | 'LOST' | 'RESUMED'
  /** Of a loss: when it comes back, in milliseconds. Of coming back: how long it was away. */
  readonly ms: number | null
}

/** The stream as it stands. */
export interface AlertStreamState {
  readonly phase: 'stopped' | 'connecting' | 'live' | 'lost' | 'refused'
  /** The newest first, at most `mostKept`. */
  readonly alerts: readonly AlertLine[]
  /** All that came since it was started. */
  readonly received: number
  /** How many came that nobody has looked at. */
  readonly unread: number
  readonly acknowledged: ReadonlySet<string>
  /** How far behind the end of the log the stream is, in milliseconds; null before the first heartbeat. */
  readonly lagMs: number | null
  readonly lastHeardAt: number | null
  /** The newest first, at most 20. */
  readonly events: readonly StreamEvent[]
  readonly problem: HubProblem | null
}

/** The live alerts of one session. They go on while other panels are shown, and are forgotten with the session. */
export interface AlertStream {
  readonly state: () => AlertStreamState
  readonly subscribe: (onChange: () => void) => () => void
  /** Starts, or goes on after the last alert that came. */
  readonly start: () => void
  /** Stops; where it was is kept. */
  readonly stop: () => void
  readonly acknowledge: (ids: readonly string[]) => void
  /** Everything that has come has been looked at. */
  readonly read: () => void
}

/** Alerts that are kept for looking at; older ones stand in `alerts` of the hub. */
export const mostKept = 500

/** Changes are told of at most so often, in milliseconds: a thousand alerts a minute must not draw the page a thousand times. */
const pause = 200

/** A stream that has not begun. */
export function createAlertStream(hub: Hub, session: AbortSignal): AlertStream {
  let state: AlertStreamState = {
    phase: 'stopped',
    alerts: [],
    received: 0,
    unread: 0,
    acknowledged: new Set(),
    lagMs: null,
    lastHeardAt: null,
    events: [],
    problem: null,
  }
  const listeners = new Set<() => void>()
  let fresh: AlertLine[] = []
  let telling: ReturnType<typeof setTimeout> | null = null
  let running: AbortController | null = null
  let cursor: string | null = null
  let lostAt: number | null = null

  const tell = (): void => {
    if (telling !== null) clearTimeout(telling)
    telling = null
    const arrived = fresh.reverse()
    fresh = []
    if (arrived.length > 0) {
      const alerts = [...arrived, ...state.alerts].slice(0, mostKept)
      const kept = new Set(alerts.map(({ id }) => id))
      const acknowledged = new Set([...state.acknowledged].filter((id) => kept.has(id)))
      state = { ...state, alerts, acknowledged, received: state.received + arrived.length, unread: state.unread + arrived.length }
    }
    for (const listener of listeners) listener()
  }
  const become = (change: Partial<AlertStreamState>): void => {
    state = { ...state, ...change }
    telling ??= setTimeout(tell, pause)
  }
  const note = (what: StreamEvent['what'], ms: number | null = null, change: Partial<AlertStreamState> = {}): void =>
    become({ ...change, events: [{ at: Date.now(), what, ms }, ...state.events].slice(0, 20) })
  const heard = (lagMs: number | null): void => {
    const away = lostAt
    lostAt = null
    const change = { phase: 'live', lastHeardAt: Date.now(), ...(lagMs === null ? {} : { lagMs }) } as const
    if (away !== null) note('RESUMED', Date.now() - away, change)
    else if (state.phase === 'connecting') note('LIVE', null, change)
    else become(change)
  }

  const start = (): void => {
    if (running !== null) return
    const run = new AbortController()
    running = run
    const signal = AbortSignal.any([session, run.signal])
    become({ phase: 'connecting', problem: null })
    const cursors = {
      load: () => cursor,
      save: (next: string) => {
        cursor = next
      },
    }
    watchAlerts({
      client: overHub(hub, signal),
      document: AlertStreamDocument,
      signal,
      cursors,
      onAlert: (alert) => {
        fresh.push(alert)
        // More than can be kept need not wait to be told of.
        if (fresh.length > mostKept) tell()
        heard(null)
      },
      onHeartbeat: ({ lagMs }) => heard(lagMs),
      onNotice: ({ code }) => {
        heard(null)
        note(code)
      },
      onLost: (_failure, retryInMs) => {
        lostAt ??= Date.now()
        note('LOST', retryInMs, { phase: 'lost' })
      },
      refreshToken: async () => hub.refused(),
    })
      .then(
        () => become({ phase: 'stopped' }),
        (error: unknown) =>
          become({ phase: 'refused', problem: asProblem(error instanceof AlertsRefused ? new Error(error.message) : error) }),
      )
      .finally(() => {
        if (running === run) running = null
      })
  }
  const stop = (): void => {
    running?.abort()
    running = null
  }
  return {
    state: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
    start,
    stop,
    acknowledge: (ids) => {
      const kept = new Set(state.alerts.map(({ id }) => id))
      state = { ...state, acknowledged: new Set([...state.acknowledged, ...ids.filter((id) => kept.has(id))]) }
      tell()
    },
    read: () => {
      if (state.unread > 0) become({ unread: 0 })
    },
  }
}
