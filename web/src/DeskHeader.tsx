import type { Declaration } from './declaration.ts'
import { SignedIn } from './SignedIn.tsx'
import { SignInForm } from './SignInForm.tsx'
import type { Session } from './session.ts'
import { usePersonas } from './usePersonas.ts'

interface Props {
  readonly session: Session | null
  readonly declaration: Declaration
  readonly onDeclare: (declaration: Declaration) => void
  readonly onSignIn: (session: Session) => void
  readonly onSignOut: () => void
}

/** The name of the house, who asks, why, and in which case. */
export function DeskHeader({ session, declaration, onDeclare, onSignIn, onSignOut }: Props) {
  const known = usePersonas()
  return (
    <header className="desk-header">
      <h1>
        <img src="./favicon.svg" alt="" width="24" height="24" />
        Comity
      </h1>
      {session === null ? (
        <SignInForm known={known} declaration={declaration} onDeclare={onDeclare} onSignIn={onSignIn} />
      ) : (
        <SignedIn session={session} declaration={declaration} onDeclare={onDeclare} onSignOut={onSignOut} />
      )}
    </header>
  )
}
