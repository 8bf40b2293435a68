import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../support/house/sourceFile.ts'
import type { CheckName } from '../checks.ts'
import type { Comparison } from '../difference.ts'

/** One change in a source file. */
export interface Edit {
  /** From the repository's root. */
  readonly file: string
  /** Must stand in the file exactly once. */
  readonly find: string
  readonly replace: string
}

/** A leak that is planted to see the suite turn red: nothing of it is in the code, it is put there while the code is loaded. */
export interface Leak {
  readonly name: string
  readonly channel: string
  readonly edits: readonly Edit[]
  readonly check: CheckName
  /** What must show it. */
  readonly comparison: Comparison
}

/** The files of a leak with its edits in them, by path. Throws when a text to be changed is not there exactly once: a leak that is not planted proves nothing. */
export function planted({ name, edits }: Pick<Leak, 'name' | 'edits'>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { file, find, replace } of edits) {
    const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8')
    const times = text.split(find).length - 1
    if (times !== 1) throw new Error(`${name}: ${file} has "${find}" ${times} times`)
    texts.set(
      file,
      text.replace(find, () => replace),
    )
  }
  return texts
}
