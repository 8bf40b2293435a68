import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { DeclarationFields } from './DeclarationFields.tsx'
import type { Declaration } from './declaration.ts'
import { type SignInDoor, signInAt } from './issuerSignIn.ts'
import { PersonaField } from './PersonaField.tsx'
import { purposes } from './purposes.ts'
import { type Session, startDemoSession, startTokenSession } from './session.ts'
import { TokenField } from './TokenField.tsx'
import type { Personas } from './usePersonas.ts'

interface Props {
  readonly known: Personas
  readonly declaration: Declaration
  readonly onDeclare: (declaration: Declaration) => void
  readonly onSignIn: (session: Session) => void
}

/** Who asks and why: a demo persona, or the bearer of a token of their own. */
export function SignInForm({ known, declaration, onDeclare, onSignIn }: Props) {
  const { say } = useWords()
  const [chosen, setChosen] = useState('')
  const [problem, setProblem] = useState('')
  const waiting = useRef<AbortController | null>(null)
  useEffect(() => () => waiting.current?.abort(new Error('Not signed in.')), [])
  const doors = known.state === 'notDemo' ? known.doors : []
  const [ownToken, setOwnToken] = useState(false)
  const personas = known.state === 'known' ? known.personas : []
  const persona = personas.find(({ id }) => id === chosen)

  const choose = (id: string): void => {
    setChosen(id)
    onDeclare({ ...declaration, purpose: '' })
  }
  const signIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    // Read from the field at this moment and from nowhere else: a token never becomes React state.
    const token = new FormData(event.currentTarget).get('token')
    try {
      if (persona !== undefined) onSignIn(await startDemoSession(persona))
      else if (typeof token === 'string') onSignIn(startTokenSession(token.trim()))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'Signing in failed.')
    }
  }

  const signInWith = async (door: SignInDoor, form: HTMLFormElement | null): Promise<void> => {
    if (form?.reportValidity() !== true) return
    // A second try takes the place of the first, whose window may have been closed.
    waiting.current?.abort(new Error('Another sign-in took its place.'))
    const run = new AbortController()
    waiting.current = run
    setProblem(say('signIn.elsewhere'))
    try {
      onSignIn(await signInAt(door, run.signal))
    } catch (error) {
      if (waiting.current === run) setProblem(error instanceof Error ? error.message : 'Signing in failed.')
    }
  }

  return (
    <form className="sign-in-form" aria-label={say('signIn')} autoComplete="off" onSubmit={signIn}>
      {known.state === 'notDemo' ? (
        (doors.length === 0 || ownToken) && <TokenField />
      ) : (
        <PersonaField personas={personas} value={chosen} onChange={choose} />
      )}
      <DeclarationFields purposes={persona?.purposes ?? purposes} declaration={declaration} onDeclare={onDeclare} />
      {doors.map((door) => (
        <button key={door.issuer} type="button" className="primary" onClick={(event) => void signInWith(door, event.currentTarget.form)}>
          {say('signIn.with', { issuer: hostOf(door.issuer) })}
        </button>
      ))}
      {doors.length > 0 && !ownToken && (
        <button type="button" className="plain" onClick={() => setOwnToken(true)}>
          {say('signIn.token')}
        </button>
      )}
      {(doors.length === 0 || ownToken) && (
        <button type="submit" className="primary" disabled={known.state === 'asking' || known.state === 'failed'}>
          {say('signIn')}
        </button>
      )}
      <p role="alert">{known.state === 'failed' ? known.why : problem}</p>
    </form>
  )
}

/** An issuer's name is an address, of which people know the host. */
function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host || issuer : issuer
}
