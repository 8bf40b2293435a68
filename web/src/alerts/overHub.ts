import type { AlertTransport } from '../../../client/alerts/transport.ts'
import type { Hub } from '../hub/hub.ts'
import { HubProblem } from '../hub/hubProblem.ts'

/** Carries alerts over the desk's own connection to the hub. */
export function overHub(hub: Hub, signal: AbortSignal): AlertTransport {
  return {
    async *subscribe(document, variables) {
      const stopped = new AbortController()
      try {
        for await (const { data, problems } of hub.follow(document, variables, AbortSignal.any([signal, stopped.signal])))
          yield { data, errors: problems.map(asError) }
      } catch (error) {
        if (!(error instanceof HubProblem) || error.code === 'NO_ANSWER') throw error
        throw Object.assign(new Error(error.message), { errors: [asError(error)] })
      } finally {
        stopped.abort()
      }
    },
  }
}

/** In the form in which GraphQL clients throw it. */
function asError({ message, code }: HubProblem) {
  return { message, extensions: { code } }
}
