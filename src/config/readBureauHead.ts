import { join } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { readTextFile, wholeFile } from './readTextFile.ts'
import { resolveReferences, type Variables } from './resolveReferences.ts'
import { YamlSource } from './yamlSource.ts'

/** A `bureau.yaml` as far as it can be read without knowing the other bureaus. */
export interface BureauHead {
  readonly folder: string
  /** Null when there is no readable text. */
  readonly source: YamlSource | null
  /** References resolved; undefined when the text is not YAML. */
  readonly content: unknown
  /** The code it gives itself, checked with the rest later. */
  readonly code: string | null
  readonly problems: readonly Problem[]
}

/** Reads the `bureau.yaml` of a folder. Never throws. */
export function readBureauHead(folder: string, environment: Variables): BureauHead {
  const path = join(folder, 'bureau.yaml')
  const text = readTextFile(path)
  if (typeof text !== 'string' || text === 'absent') {
    const problem = typeof text === 'string' ? wholeFile(path, 'there is no such file') : text
    return { folder, source: null, content: undefined, code: null, problems: [problem] }
  }
  const source = new YamlSource(text, path)
  if (source.problems.length > 0) return { folder, source, content: undefined, code: null, problems: source.problems }
  const { content, problems } = resolveReferences(source, environment)
  return { folder, source, content, code: codeOf(content), problems }
}

function codeOf(content: unknown): string | null {
  if (typeof content !== 'object' || content === null || !('code' in content)) return null
  return typeof content.code === 'string' ? content.code : null
}
