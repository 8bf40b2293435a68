import { type FormEvent, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { Sought } from './recordList.ts'
import { type RecordType, recordTypes } from './recordRef.ts'

/** What is looked for. Persons are searched by likeness once there is a name or a document's number; everything else is listed. Nothing is asked before somebody says so: what is given is put on record. */
export function SoughtForm({ onSeek }: { readonly onSeek: (sought: Sought) => void }) {
  const { say, name } = useWords()
  const [type, setType] = useState<RecordType>('Person')
  const [typed, setTyped] = useState({ name: '', document: '', birthDate: '' })
  // A birth date alone would find everybody born then: it tells people apart who have a name or a document in common.
  const named = typed.name.trim() !== '' || typed.document.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSeek({ type, owner: '', ...typed })
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
        {...(key === 'birthDate'
          ? { pattern: '\\d{4}(-\\d\\d){0,2}', placeholder: '1984-05', title: say('search.dateForm'), disabled: !named }
          : {})}
      />
    </label>
  )
  return (
    <form className="sought" onSubmit={submit}>
      <fieldset className="segments">
        <legend className="unseen">{say('records.sort')}</legend>
        {recordTypes.map((one) => (
          <label key={one}>
            <input type="radio" name="type" value={one} checked={type === one} onChange={() => setType(one)} />
            <span>{name(one)}</span>
          </label>
        ))}
      </fieldset>
      {type === 'Person' && (
        <>
          {text('name', say('search.name'), 20)}
          {text('document', say('search.document'), 12)}
          {text('birthDate', say('search.birthDate'), 9)}
        </>
      )}
      <button type="submit" className="primary">
        {say(type === 'Person' && named ? 'search.go' : 'search.list', { what: name(type) })}
      </button>
    </form>
  )
}
