import { useEffect, useRef, useState } from 'react'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { Icon } from '../look/Icon.tsx'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { CardFields } from './CardFields.tsx'
import { ContactRoute } from './ContactRoute.tsx'
import { ExplainForm } from './ExplainForm.tsx'
import { type OpenedRecord, openRecord } from './openRecord.ts'
import { plainValue } from './plainValue.ts'
import type { RecordRef } from './recordRef.ts'

interface Props {
  readonly record: RecordRef
  readonly onClose: () => void
}

/** One record: warnings first, then who it is in every script, how it may be used, and each field with what is kept back of it. `Escape` closes it. */
export function RecordCard({ record, onClose }: Props) {
  const { say, name } = useWords()
  const { hub, showNetwork } = useDesk()
  const [opened, setOpened] = useState<OpenedRecord | null | 'asking'>('asking')
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const [round, setRound] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    const run = new AbortController()
    setProblem(null)
    openRecord(hub, record, run.signal).then(setOpened, (error: unknown) => !run.signal.aborted && setProblem(asProblem(error)))
    return () => run.abort()
  }, [hub, record, round])
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => (before as HTMLElement | null)?.focus()
  }, [])

  const content = opened === 'asking' ? null : opened
  return (
    <aside className="record-card" aria-labelledby="card-title" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <p className="card-type">
          {name(record.type)}
          {content !== null && <strong className="owner">{content.owner.code}</strong>}
        </p>
        <h2 id="card-title" ref={heading} tabIndex={-1}>
          <bdi>{content === null ? say('card.record') : titleOf(content) || say('card.unnamed')}</bdi>
        </h2>
        <button type="button" className="plain close" aria-label={say('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Problem problem={problem} onRetry={() => setRound(round + 1)} />
      {opened === 'asking' && problem === null && <p className="wait">{say('records.loading')}</p>}
      {opened === null && <p className="wait">{say('card.absent')}</p>}
      {content !== null && (
        <div className="card-body">
          <Warnings of={content} />
          {content._staleAsOf !== null && <p className="stale">{say('card.stale', { at: content._staleAsOf })}</p>}
          <CardHead of={content} />
          <div className="card-actions">
            <button type="button" onClick={() => showNetwork(record)}>
              <Icon name="network" size={16} /> {say('card.network')}
            </button>
          </div>
          <CardFields of={content} />
          <ContactRoute owner={content.owner.code} />
          <ExplainForm id={content.id} owner={content.owner.code} />
        </div>
      )}
    </aside>
  )
}

/** Warnings of the person, or of the person that a notice is about. */
function Warnings({ of }: { readonly of: OpenedRecord }) {
  const { say, name } = useWords()
  const person = 'subject' in of ? of.subject : of
  const warnings = person !== null && 'warnings' in person ? (person.warnings ?? []) : []
  if (warnings.length === 0) return null
  return (
    <p className="card-warnings" role="note">
      <Icon name="warning" /> <span className="unseen">{say('card.warnings')}</span>
      {warnings.map((warning) => (
        <strong key={warning}>{name(warning)}</strong>
      ))}
    </p>
  )
}

/** A person's face that nobody sends, and names in every script. */
function CardHead({ of }: { readonly of: OpenedRecord }) {
  const { name } = useWords()
  if (!('names' in of)) return null
  return (
    <div className="card-head">
      <span className="photo">
        <Icon name="person" size={44} />
      </span>
      <ul>
        {(of.names ?? []).map(({ kind, full, originalScript, quality }) => (
          <li key={`${kind} ${full} ${originalScript}`}>
            <bdi className="full-name">{full ?? originalScript}</bdi>
            {full !== null && originalScript !== null && (
              <bdi className="script" dir="auto">
                {originalScript}
              </bdi>
            )}
            <small>
              {kind === null ? '' : name(kind)} {quality === 'LOW' ? name('LOW') : ''}
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}

const asIs = { name: (name: string) => name, date: (iso: string) => iso }

function titleOf(record: OpenedRecord): string {
  if ('names' in record) return plainValue(record.names?.[0], asIs)
  if ('number' in record) return record.number ?? ''
  if ('codename' in record) return record.codename ?? ''
  return 'reference' in record ? (record.reference ?? '') : ''
}
