import { z } from 'zod'

/** Where people of an issuer sign in at the desk: OpenID Connect, authorization code with PKCE (RFC 6749, RFC 7636; RFC 9700 asks for it). */
export interface SignInDoor {
  /** The `iss` of the tokens that come of it; names the door. */
  readonly issuer: string
  /** What the issuer calls this hub's desk: a public client, without a secret. */
  readonly clientId: string
  /** The issuer's authorization endpoint: where the browser goes. */
  readonly authorize: string
  /** The issuer's token endpoint: where the hub takes the code. */
  readonly token: string
  /** What is asked for. */
  readonly scope: string
}

/** What the browser came back with, and what proves that it is the one that left. */
export interface GivenCode {
  readonly code: string
  /** RFC 7636, 4.1. */
  readonly verifier: string
  readonly redirectUri: string
}

/** How long an issuer may take, in milliseconds. */
const patience = 10_000
/** The longest answer that is read, in bytes. */
const longestAnswer = 64 * 1024
const granted = z.object({ access_token: z.string().min(1), token_type: z.string().regex(/^bearer$/i) })

/**
 * Takes a code to the issuer's token endpoint and gives the access token; null when the issuer refuses, does not answer, or answers with something else. Nothing of it is kept: the
 * hub does it in the browser's place only because its page may speak to nobody but the hub.
 */
export async function exchangeCode(door: SignInDoor, { code, verifier, redirectUri }: GivenCode): Promise<string | null> {
  try {
    const response = await fetch(door.token, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: door.clientId,
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const text = await boundedText(response)
    if (!response.ok || text === null) return null
    const read = granted.safeParse(JSON.parse(text))
    return read.success ? read.data.access_token : null
  } catch {
    return null
  }
}

async function boundedText({ body }: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    length += piece.length
    if (length > longestAnswer) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
