import { type Call, ConnectorError } from './connector.ts'

/** Milliseconds until the deadline of a call; zero when it has passed. */
export function remainingMs(call: Call): number {
  return Math.max(0, call.deadline - Date.now())
}

/** The error of a call that ran out of time or was given up. */
export function timedOut(cause?: unknown): ConnectorError {
  return new ConnectorError('TIMEOUT', 'no answer in time', { cause })
}

/** A signal that aborts when the caller goes away or the deadline passes, whichever comes first; `release` ends the watch. */
export function watch(call: Call): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, Math.min(remainingMs(call), 2 ** 31 - 1))
  if (call.signal.aborted) abort()
  else call.signal.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer)
      call.signal.removeEventListener('abort', abort)
    },
  }
}

/**
 * Runs `work` within the call's time. When the time is over the caller is let go at once with TIMEOUT; `work` hears of it through its signal and
 * cleans up behind.
 */
export async function within<T>(call: Call, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { signal, release } = watch(call)
  if (signal.aborted || remainingMs(call) === 0) {
    release()
    throw timedOut()
  }
  let stop: (() => void) | undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(timedOut())
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work(signal), stopped])
  } catch (error) {
    throw signal.aborted && !(error instanceof ConnectorError && error.reason === 'TIMEOUT') ? timedOut(error) : error
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop)
    release()
  }
}
