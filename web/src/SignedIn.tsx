import { useEffect, useRef } from 'react'
import { DeclarationFields } from './DeclarationFields.tsx'
import type { Declaration } from './declaration.ts'
import { EmergencyField } from './EmergencyField.tsx'
import type { Session } from './session.ts'

interface Props {
  readonly session: Session
  readonly declaration: Declaration
  readonly onDeclare: (declaration: Declaration) => void
  readonly onSignOut: () => void
}

/** Who is signed in; purpose, case and emergency access stay open to change and go with the next request. */
export function SignedIn({ session, declaration, onDeclare, onSignOut }: Props) {
  const holder = useRef<HTMLParagraphElement>(null)
  // The form that held the focus is gone: without this the keyboard would start again at the top of the page.
  useEffect(() => holder.current?.focus(), [])
  return (
    <section className="desk-form" aria-label="Signed in">
      <p className="desk-holder" ref={holder} tabIndex={-1}>
        <small>Signed in as</small>
        {session.holder}
      </p>
      <DeclarationFields purposes={session.purposes} declaration={declaration} onDeclare={onDeclare} />
      <EmergencyField value={declaration.emergency ?? ''} onChange={(emergency) => onDeclare({ ...declaration, emergency })} />
      <button type="button" onClick={onSignOut}>
        Sign out
      </button>
    </section>
  )
}
