import { useWords } from '../words/words.ts'

/** A token of the caller's own issuer. Uncontrolled on purpose: the form reads it once, when it is sent. */
export function TokenField() {
  const { say } = useWords()
  return (
    <label className="field">
      <small>{say('token')}</small>
      <input required name="token" type="password" autoComplete="off" placeholder="eyJ…" size={24} spellCheck={false} />
    </label>
  )
}
