import { inWords } from './inWords.ts'
import type { LessThanFull } from './readAnswer.ts'

const reasons: Readonly<Record<string, string>> = {
  NOT_SHARED: 'The owner does not share it with you.',
  PURPOSE: 'The owner shares it for other purposes.',
  ROLE: 'The owner shares it with other roles or clearances.',
  AGREEMENT: 'An agreement would be needed, or does not cover it.',
  GENERALISED: 'The owner shares a coarser value.',
  MASKED: 'The owner shares its shape only.',
}

/** The fields that are less than full, each with the number of records it concerns. */
export function FieldList({ fields }: { readonly fields: readonly LessThanFull[] }) {
  return (
    <section>
      <h2>Not in full</h2>
      <ul aria-label="Fields not in full">
        {fields.map(({ field, level, reason, records }) => (
          <li key={`${field} ${level} ${reason}`} data-level={level} title={reasons[reason] ?? inWords(reason)}>
            <code>{field}</code> {level === 'NONE' ? 'withheld' : inWords(level).toLowerCase()}
            <small> × {records}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
