/** Something that runs until it is stopped. */
interface Running {
  stop(): Promise<void>
  /** Called at SIGHUP. Says itself what went wrong. Default: SIGHUP ends the process, as the system has it. */
  reload?(): Promise<void>
}

/**
 * Starts something, waits for SIGINT or SIGTERM, stops it, and gives the exit code: 0 after an orderly stop, 1 when it could not start. A start that fails
 * says why in words, without a stack.
 */
export async function runUntilSignal(start: () => Promise<Running>): Promise<number> {
  const signalled = Promise.withResolvers<void>()
  // Listened to until the very end: a second signal while draining changes nothing, since a terminal may send Ctrl-C to a parent and to us.
  const onSignal = () => signalled.resolve()
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    const running = await start()
    if (running.reload !== undefined) process.on('SIGHUP', () => void running.reload?.().catch(() => {}))
    await signalled.promise
    await running.stop()
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
