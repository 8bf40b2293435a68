import { type FormEvent, useRef, useState } from 'react'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { conditions, grounds } from './grounds.ts'
import type { ActField } from './requestActs.ts'

interface Props {
  readonly act: string
  readonly fields: readonly ActField[]
  /** Carries it out; what was typed stays when it throws. */
  readonly onSubmit: (input: Readonly<Record<string, unknown>>) => Promise<void>
  readonly onCancel: () => void
}

/** What an act needs to be told. Sent again after a failure it is the same act, and happens once. */
export function ActForm({ act, fields, onSubmit, onCancel }: Props) {
  const { say, name } = useWords()
  const { bureaus } = useDesk()
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  // Names the act: the hub gives the same answer to the same name.
  const clientMutationId = useRef(crypto.randomUUID())
  const has = (field: ActField): boolean => fields.includes(field)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (key: string): string => String(typed.get(key) ?? '').trim()
    const chosen = typed.getAll('grounds').map(String)
    setMissing(has('grounds') && chosen.length === 0)
    if (has('grounds') && chosen.length === 0) return
    const conditionsOfUse = typed.getAll('conditionsOfUse').map(String)
    setBusy(true)
    try {
      await onSubmit({
        clientMutationId: clientMutationId.current,
        ...(text('message') === '' ? {} : { message: text('message') }),
        ...(has('grounds') ? { grounds: chosen } : {}),
        ...(has('reviewAt') ? { reviewAt: new Date(`${text('reviewAt')}T00:00:00Z`).toISOString() } : {}),
        ...(has('authorisation') ? { authorisation: text('authorisation') } : {}),
        ...(has('replyKind') ? { kind: text('kind') } : {}),
        ...(has('text') && text('text') !== '' ? { text: text('text') } : {}),
        ...(has('recipients') ? { recipients: typed.getAll('recipients').map(String) } : {}),
        ...(conditionsOfUse.length === 0 ? {} : { conditionsOfUse }),
      })
    } finally {
      setBusy(false)
    }
  }
  const choices = (key: string, title: string, names: readonly string[]) => (
    <fieldset className="choices">
      <legend>{title}</legend>
      {names.map((one) => (
        <label key={one} className="check">
          <input type="checkbox" name={key} value={one} /> {/^[A-Z]{2}$/.test(one) ? one : name(one)}
        </label>
      ))}
    </fieldset>
  )
  return (
    <form className="act-form" aria-label={name(act)} onSubmit={(event) => void submit(event)}>
      <h3>{name(act)}</h3>
      {has('grounds') && choices('grounds', say('case.grounds'), grounds)}
      {missing && (
        <p role="alert" className="warning">
          {say('case.groundsNeeded')}
        </p>
      )}
      {has('recipients') &&
        choices(
          'recipients',
          say('case.recipients'),
          bureaus.map(({ code }) => code),
        )}
      {has('replyKind') && (
        <label className="field">
          <small>{say('case.replyKind')}</small>
          <select name="kind">
            {['ANSWER', 'NO_RECORD', 'CANNOT_SAY'].map((one) => (
              <option key={one} value={one}>
                {name(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {has('text') && (
        <label className="field">
          <small>{say('case.text')}</small>
          <textarea name="text" rows={5} dir="auto" required={!has('replyKind')} />
        </label>
      )}
      {has('reviewAt') && (
        <label className="field">
          <small>{say('case.reviewAt')}</small>
          <input type="date" name="reviewAt" required />
        </label>
      )}
      {has('authorisation') && (
        <label className="field">
          <small>{say('case.authorisation')}</small>
          <input name="authorisation" required />
        </label>
      )}
      {has('conditions') && choices('conditionsOfUse', say('case.conditions'), conditions)}
      {(has('message') || has('neededMessage')) && (
        <label className="field">
          <small>{say('case.message')}</small>
          <textarea name="message" rows={2} dir="auto" required={has('neededMessage')} />
        </label>
      )}
      <p className="buttons">
        <button type="submit" className="primary" disabled={busy}>
          {name(act)}
        </button>
        <button type="button" className="plain" onClick={onCancel}>
          {say('cancel')}
        </button>
      </p>
    </form>
  )
}
