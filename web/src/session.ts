import type { Persona } from './persona.ts'
import { purposes } from './purposes.ts'

/** Someone signed in at the desk. The token lives in a closure: no storage, no DOM, no property holds it. */
export interface Session {
  /** Different for every sign-in. */
  readonly id: number
  /** Who it is, for people to read. */
  readonly holder: string
  /** Purposes the holder may declare, as names of `Purpose`. */
  readonly purposes: readonly string[]
  /** A token that is good for the next request. Throws when it can no longer be renewed. */
  readonly token: () => Promise<string>
  /** Fires when the session ends; requests under way stop. */
  readonly signal: AbortSignal
  /** Forgets the token. */
  readonly end: () => void
}

/** What the desk needs to know of a demo persona. */
export type SignInAs = Pick<Persona, 'id' | 'name' | 'title' | 'bureau' | 'purposes'>

/** A token with the instant it expires, in milliseconds since 1970. */
interface Issued {
  readonly token: string
  readonly expiresAt: number
}

/** A token is renewed when it has less than this left, in milliseconds. */
const margin = 30_000
let count = 0

/** Signs in as a demo persona. The token is renewed when a request finds it near its end. */
export async function startDemoSession(persona: SignInAs, now: () => number = Date.now): Promise<Session> {
  const ending = new AbortController()
  let issued = await issueToken(persona.id, ending.signal)
  let renewal: Promise<Issued> | null = null
  const renew = async (): Promise<string> => {
    renewal ??= issueToken(persona.id, ending.signal).finally(() => {
      renewal = null
    })
    issued = await renewal
    return issued.token
  }
  const token = async (): Promise<string> => {
    ending.signal.throwIfAborted()
    return issued.expiresAt - now() > margin ? issued.token : await renew()
  }
  const end = (): void => {
    issued = { token: '', expiresAt: 0 }
    ending.abort(new Error('Signed out.'))
  }
  return {
    id: ++count,
    holder: `${persona.name}, ${persona.title}, ${persona.bureau}`,
    purposes: persona.purposes,
    token,
    signal: ending.signal,
    end,
  }
}

/** Holds a token that the caller got from their own issuer. */
export function startTokenSession(given: string): Session {
  const ending = new AbortController()
  let held = given
  const token = async (): Promise<string> => {
    ending.signal.throwIfAborted()
    return held
  }
  const end = (): void => {
    held = ''
    ending.abort(new Error('Signed out.'))
  }
  return { id: ++count, holder: 'Token holder', purposes, token, signal: ending.signal, end }
}

async function issueToken(persona: string, signal: AbortSignal): Promise<Issued> {
  const response = await fetch('demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
    cache: 'no-store',
    credentials: 'omit',
    signal,
  })
  if (!response.ok) throw new Error(`The hub did not issue a token: it answered ${response.status}.`)
  const { token, expiresAt } = (await response.json()) as { readonly token: string; readonly expiresAt: string }
  const instant = Date.parse(expiresAt)
  if (Number.isNaN(instant)) throw new Error('The hub issued a token without a date of expiry.')
  return { token, expiresAt: instant }
}
