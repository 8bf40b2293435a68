import { readSettings, SettingsRefused } from '../config/settings.ts'
import type { CommandIo } from './viewAs.ts'

/** `comity config check`: says how a hub would be run by a file and the environment over it, without starting it. Secrets are not printed. Exit code 1 when it would not start. */
export function checkConfig(path: string | undefined, io: CommandIo): number {
  try {
    const { variables: _, ...settings } = readSettings(path, io.environment)
    const shown = { ...settings, databaseUrl: withoutPassword(settings.databaseUrl), redisUrl: withoutPassword(settings.redisUrl) }
    io.out.write(`${JSON.stringify(shown, null, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error
    io.err.write(`${error.message}\n`)
    return 1
  }
}

function withoutPassword(url: string | null): string | null {
  if (url === null) return null
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}
