import { posix } from 'node:path'
import type { SourceFile } from './sourceFile.ts'

/** Files that may be longer than the limit, each with its reason. Empty, and meant to stay so. */
export const longFiles: Readonly<Record<string, string>> = {}

/** Lines at which a file fails. */
export const lineLimit = 400

const forbidden = ['util', 'utils', 'helper', 'helpers', 'manager', 'managers', 'service', 'services', 'common', 'misc', 'data', 'info']

/** Files that are too long or badly named, as sentences. */
export function sizeProblems(files: readonly SourceFile[], allowed: Readonly<Record<string, string>> = longFiles): readonly string[] {
  return files.flatMap((file) => [...lengthProblems(file, allowed), ...nameProblems(file)])
}

function lengthProblems({ path, text }: SourceFile, allowed: Readonly<Record<string, string>>): readonly string[] {
  const lines = text.split('\n').length - 1
  return lines > lineLimit && allowed[path] === undefined ? [`${path} has ${lines} lines: ${lineLimit} is the most`] : []
}

function nameProblems({ path }: SourceFile): readonly string[] {
  const base = posix.basename(path).replace(/(\.test)?\.(ts|tsx|js)$/, '')
  if (base === 'index') return [`${path}: no index files; import from the file that has it`]
  const words = path.split('/').flatMap((part) => part.split(/(?=[A-Z])|[.\-_]/))
  const bad = words.map((word) => word.toLowerCase()).filter((word) => forbidden.includes(word))
  const problems = bad.map((word) => `${path}: "${word}" says nothing; name it after what it does`)
  const camel = /^[a-zA-Z][a-zA-Z0-9]*(\.config)?$/.test(base)
  return camel ? problems : [...problems, `${path}: file names are camelCase`]
}
