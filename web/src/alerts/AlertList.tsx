import { useEffect } from 'react'
import { plainValue } from '../records/plainValue.ts'
import type { RecordRef } from '../records/recordRef.ts'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import type { AlertLine } from './alertStream.ts'

interface Props {
  readonly alerts: readonly AlertLine[]
  readonly acknowledged: ReadonlySet<string>
  readonly onAcknowledge: (ids: readonly string[]) => void
  readonly onRead: () => void
}

/** Lines in the document at once. */
const mostShown = 100
const typeOf: Readonly<Record<string, RecordRef['type']>> = {
  PERSON: 'Person',
  NOTICE: 'Notice',
  ASSISTANCE_REQUEST: 'AssistanceRequest',
  OPERATION: 'Operation',
}

/** Alerts, the newest first. */
export function AlertList({ alerts, acknowledged, onAcknowledge, onRead }: Props) {
  const { say, name, field, date } = useWords()
  const { open } = useDesk()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the screen has been seen
  useEffect(onRead, [alerts, onRead])
  if (alerts.length === 0) return <p className="wait">{say('alerts.none')}</p>
  return (
    <>
      <ol className="alert-list" aria-label={say('panel.alerts')}>
        {alerts.slice(0, mostShown).map((alert) => {
          const type = alert.recordType === null ? undefined : typeOf[alert.recordType]
          const { recordId } = alert
          return (
            <li key={alert.id} data-kind={alert.kind} data-done={acknowledged.has(alert.id)}>
              <span className="tag" data-value={alert.kind}>
                {name(alert.kind)}
              </span>
              <strong className="owner">{alert.owner.code}</strong>
              <span className="alert-words">
                {type !== undefined && recordId !== null && alert.record !== null ? (
                  <button type="button" className="link" onClick={() => open({ type, id: recordId })}>
                    <bdi>{labelOf(alert) || name(type)}</bdi>
                  </button>
                ) : (
                  <span>{alert.recordType === null ? '' : name(alert.recordType)}</span>
                )}
                {alert.changedFields.length > 0 && <small>{alert.changedFields.map(field).join(', ')}</small>}
                {alert.watch !== null && (
                  <small>
                    {say('watch')}: <bdi>{alert.watch.note}</bdi>
                  </small>
                )}
                {alert.deskEntry !== null && <DeskEntry entry={alert.deskEntry} />}
                {alert.late && <small className="warning">{say('alerts.late')}</small>}
              </span>
              <time dateTime={alert.publishedAt}>{date(alert.publishedAt)}</time>
              <button
                type="button"
                className="plain"
                disabled={acknowledged.has(alert.id)}
                aria-label={say('alerts.acknowledgeOne', { what: `${name(alert.kind)} ${alert.owner.code} ${labelOf(alert)}` })}
                onClick={() => onAcknowledge([alert.id])}
              >
                {say(acknowledged.has(alert.id) ? 'alerts.acknowledged' : 'alerts.acknowledge')}
              </button>
            </li>
          )
        })}
      </ol>
      {alerts.length > mostShown && <p className="wait">{say('alerts.older', { n: alerts.length - mostShown })}</p>}
    </>
  )
}

/** What the desk was told: who came upon records of one's own, and why. A check comes upon people: their cards are one step away. */
function DeskEntry({ entry }: { readonly entry: NonNullable<AlertLine['deskEntry']> }) {
  const { say, name } = useWords()
  const { open } = useDesk()
  const people = entry.kind === 'HIT' || entry.kind === 'BLIND_HIT' ? entry.records.slice(0, 5) : []
  return (
    <>
      <b>{name(entry.kind === 'HIT' ? 'DESK_HIT' : entry.kind)}</b>
      <small>
        {entry.readerBureau.code} · {name(entry.purpose)} {entry.case}
        {entry.rules.length > 0 && ` · ${entry.rules.join(', ')}`}
      </small>
      {people.map((id, index) => (
        <button key={id} type="button" className="link" onClick={() => open({ type: 'Person', id })}>
          {say('card.open')} {index + 1}
        </button>
      ))}
    </>
  )
}

const asIs = { name: (name: string) => name, date: (iso: string) => iso }

/** Who or what an alert is about, as far as the caller may see it. */
function labelOf({ record }: AlertLine): string {
  if (record === null) return ''
  const one = record as { readonly names?: unknown; readonly number?: unknown; readonly reference?: unknown; readonly codename?: unknown }
  return plainValue(Array.isArray(one.names) ? one.names[0] : (one.number ?? one.reference ?? one.codename), asIs)
}
