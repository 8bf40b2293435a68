import type { Persona } from './persona.ts'
import { purposes } from './purposes.ts'
import { readClaims } from './readClaims.ts'

/** Someone signed in at the desk. The token lives in a closure: no storage, no DOM, no property holds it. */
export interface Session {
  /** Different for every sign-in. */
  readonly id: number
  /** The same for the same person, however often they sign in: who signs in again as the same goes on where they were. */
  readonly who: string
  /** Who it is, for people to read. */
  readonly holder: string
  /** Purposes the holder may declare, as names of `Purpose`. */
  readonly purposes: readonly string[]
  /** When it is over, in milliseconds since 1970; null when it renews itself, or does not say. */
  readonly endsAt: number | null
  /** A token that is good for the next request. Throws when it can no longer be renewed. */
  readonly token: () => Promise<string>
  /** Hears that the hub takes the token no more. The next `token()` gives another one, or throws. */
  readonly refused: () => void
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

/** The session is over: the holder has to sign in again. */
export class SessionOver extends Error {
  override readonly name = 'SessionOver'
}

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
  const forget = (): void => {
    issued = { token: '', expiresAt: 0 }
  }
  const end = (): void => {
    forget()
    ending.abort(new Error('Signed out.'))
  }
  return {
    id: ++count,
    who: `demo ${persona.id}`,
    holder: `${persona.name}, ${persona.title}, ${persona.bureau}`,
    purposes: persona.purposes,
    endsAt: null,
    token,
    refused: forget,
    signal: ending.signal,
    end,
  }
}

/** Holds a token that the caller got from their own issuer. What it says of its end is believed for the announcement alone: the hub decides. */
export function startTokenSession(given: string): Session {
  const ending = new AbortController()
  const claims = readClaims(given)
  let held = given
  const token = async (): Promise<string> => {
    ending.signal.throwIfAborted()
    if (held === '') throw new SessionOver('The token is no longer taken: sign in again.')
    return held
  }
  const forget = (): void => {
    held = ''
  }
  const end = (): void => {
    forget()
    ending.abort(new Error('Signed out.'))
  }
  return {
    id: ++count,
    who: `token ${claims.issuer} ${claims.subject}`,
    holder: claims.subject === '' ? 'Token holder' : `${claims.subject}${claims.bureau === '' ? '' : `, ${claims.bureau}`}`,
    purposes: claims.purposes.length > 0 ? claims.purposes : purposes,
    endsAt: claims.expiresAt,
    token,
    refused: forget,
    signal: ending.signal,
    end,
  }
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
  if (response.status === 401 || response.status === 403)
    throw new SessionOver(`The hub did not issue a token: it answered ${response.status}.`)
  if (!response.ok) throw new Error(`The hub did not issue a token: it answered ${response.status}.`)
  const { token, expiresAt } = (await response.json()) as { readonly token: string; readonly expiresAt: string }
  const instant = Date.parse(expiresAt)
  if (Number.isNaN(instant)) throw new Error('The hub issued a token without a date of expiry.')
  return { token, expiresAt: instant }
}
