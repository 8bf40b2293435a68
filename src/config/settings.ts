import { formatProblem } from '../model/problem.ts'
import { type Environment, processVariables, readEnvironment } from './environment.ts'
import { readHubFile } from './hubFile.ts'
import type { Variables } from './resolveReferences.ts'
import { unsafeSettings } from './unsafeSettings.ts'

/** Settings that a hub cannot be run with; the message has a line for every mistake, and no value. */
export class SettingsRefused extends Error {}

/**
 * How a hub is to be run: by `comity.yaml` where one is named, and the environment over it. Throws `SettingsRefused` with every mistake at its line and, in production, with every unsafe
 * combination that was not accepted by name.
 */
export function readSettings(path: string | undefined, variables: Variables = processVariables()): Environment {
  const read = path === undefined ? null : readHubFile(path, variables)
  if (read !== null && read.file === null) throw new SettingsRefused(read.problems.map(formatProblem).join('\n'))
  const settings = environmentOver(variables, read?.file ?? null)
  const unsafe = settings.production ? unsafeSettings(settings) : []
  if (unsafe.length === 0) return settings
  const found = unsafe.map(({ risk, message }) => `  ${risk}: the hub ${message}`)
  const cure = 'Mend it, or name under `accept` in comity.yaml what something else answers for.'
  throw new SettingsRefused(['This is not safe in production:', ...found, cure].join('\n'))
}

function environmentOver(...given: Parameters<typeof readEnvironment>): Environment {
  try {
    return readEnvironment(...given)
  } catch (error) {
    throw error instanceof Error ? new SettingsRefused(error.message) : error
  }
}
