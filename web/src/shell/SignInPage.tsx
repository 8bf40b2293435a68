import type { Declaration } from '../session/declaration.ts'
import { SignInForm } from '../session/SignInForm.tsx'
import type { Session } from '../session/session.ts'
import { usePersonas } from '../session/usePersonas.ts'
import { useWords } from '../words/words.ts'
import { LanguageField } from './LanguageField.tsx'

interface Props {
  readonly declaration: Declaration
  readonly onDeclare: (declaration: Declaration) => void
  readonly onSignIn: (session: Session) => void
}

/** What one meets first: what this is, who asks and why. */
export function SignInPage({ declaration, onDeclare, onSignIn }: Props) {
  const { say } = useWords()
  const known = usePersonas()
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>
          <img src="./favicon.svg" alt="" width="40" height="40" />
          Comity
        </h1>
        <p className="sign-in-lead">{say('signIn.lead')}</p>
        <SignInForm known={known} declaration={declaration} onDeclare={onDeclare} onSignIn={onSignIn} />
        <footer>
          <p>{say('signIn.record')}</p>
          <LanguageField />
        </footer>
      </div>
    </main>
  )
}
