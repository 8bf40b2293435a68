import { useWords } from '../words/words.ts'
import { ContactRoute } from './ContactRoute.tsx'
import type { RecordRow } from './recordRow.ts'

/** Under an expanded row: all its names, why it was found, and what its owner keeps to itself. */
export function RowDetail({ row }: { readonly row: RecordRow }) {
  const { say, name, field } = useWords()
  const names = 'names' in row.fields ? (row.fields.names ?? []) : []
  return (
    <div className="row-detail">
      {names.length > 0 && (
        <ul className="row-names" aria-label={field('names')}>
          {names.map(({ kind, full, originalScript }) => (
            <li key={`${kind} ${full} ${originalScript}`}>
              <small>{kind === null ? '' : name(kind)}</small> <bdi>{full}</bdi> {originalScript !== null && <bdi>{originalScript}</bdi>}
            </li>
          ))}
        </ul>
      )}
      {row.explanation !== null && (
        <p>
          <small>{say('search.why')}</small> <bdi>{row.explanation}</bdi>
        </p>
      )}
      <ul className="row-marks" aria-label={say('notInFull')}>
        {row.fields._disclosure.map(({ field: of, level, reason }) => (
          <li key={of}>
            <span className="mark" data-level={level}>
              {field(of)}
            </span>{' '}
            <small>{name(reason)}</small>
          </li>
        ))}
      </ul>
      <ContactRoute owner={row.owner} />
    </div>
  )
}
