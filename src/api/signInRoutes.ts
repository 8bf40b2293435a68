import type { FastifyInstance, FastifyReply } from 'fastify'
import { exchangeCode, type GivenCode, type SignInDoor } from '../identity/codeExchange.ts'
import { guarded } from './answer.ts'
import { isJson } from './mediaTypes.ts'

/** Codes that are under way to issuers at once. Whoever asks need not be known yet: without a bound they could hold as many connections of the hub as they liked. */
const mostUnderWay = 20

/**
 * The desk's sign-in with an issuer. The page learns where to send the browser, and hands over the code that it comes back with. The body must be JSON: a page of another site cannot send that
 * without a preflight, which is never granted; and without the verifier, which never left the desk, a code is worth nothing.
 */
export function signInRoutes(app: FastifyInstance, doors: readonly SignInDoor[]): void {
  let underWay = 0
  app.get('/sign-in', (_request, reply) =>
    reply.headers(guarded).send(doors.map(({ issuer, clientId, authorize, scope }) => ({ issuer, clientId, authorize, scope }))),
  )
  app.post('/sign-in/token', async (request, reply) => {
    if (!isJson(request.headers['content-type'])) return refuse(reply, 415)
    const given = givenOf(request.body)
    const door = doors.find(({ issuer }) => issuer === given?.issuer)
    if (given === null || door === undefined) return refuse(reply, 400)
    if (underWay >= mostUnderWay) return refuse(reply, 503)
    underWay++
    const token = await exchangeCode(door, given).finally(() => underWay--)
    return token === null ? refuse(reply, 403) : reply.headers(guarded).send({ token })
  })
}

function givenOf(body: unknown): (GivenCode & { readonly issuer: string }) | null {
  try {
    const { issuer, code, verifier, redirectUri } = JSON.parse(String(body)) as Readonly<Record<string, unknown>>
    const all = [issuer, code, verifier, redirectUri]
    if (!all.every((one) => typeof one === 'string' && one !== '' && one.length <= 4096)) return null
    return { issuer, code, verifier, redirectUri } as GivenCode & { readonly issuer: string }
  } catch {
    return null
  }
}

function refuse(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).headers(guarded).send({ error: 'refused' })
}
