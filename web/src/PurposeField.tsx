import { inWords } from './inWords.ts'

interface Props {
  readonly purposes: readonly string[]
  readonly value: string
  readonly onChange: (purpose: string) => void
}

/** Why the caller asks. Nothing is chosen beforehand: a purpose is declared, not assumed. */
export function PurposeField({ purposes, value, onChange }: Props) {
  return (
    <label>
      <small>Purpose</small>
      <select required name="purpose" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" disabled>
          Declare a purpose…
        </option>
        {purposes.map((purpose) => (
          <option key={purpose} value={purpose}>
            {inWords(purpose)}
          </option>
        ))}
      </select>
    </label>
  )
}
