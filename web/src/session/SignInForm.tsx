import { type FormEvent, useState } from 'react'
import { useWords } from '../words/words.ts'
import { DeclarationFields } from './DeclarationFields.tsx'
import type { Declaration } from './declaration.ts'
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

  return (
    <form className="sign-in-form" aria-label={say('signIn')} autoComplete="off" onSubmit={signIn}>
      {known.state === 'notDemo' ? <TokenField /> : <PersonaField personas={personas} value={chosen} onChange={choose} />}
      <DeclarationFields purposes={persona?.purposes ?? purposes} declaration={declaration} onDeclare={onDeclare} />
      <button type="submit" className="primary" disabled={known.state === 'asking' || known.state === 'failed'}>
        {say('signIn')}
      </button>
      <p role="alert">{known.state === 'failed' ? known.why : problem}</p>
    </form>
  )
}
