import type { Declared } from '../admission.ts'

/** Names that stand in for headers, in small letters. */
const names = ['authorization', 'comity-purpose', 'comity-emergency'] as const

/**
 * What a client declares for all operations of a socket, in the payload of `connection_init`: the headers that it would send over HTTP, by name in whatever case. Null when one of them is
 * not text, or stands there twice. What else there is, is not looked at.
 */
export function readConnectionParams(payload: Readonly<Record<string, unknown>> | undefined): Declared | null {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(payload ?? {})) {
    const name = names.find((one) => one === key.toLowerCase())
    if (name === undefined || value === null || value === undefined) continue
    if (typeof value !== 'string' || found.has(name)) return null
    found.set(name, value)
  }
  const [authorization, purpose, emergency] = names.map((name) => found.get(name))
  return { authorization, purpose, emergency, traceparent: undefined }
}
