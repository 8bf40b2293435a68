import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DemoIssuer } from '../identity/demo/demoIssuer.ts'
import { isLoopback } from '../model/isLoopback.ts'
import { guarded } from './answer.ts'
import { isJson } from './mediaTypes.ts'

/**
 * The demo's sign-in. A page of another site must not be able to fetch a token through the user's browser: the `Host` must be this
 * machine's own (against DNS rebinding), the body must be JSON (a cross-site form cannot send it without a preflight, which is never
 * granted), and an `Origin` must be loopback too.
 */
export function demoRoutes(app: FastifyInstance, issuer: DemoIssuer): void {
  app.get('/demo/personas', (request, reply) => {
    if (!isLocal(request)) return refuse(reply, 403)
    return reply
      .headers(guarded)
      .send(issuer.personas.map(({ id, name, title, bureau, roles, purposes }) => ({ id, name, title, bureau, roles, purposes })))
  })
  app.get('/demo/.well-known/jwks.json', (request, reply) =>
    isLocal(request) ? reply.headers(guarded).send(issuer.jwks) : refuse(reply, 403),
  )
  app.post('/demo/token', async (request, reply) => {
    if (!isLocal(request)) return refuse(reply, 403)
    if (!isJson(request.headers['content-type'])) return refuse(reply, 415)
    const issued = await issuer.issue(personaOf(request.body))
    return issued === null ? refuse(reply, 404) : reply.headers(guarded).send(issued)
  })
}

function isLocal({ headers }: FastifyRequest): boolean {
  const origin = headers.origin
  return isLoopback(hostOf(`http://${headers.host ?? ''}`)) && (origin === undefined || isLoopback(hostOf(origin)))
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}

function personaOf(body: unknown): string {
  try {
    const { persona } = JSON.parse(String(body)) as { persona?: unknown }
    return typeof persona === 'string' ? persona : ''
  } catch {
    return ''
  }
}

function refuse(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).headers(guarded).send({ error: 'refused' })
}
