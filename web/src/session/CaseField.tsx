import { useWords } from '../words/words.ts'
import { caseReferencePattern } from './declaration.ts'

interface Props {
  readonly value: string
  readonly onChange: (caseReference: string) => void
}

/** The case the question belongs to. Some purposes need one; the hub says so. */
export function CaseField({ value, onChange }: Props) {
  const { say } = useWords()
  return (
    <label className="field">
      <small>{say('case')}</small>
      <input
        name="case"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        pattern={caseReferencePattern}
        title={say('case.form')}
        placeholder={say('none')}
        size={16}
        spellCheck={false}
      />
    </label>
  )
}
