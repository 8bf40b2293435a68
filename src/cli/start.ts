import { readSettings } from '../config/settings.ts'
import { createLog, startHub } from '../main.ts'
import { runUntilSignal } from './runUntilSignal.ts'

/** How `comity start` is called. */
export interface StartOptions {
  /** `comity.yaml`. Default: the environment alone says how the hub is run. */
  readonly config?: string
  /** Start without bureaus whose files have errors. */
  readonly skipBroken?: boolean
}

/** `comity start`: the hub over real bureaus. Resolves with the exit code once it has drained. */
export async function start({ config, skipBroken = false }: StartOptions): Promise<number> {
  return runUntilSignal(async () => {
    const environment = readSettings(config)
    if (environment.bureaus === null)
      throw new Error('COMITY_BUREAUS, or `bureaus` of comity.yaml, must name a folder of bureau folders (`comity demo` needs none)')
    if (environment.issuers === null)
      throw new Error(
        'COMITY_ISSUERS, or `issuers` of comity.yaml, must name the file of token issuers to trust (`comity demo` brings its own)',
      )
    const hub = await startHub({
      environment,
      bureaus: environment.bureaus,
      variables: environment.variables,
      skipBroken,
      demo: null,
      log: createLog(environment.logLevel),
    })
    process.stdout.write(`Comity answers at ${hub.url}/graphql\n`)
    return hub
  }, 'reloads')
}
