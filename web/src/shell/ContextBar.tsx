import { useEffect, useRef } from 'react'
import { DeclarationFields } from '../session/DeclarationFields.tsx'
import type { Declaration } from '../session/declaration.ts'
import { EmergencyField } from '../session/EmergencyField.tsx'
import type { Session } from '../session/session.ts'
import { useWords } from '../words/words.ts'
import { LanguageField } from './LanguageField.tsx'

interface Props {
  readonly session: Session
  readonly declaration: Declaration
  /** When the session ends, in milliseconds since 1970, once that is near; else null. */
  readonly endsAt: number | null
  readonly onDeclare: (declaration: Declaration) => void
  readonly onSignOut: () => void
  readonly onSignInAgain: () => void
}

/** Who is signed in; purpose, case and emergency access stay open to change and go with the next request. */
export function ContextBar({ session, declaration, endsAt, onDeclare, onSignOut, onSignInAgain }: Props) {
  const { say, language } = useWords()
  const holder = useRef<HTMLParagraphElement>(null)
  // The form that held the focus is gone: without this the keyboard would start again at the top of the page.
  useEffect(() => holder.current?.focus(), [])
  return (
    <header className="context-bar">
      <section className="context-fields" aria-label={say('signedIn')}>
        <p className="holder" ref={holder} tabIndex={-1}>
          <small>{say('signedIn.as')}</small>
          <bdi>{session.holder}</bdi>
        </p>
        <DeclarationFields purposes={session.purposes} declaration={declaration} onDeclare={onDeclare} />
        <EmergencyField value={declaration.emergency ?? ''} onChange={(emergency) => onDeclare({ ...declaration, emergency })} />
        <LanguageField />
        <button type="button" onClick={onSignOut}>
          {say('signOut')}
        </button>
      </section>
      <div role="alert">
        {endsAt !== null && (
          <p className="session-ends">
            {say('session.ends', { at: new Date(endsAt).toLocaleTimeString(language, { timeStyle: 'short' }) })}
            <button type="button" className="plain" onClick={onSignInAgain}>
              {say('session.again')}
            </button>
          </p>
        )}
      </div>
    </header>
  )
}
