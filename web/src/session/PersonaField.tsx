import { useWords } from '../words/words.ts'
import type { Persona } from './persona.ts'

interface Props {
  readonly personas: readonly Persona[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** The demo's people, by bureau. */
export function PersonaField({ personas, value, onChange }: Props) {
  const { say } = useWords()
  const bureaus = [...new Set(personas.map(({ bureau }) => bureau))].sort()
  return (
    <label className="field">
      <small>{say('persona')}</small>
      <select required name="persona" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" disabled>
          {say('persona.choose')}
        </option>
        {bureaus.map((bureau) => (
          <optgroup key={bureau} label={bureau}>
            {personas
              .filter((persona) => persona.bureau === bureau)
              .map(({ id, name, title }) => (
                <option key={id} value={id}>
                  {name}, {title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
