import { useWords } from '../words/words.ts'
import { MarkChip } from './MarkChip.tsx'
import { plainValue } from './plainValue.ts'
import { markOf, type RecordRow, valueOf } from './recordRow.ts'

const bad = new Set(['status', 'warnings', 'state', 'kind', 'urgency'])

/** A field of a row on one line, with its mark. A bureau's text is text: whatever it holds, and whichever way it runs, it ends at the cell's border. */
export function FieldCell({ row, field }: { readonly row: RecordRow; readonly field: string }) {
  const words = useWords()
  const value = valueOf(row, field)
  const mark = markOf(row, field)
  if (mark?.level === 'NONE') return <MarkChip mark={mark} />
  if (field === 'warnings' && Array.isArray(value) && value.length > 0)
    return (
      <>
        {(value as readonly string[]).map((warning) => (
          <span key={warning} className="warning">
            {words.name(warning)}
          </span>
        ))}
      </>
    )
  const list = Array.isArray(value) ? value : null
  // Of many names the first is the main one; the others stand inside the row.
  const text = field === 'names' ? plainValue(list?.[0], words) : plainValue(shortOf(value), words)
  return (
    <>
      {text === '' ? (
        <span className="none">–</span>
      ) : bad.has(field) ? (
        <span className="tag" data-value={String(value)}>
          <bdi>{text}</bdi>
        </span>
      ) : (
        <bdi title={text}>{text}</bdi>
      )}
      {field === 'names' && list !== null && list.length > 1 && <small>+{words.count(list.length - 1)}</small>}
      {mark !== undefined && <MarkChip mark={mark} />}
    </>
  )
}

/** A moment as its day: a table has no room for the hour, the card says it. */
function shortOf(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 10) : value
}
