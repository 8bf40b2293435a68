import { readSettings, SettingsRefused } from '../config/settings.ts'
import type { Finding } from '../main/doctor/finding.ts'
import { examinationsOf } from '../main/examine.ts'
import type { CommandIo } from './viewAs.ts'
import { wrap } from './wrap.ts'

/** How `comity doctor` is called. */
export interface DoctorOptions {
  /** `comity.yaml`. Default: the environment alone. */
  readonly config?: string
  /** Print lines of JSON instead of words. */
  readonly json?: boolean
}

const marks: Readonly<Record<Finding['state'], string>> = { well: 'ok  ', doubtful: 'look', ill: 'ILL ' }

/**
 * Looks at everything that a hub needs, with what is wrong and the cure, each as soon as it is known. Changes nothing, and prints no secret. Resolves to the exit code: 1 when something is ill, else 0.
 */
export async function doctor({ config, json = false }: DoctorOptions, io: CommandIo): Promise<number> {
  let failed = false
  const tell = (name: string, findings: readonly Finding[]) => {
    failed ||= findings.some(({ state }) => state === 'ill')
    for (const finding of findings) io.out.write(json ? `${JSON.stringify({ name, ...finding })}\n` : linesOf(name, finding))
  }
  try {
    const settings = readSettings(config, io.environment)
    tell('settings', [{ state: 'well', says: config === undefined ? 'of the environment' : `of ${config}, and the environment over it` }])
    await Promise.all((await examinationsOf(settings)).map(async ({ name, look }) => tell(name, await look())))
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error
    tell('settings', [{ state: 'ill', says: error.message, cure: 'mend them; `comity config check` tells how they are read' }])
  }
  return failed ? 1 : 0
}

function linesOf(name: string, { state, says, cure }: Finding): string {
  const head = says.split('\n').map((line, i) => (i === 0 ? `${marks[state]}  ${name}: ${line}` : `      ${line}`))
  return `${[...head, ...(cure === undefined ? [] : wrap(cure, '        -> '))].join('\n')}\n`
}
