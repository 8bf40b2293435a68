import { useState } from 'react'
import { Icon } from '../look/Icon.tsx'
import { Problem } from '../look/Problem.tsx'
import { SourceTiles } from '../look/SourceTiles.tsx'
import { useWords } from '../words/words.ts'
import { csvOf, jsonOf } from './exportRows.ts'
import { HeatMapView } from './HeatMapView.tsx'
import { OwnerCounts } from './OwnerCounts.tsx'
import { RecordTable } from './RecordTable.tsx'
import { isSearch, type Sought } from './recordList.ts'
import { SoughtForm } from './SoughtForm.tsx'
import { saveFile } from './saveFile.ts'
import { mostRows, useRecordList } from './useRecordList.ts'

/** What the bureaus hold, as far as the caller may see it: a table, a heat map of what is kept back, and files to take along. */
export function RecordsPanel() {
  const { say } = useWords()
  const [sought, setSought] = useState<Sought | null>(null)
  return (
    <>
      <SoughtForm onSeek={setSought} />
      {sought === null ? (
        <div className="start">
          <Icon name="records" size={34} />
          <p>{say('records.start')}</p>
        </div>
      ) : (
        <FoundRecords sought={sought} onSeek={setSought} />
      )}
    </>
  )
}

/** What was found, as far as it has come. */
function FoundRecords({ sought, onSeek }: { readonly sought: Sought; readonly onSeek: (sought: Sought) => void }) {
  const { say, name } = useWords()
  const [view, setView] = useState<'table' | 'heat'>('table')
  const { page, loading, problem, askedFor, more, stop, again } = useRecordList(sought)
  const { rows, sources, total, facets, hasNextPage } = page
  const full = rows.length >= mostRows
  const save = (kind: 'csv' | 'json') => {
    const file = `comity-${sought.type}-${new Date().toISOString().slice(0, 10)}.${kind}`
    if (kind === 'csv') saveFile(file, 'text/csv', csvOf(rows))
    else saveFile(file, 'application/json', jsonOf(rows))
  }
  return (
    <>
      <SourceTiles sources={sources} />
      <OwnerCounts facets={facets} owner={sought.owner} onChoose={(owner) => onSeek({ ...sought, owner })} />
      <Problem problem={problem} onRetry={again} />
      <div className="toolbar">
        <p role="status" aria-live="polite">
          {loading && <span className="spinner" aria-hidden="true" />}
          {total === null || isSearch(sought)
            ? say('records.loaded', { n: rows.length })
            : say('records.loadedOf', { n: rows.length, of: total })}{' '}
          {/* The bar may name another purpose by now. */}
          <small>{say('records.for', { purpose: name(askedFor.purpose), case: askedFor.caseReference })}</small>
        </p>
        {hasNextPage && !full && !loading && (
          <>
            <button type="button" onClick={() => void more(false, page)}>
              {say('records.more')}
            </button>
            <button type="button" onClick={() => void more(true, page)}>
              {say('records.all', { n: mostRows })}
            </button>
          </>
        )}
        {loading && rows.length > 0 && (
          <button type="button" onClick={stop}>
            {say('stop')}
          </button>
        )}
        <span className="toolbar-end">
          <fieldset className="segments">
            <legend className="unseen">{say('view')}</legend>
            {(['table', 'heat'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="view" checked={view === one} onChange={() => setView(one)} />
                <span>{say(`view.${one}`)}</span>
              </label>
            ))}
          </fieldset>
          {(['csv', 'json'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              disabled={rows.length === 0}
              aria-label={say('export.as', { kind: kind.toUpperCase() })}
              onClick={() => save(kind)}
            >
              <Icon name="download" size={15} /> {kind.toUpperCase()}
            </button>
          ))}
        </span>
      </div>
      {view === 'heat' ? (
        <HeatMapView rows={rows} />
      ) : rows.length > 0 ? (
        <RecordTable key={`${sought.type} ${sought.owner}`} rows={rows} label={name(sought.type)} />
      ) : (
        <p className="wait">{loading ? say('records.loading') : say('records.none')}</p>
      )}
    </>
  )
}
