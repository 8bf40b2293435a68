import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import { guarded } from './answer.ts'

/** Where messages of bureaus' systems go. */
export interface CaptureDoor {
  /** Bytes of the largest message. */
  readonly mostBytes: number
  /** Takes one message in. Rejects when it could not be written down: then it was not taken. */
  receive(bureau: string, message: CaptureMessage): Promise<{ readonly status: number }>
  /** Refuses a message of which no more than its beginning was read. */
  refuseLarge(bureau: string): { readonly status: number }
}

/** A message as it arrived. */
export interface CaptureMessage {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Uint8Array
}

interface Posted {
  Params: { bureau: string }
}

/**
 * `POST /capture/<code>`: a bureau's system says that records changed. Its signature is all that opens the door, and a status all that comes back: 503 when the message could not be written down, and
 * it is to be sent again.
 */
export function captureRoute(app: FastifyInstance, { door, log, draining }: CaptureRouteParts): void {
  app.register((inner, _options, ready) => {
    // What is signed is bytes, and not what a decoder makes of them.
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    inner.setErrorHandler<{ readonly statusCode?: number }>((error, request, reply) => {
      const { statusCode = 500 } = error
      if (statusCode === 413) return answer(reply, door.refuseLarge((request.params as Posted['Params']).bureau).status)
      if (statusCode < 500) return answer(reply, statusCode)
      log.error(
        { reason: error instanceof Error ? error.name : typeof error },
        'a message of a bureau could not be written down: it was not taken',
      )
      return answer(reply, 503)
    })
    inner.post<Posted>('/capture/:bureau', { bodyLimit: door.mostBytes }, async (request, reply) => {
      if (draining()) return answer(reply, 503)
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const { status } = await door.receive(request.params.bureau, { headers: request.headers, body })
      return answer(reply, status)
    })
    ready()
  })
}

/** What the route works with. */
export interface CaptureRouteParts {
  readonly door: CaptureDoor
  readonly log: Pick<Logger, 'error'>
  /** Whether this node shuts down: messages are for another one then. */
  readonly draining: () => boolean
}

function answer(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).headers(guarded).send()
}
