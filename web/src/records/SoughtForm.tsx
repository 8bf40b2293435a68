import { type FormEvent, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { Sought } from './recordList.ts'
import { recordTypes } from './recordRef.ts'

/** What is looked for. Persons are searched by likeness once there is a name or a document's number; everything else is listed. */
export function SoughtForm({ sought, onSeek }: { readonly sought: Sought; readonly onSeek: (sought: Sought) => void }) {
  const { say, name } = useWords()
  const [typed, setTyped] = useState({ name: '', document: '', birthDate: '' })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSeek({ ...sought, ...typed })
  }
  const text = (key: keyof typeof typed, title: string, size: number) => (
    <label className="field">
      <small>{title}</small>
      <input
        name={key}
        value={typed[key]}
        size={size}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
        {...(key === 'birthDate' ? { pattern: '\\d{4}(-\\d\\d){0,2}', placeholder: '1984-05', title: say('search.dateForm') } : {})}
      />
    </label>
  )
  return (
    <form className="sought" onSubmit={submit}>
      <fieldset className="segments">
        <legend className="unseen">{say('records.sort')}</legend>
        {recordTypes.map((type) => (
          <label key={type}>
            <input
              type="radio"
              name="type"
              value={type}
              checked={sought.type === type}
              onChange={() => onSeek({ ...sought, ...typed, type, owner: '' })}
            />
            <span>{name(type)}</span>
          </label>
        ))}
      </fieldset>
      {sought.type === 'Person' && (
        <>
          {text('name', say('search.name'), 20)}
          {text('document', say('search.document'), 12)}
          {text('birthDate', say('search.birthDate'), 9)}
          <button type="submit" className="primary">
            {say('search.go')}
          </button>
        </>
      )}
    </form>
  )
}
