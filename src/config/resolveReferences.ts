import type { Problem } from '../model/problem.ts'
import type { Path, YamlSource } from './yamlSource.ts'

/** The environment that references are looked up in. */
export type Variables = Readonly<Record<string, string | undefined>>

const reference = /\$\$\{|\$\{(?:file:([^}]+)\}|([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\})?/g

/**
 * Replaces `${NAME}` and `${NAME:-default}` in every text of a file; `$${` stands for `${`. The default serves when the variable is unset or empty. Keys are left as they are. `readFile` gives the text for
 * `${file:/path}`, null where it cannot be read; without it there are no such references: a bureau's file must not name files of the hub's machine.
 */
export function resolveReferences(
  source: YamlSource,
  variables: Variables,
  readFile?: (path: string) => string | null,
): { readonly content: unknown; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const resolveText = (text: string, at: Path) =>
    text.replace(reference, (match, path: string | undefined, name: string | undefined, fallback: string | undefined) => {
      if (match === '$${') return '${'
      if (path !== undefined && readFile !== undefined) {
        const text = readFile(path)
        if (text === null) problems.push(source.problem(at, `the file that it refers to cannot be read: ${path}`))
        return text ?? ''
      }
      if (name === undefined) {
        problems.push(source.problem(at, 'a reference is written ${NAME} or ${NAME:-default}', { suggestion: 'write $${ for a plain ${' }))
        return ''
      }
      const value = variables[name]
      if (value !== undefined && (value !== '' || fallback === undefined)) return value
      if (fallback !== undefined) return fallback
      const suggestion = `set ${name}, or write \${${name}:-default}`
      problems.push(source.problem(at, `the environment variable ${name} is not set`, { suggestion }))
      return ''
    })
  const resolve = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') return value.includes('${') ? resolveText(value, path) : value
    if (Array.isArray(value)) return value.map((member, i) => resolve(member, [...path, i]))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolve(member, [...path, key])]))
  }
  return { content: resolve(source.content, []), problems }
}
