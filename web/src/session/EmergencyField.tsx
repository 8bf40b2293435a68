import { useWords } from '../words/words.ts'
import { emergencyIdPattern } from './declaration.ts'

interface Props {
  readonly value: string
  readonly onChange: (emergency: string) => void
}

/** The emergency access to ask under: the `id` that `invokeEmergency` gave. Empty for all ordinary questions. */
export function EmergencyField({ value, onChange }: Props) {
  const { say } = useWords()
  return (
    <label className="field">
      <small>{say('emergency')}</small>
      <input
        name="emergency"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        pattern={emergencyIdPattern}
        title={say('emergency.form')}
        placeholder={say('none')}
        size={12}
        spellCheck={false}
        autoComplete="off"
      />
    </label>
  )
}
