import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import type { Declaration } from '../session/declaration.ts'
import { createSignIn } from '../session/signIn.ts'
import { WordsProvider } from '../words/WordsProvider.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { SignInPage } from './SignInPage.tsx'
import { useSessionEnd } from './useSessionEnd.ts'
import { Workspace } from './Workspace.tsx'

const undeclared: Declaration = { purpose: '', caseReference: '' }

/** The page: who asks and why first, the panels afterwards. */
export function Desk() {
  const [signIn] = useState(createSignIn)
  const { phase, session, endsAt } = useSyncExternalStore(signIn.subscribe, signIn.state)
  const [declaration, setDeclaration] = useState(undeclared)
  // Read when a request leaves, so that a change of purpose starts nothing again.
  const declared = useRef(undeclared)
  const endsSoon = useSessionEnd(phase === 'signedIn' ? endsAt : null, signIn.expire)

  const declare = useCallback((next: Declaration) => {
    declared.current = next
    setDeclaration(next)
  }, [])
  const leave = useCallback(() => {
    declare(undeclared)
    signIn.leave()
  }, [signIn, declare])

  return (
    <WordsProvider>
      {session === null ? (
        <SignInPage declaration={declaration} onDeclare={declare} onSignIn={signIn.start} />
      ) : (
        // A new key for every person: nothing given to one caller is left on the screen of the next.
        <Workspace
          key={session.id}
          session={session}
          declared={declared}
          declaration={declaration}
          endsAt={endsSoon ? endsAt : null}
          onDeclare={declare}
          onSignOut={leave}
          onSignInAgain={signIn.expire}
        />
      )}
      {phase === 'over' && <SignInAgain declaration={declaration} onDeclare={declare} onSignIn={signIn.start} onLeave={leave} />}
    </WordsProvider>
  )
}
