import { readFileSync, statSync } from 'node:fs'
import type { Problem } from '../model/problem.ts'

const mostBytes = 1024 * 1024

/** The text of a file; `'absent'` where there is none; a problem where it cannot be read. Never throws. */
export function readTextFile(path: string): string | 'absent' | Problem {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) return 'absent'
    if (!found.isFile()) return wholeFile(path, 'it is not a file')
    if (found.size > mostBytes) return wholeFile(path, 'it is larger than 1 MiB')
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    return wholeFile(path, error instanceof TypeError ? 'it is not UTF-8 text' : 'it cannot be read')
  }
}

/** A problem of a file as a whole. */
export function wholeFile(file: string, message: string, severity: Problem['severity'] = 'error'): Problem {
  return { severity, file, line: null, column: null, path: 'file', message }
}
