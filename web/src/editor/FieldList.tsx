import { useWords } from '../words/words.ts'
import type { LessThanFull } from './readAnswer.ts'

/** The fields that are less than full, each with the number of records it concerns. */
export function FieldList({ fields }: { readonly fields: readonly LessThanFull[] }) {
  const { say, name, count } = useWords()
  return (
    <section>
      <h2>{say('notInFull')}</h2>
      <ul aria-label={say('answer.fields')}>
        {fields.map(({ field, level, reason, records }) => (
          <li key={`${field} ${level} ${reason}`} data-level={level} title={name(reason)}>
            <code>{field}</code> {name(level)}
            <small> × {count(records)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
