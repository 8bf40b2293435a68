import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Problem } from '../model/problem.ts'

/** Keys and indexes from the root of a file. */
export type Path = readonly (string | number)[]

/** How often aliases may repeat what anchors name, all in all. */
const mostAliases = 100

/** A YAML 1.2 file with the places of everything in it. Reading never throws; mistakes are `problems`, and then `content` is undefined. */
export class YamlSource {
  readonly file: string
  readonly content: unknown
  readonly problems: readonly Problem[]
  readonly #root: Node | null
  readonly #lines = new LineCounter()
  readonly #resolveAlias: (node: unknown) => unknown

  /** `file` is the name that problems carry. */
  constructor(text: string, file: string) {
    this.file = file
    const problems: Problem[] = []
    let content: unknown
    let root: Node | null = null
    let resolveAlias: (node: unknown) => unknown = (node) => node
    try {
      const document = parseDocument(text, { version: '1.2', lineCounter: this.#lines, prettyErrors: false, stringKeys: false })
      const mistakes = [...document.errors, ...document.warnings].slice(0, 20)
      problems.push(...mistakes.map((error) => this.#at(error.pos[0], 'file', sentence(error.message))))
      root = document.contents as Node | null
      resolveAlias = (node) => (isAlias(node) ? node.resolve(document) : node)
      if (problems.length === 0) problems.push(...this.#repeatedKeys(document.contents))
      if (problems.length === 0) content = document.toJS({ maxAliasCount: mostAliases })
    } catch (error) {
      const aliases = error instanceof ReferenceError
      problems.push(this.#at(0, 'file', aliases ? 'aliases repeat too much: write it out' : 'the file is nested too deeply'))
    }
    this.content = problems.length === 0 ? content : undefined
    this.problems = problems
    this.#root = root
    this.#resolveAlias = resolveAlias
  }

  /** A problem at a place of the file, or at the nearest place around it that exists. */
  problem(
    path: Path,
    message: string,
    more: { readonly severity?: Problem['severity']; readonly suggestion?: string | undefined } = {},
  ): Problem {
    const at = this.#at(this.#offsetOf(path), path.length === 0 ? 'file' : path.join('.'), message)
    const { severity = 'error', suggestion } = more
    return { ...at, severity, ...(suggestion === undefined ? {} : { suggestion }) }
  }

  #at(offset: number, path: string, message: string): Problem {
    const { line, col } = this.#lines.linePos(offset)
    return { severity: 'error', file: this.file, line: Math.max(1, line), column: Math.max(1, col), path, message }
  }

  #offsetOf(path: Path): number {
    let node: unknown = this.#root
    let offset = this.#root?.range?.[0] ?? 0
    for (const step of path) {
      const found = member(this.#resolveAlias(node), step)
      if (found === null) break
      offset = found.offset
      node = found.value
    }
    return offset
  }

  /** Keys that are one and the same as text, such as 1 and '1', which the YAML library takes for two. */
  #repeatedKeys(root: unknown): Problem[] {
    const problems: Problem[] = []
    visit(root as Node | null, {
      Map: (_, map) => {
        const seen = new Set<string>()
        for (const pair of map.items) {
          const key = isScalar(pair.key) ? String(pair.key.value) : null
          const offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
          if (key === null) problems.push(this.#at(map.range?.[0] ?? 0, 'file', 'a key must be text'))
          else if (seen.has(key)) problems.push(this.#at(offset, key, `"${key}" stands twice in the same place`))
          else seen.add(key)
        }
      },
    })
    return problems
  }
}

function member(node: unknown, step: string | number): { value: unknown; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
    return pair === undefined ? null : { value: pair.value, offset: (pair.key as Node).range?.[0] ?? 0 }
  }
  if (!isSeq(node)) return null
  const value = node.items[Number(step)] as Node | undefined
  return value === undefined ? null : { value, offset: value.range?.[0] ?? 0 }
}

/** The library's words without a stop, as ours have none. */
function sentence(message: string): string {
  return message.split('\n')[0]?.replace(/[.:]$/, '') ?? message
}
