import type { SourceFile } from './sourceFile.ts'

/** Rooms that know the domain only as data. */
export const generic = /^src\/(plan|disclosure|connectors|mapping)\//

/**
 * Record type names in files that must know none, comments included. "Operation" is also what GraphQL calls a query, so that it counts only where
 * it stands alone as a text.
 */
export function domainProblems(files: readonly SourceFile[], recordTypes: readonly string[]): readonly string[] {
  const names = recordTypes.filter((name) => name !== 'Operation').join('|')
  const noun = new RegExp(`(${names})s?(?![a-z])|(['"\`])Operations?\\2`)
  return problemsOf(
    files,
    noun,
    (found) => `names the record type ${found.replace(/['"`]/g, '')}: this room knows types only through the catalogue`,
  )
}

/** Marks of unfinished work. */
export function unfinishedProblems(files: readonly SourceFile[]): readonly string[] {
  return problemsOf(files, /\b(TO[D]O|FIX[M]E|HAC[K])\b/, (found) => `says ${found}: finish it, or open an issue`)
}

/** Paths that exist on one machine only. */
export function hostPathProblems(files: readonly SourceFile[]): readonly string[] {
  const here = /(?<![\w.:/])\/(home|root|Users|work|private\/tmp)\/[\w.-]+|\b[A-Z]:\\(Users|Documents)\b/
  return problemsOf(files, here, (found) => `names a place on one machine (${found})`)
}

/** What looks like a secret: private keys, tokens, credentials of well-known services, passwords in the text. */
export function secretProblems(files: readonly SourceFile[]): readonly string[] {
  const secret =
    /-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}|\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_\w{30,}|\bxox[bap]-[\w-]{20,}|:\/\/[\w-]+:(?!\$)[^@\s/'"`$]{12,}@/
  return problemsOf(files, secret, () => 'holds what looks like a secret')
}

/** Bureau files whose code belongs to a real country: examples use the codes that ISO 3166-1 leaves to users, X and two letters. */
export function realCountryProblems(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const code = /^code:\s*['"]?(\w+)/m.exec(text)?.[1]
    return code === undefined || /^X[A-Z]$/.test(code) ? [] : [`${path}: ${code} is no fictional bureau (XA to XZ)`]
  })
}

function problemsOf(files: readonly SourceFile[], pattern: RegExp, say: (found: string) => string): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const found = pattern.exec(line)?.[0]
      return found === undefined ? [] : [`${path}:${at + 1} ${say(found)}`]
    }),
  )
}
