import { SyntaxMistake } from './ast.ts'

/** A word of a condition. `value` is the decoded text of a `text`, the digits of a `number`, else what is written. */
export interface Token {
  readonly type: 'text' | 'number' | 'name' | 'sign' | 'end'
  readonly value: string
  readonly start: number
  readonly end: number
}

const signs = ['&&', '||', '==', '!=', '<=', '>=', '<', '>', '!', '(', ')', '[', ']', ',', '.', '-']
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
])
/** What people write out of habit from other languages. */
const habits: ReadonlyMap<string, string> = new Map([
  ['=', '"=" is not part of the language: write "==" to compare'],
  ['&', '"&" is not part of the language: write "&&"'],
  ['|', '"|" is not part of the language: write "||"'],
  ['+', 'there is no arithmetic in conditions; for days there is addDays(date, number)'],
  ['*', 'there is no arithmetic in conditions'],
  ['/', 'there is no arithmetic in conditions'],
  ['?', '"?" is not part of the language: write two rules'],
])

/** Cuts a condition into words; the last one is `end`. Throws `SyntaxMistake`. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    const char = text.charAt(at)
    if (/\s/.test(char)) {
      at++
      continue
    }
    const token = char === '"' || char === "'" ? readText(text, start) : (readWord(text, start) ?? readSign(text, start))
    tokens.push(token)
    at = token.end
  }
  tokens.push({ type: 'end', value: '', start: text.length, end: text.length })
  return tokens
}

function readWord(text: string, start: number): Token | null {
  const word = /[A-Za-z_0-9][A-Za-z_0-9]*/y
  word.lastIndex = start
  const value = word.exec(text)?.[0]
  if (value === undefined) return null
  const end = start + value.length
  if (!/^[0-9]/.test(value)) return { type: 'name', value, start, end }
  if (!/^[0-9]{1,15}$/.test(value)) throw new SyntaxMistake(`"${value}" is not a whole number`, { start, end })
  if (/^\.[0-9]/.test(text.slice(end, end + 2))) throw new SyntaxMistake('only whole numbers are part of the language', { start, end })
  return { type: 'number', value, start, end }
}

function readSign(text: string, start: number): Token {
  const value = signs.find((sign) => text.startsWith(sign, start))
  if (value !== undefined) return { type: 'sign', value, start, end: start + value.length }
  const char = String.fromCodePoint(text.codePointAt(start) ?? 0)
  const message = habits.get(char) ?? `${JSON.stringify(char)} is not part of the language`
  throw new SyntaxMistake(message, { start, end: start + char.length })
}

function readText(text: string, start: number): Token {
  const quote = text.charAt(start)
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === quote) return { type: 'text', value: value.normalize('NFC'), start, end: at + 1 }
    if (char !== '\\') {
      value += char
      continue
    }
    at++
    const decoded = escapes.get(text.charAt(at))
    if (decoded === undefined) {
      throw new SyntaxMistake(`"\\${text.charAt(at)}" is not an escape; use \\\\ \\" \\' \\n \\r \\t`, { start: at - 1, end: at + 1 })
    }
    value += decoded
  }
  throw new SyntaxMistake('the text is not closed: a quote is missing', { start, end: text.length })
}
