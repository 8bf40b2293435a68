import { useEffect, useState, useSyncExternalStore } from 'react'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { AlertList } from './AlertList.tsx'
import type { AlertLine, AlertStream } from './alertStream.ts'
import { StreamLine } from './StreamLine.tsx'
import { WatchesSection } from './WatchesSection.tsx'

const kinds = ['NEW', 'CHANGED', 'WITHDRAWN', 'HIT', 'DESK', 'WATCH_MATCH'] as const
const types = ['PERSON', 'NOTICE', 'ASSISTANCE_REQUEST', 'OPERATION'] as const

interface Filter {
  readonly kind: string
  readonly type: string
  readonly owner: string
  readonly open: boolean
}

/** Live alerts. The filter chooses among what has come: to choose anew loses nothing. */
export function AlertsPanel({ stream }: { readonly stream: AlertStream }) {
  const { say, name } = useWords()
  const { bureaus } = useDesk()
  const state = useSyncExternalStore(stream.subscribe, stream.state)
  const [filter, setFilter] = useState<Filter>({ kind: '', type: '', owner: '', open: false })
  useEffect(() => stream.start(), [stream])
  const shown = state.alerts.filter((alert) => matches(alert, filter, state.acknowledged))
  const choice = (key: 'kind' | 'type' | 'owner', title: string, values: readonly string[]) => (
    <label className="field">
      <small>{title}</small>
      <select value={filter[key]} onChange={(event) => setFilter({ ...filter, [key]: event.target.value })}>
        <option value="">{say('all')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {key === 'owner' ? value : name(value)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <StreamLine stream={stream} state={state} />
      <Problem problem={state.problem} onRetry={stream.start} />
      <div className="two-columns">
        <section aria-label={say('panel.alerts')}>
          <div className="toolbar">
            {choice('kind', say('alerts.kind'), kinds)}
            {choice('type', say('alerts.type'), types)}
            {choice(
              'owner',
              say('owner'),
              bureaus.map(({ code }) => code),
            )}
            <label className="check">
              <input type="checkbox" checked={filter.open} onChange={(event) => setFilter({ ...filter, open: event.target.checked })} />
              {say('alerts.open')}
            </label>
            <span className="toolbar-end">
              <button type="button" disabled={shown.length === 0} onClick={() => stream.acknowledge(shown.map(({ id }) => id))}>
                {say('alerts.acknowledgeAll')}
              </button>
            </span>
          </div>
          <AlertList alerts={shown} acknowledged={state.acknowledged} onAcknowledge={stream.acknowledge} onRead={stream.read} />
        </section>
        <WatchesSection />
      </div>
    </>
  )
}

function matches(alert: AlertLine, { kind, type, owner, open }: Filter, acknowledged: ReadonlySet<string>): boolean {
  return (
    (kind === '' || alert.kind === kind) &&
    (type === '' || alert.recordType === type) &&
    (owner === '' || alert.owner.code === owner) &&
    !(open && acknowledged.has(alert.id))
  )
}
