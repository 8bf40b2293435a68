import { useEffect, useState } from 'react'
import { readSignIns, type SignInDoor } from './issuerSignIn.ts'
import type { Persona } from './persona.ts'
import { readPersonas } from './readPersonas.ts'

/** What the desk knows of the hub's personas so far; `notDemo` when callers bring their own token. */
export type Personas =
  | { readonly state: 'asking' }
  | { readonly state: 'notDemo'; readonly doors: readonly SignInDoor[] }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'known'; readonly personas: readonly Persona[] }

/** Asks the hub once for its personas, and without them for the issuers at which people sign in. */
export function usePersonas(): Personas {
  const [known, setKnown] = useState<Personas>({ state: 'asking' })
  useEffect(() => {
    const ask = async (): Promise<Personas> => {
      const personas = await readPersonas()
      return personas === null ? { state: 'notDemo', doors: await readSignIns() } : { state: 'known', personas }
    }
    ask().then(setKnown, () => setKnown({ state: 'failed', why: 'The hub does not answer. Start it and reload this page.' }))
  }, [])
  return known
}
