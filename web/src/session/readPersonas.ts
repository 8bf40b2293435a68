import type { Persona } from './persona.ts'

/** The demo hub's personas, or null when the hub is not a demo. Throws when it does not answer. */
export async function readPersonas(): Promise<readonly Persona[] | null> {
  const response = await fetch('demo/personas', { cache: 'no-store', credentials: 'omit' })
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`The hub answered ${response.status} when asked for its personas.`)
  return (await response.json()) as readonly Persona[]
}
