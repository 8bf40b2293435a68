import type { SourceFile } from './sourceFile.ts'

const ways: readonly RegExp[] = [
  // A modifier on the name, at once or after others.
  /\b(it|test|describe|suite|bench)(\s*\.\s*\w+(\([^)]*\))?)*\s*\.\s*(skip|todo|only|skipIf|runIf|fails)\b/,
  // The same names with a letter before them.
  /\b[xf](it|describe|test)\s*\(/,
  // Through the test's context, or taken out of it.
  /\b(context|ctx|task|t)\s*\.\s*skip\s*\(/,
  /\b(it|test)\b.*\(\s*\{[^}]*\bskip\b[^}]*\}\s*(:[^)]*)?\)\s*=>/,
  // Among the options.
  /\{[^}]*\b(skip|todo|only|fails)\s*:\s*(true|!)/,
]

/** Places in tests that do not run, or that keep others from running. */
export function skipProblems(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (ways.some((way) => way.test(line)) ? [`${path}:${at + 1} may not run: ${line.trim()}`] : [])),
  )
}
