import { emergencyIdPattern } from './declaration.ts'

interface Props {
  readonly value: string
  readonly onChange: (emergency: string) => void
}

/** The emergency access to ask under: the `id` that `invokeEmergency` gave. Empty for all ordinary questions. */
export function EmergencyField({ value, onChange }: Props) {
  return (
    <label>
      <small>Emergency access</small>
      <input
        name="emergency"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        pattern={emergencyIdPattern}
        title="The id that invokeEmergency gave"
        placeholder="none"
        size={12}
        spellCheck={false}
        autoComplete="off"
      />
    </label>
  )
}
