import { readEnvironment } from '../config/environment.ts'
import { createLog, startHub } from '../main.ts'
import { runUntilSignal } from './runUntilSignal.ts'

/** `comity start`: the hub over real bureaus. Resolves with the exit code once it has drained. */
export async function start(options: { readonly skipBroken: boolean }): Promise<number> {
  return runUntilSignal(async () => {
    const environment = readEnvironment()
    if (environment.bureaus === null) throw new Error('COMITY_BUREAUS must name a folder of bureau folders (`comity demo` needs none)')
    if (environment.issuers === null)
      throw new Error('COMITY_ISSUERS must name the file of token issuers to trust (`comity demo` brings its own)')
    const hub = await startHub({
      environment,
      bureaus: environment.bureaus,
      variables: environment.variables,
      skipBroken: options.skipBroken,
      demo: null,
      log: createLog(environment.logLevel),
    })
    process.stdout.write(`Comity answers at ${hub.url}/graphql\n`)
    return hub
  }, 'reloads')
}
