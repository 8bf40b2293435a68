import type { CodeListRead, NativeRow } from '../connectors/connector.ts'
import { textOf } from './fields/interpretation.ts'
import type { CodeListFile } from './language.ts'
import { readSteps } from './nativeScope.ts'

const usualRefreshSeconds = 3600
const usualStaleSeconds = 86_400

/**
 * A code table that stands in the bureau's own system. The one part of a mapping that changes: whoever reads rows sees to it that it has been read (`links/codeLists.ts`),
 * and hands in what came of it.
 */
export class CodeList implements CodeListRead {
  readonly name: string
  readonly source: string
  readonly key: string
  readonly fields: readonly string[]
  readonly refreshMs: number
  readonly staleMs: number
  readonly #means: string
  #entries: ReadonlyMap<string, string> | null = null
  #readAt: number | null = null

  constructor(name: string, file: CodeListFile) {
    this.name = name
    this.source = file.from
    this.key = file.code
    this.fields = [...new Set([file.code, file.means])]
    this.refreshMs = (file.refreshSeconds ?? usualRefreshSeconds) * 1000
    this.staleMs = (file.staleSeconds ?? usualStaleSeconds) * 1000
    this.#means = file.means
  }

  get readAt(): number | null {
    return this.#readAt
  }

  /** Meanings by code; null before the list has been read. */
  get entries(): ReadonlyMap<string, string> | null {
    return this.#entries
  }

  /** Rows without a code or a meaning say nothing; a code of two meanings means neither. A list of nothing is a mistake of the system's, and what was known stays. */
  take(rows: readonly NativeRow[], readAt: number): boolean {
    const entries = new Map<string, string>()
    const doubtful = new Set<string>()
    for (const row of rows) {
      const [code, meaning] = [this.key, this.#means].map((path) => textOf(readSteps(row, path.split('.'), path))?.trimEnd() ?? '')
      if (!code || !meaning) continue
      if (entries.has(code) && entries.get(code) !== meaning) doubtful.add(code)
      entries.set(code, meaning)
    }
    for (const code of doubtful) entries.delete(code)
    if (entries.size === 0) return false
    this.#entries = entries
    this.#readAt = readAt
    return true
  }
}
