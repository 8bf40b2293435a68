import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { SignInDoor } from '../../src/identity/codeExchange.ts'

/** An issuer at which everybody is signed in at once. */
export interface CodeIssuer extends AsyncDisposable {
  readonly door: SignInDoor
  /** What its token endpoint says instead of a token; null: a token. */
  says: { readonly status: number; readonly body: string } | null
}

/** An OpenID Connect issuer of authorization codes with PKCE on a free port: it gives `token()` for a code of its own, once, to whoever has the verifier (RFC 7636, 4.6). */
export async function codeIssuer(token: () => string): Promise<CodeIssuer> {
  const codes = new Map<string, { readonly challenge: string; readonly redirect: string }>()
  const issuer: { says: CodeIssuer['says'] } = { says: null }
  const grant = async (request: IncomingMessage): Promise<{ status: number; body: string }> => {
    const form = new URLSearchParams(await text(request))
    const given = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const good = form.get('grant_type') === 'authorization_code' && form.get('client_id') === 'comity-desk'
    if (!good || given?.challenge !== challenge || given.redirect !== form.get('redirect_uri'))
      return { status: 400, body: '{"error":"invalid_grant"}' }
    return issuer.says ?? { status: 200, body: JSON.stringify({ access_token: token(), token_type: 'Bearer' }) }
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://issuer')
    if (url.pathname === '/token') {
      const { status, body } = await grant(request)
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
      return
    }
    const asked = url.searchParams
    const redirect = new URL(asked.get('redirect_uri') ?? '')
    redirect.searchParams.set('state', asked.get('state') ?? '')
    const refused = asked.get('code_challenge_method') !== 'S256' || asked.get('response_type') !== 'code'
    if (refused) redirect.searchParams.set('error', 'invalid_request')
    else {
      const code = randomUUID()
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirect: asked.get('redirect_uri') ?? '' })
      redirect.searchParams.set('code', code)
    }
    response.writeHead(302, { location: redirect.href }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(issuer, {
    door: {
      issuer: 'https://id.xa.example',
      clientId: 'comity-desk',
      authorize: `${url}/authorize`,
      token: `${url}/token`,
      scope: 'openid',
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}
