import { useWords } from '../words/words.ts'

interface Props {
  readonly purposes: readonly string[]
  readonly value: string
  readonly onChange: (purpose: string) => void
}

/** Why the caller asks. Nothing is chosen beforehand: a purpose is declared, not assumed. */
export function PurposeField({ purposes, value, onChange }: Props) {
  const { say, name } = useWords()
  return (
    <label className="field">
      <small>{say('purpose')}</small>
      <select required name="purpose" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" disabled>
          {say('purpose.declare')}
        </option>
        {purposes.map((purpose) => (
          <option key={purpose} value={purpose}>
            {name(purpose)}
          </option>
        ))}
      </select>
    </label>
  )
}
