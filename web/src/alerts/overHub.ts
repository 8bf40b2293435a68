import type { AlertTransport } from '../../../client/alerts/transport.ts'
import type { Hub } from '../hub/hub.ts'
import { HubProblem } from '../hub/hubProblem.ts'

/** A stream that says nothing for so long is lost, in milliseconds: the hub says something every 15 seconds at least, and a dead network says nothing at all. */
export const longestSilence = 40_000

/** Carries alerts over the desk's own connection to the hub. */
export function overHub(hub: Hub, signal: AbortSignal): AlertTransport {
  return {
    async *subscribe(document, variables) {
      const stopped = new AbortController()
      const results = hub.follow(document, variables, AbortSignal.any([signal, stopped.signal]))
      try {
        for (;;) {
          const silence = setTimeout(() => stopped.abort(new Error('The hub has gone silent.')), longestSilence)
          const { done, value } = await results.next().finally(() => clearTimeout(silence))
          if (done === true) return
          yield { data: value.data, errors: value.problems.map(asError) }
        }
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
