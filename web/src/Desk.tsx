import { useCallback, useRef, useState } from 'react'
import { DeskHeader } from './DeskHeader.tsx'
import type { Declaration } from './declaration.ts'
import { createMemoryStorage } from './memoryStorage.ts'
import { QueryEditor } from './QueryEditor.tsx'
import type { Session } from './session.ts'

const undeclared: Declaration = { purpose: '', caseReference: '' }

/** The page: who asks and why above, the questions and answers below. */
export function Desk() {
  const [session, setSession] = useState<Session | null>(null)
  const [declaration, setDeclaration] = useState(undeclared)
  const [storage, setStorage] = useState(createMemoryStorage)
  // The editor reads it when a request leaves, so that a change of purpose does not start the editor again.
  const declared = useRef(undeclared)

  const declare = useCallback((next: Declaration) => {
    declared.current = next
    setDeclaration(next)
  }, [])
  const signOut = useCallback(() => {
    session?.end()
    setStorage(createMemoryStorage())
    declare(undeclared)
    setSession(null)
  }, [session, declare])

  return (
    <>
      <DeskHeader session={session} declaration={declaration} onDeclare={declare} onSignIn={setSession} onSignOut={signOut} />
      <main className="desk-main">
        {/* A new key for every session: no answer given to one caller is left on the screen of the next. */}
        <QueryEditor key={session?.id ?? 'nobody'} session={session} declared={declared} storage={storage} />
      </main>
    </>
  )
}
