/** Something that runs until it is stopped. */
interface Running {
  stop(): Promise<void>
  /** Looks at its files again. Says itself what went wrong. */
  reload?(): Promise<void>
}

/**
 * Starts something, waits for SIGINT or SIGTERM, stops it, and gives the exit code: 0 after an orderly stop, 1 when it could not start. A start that fails
 * says why in words, without a stack. `hangUp`: what SIGHUP does; by default it ends the process, as the system has it.
 */
export async function runUntilSignal(start: () => Promise<Running>, hangUp: 'ends' | 'reloads' = 'ends'): Promise<number> {
  const signalled = Promise.withResolvers<void>()
  // Listened to until the very end: a second signal while draining changes nothing, since a terminal may send Ctrl-C to a parent and to us.
  const onSignal = () => signalled.resolve()
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    const starting = start()
    // From the first moment on, since a SIGHUP that nobody listens to ends the process.
    if (hangUp === 'reloads') process.on('SIGHUP', () => void starting.then((running) => running.reload?.()).catch(() => {}))
    const running = await starting
    await signalled.promise
    await running.stop()
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
