import { useEffect, useState } from 'react'
import type { Persona } from './persona.ts'
import { readPersonas } from './readPersonas.ts'

/** What the desk knows of the hub's personas so far; `notDemo` when callers bring their own token. */
export type Personas =
  | { readonly state: 'asking' }
  | { readonly state: 'notDemo' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'known'; readonly personas: readonly Persona[] }

/** Asks the hub once for its personas. */
export function usePersonas(): Personas {
  const [known, setKnown] = useState<Personas>({ state: 'asking' })
  useEffect(() => {
    readPersonas().then(
      (personas) => setKnown(personas === null ? { state: 'notDemo' } : { state: 'known', personas }),
      () => setKnown({ state: 'failed', why: 'The hub does not answer. Start it and reload this page.' }),
    )
  }, [])
  return known
}
