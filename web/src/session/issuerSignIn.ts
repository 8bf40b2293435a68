import { returnChannel } from './returnChannel.ts'
import { type Session, startTokenSession } from './session.ts'

/** An issuer at which people sign in, as `GET /sign-in` lists it. */
export interface SignInDoor {
  readonly issuer: string
  readonly clientId: string
  readonly authorize: string
  readonly scope: string
}

/** The issuers at which people of this hub sign in; none where they bring a token. */
export async function readSignIns(): Promise<readonly SignInDoor[]> {
  const response = await fetch('sign-in', { cache: 'no-store', credentials: 'omit' })
  return response.ok ? ((await response.json()) as readonly SignInDoor[]) : []
}

/**
 * Signs in at an issuer in a window of its own: authorization code with PKCE (RFC 7636). The desk stays where it is, with all that was typed; the code comes back over a channel of this origin
 * and is worth nothing without the verifier, which never leaves this function but to the hub. Rejects when the issuer or the hub refuses, and when `signal` gives up waiting.
 */
export async function signInAt(door: SignInDoor, signal: AbortSignal): Promise<Session> {
  const [verifier, state] = [randomText(), randomText()]
  const redirectUri = new URL('signedIn.html', location.href).href
  const address = new URL(door.authorize)
  const asked = {
    response_type: 'code',
    client_id: door.clientId,
    redirect_uri: redirectUri,
    scope: door.scope,
    state,
    code_challenge: base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  const returned = waitFor(state, signal)
  window.open(address.href, '_blank', 'popup,width=520,height=680')
  const code = await returned
  const response = await fetch('sign-in/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ issuer: door.issuer, code, verifier, redirectUri }),
    cache: 'no-store',
    credentials: 'omit',
    signal,
  })
  if (!response.ok) throw new Error('The issuer gave no token for this sign-in.')
  const { token } = (await response.json()) as { readonly token: string }
  return startTokenSession(token)
}

/** The code that comes back with this state; what comes with another is not an answer to this desk. */
function waitFor(state: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(returnChannel)
    const end = (act: () => void): void => {
      channel.close()
      act()
    }
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true })
    channel.onmessage = ({ data }: MessageEvent<{ readonly state: string | null; readonly code: string | null }>) => {
      if (data.state !== state) return
      end(() => (data.code === null ? reject(new Error('The issuer did not sign you in.')) : resolve(data.code ?? '')))
    }
  })
}

function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)).buffer)
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
