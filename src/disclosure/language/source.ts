import { isMap, isNode, isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml'
import type { Problem } from '../../model/problem.ts'

/** A path into the file: keys and list positions. */
export type Path = readonly (string | number)[]

/** Longest file, in characters: some thousands of rules. */
export const longestFile = 1_000_000

/** Mistakes of YAML told at once. */
const mostMistakes = 10

/** A YAML text with its positions. */
export class Source {
  readonly #text: string
  readonly #file: string
  readonly #lines = new LineCounter()
  readonly #document: ReturnType<typeof parseDocument>
  /** The content as plain values, or undefined when `problems` has any. */
  readonly content: unknown
  /** Mistakes of YAML itself. */
  readonly problems: readonly Problem[]

  /** Never throws. `file` is the path to name in problems. */
  constructor(text: string, file: string) {
    this.#file = file
    this.#text = text.length > longestFile ? '' : text
    this.#document = parseDocument('')
    if (text.length > longestFile) {
      this.problems = [this.problem([], 'file', `the file is longer than ${longestFile} characters`)]
      return
    }
    try {
      this.#document = parseDocument(text, {
        lineCounter: this.#lines,
        version: '1.2',
        schema: 'core',
        prettyErrors: false,
        logLevel: 'silent',
      })
      const mistakes = [...this.#document.errors, ...this.#document.warnings]
      // One missing bracket brings a long tail of followers.
      const problems = mistakes.slice(0, mostMistakes).map(({ message, pos }) => this.#at(pos[0], 'yaml', message))
      this.problems = [...problems, ...this.#aliases()]
      if (mistakes.some(({ message }) => message.includes('call stack'))) throw new RangeError('nested too deeply')
      if (this.problems.length === 0) this.content = this.#document.toJS({ maxAliasCount: 0 })
    } catch {
      // Nesting beyond the stack, and whatever else a hostile text may bring about in the reader.
      this.problems = [this.problem([], 'file', 'the file cannot be read as YAML: it is nested too deeply')]
    }
  }

  /** A problem at the value that `path` leads to, or at the nearest one above it. */
  problem(path: Path, name: string, message: string, more: Pick<Problem, 'suggestion'> & { severity?: Problem['severity'] } = {}): Problem {
    return this.#at(this.#offset(path), name, message, more)
  }

  /** A problem `offset` characters into the text at `path`. */
  problemWithin(
    path: Path,
    offset: number,
    name: string,
    message: string,
    more: Pick<Problem, 'suggestion'> & { severity?: Problem['severity'] } = {},
  ): Problem {
    const node = this.#document.getIn(path, true)
    const place = isScalar(node) && typeof node.value === 'string' ? this.#within(node as Scalar<string>, offset) : this.#offset(path)
    return this.#at(place, name, message, more)
  }

  /** 1-based line of the value at `path`. */
  line(path: Path): number {
    return this.#lines.linePos(this.#offset(path)).line
  }

  #at(offset: number, path: string, message: string, more: { suggestion?: string; severity?: Problem['severity'] } = {}): Problem {
    const { line, col } = this.#text === '' ? { line: 1, col: 1 } : this.#lines.linePos(offset)
    const { severity = 'error', suggestion } = more
    const problem = { severity, file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1), path, message }
    return suggestion === undefined ? problem : { ...problem, suggestion }
  }

  /** A key's own place when the path ends in a key, so that a missing or wrong value is shown where it is named. */
  #offset(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const parent = this.#document.getIn(path.slice(0, length - 1), true)
      const last = path[length - 1]
      const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last)) : undefined
      const node = pair === undefined ? this.#document.getIn(path.slice(0, length), true) : (pair.value ?? pair.key)
      if (isNode(node) && node.range) return node.range[0]
    }
    return 0
  }

  /** Finds a place in a scalar by counting what folding and quoting cannot change: its visible characters. */
  #within(node: Scalar<string>, offset: number): number {
    const [start = 0, end = 0] = node.range ?? []
    let at = start
    if (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL) at = this.#text.indexOf('\n', start) + 1
    else if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) at = start + 1
    let visible = node.value.slice(0, offset).replace(/\s/g, '').length
    for (; at < end; at++) {
      const char = this.#text.charAt(at)
      if (/\s/.test(char)) continue
      if (visible === 0) return at
      if (node.type === Scalar.QUOTE_DOUBLE && char === '\\') at++
      if (node.type === Scalar.QUOTE_SINGLE && char === "'") at++
      visible--
    }
    return Math.min(at, Math.max(end - 1, start))
  }

  #aliases(): readonly Problem[] {
    const problems: Problem[] = []
    visit(this.#document, {
      Alias: (_, node) => {
        const message = 'YAML aliases are not part of the language: every rule stands for itself; name a set instead'
        problems.push(this.#at(node.range?.[0] ?? 0, 'yaml', message))
      },
    })
    return problems
  }
}
