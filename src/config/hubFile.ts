import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { checkShape } from './checkShape.ts'
import { type HubFile, hubSchema } from './hubSchema.ts'
import { readTextFile, wholeFile } from './readTextFile.ts'
import { resolveReferences, type Variables } from './resolveReferences.ts'
import { type Path, YamlSource } from './yamlSource.ts'

/** `comity.yaml` as it was read: every mistake at its line, or what it says. */
export type ReadHubFile =
  | { readonly file: HubFile; readonly source: YamlSource; readonly problems: readonly [] }
  | { readonly file: null; readonly source: YamlSource | null; readonly problems: readonly Problem[] }

/** Reads `comity.yaml`. References `${NAME}` and `${file:/run/secrets/name}` are resolved, and relative paths start at the file's own folder. Never throws; no message holds a value. */
export function readHubFile(path: string, variables: Variables): ReadHubFile {
  const text = readTextFile(path)
  if (typeof text !== 'string') return { file: null, source: null, problems: [text] }
  if (text === 'absent') return { file: null, source: null, problems: [wholeFile(path, 'there is no such file')] }
  const source = new YamlSource(text, path)
  if (source.problems.length > 0) return { file: null, source, problems: source.problems }
  const resolved = resolveReferences(source, variables, readSecret)
  if (resolved.problems.length > 0) return { file: null, source, problems: resolved.problems }
  const shaped = checkShape(hubSchema, resolved.content, source)
  if (shaped.data === null) return { file: null, source, problems: shaped.problems }
  return { file: withPaths(shaped.data, dirname(resolve(path))), source, problems: [] }
}

/** The text of a secret that was mounted as a file, without the line's end that editors add. */
function readSecret(path: string): string | null {
  const text = readTextFile(path)
  return typeof text === 'string' && text !== 'absent' ? text.replace(/\r?\n$/, '') : null
}

/** Where in the file paths stand. */
const pathsOf: readonly Path[] = [
  ['bureaus'],
  ['issuers'],
  ['data'],
  ['ledger', 'export'],
  ['documents', 'folder'],
  ['listen', 'tls', 'certificate'],
  ['listen', 'tls', 'key'],
  ['listen', 'tls', 'clients', 'authority'],
  ['listen', 'tls', 'clients', 'revoked'],
]

function withPaths(file: HubFile, folder: string): HubFile {
  const absolute = (path: string) => (path.startsWith('~/') ? join(homedir(), path.slice(2)) : resolve(folder, path))
  const copy = structuredClone(file)
  for (const steps of pathsOf) {
    let holder: unknown = copy
    for (const step of steps.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[step]
    const last = String(steps.at(-1))
    const path = (holder as Record<string, unknown> | undefined)?.[last]
    if (typeof path === 'string') (holder as Record<string, unknown>)[last] = absolute(path)
  }
  return copy
}
