import { caseReferencePattern } from './declaration.ts'

interface Props {
  readonly value: string
  readonly onChange: (caseReference: string) => void
}

/** The case the question belongs to. Some purposes need one; the hub says so. */
export function CaseField({ value, onChange }: Props) {
  return (
    <label>
      <small>Case reference</small>
      <input
        name="case"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        pattern={caseReferencePattern}
        title="Up to 64 letters, digits, dots, dashes, slashes and underscores"
        placeholder="none"
        size={16}
        spellCheck={false}
      />
    </label>
  )
}
