import { useEffect, useRef } from 'react'
import type { Declaration } from '../session/declaration.ts'
import { SignInForm } from '../session/SignInForm.tsx'
import type { Session } from '../session/session.ts'
import { usePersonas } from '../session/usePersonas.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly declaration: Declaration
  readonly onDeclare: (declaration: Declaration) => void
  readonly onSignIn: (session: Session) => void
  readonly onLeave: () => void
}

/** The session is over: sign in again in place. What was typed and what was shown wait behind it; for somebody else they are gone. */
export function SignInAgain({ declaration, onDeclare, onSignIn, onLeave }: Props) {
  const { say } = useWords()
  const known = usePersonas()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])
  return (
    // It stays until somebody signs in or out: the page behind it can ask nothing.
    <dialog ref={dialog} className="sign-in-card" aria-labelledby="over" onCancel={(event) => event.preventDefault()}>
      <h2 id="over">{say('session.over')}</h2>
      <p className="sign-in-lead">{say('session.overLead')}</p>
      <SignInForm known={known} declaration={declaration} onDeclare={onDeclare} onSignIn={onSignIn} />
      <footer>
        <button type="button" className="plain" onClick={onLeave}>
          {say('session.leave')}
        </button>
      </footer>
    </dialog>
  )
}
