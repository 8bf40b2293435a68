import { ConnectorError } from '../connector.ts'

/** Levels of nesting accepted. */
const mostLevels = 64

/**
 * Parses an answer. Integers too large for a double arrive as their text. Throws BAD_ANSWER for anything that is not JSON, or nested deeper than any record is.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new ConnectorError('BAD_ANSWER', 'the answer is nested too deeply')
  try {
    return /\d{16}/.test(text) ? JSON.parse(text, keepLargeIntegers) : JSON.parse(text)
  } catch {
    // The parser's own words quote the answer.
    throw new ConnectorError('BAD_ANSWER', 'the answer is not JSON')
  }
}

function keepLargeIntegers(this: unknown, _key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || context?.source === undefined) return value
  return /^-?\d+$/.test(context.source) ? context.source : value
}

/** Looked at before parsing, so that a hostile answer costs one pass over its text. */
function isTooDeep(text: string): boolean {
  let level = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x22) i = endOfString(text, i)
    else if (code === 0x7b || code === 0x5b) {
      if (++level > mostLevels) return true
    } else if (code === 0x7d || code === 0x5d) level--
  }
  return false
}

function endOfString(text: string, start: number): number {
  let i = text.indexOf('"', start + 1)
  while (i > 0) {
    let slashes = 0
    while (text.charCodeAt(i - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return i
    i = text.indexOf('"', i + 1)
  }
  return text.length
}

/** The value at a dotted path; the empty path is the value itself. Undefined where there is none. */
export function at(value: unknown, path: string): unknown {
  if (path === '') return value
  let found: unknown = value
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return found
}

/** The rows at a path of an answer. Throws BAD_ANSWER when there is no list of objects. */
export function rowsAt(answer: unknown, path: string): readonly Readonly<Record<string, unknown>>[] {
  const rows = at(answer, path)
  if (!Array.isArray(rows) || !rows.every(isRow))
    throw new ConnectorError('BAD_ANSWER', `there is no list of rows at '${path}' in the answer`)
  return rows
}

/** Whether a value is an object with names. */
export function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
