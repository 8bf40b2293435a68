import { Writable } from 'node:stream'
import pino from 'pino'
import { buildSchema } from '../../src/api/executableSchema.ts'
import { createServer, type ServerOptions } from '../../src/api/server.ts'
import type { HubParts } from '../../src/hub.ts'
import { catalogue } from './catalogue.ts'
import { type MemoryBureau, memoryBureau } from './memoryBureau.ts'
import { memoryHub } from './memoryHub.ts'
import { testAuthenticator, testIssuer } from './tokens.ts'

/** Three notices of each of two bureaus. */
export function twoBureaus(): readonly [MemoryBureau, MemoryBureau] {
  const rows = (code: string) => ({
    Notice: [1, 2, 3].map((n) => ({ key: `n${n}`, kind: 'RED', issuedOn: `2026-01-0${n}`, number: `${code}-canary-${n}` })),
  })
  return [memoryBureau('XA', { rows: rows('XA') }), memoryBureau('XB', { rows: rows('XB') })]
}

/** The real server over bureaus in memory, on a free port. */
export async function memoryServer(
  bureaus: readonly MemoryBureau[] = twoBureaus(),
  over: Partial<ServerOptions> = {},
  parts: Partial<HubParts> = {},
) {
  const issuer = await testIssuer()
  const lines: string[] = []
  const log = pino({ level: 'trace' }, new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }))
  const memory = memoryHub(bureaus, parts)
  const server = await createServer({
    schema: buildSchema(catalogue),
    hub: memory.hub,
    authenticator: testAuthenticator([issuer.trusted], Date.now, (over.hub ?? memory.hub).revocations).authenticator,
    purposes: catalogue.enums.get('Purpose') ?? [],
    clock: () => Date.now(),
    log,
    host: '127.0.0.1',
    port: 0,
    demo: null,
    ...over,
  })
  const { url } = await server.listen()
  const token = await issuer.token()
  const headers = {
    authorization: `Bearer ${token}`,
    'comity-purpose': 'INVESTIGATION; case=XA-2026-0017',
    'content-type': 'application/json',
  }
  return {
    url,
    server,
    hub: memory.hub,
    issuer,
    token,
    /** Lines of the log so far. */
    lines,
    entries: memory.entries,
    revocations: (over.hub ?? memory.hub).revocations,
    /** Headers of a good request. */
    headers,
    /** Posts a document and reads the answer. */
    async ask(query: string, variables?: unknown, extra: Record<string, string> = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { ...headers, ...extra },
        body: JSON.stringify({ query, variables }),
      })
      return {
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as Record<string, unknown> & { errors?: { message: string; extensions: { code: string } }[] },
      }
    },
    [Symbol.asyncDispose]: () => server.drain(),
  }
}
